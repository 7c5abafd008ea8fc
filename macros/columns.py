"""How the width of a page is shared among the columns of a table of texts, from the words they hold.

Browsers and WeasyPrint each share it in a way of their own, and none of them looks at how long the table gets. Here
every way of sharing twenty parts is tried, and the one taken with which the table is shortest.
"""

import itertools
import math
import re

PARTS = 20
LINE = 120
"""How many letters of a table's type a line across the page holds: measured 130 in the PDF, fewer in other fonts."""
GAP = 2
"""How many letters would fit between two columns."""
BOLD = 1.12
"""How much wider the letters of a head are."""
_BLOCK = re.compile(r"</?(?:p|div|ul|ol|li)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")
_SPACE = re.compile(r"[ \n\t]+")  # a no-break space keeps words together


def shares(head, rows):
    """Give how many of the twenty parts each column gets; `head` is a list of cells as HTML, `rows` a list of such."""
    measured = [[_measure(cell, BOLD) for cell in head]] * 2  # every sheet repeats it
    measured += [[_measure(cell, BOLD if index == 0 else 1) for index, cell in enumerate(row)] for row in rows]
    return min(_ways(len(head)), key=lambda way: (_height(measured, way), _spread(way)))


def _measure(cell, weight):
    """Give the lengths in letters of the blocks of a cell, and of its longest word."""
    blocks = [_SPACE.split(_TAG.sub("", block).strip()) for block in _BLOCK.split(cell)]
    lengths = [len(" ".join(words)) * weight for words in blocks]
    return [length for length in lengths if length], max(len(word) for words in blocks for word in words) * weight


def _ways(columns):
    for cuts in itertools.combinations(range(1, PARTS), columns - 1):
        yield tuple(after - before for before, after in itertools.pairwise((0, *cuts, PARTS)))


def _height(rows, way):
    """Give the lines of the table; a word that does not fit costs more than any number of lines."""
    room = [LINE * parts / PARTS - GAP for parts in way]
    too_long = sum(max(0, word - width) for row in rows for (_lengths, word), width in zip(row, room, strict=True))
    lines = sum(
        max(
            sum(math.ceil(length / width) for length in lengths)
            for (lengths, _word), width in zip(row, room, strict=True)
        )
        for row in rows
    )
    return 1000 * math.ceil(too_long) + lines


def _spread(way):
    return sum(parts * parts for parts in way)
