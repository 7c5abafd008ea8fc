"""Rules that compare figures, and tell of statuses and of what there is: most of them are conditions of claims."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from macros.data.schema.kinds import ReportStatus, Status
from macros.data.schema.rule import Base, Count, Figure, Figures, Pattern, Statuses


class NotLower(Base):
    """A figure is no lower than another; `*` stands for the same key in both."""

    by_key: ClassVar[bool] = True
    kind: Literal["not_lower"]
    value: Pattern
    than: Pattern

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield both."""
        yield self.value, self.than


class Largest(Base):
    """A figure is larger than all others among which it stands; a headline or a sentence may say so."""

    kind: Literal["largest"]
    value: Figure
    among: Pattern

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield it and the others."""
        yield self.value, self.among


class Above(Base):
    """Each figure is higher than another; `*` in both stands for the same key."""

    kind: Literal["above"]
    values: Figures
    than: Pattern

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield them and the other."""
        yield (*self.values, self.than)


class Below(Base):
    """Each figure is lower than another; `*` in both stands for the same key."""

    kind: Literal["below"]
    values: Figures
    than: Pattern

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield them and the other."""
        yield (*self.values, self.than)


class Missed(Base):
    """A result is less than its target, both as they are printed: a target is not rounded."""

    by_key: ClassVar[bool] = True
    kind: Literal["missed"]
    target: Pattern
    result: Pattern

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield both."""
        yield self.result, self.target


class Differ(Base):
    """The figures are not all the same."""

    fewest: ClassVar[int] = 2
    kind: Literal["differ"]
    values: Figures

    def compared(self) -> Iterator[tuple[str, ...]]:
        """Yield what is not all the same."""
        yield self.values


class Some(Base):
    """There is at least one: the count is not zero."""

    kind: Literal["some"]
    value: Count


class Nothing(Base):
    """There is none: the count is zero."""

    kind: Literal["none"]
    value: Count


class Missing(Base):
    """What has this name is not stated."""

    kind: Literal["not_stated"]
    value: Annotated[str, "any"]


class Marked(Base):
    """All statuses but those of `but` are the one that is said."""

    kind: Literal["marked"]
    statuses: Statuses
    mark: Literal[Status, ReportStatus]
    but: tuple[Annotated[str, "statuses"], ...] = ()
