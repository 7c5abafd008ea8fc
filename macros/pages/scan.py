"""Read the blocks of a page's Markdown, each with its lines: the one reading of what stands where."""

import re
from typing import Any

from markdown_it.token import Token

from macros.pages.blocks import Block, Blocks, Link
from macros.pages.calls import BLOCKS, SPAN
from macros.pages.dialect import parser

LONGEST = 10_000
"""The most lines that a text may have."""
_KINDS = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "tr_open": "row",
    "fence": "fence",
    "hr": "rule",
    "definition": "definition",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "table_open": "table",
    "box_open": "box",
}
_ALONE = re.compile(rf"\{{\{{\s*(?:{'|'.join(BLOCKS)})\(")
_OPENS = "\ue000"
_MARK = re.compile(rf"{_OPENS}([0-9]+)\ue001")
"""What the parser sees in the place of a call, so that no sign in it is taken for Markdown."""
_KEPT = re.compile(rf"{SPAN.pattern}|{_OPENS}", re.DOTALL)
"""A call, and what looks like its mark."""
_LIKE_A_LINK = re.compile(r"(!\[[^\[\]]*)?\]\([ \t]*<?([^)\]\s>:]++)(?=[)\s>])")
_MOST = 1000
"""How many square brackets a text may open for the parser to look at; each may be the beginning of a link."""
_BLANK = " \t"


def read_blocks(text: str, first_line: int = 1) -> Blocks:
    """Give the `Blocks` of a text without front matter, whose first line has the number `first_line`.

    One with more than `LONGEST` lines is a single paragraph, since the parser may look at each line many times.
    """
    lines = tuple(enumerate(text.split("\n"), first_line))
    if len(lines) > LONGEST:
        return Blocks((Block("paragraph", first_line, lines[-1][0], lines),))
    return _Scan(text, first_line).blocks()


class _Scan:
    """A text on its way through the parser."""

    def __init__(self, text: str, first_line: int) -> None:
        self.kept: list[str] = []
        self.references: dict[str, Any] = {}
        self.text = _KEPT.sub(self._keep, text)
        self.source = self.text.split("\n")
        self.numbers = [first_line]
        """The line of each line that the parser sees, and of the one after; a call may stand on several."""
        for line in self.source:
            self.numbers.append(self.numbers[-1] + 1 + self._typed(line).count("\n"))

    def _keep(self, found):
        self.kept.append(found[0])
        return f"{_OPENS}{len(self.kept) - 1}\ue001"

    def _typed(self, words):
        return _MARK.sub(lambda mark: self.kept[int(mark[1])], words) if self.kept else words

    def blocks(self) -> Blocks:
        """Give the `Blocks`."""
        opened: list[tuple[Token, list[Block | Token]]] = [(Token("page", "", 1), [])]
        for token in parser().parse(self.text, self.references):
            if token.nesting > 0:
                opened.append((token, []))
                continue
            begin, inside = opened.pop() if token.nesting < 0 else (token, [])
            around = opened[-1][1]
            if begin.type in _KINDS:
                around.append(self._block(_KINDS[begin.type], begin, inside))
            elif begin.type == "inline":
                around.append(begin)
            else:  # a part of a table
                around.extend(inside)
        return Blocks(tuple(part for part in opened[0][1] if isinstance(part, Block)))

    def _block(self, kind, token, inside):
        first, end = token.map
        while end - 1 > first and not self.source[end - 1].strip(_BLANK):
            end -= 1
        texts = [part for part in inside if not isinstance(part, Block)]
        words, attributes = self._own(kind, token, texts)
        if kind == "paragraph" and _MARK.fullmatch(texts[0].content) and _ALONE.match(self._typed(texts[0].content)):
            kind = "call"
        return Block(
            kind=kind,
            first=self.numbers[first],
            last=self.numbers[end] - 1,
            lines=tuple(self._numbered(words, first + (kind == "fence"))),
            level=int(token.tag[1:]) if kind == "heading" else 0,
            mark=token.info if kind == "box" else f"{token.info if kind == 'item' else ''}{token.markup}",
            attributes=attributes,
            cells=tuple(self._typed(text.content) for text in texts) if kind == "row" else (),
            links=tuple(link for text in texts for link in self._links(text)),
            inside=tuple(part for part in inside if isinstance(part, Block)),
        )

    def _own(self, kind, token, texts):
        """Give the lines of words that belong to a block itself, and its attributes."""
        match kind:
            case "heading" | "paragraph":
                *above, last = texts[0].content.split("\n")
                words, attributes = _divided(last)
                if kind == "paragraph" and words:  # those at the end of a sentence belong to what is before them
                    words, attributes = last, ""
                return [*above, words], attributes
            case "fence":
                return token.content.split("\n")[:-1], ""
            case "definition":
                return self.source[slice(*token.map)], ""
            case "row" | "box":
                return [token.content], ""
        return [], ""

    def _numbered(self, lines, first):
        """Yield each line with its number; a call on several lines stands on its first."""
        for at, line in enumerate(lines, first):
            words = self._typed(line)
            yield self.numbers[at], words.replace("\n", " ")
            yield from ((number, "") for number in range(self.numbers[at] + 1, self.numbers[at + 1]))

    def _links(self, text):
        """Yield the links and images of a text, and what only looks like them."""
        first, line = text.map[0], 0
        for token in self._tokens(text.content):
            if token.type in ("softbreak", "hardbreak"):
                line += 1
            elif token.type == "text":
                found = _LIKE_A_LINK.finditer(token.content)
                yield from (self._link(first + line, match[2], bool(match[1])) for match in found)
            elif token.type in ("link_open", "image"):
                line = token.map[0]
                yield self._link(first + line, token.attrs.get("href", token.attrs.get("src")), token.type == "image")

    def _tokens(self, words):
        """Give what the words of a text consist of, where some of it may be a link."""
        tokens: list[Token] = []
        md = parser()
        if words.count("[") > _MOST:
            return [Token("text", "", 0, content=words)]
        if "[" in words or "<" in words:
            md.inline.parse(words, md, self.references, tokens)
        return tokens

    def _link(self, line, target, image):
        return Link(self.numbers[line], self._typed(target), image)


def _divided(words):
    """Give words without the attributes in single braces at their end, and these."""
    before, brace, after = words.rpartition("{")
    inside = after.rstrip(_BLANK)
    if brace and inside.endswith("}") and (attributes := inside[:-1].removeprefix(":").strip(_BLANK)):
        return before.rstrip(_BLANK), attributes
    return words, ""
