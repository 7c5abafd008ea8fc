"""Numbers and days as people type them into a cell, as `plain` has them; what is not clear raises `Unclear`."""

import datetime
import re
from decimal import Decimal

from macros.data.read import LONGEST_NUMBER
from macros.office.plain import decimal, short
from macros.office.take.cell import Cell, Unclear, exact
from macros.words.days import days_meant, month_named
from macros.words.spaces import single_spaced

_NUMBER = re.compile(
    r"(?P<whole>\d{1,3}(?:(?P<by>[ '’.,])\d{3})(?:(?P=by)\d{3})*|\d+)(?:(?P<mark>[.,])(?P<rest>\d+))?", re.ASCII
)
_UNITS = {"%": r"%|procent\w*|percent|per cent", "h": r"h|st\.|stund\w*|hours?"}
_WITH_UNIT = re.compile(rf"(.*?) ?(?:({_UNITS['%']})|({_UNITS['h']}))", re.IGNORECASE)
_EUROS = re.compile(r"^(?:€|EUR) ?| ?(?:€|EUR|eiro|euros?)$", re.IGNORECASE)
_RANGE = re.compile(r"(?:no )?(\d{1,9}) ?(?:[-–—]|līdz|to) ?(\d{1,9})", re.ASCII | re.IGNORECASE)
_TOO_LARGE = 10**LONGEST_NUMBER
_TOO_LONG = (
    f"skaitlī ir vairāk par {LONGEST_NUMBER} zīmēm",
    f"the number has more than {LONGEST_NUMBER} characters",
)


def _number(cell, what):
    """Give `(number, unit)` of a cell; `what` has to stand there, in both languages."""
    if isinstance(cell.value, int | float):
        if not abs(cell.value) < _TOO_LARGE:  # nor what is no number at all
            raise Unclear(*_TOO_LONG)
        return exact(cell.value) * (100 if cell.unit else 1), cell.unit
    if not isinstance(cell.value, str):
        raise Unclear(
            f"tabula to pārvērtusi par datumu vai laiku; te jābūt {what[0]}",
            f"the spreadsheet has made a date or time of it; this has to be {what[1]}",
        )
    text, unit = single_spaced(str(cell.value)), ""
    if match := _WITH_UNIT.fullmatch(text):
        text, unit = match[1], "%" if match[2] else "h"
    match = _NUMBER.fullmatch(text)
    if not match:
        raise Unclear(
            f"“{short(cell.value)}” neder: te jābūt {what[0]}; ierakstiet tikai pašu skaitli",
            f"“{short(cell.value)}” will not do: this has to be {what[1]}; enter the number alone",
        )
    whole, by, mark = match["whole"], match["by"], match["mark"]
    if by in (".", ",") and not mark and whole.count(by) == 1 and unit != "%":
        joined, parted = whole.replace(by, ""), whole.replace(by, ",")
        raise Unclear(
            f"nav skaidrs, vai “{whole}” ir {joined} vai {parted}; rakstiet skaitli bez atdalītājiem",
            f"it is not clear whether “{whole}” is {joined} or {whole.replace(by, '.')}; write it without separators",
        )
    if by in (".", ",") and whole.count(by) == 1 and not mark:
        whole, by = whole.replace(by, "."), ""
    if len(text) > 2 * LONGEST_NUMBER:
        raise Unclear(*_TOO_LONG)
    digits = re.sub(r"[ '’]" if by not in (".", ",") else rf"\{by}", "", whole)
    if by and by == mark:
        raise Unclear(f"“{short(text)}” nav skaitlis", f"“{short(text)}” is not a number")
    return Decimal(digits + (f".{match['rest']}" if mark else "")), unit


def count(cell: Cell) -> str:
    """Give a whole number from 0."""
    return _whole(cell, *_number(cell, ("veselam skaitlim", "a whole number")))


def _whole(cell, number, unit):
    if unit:
        raise Unclear("te jābūt skaitam bez mērvienības", "this has to be a count without a unit")
    if number != number.to_integral_value() or number < 0:
        raise Unclear(
            f"“{_shown(cell)}” nav vesels skaitlis, 0 vai lielāks", f"“{_shown(cell)}” is not a whole number, 0 or more"
        )
    return _fits(decimal(number.quantize(Decimal(1))))


def _shown(cell):
    return short(cell.value).replace(".", ",") if isinstance(cell.value, float) else short(cell.value)


def _fits(text):
    if len(text) > LONGEST_NUMBER:
        raise Unclear(*_TOO_LONG)
    return text


