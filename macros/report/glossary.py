"""Terms of the glossary in Latvian and English passages, whatever form their words take.

Words are compared without their endings. That is rough, but a term is mostly several words in
a row, and the glossary and the passage are treated alike.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from macros.data.name import Name
from macros.data.schema.site import Terms
from macros.remembered import remembered
from macros.words.endings import ENDINGS, any_of

_WORD = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(rf"(?<=...){any_of(ENDINGS)}\Z")
_HARD = str.maketrans("žšdtčļņķģ", "zszsclnkg")
"""Consonants that change before some endings, such as iestāde and iestāžu, nakts and nakšu."""
_AFTER_APOSTROPHE = re.compile(r"[’']s?\b")
_PLURAL = re.compile(r"(?:(?<=ss|sh|ch)es|(?<=[^s])s)\Z")


@dataclass(frozen=True)
class Wording:
    """How a term is called: in Latvian, in English, and by which English words never; `name` is its own in the data."""

    lv: str
    en: str
    accepted: tuple[str, ...]
    """The English words that are right, as `english` gives them."""
    never: tuple[tuple[str, str], ...]
    """The English words that are wrong everywhere, as `english` gives them and as they are written."""
    name: Name


class Glossary:
    """All terms of `terms.yml`, to be looked for in passages."""

    def __init__(self, terms: Terms) -> None:
        """Take the terms of the site."""
        shown = [(f"terms.terms.{key}", item.term, item) for key, item in terms.terms.items()]
        further = [(f"terms.translations.{index}", item, item) for index, item in enumerate(terms.translations)]
        self.wordings = [
            Wording(
                lv=words.lv,
                en=words.en,
                accepted=tuple(map(english, (words.en, *item.also))),
                never=tuple((english(wrong), wrong) for wrong in item.never),
                name=Name(None, name),
            )
            for name, words, item in shown + further
            if words.en
        ]
        self._by_first: dict[tuple[str, ...], list[tuple[tuple[str, ...], Wording]]] = {}
        for wording in self.wordings:
            stems = latvian(wording.lv)
            self._by_first.setdefault(stems[:1], []).append((stems, wording))

    def used(self, text: str) -> Iterator[Wording]:
        """Yield the `Wording` of each term in a Latvian text; where several begin with a word, that of the longest."""
        stems, at = latvian(text), 0
        while at < len(stems):
            here = [
                (term, wording)
                for term, wording in self._by_first.get(stems[at : at + 1], ())
                if stems[at : at + len(term)] == term
            ]
            longest, wording = max(here, key=lambda found: len(found[0]), default=(stems[at : at + 1], None))
            if wording:
                yield wording
            at += len(longest)


@remembered
def latvian(text: str) -> tuple[str, ...]:
    """Give the stems of a Latvian text: both “interešu iestāde” and “interešu iestāžu” are `interes iestāz`."""
    return tuple(_stem(word) for word in _WORD.findall(text.lower()))


@cache
def _stem(word):
    stem = _ENDING.sub("", word)
    if stem.endswith(("bj", "pj", "mj", "vj")):
        stem = stem[:-1]
    return stem[:-2] + stem[-2:].translate(_HARD)


@remembered
def english(text: str) -> str:
    """Give the words of an English text without capitals, plurals, possessives, each between spaces.

    So words stand in a text if they are `in` it.
    """
    words = _WORD.findall(_AFTER_APOSTROPHE.sub("", text.lower()))
    return " " + " ".join(map(_singular, words)) + " "


@cache
def _singular(word):
    return word[:-3] + "y" if word.endswith("ies") else _PLURAL.sub("", word)
