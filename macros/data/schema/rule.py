"""What each rule has, whatever its kind, and what a name in it may be the name of."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from macros.data.schema.kinds import Entry, Model, Text

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


class Base(Model):
    """A rule, or a claim, but for what its kind adds."""

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
