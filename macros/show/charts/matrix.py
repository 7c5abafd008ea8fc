"""A matrix: what is there and what is not."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.data.schema import Text
from macros.report.book import Book
from macros.show.charts.shape import Leading, Sentence, data_table, joined
from macros.show.tables.shape import Group, Mark, Row, Table


@dataclass(frozen=True)
class Matrix:
    """What is there and what is not: rows by columns; `there` is the word for it, the others tell of it."""

    corner: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[str | Text, tuple[bool, ...]], ...]
    there: Text
    counted: Text
    everywhere: Text

    def is_blank(self, _book: Book, _year: str) -> bool:
        """Say whether nothing is anywhere."""
        return not any(there for _name, cells in self.rows for there in cells)

    def sentences(self, _book: Book, _year: str) -> Iterator[Sentence]:
        """Yield how many rows there are, how many of them each column has, and which rows all columns have."""
        there = [sum(cells[index] for _name, cells in self.rows) for index in range(len(self.columns))]
        each = joined(", ", [(column, " – ", number) for column, number in zip(self.columns, there, strict=True)])
        yield Sentence(self.counted, {"count": (len(self.rows),), "value": each})
        everywhere = [
            (name if isinstance(name, Text) else Text(lv=name, en=name),) for name, cells in self.rows if all(cells)
        ]
        if everywhere:
            yield Sentence(self.everywhere, {"names": joined(", ", everywhere)})

    @property
    def leading(self) -> Leading:
        """How many rows each column has."""
        return tuple((words, sum(cells[at] for _name, cells in self.rows)) for at, words in enumerate(self.columns))

    def table(self, _book: Book) -> Table:
        """Give the data: “yes” where something is there, a dash where it is not."""
        rows = [Row(name, tuple(Mark(there, self.there) for there in cells)) for name, cells in self.rows]
        return data_table([Group(tuple(rows))], (self.corner, *self.columns), numbers=False)
