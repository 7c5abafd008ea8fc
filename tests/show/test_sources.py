"""Every figure says where it is from and what it is: its section of the report, and words that no other figure has."""

import pytest
from project import LANGUAGES, checked, edit

from macros.data.name import Name
from macros.html.render import Renderer
from macros.report.opened import read_book
from macros.show import charts, outline, tables
from macros.show.sources import cited, source
from macros.show.tables.numbers import called, figures
from macros.show.tables.shape import Named, Stack

YEAR = "2024-2025"
SMALL_YEAR = "2020-2021"


@pytest.mark.parametrize(
    ("name", "sections"),
    [
        ("learners.areas.stem.end", ["1.1"]),
        ("learners.movement.left", ["3.2.3"]),
        ("learners.movement.from_month", ["3.2.3"]),
        ("learners.movement.net", ["3.2.3"]),
        ("learners.total_end", ["1.1"]),
        ("learners.share_total", ["1.1"]),
        ("learners.start_month", ["1.1"]),
        ("places.count", ["1.1"]),
        ("places.stated", ["3.3.3"]),
        ("targets.met", ["1.2"]),
        ("targets.other.events.figures.stem_reached", ["1.2", "2"]),
        ("targets.next.anniversary.figures.events", ["1.2", "11"]),
        ("targets.next.anniversary.figures.years", ["1.2", "3.4.2"]),
        ("priorities.achieved", ["2"]),
        ("priorities.count", ["2"]),
        ("survey.respondents.learners", ["3.1.3", "3.2.1", "3.3.1", "3.4.1"]),
        ("survey.questions.safe_premises.answers.agree.share", ["3.2.3"]),
        ("survey.questions.turn_to_management.total", ["3.4.3"]),
        ("staff.teachers", ["3.1.2"]),
        ("staff.support_staff", ["3.3.3"]),
        ("staff.turnover_two_years", ["3.2.3"]),
        ("staff.observation.differentiated_share", ["3.1.5"]),
        ("staff.development.hours_per_employee", ["2"]),
        ("programmes.opened", ["2", "3.1.2"]),
        ("programmes.closed_of_opened", ["2"]),
        ("programmes.closed", ["3.1.2"]),
        ("resources.total", ["2"]),
        ("festival.figures.groups", ["2", "6"]),
        ("festival.figures.participants", ["6"]),
        ("fees.relief_learners", ["3.2.2"]),
        ("student_councils.count", ["3.4.3"]),
        ("values_education.plan_years", ["6"]),
        ("achievements.etwinning_years_running", ["7"]),
        ("next_year.items.inclusion.figures.programme_drafts", ["11"]),
    ],
)
def test_a_figure_is_from_the_sections_in_which_it_stands(book, name, sections):
    """As read in the report itself; a calculated one is from those of its parts."""
    assert cited(book, YEAR, name) == sections


@pytest.mark.parametrize(
    ("names", "lv", "en"),
    [
        (["fees"], "pašnovērtējuma ziņojums, 3.2.2. punkts", "self-assessment report, section 3.2.2"),
        (
            ["learners.movement", "targets", "learners.areas"],
            "pašnovērtējuma ziņojums, 1.1., 1.2. un 3.2.3. punkts",
            "self-assessment report, sections 1.1, 1.2 and 3.2.3",
        ),
        (
            ["next_year", "projects"],
            "pašnovērtējuma ziņojums, 4. un 11. punkts",
            "self-assessment report, sections 4 and 11",
        ),
        (
            ["form.targets_minimum"],
            "Interešu izglītības iestādes pašnovērtējuma ziņojuma veidlapa",
            "Form of the self-assessment report of an interest-related education institution",
        ),
    ],
)
def test_readers_are_given_a_phrase(book, names, lv, en):
    """Nobody types it; each section once, in the order of the report."""
    said = source(book, YEAR, *names)
    assert (said.lv, said.en) == (lv, en)


