"""What figures are made of, and the register of all of them. Numbers stand here by their names, as in tables."""

from dataclasses import dataclass
from typing import Literal

from macros.data.schema import Text


@dataclass(frozen=True)
class Bar:
    """A bar from zero to the named figure, of another year if one is given; `words` say which of its group it is."""

    words: Text
    name: str
    year: str | None = None


@dataclass(frozen=True)
class Group:
    """Bars that belong together under a heading, drawn to one scale.

    `full` is what the whole width stands for; None where that is the largest figure of the drawing, or of the group
    where each `Bars` group has a scale of its own.
    """

    heading: Text
    bars: tuple[Bar, ...]
    full: int | None = None


@dataclass(frozen=True)
class Bars:
    """Groups of horizontal bars, each group with the same few bars in the same order.

    `groups_differ` says that each group counts something else, and so has a scale of its own. `change` names the
    figure of each group that says how its last bar differs from its first; `total` is a group of sums, told but not
    drawn.
    """

    groups: tuple[Group, ...]
    groups_differ: bool = False
    changes: tuple[str, ...] = ()
    total: Group | None = None
    total_change: str | None = None


@dataclass(frozen=True)
class Step:
    """A step of a bridge: a level on zero, what is added to it or taken away, or a level printed elsewhere."""

    kind: Literal["level", "more", "less", "elsewhere"]
    words: Text
    name: str


@dataclass(frozen=True)
class Bridge:
    """From one level to the next: start + joined − left = end, and what the report prints for the end elsewhere."""

    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Question:
    """A question of a survey: who was asked and how many, each answer and its share, and the name of their sum.

    `total` is None where the report does not give all answers.
    """

    words: Text
    asked: Text
    base: str
    answers: tuple[Bar, ...]
    total: str | None


@dataclass(frozen=True)
class Shares:
    """Answers to questions as parts of bars whose whole width is 100 %."""

    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Status:
    """How far something was achieved: `key` is achieved, partly or not_achieved, None where that is not stated."""

    key: str | None
    words: Text


@dataclass(frozen=True)
class Statuses:
    """Rows of statuses, one for each column."""

    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, tuple[Status, ...]], ...]
    counts: tuple[tuple[Text, str], ...]
    """Each status that there is, and the name of how many there are."""


@dataclass(frozen=True)
class Matrix:
    """What is there and what is not: rows by columns."""

    corner: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[str, tuple[bool, ...]], ...]


Drawing = Bars | Bridge | Shares | Statuses | Matrix

BUILDERS = {}
"""Name → function of the site and the year that gives a `Drawing`, or None where the year has nothing to draw."""
TOPICS = {}
"""Name → file of the year that says which section of the report the figure's numbers are from."""


def builder(name, topic):
    """Register a function as the figure called `name`, whose numbers are from the file `topic`."""

    def register(function):
        BUILDERS[name], TOPICS[name] = function, topic
        return function

    return register
