"""Statuses: how far something was achieved, as signs."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.data.schema import Text
from macros.report.book import Book
from macros.show.charts.shape import Leading, Sentence, data_table
from macros.show.tables.shape import Group, Named, Row, Table, label


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
    counts: tuple[tuple[Text, Named], ...]
    """Each status that there is, and how many there are."""

    def is_blank(self, _book: Book, _year: str) -> bool:
        """Say whether no status is stated."""
        return all(status.key is None for _name, statuses in self.rows for status in statuses)

    def sentences(self, book: Book, _year: str) -> Iterator[Sentence]:
        """Yield how many there are of each status, then each that is not achieved."""
        item = label(book, "told_item")
        for words, count in self.counts:
            yield Sentence(item, {"name": (words,), "value": (count,)})
        for name, statuses in self.rows:
            for column, status in zip(self.columns, statuses, strict=True):
                if status.key != "achieved":
                    yield Sentence(item, {"name": (name, ", ", column), "value": (status.words,)})

    @property
    def leading(self) -> Leading:
        """How many there are of each status."""
        return self.counts

    def table(self, book: Book) -> Table:
        """Give the data: the rows as they are."""
        rows = [Row(name, tuple(status.words for status in statuses)) for name, statuses in self.rows]
        return data_table([Group(tuple(rows))], (label(book, "figure_group"), *self.columns), numbers=False)