def test_other_sources_follow_the_sections(small):
    """What is no section of the report is written in words and stands last."""
    edit(small / "data/2020-2021/sources.yml", "fees: [3.1]", "fees: [{ lv: grāmata, en: book }, 3.1, 3.]")
    book, found = checked(small)
    assert not [str(one) for one in found if one.level == "error" and "sources.yml" in one.file]
    said = source(book, SMALL_YEAR, "fees.relief_learners")
    assert said.lv == "pašnovērtējuma ziņojums, 3. un 3.1. punkts; grāmata"
    assert said.en == "self-assessment report, sections 3 and 3.1; book"


def test_without_a_source_a_table_and_a_chart_stand_alone(small):
    """There is nothing to say below them; that is told, and nothing breaks."""
    edit(small / "data/2020-2021/sources.yml", "learners: [{ lv: ziņojums, en: report }]\n", "")
    book, _found = read_book(small)
    assert tables.build(book, SMALL_YEAR, "learners_change").source is None
    assert charts.message(book, SMALL_YEAR, "learners").source is None


def test_a_group_is_also_from_where_a_part_of_it_is(small):
    """What has a section of its own that the group has not is in the source below a table."""
    edit(small / "data/2020-2021/sources.yml", "learners:", "learners.areas.ice: [3.1, 3]\nlearners.areas:")
    edit(small / "data/2020-2021/sources.yml", "{ lv: ziņojums, en: report }", "3")
    book, _found = read_book(small)
    assert cited(book, SMALL_YEAR, "learners.areas") == ["3"]
    edit(small / "data/2020-2021/sources.yml", "[3.1, 3]", "[3.1]")
    book, _found = read_book(small)
    assert cited(book, SMALL_YEAR, "learners.areas") == cited(book, SMALL_YEAR, "learners.total_end") == ["3", "3.1"]


def test_what_does_not_exist_has_no_source(book):
    """A chart names data that a year may lack."""
    assert source(book, YEAR, "targets.measured.sledges.reached") is None


def _figures(content):
    """Yield the names of the figures in a cell."""
    if isinstance(content, Named):
        yield content.name
    for item in content.items if isinstance(content, Stack) else ():
        yield from _figures(item)


def _shown(built):
    rows = [row for group in built.groups for row in group.rows]
    return {name for row in rows for content in (row.head, *row.cells) for name in _figures(content)}


def test_the_source_below_a_table_or_chart_is_that_of_its_figures(book):
    """Each figure in it stands in one of the sections that are named below, and each of these has one of its figures."""
    built = {
        name: (_shown(table), tables.place(book, YEAR, name))
        for name in outline.tables(book)[YEAR]
        if (table := tables.build(book, YEAR, name)).source
    }
    below = {name: (shown, cited(book, YEAR, str(place))) for name, (shown, place) in built.items()}
    below |= {
        f"chart {name}": (
            _shown(charts.build(book, YEAR, name).table(book)),
            cited(book, YEAR, *charts.data_of(book, YEAR, name)),
        )
        for name in outline.charts(book)[YEAR]
    }
    assert len(below) > 15
    for name, (shown, sections) in below.items():
        own = [cited(book, YEAR, figure) for figure in shown]
        assert all(set(one) & set(sections) for one in own), name
        assert not own or set(sections) <= {section for one in own for section in one}, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_figure_is_called_what_no_other_is(book, language):
    """Short words, no sentence, one colon at most, and no number in them that is the figure itself."""
    renderer, seen = Renderer(book, language), {}
    for name in figures(book, YEAR):
        words = renderer.words(called(book, YEAR, name), YEAR)
        assert words not in seen, (name, seen.get(words))
        seen[words] = name
        assert len(words) <= 100, words
        assert words[0].isupper(), words
        assert words[-1] not in ".;:,", words
        assert words.count(": ") <= 1, words


def test_no_words_wait_for_a_figure(book):
    """Each name under `numbers:` in words.yml is of a figure, on its page or in editions, or of a text that is asked for."""
    names = [Name(year, name) for year in book.site.years for name in figures(book, year)]
    labels = list(book.site.words.numbers)
    of_discrepancies = {f"discrepancies.{key}" for key in ("count", "shown", "open")}
    assert {name.among(labels)[0] for name in names} == set(labels) - {"fees.monthly", *of_discrepancies}
