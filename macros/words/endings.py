"""How Latvian words end: the one table for whatever has to know a word in all its forms.

`numerals` takes from it the forms of number words and of nouns that are counted, `report.glossary` that in which a term
and a text may differ, and `site.search`, when it is built, what it takes off a word before all else.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Declension(NamedTuple):
    """The endings of a declension, from the nominative to the locative, each once."""

    singular: tuple[str, ...]
    plural: tuple[str, ...]


def _declension(singular, plural):
    return Declension(tuple(singular.split()), tuple(plural.split()))


FIRST = _declension("s a am u ā", "i u iem us os")
SECOND = _declension("is a im i ī", "i u iem us os")
THIRD = _declension("us um u ū", "i u iem us os")
FOURTH = _declension("a as ai u ā", "as u ām ās")
FIFTH = _declension("e es ei i ē", "es u ēm ēs")
SIXTH = _declension("s ij i ī", "is u īm īs")
ADJECTIVE = Declension(FIRST.singular + FOURTH.singular, FIRST.plural + FOURTH.plural)
DEFINITE = _declension("ais ā ajam o ajā ās ajai", "ie ās o ajiem ajām os ajos ajās")

ENDINGS = sorted(
    {"š", "ies"}  # ceļš, ieguvies
    | {
        ending
        for declension in (FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, DEFINITE)
        for number in declension
        for ending in number
    }
)


def any_of(endings: Iterable[str]) -> str:
    """Give a pattern that matches one of the endings."""
    return f"(?:{'|'.join(dict.fromkeys(endings))})"
