"""What a table is called: its declaration, and the subject and the school years that its words have places for."""

from collections.abc import Callable
from functools import partial

from macros.data.name import Name, with_keys
from macros.data.schema import Text
from macros.data.schema.tables import Table as Declared
from macros.report.book import Book
from macros.report.tables import tables
from macros.show.tables.shape import Filled, filled
from macros.words.language import school_year, year_after, year_marks


def found(book: Book, year: str, name: str) -> tuple[str | None, Declared | None, tuple[str, ...]]:
    """Give the declaration that serves a table, after its own name, and the keys that the stars of that stand for."""
    known = tables(book.site, year)
    pattern, keys = Name(None, name).among(known)
    return pattern, known[pattern] if pattern else None, keys


def caption(book: Book, year: str, name: str) -> Text | None:
    """Give the caption of a table, None where it has none or there is no such table."""
    _pattern, table, keys = found(book, year, name)
    return filling(book, year, table, keys)(table.caption) if table and table.caption else None


def filling(book: Book, year: str, table: Declared, keys: tuple[str, ...]) -> Callable[[Text], Filled]:
    """Give what puts the number and the name of the subject of a table, and the school years, into its words."""
    subject = Name(year, with_keys(table.of, keys)).found(book.site) if table.of else None
    named = {"number": subject.number, "name": subject.name} if subject else {}
    last = book.site.before(year) or year_after(year, -1)
    marks = {**year_marks(year), "before": partial(school_year, last), **named}
    return lambda text: filled(text, **marks)
