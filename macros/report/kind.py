"""The kinds of figures: what each counts in, how readers see it, what programs read, what it can be compared with.

A new unit is a `Kind` here, and the type of its values with the way it is typed in `schema.kinds`.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

from macros.data.schema.kinds import Hours, Money, Month, Percent, Range
from macros.words.language import date, money, month, number, percent, rounded

Number = int | Decimal | Fraction
"""One number, as typed or calculated."""
Measure = Number | Range | datetime.date
"""The value of a figure."""


@dataclass(frozen=True)
class Kind:
    """What a figure is.

    `type` is that of its values, a Fraction where it is a quotient. Figures of one `unit` (count, percent, hours, euro,
    month, date) can be compared and added up. `write` gives what readers see, from a value and a language; `plain` what
    programs read: an int or a Decimal, or else a str. `rounded` says that what a source prints may be off by half its
    last digit.
    """

    name: str
    type: type
    unit: str
    write: Callable[[Any, str], str]
    plain: Callable[[Any], int | Decimal | str] = lambda value: value
    rounded: bool = False

    @property
    def is_share(self) -> bool:
        """Say whether it is out of a hundred."""
        return self.unit == SHARE.unit

    @property
    def is_number(self) -> bool:
        """Say whether it is one number as a source prints it or as it is counted: no range, no day, no quotient."""
        return issubclass(self.type, int | Decimal)

    def seen(self, value: Any) -> tuple[int | Decimal, int | Decimal]:
        """Give the lower and the upper end of a value as readers see it; of all but a range they are the same."""
        return ends(rounded(value) if self.type is Fraction else value)


def ends(value: Any) -> tuple[Any, Any]:
    """Give the lower and the upper end of a value; of all but a range they are the same."""
    return value if isinstance(value, Range) else (value, value)


def _six_places(value: Fraction) -> int | Decimal:
    exact = rounded(value, 6)
    return int(exact) if exact == int(exact) else exact.normalize()


COUNT = Kind("count", int, "count", number)
PERCENT = Kind("percent", Percent, "percent", percent, rounded=True)
MONEY = Kind("money", Money, "euro", money)
HOURS = Kind("hours", Hours, "hours", number, rounded=True)
RANGE = Kind(
    "range",
    Range,
    "count",
    lambda value, language: f"{number(value.low, language)}–{number(value.high, language)}",
    lambda value: f"{value.low}/{value.high}",
)
DATE = Kind("date", datetime.date, "date", date, datetime.date.isoformat)
MONTH = Kind("month", Month, "month", month)
CHANGE = Kind("change", int, "count", lambda value, language: number(value, language, signed=True))
CHANGE_PERCENT = Kind(
    "change_percent",
    Fraction,
    "percent",
    lambda value, language: percent(rounded(value), language, signed=True),
    _six_places,
)
SHARE = Kind("share", Fraction, "percent", lambda value, language: percent(rounded(value), language), _six_places)

KINDS = (MONTH, COUNT, PERCENT, HOURS, MONEY, RANGE, DATE, CHANGE, CHANGE_PERCENT, SHARE)
"""All of them; those that are typed stand before those that only follow, of which some have values of the same type."""


SIGNED: dict[str, Callable[[Any, str], str]] = {
    "count": partial(number, signed=True),
    "hours": partial(number, signed=True),
    "percent": partial(percent, signed=True),
    "euro": partial(money, signed=True),
}
"""How a difference is written, by unit."""


def change_of(kind: Kind) -> Kind:
    """Give the kind of the difference of two figures of a kind, which is written with its sign."""
    if kind is COUNT:
        return CHANGE
    return replace(kind, name=f"change_of_{kind.name}", write=SIGNED[kind.unit])


def kind_of(value: Measure) -> Kind:
    """Give the kind of a typed value."""
    return next(kind for kind in KINDS if isinstance(value, kind.type))
