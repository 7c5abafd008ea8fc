"""What must hold between the figures and texts of a year, where it is known not to, and what is said while it holds.

A rule's `kind` is its word; the words it needs beside it are the fields below. A name in a rule is a name that pages
use (`learners.total_end`), `*` in it stands for every key in that place.
A claim is a rule whose sentence readers see; rules and claims are written alike.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.data.schema.comparisons import (
    Above,
    Below,
    Differ,
    Largest,
    Marked,
    Missed,
    Missing,
    Nothing,
    NotLower,
    Some,
)
from macros.data.schema.kinds import Day, Model, Text, Untranslated
from macros.data.schema.rule import (
    Base,
    Count,
    Counts,
    Figure,
    Figures,
    Items,
    Number,
    Numbers,
    OneText,
    Pattern,
    Share,
    Shares,
    Status,
    Texts,
    Totals,
    Words,
)


class Sum(Base):
    """The parts add up to the whole."""

    kind: Literal["sum"]
    parts: Numbers
    whole: Number

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield the parts and the whole."""
        yield (*self.parts, self.whole)


class Same(Base):
    """The same fact, stated in several places, is the same in all."""

    fewest: ClassVar[int] = 2
    kind: Literal["same"]
    values: Figures

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield what has to be the same."""
        yield self.values


class Part(Base):
    """Each part is no larger than the whole."""

    kind: Literal["part"]
    parts: Figures
    whole: Figure

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield the parts and the whole."""
        yield (*self.parts, self.whole)


class Ratio(Base):
    """The printed share is what part and whole give, rounded to its last digit."""

    kind: Literal["ratio"]
    part: Count
    whole: Count
    share: Share


class Hundred(Base):
    """The shares of all answers to a question, as printed, make 100 %."""

    kind: Literal["hundred"]
    totals: Totals


class People(Base):
    """Each share is that of a whole number of people out of so many; `*` stands for the same key in both."""

    kind: Literal["people"]
    shares: Shares
    out_of: Counts


class Flow(Base):
    """Start + joined − left = end."""

    kind: Literal["flow"]
    start: Count
    joined: Count
    left: Count
    end: Count


class ListCount(Base):
    """A list has as many items as stated."""

    kind: Literal["count"]
    items: Items
    stated: Count


def _stated(key):
    """What editors are told instead of the validator below."""
    return {"required": [key], "properties": {key: {"type": "string"}}}


class Goal(Model):
    """A target and what came of it: a figure, or the number of items in a list."""

    model_config = ConfigDict(json_schema_extra={"oneOf": [_stated("result"), _stated("items")]})

    target: Pattern
    result: Pattern | None = None
    items: Items | None = None

    @model_validator(mode="after")
    def _one_result(self):
        if (self.result is None) == (self.items is None):
            raise PydanticCustomError("goal_choice", "a target has either a result or items")
        return self


class Met(Base):
    """The result of each target is stated and no lower than the target, and the status says the same."""

    by_key: ClassVar[bool] = True
    kind: Literal["met"]
    goals: Annotated[tuple[Goal, ...], Field(min_length=1)]
    status: Status | None = None

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield each target and its result."""
        yield from ((goal.target, goal.result) for goal in self.goals if goal.result)


class Mentions(Base):
    """A Latvian text speaks of what it has to answer: one of the words, or their beginnings, is in it."""

    kind: Literal["mentions"]
    text: OneText
    words: Words


class Silent(Base):
    """While a figure is zero, a Latvian text does not count on what there is none of."""

    kind: Literal["silent"]
    text: OneText
    words: Words
    while_zero: Count


class Numbered(Base):
    """A numbered list of results has an item for each that was expected, numbered in one run."""

    kind: Literal["numbered"]
    expected: OneText
    result: OneText


class Includes(Base):
    """What is named in one list is also in the other."""

    kind: Literal["includes"]
    items: Items
    among: Items


class NoFigures(Base):
    """Texts under a qualitative heading hold no figures."""

    kind: Literal["no_figures"]
    texts: Texts


class OneMinimum(Base):
    """After “vismaz” comes one number: “at least 6–7” says two things."""

    kind: Literal["one_minimum"]
    texts: Texts


class Group(Base):
    """No group of people is so small that somebody could be recognised, nor is what remains of its whole.

    `of` is the whole that the group is a part of, if the report states it; a share of it is taken as people, and `*`
    stands for the same key in both.
    """

    kind: Literal["group"]
    people: Figures
    of: Counts | None = None


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
    | Largest
    | Above
    | Below
    | Missed
    | Differ
    | Some
    | Nothing
    | Missing
    | Marked
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
    """What a report is known to break: findings of rules.

    `found` is what the rules found when the record was written, rule by rule, findings parted by “; ”: where the data
    change, so do the findings, and the record has to be looked at again. `shown` names the pages that tell readers of
    it, and the sections of these (`learners#change`); without any it is for editors only. With an `answer` of the
    centre the question is closed.
    """

    found: dict[str, str]
    shown: tuple[Untranslated, ...] = ()
    since: Day
    title: Text
    note: Text
    question: Text | None = None
    answer: Text | None = None
