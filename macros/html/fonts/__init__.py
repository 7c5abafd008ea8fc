"""The letters of the PDF: one whole file per weight, so that each edition has the same ones on any machine.

Noto Sans, Noto Serif and Noto Sans Math, under the SIL Open Font License (OFL.txt).
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
FACES = (
    ("Noto Sans", "NotoSans-Regular.ttf", 400, "normal"),
    ("Noto Sans", "NotoSans-Bold.ttf", 700, "normal"),
    ("Noto Sans", "NotoSans-Italic.ttf", 400, "italic"),
    ("Noto Serif", "NotoSerif-Bold.ttf", 700, "normal"),
    ("Noto Sans Math", "NotoSansMath-Regular.ttf", 400, "normal"),  # −, ≤ and arrows, which the others lack
)
"""Family, file, weight and style of each."""
COMMON = frozenset(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x180)])) | frozenset("–—‘’“”„…€−≠∉≤≥→\n")
"""Characters that are known to be there, so that the files need not be opened to know."""


def lacking(characters: Iterable[str]) -> list[str]:
    """Give those of the characters that cannot be drawn in every weight, sorted."""
    unsure = set(characters) - COMMON
    return sorted(unsure - _drawn()) if unsure else []


@cache
def _drawn():
    from fontTools.ttLib import TTFont  # noqa: PLC0415 – hardly ever needed, and slow to load

    known: dict[str, list[set[str]]] = {}
    for family, file, *_rest in FACES:
        with TTFont(FOLDER / file, lazy=True) as font:
            known.setdefault(family, []).append(set(map(chr, font.getBestCmap())))
    (fallback,) = known.pop("Noto Sans Math")
    return fallback | set.intersection(*(signs for weights in known.values() for signs in weights))
