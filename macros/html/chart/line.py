"""How lines are drawn."""

from itertools import pairwise

from macros.html.chart.canvas import LEADING, Canvas, capital, length
from macros.html.palette import DEEP, LINE, OCHRE, PLUM, SOFT
from macros.html.speaker import Speaker
from macros.show.charts.line import Lines

COLOURS = (DEEP, OCHRE, PLUM)
DASHES = ("", ' stroke-dasharray="8 4"', ' stroke-dasharray="2 4"')
"""Lines differ in how they are drawn, not only in colour."""
HEIGHT = 180


def draw(canvas: Canvas, chart: Lines, speaker: Speaker) -> None:
    """Each line goes from moment to moment, above zero; each point has its number; what is not stated has none."""
    figures = [figure for line in chart.lines for figure in line.figures]
    full = max(map(speaker.value, figures)) or 1
    heads = [capital(speaker.words(moment)) for moment in chart.moments]
    side = max(map(length, heads)) / 2
    step = (canvas.width - 2 * side) / max(1, len(heads) - 1)
    top, bottom = canvas.y + LEADING, canvas.y + LEADING + HEIGHT
    canvas.line((0, bottom), (canvas.width, bottom))
    for line, colour, dash in zip(chart.lines, COLOURS, DASHES, strict=False):
        points = [
            (side + step * at, bottom - HEIGHT * speaker.value(figure) / full, speaker.words(figure))
            for at, figure in enumerate(line.figures)
            if speaker.figure(figure).value is not None
        ]
        for (x, y, _), (to_x, to_y, _) in pairwise(points):
            canvas.line((x, y), (to_x, to_y), colour, f' stroke-width="2"{dash}')
        for x, y, words in points:
            canvas.circle((x, y), 4, colour)
            canvas.text(
                (x + length(words, bold=True) / 2, max(top - LEADING / 2, y) - 8), words, bold=True, anchor="end"
            )
    canvas.y = bottom
    crowded = step < max(map(length, heads)) + 8
    for at, head in enumerate(heads):
        if not crowded or at in (0, len(heads) - 1):
            canvas.text((side + step * at + length(head) / 2, bottom + LEADING), head, fill=SOFT, anchor="end")
    canvas.y += LEADING + 8
    for line, colour, dash in zip(chart.lines, COLOURS, DASHES, strict=False):
        canvas.y += LEADING
        canvas.line((0, canvas.y - 5), (24, canvas.y - 5), colour, f' stroke-width="2"{dash}')
        canvas.text((32, canvas.y), capital(speaker.words(line.words)))
    canvas.line((0, canvas.y + 6), (canvas.width, canvas.y + 6), LINE)
