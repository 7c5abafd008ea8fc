"""What must hold between the figures and texts of a year, where it is known not to, and what is said while it holds.

A rule's `kind` is its word; the words it needs beside it are the fields below. A name in a rule is a name that pages
use (`learners.total_end`), `*` in it stands for every key in that place.
A claim is a rule whose sentence readers see; rules and claims are written alike.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from macros.data.schema.kinds import Day, Entry, Model, Text, Untranslated

Count = Annotated[str, "count"]
"""The name of one whole number."""
Counts = Annotated[str, "counts"]
"""The name of such a number, or with `*` of several."""
Share = Annotated[str, "share"]
"""The name of one printed share in percent."""
Shares = Annotated[tuple[Annotated[str, "shares"], ...], Field(min_length=1)]
"""The names of printed shares, or with `*` of several each."""
Number = Annotated[str, "number"]
"""The name of one figure that is typed as a number, not a range."""
Numbers = Annotated[tuple[Annotated[str, "numbers"], ...], Field(min_length=1)]
"""The names of such figures, or with `*` of several each."""
Figure = Annotated[str, "figure"]
"""The name of one figure, which may be a range such as 6–7."""
Pattern = Annotated[str, "figures"]
"""The name of such a figure, or with `*` of several."""
Figures = Annotated[tuple[Pattern, ...], Field(min_length=1)]
"""The names of such figures, or with `*` of several each."""
OneText = Annotated[str, "text"]
"""The name of one text."""
Texts = Annotated[tuple[Annotated[str, "texts"], ...], Field(min_length=1)]
"""The names of texts, or with `*` of several each."""
Words = Annotated[tuple[Entry, ...], Field(min_length=1)]
"""Words, or their beginnings, to look for in a text."""
Totals = Annotated[str, "totals"]
"""The names of sums of shares, with `*`."""
Items = Annotated[str, "list"]
"""The name of a list, such as `places.addresses`."""
Status = Annotated[str, "status"]
"""The name of a status."""
Statuses = Annotated[tuple[Annotated[str, "statuses"], ...], Field(min_length=1)]
"""The names of statuses, or with `*` of several each."""


class _Rule(Model):
    says: Text
    """What must hold: of a rule one sentence for staff, of a claim the words that readers see."""
    otherwise: Text | None = None
    """Of a claim: what readers see instead where it does not hold, nothing where this is empty.

    A claim in which it is not written at all has to hold.
    """
    together_with: tuple[str, ...] = ()
    """Of a claim: the keys of others that have to hold, too, as its words say both."""
    each: Items | None = None
    """Of a claim: the list of whose items it is said, one by one, where it holds of them.

    This name with a star behind it stands for the item: of `targets.measured` it is `targets.measured.*`.
    """
    instead: dict[str, Text] = {}
    """Of such a claim: other words for the item with this key."""
    by_key: ClassVar[bool] = False
    """Whether names with a star are compared key by key, not all together."""
    fewest: ClassVar[int] = 0
    """How many figures it takes to compare."""

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield the names of figures that are compared with one another, so have to be of one unit."""
        yield from ()

    def sentences(self) -> tuple[Text, ...]:
        """Give all that it may say."""
        return (self.says, *self.instead.values(), *([self.otherwise] if self.otherwise else ()))


class Sum(_Rule):
    """The parts add up to the whole."""

    kind: Literal["sum"]
    parts: Numbers
    whole: Number

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield the parts and the whole."""
        yield (*self.parts, self.whole)


class Same(_Rule):
    """The same fact, stated in several places, is the same in all."""

    fewest: ClassVar[int] = 2
    kind: Literal["same"]
    values: Figures

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield what has to be the same."""
        yield self.values


