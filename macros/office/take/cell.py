"""One cell that came back: where it is, what it holds and is for, and why something is not clear."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from macros.office.plain import short
from macros.words.problems import Reason, Sentences


@dataclass(frozen=True)
class Cell:
    """What a cell holds: a number, a day, words, or None; `unit` is “%” of a number that is shown as a share.

    `odd` says why nothing in it is believed: it is a formula, or shows an error.
    """

    value: Any = None
    unit: str = ""
    odd: Sentences | None = None


@dataclass(frozen=True)
class Filled:
    """A cell that came back; `was` is what it held when the workbook was made, None where that is not known."""

    place: Sentences
    name: str
    language: str
    cell: Cell
    was: str | None = None
    is_gone: bool = False
    """Whether the row of this name, which the workbook was made with, is no longer on its sheet."""


def on_sheet(title: str, what: Sentences = ("", "")) -> Sentences:
    """Give where something is on a sheet: the sheet, and what of it."""
    return f"lapa “{short(title)}”{what[0]}", f"sheet “{short(title)}”{what[1]}"


def at_cell(title: str, letter: str) -> Sentences:
    """Give where a cell is: the sheet, and its column and row, such as `D10`."""
    return on_sheet(title, (f", šūna {short(letter)}", f", cell {short(letter)}"))


def not_taken(place: Sentences, why: Sentences) -> Filled:
    """Give what is for no place in the data, such as a note or a sheet, and why nothing of it is taken."""
    return Filled(place, "", "lv", Cell(odd=why))


class Unclear(Reason):
    """Raised where it is not clear what was typed."""


def exact(value: float | Decimal) -> Decimal:
    """Give a number of a cell as it is shown: a spreadsheet keeps fifteen digits."""
    return value if isinstance(value, Decimal) else Decimal(f"{value:.15g}")
