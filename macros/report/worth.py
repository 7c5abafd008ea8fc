"""Which figures of the data a number that somebody typed may be: those worth as much, and the noun behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from macros.data.name import Name
from macros.report.compute import Figure
from macros.report.kind import DATE, MONTH
from macros.words.language import plural
from macros.words.numerals import Nouns, Number

SMALL = 20


@dataclass(frozen=True)
class Meant:
    """The names of figures that a number may be, the likeliest first, and how a call names the noun behind it."""

    names: tuple[str, ...]
    noun: str | None = None
    counted: str = ""
    """The noun as it is typed, with the space before it."""

    def call(self, name: str) -> str:
        """Give what shows one of them, with the noun."""
        noun = f', "{self.noun}"' if self.noun else ""
        return f'{{{{ value("{name}"{noun}) }}}}'

    def surely(self, number: Number, topic: str) -> str | None:
        """Give the name of the one that it is, or None: alone of its worth, or else of that topic.

        A small number has to be of that topic, or counted by the noun that its name holds: others meet by chance.
        """
        near = [name for name in self.names if Name(None, name).topic == topic]
        names = near if len(near) == 1 else self.names
        named = bool(self.noun) and str(self.noun).split(".")[0] in names[0]
        return names[0] if len(names) == 1 and (near or named or number.low > SMALL) else None


class Worth:
    """The numbers of a year by what they are worth."""

    def __init__(self, names: Mapping[str, Any], nouns: Nouns) -> None:
        """Take all names of the year, and the nouns of the language of the text."""
        self._nouns = nouns
        self._found: dict[tuple[Fraction, object, bool], list[str]] = {}
        for name, figure in names.items():
            if isinstance(figure, Figure) and figure.value is not None and figure.kind not in (DATE, MONTH):
                low, high = figure.kind.seen(figure.value)
                worth = (abs(Fraction(low)), None if low == high else high, figure.kind.is_share)
                self._found.setdefault(worth, []).append(name)

    def meant(self, number: Number, words: str, topic: str) -> Meant | None:
        """Give what a number in some words may be, or None; those named after the noun, and of a topic, come first.

        For a range that is no figure these are the figures worth its ends.
        """
        low, high = number.low, number.high
        ends = [(low, None, number.share), (high, None, number.share)] if high is not None else []
        names = self._found.get((low, high, number.share)) or [
            name for end in ends for name in self._found.get(end, [])
        ]
        if not names:
            return None
        counted = None if number.share else self._nouns.after(words, number.end)
        noun = self._noun(counted["form"], number) if counted else None
        named = [name for name in names if noun and noun.split(".")[0] in name] or names
        likeliest = sorted(named, key=lambda name: Name(None, name).topic != topic)
        return Meant(tuple(likeliest), noun, counted[0] if noun and counted else "")

    def _noun(self, form, number):
        """Give the noun after a number as a call names it, or None where its form is not the one that it asks for."""
        worth = number.low if number.high is None else number.high
        wanted = plural(Decimal(worth.numerator) / worth.denominator, self._nouns.language)
        return next((call for call, plural_form in self._nouns.forms[form.lower()] if plural_form == wanted), None)
