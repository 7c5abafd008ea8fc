"""How a series is drawn beside its numbers: a small line from year to year, which breaks off where there is none."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from macros.html.palette import DEEP
from macros.report.book import Book
from macros.show.tables.shape import Series, figure_of

STEP, HEIGHT, EDGE = 12, 20, 4
"""From year to year, from nothing to the most, and the room round it."""


FEWEST = 2
"""Of one number there is no line."""


def series(book: Book, shown: Series) -> str:
    """Give the HTML of a series: its drawing, a dash where too few numbers are stated."""
    found = [figure_of(book, one, one.year or "").value if one else None for one in shown.figures]
    values = [float(value) if isinstance(value, int | Decimal | Fraction) else None for value in found]
    if len(values) - values.count(None) < FEWEST:
        return "–"
    return f'<span class="figure__drawing figure__drawing--series">{spark(values)}</span>'


def spark(values: Sequence[float | None]) -> str:
    """Give the SVG of a series from zero up; it has no words, as its numbers stand beside it."""
    stated = [value for value in values if value is not None]
    full = max(stated, default=0) or 1
    points = [
        None if value is None else (EDGE + STEP * at, EDGE + HEIGHT - HEIGHT * value / full)
        for at, value in enumerate(values)
    ]
    lines = [
        f'<line x1="{start[0]}" y1="{start[1]:.1f}" x2="{end[0]}" y2="{end[1]:.1f}" stroke="{DEEP}" stroke-width="2"/>'
        for start, end in pairwise(points)
        if start and end
    ]
    dots = [f'<circle cx="{point[0]}" cy="{point[1]:.1f}" r="3" fill="{DEEP}"/>' for point in points if point]
    width, height = STEP * (len(values) - 1) + 2 * EDGE, HEIGHT + 2 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{"".join([*lines, *dots])}</svg>'
    )
