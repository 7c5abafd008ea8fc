"""The parser of our Markdown: CommonMark with GFM's tables, as GitHub shows it, and the boxes that are ours.

HTML and what is indented are plain words here, as they are on the site. Calls and lists of attributes are no business
of the parser: see `blocks`.
"""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, lheading, paragraph, table
from markdown_it.rules_inline import StateInline, autolink, image, link

NESTING = 20
"""How deep blocks, and links in links, may stand in one another; what is deeper belongs to no block."""
BOX = re.compile(r"!!! ?([\w-]+(?: +[\w-]+)*)(?: +\"(.*?)\")? *\Z")
"""The first line of a box; what is indented below it stands in the box."""
_INDENT = 4


class _Parser(MarkdownIt):
    """Leaves an address as it is typed; whether it is safe is for `markup` to say."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 – so it is called there
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        return True


@cache
def parser() -> MarkdownIt:
    """Give the parser. Its tokens of rows hold the line, those of links and images the line within their text."""
    options = {"html": False, "inline_definitions": True, "maxNesting": NESTING}
    md = _Parser("commonmark", options).enable("table").disable(["code", "html_block", "html_inline"])
    md.core.ruler.enableOnly(["normalize", "block"])
    md.block.ruler.before("blockquote", "box", _box, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    md.block.ruler.at("table", _with_rows, {"alt": ["paragraph", "reference"]})
    md.block.ruler.at("lheading", _untrimmed(lheading))
    md.block.ruler.at("paragraph", _untrimmed(paragraph))
    md.inline.ruler.at("link", _with_line(link))
    md.inline.ruler.at("image", _with_line(image))
    md.inline.ruler.at("autolink", _with_line(autolink))
    return md


def _box(state: StateBlock, start, end, silent):
    """Read a box: its first line, and all lines below that are empty or indented."""
    if state.sCount[start] - state.blkIndent >= _INDENT:
        return False
    found = BOX.match(state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]])
    if not found:
        return False
    if silent:
        return True
    last = line = start + 1
    indent = state.blkIndent + _INDENT
    while line < end and (state.isEmpty(line) or state.sCount[line] >= indent):
        line += 1
        last = last if state.isEmpty(line - 1) else line
    token = state.push("box_open", "", 1)
    token.map, token.info, token.content = [start, last], found[1], found[2] or ""
    before = state.blkIndent, state.lineMax, state.parentType, state.listIndent
    state.blkIndent, state.lineMax, state.parentType, state.listIndent = indent, last, "box", -1
    state.md.block.tokenize(state, start + 1, last)
    state.blkIndent, state.lineMax, state.parentType, state.listIndent = before
    state.push("box_close", "", -1)
    state.line = last
    return True


def _with_rows(state: StateBlock, start, end, silent):
    """Read a table, and keep each of its lines whole: cells beyond the head are dropped by the parser."""
    before = len(state.tokens)
    found = table(state, start, end, silent)
    for token in state.tokens[before:]:
        if token.type == "tr_open" and token.map:
            line = token.map[0]
            token.content = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    return found


def _untrimmed(rule):
    """Give a rule that keeps lines of nothing but odd spaces, which it would trim, so that lines can be counted."""

    def run(state: StateBlock, start, end, silent):
        found = rule(state, start, end, silent)
        if found and (lines := state.tokens[-2].map):
            first, last = lines
            state.tokens[-2].content = state.getLines(first, last, state.blkIndent, False).strip(" \t")
        return found

    return run


def _with_line(rule):
    """Give a rule of links or images that notes on which line of the text they begin."""

    def run(state: StateInline, silent):
        at, before = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            token = next(token for token in state.tokens[before:] if token.type in ("link_open", "image"))
            token.map = [state.src.count("\n", 0, at)] * 2
        return found

    return run
