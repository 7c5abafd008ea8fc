"""A bridge: from one level to the next, step by step."""

from dataclasses import dataclass
from typing import Literal

from macros.data.schema import Text
from macros.show.charts.shape import Sentence, data_table, stated
from macros.show.tables.shape import Group, Named, Row, label


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

    def sentences(self, book, year):
        """Yield the sum, “=” only where it is true, and how far a number printed elsewhere is from the end."""
        start, *moves, end = [step for step in self.steps if step.kind != "elsewhere"]
        values = {step: stated(book, year, step.figure) for step in self.steps}
        pieces = (start.figure,)
        for step in moves:
            pieces += (" + " if step.kind == "more" else " − ", step.figure)
        if None not in (values[step] for step in (start, *moves, end)):
            level = values[start] + sum(values[move] if move.kind == "more" else -values[move] for move in moves)
            pieces += (" = " if level == values[end] else " ≠ ", end.figure)
        yield Sentence(label(book, "told_flow"), {"value": pieces})
        for step in self.steps:
            if step.kind == "elsewhere":
                known = None not in (values[step], values[end])
                apart = values[step] - values[end] if known else "–"
                marks = {"name": (step.words,), "value": (step.figure,), "apart": (apart,)}
                yield Sentence(label(book, "told_elsewhere"), marks)

    def table(self, book):
        """Give the data: a row for each step."""
        rows = [Row(step.words, (step.figure,)) for step in self.steps]
        return data_table([Group(tuple(rows))], (label(book, "figure_step"), label(book, "figure_value")))
