"""Bars: groups of figures side by side, each as long as its number."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.data.schema import Text
from macros.report.book import Book
from macros.show.charts.shape import Leading, Sentence, Shown, data_table, is_unstated, joined, stated
from macros.show.tables.shape import Group as Rows
from macros.show.tables.shape import Named, Row, Table, label


@dataclass(frozen=True)
class Bar:
    """A bar from zero to a figure; `words` say which of its group it is."""

    words: Text | Named
    figure: Shown


@dataclass(frozen=True)
class Group:
    """Bars that belong together under a heading, drawn to one scale.

    `full` is what the whole width stands for; None where that is the largest figure of the chart, or of the group where
    each group has a scale of its own.
    """

    heading: Text
    bars: tuple[Bar, ...]
    full: int | None = None


@dataclass(frozen=True)
class Bars:
    """Groups of horizontal bars, each group with the same few bars in the same order.

    `groups_differ` says that each group counts something else, and so has a scale of its own. `changes` are the figures
    that say for each group how its last bar differs from its first; `total` is a group of sums, told but not drawn.
    """

    groups: tuple[Group, ...]
    groups_differ: bool = False
    changes: tuple[Named, ...] = ()
    total: Group | None = None
    total_change: Named | None = None

    def is_blank(self, book: Book, year: str) -> bool:
        """Say whether no bar has a number."""
        return all(is_unstated(book, year, bar.figure) for group in self.groups for bar in group.bars)

    def sentences(self, book: Book, year: str) -> Iterator[Sentence]:
        """Yield every bar; or, where groups count the same, the largest, the smallest, what changed most, the total."""
        if self.groups_differ or self.total is None:
            yield from self._one_by_one(book)
        else:
            yield from list(self._extremes(book, year)) or self._one_by_one(book)
            yield from self._largest_changes(book, year)
            marks = {"name": (self.total.heading,), "value": _each(self.total), "change": (self.total_change,)}
            yield Sentence(label(book, "told_total"), marks)

    def _one_by_one(self, book):
        for group in self.groups:
            yield Sentence(label(book, "told_item"), {"name": (group.heading,), "value": _each(group)})

    def _extremes(self, book, year):
        """Yield the largest and the smallest; nothing where one is not stated or all are equal: there is none then."""
        last = [(group.heading, group.bars[-1].figure) for group in self.groups]
        known = [(head, one, value) for head, one in last if (value := stated(book, year, one)) is not None]
        values = [value for _heading, _figure, value in known]
        if len(known) < len(last) or len(set(values)) == 1:
            return
        for key, best in (("told_largest", max), ("told_smallest", min)):
            goal = best(values)
            names = [(heading, " – ", figure) for heading, figure, value in known if value == goal]
            marks = {"when": (self.groups[0].bars[-1].words,), "names": joined("; ", names)}
            yield Sentence(label(book, key), marks)

    def _largest_changes(self, book, year):
        groups = dict(zip(self.changes, self.groups, strict=True))
        values = {figure: value for figure in groups if (value := stated(book, year, figure)) is not None}
        sizes = {figure: value if value > 0 else -value for figure, value in values.items()}
        if len(sizes) == len(groups) and len(set(sizes.values())) > 1:
            most = max(sizes.values())
            largest = [(groups[figure].heading, " (", figure, ")") for figure, size in sizes.items() if size == most]
            yield Sentence(label(book, "told_change"), {"names": joined("; ", largest)})

    @property
    def leading(self) -> Leading:
        """The last bar of each group; nothing where each group counts something else."""
        last = [] if self.groups_differ else [(group.heading, group.bars[-1].figure) for group in self.groups]
        return tuple((heading, figure) for heading, figure in last if isinstance(figure, Named))

    def table(self, book: Book) -> Table:
        """Give the data: a row for each group, with its change, and the total."""
        groups = [*self.groups, *([self.total] if self.total else [])]
        changes = [*self.changes, *([self.total_change] if self.total else [])]
        rows = []
        for index, group in enumerate(groups):
            cells = (*(bar.figure for bar in group.bars), *changes[index : index + 1])
            rows.append(Row(group.heading, cells, total=group is self.total))
        heads = [bar.words for bar in groups[0].bars] + ([label(book, "change_head")] if changes else [])
        return data_table([Rows(tuple(rows))], (label(book, "figure_group"), *heads))


def _each(group):
    return joined(", ", [(bar.words, " – ", bar.figure) for bar in group.bars])
