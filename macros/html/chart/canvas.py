"""What all drawings are made of: shapes and words on white, one below the other, in colours that can be told apart."""

import html
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from macros.html.figures import as_svg, in_svg, unmarked
from macros.html.fonts import FOLDER
from macros.html.palette import BLUE, DEEP, INK, OCHRE, PLUM, SOFT, WHITE
from macros.words.language import NBSP

IN_TURN = (DEEP, OCHRE, PLUM, BLUE)
"""Fills of parts that touch each other: dark and light in turn."""
SIZE, LEADING = 14, 19
"""Of letters and of lines."""
ABOVE, BELOW = 15, 4
"""How far a line of letters reaches from where they stand."""
LETTERS, WORDS = 0.12, 0.16
"""How much farther apart readers may set letters and words, in sizes of letters (WCAG 2.2, 1.4.12)."""
SIDE = 12
"""The white round a drawing."""
BAR, SPACE = 16, 14
"""How thick a bar is, and the room between groups."""
GUTTER = 32
"""The room between columns."""
FAMILY = "system-ui, 'Noto Sans', 'Noto Sans Math', sans-serif"


Point = tuple[float, float]
"""Of a drawing: from the left, from the top."""
Box = tuple[float, float, float, float]
"""Of a drawing: left, top, right, bottom."""


class Canvas:
    """Shapes one below the other, from the top down to `y`, as far as `width` from `left`."""

    def __init__(self, width: int) -> None:
        """Take how wide all of it is, but for the white round it."""
        self.all, self.width = width, float(width)
        self.left: float = 0
        self.y: float = 4
        self.shapes: list[str] = []

    def text(self, place: Point, words: str, *, bold: bool = False, fill: str = INK, anchor: str = "start") -> None:
        """Write words on one line, from a place, or up to it where the anchor is its “end”.

        Figures that are `marked` in them have the attributes `data-name` and, where they are stated, `data-value`.
        """
        x, y = self._at(place)
        weight = ' font-weight="700"' if bold else ""
        placed = f' text-anchor="{anchor}"' if anchor != "start" else ""
        self.shapes.append(as_svg(words, f' x="{_n(x)}" y="{_n(y)}" fill="{fill}"{weight}{placed}'))

    def paragraph(
        self, words: str, *, bold: bool = False, fill: str = INK, x: float = 0, width: float | None = None
    ) -> None:
        """Write words over as many lines as they need, as wide as all of it if not told otherwise."""
        for line in wrap(words, width or self.width - x, bold=bold):
            self.y += LEADING
            self.text((x, self.y - 5), line, bold=bold, fill=fill)

    def number(self, number: str, words: str, *, fill: str = SOFT, x: float = 0) -> None:
        """Write a bold number and what it is of as a paragraph: in one text, so that they never lie on one another."""
        first, *others = wrap(words, self.width - x - room(f"{number} ", bold=True))
        self.y += LEADING
        bold = as_svg(number, f' fill="{INK}" font-weight="700"', "tspan")
        left, base = self._at((x, self.y - 5))
        self.shapes.append(f'<text x="{_n(left)}" y="{_n(base)}" fill="{fill}">{bold} {in_svg(first)}</text>')
        if others:
            self.paragraph(" ".join(others), fill=fill, x=x)

    def rect(self, place: Point, size: Point, fill: str, extra: str = "") -> None:
        """Draw a rectangle from its corner at the top left; `extra` are further attributes."""
        (x, y), (width, height) = self._at(place), size
        self.shapes.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" fill="{fill}"{extra}/>'
        )

    def circle(self, place: Point, radius: float, fill: str, extra: str = "") -> None:
        """Draw a circle round a place."""
        x, y = self._at(place)
        self.shapes.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{radius}" fill="{fill}"{extra}/>')

    def path(self, place: Point, way: str, fill: str, extra: str = "") -> None:
        """Draw from a place along a way that is written as in SVG."""
        x, y = self._at(place)
        self.shapes.append(f'<path d="M{_n(x)} {_n(y)}{way}" fill="{fill}"{extra}/>')

    def line(self, start: Point, end: Point, stroke: str = INK, extra: str = "") -> None:
        """Draw a line from one place to another."""
        (x1, y1), (x2, y2) = self._at(start), self._at(end)
        self.shapes.append(f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" stroke="{stroke}"{extra}/>')

    def in_columns(self, parts: Sequence[Sequence[Callable[[], None]]], count: int) -> None:
        """Draw parts in rows of `count`, each as if its column were all there is.

        What a part consists of begins as high as the same of those beside it.
        """
        width = self.width
        self.width = self.column(count)
        for first in range(0, len(parts), count):
            self.y += SPACE if first else 0
            for alike in zip(*parts[first : first + count], strict=True):
                top, ends = self.y, []
                for number, draw in enumerate(alike):
                    self.y, self.left = top, number * (self.width + GUTTER)
                    draw()
                    ends.append(self.y)
                self.y = max(ends)
        self.left, self.width = 0, width

    def column(self, count: int) -> float:
        """Give how wide each of several columns is."""
        return (self.width - GUTTER * (count - 1)) / count

    def _at(self, place):
        x, y = place
        return self.left + x, y

    def svg(self, title: str) -> str:
        """Give the SVG of all shapes; `title` names it for those who do not see it."""
        width, height = self.all + 2 * SIDE, self.y + 4 + 2 * SIDE
        inside = "\n".join(self.shapes)
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" data-search-exclude="1" role="img" '
            f'width="{width}" height="{_n(height)}" '
            f'viewBox="-{SIDE} -{SIDE} {width} {_n(height)}" font-family="{FAMILY}" font-size="{SIZE}">\n'
            f"<title>{html.escape(title)}</title>\n"
            f'<rect x="-{SIDE}" y="-{SIDE}" width="{width}" height="{_n(height)}" '
            f'fill="{WHITE}"/>\n{inside}\n</svg>'
        )


