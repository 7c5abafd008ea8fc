"""What was set is compared with what was reached of it, though nobody has written a rule."""

import shutil

import pytest
from project import checked, edit

from macros.report.opened import read_book
from macros.report.rules import all_rules
from macros.show.tables.numbers import called

YEAR = "2020-2021"
PART = "priorities.items.cold.qualitative"


def _with(small, figures, written=""):
    """Give the tiny report with figures beside a status, and with what is written of them in rules.yml."""
    edit(small / f"data/{YEAR}/priorities.yml", "    qualitative:\n", f"    qualitative:\n      figures: {figures}\n")
    with (small / f"data/{YEAR}/rules.yml").open("a", encoding="utf-8") as rules:
        rules.write(written)
    book, _found = read_book(small)
    return book


def _compared(book):
    """Give `target → result` of the rules that nobody has written, without what they begin with."""
    report = book.site.years[YEAR]
    rules = all_rules(report, book.facts[YEAR])
    goals = [goal for key in rules.keys() - report.rules.keys() for goal in rules[key].goals]
    return {goal.target.rpartition(".")[2]: goal.result.rpartition(".")[2] for goal in goals}


@pytest.mark.parametrize(
    ("figures", "compared"),
    [
        ("{ heaps_set: 2, heaps_reached: 3 }", {"heaps_set": "heaps_reached"}),
        ("{ heaps_set: 2, heaps: 3 }", {"heaps_set": "heaps"}),
        ("{ heaps: 2, heaps_reached: 3 }", {"heaps": "heaps_reached"}),
        ("{ heaps_set: 2, heaps: 9, heaps_reached: 3 }", {"heaps_set": "heaps_reached"}),
        ("{ set: 2, reached: 3 }", {"set": "reached"}),
        ("{ heaps_set: 2, mugs_reached: 3 }", {}),
        ("{ heaps_set: 2, heaps_reached: 50 % }", {}),
    ],
)
def test_figures_called_so_are_compared(small, figures, compared):
    """What was set is compared with the result beside it that is called so, if both are of one kind."""
    assert _compared(_with(small, figures)) == compared


@pytest.mark.parametrize(
    "named",
    [
        f"goals: [{{ target: {PART}.figures.heaps_set, result: learners.total_end }}]",
        f"goals: [{{ target: learners.total_start, result: learners.total_end }}]\n  status: {PART}.status",
    ],
)
def test_what_is_written_counts(small, named):
    """Where a rule compares the figure, or the status, nothing else does."""
    written = f"mine:\n  says: {{ lv: Tā., en: So. }}\n  kind: met\n  {named}\n"
    assert _compared(_with(small, "{ heaps_set: 2, heaps_reached: 3 }", written)) == {}


def test_one_figure_is_called_after_its_priority(small):
    """What alone was set, or reached, in a priority needs no words of its own; of two, each does."""
    book = _with(small, "{ heaps_set: 2, heaps_reached: 3, mugs_reached: 1, heaps: 3 }")
    words = {
        name: called(book, YEAR, f"{PART}.figures.{name}")
        for name in book.site.years[YEAR].priorities.items["cold"].qualitative.figures
    }
    assert words.pop("heaps_set").lv == "Turēties aukstumā: plānots"
    assert words == {"heaps_reached": None, "mugs_reached": None, "heaps": None}


def test_a_figure_is_called_as_it_was_when_it_was_planned(opened):
    """In the year for which it was set, a figure has the words that it had in the year before."""
    name = "good_practice.quantitative.figures.activities"
    book, _found = read_book(opened)
    planned = book.site.words.numbers["next_year.items.good_practice.figures.activities"]
    assert called(book, "2025-2026", f"priorities.items.{name}") == planned


KEPT = """  anniversary:
    figures: { events: 8, years: 81 }
    text:
      lv: Iestādes {{ value("targets.next.anniversary.figures.years", "anniversary.dative") }} veltīt {{ value("targets.next.anniversary.figures.events", "event.accusative") }}.
      en: Hold {{ value("targets.next.anniversary.figures.events", "event.accusative") }} to mark the centre’s {{ value("targets.next.anniversary.figures.years", "anniversary.dative") }}.
"""


def test_a_figure_planned_anew_says_for_which_year(opened, tmp_path):
    """What is set again for the next year is told apart from this year's, and nobody is asked to name it."""
    root = shutil.copytree(opened, tmp_path / "report", symlinks=True)
    edit(root / "data/2025-2026/targets.yml", "\nnext:\n", f"\nnext:\n{KEPT}")
    book, problems = checked(root)
    name = "anniversary.figures.events"
    assert called(book, "2025-2026", f"targets.other.{name}").lv == "Centra jubilejai veltītie pasākumi: plānots"
    assert called(book, "2025-2026", f"targets.next.{name}").lv.endswith(": plānots (nākamajam gadam)")
    assert called(book, "2024-2025", f"targets.next.{name}").lv == "Centra jubilejai veltītie pasākumi: plānots"
    assert "figures_can_be_told_apart" not in {problem.rule for problem in problems}
    assert [problem for problem in problems if problem.level == "error"] == []
