"""The spaces at which a line must not break; nobody can type a no-break space, so the program sets it."""

import re

from macros.words.language import NBSP
from macros.words.signs import MONTHS

STANDS_IN = "\ue000", "\ue001"
"""The signs round what stands in the place of a number that is put in later."""
_DIGIT = f"[\\d{STANDS_IN[1]}]"
_AFTER_ORDINAL = (
    f"mācību|gad|[mg]\\.[ {NBSP}]|pakāp|klas|punkt|tabul|attēl|sadaļ|nodaļ|rind|ail|skol|prioritāt|lpp|{MONTHS['lv']}"
)
_AFTER_NUMBER = "(?:h|min|kB|MB|EUR)\\b"
_AFTER_STREET = r"(?<=\biel[aā]) (?=\d)"
_BEFORE_DASH = " (?=– )"  # a line does not begin with a dash
NO_BREAK = {
    "lv": re.compile(
        r"(?<=\bNr\.) (?=\d)"  # Nr. 1
        rf"|(?<={_DIGIT}\.) (?={_AFTER_ORDINAL})"  # 2. pakāpi, 18. decembrī, 2024./2025. mācību gads
        rf"|(?<={_DIGIT}) (?=%|{_AFTER_NUMBER})"  # 14,8 %, 6 h
        rf"|{_AFTER_STREET}"  # Vienības iela 30
        r"|(?<=\b[mtug]\.) (?=[a-z]{1,3}\.)"  # m. g., t. sk., u. c., u. tml.
        rf"|{_BEFORE_DASH}"
    ),
    "en": re.compile(
        r"(?<=\bNo\.) (?=\d)|(?<=\bTable) (?=\d)|(?<=\bFigure) (?=\d)"  # No. 1, Table 7, Figure 2
        rf"|(?<={_DIGIT}) (?={_AFTER_NUMBER}|{MONTHS['en']}\b)"  # 6 h, 1 January
        rf"|{_AFTER_STREET}"
        rf"|{_BEFORE_DASH}"
    ),
}
"""The spaces at which a line must not break; nobody can type a no-break space, so the program sets it."""

_PLAIN = str.maketrans({NBSP: " ", "\u202f": " ", "\u2060": None})


def no_breaks(words: str, language: str) -> str:
    """Give plain words with U+00A0 where a line must not break."""
    return NO_BREAK[language].sub(NBSP, words)


def single_spaced(words: str) -> str:
    """Give words on one line, with single plain spaces and none round them."""
    return " ".join(words.split())


def shortened(words: str, most: int) -> str:
    """Give words, or as much of them as has room among so many signs, with “…” behind it."""
    return words if len(words) <= most else words[: most - 1] + "…"


def plain_spaces(words: str) -> str:
    """Give words for programs: with plain spaces, and without the joiners that nobody sees."""
    return words.translate(_PLAIN)
