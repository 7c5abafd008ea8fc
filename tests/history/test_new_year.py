"""A new school year is opened: what comes along, what is blank, what is left to go through."""

import shutil

import pytest
from project import checked, edit, translated

from macros.data.name import leaves
from macros.data.schema import Text
from macros.data.source import Source
from macros.history.new_year import new_year
from macros.report.compute import Figure
from macros.report.opened import read_book
from macros.show.sources import cited
from macros.words.problems import Problems

pytestmark = pytest.mark.slow

OLD, NEW = "2024-2025", "2025-2026"


@pytest.fixture(scope="module")
def opened_book(opened):
    """Its data and pages."""
    return read_book(opened)[0]


def files(root, *names):
    """Give all files below a folder of a project with their texts."""
    return {file.relative_to(root): file.read_bytes() for name in names for file in sorted((root / name).rglob("*.*"))}


def test_nothing_is_wrong(opened):
    """The project has no error afterwards; blanks and texts to go through are listed."""
    problems = checked(opened)[1]
    assert [str(problem) for problem in problems if problem.level == "error"] == []
    rules = {problem.rule for problem in problems if NEW in problem.file}
    assert {"blanks_are_filled", "what_came_along_is_gone_through"} <= rules
    assert "translations_are_fresh" not in {problem.rule for problem in problems}


def test_it_is_built(opened_site):
    """Both languages are built, with the new year's pages under a notice and the old ones without."""
    for language, words in (("", "tas ir no iepriekšējā mācību gada"), ("en", "that of the previous school year")):
        folder = opened_site / "site" / language
        assert words in (folder / NEW / "learners" / "index.html").read_text("utf-8")
        assert words not in (folder / OLD / "learners" / "index.html").read_text("utf-8")


def test_the_year_before_stays_as_it_is(opened, report):
    """No file of the year before is touched."""
    folders = (f"data/{OLD}", f"docs/lv/{OLD}", f"docs/en/{OLD}")
    assert files(opened, *folders) == files(report, *folders)


def test_it_is_a_draft_that_the_front_page_lists_but_does_not_lead_with(opened, opened_book):
    """The year is a draft; the site leads with the one before while that has the figures."""
    assert opened_book.site.years[NEW].report.status == "preparing"
    assert opened_book.site.latest == OLD
    lines = (opened / "docs/lv/index.md").read_text("utf-8").splitlines()
    listed = [line for line in lines if line.startswith("- [20")]
    assert listed == [
        "- [2025./2026. mācību gads](2025-2026/index.md)",
        "- [2024./2025. mācību gads](2024-2025/index.md)",
    ]


def test_numbers_are_blank(opened_book):
    """No number of the year is filled in but those that were set for it and those that tell of the year before."""
    stated = {
        name
        for name, one in opened_book.names[NEW].items()
        if isinstance(one, Figure) and one.value is not None and not one.calculated and not name.startswith("form.")
    }
    carried = {
        "learners.start_date",
        "learners.end_date",
        "programmes.opened_year_before",
        "targets.measured.learners.set",
        "targets.measured.talented.set",
        "targets.measured.professional_development.set",
        "targets.other.courses.figures.wider_experience_hours",
        "targets.other.courses.figures.urban_environment_hours",
        "targets.other.anniversary.figures.events",
        "targets.other.anniversary.figures.years",
        "priorities.items.good_practice.qualitative.figures.esf_activities",
        "priorities.items.good_practice.quantitative.figures.activities",
        "priorities.items.inclusion.quantitative.figures.programme_drafts",
    }
    assert stated == carried


def test_what_was_set_for_it_comes_along(opened_book):
    """Numbers, words and priorities that the year before set for this one are its targets and priorities."""
    old, new = (opened_book.site.years[year] for year in (OLD, NEW))
    for key, target in new.targets.measured.items():
        assert (target.set, target.reached, target.next) == (old.targets.measured[key].next, None, None)
    assert new.targets.other.keys() == old.targets.next.keys()
    assert new.targets.next == {}
    for key, target in new.targets.other.items():
        before = old.targets.next[key]
        assert (target.figures, target.reached) == (before.figures, None)
        assert target.set.en == before.text.en.replace("targets.next.", "targets.other.")
    assert new.priorities.items.keys() == old.next_year.items.keys()
    assert new.next_year.items == {}
    for key, item in new.priorities.items.items():
        before = old.next_year.items[key]
        assert (item.number, item.name) == (before.number, before.name)
        halves = item.quantitative, item.qualitative
        assert [(half.status, half.result) for half in halves] == [(None, None)] * 2
        assert halves[0].figures | halves[1].figures == before.figures
    assert (
        "priorities.items.good_practice.qualitative.figures.esf_activities"
        in new.priorities.items["good_practice"].qualitative.expected.lv
    )


