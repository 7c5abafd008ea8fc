"""How lines are drawn."""

from itertools import pairwise

from macros.html.chart.canvas import LEADING, Canvas, room
from macros.html.figures import capital
from macros.html.palette import DEEP, LINE, OCHRE, PLUM, SOFT
from macros.html.scale import scale
from macros.html.speaker import Speaker
from macros.show.charts.line import Lines
from macros.show.tables.shape import Named

COLOURS = (DEEP, OCHRE, PLUM)
DASHES = ("", ' stroke-dasharray="8 4"', ' stroke-dasharray="2 4"')
"""Lines differ in how they are drawn, not only in colour."""
HEIGHT = 180


def draw(canvas: Canvas, chart: Lines, speaker: Speaker) -> None:
    """Each line goes from moment to moment and breaks off where nothing is stated; points have numbers."""
    least, most = scale(speaker.value(figure) for line in chart.lines for figure in line.figures)
    full = most - least
    heads = [capital(speaker.drawn(moment)) for moment in chart.moments]
    side = max(map(room, heads)) / 2
    step = (canvas.width - 2 * side) / max(1, len(heads) - 1)
    bottom = canvas.y + LEADING + HEIGHT
    zero = bottom + HEIGHT * least / full
    canvas.line((0, zero), (canvas.width, zero))
    said: dict[float, list[tuple[float, str]]] = {}
    for line, colour, dash in zip(chart.lines, COLOURS, DASHES, strict=False):
        points = [_point(figure, side + step * at, zero, full, speaker) for at, figure in enumerate(line.figures)]
        for figure, point in zip(line.figures, points, strict=True):
            if point:
                said.setdefault(point[0], []).append((point[1], speaker.drawn(figure)))
        for start, end in filter(all, pairwise(points)):
            canvas.line(start, end, colour, f' stroke-width="2"{dash}')
        for point in filter(None, points):
            canvas.circle(point, 4, colour)
    for x, numbers in said.items():
        _numbers(canvas, x, sorted(numbers))
    canvas.y = bottom
    crowded = step < max(map(room, heads)) + 8
    for at, head in enumerate(heads):
        if not crowded or at in (0, len(heads) - 1):
            canvas.text((side + step * at, bottom + LEADING), head, fill=SOFT, anchor="middle")
    canvas.y += LEADING + 13
    for line, colour, dash in zip(chart.lines, COLOURS, DASHES, strict=False):
        canvas.line((0, canvas.y + 9), (24, canvas.y + 9), colour, f' stroke-width="2"{dash}')
        canvas.paragraph(capital(speaker.drawn(line.words)), x=32)
    canvas.line((0, canvas.y + 1), (canvas.width, canvas.y + 1), LINE)


def _point(figure, x, zero, full, speaker):
    """Give where a figure is in a drawing with its line of zero at a height; None where it is not stated."""
    if not isinstance(figure, Named) or speaker.figure(figure).value is None:
        return None
    return x, zero - HEIGHT * speaker.value(figure) / full


def _numbers(canvas, x, numbers):
    """Write the numbers of a moment, that of the highest point above it, the others below theirs and each other."""
    (y, words), *others = numbers
    canvas.text((x, y - 8), words, bold=True, anchor="middle")
    for point, words in others:
        y = max(point, y) + LEADING
        canvas.text((x, y), words, bold=True, anchor="middle")
