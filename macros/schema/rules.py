"""What must hold between the figures and texts of a year, and where it is known not to.

A rule's `kind` is its word; the words it needs beside it are the fields below. A name in a rule is a name that pages
use (`learners.total_end`), `*` in it stands for every key in that place.
"""

from typing import Annotated, Literal

from pydantic import Field

from macros.schema.kinds import Day, Model, Text


class _Rule(Model):
    says: Text
    """What must hold, in one sentence for staff."""


class Sum(_Rule):
    """The parts add up to the whole."""

    kind: Literal["sum"]
    parts: tuple[str, ...]
    whole: str


class Same(_Rule):
    """The same fact, stated in several places, is the same in all."""

    kind: Literal["same"]
    values: tuple[str, ...]


class Part(_Rule):
    """Each part is no larger than the whole."""

    kind: Literal["part"]
    parts: tuple[str, ...]
    whole: str


class Ratio(_Rule):
    """The printed share is what part and whole give, rounded to its last digit."""

    kind: Literal["ratio"]
    part: str
    whole: str
    share: str


class Hundred(_Rule):
    """The shares of all answers to a question, as printed, make 100 %."""

    kind: Literal["hundred"]
    shares: tuple[str, ...]


class People(_Rule):
    """Each share is that of a whole number of people out of so many."""

    kind: Literal["people"]
    shares: tuple[str, ...]
    out_of: str


class Flow(_Rule):
    """Start + joined − left = end."""

    kind: Literal["flow"]
    start: str
    joined: str
    left: str
    end: str


class ListCount(_Rule):
    """A list has as many items as stated."""

    kind: Literal["count"]
    items: str
    stated: str


class Goal(Model):
    """A target and what came of it: a figure, or the number of items in a list."""

    target: str
    result: str | None = None
    items: str | None = None


class Met(_Rule):
    """The result of each target is stated and no lower than the target, and the status says the same."""

    kind: Literal["met"]
    goals: tuple[Goal, ...]
    status: str | None = None


class NotLower(_Rule):
    """A figure is no lower than another; `*` stands for the same key in both."""

    kind: Literal["not_lower"]
    value: str
    than: str


class Mentions(_Rule):
    """A Latvian text speaks of what it has to answer: one of the words, or their beginnings, is in it."""

    kind: Literal["mentions"]
    text: str
    words: tuple[str, ...]


class Silent(_Rule):
    """While a figure is zero, a Latvian text does not count on what there is none of."""

    kind: Literal["silent"]
    text: str
    words: tuple[str, ...]
    while_zero: str


class Numbered(_Rule):
    """A numbered list of results has an item for each that was expected, numbered in one run."""

    kind: Literal["numbered"]
    expected: str
    result: str


class Includes(_Rule):
    """What is named in one list is also in the other."""

    kind: Literal["includes"]
    items: str
    among: str


class NoFigures(_Rule):
    """Texts under a qualitative heading hold no figures."""

    kind: Literal["no_figures"]
    texts: tuple[str, ...]


class OneMinimum(_Rule):
    """After “vismaz” comes one number: “at least 6–7” says two things."""

    kind: Literal["one_minimum"]
    texts: tuple[str, ...]


class Group(_Rule):
    """No group of people is so small that somebody could be recognised, nor is what remains of its whole.

    `of` is the whole that the group is a part of, if the report states it; a share of it is taken as people.
    """

    kind: Literal["group"]
    people: tuple[str, ...]
    of: str | None = None


Rule = Annotated[
    Sum
    | Same
    | Part
    | Ratio
    | Hundred
    | People
    | Flow
    | ListCount
    | Met
    | NotLower
    | Mentions
    | Silent
    | Numbered
    | Includes
    | NoFigures
    | OneMinimum
    | Group,
    Field(discriminator="kind"),
]


class Discrepancy(Model):
    """A rule that the report is known to break.

    `found` is what the rules found when the record was written, rule by rule: where the data change, so does the
    finding, and the record has to be looked at again. With an `answer` of the centre the question is closed.
    """

    found: dict[str, str]
    audience: Literal["reader", "editor"]
    since: Day
    title: Text
    note: Text
    question: Text | None = None
    answer: Text | None = None