def test_sources_come_along_for_what_there_is(opened_book):
    """Figures of targets that have become those of the year are from where the other targets are."""
    old, new = (opened_book.site.years[year].sources for year in (OLD, NEW))
    gone = {name for name in old if name.startswith(("targets.other.", "targets.next."))}
    assert new == {name: sections for name, sections in old.items() if name not in gone}
    assert cited(opened_book, NEW, "targets.other.anniversary.figures.years") == ["1.2"]


def test_texts_remarks_and_the_form_stay(opened, opened_book):
    """Texts that are not of targets and priorities are as they were, a school year later; remarks stay."""
    texts = [dict(leaves(opened_book.site.years[year].criteria, whole=Text)) for year in (OLD, NEW)]
    assert texts[0].keys() == texts[1].keys()
    changed = {name for name in texts[0] if texts[0][name] != texts[1][name]}
    assert all("2024./2025." in texts[0][name].lv or "targets.next" in texts[0][name].lv for name in changed)
    assert opened_book.site.years[NEW].report.form == opened_book.site.years[OLD].report.form
    for name in ("signatures", "learners", "survey"):
        remarks = [
            [
                line.partition("#")[2]
                for line in (opened / "data" / year / f"{name}.yml").read_text("utf-8").splitlines()
            ]
            for year in (OLD, NEW)
        ]
        assert remarks[0] == remarks[1]


def test_pages_follow(opened):
    """Headings name the new school year, sections are those of the new priorities, other years are said to be so."""
    page = (opened / "docs/lv" / NEW / "priorities.md").read_text("utf-8")
    assert "2025./2026. m. g. izvirzīto prioritāšu" in page
    assert [line for line in page.splitlines() if "table(" in line] == [
        f'{{{{ table("priorities.{key}") }}}}' for key in ("good_practice", "inclusion", "anniversary")
    ]
    council = (opened / "docs/en" / NEW / "council.md").read_text("utf-8")
    assert "2026/27" in council
    assert "2025/26" not in council
    index = (opened / "docs/lv" / NEW / "index.md").read_text("utf-8")
    assert '"targets.next.anniversary.figures.years", "anniversary", year="2024-2025") }}' in index


def test_all_that_came_along_is_listed_to_be_gone_through(opened):
    """Every page and file with words of the year before has a line; without it, it counts as gone through."""
    lines = (opened / "data/records/carried.txt").read_text("utf-8").splitlines()
    pages = {f"{NEW}/{page.name}" for page in (opened / "docs/lv" / NEW).glob("*.md")}
    joined = {f"criterion-{name}" for name in ("teaching", "equity", "accessibility", "support")}
    pages -= {
        f"{NEW}/{name}.md" for name in ("numbers", "discrepancies", "corrections", "changes", *joined)
    }  # which fit any year
    files = (opened / "data" / NEW).glob("*.yml")
    data = {
        f"data/{NEW}/{file.name}"
        for file in files
        if "lv: " in file.read_text("utf-8") or file.stem in ("places", "sources")
    }
    assert set(lines) == pages | data - {
        f"data/{NEW}/{name}.yml"
        for name in ("report", "corrections")  # a record shows a number of the year before
    }


def test_what_still_shows_an_older_year_is_told_until_it_is_gone_through(opened, tmp_path):
    """With the call to write instead, on pages and in data, in each year after; once its line is gone, no more."""
    root = shutil.copytree(opened, tmp_path / "opened", symlinks=True)
    new_year(root, "2026-2027")
    told = {problem.place: problem for problem in checked(root)[1] if "rāda, kas bija 2024./2025." in problem.lv}
    pages = {f"docs/{language}/{year}/index.md" for language in ("lv", "en") for year in (NEW, "2026-2027")}
    data = {f"data/{year}/criteria.yml" for year in (NEW, "2026-2027")}
    assert pages | data <= {problem.file for problem in told.values()}
    assert {problem.level for problem in told.values()} == {"todo"}
    place = next(place for place in told if place.startswith(f"docs/lv/{NEW}/index.md:"))
    assert 'rakstiet {{ value("targets.other.anniversary.figures.years", "anniversary") }};' in told[place].lv
    edit(root / "data/records/carried.txt", f"{NEW}/index.md\n", "")
    assert place not in {problem.place for problem in checked(root)[1]}


