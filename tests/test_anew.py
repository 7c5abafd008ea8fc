"""What has not changed is neither judged nor made again, and what has changed is."""

import os
import shutil
import subprocess
import sys
from importlib import import_module

import pytest
from project import LANGUAGES, ROOT, edit, files, made

from macros.__main__ import main
from macros.check import inspect
from macros.check.parts import Judges
from macros.html import page
from macros.html.page import PageMaker
from macros.report.opened import read_book
from macros.site.language import Language, NotBuilt

YEARS = {None, "2020-2021", "2021-2022"}


@pytest.fixture
def told(capsys):
    """Give what a command tells of a project, with its exit code."""

    def told(root, *words):
        code = main(["--root", str(root), *words])
        return code, capsys.readouterr().out

    return told


def test_an_unchanged_project_is_told_of_without_being_read(small, told, monkeypatch):
    first = told(small, "check")

    def read(_root):
        pytest.fail("it was read again")

    monkeypatch.setattr("macros.check.inspect", read)
    assert told(small, "check") == first
    assert told(small, "check", "--format", "json") == (first[0], told(small, "check", "--format", "json")[1])


@pytest.mark.parametrize("command", ["check", pytest.param("build", marks=pytest.mark.slow)])
def test_what_was_saved_meanwhile_is_looked_at(small, told, monkeypatch, command):
    """Where a file is saved while a command is at work, what it found is not taken for what was there at first."""
    monkeypatch.setenv("PDF", "0")
    page, heading = small / "docs/lv/2020-2021/learners.md", "# Audzēkņi { #learners }"
    module, name = ("macros.check", "inspect") if command == "check" else ("macros.build", "build")
    work = getattr(import_module(module), name)

    def worked(*of, **how):
        edit(page, heading, f"{heading}\n\nVārds")  # no full stop
        return work(*of, **how)

    with monkeypatch.context() as patch:
        patch.setattr(f"{module}.{name}", worked)
        during = told(small, command)
    edit(page, f"{heading}\n\nVārds", heading)
    asked = []
    monkeypatch.setattr(f"{module}.{name}", lambda *of, **how: asked.append(1) or work(*of, **how))
    after = told(small, command)
    assert asked == [1]
    assert (after != during) is (command == "check")


@pytest.mark.slow
def test_only_what_looks_at_it_is_made_anew(two_years_made, tmp_path, monkeypatch):
    """An edit of the data of a year makes no page of an earlier one anew, that of a page no other page."""
    root = shutil.copytree(two_years_made, tmp_path / "x", symlinks=True)
    paths, content = [], PageMaker.content
    monkeypatch.setattr(PageMaker, "content", lambda maker, *of: paths.append(of[0].file) or content(maker, *of))
    edit(root / "data/2021-2022/resources.yml", "\n", "\n# x\n")
    assert made(root)
    assert {path.split("/")[2] for path in paths} == {"index.md", "years.md", "all-figures.md", "2021-2022"}
    paths.clear()
    edit(root / "docs/lv/2020-2021/learners.md", "Gada beigās", "Gada noslēgumā")
    assert made(root)
    assert "docs/lv/2020-2021/learners.md" in paths
    assert set(paths) <= {f"docs/{language}/2020-2021/learners.md" for language in LANGUAGES}


def test_calls_are_answered_anew_only_with_other_data(small, monkeypatch):
    """What stands for the tables, charts and numbers of a page stays when its words change."""
    asked, answered = [], page.answered
    monkeypatch.setattr(page, "answered", lambda *of: asked.append(of[2].macro) or answered(*of))
    file = small / "docs/lv/2020-2021/learners.md"

    def shown(old, new):
        asked.clear()
        edit(file, old, new)
        book, _found = read_book(small)
        return Language(book, small, "lv").page(book.page("lv", "2020-2021/learners.md"))

    shown("Gada beigās", "Gada noslēgumā")
    assert {"table", "value"} <= {*asked}
    warm = shown("Gada noslēgumā", "Gada beigās")
    assert asked == []
    assert b"Gada beig\xc4\x81s" in warm
    edit(small / "data/2020-2021/learners.yml", "\n", "\n# x\n")
    shown("Gada beigās", "Beigās")
    assert {"table", "value"} <= {*asked}


