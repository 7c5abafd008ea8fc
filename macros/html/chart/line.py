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
    bottom = canvas.y + LEADING + HEIGHT
    canvas.line((0, bottom), (canvas.width, bottom))
    said: dict[float, list[tuple[float, str]]] = {}
    for line, colour, dash in zip(chart.lines, COLOURS, DASHES, strict=False):
        points = []
        for at, figure in enumerate(line.figures):
            if speaker.figure(figure).value is not None:
                points.append((side + step * at, bottom - HEIGHT * speaker.value(figure) / full))
                said.setdefault(points[-1][0], []).append((points[-1][1], speaker.words(figure)))
        for start, end in pairwise(points):
            canvas.line(start, end, colour, f' stroke-width="2"{dash}')
        for point in points:
            canvas.circle(point, 4, colour)
    for x, numbers in said.items():
        _numbers(canvas, x, sorted(numbers))
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


def _numbers(canvas, x, numbers):
    """Write the numbers of a moment, that of the highest point above it, the others below theirs and each other."""
    (y, words), *others = numbers
    canvas.text((x + length(words, bold=True) / 2, y - 8), words, bold=True, anchor="end")
    for point, words in others:
        y = max(point, y) + LEADING
        canvas.text((x + length(words, bold=True) / 2, y), words, bold=True, anchor="end")
