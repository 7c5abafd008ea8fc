"""What nobody sees is told of, by the number of the sign."""

import pytest

from macros.words.signs import INVISIBLE, invisible

UNSEEN = [
    *("\x00", "\x07", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f", "\x7f", "\x80", "\x85", "\x9f", "\xad"),
    *("\u200b", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff"),
    *("\u034f", "\u3164", "\ufe0f", "\ufff9", "\ufffb", "\ufffc", "\ufffd", "\uf0b7", "\ud800", "\udfff"),
]


@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"U+{ord(sign):04X}")
def test_what_nobody_sees_is_told(sign):
    """Its number is told, and the words round it without it."""
    ((lv, en),) = invisible(f"Gada{sign}beigās")
    assert f"(U+{ord(sign):04X})" in lv
    assert f"(U+{ord(sign):04X})" in en
    assert "“Gadabeigās”" in lv
    lv.encode()


def test_what_is_seen_is_not_told():
    """Letters, dashes, quotation marks and no-break spaces are seen, and so are the ends of lines."""
    text = "Gada\u00a0beigās – “1\u202f283” audzēkņi,\n\t50 €, café ©"
    assert INVISIBLE.search(text) is None
    assert list(invisible(text)) == []
