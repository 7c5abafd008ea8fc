"""One cell that came back: what it holds, and why something is not clear."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from macros.words.problems import Reason, Sentences

_SPACES = re.compile(r"[\s\u00a0\u202f\u2007-\u200a]+")
_SHORT = 40  # enough to recognise it


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


def spaced(text: object) -> str:
    """Give words on one line, with plain single spaces."""
    return _SPACES.sub(" ", str(text)).strip()


def short(text: object) -> str:
    """Give as much of what was typed as tells which it is."""
    text = spaced(text)
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
