"""How the width of a page is shared among the columns of a table of texts, from the words they hold.

Browsers and WeasyPrint each share it in a way of their own, and none of them looks at how long the table gets. Here
every way of sharing twenty parts is tried, and the one taken with which the table is shortest.
"""

import itertools
import math
import re

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
_BLOCK = re.compile(r"</?(?:p|div|ul|ol|li)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")
_DATA = re.compile(r"<data\b[^>]*>[^<]*</data>")
_SPACE = re.compile(r"[ \n\t]+")  # a no-break space keeps words together


def shares(head: list[str], rows: list[list[str]]) -> tuple[int, ...]:
    """Give how many of the twenty parts each column gets; the cells of the head and of each row are HTML."""
    measured = [[_measure(cell, BOLD) for cell in head]] * 2  # every sheet repeats it
    measured += [[_measure(cell, BOLD if index == 0 else 1) for index, cell in enumerate(row)] for row in rows]
    return _shortest(tuple(map(tuple, measured)))


_Measures = tuple[tuple[float, ...], float, int]


@remembered
def _shortest(measured: tuple[tuple[_Measures, ...], ...]) -> tuple[int, ...]:
    heights = [[_heights(*cell) for cell in row] for row in measured]
    return min(_ways(len(measured[0])), key=lambda way: (_height(heights, way), _spread(way)))


def _measure(cell, weight):
    """Give the lengths in letters of the blocks of a cell, that of its longest word, and how far it is indented."""
    cell = _DATA.sub(lambda value: _SPACE.sub("\u00a0", value[0]), cell)  # a line never ends within a value
    blocks = [_SPACE.split(_TAG.sub("", block).strip()) for block in _BLOCK.split(cell)]
    lengths = [len(" ".join(words)) * weight for words in blocks]
    longest = max(len(word) for words in blocks for word in words) * weight
    return tuple(length for length in lengths if length), longest, INDENT if "<li" in cell else 0


def _ways(columns):
    for cuts in itertools.combinations(range(1, PARTS), columns - 1):
        yield tuple(after - before for before, after in itertools.pairwise((0, *cuts, PARTS)))


def _height(heights: list[list[list[int]]], way: tuple[int, ...]) -> int:
    """Give the lines of the table, whose rows are as high as their highest cell."""
    return sum(max(map(list.__getitem__, row, way)) for row in heights)


def _heights(lengths, longest, indent):
    """Give the lines of a cell for each number of parts; a letter that does not fit costs more than any of them."""
    return [_lines(lengths, longest, LINE * parts / PARTS - GAP - indent) for parts in range(PARTS + 1)]


def _lines(lengths, longest, room):
    if longest > room:
        return 1000 * math.ceil(longest - room)
    return sum(1 if length <= room else math.ceil(length / (room - RAGGED)) for length in lengths)


def _spread(way):
    return sum(parts * parts for parts in way)
