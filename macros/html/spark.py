"""How a series is drawn beside its numbers: a small line from year to year, which breaks off where there is none."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from macros.html.palette import DEEP
from macros.html.scale import scale
from macros.report.book import Book
from macros.show.tables.shape import Series, figure_of

STEP, HEIGHT, EDGE = 12, 20, 4
"""From year to year, from the least to the most, and the room round it."""
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
    """Give the SVG of a series, drawn by its `scale`; it has no words, as its numbers stand beside it.

    The last number has a dot, and one that stands alone has a smaller one: no length, with round ends.
    """
    least, most = scale(value for value in values if value is not None)
    scaled = [None if value is None else HEIGHT * (value - least) / (most - least) for value in values]
    points = [
        None if high is None else f"{EDGE + STEP * at} {EDGE + HEIGHT - round(high)}" for at, high in enumerate(scaled)
    ]
    runs = [" ".join(filter(None, run)) for there, run in groupby(points, key=bool) if there]
    lines = "".join(f"M{run}" if run.count(" ") > 1 else f"M{run}h0" for run in runs)
    last = next(filter(None, reversed(points)), f"{EDGE} {EDGE}")
    width, height = STEP * (len(values) - 1) + 2 * EDGE, HEIGHT + 2 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" fill="none" stroke="{DEEP}" stroke-linecap="round">'
        f'<path stroke-width="2" d="{lines}"/><path stroke-width="6" d="M{last}h0"/></svg>'
    )
