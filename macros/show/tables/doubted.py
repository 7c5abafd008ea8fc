"""What is said of a figure that a known discrepancy speaks of."""

from macros.data.schema import LANGUAGES, Text
from macros.report.book import Book
from macros.report.doubted import doubted
from macros.show.tables.shape import SiteLink, label

DISCREPANCIES = "discrepancies"
"""The page of a year that lists what does not agree, and the table on it."""


def doubts(book: Book, year: str, name: str) -> tuple[SiteLink, ...]:
    """Give the way to each record that speaks of a figure, in few words, as figures are many; several are numbered."""
    keys = doubted(book, year).get(name, ())
    words = label(book, "figure_doubted")
    return tuple(
        SiteLink(f"{year}/{DISCREPANCIES}.md", _numbered(words, at) if keys[1:] else words, key)
        for at, key in enumerate(keys, 1)
    )


def _numbered(words, number) -> Text:
    return Text(**{one: f"{words.in_(one)} ({number})" for one in LANGUAGES})
