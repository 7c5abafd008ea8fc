"""How bars are drawn."""

from macros.html.chart.canvas import BAR, LEADING, SPACE, Canvas, room
from macros.html.figures import capital
from macros.html.palette import BLUE, DEEP, OCHRE
from macros.html.speaker import Speaker
from macros.show.charts.bars import Bars

FILLS = {1: (DEEP,), 2: (BLUE, DEEP), 3: (BLUE, DEEP, OCHRE)}
"""Fills of the bars of a group, by how many there are."""
SHORTEST = 50
"""How long the longest bar has to be to stand before its words; else they stand above it."""
GAP = 4
"""The room between bars."""


def draw(canvas: Canvas, chart: Bars, speaker: Speaker) -> None:
    """Each bar begins at the line of zero and has its number and words behind it."""
    labels = {
        bar: (speaker.drawn(bar.figure), speaker.drawn(bar.words)) for group in chart.groups for bar in group.bars
    }
    beside = max(room(f"{value} ", bold=True) + room(words) for value, words in labels.values()) + 10
    above = canvas.width - beside < SHORTEST
    full_width = canvas.width - (0 if above else beside)
    values = {bar: speaker.value(bar.figure) for bar in labels}
    for index, group in enumerate(chart.groups):
        own = max(values[bar] for bar in group.bars)
        full = group.full or (own if chart.groups_differ else max(values.values())) or 1
        if index:
            canvas.y += SPACE
        heading = capital(speaker.drawn(group.heading))
        if chart.changes:
            heading += f" ({speaker.label('figure_change', change=speaker.drawn(chart.changes[index]))})"
        canvas.paragraph(heading, bold=True)
        canvas.y += 3
        top = canvas.y
        for bar, fill in zip(group.bars, FILLS[len(group.bars)], strict=True):
            size = full_width * values[bar] / full
            value, words = labels[bar]
            if above:
                canvas.number(value, words, x=6)
            canvas.rect((0, canvas.y), (size, BAR), fill)
            canvas.y += BAR
            if not above:
                canvas.y -= LEADING
                canvas.number(value, words, x=size + 6)
            canvas.y += GAP
        canvas.line((0, top - 2), (0, canvas.y - GAP + 2))
