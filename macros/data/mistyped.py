"""What to write where a number has to stand and something else does."""

import re
import unicodedata
from typing import Any

from macros.data.read import LONGEST_NUMBER
from macros.words.days import days_meant, month_named
from macros.words.problems import Sentences
from macros.words.signs import INVISIBLE

NUMBERS = ("int_type", "percent_type", "hours_type", "money_type", "figure_type", "range_type")
"""How pydantic and the kinds of values call what is no number."""

_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}([.,'’_][0-9]{3})+", re.ASCII)
_DECIMAL = re.compile(r"([0-9]{1,9})(?:[.,]([0-9]{1,9}))?", re.ASCII)
_UNITS = {"percent_type": "%", "hours_type": "h", "money_type": "€"}
_WITH_UNIT = re.compile(r"([0-9]{1,9}),([0-9]{1,9})([%h])", re.ASCII)
_RANGE = re.compile(r"[0-9][0-9.,]*\s?[%h]?\s?[-–]\s?[0-9][0-9.,]*\s?[%h]", re.ASCII)
_FRACTION = re.compile(r"[0-9]+[.,][0-9]+", re.ASCII)


def bare(value: str) -> str:
    """Give what is written without spaces and signs that nobody sees."""
    return INVISIBLE.sub("", re.sub(r"\s", "", value))


def number_typed(value: str, shown: str) -> Sentences:
    """Give what is wrong with digits that are no number; `shown` are those that are shown of them."""
    digits = bare(value)
    if len(digits) > LONGEST_NUMBER:
        return (
            f"skaitlī “{shown}” ir vairāk par {LONGEST_NUMBER} zīmēm",
            f"the number “{shown}” has more than {LONGEST_NUMBER} characters",
        )
    if not digits.isascii():
        return f"“{shown}” nav parastie cipari", f"“{shown}” is not written in ordinary digits"
    if digits == value:
        return f"skaitlis “{shown}” ir pēdiņās", f"the number “{shown}” is in quotes"
    return (
        f"skaitlī “{shown}” ir atstarpe vai neredzama zīme",
        f"there is a space or an invisible character in “{shown}”",
    )


def advice(value: Any, kind: str) -> Sentences:
    """Give what to write where a number or a date is wanted, each sentence after a space; nothing where `kind` is none.

    All numbers of a year may be left empty.
    """
    if isinstance(value, str) and kind.startswith("date"):
        days = days_meant(" ".join(INVISIBLE.sub("", value[:100]).split())) or ()
        day = next(iter(days), None) if len(days) == 1 else None
        return (f" Rakstiet {day}.", f" Write {day}.") if day else ("", "")
    if kind not in NUMBERS or (not isinstance(value, str) and kind != "int_type") or isinstance(value, dict | tuple):
        return "", ""
    typed = re.sub(r"\d", lambda digit: str(unicodedata.decimal(digit[0])), bare(str(value)[:100]))
    if not re.search(r"\d", typed):
        if month := month_named(typed):
            return f" Rakstiet {month}.", f" Write {month}."
        return (
            " Ja skaitlis nav zināms, aiz kola neko nerakstiet.",
            " If the number is not known, write nothing after the colon.",
        )
    if number := _meant(typed, kind):
        return f" Rakstiet {number}.", f" Write {number}."
    if kind == "figure_type" and _RANGE.fullmatch(value[:100]):
        return (
            " Procentus vai stundas “no–līdz” ieraksta kā divus skaitļus, katru ar savu nosaukumu.",
            " A range of shares or hours is entered as two numbers, each under a name of its own.",
        )
    if typed.isdigit() or _FRACTION.fullmatch(typed) or kind == "range_type" or not isinstance(value, str):
        return "", ""
    return (
        " Rakstiet tikai pašu skaitli, bez liekiem vārdiem un zīmēm; ja tas nav zināms, aiz kola neko nerakstiet.",
        " Write the number alone, without further words and signs; if it is not known, write nothing after the colon.",
    )


def _meant(typed, kind):
    """Give the number that is meant, as it has to be written, or None where that is a guess."""
    if kind in _UNITS:
        match = _DECIMAL.fullmatch(typed.removesuffix(_UNITS[kind]))
        return ".".join(filter(None, match.groups())) if match else None
    if match := _WITH_UNIT.fullmatch(typed) if kind == "figure_type" else None:
        return f"{match[1]}.{match[2]} {match[3]}"
    whole = re.sub(r"[.,'’_]", "", typed) if _THOUSANDS.fullmatch(typed) else typed.rstrip(".,;")
    plain = re.fullmatch(r"\+?0*([0-9]+)", whole, re.ASCII)
    return plain[1] if plain and len(plain[1]) <= LONGEST_NUMBER else None