def test_a_line_that_names_nothing_is_told(opened, tmp_path):
    """A mistyped line of carried.txt is told with what it may have meant."""
    root = shutil.copytree(opened, tmp_path / "opened", symlinks=True)
    file = root / "data/records/carried.txt"
    file.write_text("2025-2026/learnes.md\n" + file.read_text("utf-8"), "utf-8")
    told = [problem.lv for problem in checked(root)[1] if problem.file == "data/records/carried.txt"]
    assert told == [
        "Tādas mācību gada lapas vai datu faila “2025-2026/learnes.md” nav. Vai domājāt “2025-2026/learners.md”? Izdzēsiet šo rindu."
    ]


@pytest.mark.parametrize(
    ("year", "says"),
    [
        ("2020-2021", "jau ir atvērts"),
        ("2022-2023", "report new-year 2021-2022"),
        ("next", "report new-year 2021-2022"),
    ],
)
def test_a_year_that_does_not_follow_is_refused(small, year, says):
    """Only the year after the last one can be opened, once."""
    before = files(small, "data", "docs")
    with pytest.raises(Problems, match=says):
        new_year(small, year)
    assert files(small, "data", "docs") == before


def test_a_project_with_mistakes_is_left_as_it_is(small):
    """Mistakes come first: nothing is copied while there are any."""
    edit(small / "data/2020-2021/learners.yml", "start: 10", "start: two")
    before = files(small, "data", "docs")
    with pytest.raises(Problems, match="learners"):
        new_year(small, "2021-2022")
    assert files(small, "data", "docs") == before


def test_values_written_in_one_line_are_opened_too(small):
    """Lists in braces, as some people write them, are blank or carried like all others."""
    new_year(small, "2021-2022")
    source = Source((small / "data/2021-2022/targets.yml").read_text("utf-8"))
    assert source.words(("measured", "learners", "set")) == "55"
    assert source.words(("measured", "learners", "reached")) == ""
    assert source.words(("other", "sledges", "figures", "days")) == "2-3"
    assert [problem for problem in checked(small)[1] if problem.level == "error"] == []


@pytest.mark.parametrize("last", ["docs/lv/2021-2022", "mkdocs.yml", "data/records/carried.txt"])
def test_an_opening_that_was_broken_off_is_done_again(small, monkeypatch, last):
    """Broken off while things come home, the same command completes it."""
    whole = small.with_name("whole")
    shutil.copytree(small, whole, symlinks=True)
    new_year(whole, "2021-2022")

    def stop(source, target, *rest, **options):
        if str(target).endswith(last):
            raise KeyboardInterrupt
        return copy(source, target, *rest, **options)

    name = "copytree" if "." not in last else "copy"
    copy = getattr(shutil, name)
    with monkeypatch.context() as broken:
        broken.setattr(shutil, name, stop)
        with pytest.raises(KeyboardInterrupt):
            new_year(small, "2021-2022")
    assert not (small / "data/2021-2022").exists()
    new_year(small, "2021-2022")
    assert files(small, "data", "docs") == files(whole, "data", "docs")


def test_the_years_after_follow_too(small):
    """A year can be opened from one that was itself opened."""
    for year in ("2021-2022", "2022-2023"):
        new_year(small, year)
    assert [problem for problem in checked(small)[1] if problem.level == "error"] == []


def test_the_command_tells_what_comes_next(run, small):
    """`report new-year` says where the draft is and what is left to do."""
    done = run("--root", small, "new-year", "2021-2022")
    assert done.returncode == 0, done.stderr
    assert "Mapē data/2021-2022 ierakstīt, kā trūkst (līdz šim: " in done.stdout
    assert "data/records/carried.txt" in done.stdout


def test_words_about_other_things_stay_and_those_of_gone_priorities_are_told(real):
    """A section that is not of a priority comes along; what was written below a priority is named."""
    for language, words, own in (("lv", "Šī rindkopa paliek.", "Tas izdevās."), ("en", "This stays.", "It went well.")):
        file = real / "docs" / language / OLD / "priorities.md"
        text = file.read_text("utf-8")
        first = text.index("## ")
        ends = text.index("\n", text.index("{{ table(", first)) + 1
        heading = {"lv": "Kopsavilkums", "en": "Overview"}[language]
        text = f"{text[:first]}## {heading} {{ #overview}} \n\n{words}\n\n{text[first:ends]}\n{own}\n{text[ends:]}"
        file.write_text(text, "utf-8")
    translated(real)
    done = new_year(real, NEW)
    page = (real / "docs/lv" / NEW / "priorities.md").read_text("utf-8")
    assert "Šī rindkopa paliek." in page
    assert "Tas izdevās." not in page
    before = (real / "docs/lv" / OLD / "priorities.md").read_text("utf-8")
    line = before[: before.index("\n## ", before.index("{ #overview}"))].count("\n") + 2
    assert done.texts == tuple(f"docs/{language}/{OLD}/priorities.md:{line}" for language in ("lv", "en"))
