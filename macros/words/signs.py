"""Signs: those that nobody sees, capital letters, months as patterns."""

import re
import unicodedata
from collections.abc import Iterator

from macros.words.problems import Sentences

CAPITAL = "[A-ZĀČĒĢĪĶĻŅŠŪŽ]"
"""A pattern of the capital letters of Latvian and English."""
SMALL = "[a-zāčēģīķļņšūž]"
"""A pattern of their small letters."""
MONTHS = {
    "lv": "(?:janvār|februār|mart|aprīl|maij|jūnij|jūlij|august|septembr|oktobr|novembr|decembr)",
    "en": "(?:January|February|March|April|May|June|July|August|September|October|November|December)",
}
"""By language, a pattern of the names of months, of Latvian ones without their endings."""
_NO_SIGNS = "\ud800-\udfff\ufff0-\uffff\ue000-\uf8ff\U000e0000-\U0010ffff"
"""Halves of signs, what stands for a sign or an object that was lost, and what has a meaning in one typeface only."""
INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    rf"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0{_NO_SIGNS}]"
)
"""Signs that nobody sees, which hide words from a search, a spelling check and us; and what is no sign at all."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LOST = re.compile(f"[{_NO_SIGNS}]")
_HARD_SPACE = re.compile(r"\s*([-*+]|\d+\.|#{1,6})[\u00a0\u202f]")
_UNSEEN = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]+")


def invisible(text: str) -> Iterator[Sentences]:
    """Yield the two sentences about the first sign of a text that nobody sees, if it has one."""
    if found := INVISIBLE.search(text):
        code, words = f"U+{ord(found[0]):04X}", INVISIBLE.sub("", text[max(found.start() - 20, 0) : found.end() + 20])
        lv, en = ("nesalasāma", "unreadable") if _LOST.match(found[0]) else ("neredzama", "invisible")
        yield (
            f"Te ir {lv} zīme ({code}): “{words.strip()}”; izdzēsiet šos vārdus un uzrakstiet ar roku no jauna.",
            f"There is an {en} character ({code}) here: “{words.strip()}”; delete these words and type them again.",
        )
    for line in text.split("\n"):
        if _HARD_SPACE.match(line):
            yield (
                f"Rindas “{line.strip()[:20]}” sākumā ir nedalāmā atstarpe; aizstājiet to ar parasto.",
                f"The line “{line.strip()[:20]}” begins with a no-break space; put a plain one in its place.",
            )


def capitalised(words: str) -> str:
    """Give words with a capital letter at their beginning."""
    return words[:1].upper() + words[1:]


def uncapitalised(words: str) -> str:
    """Give words with a small letter at their beginning."""
    return words[:1].lower() + words[1:]


def no_formula(words: str) -> str:
    """Give words for a cell of a file that spreadsheets open, which take what begins like a formula for one to run."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def squeezed(words: str | None) -> str:
    """Give what is seen of words: no spaces, which the ends of lines take away, nor what is never drawn."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", words or ""))
