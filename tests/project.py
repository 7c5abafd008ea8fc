"""The project that is tested and the tiny report of an invented centre: where they lie, and how a file is changed."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from macros import build as building
from macros.check import inspect
from macros.report.opened import read_book
from macros.report.translated import record
from macros.site.language import Language
from macros.words.dictionary import unknown

ROOT = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "small"
GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = ("lv", "en")
DICTIONARIES = None not in unknown(frozenset()).values()
needs_dictionaries = pytest.mark.skipif(not DICTIONARIES, reason="hunspell or a dictionary is missing")


def edit(file, old, new):
    """Replace words in a file, which have to be there, where they first stand."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def add_to(file, words):
    """Add words at the end of a file."""
    file.write_text(file.read_text("utf-8") + words, "utf-8")


def translated(root):
    """Record that all English of a project fits its Latvian."""
    standing = read_book(root)[0].translation
    record(root, standing, standing.sources)


def made_final(root):
    """Make the tiny report final, with nothing left to do in it."""
    data = root / "data/2020-2021"
    edit(data / "report.yml", "draft", "final")
    edit(data / "criteria.yml", "needs:", "needs: { lv: Vairāk krūžu., en: More mugs. }")
    edit(data / "priorities.yml", "status:\n", "status: achieved\n")
    edit(data / "discrepancies.yml", "question:", "answer: { lv: Sākums., en: The start. }\n  question:")
    translated(root)


def commit(root):
    """Commit all that stands in a repository."""
    for words in (["add", "."], ["-c", "user.name=A", "-c", "user.email=a@b.lv", "commit", "-qm", "A"]):
        subprocess.run(["git", *words], cwd=root, check=True)


def copied(root, report):
    """Give a copy of what a report consists of, with the program and the theme beside it."""
    for name in ("data", "docs", ".github"):
        shutil.copytree(report / name, root / name)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(report / name, root)
    for name in ("macros", "theme", "README.md"):
        (root / name).symlink_to(ROOT / name)
    return root


def checked(root):
    """Give the book of a project and all that is told of it; of what stands as it stood, it is what was told before."""
    return inspect(root, keep=True)


def build(root, destination):
    """Check and build as `report build` does; give the exit code."""
    book, found = inspect(root)
    return 1 if any(one.level == "error" for one in found) else building.build(book, root, destination)


NUMBER = re.compile(rb'(?<=<span class="edition" data-year=")([0-9-]+)">[^<]*')


def unnumbered(page):
    """Give a page, as bytes, without the number of its edition, which only the build of all pages knows."""
    return NUMBER.sub(rb'\1">', page)


def files(folder):
    """Give all files below a folder: path within it → bytes."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def made(root):
    """Give what is told of a project, and all files of both languages, mistakes or not, or what keeps them from it."""
    book, found = inspect(root, keep=True)
    told = {("told", str(number)): problem for number, problem in enumerate(found)}
    if book is None:
        return told
    try:
        for language in LANGUAGES:
            told |= {(language, path): content for path, content in Language(book, root, language).files()}
    except Exception as failure:  # noqa: BLE001 – a project with mistakes may fail in any way, warm as cold
        return told | {("made", ""): type(failure)}
    return told


def words(element):
    """Give the words of an element of HTML with plain spaces."""
    return " ".join(element.text_content().split())
