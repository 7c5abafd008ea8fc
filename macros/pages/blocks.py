"""The blocks of a page – headings, paragraphs, lists, tables, boxes, code – each with its lines.

Whoever asks what stands where on a page asks them; there is no other reading of it. What GitHub's Markdown does not
know is ours: a list of attributes `{ #id }`, a call `{{ … }}`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Kind = Literal[
    "heading",
    "paragraph",
    "caption",
    "source",
    "call",
    "row",
    "fence",
    "indented",
    "rule",
    "definition",
    "list",
    "item",
    "quote",
    "table",
    "box",
]
_ID = re.compile(r"#[A-Za-z0-9_-]+\Z")


@dataclass(frozen=True)
class Link:
    """A link or an image: its line, where it leads, as typed, and whether it is an image."""

    line: int
    target: str
    image: bool


@dataclass(frozen=True)
class Block:
    """A block of a page, from its first line to its last; `inside` are the blocks that stand in it."""

    kind: Kind
    first: int
    last: int
    lines: tuple[tuple[int, str], ...] = ()
    """Number and words of its own lines, as typed but for what makes it this block (`## `, `- `, `> `)."""
    level: int = 0
    """Of a heading, from 1; 0 for all else."""
    mark: str = ""
    """What makes it this block: `##`, `=` under a heading, `-`, `3.`, three backticks; of a box, its kind: `NOTE`."""
    attributes: str = ""
    """What stands in single braces at the end of a heading, or on the last line of a paragraph, such as `#targets`."""
    cells: tuple[str, ...] = ()
    """Of a row: the words of the cells that have a head."""
    links: tuple[Link, ...] = ()
    inside: "tuple[Block, ...]" = ()

    @property
    def words(self) -> str:
        """Its own words, as typed, line by line."""
        return "\n".join(words for _line, words in self.lines)

    @property
    def is_code(self) -> bool:
        """Whether it is shown letter by letter."""
        return self.kind in ("fence", "indented")

    @property
    def id(self) -> str | None:
        """The id that its attributes are, or None where they are none or something else."""
        return self.attributes[1:] if _ID.match(self.attributes) else None

    @property
    def holds_words(self) -> bool:
        """Whether lines belong to it and not to what is inside."""
        return self.kind not in ("list", "item", "quote", "table", "box")


@dataclass(frozen=True)
class Blocks:
    """The blocks of a text, in their order."""

    top: tuple[Block, ...] = ()

    @cached_property
    def all(self) -> tuple[tuple[Block, ...], ...]:
        """Each block, before those that are inside it, with the blocks around it, from the outermost to itself."""
        return tuple(_all(self.top, ()))

    @cached_property
    def at(self) -> dict[int, tuple[Block, ...]]:
        """By line, the block whose words stand there, with those around it; lines of none, as `>` alone, are not in."""
        found: dict[int, tuple[Block, ...]] = {}
        for around in self.all:
            block = around[-1]
            if block.holds_words:
                found |= dict.fromkeys(range(block.first, block.last + 1), around)
        return found

    @property
    def worded(self) -> Iterator[Block]:
        """The blocks that hold words."""
        return (around[-1] for around in self.all if around[-1].holds_words)

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        """The headings that are written with `#`."""
        return tuple(block for block in self.worded if block.kind == "heading" and block.mark.startswith("#"))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Each `Link`."""
        return tuple(link for block in self.worded for link in block.links)

    @cached_property
    def code(self) -> frozenset[int]:
        """The numbers of the lines of code."""
        return frozenset(line for block in self.worded if block.is_code for line in range(block.first, block.last + 1))

    @cached_property
    def sections(self) -> list[list[Block]]:
        """The blocks that hold words, divided before each heading."""
        sections: list[list[Block]] = [[]]
        for block in self.worded:
            if block.kind == "heading" and sections[-1]:
                sections.append([])
            sections[-1].append(block)
        return sections


def _all(blocks, around):
    for block in blocks:
        yield (*around, block)
        yield from _all(block.inside, (*around, block))
