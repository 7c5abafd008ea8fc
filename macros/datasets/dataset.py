"""A table as data: columns of one kind each, rows of plain values; words have a column for each language."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import compress
from typing import Literal

from macros.data.schema import LANGUAGES, Text

Value = str | int | Decimal | datetime.date | bool | None
"""What a cell holds; None is what is not stated."""
Kind = Literal["text", "integer", "decimal", "date", "boolean"]

MOST_PLACES = 2
"""How many decimals of a number as typed people see at most."""


@dataclass(frozen=True)
class Column:
    """A column: its name for programs, its heading for people, what it holds.

    `language` is that of words, None where all languages have the same. `unit` is that of numbers, where all have one,
    else `units` has that of each row; `places` says how many decimals people see, `signed` that they see a sign before
    what is more than nothing. `codes` are the words for what stands in it for programs; `separator` parts the items
    where a cell is a list. What `repeats` has the words of another column in the other language: for people, who see
    one at a time.
    """

    name: str
    heading: Text
    kind: Kind = "text"
    language: str | None = None
    unit: str | None = None
    units: tuple[str | None, ...] = ()
    places: int = 0
    signed: bool = False
    codes: tuple[tuple[str, Text], ...] = ()
    separator: str = ""
    repeats: bool = False


@dataclass(frozen=True)
class Dataset:
    """Rows under columns; `key` names the columns by which a row is known, `year` is None for what is of all years.

    `of` are the words to cite the report by that the data are of.
    """

    name: str
    year: str | None
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[Text, ...] = ()
    source: Text | None = None
    key: tuple[str, ...] = ()
    of: Text | None = None

    def in_(self, language: str) -> "Dataset":
        """Give it for people, without the words of other languages."""
        return replace(self._where(lambda column: column.language in (None, language)), key=())

    def in_all(self) -> "Dataset":
        """Give it for programs, in all languages, so without what repeats the words of one beside the other."""
        return self._where(lambda column: not column.repeats)

    def _where(self, is_kept: Callable[[Column], bool]) -> "Dataset":
        there = [*map(is_kept, self.columns)]
        rows = tuple(tuple(compress(row, there)) for row in self.rows)
        return replace(self, columns=tuple(compress(self.columns, there)), rows=rows)


def in_languages(name: str, heading: Text, separator: str = "") -> tuple[Column, ...]:
    """Give the columns of what is said in words, one for each language; a `separator` parts what are lists."""
    return tuple(Column(f"{name}_{one}", heading, language=one, separator=separator) for one in LANGUAGES)


def in_both(text: Text) -> list[dict[str, str]]:
    """Give a text as JSON-LD has it, in the languages in which there is one."""
    return [{"@value": words, "@language": one} for one in LANGUAGES if (words := getattr(text, one))]
