"""Lines: how figures went on from year to year."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.data.schema import Text
from macros.report.book import Book
from macros.show.charts.shape import Leading, Sentence, Shown, data_table, is_unstated, joined
from macros.show.tables.shape import Group, Named, Row, Table, label


@dataclass(frozen=True)
class Line:
    """The same figure at each moment, and what it is."""

    words: Text | Named
    figures: tuple[Shown, ...]


@dataclass(frozen=True)
class Lines:
    """Lines over the same moments, from zero up."""

    moments: tuple[Text, ...]
    lines: tuple[Line, ...]

    def is_blank(self, book: Book, year: str) -> bool:
        """Say whether no figure is stated."""
        return all(is_unstated(book, year, figure) for line in self.lines for figure in line.figures)

    def sentences(self, book: Book, _year: str) -> Iterator[Sentence]:
        """Yield each line with its figures."""
        for line in self.lines:
            figures = [(moment, " – ", one) for moment, one in zip(self.moments, line.figures, strict=True)]
            yield Sentence(label(book, "told_item"), {"name": (line.words,), "value": joined(", ", figures)})

    @property
    def leading(self) -> Leading:
        """The first line, moment by moment."""
        pairs = zip(self.moments, self.lines[0].figures, strict=True)
        return tuple((moment, one) for moment, one in pairs if isinstance(one, Named))

    def table(self, book: Book) -> Table:
        """Give the data: a row for each moment."""
        each = zip(*(line.figures for line in self.lines), strict=True)
        rows = [Row(moment, figures) for moment, figures in zip(self.moments, each, strict=True)]
        heads = (label(book, "figure_group"), *(line.words for line in self.lines))
        return data_table([Group(tuple(rows))], heads)
