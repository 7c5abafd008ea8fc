"""How a matrix is drawn."""

from macros.html.chart.canvas import LEADING, Canvas, room, wrap
from macros.html.figures import capital
from macros.html.palette import DEEP, LINE, SOFT
from macros.html.speaker import Speaker
from macros.show.charts.matrix import Matrix

NARROWEST = 20
"""How wide a column is at least: what the names of the rows leave to it, which then take several lines."""


def draw(canvas: Canvas, chart: Matrix, speaker: Speaker) -> None:
    """The heads of the columns stand one below the other, each with a line down to its column."""
    rows = [(speaker.drawn(name), cells) for name, cells in chart.rows]
    names = min(max(room(name) for name, _cells in rows) + 16, canvas.width - 12 - NARROWEST * len(chart.columns))
    step = min(64, (canvas.width - names - 12) / len(chart.columns))
    columns = [names + step * (number + 0.5) for number in range(len(chart.columns))]
    heads = [(x, wrap(capital(speaker.drawn(words)), x + 6)) for x, words in zip(columns, chart.columns, strict=True)]
    bottom = canvas.y + LEADING * sum(len(lines) for _x, lines in heads) + 6
    for x, lines in reversed(heads):
        for line in lines:
            canvas.y += LEADING
            canvas.text((x + 6, canvas.y - 5), line, anchor="end")
        canvas.line((x, canvas.y - 1), (x, bottom), SOFT)
    canvas.y = bottom
    for name, cells in rows:
        canvas.line((0, canvas.y), (columns[-1] + step / 2, canvas.y), LINE)
        middle = canvas.y + 11
        canvas.y += 2
        canvas.paragraph(name, width=names - 16)
        canvas.y += 1
        for x, there in zip(columns, cells, strict=True):
            if there:
                canvas.circle((x, middle), 7, DEEP)
    canvas.line((0, canvas.y), (columns[-1] + step / 2, canvas.y), LINE)
