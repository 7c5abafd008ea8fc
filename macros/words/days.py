"""Days and months as people write them: `05.09.2025`, `2025. gada 5. septembris`, `maijs`."""

import re
from datetime import date

from macros.words.language import month

_DAY = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\.?|(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_IN_WORDS = re.compile(r"([0-9]{4})\. ?(?:gada|g\.) ([0-9]{1,2})\. ?([^\W\d_]+)", re.IGNORECASE)
_SLASHES = re.compile(r"\d{4}/\d{1,2}/\d{1,2}|\d{1,2}/\d{1,2}/\d{4}", re.ASCII)


def days_meant(text: str) -> set[str] | None:
    """Give the days, as year-month-day, that a text may mean: none that the calendar has not; None if it is no date."""
    if match := _DAY.fullmatch(text):
        readings = [(match[3], match[2], match[1]) if match[1] else (match[4], match[5], match[6])]
    elif (match := _DAY_IN_WORDS.fullmatch(text)) and (number := month_named(match[3])):
        readings = [(match[1], number, match[2])]
    elif _SLASHES.fullmatch(text):
        first, second, last = text.split("/")
        readings = [(first, second, last)] if first[2:] else [(last, second, first), (last, first, second)]
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
    """Give the number of a month from its name in either language, in any Latvian case; None where it is none."""
    text = text.lower()
    for number in range(1, 13):
        latvian, english = month(number, "lv"), month(number, "en").lower()
        if text == english or (text[:3] == latvian[:3] and text.startswith(latvian.rstrip("s").rstrip("i")[:4])):
            return number
    return None