class Part(_Rule):
    """Each part is no larger than the whole."""

    kind: Literal["part"]
    parts: Figures
    whole: Figure

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield the parts and the whole."""
        yield (*self.parts, self.whole)


class Ratio(_Rule):
    """The printed share is what part and whole give, rounded to its last digit."""

    kind: Literal["ratio"]
    part: Count
    whole: Count
    share: Share


class Hundred(_Rule):
    """The shares of all answers to a question, as printed, make 100 %."""

    kind: Literal["hundred"]
    totals: Totals


class People(_Rule):
    """Each share is that of a whole number of people out of so many; `*` stands for the same key in both."""

    kind: Literal["people"]
    shares: Shares
    out_of: Counts


class Flow(_Rule):
    """Start + joined − left = end."""

    kind: Literal["flow"]
    start: Count
    joined: Count
    left: Count
    end: Count


class ListCount(_Rule):
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


class Met(_Rule):
    """The result of each target is stated and no lower than the target, and the status says the same."""

    by_key: ClassVar[bool] = True
    kind: Literal["met"]
    goals: Annotated[tuple[Goal, ...], Field(min_length=1)]
    status: Status | None = None

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield each target and its result."""
        yield from ((goal.target, goal.result) for goal in self.goals if goal.result)


class NotLower(_Rule):
    """A figure is no lower than another; `*` stands for the same key in both."""

    by_key: ClassVar[bool] = True
    kind: Literal["not_lower"]
    value: Pattern
    than: Pattern

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield both."""
        yield self.value, self.than


class Largest(_Rule):
    """A figure is larger than all others among which it stands; a headline or a sentence may say so."""

    kind: Literal["largest"]
    value: Figure
    among: Pattern

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield it and the others."""
        yield self.value, self.among


class Above(_Rule):
    """Each figure is higher than another; `*` in both stands for the same key."""

    kind: Literal["above"]
    values: Figures
    than: Pattern

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield them and the other."""
        yield (*self.values, self.than)


class Below(_Rule):
    """Each figure is lower than another; `*` in both stands for the same key."""

    kind: Literal["below"]
    values: Figures
    than: Pattern

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield them and the other."""
        yield (*self.values, self.than)


class Missed(_Rule):
    """A result is less than its target, both as they are printed: a target is not rounded."""

    by_key: ClassVar[bool] = True
    kind: Literal["missed"]
    target: Pattern
    result: Pattern

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield both."""
        yield self.result, self.target


class Differ(_Rule):
    """The figures are not all the same."""

    fewest: ClassVar[int] = 2
    kind: Literal["differ"]
    values: Figures

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield what is not all the same."""
        yield self.values


class Some(_Rule):
    """There is at least one: the count is not zero."""

    kind: Literal["some"]
    value: Count


class Nothing(_Rule):
    """There is none: the count is zero."""

    kind: Literal["none"]
    value: Count


class Missing(_Rule):
    """What has this name is not stated."""

    kind: Literal["not_stated"]
    value: Annotated[str, "any"]


class Marked(_Rule):
    """All statuses but those of `but` are the one that is said."""

    kind: Literal["marked"]
    statuses: Statuses
    mark: Literal["achieved", "partly", "not_achieved", "preparing", "draft", "final"]
    but: tuple[Annotated[str, "statuses"], ...] = ()


class Mentions(_Rule):
    """A Latvian text speaks of what it has to answer: one of the words, or their beginnings, is in it."""

    kind: Literal["mentions"]
    text: OneText
    words: Words


class Silent(_Rule):
    """While a figure is zero, a Latvian text does not count on what there is none of."""

    kind: Literal["silent"]
    text: OneText
    words: Words
    while_zero: Count


class Numbered(_Rule):
    """A numbered list of results has an item for each that was expected, numbered in one run."""

    kind: Literal["numbered"]
    expected: OneText
    result: OneText


class Includes(_Rule):
    """What is named in one list is also in the other."""

    kind: Literal["includes"]
    items: Items
    among: Items


class NoFigures(_Rule):
    """Texts under a qualitative heading hold no figures."""

    kind: Literal["no_figures"]
    texts: Texts


class OneMinimum(_Rule):
    """After “vismaz” comes one number: “at least 6–7” says two things."""

    kind: Literal["one_minimum"]
    texts: Texts


class Group(_Rule):
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
