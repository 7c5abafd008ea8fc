"""How far a year is: in each file of its data, how many of the places that may be empty are filled in."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType
from typing import Any, get_args, get_origin

from macros.data.hints import hint
from macros.data.name import Name
from macros.data.schema import LANGUAGES, Report
from macros.data.schema.kinds import Model
from macros.report.book import Book
from macros.words.signs import capitalised

_NEVER = ("rules", "claims", "discrepancies", "corrections", "sources")
"""Files in which an empty place means something."""
_EMPTY: tuple[object, ...] = (None, {}, ())


@dataclass(frozen=True)
class Filled:
    """A file of data, `topic` without its ending, and how many of its `places` are filled in."""

    topic: str
    filled: int
    places: int


def filled(book: Book, year: str) -> list[Filled]:
    """Give the files of a year that have places to fill in, in the order of the report.

    What is empty and a record of discrepancies speaks of is to be asked, not filled in.
    """
    found: dict[str, list[bool]] = {}
    blanks = {*book.blanks}
    for name, value in _places(book.site.years[year], Report, Name(year)):
        if name.topic not in _NEVER and book.loaded.is_typed(name) and (value not in _EMPTY or name in blanks):
            found.setdefault(name.topic, []).append(value not in _EMPTY)
    return [Filled(topic, sum(done), len(done)) for topic, done in found.items()]


def about(one: Filled, language: str) -> str:
    """Give what a file is about, such as “Learners by area; how many joined and how many left”."""
    return capitalised(hint(one.topic)[LANGUAGES.index(language)])


def _places(value: Any, kind: Any, name: Name) -> Iterator[tuple[Name, Any]]:
    """Yield the name and the value of each place below a value of a kind that may be empty."""
    if NoneType in get_args(kind) or value in _EMPTY:
        yield name, value
    elif isinstance(value, Model):
        for key, field in type(value).model_fields.items():
            yield from _places(getattr(value, key), field.annotation, name.below(key))
    elif isinstance(value, dict):
        item = get_args(kind)[1] if get_origin(kind) is dict else None
        for key, one in value.items():
            yield from _places(one, item, name.below(key))
