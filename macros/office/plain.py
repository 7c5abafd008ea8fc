"""A value of the data as one line of text, the same however it is typed: what is compared, and what goes into YAML."""

import datetime
import unicodedata
from decimal import Decimal
from typing import Any

from macros.data.schema import Hours, Percent, Range, Text
from macros.words.spaces import shortened, single_spaced

_SHORT = 40  # enough to recognise it


def plain(value: Any, language: str = "lv") -> str:
    """Give a value as text, nothing for None: `14.8`, `55 %`, `6 h`, `6-7`, `2025-05-31`; keys a line each.

    Of a text in both languages it is the words in `language`; a share or hours stand without their unit.
    """
    if value is None:
        return ""
    if isinstance(value, Text):
        return words(getattr(value, language))
    if isinstance(value, Range):
        return f"{value.low}-{value.high}"
    if isinstance(value, tuple):
        return "\n".join(value)
    if isinstance(value, Decimal):
        return decimal(value)
    return value.isoformat() if isinstance(value, datetime.date) else words(str(value))


def of_figure(value: Any) -> str:
    """Give a number that is told from others by its unit: `24`, `55 %`, `6 h`, `6-7`."""
    unit = " %" if isinstance(value, Percent) else " h" if isinstance(value, Hours) else ""
    return plain(value) + unit


def of_kind(kind: str, value: Any, language: str) -> str:
    """Give a value as text where something of a kind is wanted: see `Wanted`."""
    return of_figure(value) if kind == "figure" else plain(value, language)


def decimal(value: Decimal) -> str:
    """Give a number with a point, and without zeros at its end."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def words(text: str) -> str:
    """Give words as they are kept: signs composed, lines that end in nothing else, nothing empty round them."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(map(str.rstrip, text.split("\n"))).strip()


def short(text: object) -> str:
    """Give as much of what was typed as tells which it is."""
    return shortened(single_spaced(str(text)), _SHORT)
