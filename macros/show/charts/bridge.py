"""A bridge: from one level to the next, step by step."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from macros.data.schema import Text
from macros.report.book import Book
from macros.show.charts.shape import Leading, Piece, Sentence, data_table, is_unstated, stated
from macros.show.tables.shape import Group, Named, Row, Table, label


@dataclass(frozen=True)
class Step:
    """A step of a bridge: a level on zero, what is added to it or taken away, or a level printed elsewhere."""

    kind: Literal["level", "more", "less", "elsewhere"]
    words: Text
    figure: Named


@dataclass(frozen=True)
class Bridge:
    """From one level to the next: start + joined − left = end, and what the report prints for the end elsewhere."""

    steps: tuple[Step, ...]

    def is_blank(self, book: Book, year: str) -> bool:
        """Say whether a step is not stated, so that nothing leads from the start to the end."""
        return any(is_unstated(book, year, step.figure) for step in self.steps if step.kind != "elsewhere")

    def sentences(self, book: Book, year: str) -> Iterator[Sentence]:
        """Yield the sum, “=” only where it is true, and how far a number printed elsewhere is from the end."""
        start, *moves, end = [step for step in self.steps if step.kind != "elsewhere"]
        known = {step: value for step in self.steps if (value := stated(book, year, step.figure)) is not None}
        pieces: tuple[Piece, ...] = (start.figure,)
        for step in moves:
            pieces += (" + " if step.kind == "more" else " − ", step.figure)
        if known.keys() >= {start, *moves, end}:
            level = known[start] + sum(known[move] if move.kind == "more" else -known[move] for move in moves)
            pieces += (" = " if level == known[end] else " ≠ ", end.figure)
        yield Sentence(label(book, "told_flow"), {"value": pieces})
        for step in self.steps:
            if step.kind == "elsewhere":
                apart: Piece = known[step] - known[end] if known.keys() >= {step, end} else "–"
                words = label(book, "told_elsewhere")
                yield Sentence(words, {"name": (step.words,), "value": (step.figure,), "apart": (apart,)})

    @property
    def leading(self) -> Leading:
        """Each step."""
        return tuple((step.words, step.figure) for step in self.steps)

    def table(self, book: Book) -> Table:
        """Give the data: a row for each step."""
        rows = [Row(step.words, (step.figure,)) for step in self.steps]
        return data_table([Group(tuple(rows))], (label(book, "figure_step"), label(book, "figure_value")))
