"""Words that somebody typed, as the report writes them: with the signs of their language, and lists as Markdown."""

import re

from macros.check.typography import mended
from macros.pages.calls import SPAN
from macros.report.prose import FIGURE

_BULLET = re.compile(r"^(?:(?:[-–—•·▪●◦○■□◆➢➤‣⁃\uf000-\uf0ff]|\\?\*)\s+|o\t\s*)")
"""What people type, or paste, before an item of a list; Word has signs of its own for that."""
_BRACKET = re.compile(r"^(\d{1,2})\)\s+")
_KEPT = re.compile(rf"{SPAN.pattern}|`[^`\n]+`|\]\([^()\s]*\)|https?://\S+", re.DOTALL)
_BEGINNING = re.compile(r"^(?:>\s*)*(?:#{1,6}\s+|[-*+]\s+|\d+\.\s+)?")


def signed(words: str, language: str) -> str:
    """Give words with the signs of a language; calls, code and addresses stay as they are."""
    kept = _KEPT.findall(words)
    made = mended(_KEPT.sub(FIGURE, words), language)
    if made.count(FIGURE) != len(kept):
        return words
    parts = made.split(FIGURE)
    return "".join(part for pair in zip(parts, [*kept, ""], strict=True) for part in pair)


def as_item(line: str) -> str:
    """Give a line that begins as people begin an item of a list as one of ours: behind a dash, or a number and stop."""
    return _BRACKET.sub(r"\1. ", _BULLET.sub("- ", line))


def signed_lines(text: str, language: str) -> str:
    """Give a text with the signs of a language; a line that begins as people begin an item becomes one of a list."""
    return "\n".join(_line(line, language) for line in text.split("\n"))


def _line(line, language):
    bare = line.lstrip()
    item = as_item(bare)
    rest = _BEGINNING.sub("", item)
    return f"{line[: len(line) - len(bare)]}{item[: len(item) - len(rest)]}{signed(rest, language)}"
