"""What charts of all kinds have: sentences that say what is drawn, and a table of the data."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from macros.data.schema import Text
from macros.report.book import Book
from macros.show.tables.shape import Group, Named, Table, figure_of

Shown = Named | Text | None
"""A figure of a chart by its name: None where its report does not state it, words for why where there can be none."""
Piece = Shown | int | Decimal | str
"""What stands in a sentence: words, a figure by its name, a number that has none, or signs between these."""


@dataclass(frozen=True)
class Sentence:
    """One of the program's labels, and the pieces that stand one after the other in the place of each of its marks."""

    label: Text
    marks: dict[str, tuple[Piece, ...]]


Leading = tuple[tuple[Piece, Named | int], ...]
"""What a small picture of a chart has room for: a bar for each, with what it is of."""


def joined(sign: str, parts: Iterable[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """Give the pieces of all parts, with a sign between one part and the next."""
    pieces: tuple[Piece, ...] = ()
    for part in parts:
        pieces = (*pieces, sign, *part) if pieces else part
    return pieces


def stated(book: Book, year: str, figure: Shown) -> int | Decimal | None:
    """Give the number that a figure is, or None where it has none."""
    value = figure_of(book, figure, year).value if isinstance(figure, Named) else None
    return value if isinstance(value, int | Decimal) else None


def is_unstated(book: Book, year: str, figure: Shown) -> bool:
    """Say whether a figure has no number at all, not even a range."""
    return not isinstance(figure, Named) or figure_of(book, figure, year).value is None


def data_table(groups: Iterable[Group], columns: tuple[Text | Named, ...], *, numbers: bool = True) -> Table:
    """Give the `Table` of a chart's data; all columns but the first hold numbers.

    It may be folded, so nothing in it takes the focus: its numbers lead nowhere, and it never scrolls.
    """
    numeric = frozenset(range(1, len(columns))) if numbers else frozenset()
    return Table(tuple(groups), numeric, layout="stacked", columns=columns, plain_numbers=True)
