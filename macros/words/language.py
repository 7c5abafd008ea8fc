"""How a number, a date and a counted noun read in Latvian and in English.

Rules: CLDR through Babel, with two of the house: a number of four digits has no gap (2771, 12 345), as Latvian practice
and ICU have it (Babel leaves out CLDR's `minimumGroupingDigits`), and Latvian sets a no-break space before %.
"""

import datetime
import re
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import lru_cache, partial

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

LOCALES = {"lv": Locale("lv"), "en": Locale("en", "GB")}
NBSP = "\u00a0"
FIVE_DIGITS = 10_000


def number(value: int | Decimal, language: str, *, signed: bool = False) -> str:
    """Write a number with all the digits it has; `signed` puts + or − before it."""
    sign = "−" if value < 0 else "+" if signed and value else ""
    return sign + _written(str(abs(Decimal(value))), language)


@lru_cache(maxsize=10_000)  # by its digits: 1.0 is as much as 1, but is written otherwise
def _written(digits, language):
    size = Decimal(digits)
    places = max(0, -int(size.as_tuple().exponent))
    return format_decimal(
        size,
        format="#,##0" + ("." + "0" * places if places else ""),
        locale=LOCALES[language],
        group_separator=size >= FIVE_DIGITS,
    )


def percent(value: int | Decimal, language: str, *, signed: bool = False) -> str:
    """Write a share out of 100: `39 %` in Latvian, `39%` in English."""
    return number(value, language, signed=signed) + (f"{NBSP}%" if language == "lv" else "%")


def money(value: int | Decimal, language: str, *, signed: bool = False) -> str:
    """Write an amount in euros: `1250 €` in Latvian, `€1250` in English; cents only where there are some."""
    size = abs(Decimal(value))
    size = size.quantize(Decimal(1 if size == int(size) else "0.01"))
    sign = "−" if value < 0 else "+" if signed and value else ""
    return sign + (f"{number(size, language)}{NBSP}€" if language == "lv" else f"€{number(size, language)}")


def rounded(value: int | Decimal | Fraction, places: int = 1) -> Decimal:
    """Give an exact number with so many decimals, halves away from zero."""
    exact = Fraction(value)
    quotient = Decimal(exact.numerator) / Decimal(exact.denominator)
    return quotient.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def date(value: datetime.date, language: str) -> str:
    """Write a date: `01.10.2024.` in Latvian, `1 October 2024` in English."""
    if language == "lv":
        return format_date(value, "dd.MM.yyyy.", locale=LOCALES["lv"])
    return format_date(value, f"d{NBSP}MMMM yyyy", locale=LOCALES["en"])


def month(value: int, language: str) -> str:
    """Write a month, from 1 to 12: `oktobris` in Latvian, `October` in English."""
    return str(LOCALES[language].months["stand-alone"]["wide"][value])


def listed(items: Sequence[str], language: str) -> str:
    """Write several one after the other: `1.1., 1.2. un 3.2.3.` in Latvian, `1.1, 1.2 and 3.2.3` in English."""
    return format_list(items, locale=LOCALES[language])


def plural(value: int | Decimal, language: str) -> str:
    """Give the CLDR plural form of a number: zero, one or other in Latvian; one or other in English."""
    return LOCALES[language].plural_form(abs(Decimal(value)))


def ordinal_ending(value: int | Decimal) -> str:
    """Give the English ending of an ordinal: `th` of 80 and 11, `st` of 81, `nd` of 2, `rd` of 3."""
    return {"one": "st", "two": "nd", "few": "rd", "other": "th"}[LOCALES["en"].ordinal_form(abs(Decimal(value)))]


YEAR = r"20[0-9]{2}-20[0-9]{2}"
"""The pattern of a school year, as folders are called: 2024-2025."""


def school_year(folder: str, language: str) -> str:
    """Write a school year from its folder's name: `2024./2025.` in Latvian, `2024/25` in English."""
    first, second = folder.split("-")
    return f"{first}./{second}." if language == "lv" else f"{first}/{second[2:]}"


SCHOOL_YEAR = {
    "lv": re.compile(r"(?<!\d)20\d\d\./20\d\d\.(?!\d)"),
    "en": re.compile(r"(?<!\d)20\d\d/\d\d(?!\d)"),
}
"""The pattern of a school year as each language writes it: 2024./2025., 2024/25."""


def year_after(year: str, by: int = 1) -> str:
    """Give the folder's name of the school year so many years later: 2024-2025 → 2025-2026."""
    first = int(year[:4]) + by
    return f"{first}-{first + 1}"


def years_through(first: str, last: str) -> list[str]:
    """Give all school years from one to another, whether there is a report of each or not."""
    return [year_after(first, by) for by in range(int(last[:4]) - int(first[:4]) + 1)]


def year_marks(year: str) -> dict[str, Callable[[str], str]]:
    """Give what `{last_year}`, `{year}` and `{next_year}` stand for, by language; `year` is a folder's name."""
    marks = {"last_year": -1, "year": 0, "next_year": 1}
    return {mark: partial(school_year, year_after(year, by)) for mark, by in marks.items()}


def with_years(words: str, year: str, language: str) -> str:
    """Put the school years where their marks stand."""
    for mark, shown in year_marks(year).items():
        words = words.replace(f"{{{mark}}}", shown(language))
    return words
