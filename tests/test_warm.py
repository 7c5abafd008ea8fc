"""Cold and warm tell and build the same, and what has not changed is neither judged nor made again."""

import os
import re
import shutil
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from project import LANGUAGES, ROOT, edit, files

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


MANY = int(os.environ.get("MANY", "6"))
"""How many sequences of edits are tried."""


EDITS = (
    ("data/2020-2021/learners.yml", "end: 21", "end: 22"),
    ("data/2020-2021/learners.yml", "left: 4", "left: nine"),
    ("docs/lv/2020-2021/learners.md", "Gada beigās", "Gada beigas 77"),
    ("docs/en/2020-2021/rest.md", "# ", "## "),
    ("data/centre.yml", "lv:", "LV:"),
)


MUTATIONS = {
    "a number more": lambda line: re.sub(r"\d+", lambda number: str(int(number[0]) + 1), line, count=1),
    "a word more": lambda line: re.sub(r"(\w)(\W*)$", r"\1 vairāk\2", line),
    "another key": lambda line: re.sub(r"^(\s*)(\w+):", r"\1\2_two:", line),
    "gone": lambda _line: "",
    "twice": lambda line: f"{line}{line}",
    "empty": lambda line: re.sub(r":.*", ":", line),
    "another call": lambda line: (
        line.replace("value(", "table(") if "value(" in line else line.replace("table(", "figure(")
    ),
    "another level": lambda line: line.replace("# ", "## "),
    "of another year": lambda line: re.sub(r"(\w+\(\"[\w.]+\")", r"\1, year=\"2020-2021\"", line, count=1),
    "a link to another year": lambda line: f"{line.rstrip()} [gads](../2021-2022/learners.md#areas)\n",
}


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


def unlike(warm, cold):
    """Give what differs."""
    return [one for one in sorted(warm.keys() | cold.keys()) if warm.get(one) != cold.get(one)]


@pytest.fixture(scope="session")
def two_years_made(once, two_years):
    """A project of two years that has kept what was told and made of it; to copy, not to change."""

    def make(folder):
        assert made(folder)

    return once("two_years_made", make, of=two_years)


LATER, FOUNDER = 'value(\\"fees.relief_learners\\", year=\\"2021-2022\\")', 'value(\\"centre.founder\\")'


def picture(root, before, after):
    """Let a page of both languages show a picture by another name, or one at all."""
    folder = root / "docs/lv/2020-2021"
    if before:
        (folder / f"{before}.png").rename(folder / f"{after}.png")
    else:
        shutil.copy(ROOT / "docs/pictures/number-lv.png", folder / f"{after}.png")
    for language, words in zip(LANGUAGES, ("Sniegs", "Snow"), strict=True):
        page = root / f"docs/{language}/2020-2021/learners.md"
        text = page.read_text("utf-8")
        page.write_text(
            text.replace(f"{before}.png", f"{after}.png") if before else f"{text}\n![{words}]({after}.png)\n"
        )


def fit(root, name):
    """Record that the translation of a page or text still fits."""
    assert main(["--root", str(root), "translated", name]) == 0


def stale(root, at):
    """Let one of two texts that are called the same have had other Latvian, and the other not."""
    file = root / "data/records/translated.txt"
    lines = [line for line in file.read_text("utf-8").splitlines() if line]
    alike = [index for index, line in enumerate(lines) if line.endswith("data/charts.yml:learners_years.bars.words")]
    own = [f"00000000{line[8:]}" if index == alike[at] else line for index, line in enumerate(lines)]
    file.write_text("\n".join(own) + "\n", "utf-8")


def of_both(root, name, lv, en, more):
    """Put a call behind words in both languages."""
    edit(root / name, lv, f"{lv} {{{{ {more} }}}}")
    edit(root / name, en, f"{en} {{{{ {more} }}}}")


