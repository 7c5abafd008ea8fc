"""Totals, changes and shares follow exactly from what was typed."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.data.schema import Range
from macros.report.compute import Figure, names
from macros.show.tables.discrepancies import discrepancies


@pytest.fixture(scope="module")
def figures(book):
    return names(book.site, "2024-2025")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("learners.total_start", 1217 + 381 + 344 + 561),
        ("learners.total_end", 1283 + 509 + 366 + 613),
        ("learners.change", 268),
        ("learners.movement.net", 599 - 331),
        ("learners.areas.stem.change_percent", Fraction(12800, 381)),
        ("learners.areas.culture.share_end", Fraction(128300, 2771)),
        ("resources.total", 4 + 3 + 3 + 2),
        ("staff.observation.total", 21 + 16),
        ("places.count", 13),
        ("targets.met", 2),
        ("targets.measured_count", 3),
        ("priorities.achieved", 7),
        ("priorities.partly", 1),
        ("survey.questions.turn_to_management.total", 99),
        ("targets.next.anniversary.figures.events", Range(6, 7)),
    ],
)
def test_figures_of_the_report(figures, name, value):
    """Each sum of the register of facts comes out as it should; 99 % stays 99 %."""
    assert figures[name].value == value


def test_shares_add_up_exactly(figures):
    """Shares are fractions, so nothing is lost to rounding."""
    shares = [f.value for n, f in figures.items() if n.endswith(".share_end")]
    assert sum(shares) == 100


def test_sums_the_source_prints_are_not_marked(figures):
    """“Calculated” is said only of what the source does not print."""
    marked = {name for name, figure in figures.items() if isinstance(figure, Figure) and figure.calculated}
    assert "learners.total_end" in marked
    assert not {"staff.observation.total", "resources.total", "targets.measured.learners.reached"} & marked


def test_an_empty_place_is_a_figure_without_value(figures):
    """The number that the source lacks has a name, so that a page can show that it is not stated."""
    assert figures["festival.figures.participants_riga"].value is None


@given(st.lists(st.integers(0, 5000), min_size=4, max_size=4), st.lists(st.integers(0, 5000), min_size=4, max_size=4))
def test_change_is_end_minus_start(book, starts, ends):
    """Whatever the areas have, the totals are their sums and the change is the difference."""
    report = book.site.years["2024-2025"]
    areas = {
        key: area.model_copy(update={"start": start, "end": end})
        for (key, area), start, end in zip(report.learners.areas.items(), starts, ends, strict=True)
    }
    learners = report.learners.model_copy(update={"areas": areas})
    site = book.site.model_copy(update={"years": {"2024-2025": report.model_copy(update={"learners": learners})}})
    found = names(site, "2024-2025")
    assert found["learners.total_start"].value == sum(starts)
    assert found["learners.change"].value == sum(ends) - sum(starts)


def test_discrepancies_shown(book, figures):
    """As many are said to be shown as the table has rows; the records of all are counted, too."""
    (group,) = discrepancies(book, "2024-2025").groups
    assert figures["discrepancies.shown"].value == len(group.rows)
    assert figures["discrepancies.count"].value == len(book.site.years["2024-2025"].discrepancies)
