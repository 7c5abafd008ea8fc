"""Read Markdown, once: what it consists of, for checks as `Blocks` with their lines, for `html.markdown` as tokens."""

import re
from functools import lru_cache

from markdown_it.token import Token

from macros.pages.blocks import Block, Blocks, Link
from macros.pages.calls import BLOCKS, SPAN
from macros.pages.dialect import CLOSES, MARK, OPENS, parser

LONGEST = 10_000
"""The most lines that a text may have."""
_KINDS = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "alone_open": "paragraph",
    "caption_open": "caption",
    "source_open": "source",
    "tr_open": "row",
    "fence": "fence",
    "code_block": "indented",
    "hr": "rule",
    "definition": "definition",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "table_open": "table",
    "alert_open": "box",
}
BLOCK_CALL = re.compile(rf"\{{\{{\s*(?:{'|'.join(BLOCKS)})\(")
_KEPT = re.compile(rf"{SPAN.pattern}|{OPENS}", re.DOTALL)
"""A call, and what looks like its mark."""
_BLANK = " \t"


def read_blocks(text: str, first_line: int = 1, *, data: bool = False) -> Blocks:
    """Give the `Blocks` of a text without front matter, whose first line has the number `first_line`.

    One with more than `LONGEST` lines is a single paragraph, since the parser may look at each line many times. `data`
    says that it is a text of the data.
    """
    lines = tuple(enumerate(text.split("\n"), first_line))
    if len(lines) > LONGEST:
        return Blocks((Block("paragraph", first_line, lines[-1][0], lines),))
    return scan(text, data=data).blocks(first_line)


@lru_cache(maxsize=10_000)  # checks look at a text, and then it is shown
def scan(text: str, *, data: bool = False) -> "Scan":
    """Give the `Scan` of a page's text, without front matter, or of a text of the data."""
    return Scan(text, data=data)


class Scan:
    """A text as the parser has read it."""

    def __init__(self, text: str, *, data: bool = False) -> None:
        """Read it; `data` says that it is a text of the data."""
        self.kept: list[str] = []
        """What was typed in the place of each mark: a call, or a sign that looks like the beginning of a mark."""
        self.text = _KEPT.sub(self._keep, text)
        self.source = self.text.split("\n")
        self.numbers = [0]
        """The line of each line that the parser sees, and of the one after; a call may stand on several."""
        for line in self.source:
            self.numbers.append(self.numbers[-1] + 1 + self.typed(line).count("\n"))
        self.tokens = parser(data=data).parse(self.text)
        """What the parser gives, `MARK`s in the place of calls. Nobody changes them."""

    def _keep(self, found):
        self.kept.append(found[0])
        return f"{OPENS}{len(self.kept) - 1}{CLOSES}"

    def typed(self, words: str) -> str:
        """Give words as they were typed, without marks."""
        return MARK.sub(lambda mark: self.kept[int(mark[1])], words) if self.kept else words

    def blocks(self, first_line: int) -> Blocks:
        """Give the `Blocks`."""
        return _Blocks(self, first_line).read()


class _Blocks:
    """The blocks of a `Scan`, whose first line has the number `first_line`."""

    def __init__(self, scanned, first_line):
        self.typed, self.source, self.tokens = scanned.typed, scanned.source, scanned.tokens
        self.numbers = [first_line + number for number in scanned.numbers]

    def read(self) -> Blocks:
        """Give the `Blocks`."""
        opened: list[tuple[Token, list[Block | Token]]] = [(Token("page", "", 1), [])]
        for token in self.tokens:
            if token.nesting > 0:
                opened.append((token, []))
                continue
            begin, inside = opened.pop() if token.nesting < 0 else (token, [])
            around = opened[-1][1]
            if begin.type in _KINDS:
                around.append(self._block(_KINDS[begin.type], begin, inside))
            elif begin.type == "inline":
                around.append(begin)
            elif begin.type != "alert_title_open":  # a part of a table
                around.extend(inside)
        return Blocks(tuple(part for part in opened[0][1] if isinstance(part, Block)))

    def _block(self, kind, token, inside):
        first, end = token.map
        while end - 1 > first and not self.source[end - 1].strip(_BLANK):
            end -= 1
        texts = [part for part in inside if not isinstance(part, Block)]
        words = self._own(kind, token, texts)
        if token.type == "alone_open" and BLOCK_CALL.match(self.typed(texts[0].content)):
            kind = "call"
        return Block(
            kind=kind,
            first=self.numbers[first],
            last=self.numbers[end] - 1,
            lines=tuple(self._numbered(words, first + (kind == "fence"))),
            level=int(token.tag[1:]) if kind == "heading" else 0,
            mark=token.info if kind == "box" else f"{token.info if kind == 'item' else ''}{token.markup}",
            attributes=token.meta.get("attributes", ""),
            cells=tuple(self.typed(text.content) for text in texts) if kind == "row" else (),
            links=tuple(link for text in texts for link in self._links(text)),
            inside=tuple(part for part in inside if isinstance(part, Block)),
        )

    def _own(self, kind, token, texts):
        """Give the lines of words that belong to a block itself."""
        match kind:
            case "heading" | "paragraph" | "caption" | "source":
                lines = texts[0].content.split("\n")
                return [*lines, ""] if kind == "paragraph" and "attributes" in token.meta else lines
            case "fence" | "indented":
                return token.content.split("\n")[:-1]
            case "definition":
                return self.source[slice(*token.map)]
            case "row":
                return [token.content]
        return []

    def _numbered(self, lines, first):
        """Yield each line with its number; a call on several lines stands on its first."""
        for at, line in enumerate(lines, first):
            words = self.typed(line)
            yield self.numbers[at], words.replace("\n", " ")
            yield from ((number, "") for number in range(self.numbers[at] + 1, self.numbers[at + 1]))

    def _links(self, text):
        """Yield the links and images of a text."""
        first, line = text.map[0], 0
        for token in text.children:
            if token.type in ("softbreak", "hardbreak"):
                line += 1
            elif token.type in ("link_open", "image"):
                line = token.map[0] if token.map else line
                target = self.typed(token.attrs.get("href", token.attrs.get("src")))
                yield Link(self.numbers[first + line], target, token.type == "image")
