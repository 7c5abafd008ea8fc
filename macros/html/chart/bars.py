"""How bars are drawn."""

from functools import partial

from macros.html.chart.canvas import BAR, LEADING, Canvas, room
from macros.html.figures import capital
from macros.html.palette import BLUE, DEEP, OCHRE
from macros.html.scale import scale
from macros.html.speaker import Speaker
from macros.show.charts.bars import Bars
from macros.show.charts.shape import is_unstated
from macros.words.language import NBSP

FILLS = {1: (DEEP,), 2: (BLUE, DEEP), 3: (BLUE, DEEP, OCHRE)}
"""Fills of the bars of a group, by how many there are."""
SHORTEST = 50
"""How long the longest bar has to be to stand before its words; else they stand above it."""
SEVERAL = 3
"""With more groups than this two stand side by side, if their longest bars are twice as long as that or longer."""
GAP = 3
"""The room between bars."""


def draw(canvas: Canvas, chart: Bars, speaker: Speaker) -> None:
    """Each bar begins at the line of zero and has its number and words behind it; many groups stand side by side."""
    bars = [bar for group in chart.groups for bar in group.bars]
    said = {bar: _said(bar, speaker) for bar in bars}
    values = {bar: speaker.value(bar.figure) for bar in bars}
    beside = max(room(f"{value} ", bold=True) + room(words) for value, words in said.values()) + 10
    columns = 2 if len(chart.groups) > SEVERAL and canvas.column(2) - beside >= 2 * SHORTEST else 1
    width = canvas.column(columns)
    above = width - beside < SHORTEST
    parts = []
    for index, group in enumerate(chart.groups):
        least, most = scale((group.full or 0, *(values[bar] for bar in (group.bars if chart.groups_differ else bars))))
        heading = capital(speaker.drawn(group.heading))
        if chart.changes:
            change = speaker.label("figure_change", change=speaker.drawn(chart.changes[index]))
            heading += f" ({change.replace(' ', NBSP)})"
        long = width - (0 if above else beside)
        zero, *ends = (long * (value - least) / (most - least) for value in (0, *(values[bar] for bar in group.bars)))
        bars_of = partial(_bars, canvas, zero, ends, [said[bar] for bar in group.bars], above=above)
        parts.append([partial(canvas.paragraph, heading, bold=True), bars_of])
    canvas.in_columns(parts, columns)


def _said(bar, speaker):
    """Give what is bold and what follows: the number and what it is, or what it is and why it has no number."""
    figure, words = speaker.drawn(bar.figure), speaker.drawn(bar.words)
    return (f"{words}:", figure) if is_unstated(speaker.renderer.book, speaker.year, bar.figure) else (figure, words)


def _bars(canvas, zero, ends, labels, *, above):
    """Draw the bars of a group from `zero` to their ends, with their numbers and words `above` them or behind them."""
    canvas.y += 3
    top = canvas.y
    for end, (value, words), fill in zip(ends, labels, FILLS[len(ends)], strict=True):
        if above:
            canvas.number(value, words, x=6)
        below = canvas.y + BAR
        left, right = sorted((zero, end))
        canvas.rect((left, canvas.y), (right - left, BAR), fill)
        if not above:
            canvas.y += (BAR - LEADING) / 2  # the line stands in the middle of its bar
            canvas.number(value, words, x=right + 6)
        canvas.y = max(below, canvas.y) + GAP
    canvas.line((zero, top - 2), (zero, canvas.y - GAP + 2))
