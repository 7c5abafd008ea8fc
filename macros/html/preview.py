"""The `pictures` that stand for the site elsewhere.

Drawn from the data with the letters of `fonts`, so nothing is fetched and the same data give the same bytes.
"""

from bisect import bisect
from functools import cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

from macros.html.card import Card
from macros.html.fonts import FOLDER
from macros.html.palette import BRAND, INK, ORANGE, WASH, WHITE
from macros.html.pictures import HEIGHT, WIDTH
from macros.html.png import as_png
from macros.html.scale import scale
from macros.words.language import NBSP

MARGIN = 64
_ACROSS = WIDTH - 2 * MARGIN
BAND, STRIP = 264, 8
"""The height of the dark band that names the report, and of the strip below it."""
LEFT, RIGHT = (MARGIN, 480), (560, WIDTH - MARGIN)
"""From where to where the headline figure and the bars reach, across."""
BARS = (306, HEIGHT - MARGIN)
"""From where to where the bars reach, down."""
_BLENDS, _STEPS = ((BRAND, WHITE), (BRAND, WASH), (INK, WHITE)), 24
"""Of which colours letters stand on which, and in how many steps one goes over into the other; Pillow mixes up more."""
TOUCH = 180
"""The side of the icon for home screens."""
SANS, BOLD, SERIF = "NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSerif-Bold.ttf"


Fitted = tuple[FreeTypeFont, list[str]]
"""A font, and the lines that are written with it."""


def drawn(card: Card) -> bytes:
    """Give the PNG of a card, `WIDTH` by `HEIGHT`."""
    image = _around(card.centre, card.year).copy()
    draw = ImageDraw.Draw(image)
    _write(draw, (MARGIN, 96), fit(card.title, SERIF, (76, 34), (_ACROSS, 96)), WHITE)
    width = (LEFT[1] if card.bars else WIDTH - MARGIN) - LEFT[0]
    below, alone = (26, 52) if card.bars else (44, 72)
    if card.figure:
        font, line = fit_line(card.figure, BOLD, (160, 40), width)
        draw.text((LEFT[0], 432), line, BRAND, font, "ls")
        _write(draw, (LEFT[0], 458), fit(card.caption, SANS, (below, 18), (width, HEIGHT - MARGIN - 458)), INK)
    else:
        _write(draw, (LEFT[0], BARS[0]), fit(card.caption, BOLD, (alone, 22), (width, BARS[1] - BARS[0])), BRAND)
    _draw_bars(draw, card.bars)
    return as_png(image, _colours())


@cache
def _around(centre, year):
    """Draw what the cards of a year have in common."""
    image = Image.new("RGB", (WIDTH, HEIGHT), WHITE)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, BAND - 1), BRAND)
    draw.rectangle((0, BAND, WIDTH, BAND + STRIP - 1), ORANGE)
    _write(draw, (MARGIN, 48), fit(centre, BOLD, (34, 20), (_ACROSS, 44)), WHITE)
    _write(draw, (MARGIN, 198), fit(year, SANS, (34, 20), (_ACROSS, 44)), WASH)
    return image


