"""The cells of a table as mammoth gives it: where each stands, and their words."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

_MOST_COLUMNS, _MOST_ROWS = 50, 500
"""Over how many a cell may go."""


def grid(table: Any, written: Callable[[Any], str]) -> list[list[str]]:
    """Give the words of a table as rows of one width; what goes over several stands in the first of them."""
    rows, taken = [], defaultdict[int, int](int)
    for row in rows_of(table):
        cells: list[str] = []
        below = taken.copy()
        taken.clear()
        for cell in row.iterchildren("td", "th"):
            _pass(cells, below, taken)
            width, height = _span(cell, "colspan", _MOST_COLUMNS), _span(cell, "rowspan", _MOST_ROWS)
            words = "; ".join(filter(None, map(written, lines(cell))))
            for column in range(len(cells), len(cells) + width):
                taken[column] = height - 1
            cells += [words, *[""] * (width - 1)]
        _pass(cells, below, taken)
        rows.append(cells)
    width = max(map(len, rows), default=0)
    return [[*cells, *[""] * (width - len(cells))] for cells in rows]


def _pass(cells, below, taken):
    """Leave what a cell of a row above goes over."""
    while below[len(cells)]:
        taken[len(cells)] = below[len(cells)] - 1
        cells.append("")


def rows_of(table: Any) -> list[Any]:
    """Give the rows of a table, without those of tables in its cells."""
    return table.xpath("./tr | ./thead/tr | ./tbody/tr")


def unframed(body: Any) -> Iterator[Any]:
    """Yield what stands in a text, and in the place of a table of one cell, which is but a frame, what is in that."""
    for element in body:
        cells = [cell for row in rows_of(element) for cell in row.iterchildren("td", "th")]
        yield from cells[0] if len(cells) == 1 else [element]


def plain_cells(row: Any) -> list[str] | None:
    """Give the words of the cells of a row; None where one holds more, or goes over several rows or columns."""
    cells = [*row.iterchildren("td", "th")]
    if any(cell.findall(".//img") or cell.findall(".//a[@href]") or cell.findall(".//table") for cell in cells):
        return None
    if any(cell.get(span, "1") != "1" for cell in cells for span in ("colspan", "rowspan")):
        return None
    return ["; ".join(filter(None, (" ".join(part.text_content().split()) for part in lines(cell)))) for cell in cells]


def lines(cell: Any) -> list[Any]:
    """Give what stands below one another in a cell."""
    parts = [*cell.iterchildren("p", "ul", "ol", "table")] or [cell]
    return [item for part in parts for item in ([*part.iter("li")] or [part])]


def _span(cell, what, most):
    """Give over how many columns or rows a cell goes."""
    span = cell.get(what, "1")
    return min(int(span), most) if span.isascii() and span.isdigit() else 1