AIMED = {
    "a picture is renamed": (lambda root: picture(root, "", "alpha"), lambda root: picture(root, "alpha", "beta")),
    "words of all years call for a year": (
        lambda root: of_both(
            root, "data/tables.yml", "programmas {year} mācību gadā", "delivered in the {year} school year", LATER
        ),
        lambda root: edit(root / "data/2021-2022/fees.yml", "relief_learners:", "relief_learners: 526"),
    ),
    "words that name a figure are translated": (
        lambda root: (
            of_both(
                root,
                "data/words.yml",
                "Audzēkņi, kuriem piešķirti līdzmaksājuma atvieglojumi",
                "Learners granted co-payment relief",
                FOUNDER,
            ),
            fit(root, "data/words.yml"),
            edit(root / "data/centre.yml", "Ziemas pašvaldība", "Ziemas pilsētas pašvaldība"),
        ),
        lambda root: fit(root, "data/centre.yml"),
    ),
    "words of a later year are translated": (
        lambda root: (
            of_both(
                root,
                "data/2020-2021/figures.yml",
                "Siltums rūp visiem",
                "Warmth matters to all",
                'value(\\"learners.areas.snow.name\\", year=\\"2021-2022\\")',
            ),
            fit(root, "data/2020-2021/figures.yml"),
            edit(root / "data/2021-2022/learners.yml", "lv: sniega joma", "lv: sniega un ledus joma"),
        ),
        lambda root: fit(root, "data/2021-2022/learners.yml"),
    ),
    "one of two words is translated": (lambda root: stale(root, 0), lambda root: (fit(root, "--all"), stale(root, 1))),
    "a link leads to another year in a way of its own": (
        lambda root: [
            edit(root / f"docs/{language}/2020-2021/rest.md", "# ", "[x](./../2021-2022/learners.md#change)\n\n# ")
            for language in LANGUAGES
        ],
        lambda root: [
            edit(root / f"docs/{language}/2021-2022/learners.md", "{ #change }", "{ #changes }")
            for language in LANGUAGES
        ],
    ),
    "a call is hidden in YAML": (
        lambda root: of_both(
            root,
            "data/2020-2021/figures.yml",
            "Siltums rūp visiem",
            "Warmth matters to all",
            LATER.replace("year", "\\x79ear"),
        ),
        lambda root: edit(root / "data/2021-2022/fees.yml", "relief_learners:", "relief_learners: 526"),
    ),
}
"""What pages, data and messages look at from afar: → edits before, and the edit that is to be seen."""


@pytest.mark.parametrize("aimed", AIMED)
@pytest.mark.slow
def test_what_is_looked_at_from_afar_is_made_anew(two_years, tmp_path, monkeypatch, aimed):
    """Warm equals cold where something is seen far from where it stands; what is kept for all projects counts, too."""
    warm, cold = (shutil.copytree(two_years, tmp_path / name / "x", symlinks=True) for name in ("warm", "cold"))
    monkeypatch.setattr("macros.kept.HOME", warm)
    for change in AIMED[aimed]:
        change(warm)
        seen = made(warm)
    monkeypatch.setattr("macros.kept.HOME", cold)
    for change in AIMED[aimed]:
        change(cold)
    shutil.rmtree(cold / ".cache", ignore_errors=True)
    assert unlike(seen, made(cold)) == []


@settings(max_examples=MANY, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
@pytest.mark.slow
def test_warm_makes_and_tells_what_cold_does(two_years_made, tmp_path_factory, data):
    """After any edits of any lines of a project of two years, every file is as it is where nothing is remembered."""
    warm = shutil.copytree(two_years_made, tmp_path_factory.mktemp("warm") / "x", symlinks=True)
    names = sorted(file for folder in ("data", "docs") for file in (warm / folder).rglob("*.*") if file.is_file())
    for _step in range(data.draw(st.integers(1, 4))):
        file = data.draw(st.sampled_from(names))
        lines = file.read_text("utf-8").splitlines(keepends=True) or [""]
        line = data.draw(st.integers(0, len(lines) - 1))
        mutation = data.draw(st.sampled_from(sorted(MUTATIONS)))
        note(f"{file.relative_to(warm)}:{line + 1} {mutation}: {lines[line]}")
        lines[line] = MUTATIONS[mutation](lines[line])
        file.write_text("".join(lines), "utf-8")
        cold = shutil.copytree(warm, tmp_path_factory.mktemp("cold") / "x", symlinks=True)
        shutil.rmtree(cold / ".cache")
        assert unlike(made(warm), made(cold)) == []


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(EDITS), st.booleans()), min_size=1, max_size=6))
@pytest.mark.slow
def test_warm_tells_what_cold_tells(prepared, tmp_path_factory, capsys, steps):
    """After any edits, done and undone, a check that remembers tells what one tells that does not."""
    warm = shutil.copytree(prepared, tmp_path_factory.mktemp("warm") / "x", symlinks=True)
    for (name, old, new), back in steps:
        text = (warm / name).read_text("utf-8")
        (warm / name).write_text(text.replace(new, old, 1) if back else text.replace(old, new, 1), "utf-8")
        code = main(["--root", str(warm), "check"]), capsys.readouterr().out
        cold = shutil.copytree(warm, tmp_path_factory.mktemp("cold") / "x", symlinks=True)
        shutil.rmtree(cold / ".cache")
        assert code == (main(["--root", str(cold), "check"]), capsys.readouterr().out)


@pytest.mark.slow
def test_only_what_looks_at_it_is_made_anew(two_years_made, tmp_path, monkeypatch):
    """An edit of the data of a year makes no page of an earlier one anew, that of a page no other page."""
    root = shutil.copytree(two_years_made, tmp_path / "x", symlinks=True)
    paths, content = [], PageMaker.content
    monkeypatch.setattr(PageMaker, "content", lambda maker, *of: paths.append(of[0].file) or content(maker, *of))
    edit(root / "data/2021-2022/resources.yml", "\n", "\n# x\n")
    assert made(root)
    assert {path.split("/")[2] for path in paths} == {"index.md", "years.md", "2021-2022"}
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
