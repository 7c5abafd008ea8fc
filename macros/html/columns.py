"""How the width of a page is shared among the columns of a table of texts, from the words they hold.

Browsers and WeasyPrint each share it in a way of their own, and none of them looks at how long the table gets. Here
every way of sharing twenty parts is tried, and the one taken with which the table is shortest. Where sentences would
still be squeezed, what says what a row is about, its head or more, stands above the cells instead of beside them, and
leaves its width to them.
"""

import itertools
import math
import re
from dataclasses import dataclass
from functools import cache

from macros.remembered import remembered

PARTS = 20
LINE = 120
"""How many letters of a table's type a line across the page holds: measured 130 in the PDF, fewer in other fonts."""
GAP = 2
"""How many letters would fit between two columns."""
INDENT = 4
"""How many letters would fit before the items of a list."""
RAGGED = 3
"""How many letters a line stays short of its end, since words are not cut."""
BOLD = 1.12
"""How much wider the letters of a head are."""
COMFORTABLE = 36
"""How many letters a line of a sentence should hold."""
SEVERAL = 3
"""From how many lines on a text is squeezed, where they hold fewer."""
SQUEEZED = 2
"""How many times a line of such a text counts."""
PADDING = 0.7
"""How many lines would fit into the padding of a row."""
LONGER = 1.2
"""How many times as long a table may get by heads above their rows, where its sentences are squeezed otherwise."""
FEWEST = 2
"""Above how many columns heads may stand: one would have no use for more width."""
FEW = 7
"""Up to how many columns every way is tried: with more it would take seconds, and each gets as much as another.

What has more is no table of sentences.
"""
NARROW = 4
"""How many parts a column of heads may take before the table may get longer by them above their rows."""
SHORTER = 0.9
"""How many times as long it has to be where they take no more."""
_BLOCK = re.compile(r"</?(?:p|div|ul|ol|li)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")
_DATA = re.compile(r"<data\b[^>]*>[^<]*</data>")
_SPACE = re.compile(r"[ \n\t]+")  # a no-break space keeps words together


@dataclass(frozen=True)
class Sharing:
    """How a table shares its width: how many of the twenty parts each column gets.

    `above` says how many of the first columns stand above the others; they get none.
    """

    above: int
    parts: tuple[int, ...]


def sharing(head: list[str], rows: list[list[str]], about: int = 1) -> Sharing:
    """Give how the width is shared; the cells of the head and of each row are HTML.

    `about` is how many of the first columns say what a row is about, and so may stand above the others.
    """
    measured = [[_measure(cell, BOLD) for cell in head]] * 2  # every sheet repeats it
    measured += [[_measure(cell, BOLD if index == 0 else 1) for index, cell in enumerate(row)] for row in rows]
    return _shortest(tuple(map(tuple, measured)), about)


_Measures = tuple[tuple[float, ...], float, int]


@remembered
def _shortest(measured: tuple[tuple[_Measures, ...], ...], about: int) -> Sharing:
    heights = [[_heights(*cell) for cell in row] for row in measured]
    beside = _best(heights)
    if about and FEWEST + about <= len(beside) <= FEW and not _is_comfortable(measured, beside):
        below = [row[about:] for row in heights]
        parts = _best(below)
        last = parts[len(parts) - about + 1 :]
        leading = _height([row[:about] for row in heights], (PARTS - sum(last), *last)) + PADDING * len(heights)
        if leading + _height(below, parts) <= (LONGER if beside[0] > NARROW else SHORTER) * _height(heights, beside):
            return Sharing(about, (*[0] * about, *parts))
    return Sharing(0, beside)


def _best(heights):
    """Give the way with which the table is shortest; of several, the most even one.

    A table is no shorter than any of its columns by itself, so most ways need not be looked at row by row.
    """
    ways = _ways(len(heights[0]))
    alone = [[*map(sum, zip(*column, strict=True))] for column in zip(*heights, strict=True)]
    at_least = [max(map(list.__getitem__, alone, way)) for way in ways]
    best = (math.inf, 0, 0)
    for number in sorted(range(len(ways)), key=at_least.__getitem__):
        if at_least[number] > best[0]:
            break
        best = min(best, (_height(heights, ways[number]), _spread(ways[number]), number))
    return ways[best[-1]]


def _is_comfortable(measured, way):
    """Say whether no row, be it the head, holds a text of several lines that are too short to read well."""
    return not any(
        _is_squeezed(length, _room(parts, indent))
        for row in measured
        for (lengths, _longest, indent), parts in zip(row, way, strict=True)
        for length in lengths
    )


def _measure(cell, weight):
    """Give the lengths in letters of the blocks of a cell, that of its longest word, and how far it is indented."""
    cell = _DATA.sub(lambda value: _SPACE.sub("\u00a0", value[0]), cell)  # a line never ends within a value
    blocks = [_SPACE.split(_TAG.sub("", block).strip()) for block in _BLOCK.split(cell)]
    lengths = [len(" ".join(words)) * weight for words in blocks]
    longest = max(len(word) for words in blocks for word in words) * weight
    return tuple(length for length in lengths if length), longest, INDENT if "<li" in cell else 0


@cache
def _ways(columns):
    even = tuple(PARTS * number // columns for number in range(1, columns))
    cuts = itertools.combinations(range(1, PARTS), columns - 1) if columns <= FEW else [even]
    return [tuple(after - before for before, after in itertools.pairwise((0, *one, PARTS))) for one in cuts]


def _height(heights: list[list[list[int]]], way: tuple[int, ...]) -> int:
    """Give the lines of the table, whose rows are as high as their highest cell."""
    return sum(max(map(list.__getitem__, row, way)) for row in heights)


def _heights(lengths, longest, indent):
    """Give the lines of a cell for each number of parts; a letter that does not fit costs more than any of them."""
    return [_lines(lengths, longest, _room(parts, indent)) for parts in range(PARTS + 1)]


def _room(parts, indent):
    return LINE * parts / PARTS - GAP - indent


def _lines(lengths, longest, room):
    if longest > room:
        return 1000 * math.ceil(longest - room)
    return sum(_lines_of(length, room) * (SQUEEZED if _is_squeezed(length, room) else 1) for length in lengths)


def _lines_of(length, room):
    return 1 if length <= room else math.ceil(length / (room - RAGGED))


def _is_squeezed(length, room):
    return room < COMFORTABLE and _lines_of(length, room) >= SEVERAL


def _spread(way):
    return sum(parts * parts for parts in way)
