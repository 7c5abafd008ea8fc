"""The spaces at which a line must not break; nobody can type a no-break space, so the program sets it."""

import re

from macros.words.language import NBSP
from macros.words.signs import MONTHS

_AFTER_ORDINAL = f"mācību|gad|[mg]\\. |pakāp|klas|punkt|tabul|attēl|sadaļ|rind|skol|lpp|{MONTHS['lv']}"
_NUMBER = r"\d\ue001"
"""What a number ends with; the second sign is the end of what stands in the place of a call."""
_AFTER_NUMBER = "(?:h|min|kB|MB|EUR)\\b"
NO_BREAK = {
    "lv": re.compile(
        r"(?<=\bNr\.) (?=\d)"  # Nr. 1
        rf"|(?<=[{_NUMBER}]\.) (?={_AFTER_ORDINAL})"  # 2. pakāpi, 18. decembrī, 2024./2025. mācību gads
        rf"|(?<=\d) (?=%|{_AFTER_NUMBER})"  # 14,8 %, 6 h
        r"|(?<=\b[mtug]\.) (?=[a-z]{1,3}\.)"  # m. g., t. sk., u. c., u. tml.
        r"| (?=– )"  # a line does not begin with a dash
    ),
    "en": re.compile(
        r"(?<=\bNo\.) (?=\d)|(?<=\bTable) (?=\d)"  # No. 1, Table 7
        rf"|(?<=\d) (?={_AFTER_NUMBER}|{MONTHS['en']}\b)"  # 6 h, 1 January
    ),
}
"""The spaces at which a line must not break; nobody can type a no-break space, so the program sets it."""


def no_breaks(words: str, language: str) -> str:
    """Give plain words with U+00A0 where a line must not break."""
    return NO_BREAK[language].sub(NBSP, words)
