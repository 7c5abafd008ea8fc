"""A table as data: columns of one kind each, rows of plain values; words have a column for each language."""

import datetime
from dataclasses import dataclass, replace
from decimal import Decimal
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
    where a cell is a list.
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
        """Give it without the words of other languages."""
        kept = [at for at, column in enumerate(self.columns) if column.language in (None, language)]
        columns = tuple(self.columns[at] for at in kept)
        return replace(self, columns=columns, rows=tuple(tuple(row[at] for at in kept) for row in self.rows), key=())


def in_languages(name: str, heading: Text, separator: str = "") -> tuple[Column, ...]:
    """Give the columns of what is said in words, one for each language; a `separator` parts what are lists."""
    return tuple(Column(f"{name}_{one}", heading, language=one, separator=separator) for one in LANGUAGES)


def in_both(text: Text) -> list[dict[str, str]]:
    """Give a text as JSON-LD has it, in the languages in which there is one."""
    return [{"@value": words, "@language": one} for one in LANGUAGES if (words := getattr(text, one))]
