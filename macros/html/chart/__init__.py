"""The drawing of a chart as SVG: static, flat, its text is text. Knows no school.

Every chart is drawn twice, for a page and for a phone, so that no letter gets smaller than it should. A drawing is
complete by itself, on white, as it is on paper; on a dark screen, and where readers have colours of their own, style
sheets exchange its colours for others. Fills have 3:1 against the ground and against those beside them, also in grey;
what they tell is written beside them too.
"""

from collections.abc import Callable, Iterable
from typing import Any

from macros.html.chart import bars, bridge, line, matrix, shares, statuses
from macros.html.chart.canvas import SPACE, Canvas
from macros.html.palette import INK, SOFT
from macros.html.speaker import Speaker
from macros.show.charts import Bars, Bridge, Chart, Lines, Matrix, Shares, Statuses

WIDE, NARROW = 680, 340
"""How wide the drawings are, in CSS pixels and in the units of their letters."""
_DRAWN: dict[type, Callable[[Canvas, Any, Speaker], None]] = {
    Bars: bars.draw,
    Bridge: bridge.draw,
    Lines: line.draw,
    Matrix: matrix.draw,
    Shares: shares.draw,
    Statuses: statuses.draw,
}


Paragraphs = Iterable[str]
"""Plain words that stand above or below a drawing."""


def draw(
    chart: Chart, speaker: Speaker, title: str, width: int, around: tuple[Paragraphs, Paragraphs] = ((), ())
) -> str:
    """Give the SVG of a chart, `width` units wide; `title` names it for those who do not see it.

    What stands `around` a drawing that is not on a page is above it, with its message first, and below it.
    """
    canvas, (above, below) = Canvas(width), around
    for at, words in enumerate(above):
        canvas.paragraph(words, bold=not at, fill=SOFT if at else INK)
    canvas.y += SPACE if above else 0
    _DRAWN[type(chart)](canvas, chart, speaker)
    for words in below:
        canvas.y += SPACE / 2
        canvas.paragraph(words, fill=SOFT)
    return canvas.svg(title)