def figures_in(drawing: Any) -> Iterator[tuple[Any, Box]]:
    """Yield the elements of figures in a drawing, the element of its SVG, each with the room that its words take."""
    for text in drawing.iterfind(".//{*}text"):
        x, y = float(text.get("x")), float(text.get("y"))
        measured = [(element, length(words, bold=bold)) for element, words, bold in parts(text)]
        x -= sum(long for _element, long in measured) * {"middle": 0.5, "end": 1}.get(text.get("text-anchor"), 0)
        for element, long in measured:
            left, x = x, x + long
            if element.get("data-name"):
                yield element, (left, y - ABOVE, x, y + BELOW)


def parts(element: Any, *, bold: bool = False) -> Iterator[tuple[Any, str, bool]]:
    """Yield the parts of a text, each with its element, its words and whether they are bold."""
    bold = bold or element.get("font-weight") is not None
    yield element, element.text or "", bold
    for one in element:
        yield from parts(one, bold=bold)
        yield {}, one.tail or "", bold


def wrap(words: str, width: float, *, bold: bool = False) -> list[str]:
    """Break words into lines that have room in `width`, at plain spaces only."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and room(longer, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def room(words: str, *, bold: bool = False) -> float:
    """Give how much room to leave to words: as much as they need where a reader has set them farther apart."""
    words = unmarked(words)
    return length(words, bold=bold) + SIZE * (LETTERS * len(words) + WORDS * sum(map(words.count, (" ", NBSP))))


def length(words: str, *, bold: bool = False) -> float:
    """Give how long words are, in units of a drawing; the reader's letters may be narrower than those measured."""
    widths, unknown = _widths("NotoSans-Bold.ttf" if bold else "NotoSans-Regular.ttf")
    return SIZE * sum(widths.get(ord(letter), unknown) for letter in unmarked(words))


@cache
def _widths(file):
    """Give `(code → width, width of what is not there)` of a font, in parts of its size."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 – slow to load, and needed only where something is drawn

    with TTFont(FOLDER / file, lazy=True) as font:
        unit, metrics = font["head"].unitsPerEm, font["hmtx"]
        return {code: metrics[glyph][0] / unit for code, glyph in font.getBestCmap().items()}, 0.65


def _n(value):
    """Write a coordinate: one decimal, none where it is whole."""
    return f"{float(value):.1f}".removesuffix(".0")
