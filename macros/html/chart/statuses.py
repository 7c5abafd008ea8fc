"""How statuses are drawn."""

from macros.html.chart.canvas import Canvas, room
from macros.html.figures import capital
from macros.html.palette import DEEP, LINE, SOFT, WHITE
from macros.html.speaker import Speaker
from macros.show.charts.statuses import Statuses

OUTLINE = f' stroke="{DEEP}" stroke-width="2"'


def draw(canvas: Canvas, chart: Statuses, speaker: Speaker) -> None:
    """Each status has a sign and its words, beside its column's or below; signs differ in shape, not only in colour."""
    across = canvas.width / len(chart.columns)
    columns = [speaker.drawn(column) for column in chart.columns]
    named = max(map(room, columns)) + 14
    longest = max(room(speaker.drawn(status.words)) for _name, statuses in chart.rows for status in statuses)
    beside = named + 22 + longest <= across
    for index, (name, statuses) in enumerate(chart.rows):
        if index:
            canvas.y += 8
            canvas.line((0, canvas.y), (canvas.width, canvas.y), LINE)
            canvas.y += 4
        canvas.paragraph(capital(speaker.drawn(name)), bold=True)
        canvas.y += 2
        top, ends = canvas.y, []
        for number, (column, status) in enumerate(zip(columns, statuses, strict=True)):
            canvas.y, x = top, across * number
            canvas.paragraph(column, fill=SOFT, x=x, width=across - 8)
            canvas.y, x = (top, x + named) if beside else (canvas.y + 4, x)
            _SIGNS[status.key](canvas, x + 8, canvas.y + 9)
            canvas.paragraph(speaker.drawn(status.words), x=x + 22, width=across - 30)
            ends.append(canvas.y)
        canvas.y = max(ends) + 2


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
