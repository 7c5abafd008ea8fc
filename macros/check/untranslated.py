"""Names of one language in the other, which its dictionary lacks for another reason than a slip."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping

from macros.report.book import Book
from macros.report.prose import FIGURE, WORD, Prose
from macros.words.dictionary import unknown

Place = tuple[str, int]
"""A language, and the offset of a word in what is written in it."""

POSSESSIVE = "’s"
"""What English puts after a name, which is no part of it."""
_OTHER = {"lv": "en", "en": "lv"}
_QUOTED = re.compile(rf"[“\"]([^“”\"\n{FIGURE}]+)[”\"]")
_LATVIAN = re.compile("[āčēģīķļņšūž]", re.IGNORECASE)


def of_another_language(
    book: Book, places: Collection[Place], missing: Mapping[str, Collection[str] | None]
) -> dict[Place, str]:
    """Give the words at each of the places that are of the other language, together with those beside them.

    That is what stands in quotation marks there; in English, which shares few words with Latvian, also what stands in
    none. `missing` has the words that the dictionary of a language lacks.
    """
    found = {place: [*_around(book.prose[place[0]], *place, missing["en"] or ())] for place in places}
    asked = {(_OTHER[own], word) for (own, _at), all_ in found.items() for one in all_ for word in WORD.findall(one)}
    lacking = unknown(frozenset(asked)) if asked else {}

    def is_other(language: str, words: str) -> bool:
        absent = lacking[_OTHER[language]]
        return absent is not None and all(
            word not in absent or (language == "en" and _LATVIAN.search(word)) for word in WORD.findall(words)
        )

    named = {place: next((one for one in all_ if is_other(place[0], one)), None) for place, all_ in found.items()}
    return {place: words for place, words in named.items() if words}


def _around(prose: Prose, language: str, offset: int, absent: Collection[str]) -> Iterator[str]:
    """Yield what may be a name at an offset: what is quoted there, or else words that no dictionary of English has."""
    start, end = prose.text.rfind("\n\n", 0, offset) + 1, prose.text.find("\n\n", offset)
    quoted = _QUOTED.finditer(prose.text, start, end if end > 0 else len(prose.text))
    yield from (one[1] for one in quoted if one.start() < offset < one.end())
    if language == "en":
        words = prose.words
        first = last = bisect_left(words, offset, key=lambda word: word[1])
        while first and words[first - 1][0] in absent and _is_beside(prose, first - 1):
            first -= 1
        while last + 1 < len(words) and words[last + 1][0] in absent and _is_beside(prose, last):
            last += 1
        yield prose.text[words[first][1] : words[last][1] + len(words[last][0])].removesuffix(POSSESSIVE)


def _is_beside(prose, at):
    """Say whether no more than a space parts a word from the next; a name ends where something is its own."""
    word, offset = prose.words[at]
    return (
        not word.endswith(POSSESSIVE)
        and prose.words[at + 1][1] == offset + len(word) + 1
        and prose.text[offset + len(word)] == " "
    )
