"""The drawing of a figure as SVG: static, flat, its text is text. Knows no school.

Every drawing is made twice, for a page and for a phone, so that no letter gets smaller than it should. It stands on
white in any colour scheme and is the same on paper. Fill colours have 3:1 against white and against their neighbours,
also in grey; what they tell is written beside them too.
"""

import html
from functools import cache
from itertools import pairwise

from macros.html.fonts import FOLDER
from macros.show.figures.shape import Bars, Bridge, Matrix, Shares, Statuses

WIDE, NARROW = 680, 340
"""How wide the drawings are, in CSS pixels and in the units of their letters."""
DARK, BLUE, ORANGE, PLUM = "#143845", "#3f93ae", "#c47f22", "#5a2a4a"
INK, SOFT, LINE, GROUND = "#1b2a30", "#4a5a61", "#b9c4c8", "#ffffff"
IN_TURN = (DARK, ORANGE, PLUM, BLUE)
"""Fills of parts that touch each other: dark and light in turn."""
OF_BARS = {1: (DARK,), 2: (BLUE, DARK), 3: (BLUE, DARK, ORANGE)}
"""Fills of the bars of a group, by how many there are."""
MOST = len(IN_TURN)
"""More colours than this cannot be told apart."""
SIZE, LEADING = 14, 19
"""Of letters and of lines."""
SIDE = 12
"""The white round a drawing."""
BAR, GAP, SPACE = 20, 4, 18
"""How thick a bar is, the room between bars, and between groups."""
FAMILY = "system-ui, 'Noto Sans', 'Noto Sans Math', sans-serif"


def draw(drawing, speaker, title, width):
    """Give the SVG of a drawing, `width` units wide; `title` names it for those who do not see it.

    `speaker` knows the language and the figures: see `illustrate`.
    """
    canvas = _Canvas(width)
    _DRAWN[type(drawing)](canvas, drawing, speaker)
    return canvas.svg(title)


class _Canvas:
    """Shapes one below the other, from the top down to `y`."""

    def __init__(self, width):
        self.width = width
        self.y = 4
        self.shapes = []

    def text(self, place, words, *, bold=False, fill=INK, anchor="start"):
        x, y = place
        weight = ' font-weight="700"' if bold else ""
        placed = f' text-anchor="{anchor}"' if anchor != "start" else ""
        self.shapes.append(f'<text x="{_n(x)}" y="{_n(y)}" fill="{fill}"{weight}{placed}>{html.escape(words)}</text>')

    def paragraph(self, words, *, bold=False, fill=INK, x=0):
        """Write words over as many lines as they need."""
        for line in wrap(words, self.width - x, bold=bold):
            self.y += LEADING
            self.text((x, self.y - 5), line, bold=bold, fill=fill)

    def rect(self, place, size, fill, extra=""):
        (x, y), (width, height) = place, size
        self.shapes.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" fill="{fill}"{extra}/>'
        )

    def line(self, start, end, stroke=INK, extra=""):
        (x1, y1), (x2, y2) = start, end
        self.shapes.append(f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" stroke="{stroke}"{extra}/>')

    def svg(self, title):
        width, height = self.width + 2 * SIDE, self.y + 4 + 2 * SIDE
        inside = "\n".join(self.shapes)
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" data-search-exclude="" role="img" '
            f'width="{width}" height="{_n(height)}" '
            f'viewBox="-{SIDE} -{SIDE} {width} {_n(height)}" font-family="{FAMILY}" font-size="{SIZE}">\n'
            f"<title>{html.escape(title)}</title>\n"
            f'<rect x="-{SIDE}" y="-{SIDE}" width="{width}" height="{_n(height)}" '
            f'fill="{GROUND}"/>\n{inside}\n</svg>'
        )


def _bars(canvas, drawing, speaker):
    labels = {bar: _value_and_words(bar, speaker) for group in drawing.groups for bar in group.bars}
    beside = max(length(f"{value} {words}", bold=True) for value, words in labels.values()) + 10
    room = canvas.width - beside
    values = {bar: float(speaker.value(bar.name, bar.year) or 0) for bar in labels}
    for index, group in enumerate(drawing.groups):
        own = max(values[bar] for bar in group.bars)
        full = group.full or (own if drawing.groups_differ else max(values.values())) or 1
        if index:
            canvas.y += SPACE
        heading = _capital(speaker.words(group.heading))
        if drawing.changes:
            heading += f" ({speaker.label('figure_change', change=speaker.shown(drawing.changes[index]))})"
        canvas.paragraph(heading, bold=True)
        canvas.y += 3
        top = canvas.y
        for bar, fill in zip(group.bars, OF_BARS[len(group.bars)], strict=True):
            size = room * values[bar] / full
            canvas.rect((0, canvas.y), (size, BAR), fill)
            value, words = labels[bar]
            canvas.text((size + 6, canvas.y + 15), value, bold=True)
            canvas.text((size + 6 + length(f"{value} ", bold=True), canvas.y + 15), words, fill=SOFT)
            canvas.y += BAR + GAP
        canvas.line((0, top - 2), (0, canvas.y - GAP + 2))


