"""One cell that came back: what it holds, and why something is not clear."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from macros.words.problems import Reason, Sentences


@dataclass(frozen=True)
class Cell:
    """What a cell holds: a number, a day, words, or None; `unit` is “%” of a number that is shown as a share.

    `odd` says why nothing in it is believed: it is a formula, or shows an error.
    """

    value: Any = None
    unit: str = ""
    odd: Sentences | None = None


class Unclear(Reason):
    """Raised where it is not clear what was typed."""


def exact(value: float | Decimal) -> Decimal:
    """Give a number of a cell as it is shown: a spreadsheet keeps fifteen digits."""
    return value if isinstance(value, Decimal) else Decimal(f"{value:.15g}")
