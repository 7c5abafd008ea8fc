"""How statuses are drawn."""

from macros.html.chart.canvas import LEADING, Canvas
from macros.html.figures import capital
from macros.html.palette import DEEP, LINE, SOFT, WHITE
from macros.html.speaker import Speaker
from macros.show.charts.statuses import Statuses

OUTLINE = f' stroke="{DEEP}" stroke-width="2"'


def draw(canvas: Canvas, chart: Statuses, speaker: Speaker) -> None:
    """Each status has a sign and its words; signs differ in shape, not only in colour."""
    across = canvas.width / len(chart.columns)
    for index, (name, statuses) in enumerate(chart.rows):
        if index:
            canvas.y += 8
            canvas.line((0, canvas.y), (canvas.width, canvas.y), LINE)
            canvas.y += 4
        canvas.paragraph(capital(speaker.drawn(name)), bold=True)
        canvas.y += 2
        for number, (column, status) in enumerate(zip(chart.columns, statuses, strict=True)):
            x = across * number
            canvas.text((x, canvas.y + 14), speaker.drawn(column), fill=SOFT)
            _SIGNS[status.key](canvas, x + 8, canvas.y + 32)
            canvas.text((x + 22, canvas.y + 37), speaker.drawn(status.words))
        canvas.y += 2 * LEADING + 6


def _achieved(canvas, x, y):
    canvas.circle((x, y), 8, DEEP)
    canvas.path((x - 4, y), "l3 3.5l5-7", "none", f' stroke="{WHITE}" stroke-width="2"')


def _partly(canvas, x, y):
    canvas.circle((x, y), 7, WHITE, OUTLINE)
    canvas.path((x, y - 7), "a7 7 0 0 0 0 14z", DEEP)


def _not_achieved(canvas, x, y):
    canvas.circle((x, y), 7, WHITE, OUTLINE)
    canvas.path((x - 3, y - 3), "l6 6m0-6l-6 6", "none", OUTLINE)


def _not_stated(canvas, x, y):
    canvas.line((x - 6, y), (x + 6, y), DEEP, ' stroke-width="2"')


_SIGNS = {"achieved": _achieved, "partly": _partly, "not_achieved": _not_achieved, None: _not_stated}