def percent(cell: Cell) -> str:
    """Give a share from 0 to 100, without its sign."""
    number, unit = _number(cell, ("procentiem no 0 līdz 100", "a share from 0% to 100%"))
    if unit == "h":
        raise Unclear("te jābūt procentiem, nevis stundām", "this has to be a share, not hours")
    if not unit and 0 < number <= 1:
        tiny, share = decimal(number), decimal(number * 100)
        raise Unclear(
            f"nav skaidrs, vai tie ir {share.replace('.', ',')} % vai {tiny.replace('.', ',')} %; rakstiet ar % zīmi",
            f"it is not clear whether this is {share}% or {tiny}%; write it with the % sign",
        )
    if not 0 <= number <= 100:  # noqa: PLR2004
        told = decimal(number)
        raise Unclear(f"{told.replace('.', ',')} % nav robežās no 0 līdz 100 %", f"{told}% is not between 0% and 100%")
    return _fits(decimal(number))


def hours(cell: Cell) -> str:
    """Give a number of hours, without their sign."""
    number, unit = _number(cell, ("stundu skaitam, piemēram, 10,98", "a number of hours such as 10.98"))
    if unit == "%" or number < 0:
        raise Unclear("te jābūt stundu skaitam, piemēram, 10,98", "this has to be a number of hours such as 10.98")
    return _fits(decimal(number))


def money(cell: Cell) -> str:
    """Give an amount in euros, without their sign."""
    what = "summai eiro, piemēram, 1250,50", "an amount in euros such as 1250.50"
    if isinstance(cell.value, str):
        cell = Cell(_EUROS.sub("", single_spaced(cell.value)))
    number, unit = _number(cell, what)
    if unit:
        raise Unclear(f"te jābūt {what[0]}", f"this has to be {what[1]}")
    return _fits(decimal(number))


def figure(cell: Cell) -> str:
    """Give a count, `55 %`, `6 h` or `6-7`."""
    if isinstance(cell.value, str) and (match := _RANGE.fullmatch(single_spaced(cell.value))):
        low, high = int(match[1]), int(match[2])
        if low >= high:
            raise Unclear(
                f"“{short(cell.value)}”: mazākais skaitlis jāraksta pirmais",
                f"“{short(cell.value)}”: the smaller number goes first",
            )
        return f"{low}-{high}"
    number, unit = _number(cell, ("skaitlim: 24, 55 %, 6 h vai 6–7", "a number: 24, 55%, 6 h or 6–7"))
    if unit == "%":
        return f"{percent(Cell(f'{decimal(number)} %'))} %"
    return f"{_fits(decimal(number))} h" if unit == "h" else _whole(cell, number, unit)


def day(cell: Cell) -> str:
    """Give a day as year-month-day."""
    value = cell.value
    if isinstance(value, datetime.datetime):
        if value.time() != datetime.time():
            raise Unclear(
                "te ir arī pulksteņa laiks; ierakstiet tikai datumu", "there is a time, too; enter the date alone"
            )
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    text = single_spaced(str(value))
    days = days_meant(text)
    if days is None:
        raise Unclear(
            f"“{short(text)}” nav datums; rakstiet, piemēram, 05.09.2025",
            f"“{short(text)}” is not a date; write it like 05.09.2025",
        )
    if not days:
        raise Unclear(f"datuma “{short(text)}” kalendārā nav", f"there is no date “{short(text)}”")
    if len(days) > 1:
        raise Unclear(
            f"nav skaidrs, kas datumā “{text}” ir diena un kas mēnesis; rakstiet, piemēram, 05.09.2025",
            f"it is not clear which of “{text}” is the day and which the month; write it like 05.09.2025",
        )
    return days.pop()


def month(cell: Cell) -> str:
    """Give the number of a month, typed as such or by its name."""
    text = single_spaced(str(cell.value)).rstrip(".")
    number = month_named(text) if isinstance(cell.value, str) else None
    if number is None:
        number = int(_whole(cell, *_number(cell, ("mēnesim no 1 līdz 12", "a month, 1 to 12"))))
    if not 1 <= number <= 12:  # noqa: PLR2004
        raise Unclear(
            f"mēneša “{short(text)}” nav; mēneši ir no 1 līdz 12",
            f"there is no month “{short(text)}”; months are 1 to 12",
        )
    return str(number)


KINDS = {
    "count": count, "percent": percent, "hours": hours, "money": money, "figure": figure, "day": day, "month": month,
}  # fmt: skip
"""What reads each kind of value."""