@pytest.mark.parametrize(
    ("file", "judged"),
    [
        ("data/2021-2022/resources.yml", [YEARS, *[{None, "2021-2022"}] * 2, set()]),  # the year that leads shows it
        ("data/2020-2021/resources.yml", [*[YEARS] * 3, set()]),  # later years look at it
        ("data/centre.yml", [YEARS] * 4),
        ("docs/lv/2021-2022/learners.md", [set(), {"2021-2022"}, *[{"2021-2022/learners.md"}] * 2]),
    ],
)
def test_only_what_looks_at_it_is_judged_anew(two_years, tmp_path, monkeypatch, file, judged):
    """A year is where it, one before it, or what all share changed; of words only those of the page that changed."""
    root = shutil.copytree(two_years, tmp_path / "x", symlinks=True)
    inspect(root, keep=True)
    seen = [set(), set(), set(), set()]

    def judge(told):
        return lambda part: told.update(part.of or {page.path for page in part.pages}) or ()

    monkeypatch.setattr("macros.check._JUDGES", Judges((), *map(judge, seen)))
    (root / file).write_text((root / file).read_text("utf-8") + "\n", "utf-8")
    inspect(root, keep=True)
    of_a_year = [{page.path for page in read_book(root)[0].pages if page.year in years} for years in seen]
    assert [years - pages for years, pages in zip(seen, of_a_year, strict=True)] == judged


def test_a_page_in_a_folder_without_data_is_judged_anew(small):
    """It belongs to no year, whatever its folder is called."""
    page = small / "docs/lv/2030-2031/learners.md"
    page.parent.mkdir()
    text = (small / "docs/lv/2020-2021/learners.md").read_text("utf-8")
    for words in ("", "\njāaizpilda\n"):
        page.write_text(text + words, "utf-8")
        assert inspect(small, keep=True)[1] == inspect(small)[1]


@pytest.mark.slow
def test_another_date_is_another_site(small_built, told, monkeypatch):
    """The list of pages for search engines is packed with the date of the commit, warm as cold."""
    monkeypatch.setenv("PDF", "0")
    built = []
    for date, keeps in (("1500000000", True), ("1600000000", True), ("1600000000", False)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", date)
        if not keeps:
            shutil.rmtree(small_built / ".cache")
        assert told(small_built, "build")[0] == 0
        built.append(files(small_built / "site"))
    assert built[0] != built[1] == built[2]


@pytest.mark.slow
def test_an_unchanged_site_is_not_built_again(small_built, told, monkeypatch):
    """It is built again where it, its settings or what it is made of is another; and then the same comes of it."""
    monkeypatch.setenv("PDF", "0")
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    assert told(small_built, "build")[0] == 0
    site, built = small_built / "site", files(small_built / "site")

    def build(*_all):
        pytest.fail("it was built again")

    with monkeypatch.context() as patch:
        patch.setattr("macros.build.build", build)
        assert told(small_built, "build")[0] == 0
    front, about = site / "index.html", (site / "index.html").stat()
    front.write_bytes(b" " * about.st_size)
    os.utime(front, ns=(about.st_atime_ns, about.st_mtime_ns))  # as if nothing had happened
    assert told(small_built, "build")[0] == 0
    assert files(site) == built
    edit(small_built / "data/2020-2021/learners.yml", "end: 21", "end: 20")
    assert told(small_built, "build") == (1, told(small_built, "build")[1])
    assert files(site) == built
    edit(small_built / "data/2020-2021/learners.yml", "end: 20", "end: 21")
    monkeypatch.setenv("SITE_URL", "https://example.net/")
    assert told(small_built, "build")[0] == 0
    assert files(site) != built
    monkeypatch.setenv("SITE_URL", "https://example.org/")
    assert told(small_built, "build")[0] == 0
    assert files(site) == built


@pytest.mark.slow
def test_an_edit_is_built_in_one_process(small_built, told, monkeypatch, capsys):
    """Where most is kept, none is forked, and the site is that of a cold build; each language tells what is wrong."""
    monkeypatch.setenv("PDF", "0")
    assert told(small_built, "build")[0] == 0

    def fork(*_all):
        pytest.fail("a process was forked")

    def fail(words):
        raise NotBuilt(words)

    with monkeypatch.context() as patch:
        patch.setattr("macros.site.languages._side_by_side", fork)
        edit(small_built / "docs/lv/2020-2021/learners.md", "Gada beigās", "Gada noslēgumā")
        assert told(small_built, "build")[0] == 0
        warm = files(small_built / "site")
        patch.setattr(Language, "files", lambda language: fail(f"{language.pages[0].language} is wrong"))
        edit(small_built / "docs/lv/2020-2021/learners.md", "Gada noslēgumā", "Gada izskaņā")
        capsys.readouterr()
        assert main(["--root", str(small_built), "build"]) == 1
        assert capsys.readouterr().err.splitlines()[-2:] == ["lv is wrong", "en is wrong"]
        assert files(small_built / "site") == warm
    edit(small_built / "docs/lv/2020-2021/learners.md", "Gada izskaņā", "Gada noslēgumā")
    shutil.rmtree(small_built / ".cache")
    assert told(small_built, "build")[0] == 0
    assert files(small_built / "site") == warm


def test_what_draws_and_packs_is_not_waited_for():
    """What makes pictures, codes and spreadsheets is loaded only where one of these is to be made."""
    loaded = "import sys, macros.check, macros.build; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"PIL", "fontTools", "openpyxl", "resvg", "segno", "mkdocs", "weasyprint"} & {*done.stdout.split()}
