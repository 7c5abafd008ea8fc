"""The page that joins all there is of a criterion: what stands there, and where it does not stand itself."""

from dataclasses import replace

import pytest

from macros.data.schema import Text
from macros.paper.publish import edition_paths
from macros.show import published
from macros.show.shown import shown
from macros.show.tables import build
from macros.show.tables.shape import Named, OfYear, PageLink, Stack
from macros.site.dress import in_search

YEAR, BEFORE = "2024-2025", "2023-2024"
PAGE = f"{YEAR}/criterion-equity.md"


def cells(book, name):
    """Give the cells of each row of a table."""
    return [row.cells for group in build(book, YEAR, name).groups for row in group.rows]


def with_year_before(book, needs):
    """Give the book with a year before, in which the criterion of equity needed something else."""
    report = book.site.years[YEAR]
    equity = report.criteria.items["equity"]
    answers = {name: one.model_copy(update={"needs": needs}) for name, one in equity.indicators.items()}
    del answers["vacancies"]
    items = report.criteria.items | {"equity": equity.model_copy(update={"indicators": answers})}
    earlier = report.model_copy(update={"criteria": report.criteria.model_copy(update={"items": items})})
    years = {BEFORE: earlier, YEAR: report}
    return replace(book, loaded=replace(book.loaded, site=book.site.model_copy(update={"years": years})))


@pytest.mark.parametrize(
    ("criterion", "among", "others"),
    [
        ("teaching", "programmes.opened", "staff.turnover_two_years"),
        ("equity", "staff.turnover_two_years", "programmes.opened"),
        ("accessibility", "staff.support_staff", "student_councils.count"),
        ("support", "targets.next.anniversary.figures.years", "places.stated"),
    ],
)
def test_figures_are_those_of_its_section(book, criterion, among, others):
    """What the report gives in the section of a criterion belongs to it; `sources.yml` says so."""
    named = {
        cell.name for row in cells(book, f"criteria.{criterion}.figures") for cell in row if isinstance(cell, Named)
    }
    assert among in named
    assert others not in named


def test_sections_are_written_as_the_language_does(book):
    """A Latvian ordinal has its full stop."""
    (said,) = [row[-1] for row in cells(book, "criteria.teaching.figures") if row[0] == Named("programmes.opened")]
    assert (said.lv, said.en) == ("2., 3.1.2.", "2, 3.1.2")


@pytest.mark.parametrize(
    ("criterion", "pages"),
    [("teaching", ["priorities"]), ("equity", []), ("accessibility", []), ("support", ["targets"])],
)
def test_goals_are_those_with_the_same_figures(book, criterion, pages):
    """A goal or a priority is told of where a figure of the criterion stands in it."""
    heads = [row.head for group in build(book, YEAR, f"criteria.{criterion}.goals").groups for row in group.rows]
    links = [one for head in heads for one in (head.items if isinstance(head, Stack) else (head,))]
    assert [one.page for one in links if isinstance(one, PageLink)] == pages


def test_what_is_unclear_is_what_its_page_notes(book):
    """The discrepancies that are told of on the page of the criterion, and no others."""
    rows = build(book, YEAR, "criteria.teaching.unclear").groups[0].rows
    assert [row.name for row in rows] == ["programmes_closed", "clear_goals"]


def test_needs_stand_beside_those_of_the_year_before(book):
    """What was needed a year ago is what strengths are measured by; with one year there is no such column."""
    alone = build(book, YEAR, "criteria.equity.compared")
    needs = Text(lv="Vajag.", en="Needed.")
    both = build(with_year_before(book, needs), YEAR, "criteria.equity.compared")
    assert len(alone.columns) == 3
    assert "2023./2024." in both.columns[1].lv
    first = {row.head.lv: row.cells[0] for row in both.groups[0].rows}
    assert OfYear(needs, BEFORE) in first.values()
    assert [words for words, cell in first.items() if cell == "–"] == [
        book.site.forms["interest_education_2025"].criteria["equity"].indicators["vacancies"].name.lv
    ]
    assert len(build(with_year_before(book, needs), YEAR, "criteria.equity.figures").columns) == 4


def test_it_is_nowhere_twice(book):
    """It is in no edition, search or data, and counts for nothing as shown."""
    assert in_search(book.site, PAGE) == {"exclude": True}
    assert not [path for path in edition_paths(book, YEAR) if "criterion" in path]
    assert not [name for name in published.of_year(book, YEAR) if name.endswith(("compared", "goals", "unclear"))]
    page = book.page("lv", PAGE)
    assert shown(book, page, YEAR) == (set(), [])


def test_its_criterion_leads_to_it(book):
    """Where there is such a page, the table of the criterion has the link; elsewhere there is none."""
    assert build(book, YEAR, "criteria.equity.indicators").more == (PageLink("criterion-equity"),)
    without = replace(book, nav=tuple(path for path in book.nav if path != PAGE))
    assert build(without, YEAR, "criteria.equity.indicators").more == ()
