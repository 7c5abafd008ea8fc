"""Numbers, dates and counted nouns read as a Latvian or an English reader expects."""

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.words import language

N = language.NBSP


@pytest.mark.parametrize(
    ("value", "lv", "en"),
    [
        (0, "0", "0"),
        (2771, "2771", "2771"),
        (12345, f"12{N}345", "12,345"),
        (1234567, f"1{N}234{N}567", "1,234,567"),
        (Decimal("10.98"), "10,98", "10.98"),
        (Decimal("14.80"), "14,80", "14.80"),
        (-31, "−31", "−31"),
    ],
)
def test_number(value, lv, en):
    """Four digits stand together, five do not; all decimals that were typed are shown."""
    assert (language.number(value, "lv"), language.number(value, "en")) == (lv, en)


def test_signed_number():
    """A change has its sign; no change has none."""
    assert [language.number(n, "lv", signed=True) for n in (66, -5, 0)] == ["+66", "−5", "0"]


def test_percent():
    """Latvian sets a no-break space before %, English none."""
    assert language.percent(39, "lv") == f"39{N}%"
    assert language.percent(39, "en") == "39%"


def test_rounding_is_half_up():
    """Halves are rounded away from zero, as people do."""
    assert language.rounded(Fraction(25, 100)) == Decimal("0.3")
    assert language.rounded(Fraction(-25, 100)) == Decimal("-0.3")
    assert language.rounded(Fraction(6600, 1217)) == Decimal("5.4")


def test_date():
    """A Latvian date ends with its full stop."""
    day = datetime.date(2024, 10, 1)
    assert language.date(day, "lv") == "01.10.2024."
    assert language.date(day, "en") == f"1{N}October 2024"


@pytest.mark.parametrize(
    ("value", "form"),
    [(0, "zero"), (1, "one"), (2, "other"), (9, "other"), (10, "zero"), (11, "zero"), (19, "zero"), (21, "one"),
     (40, "zero"), (111, "zero"), (331, "one"), (599, "other"), (Decimal("10.98"), "other"), (Decimal("0.1"), "one")],
)  # fmt: skip
def test_latvian_plural(value, form):
    """The three Latvian plural forms follow CLDR."""
    assert language.plural(value, "lv") == form


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_survive(value):
    """Whatever the language, the digits of a number are its digits."""
    for lang in ("lv", "en"):
        assert "".join(c for c in language.number(value, lang) if c.isdigit()) == str(value)


def test_school_year():
    """A school year is written the way each language writes it."""
    assert language.school_year("2024-2025", "lv") == "2024./2025."
    assert language.school_year("2024-2025", "en") == "2024/25"


def test_with_years():
    """The words of a form or a caption hold for every year; the years are put in."""
    assert (
        language.with_years("{last_year} {year} {next_year}", "2024-2025", "lv")
        == "2023./2024. 2024./2025. 2025./2026."
    )
    assert language.with_years("from {year}", "2024-2025", "en") == "from 2024/25"
