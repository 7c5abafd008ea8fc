"""Whatever years staff open, and whatever they write in these, the tests find the report as it was with its first one."""

import re

import pytest
from first_year import closed_again
from project import edit, files, needs_dictionaries

from macros.history.editions import editions
from macros.report.editions import FOLDER, keep_editions
from macros.report.opened import read_book
from macros.report.sealed import seal

OLD, NEW = "2024-2025", "2025-2026"
REPORT = re.compile(r"(?:data|docs|\.github)/|mkdocs")


def of_report(root):
    """Give the files of the report itself: path → bytes."""
    return {path: content for path, content in files(root).items() if REPORT.match(path)}


def opened(run, root, year):
    """Open a year as staff do."""
    done = run("--root", root, "new-year", year)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def before(real):
    """What the report was."""
    return of_report(real)


@pytest.mark.parametrize("years", [[NEW], [NEW, "2026-2027"]])
def test_of_years_that_were_opened_nothing_is_left(real, before, run, years):
    """Where they are taken out, each file has the same bytes as before."""
    for year in years:
        opened(run, real, year)
    assert of_report(real) != before
    closed_again(real)
    assert of_report(real) == before


@needs_dictionaries
def test_of_what_was_written_in_them_nothing_is_left(real, before, run):
    """A year that is final, to which the front page leads, with figures, a title and a new word, all of it recorded and sealed."""
    opened(run, real, NEW)
    edit(real / f"data/{NEW}/report.yml", "status: preparing", "status: final")
    edit(real / f"data/{NEW}/learners.yml", "    start:\n", "    start: 400\n")
    edit(real / "data/spelling.yml", "latvian:\n", "latvian:\n  - Robotkl*\n")
    edit(real / "data/records/carried.txt", f"{NEW}/learners.md\n", "")
    for language, led in (("lv", "2024./2025."), ("en", "2024/25")):
        page = real / f"docs/{language}/{NEW}/learners.md"
        edit(page, "title: ", "title: Robotklubs. ")
        front = real / f"docs/{language}/index.md"
        text, listed, rest = front.read_text("utf-8").partition("{ #years }")
        later = text.replace(led, {"lv": "2025./2026.", "en": "2025/26"}[language]).replace(OLD, NEW)
        assert later != text
        front.write_text(later + listed + rest, "utf-8")
    for command in ("renew", "translated"):
        assert run("--root", real, command).returncode == 0
    assert f"{NEW}/" in (real / "data/records/numbers.txt").read_text("utf-8")
    keep_editions(real, editions(read_book(real)[0], real, NEW))
    seal(real, NEW, 0)
    assert FOLDER in (real / "data/records/sealed.txt").read_text("utf-8")
    closed_again(real)
    assert of_report(real) == before
