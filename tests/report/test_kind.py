"""A kind of figure says all that the report has to know of it, so that a new unit is one more kind."""

import datetime
import json
from decimal import Decimal
from fractions import Fraction

import pytest

from macros.check import inspect
from macros.data.schema import Hours, Percent, Range
from macros.data.schema import kinds as typed
from macros.data.schema.kinds import Month
from macros.html.render import Renderer
from macros.report import kind
from macros.report.compute import Figure
from macros.report.downloads import data_json
from macros.report.kind import (
    CHANGE,
    CHANGE_PERCENT,
    COUNT,
    DATE,
    HOURS,
    KINDS,
    MONTH,
    PERCENT,
    RANGE,
    SHARE,
    Kind,
    kind_of,
)
from macros.report.tables import is_number
from macros.show.tables.numbers import figures
from macros.words.language import NBSP, number

YEAR = "2020-2021"
BUILT = "targets.other.snowmen.figures.built"
SEVENTH = Fraction(100, 7)


class Euros(Decimal):
    """An amount of money."""


EUROS = Kind(
    "euros",
    Euros,
    "euros",
    lambda value, language: f"{number(value, language)}{NBSP}€" if language == "lv" else f"€{number(value, language)}",
)


@pytest.mark.parametrize(
    ("kind", "value", "lv", "en", "plain"),
    [
        (COUNT, 12345, f"12{NBSP}345", "12,345", "12345"),
        (PERCENT, Percent("14.80"), f"14,80{NBSP}%", "14.80%", "14.80"),
        (HOURS, Hours("10.98"), "10,98", "10.98", "10.98"),
        (RANGE, Range(6, 7), "6–7", "6–7", "6/7"),
        (MONTH, Month(10), "oktobris", "October", "10"),
        (DATE, datetime.date(2024, 10, 1), "01.10.2024.", f"1{NBSP}October 2024", "2024-10-01"),
        (CHANGE, 66, "+66", "+66", "66"),
        (CHANGE_PERCENT, -SEVENTH, f"−14,3{NBSP}%", "−14.3%", "-14.285714"),
        (SHARE, SEVENTH, f"14,3{NBSP}%", "14.3%", "14.285714"),
        (SHARE, Fraction(100), f"100,0{NBSP}%", "100.0%", "100"),
        (SHARE, Fraction(299_999_999, 3_000_000), f"100,0{NBSP}%", "100.0%", "100"),
    ],
)
def test_readers_and_programs(kind, value, lv, en, plain):
    """A reader sees the decimals that are typed, or one of a quotient; a program gets all, or six."""
    assert (kind.write(value, "lv"), kind.write(value, "en"), str(kind.plain(value))) == (lv, en, plain)


def test_every_kind_has_a_name_of_its_own():
    """No two kinds are called the same."""
    assert len({one.name for one in KINDS}) == len(KINDS)


@pytest.mark.parametrize("one", [COUNT, PERCENT, HOURS, RANGE, DATE])
def test_the_kind_of_what_is_typed(one):
    """A typed value tells its kind by its type; what only follows from others comes after those in the table."""
    values = {COUNT: 5, PERCENT: Percent(5), HOURS: Hours(5), RANGE: Range(5, 6), DATE: datetime.date(2024, 10, 1)}
    assert kind_of(values[one]) is one


class TestANewUnit:
    """Once it is in the table, with the way it is typed, nothing else has to be told of it."""

    @pytest.fixture
    def paid(self, small, monkeypatch):
        """Give a function that puts figures into the tiny report, in a program that knows euros, and inspects it."""
        monkeypatch.setattr(kind, "KINDS", (*KINDS, EUROS))
        monkeypatch.setitem(typed._UNITS, "EUR", (Euros, ""))  # noqa: SLF001 – as a new unit would stand there

        def inspected(wanted, built):
            file = small / f"data/{YEAR}/targets.yml"
            words = file.read_text("utf-8").replace("wanted: 3, built: 3", f"wanted: {wanted}, built: {built}")
            file.write_text(words, "utf-8")
            return inspect(small)

        return inspected

    def test_is_shown_and_exported(self, paid):
        """It is written on pages, stands among the year's figures, and is a number for programs."""
        book, _found = paid("12.50 EUR", "12.50 EUR")
        assert f'value="12.50" data-name="{BUILT}">12,50{NBSP}€<' in Renderer(book, "lv").value(BUILT)
        assert f'value="12.50" data-name="{BUILT}">€12.50<' in Renderer(book, "en").value(BUILT)
        assert figures(book, YEAR)[BUILT].kind is EUROS
        assert json.loads(data_json(book, YEAR))["report"]["targets"]["other"]["snowmen"]["figures"]["built"] == 12.5

    def test_is_compared_to_the_cent(self, paid):
        """Nothing of a kind that is not rounded is explained by rounding."""
        book, _found = paid("12.50 EUR", "12.49 EUR")
        assert book.broken_rules[YEAR]["snowmen_met"].found.endswith(": €12.49 < €12.50")

    def test_is_compared_with_its_like_only(self, paid):
        """Euros and people are not compared; it is told which rule would."""
        _book, found = paid("12.50 EUR", "3")
        (problem,) = [problem for problem in found if problem.file.endswith("rules.yml")]
        assert f"“targets.other.snowmen.figures.wanted, {BUILT}” cannot be compared" in problem.en


def test_months_are_not_added_up():
    """September and May make no fourteenth month, and no difference of months has a sign."""
    assert is_number(Figure("places", 3, COUNT))
    assert not is_number(Figure("month", Month(9), MONTH))
    assert not is_number(Figure("range", Range(6, 7), RANGE))
