"""The running words of pages and data, without what is no language: calls, addresses, marks of Markdown.

Rules about numbers, spelling, typography and privacy look at these.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from macros.data.name import Name
from macros.data.schema import LANGUAGES, Text
from macros.data.schema.site import Spelling
from macros.pages.blocks import Block
from macros.pages.calls import SPAN
from macros.pages.scan import read_blocks
from macros.remembered import remembered
from macros.words.problems import Level, Problem

if TYPE_CHECKING:  # a book asks this module for its prose
    from macros.report.book import Book

FIGURE = "\ufffc"
"""Stands in a passage where a call shows a figure, a text or a table."""
ADDRESS = "\ufffb"
"""Stands in a passage where an address of the web, the name of a file or code stands."""
WORD = re.compile(rf"(?<![\w’#{FIGURE}])[^\W\d_]{{2,}}(?:’[^\W\d_]+)?(?!\w)")
"""A word of two letters or more; what stands behind a `#` is none, but an address."""

_CALL = re.compile(rf"{SPAN.pattern}|\{{\w+\}}", re.DOTALL)
_ENDINGS = "lv|eu|com|org|net|yml|md|pdf|json|html"
_BEGINNING = re.compile(r"^\s*(?:>\s*)*(?:#{1,6}\s+|[-*+]\s+|\d+\.\s+)?")
_BELOW_HEAD = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*")
_MARKS = (
    (re.compile(r"\{\s*[:#.][^{}]*\}"), ""),
    (re.compile(r"\]\((?:[^()\n]|\([^()\n]*\))*\)"), "]"),
    (re.compile(r"`[^`]+`|https?://[^\s\"'<>)\]“”]*[\w/]|(?<![\w.+-])[\w.+-]+@[\w.-]+\w"), ADDRESS),
    (re.compile(rf"(?<![\w.-])[\w.-]+\.(?:{_ENDINGS})\b(?:/[\w./#-]*\w/?)?"), ADDRESS),
    (re.compile(r"\*+(?=\S)|(?<=\S)\*+|`|\[|\]"), ""),
)


@dataclass(frozen=True)
class Passage:
    """A line of a page, a line of its front matter, or a text of the data in one language.

    `words` are what a reader reads, with `FIGURE` in place of each call and `ADDRESS` of each address; `raw` is what
    the person typed. `name` is that of a text of the data, and None for pages.
    """

    language: str
    file: str
    line: int
    year: str | None
    raw: str
    words: str
    blocks: tuple[Block, ...] = ()
    """The block of a page to which the line belongs, after those around it; see `Blocks.at`."""
    name: Name | None = None
    in_front_matter: bool = False

    @property
    def block(self) -> Block | None:
        """The block of a page to which the line belongs, or None."""
        return self.blocks[-1] if self.blocks else None

    @property
    def is_heading(self) -> bool:
        """Whether the line belongs to a heading of a page."""
        return self.block is not None and self.block.kind == "heading"

    @property
    def quoted(self) -> bool:
        """Whether a page quotes here (`>`): what others wrote stays as they wrote it."""
        return any(block.kind == "quote" for block in self.blocks)

    def problem(self, lv: str, en: str, level: Level = "error") -> Problem:
        """Give a problem of the passage."""
        return Problem(self.file, self.line, lv, en, level)


@dataclass(frozen=True)
class Prose:
    """All that is written in one language but quotations, as one text, so that a pattern looks through it at once.

    `starts` are the offsets at which the passages begin; an empty line parts them, so that none runs into the next.
    Known names, and phrases that `spelling.yml` allows, are hidden: they are right as they are.
    """

    text: str
    starts: tuple[int, ...]
    passages: tuple[Passage, ...]

    def at(self, offset: int) -> Passage:
        """Give the passage that stands at an offset of the text."""
        return self.passages[bisect_right(self.starts, offset) - 1]

    @property
    def shown(self) -> Iterator[tuple[Passage, str]]:
        """Yield each passage with what of its words is not hidden."""
        for passage, start in zip(self.passages, self.starts, strict=False):
            yield passage, self.text[start : start + len(passage.words)]

    @cached_property
    def words(self) -> tuple[tuple[str, int], ...]:
        """Each word of two letters or more, with its offset."""
        return tuple((match[0], match.start()) for match in WORD.finditer(self.text))


def prose(book: "Book", language: str) -> Prose:
    """Give the `Prose` of a language."""
    own = [passage for passage in book.passages if passage.language == language and not passage.quoted]
    starts = tuple(accumulate((len(passage.words) + 2 for passage in own), initial=0))
    text = "\n\n".join(passage.words for passage in own).replace("\u00a0", " ")
    allowed = [entry.removesuffix("*") for entry in phrases(book.site.spelling, language)]
    for known in sorted((*book.site.latvian_names, *allowed), key=len, reverse=True):  # one may begin another
        text = text.replace(known, FIGURE * len(known))
    return Prose(text, starts, tuple(own))


def phrases(spelling: Spelling, language: str) -> list[str]:
    """Give the entries of the list of allowed words that are more than a word, or a word's beginning with `*`."""
    return [entry for entry in spelling.allowed(language) if not entry.removesuffix("*").isalpha()]