def _value_and_words(bar, speaker):
    return speaker.shown(bar.name, bar.year), speaker.words(bar.words)


def _bridge(canvas, drawing, speaker):
    """Each step begins where the one before it ends; a number printed elsewhere is an outline."""
    spans, level = [], 0
    for step in drawing.steps:
        value = float(speaker.value(step.name) or 0)
        if step.kind in ("more", "less"):
            after = level + value if step.kind == "more" else level - value
            spans.append((min(level, after), max(level, after), after))
            level = after
        else:
            level = value if step.kind == "level" else level
            spans.append((0, value, value))
    full = max(high for _low, high, _after in spans) or 1
    signs = {"more": "+", "less": "−"}
    shown = [signs.get(step.kind, "") + speaker.shown(step.name) for step in drawing.steps]
    room = canvas.width - max(length(words, bold=True) for words in shown) - 10
    ends = []
    for index, (step, (low, high, after), words) in enumerate(zip(drawing.steps, spans, shown, strict=True)):
        if index:
            canvas.y += 12
        canvas.paragraph(_capital(speaker.words(step.words)), x=6)  # beside the line of zero
        left, right = (room * side / full for side in (low, high))
        if step.kind == "elsewhere":
            outline = f' stroke="{DARK}" stroke-width="2" stroke-dasharray="5 3"'
            canvas.rect((1, canvas.y + 1), (right - 1, BAR - 2), GROUND, outline)
        else:
            fill = {"more": BLUE, "less": ORANGE}.get(step.kind, DARK)
            canvas.rect((left, canvas.y), (right - left, BAR), fill)
        canvas.text((right + 6, canvas.y + 15), words, bold=True)
        ends.append((room * after / full, canvas.y, step.kind))
        canvas.y += BAR
    for (x, y, _kind), (_x, below, kind) in pairwise(ends):
        if kind != "elsewhere":
            canvas.line((x, y + BAR), (x, below), SOFT, ' stroke-dasharray="2 2"')
    canvas.line((0, ends[0][1] - 2), (0, canvas.y + 2))


def _shares(canvas, drawing, speaker):
    """The outline is 100 %: what the answers do not fill stays empty."""
    for index, question in enumerate(drawing.questions):
        if index:
            canvas.y += SPACE
        canvas.paragraph(_capital(speaker.words(question.words)), bold=True)
        asked = f"{speaker.words(question.asked)}: {speaker.shown(question.base)}"
        canvas.paragraph(asked, fill=SOFT)
        canvas.y += 3
        x = 0.0
        for number, answer in enumerate(question.answers):
            size = canvas.width * float(speaker.value(answer.name) or 0) / 100
            gap = 2 if number else 0  # white between parts, inside the later one
            if size:
                _part(canvas, (x + gap, canvas.y), (max(size - gap, 1), BAR), number)
            x += size
        canvas.rect((0.5, canvas.y), (canvas.width - 1, BAR), "none", f' stroke="{SOFT}"')
        canvas.y += BAR + 3
        _key(canvas, question.answers, speaker)
        if question.total:
            total = f"{speaker.label('total')}: {speaker.shown(question.total)}"
        else:
            total = speaker.label("other_answers_not_stated")
        canvas.paragraph(total, fill=SOFT)


def _part(canvas, place, size, number):
    """Draw the part of an answer; beyond `MOST` the colours come again, with a white line through them."""
    canvas.rect(place, size, IN_TURN[number % MOST])
    if number >= MOST:
        canvas.rect((place[0], place[1] + size[1] / 2 - 1), (size[0], 2), GROUND)


def _key(canvas, answers, speaker):
    """Write each answer with its share behind a square of its colour, as many on a line as there is room for."""
    x = 0
    canvas.y += LEADING
    for number, answer in enumerate(answers):
        share, words = speaker.shown(answer.name), speaker.words(answer.words)
        wide = 18 + length(f"{share} ", bold=True) + length(words) + 16
        if x and x + wide - 16 > canvas.width:
            x = 0
            canvas.y += LEADING
        _part(canvas, (x, canvas.y - 16), (12, 12), number)
        canvas.text((x + 18, canvas.y - 5), share, bold=True)
        canvas.text((x + 18 + length(f"{share} ", bold=True), canvas.y - 5), words)
        x += wide