def _colours():
    """Yield all colours of a card."""
    yield ImageColor.getrgb(ORANGE)
    for letters, ground in _BLENDS:
        ends = tuple(zip(ImageColor.getrgb(letters), ImageColor.getrgb(ground), strict=True))
        yield from (tuple(a + (b - a) * step // _STEPS for a, b in ends) for step in range(_STEPS + 1))


def _draw_bars(draw, bars):
    """Draw name, bar and number of each area, one below the other; all bars start at one line, which is zero."""
    if not bars:
        return
    start, end = RIGHT
    row = min(65, (BARS[1] - BARS[0]) // len(bars))
    thick, size = row * 21 // 65, row * 24 // 65
    stated = [bar for bar in bars if bar.value is not None]
    font = _font(BOLD, size)
    room = end - start - 14 - max((font.getlength(bar.shown) for bar in stated), default=0)
    least, most = scale(float(bar.value) for bar in stated)
    top = (BARS[0] + BARS[1] - row * len(bars)) // 2
    for bar in bars:
        _write(draw, (start, top), fit(bar.name, SANS, (size, 14), (end - start, round(size * 1.25))), INK)
        below = top + size + 8
        ends = (max(room, 0) * (value - least) / (most - least) for value in (0, float(bar.value or 0)))
        zero, tip = (start + round(one) for one in ends)
        left, right = sorted((zero, tip))
        if right > left:
            draw.rectangle((left, below, right - 1, below + thick - 1), BRAND)
        draw.rectangle((zero, below, zero + 2, below + thick - 1), INK)
        number_font, line = fit_line(bar.shown, BOLD, (size, 10), end - right - 14)
        draw.text((right + 12, below + (thick + size * 5 // 7) // 2), line, INK, number_font, "ls")
        top += row


def fit(words: str, face: str, sizes: tuple[int, int], box: tuple[int, int]) -> Fitted:
    """Give the font and the lines with which words fill a box, as large as they can be.

    `sizes` are the largest and the smallest in pixels, `box` is width and height. What does not fit even in the
    smallest ends in “…”.
    """
    largest, smallest = sizes
    width, height = box

    def is_too_large(size):
        font = _font(face, size)
        too_long = any(_length(font, word) > width for word in words.split(" "))
        return too_long or len(_wrap(words, font, width)) * _leading(size) > height

    size = smallest + bisect(range(smallest, largest + 1), False, key=is_too_large) - 1
    font = _font(face, max(size, smallest))
    lines = _wrap(words, font, width)
    if size >= smallest:
        return font, lines
    most = max(1, height // _leading(smallest))
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return font, [_cut(line, font, width) for line in kept if line]


def fit_line(words: str, face: str, sizes: tuple[int, int], width: int) -> tuple[FreeTypeFont, str]:
    """Give the font and the words, shrunk or cut to one line of this width."""
    font, lines = fit(words.replace(" ", NBSP), face, sizes, (width, HEIGHT))
    return font, lines[0] if lines else ""


def _wrap(words, font, width):
    """Break words into lines at spaces, not at no-break ones."""
    lines: list[str] = []
    room = 0
    for word in words.split(" "):
        longer = _length(font, f" {word}")
        if lines and longer <= room:
            lines[-1] += f" {word}"
            room -= longer
        else:
            lines.append(word)
            room = width - _length(font, word)
    return lines


@cache
def _length(font, word):
    return font.getlength(word)


def _cut(line, font, width):
    if font.getlength(line) <= width:
        return line
    begun = [line[:size].rstrip(f" {NBSP},") + "…" for size in range(len(line))]
    return begun[max(bisect(begun, width, key=font.getlength) - 1, 0)]


def _write(draw, place, fitted, colour):
    """Write lines whose first one has its top at `place`."""
    font, lines = fitted
    left, top = place
    for line in lines:
        draw.text((left, top + round(font.size)), line, colour, font, "ls")
        top += _leading(font.size)


def _leading(size):
    return round(size * 1.25)


@cache
def _font(face, size):
    # Pillow 13 shapes letters through libfribidi where the machine has it: the basic layout is the same everywhere.
    return ImageFont.truetype(FOLDER / face, size, layout_engine=ImageFont.Layout.BASIC)


def _png(image):
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


# The icon, in a square of 32: how wide and high its letter may be, how far from that its dot stands, and its radius.
_SIDE, _LETTER, _GAP, _DOT = 32, (17, 19), 1.4, 2.6


def favicon(letter: str) -> str:
    """Give the SVG of the site's icon: the letter as a path, so that no font is needed, and a dot."""
    from fontTools.pens.boundsPen import BoundsPen  # noqa: PLC0415 – slow to load, and needed once a build
    from fontTools.pens.svgPathPen import SVGPathPen  # noqa: PLC0415
    from fontTools.pens.transformPen import TransformPen  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    with TTFont(FOLDER / SERIF, lazy=True) as font:
        glyphs = font.getGlyphSet()
        glyph = glyphs[font.getBestCmap().get(ord(letter), ".notdef")]
        bounds = BoundsPen(glyphs)
        glyph.draw(bounds)
        scale, left, top, dot = _placed(bounds.bounds)
        path = SVGPathPen(glyphs, ntos=lambda value: f"{value:.2f}".rstrip("0").rstrip("."))
        x, _y, _right, y = bounds.bounds  # a font counts upwards
        glyph.draw(TransformPen(path, (scale, 0, 0, -scale, left - scale * x, top + scale * y)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE} {_SIDE}">'
        f'<rect width="{_SIDE}" height="{_SIDE}" rx="7" fill="{BRAND}"/>'
        f'<path d="{path.getCommands()}" fill="{WHITE}"/>'
        f'<circle cx="{dot[0]:.2f}" cy="{dot[1]:.2f}" r="{_DOT}" fill="{ORANGE}"/></svg>\n'
    )


def _placed(bounds):
    """Give the scale, left and top of a letter with these bounds, and the middle of its dot: both together centred."""
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    scale = min(_LETTER[0] / width, _LETTER[1] / height)
    left = (_SIDE - scale * width - _GAP - 2 * _DOT) / 2
    top = (_SIDE - scale * height) / 2
    return scale, left, top, (left + scale * width + _GAP + _DOT, top + scale * height - _DOT)


def touch_icon(letter: str) -> bytes:
    """Give the same as a PNG of `TOUCH` by `TOUCH` without round corners, which home screens make themselves."""
    finer = 4  # a circle of Pillow has no smooth edge of its own
    unit = TOUCH * finer / _SIDE
    image = Image.new("RGB", (TOUCH * finer, TOUCH * finer), BRAND)
    draw = ImageDraw.Draw(image)
    large = 1000
    bounds = _font(SERIF, large).getbbox(letter, anchor="ls")
    scale, left, top, dot = _placed(bounds)
    font = _font(SERIF, round(large * scale * unit))
    x, y, _right, _bottom = font.getbbox(letter, anchor="ls")
    draw.text((round(left * unit) - x, round(top * unit) - y), letter, WHITE, font, "ls")
    across, down, radius = (value * unit for value in (*dot, _DOT))
    draw.ellipse((across - radius, down - radius, across + radius, down + radius), ORANGE)
    return _png(image.reduce(finer))
