"""Number words of both languages: their forms, what each is worth, and what two of them make together."""

import re
from fractions import Fraction

from macros.words.endings import ADJECTIVE, FIFTH, FIRST, FOURTH, any_of

_JOINED = re.compile(r"[\s-]+")
_JOINED_BY_AND = re.compile(r"\sand\s")
_STEMS = {4: "četr", 5: "piec", 6: "seš", 7: "septiņ", 8: "astoņ", 9: "deviņ"}
_PREFIXES = {1: "vien", 2: "div", 3: "trīs", **_STEMS}
_ENGLISH = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def _latvian():
    """Yield `(pattern, value)` for the number words of Latvian in all their forms."""
    singular, plural = any_of(FIRST.singular), any_of(FIRST.plural)
    of_one, of_many = any_of(ADJECTIVE.singular + ADJECTIVE.plural), any_of(ADJECTIVE.plural)
    yield f"null{any_of(FIFTH.singular)}", 0
    yield f"vien{of_one}", 1
    yield f"div{of_many}", 2
    yield r"(?:trīs|triju|trim|trij(?:iem|ām|us|as|os|ās))", 3
    for value, stem in _STEMS.items():
        yield stem + of_many, value
    for value, stem in _PREFIXES.items():
        yield rf"{stem}padsmit", 10 + value
        if value > 1:
            yield rf"{stem}desmit", 10 * value
            yield f"{stem}simt{plural}?", 100 * value
            yield f"{stem}tūkstoš{plural}?", 1000 * value
            yield rf"{stem}(?:(?:reiz|kārt)\w*|(?:gad|dien|nedēļ|mēneš|stund|minū)\w+)", value
    yield f"desmit(?:s|{plural})?|desmitreiz", 10
    yield f"simt(?:{singular}|{plural})?|simtreiz", 100
    yield f"tūksto(?:š(?:a|{plural})?|tis|tim|ti|tī)", 1000
    yield f"miljon(?:{singular}|{plural})", 1_000_000
    yield r"duc(?:is|im|i|ī|iem)|duč(?:a|u|us)", 12
    yield f"pusotr{of_one}", Fraction(3, 2)
    yield "pus(?:e|i|ei|ē)", Fraction(1, 2)  # “puses” are parties
    for name, parts in (("treš", 3), ("ceturt", 4), ("piekt", 5), ("desmit", 10)):
        yield f"{name}daļ{any_of(FOURTH.singular + FOURTH.plural)}", Fraction(1, parts)


def _english():
    """Yield `(pattern, value)` for the number words of English."""
    yield from ((word, value) for value, word in enumerate(_ENGLISH.split()))
    yield from ((word, 10 * value) for value, word in enumerate(_TENS.split(), 2))
    yield "twice", 2
    yield "thrice", 3
    yield "dozens?", 12
    yield "hundreds?", 100
    yield "thousands?", 1000
    yield "millions?", 1_000_000
    yield "half(?: of)?(?: the| all| our| its)?", Fraction(1, 2)
    yield "(?<=three )quarters|(?<=three-)quarters|(?<=a )quarter(?= of)", Fraction(1, 4)
    for name, parts in (("third", 3), ("fifth", 5), ("tenth", 10)):
        yield f"{name}s|(?<=one-){name}|(?<=one ){name}(?= of)|(?<=a ){name}(?= of)", Fraction(1, parts)


WORDS = {"lv": tuple(_latvian()), "en": tuple(_english())}
"""Each number word of a language: its pattern, and its value."""
WORD = {
    language: re.compile(
        r"\b(?:" + "|".join(f"(?P<w{i}>{pattern})" for i, (pattern, _value) in enumerate(words)) + r")\b", re.IGNORECASE
    )
    for language, words in WORDS.items()
}
"""By language, the pattern of all of them; the group `w0`, `w1` … that has matched tells which it is."""


def together(before: Fraction, value: Fraction | int, between: str) -> Fraction | None:
    """Give what two number words make together, as in “divi simti” or “twenty-one”, or None where they are two."""
    if not (_JOINED.fullmatch(between) or (before >= 100 and _JOINED_BY_AND.fullmatch(between))):  # noqa: PLR2004
        return None
    if 0 < value < 1:
        return before * value
    low = before % 1000 if value < 1000 else before  # noqa: PLR2004
    if value >= 100 and 0 < low < value:  # noqa: PLR2004
        return before - low + low * value
    room = next((room for room in (1000, 100, 10) if before % room == 0), 0)
    return before + value if before >= 20 and 0 < value < room else None  # noqa: PLR2004
