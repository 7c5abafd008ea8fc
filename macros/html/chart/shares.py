"""How shares are drawn."""

from functools import partial

from macros.html.chart.canvas import BAR, IN_TURN, LEADING, Canvas, room
from macros.html.figures import capital
from macros.html.palette import INK, SOFT, WHITE
from macros.html.speaker import Speaker
from macros.show.charts.shares import Shares
from macros.words.language import NBSP

SEVERAL = 3
"""With more questions than this two stand side by side, where there is room."""
COLUMN = 300
"""How wide each is then at least."""
MOST = len(IN_TURN)
"""More colours than this cannot be told apart."""


def draw(canvas: Canvas, chart: Shares, speaker: Speaker) -> None:
    """The outline is 100 %: what the answers do not fill stays empty. Several questions stand side by side."""
    columns = 2 if len(chart.questions) > SEVERAL and canvas.column(2) >= COLUMN else 1
    parts = [[partial(part, canvas, one, speaker) for part in (_asked, _answered)] for one in chart.questions]
    canvas.in_columns(parts, columns)


def _asked(canvas, question, speaker):
    canvas.paragraph(capital(speaker.drawn(question.words)), bold=True)


def _answered(canvas, question, speaker):
    if question.asked and question.base:
        canvas.paragraph(f"{speaker.drawn(question.asked)}:{NBSP}{speaker.drawn(question.base)}", fill=SOFT)
    canvas.y += 3
    x = 0.0
    for number, answer in enumerate(question.answers):
        size = canvas.width * speaker.value(answer.share) / 100
        gap = 2 if number else 0  # white between parts, inside the later one
        if size:
            _part(canvas, (x + gap, canvas.y), (max(size - gap, 1), BAR), number)
        x += size
    canvas.rect((0.5, canvas.y), (canvas.width - 1, BAR), "none", f' stroke="{SOFT}"')
    canvas.y += BAR + 3
    _key(canvas, question.answers, speaker)
    if question.total:
        canvas.paragraph(f"{speaker.label('total')}:{NBSP}{speaker.drawn(question.total)}", fill=SOFT)
    elif question.asked:
        canvas.paragraph(speaker.label("other_answers_not_stated"), fill=SOFT)


def _part(canvas, place, size, number):
    """Draw the part of an answer; beyond `MOST` the colours come again, with a white line through them."""
    canvas.rect(place, size, IN_TURN[number % MOST])
    if number >= MOST:
        canvas.rect((place[0], place[1] + size[1] / 2 - 1), (size[0], 2), WHITE)


def _key(canvas, answers, speaker):
    """Write each answer with its share behind a square of its colour: side by side as long as they have room."""
    x = 0.0
    for number, answer in enumerate(answers):
        share, words = speaker.drawn(answer.share), speaker.drawn(answer.words)
        wide = 18 + room(f"{share} ", bold=True) + room(words)
        if x and x + wide <= canvas.width:
            canvas.y -= LEADING
        else:
            x = 0
        _part(canvas, (x, canvas.y + 3), (12, 12), number)
        canvas.number(share, words, fill=INK, x=x + 18)
        x += wide + 16
