"""The book that a language of the site is made of, for `engine`, which MkDocs loads anew for each."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from macros.report.book import Book


@dataclass(frozen=True)
class Given:
    """A book that is open already, and whether words that are literal are marked with the reason."""

    book: Book
    reasons: bool = False


GIVEN: ContextVar[Given | None] = ContextVar("given", default=None)
"""None where MkDocs was started by itself: then `engine` opens the project."""


@contextmanager
def given(book: Book, *, reasons: bool = False) -> Iterator[None]:
    """Let MkDocs, where it is set up within this, have a book."""
    token = GIVEN.set(Given(book, reasons))
    try:
        yield
    finally:
        GIVEN.reset(token)
