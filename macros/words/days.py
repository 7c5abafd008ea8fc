"""Days and months as people write them: `05.09.2025`, `2025. gada 5. septembris`, `maijs`."""

import re
from datetime import date

from macros.words.language import month

_YEAR = r"\.?(?: ?(?:gad[asā]|g\.))?"
"""What people write behind the number of a year."""
_DAY = re.compile(rf"(\d{{1,2}})\. ?(\d{{1,2}})\. ?(\d{{4}}){_YEAR}", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([-/]|\. ?)(\d{1,2})\2(\d{1,2})\.?", re.ASCII)
_DAY_IN_WORDS = re.compile(r"([0-9]{4})\. ?(?:gada|g\.) ?([0-9]{1,2})\. ?([^\W\d_]+)\.?", re.IGNORECASE)
_YEAR_LAST = re.compile(rf"([0-9]{{1,2}})\.? ?([^\W\d_]+)\.? ([0-9]{{4}}){_YEAR}", re.IGNORECASE)
_UNCLEAR = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4})", re.ASCII)
"""The day or the month first, as the country of the writer, or of the program, has it."""
_BEGUN = 3
"""How many letters tell a month from all others."""


def days_meant(text: str) -> set[str] | None:
    """Give the days, as year-month-day, that a text may mean: none that the calendar has not; None if it is no date."""
    if match := _DAY.fullmatch(text):
        readings = [(match[3], match[2], match[1])]
    elif match := _YEAR_FIRST.fullmatch(text):
        readings = [(match[1], match[3], match[4])]
    elif (match := _DAY_IN_WORDS.fullmatch(text)) and (number := month_named(match[3])):
        readings = [(match[1], number, match[2])]
    elif (match := _YEAR_LAST.fullmatch(text)) and (number := month_named(match[2])):
        readings = [(match[3], number, match[1])]
    elif match := _UNCLEAR.fullmatch(text):
        readings = [(match[4], match[3], match[1]), (match[4], match[1], match[3])]
    else:
        return None
    return {day for reading in readings if (day := _in_the_calendar(*reading))}


def _in_the_calendar(year, month, day):
    """Give a day as year-month-day; None where there is none such."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def month_named(text: str) -> int | None:
    """Give the number of a month from its name in either language, in any Latvian case, or from as much of it as tells.

    None where it is none.
    """
    text = text.lower()
    for number in range(1, 13):
        latvian, english = month(number, "lv"), month(number, "en").lower()
        begun = len(text) >= _BEGUN and (latvian.startswith(text) or english.startswith(text))
        if begun or (text[:3] == latvian[:3] and text.startswith(latvian.rstrip("s").rstrip("i")[:4])):
            return number
    return None
