"""What came of the cells that somebody filled in: what is taken, and what is told of each."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TypeAlias

from macros.data.schema import LANGUAGES
from macros.office.asked import Wanted
from macros.office.take.cell import Filled
from macros.office.take.edits import Change, Entry
from macros.office.workbook.sheets import spoken
from macros.words.problems import Sentences


@dataclass(frozen=True)
class Told:
    """What became of a cell: where it is, what was understood of it or why it was left."""

    place: Sentences
    name: str
    """The name in the data, "" where they have none such."""
    said: Sentences
    taken: bool


@dataclass
class Taken:
    """All that is taken, by topic, and what is told of each cell that is not as it was."""

    changes: dict[str, list[Change]] = field(default_factory=lambda: defaultdict(list))
    entries: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    told: list[Told] = field(default_factory=list)
    same: int = 0
    """How many cells hold what the data hold already."""
    in_workbook: frozenset[str] = frozenset()
    """The names in the workbook, none of what comes otherwise."""


Values: TypeAlias = dict[str, dict[str, tuple[str, Filled]]]
"""What is meant by cells, each with its own: by name and language."""


def leave(whole: Taken, cell: Filled, lv: str, en: str) -> None:
    """Tell that a cell is left, and why."""
    whole.told.append(Told(cell.place, cell.name, (lv, en), taken=False))


def accept(whole: Taken, cell: Filled, value: str, wanted: Wanted) -> None:
    """Tell that a cell is taken, and what was understood of it."""
    lv, en = (spoken(value, wanted, language) for language in LANGUAGES)
    whole.told.append(Told(cell.place, cell.name, (lv, en), taken=True))
