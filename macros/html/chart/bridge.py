"""How a bridge is drawn."""

from itertools import pairwise

from macros.html.chart.canvas import BAR, Canvas, room
from macros.html.figures import capital
from macros.html.palette import BLUE, DEEP, OCHRE, SOFT, WHITE
from macros.html.scale import scale
from macros.html.speaker import Speaker
from macros.show.charts.bridge import Bridge


def draw(canvas: Canvas, chart: Bridge, speaker: Speaker) -> None:
    """Each step begins where the one before it ends; a number printed elsewhere is an outline, if it is more than 0."""
    spans: list[tuple[float, float, float]] = []
    level = 0.0
    for step in chart.steps:
        value = speaker.value(step.figure)
        if step.kind in ("more", "less"):
            after = level + value if step.kind == "more" else level - value
            spans.append((min(level, after), max(level, after), after))
            level = after
        else:
            level = value if step.kind == "level" else level
            spans.append((min(0, value), max(0, value), value))
    least, most = scale(side for span in spans for side in span)
    signs = {"more": "+", "less": "−"}
    shown = [signs.get(step.kind, "") + speaker.drawn(step.figure) for step in chart.steps]
    width = canvas.width - max(room(words, bold=True) for words in shown) - 10
    ends = []

    def across(value: float) -> float:
        return width * (value - least) / (most - least)

    for index, (step, (low, high, after), words) in enumerate(zip(chart.steps, spans, shown, strict=True)):
        if index:
            canvas.y += 8
        canvas.paragraph(capital(speaker.drawn(step.words)), x=6)  # beside the line of zero
        left, right = across(low), across(high)
        if step.kind == "elsewhere":
            outline = f' stroke="{DEEP}" stroke-width="2" stroke-dasharray="5 3"'
            if right - left > 1:
                canvas.rect((left + 1, canvas.y + 1), (right - left - 1, BAR - 2), WHITE, outline)
        else:
            fill = {"more": BLUE, "less": OCHRE}.get(step.kind, DEEP)
            canvas.rect((left, canvas.y), (right - left, BAR), fill)
        canvas.text((right + 6, canvas.y + BAR - 1), words, bold=True)  # clear of the words above
        ends.append((across(after), canvas.y, step.kind))
        canvas.y += BAR
    for (x, y, _kind), (_x, below, kind) in pairwise(ends):
        if kind != "elsewhere":
            canvas.line((x, y + BAR), (x, below), SOFT, ' stroke-dasharray="2 2"')
    canvas.line((across(0), ends[0][1] - 2), (across(0), canvas.y + 2))
