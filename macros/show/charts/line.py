"""Lines: how figures went on from year to year."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.data.schema import Text
from macros.report.book import Book
from macros.show.charts.shape import Leading, Sentence, data_table, is_unstated, joined
from macros.show.tables.shape import Group, Named, Row, Table, label


@dataclass(frozen=True)
class Line:
    """The same figure at each moment, and what it is; None where there is no report of a moment."""

    words: Text | Named
    figures: tuple[Named | None, ...]


@dataclass(frozen=True)
class Lines:
    """Lines over the same moments, from zero up."""

    moments: tuple[Text, ...]
    lines: tuple[Line, ...]

    def is_blank(self, book: Book, year: str) -> bool:
        """Say whether no figure is stated."""
        return all(is_unstated(book, year, figure) for line in self.lines for figure in line.figures if figure)

    def sentences(self, book: Book, _year: str) -> Iterator[Sentence]:
        """Yield each line with its figures."""
        for line in self.lines:
            none = label(book, "no_report")
            figures = [(moment, " – ", one or none) for moment, one in zip(self.moments, line.figures, strict=True)]
            yield Sentence(label(book, "told_item"), {"name": (line.words,), "value": joined(", ", figures)})

    @property
    def leading(self) -> Leading:
        """The first line, moment by moment."""
        pairs = zip(self.moments, self.lines[0].figures, strict=True)
        return tuple((moment, one) for moment, one in pairs if one is not None)

    def table(self, book: Book) -> Table:
        """Give the data: a row for each moment."""
        none = label(book, "no_report")
        each = zip(*([one or none for one in line.figures] for line in self.lines), strict=True)
        rows = [Row(moment, figures) for moment, figures in zip(self.moments, each, strict=True)]
        heads = (label(book, "figure_group"), *(line.words for line in self.lines))
        return data_table([Group(tuple(rows))], heads)
