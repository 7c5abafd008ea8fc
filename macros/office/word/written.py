"""Plain words as our Markdown: with the signs that their language writes, and figures by the calls that show them."""

import re

from macros.office.signed import signed
from macros.pages.calls import SPAN
from macros.report.book import Book
from macros.report.worth import Worth
from macros.words.numerals import Nouns, numbers

_MARKS = re.compile(r"[\\`*_\[\]<>]|\{(?=[{%#:])|^[#+~=]")
"""What Markdown, or the program, would take for more than words; a list that was typed by hand becomes one."""

_ITEM = re.compile(r"\s*\d{1,2}\)")
"""What people type before an item of a list: no figure."""
_NO_WIDTH = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""What Word keeps where a word may, or may not, be broken at the end of a line."""


class Writer:
    """Writes plain words of a page into Markdown; calls that somebody typed stay.

    A number that can be but one figure of the year becomes the call that shows it, with its noun; others stay, for the
    check to tell of.
    """

    def __init__(self, book: Book, language: str, year: str, topic: str) -> None:
        """Take the data file that the page is of: its figures are likelier than others."""
        self._nouns = Nouns(book.site.words.phrases, language)
        self._worth = Worth(book.names[year], self._nouns)
        self._language, self._topic = language, topic
        self.bound: dict[str, str] = {}
        """What was typed for numbers that became calls, by the names of the figures."""

    def __call__(self, words: str) -> str:
        """Give words as Markdown."""
        words = signed(_NO_WIDTH.sub("", words), self._language)
        parts, end = [], 0
        for call in SPAN.finditer(words):
            parts += [self._plain(words[end : call.start()]), call[0]]
            end = call.end()
        return "".join([*parts, self._plain(words[end:])])

    def _plain(self, words):
        parts, end = [], 0
        item = _ITEM.match(words)
        for number in numbers(words, self._language, self._nouns):
            if item and number.start < item.end():
                continue
            meant = self._worth.meant(number, words, self._topic)
            if meant and (name := meant.surely(number, self._topic)):
                parts += [_escaped(words[end : number.start]), meant.call(name)]
                end = number.end + len(meant.counted)
                self.bound[name] = words[number.start : end]
        return "".join([*parts, _escaped(words[end:])])


def _escaped(words):
    return _MARKS.sub(r"\\\g<0>", words)