def _statuses(canvas, drawing, speaker):
    across = canvas.width / len(drawing.columns)
    for index, (name, statuses) in enumerate(drawing.rows):
        if index:
            canvas.y += 8
            canvas.line((0, canvas.y), (canvas.width, canvas.y), LINE)
            canvas.y += 4
        canvas.paragraph(_capital(speaker.words(name)), bold=True)
        canvas.y += 2
        for number, (column, status) in enumerate(zip(drawing.columns, statuses, strict=True)):
            x = across * number
            canvas.text((x, canvas.y + 14), speaker.words(column), fill=SOFT)
            _SIGNS[status.key](canvas, x + 8, canvas.y + 32)
            canvas.text((x + 22, canvas.y + 37), speaker.words(status.words))
        canvas.y += 2 * LEADING + 6


def _achieved(canvas, x, y):
    canvas.shapes.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="8" fill="{DARK}"/>')
    canvas.shapes.append(f'<path d="M{_n(x - 4)} {_n(y)}l3 3.5l5-7" fill="none" stroke="{GROUND}" stroke-width="2"/>')


def _partly(canvas, x, y):
    canvas.shapes.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="7" fill="{GROUND}" stroke="{DARK}" stroke-width="2"/>')
    canvas.shapes.append(f'<path d="M{_n(x)} {_n(y - 7)}a7 7 0 0 0 0 14z" fill="{DARK}"/>')


def _not_achieved(canvas, x, y):
    canvas.shapes.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="7" fill="{GROUND}" stroke="{DARK}" stroke-width="2"/>')
    canvas.shapes.append(
        f'<path d="M{_n(x - 3)} {_n(y - 3)}l6 6m0-6l-6 6" fill="none" stroke="{DARK}" stroke-width="2"/>'
    )


def _not_stated(canvas, x, y):
    canvas.line((x - 6, y), (x + 6, y), DARK, ' stroke-width="2"')


_SIGNS = {"achieved": _achieved, "partly": _partly, "not_achieved": _not_achieved, None: _not_stated}


def _matrix(canvas, drawing, speaker):
    """The heads of the columns stand one below the other, each with a line down to its column."""
    names = max(length(name) for name, _cells in drawing.rows) + 16
    step = min(64, (canvas.width - names - 12) / len(drawing.columns))
    columns = [names + step * (number + 0.5) for number in range(len(drawing.columns))]
    bottom = canvas.y + LEADING * len(columns) + 6
    for x, words in zip(reversed(columns), reversed(drawing.columns), strict=True):
        canvas.y += LEADING
        canvas.text((x + 6, canvas.y - 5), _capital(speaker.words(words)), anchor="end")
        canvas.line((x, canvas.y - 1), (x, bottom), SOFT)
    canvas.y = bottom
    for name, cells in drawing.rows:
        canvas.line((0, canvas.y), (columns[-1] + step / 2, canvas.y), LINE)
        canvas.text((0, canvas.y + 18), name)
        for x, there in zip(columns, cells, strict=True):
            if there:
                canvas.shapes.append(f'<circle cx="{_n(x)}" cy="{_n(canvas.y + 13)}" r="7" fill="{DARK}"/>')
        canvas.y += 26
    canvas.line((0, canvas.y), (columns[-1] + step / 2, canvas.y), LINE)


_DRAWN = {Bars: _bars, Bridge: _bridge, Shares: _shares, Statuses: _statuses, Matrix: _matrix}


def wrap(words, width, *, bold=False):
    """Break words into lines no longer than `width`, at plain spaces only."""
    lines = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and length(longer, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def length(words, *, bold=False):
    """Give how long words are, in units of a drawing; the reader's letters may be narrower than those measured."""
    widths, unknown = _widths("NotoSans-Bold.ttf" if bold else "NotoSans-Regular.ttf")
    return SIZE * sum(widths.get(ord(letter), unknown) for letter in words)


@cache
def _widths(file):
    """Give `(code → width, width of what is not there)` of a font, in parts of its size."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 – slow to load, and needed only where something is drawn

    with TTFont(FOLDER / file, lazy=True) as font:
        unit, metrics = font["head"].unitsPerEm, font["hmtx"]
        return {code: metrics[glyph][0] / unit for code, glyph in font.getBestCmap().items()}, 0.65


def _capital(words):
    return words[:1].upper() + words[1:]


def _n(value):
    """Write a coordinate: one decimal, none where it is whole."""
    return f"{float(value):.1f}".removesuffix(".0")