def passages(book: "Book") -> Iterator[Passage]:
    """Yield every `Passage`, page by page and then text by text; a page whose top cannot be read has none."""
    for page in book.pages:
        if page.front_matter is None:
            continue
        for key, value in page.front_matter.items():
            line = page.front_lines.get(key, 1)
            yield Passage(page.language, page.file, line, page.year, value, value, in_front_matter=True)
        typed = {line: words for block in page.blocks.worded for line, words in block.lines}
        named = {around[-1].first for around in page.blocks.all if around[-1].kind == "box"}  # `> [!NOTE]` says no word
        for line, raw in page.lines:
            if raw.strip() and line not in named:
                words = inline(typed[line]) if line in typed else plain(raw)
                yield Passage(page.language, page.file, line, page.year, raw, words, page.blocks.at.get(line, ()))
    for name, raw in book.texts:
        file, line = book.loaded.where(name)
        words = "\n".join(map(plain, raw.splitlines()))
        yield Passage(name.keys[-1], file, line, name.year, raw, words, name=name.above)


def paragraphs(book: "Book") -> Iterator[tuple[list[Passage], str]]:
    """Yield `(passages, words)`: the lines of a block of a page, or a paragraph of a text of the data."""
    for _place, group in groupby(book.passages, key=_paragraph):
        lines = list(group)
        first = lines[0]
        if first.name and "\n" in first.raw:
            yield from ((lines, words_of(block)) for block in read_blocks(first.raw, data=True).worded)
        elif not first.quoted and not (first.block and first.block.is_code):
            yield lines, " ".join(filter(None, (line.words for line in lines)))


def _paragraph(passage):
    """Give what the lines of one paragraph have in common; title and description of a page are one."""
    if passage.name:
        return passage.name, passage.language
    first = passage.block.first if passage.block else passage.line
    return passage.file, 0 if passage.in_front_matter else first


def texts(book: "Book") -> Iterator[tuple[Name, str]]:
    """Yield `(name, words)` for each text of the data in each language, which is the last key of the name."""
    for name, leaf in book.leaves:
        if isinstance(leaf, Text):
            yield from ((name.below(language), words) for language in LANGUAGES if (words := getattr(leaf, language)))
        elif name.keys[-1] in LANGUAGES and isinstance(leaf, str):
            yield name, leaf


@remembered
def plain(line: str) -> str:
    """Give the words of one line of Markdown, without what makes it a heading, a quotation, an item or a table."""
    return "" if _BELOW_HEAD.fullmatch(line) else inline(_BEGINNING.sub("", line))


@remembered
def inline(words: str) -> str:
    """Give the words that a line of a block holds."""
    words = _CALL.sub(FIGURE, words)
    for pattern, instead in _MARKS:
        words = pattern.sub(instead, words)
    return words.strip()


def words_of(block: Block) -> str:
    """Give the words of a block of a page, or of a text of the data, as one line."""
    return " ".join(filter(None, (inline(words) for _line, words in block.lines)))
