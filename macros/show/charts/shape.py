"""What charts of all kinds have: sentences that say what is drawn, and a table of the data."""

from dataclasses import dataclass
from decimal import Decimal

from macros.data.schema import Text
from macros.show.tables.shape import Named, Table

Piece = Text | Named | int | Decimal | str
"""What stands in a sentence: words, a figure by its name, a number that has none, or signs between these."""


@dataclass(frozen=True)
class Sentence:
    """One of the program's labels, and the pieces that stand one after the other in the place of each of its marks."""

    label: Text
    marks: dict[str, tuple[Piece, ...]]


def joined(sign, parts):
    """Give the pieces of all parts, with a sign between one part and the next."""
    pieces = ()
    for part in parts:
        pieces = (*pieces, sign, *part) if pieces else tuple(part)
    return pieces


def stated(book, year, figure):
    """Give the exact value of a `Named` figure, or None where it is not stated."""
    return book.names[figure.year or year][figure.name].value


def data_table(groups, columns, *, numbers=True):
    """Give the `Table` of a chart's data; all columns but the first hold numbers.

    It may be folded, so nothing in it takes the focus: its numbers lead nowhere, and it never scrolls.
    """
    numeric = frozenset(range(1, len(columns))) if numbers else frozenset()
    return Table(tuple(groups), numeric, layout="stacked", columns=tuple(columns), plain_numbers=True)
