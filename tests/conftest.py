"""What tests stand on: the real project, its built site, and a tiny report of an invented centre to break."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from functools import cached_property
from pathlib import Path

import hypothesis
import lxml.html
import pytest
from filelock import FileLock

from macros import build as building
from macros.check import inspect
from macros.report.translated import record
from macros.words.dictionary import unknown

if threading.current_thread() is threading.main_thread():  # run in the background, what we start would ignore Ctrl-C
    signal.signal(signal.SIGINT, signal.default_int_handler)
hypothesis.settings.register_profile("untimed", deadline=None)  # a busy machine is no mistake
hypothesis.settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "small"
LANGUAGES = ("lv", "en")
DICTIONARIES = None not in unknown(frozenset()).values()
needs_dictionaries = pytest.mark.skipif(not DICTIONARIES, reason="hunspell or a dictionary is missing")


def build(root, destination):
    """Check and build as `report build` does; give the exit code."""
    book, found = inspect(root)
    return 1 if any(one.level == "error" for one in found) else building.build(book, root, destination)


def pytest_addoption(parser):
    """`--renew` writes the golden files anew instead of comparing with them."""
    parser.addoption("--renew", action="store_true", help="write golden files anew")


class Built:
    """A built site to look things up in."""

    def __init__(self, folder):
        self.folder = folder

    @cached_property
    def pages(self):
        """All HTML pages: path from the site's root, such as `en/about/`, to the parsed page."""
        found = {}
        for file in sorted(self.folder.rglob("*.html")):
            path = file.relative_to(self.folder).as_posix().removesuffix("index.html")
            found[path] = lxml.html.fromstring(file.read_text("utf-8"))
        return found

    def page(self, language, path):
        """Give a page of the report, such as `2024-2025/learners/`, in a language."""
        return self.pages[("en/" if language == "en" else "") + path]

    def article(self, language, path):
        """Give the part of a page that its author wrote."""
        return self.page(language, path).find(".//article")

    def words(self, language, path):
        """Give what a reader reads of a page, with plain spaces."""
        return " ".join(self.article(language, path).text_content().replace("\u00a0", " ").split())


@pytest.fixture(scope="session")
def built(tmp_path_factory, worker_id):
    """The whole real site, built once for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    with FileLock(shared / "site.lock"):
        if not (shared / "site").exists():
            assert build(ROOT, shared / "site") == 0
    return Built(shared / "site")


@pytest.fixture(scope="session")
def book():
    """The real report."""
    book, _found = inspect(ROOT)
    return book


@pytest.fixture
def small(tmp_path):
    """A copy of the tiny report that a test may break, with the program and the theme beside it."""
    root = tmp_path / "small"
    shutil.copytree(SMALL, root)
    shutil.copy(ROOT / "data" / "words.yml", root / "data")  # the program's own labels, the same for every centre
    for name in ("macros", "theme"):
        (root / name).symlink_to(ROOT / name)
    standing = inspect(root)[0].translation
    record(root, standing, standing.sources)
    return root


@pytest.fixture
def run():
    """Run `report` with words and give what it did."""

    def run(*words, cwd=ROOT):
        command = [sys.executable, "-m", "macros", *map(str, words)]
        environment = {**os.environ, "PDF": "0"}
        return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)

    return run
