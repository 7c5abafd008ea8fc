"""The parser of our Markdown: GitHub's, so that what people see there is what readers get.

Ours are a list of attributes `{ #id }` behind a heading, a link or on a paragraph's last line, and that what stands
alone behind a number or a star is a sentence. HTML is plain words. Calls are no business of the parser: see `scan`.
"""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, lheading, list_block, paragraph, reference, table
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin
from mdit_py_plugins.gfm_autolink.index import _protocol_rule

from macros.words.spaces import STANDS_IN

NESTING = 20
"""How deep blocks, and links in links, may stand in one another; what is deeper belongs to no block."""
LONGEST_TEXT = 20_000
"""How many signs a paragraph may have for marks in it to be looked for."""
MOST_BRACKETS = 500
"""How many square brackets it may open; each may be the beginning of a link."""
OPENS, CLOSES = STANDS_IN
MARK = re.compile(rf"{OPENS}([0-9]+){CLOSES}")
"""What the parser sees in the place of a call, so that no sign in it is taken for Markdown."""
CAPTION = re.compile(r"(?:Tabula|Table): ")
"""How the paragraph above a table begins that is its caption."""
SOURCE = re.compile(r"(?:Avots|Source): ")
"""How the paragraph below a table begins that says where it is from."""
_SENTENCE = re.compile(r"\d{3,}[.)]")
_SCHEMES = ("http", "https", "mailto", "xmpp")
_BLANK = " \t"


class _Parser(MarkdownIt):
    """Leaves an address as it is typed; whether it is safe is for `markup` and `html.markdown` to say."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 – so it is called there
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        return True


@cache
def parser(*, data: bool = False) -> MarkdownIt:
    """Give the parser of pages, or that of texts of the data, which have paragraphs, lists and emphasis only.

    Its tokens of rows hold the line, those of links and images the line within their text.
    """
    options = {"html": False, "xhtmlOut": False, "inline_definitions": True, "maxNesting": NESTING, "alerts": True}
    md = _Parser("commonmark", options)
    md.core.ruler.enableOnly(["normalize", "block", "inline"])
    md.core.ruler.after("block", "attributes", _attributes)
    md.core.ruler.after("attributes", "captions", _captions)
    md.core.ruler.at("inline", _inline)
    md.block.ruler.at("list", _listed, {"alt": ["paragraph", "reference", "blockquote"]})
    md.block.ruler.at("paragraph", _untrimmed(paragraph))
    if data:
        md.block.ruler.enableOnly(["list", "paragraph"])
        md.inline.ruler.enableOnly(["text", "newline", "escape", "emphasis"])
        return md
    md.block.ruler.at("reference", _referred, {"alt": []})
    md.enable("table").disable(["html_block", "html_inline"])
    md.use(attrs_plugin, after=("image", "link_close"), allowed=("id", "class")).use(gfm_autolink_plugin)
    md.inline.ruler.at("gfm_autolink_protocol", _behind_a_scheme)
    md.block.ruler.at("table", _with_rows, {"alt": ["paragraph", "reference"]})
    md.block.ruler.at("lheading", _untrimmed(lheading))
    md.inline.ruler.at("link", _with_line(link))
    md.inline.ruler.at("image", _with_line(image))
    md.inline.ruler.at("autolink", _with_line(autolink))
    return md


def _attributes(state: StateCore):
    """Take what stands in braces from the end of headings and from paragraphs; a call that is alone is a block."""
    before = None
    for index, token in enumerate(state.tokens):
        if before and before.type == "alert_title_open":
            token.content = ""  # `html.markdown` knows what a box is called in Latvian
        if token.type == "inline" and before and before.type in ("heading_open", "paragraph_open"):
            *above, last = token.content.split("\n")
            words, attributes = _divided(last)
            if attributes and (before.type == "heading_open" or (above and not words)):
                token.content = "\n".join([*above, words] if words else above)
                before.meta["attributes"] = attributes
                ids, classes = ([word[1:] for word in attributes.split() if word[0] == sign] for sign in "#.")
                before.attrs = {"id": " ".join(ids), "class": " ".join(classes)}
            elif before.type == "paragraph_open" and MARK.fullmatch(token.content):
                before.type, state.tokens[index + 1].type = "alone_open", "alone_close"
        before = token


def _captions(state: StateCore):
    """Tell the paragraph above a table that is its caption, `Tabula: …`, and the one below that is its source."""
    for index, token in enumerate(state.tokens):
        if token.type == "table_open":
            _beside(state.tokens[max(index - 3, 0) : index], token.level, CAPTION, "caption")
        elif token.type == "table_close":
            _beside(state.tokens[index + 1 : index + 4], token.level, SOURCE, "source")


def _beside(tokens, level, label, kind):
    if [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"] and tokens[0].level == level:
        opening, text, closing = tokens
        if found := label.match(text.content):
            text.content = text.content[found.end() :]
            opening.type, closing.type = f"{kind}_open", f"{kind}_close"


def _inline(state: StateCore):
    """Read what stands in each text that is short enough to be looked at again and again."""
    for token in state.tokens:
        if token.type == "inline":
            if len(token.content) > LONGEST_TEXT or token.content.count("[") > MOST_BRACKETS:
                token.children, token.meta["long"] = [Token("text", "", 0, content=token.content)], True
            else:
                token.children = []
                state.md.inline.parse(token.content, state.md, state.env, token.children)


def _divided(words):
    """Give words without the attributes in single braces at their end, and these."""
    before, brace, after = words.rpartition("{")
    inside = after.rstrip(_BLANK)
    if brace and inside.endswith("}") and (attributes := inside[:-1].removeprefix(":").strip(_BLANK)):
        return before.rstrip(_BLANK), attributes
    return words, ""


def _referred(state: StateBlock, start, end, silent):
    """Read what a link is called elsewhere; a footnote is none, though it looks like one."""
    note = state.src.startswith("[^", state.bMarks[start] + state.tShift[start])
    return not note and reference(state, start, end, silent)


def _listed(state: StateBlock, start, end, silent):
    """Read a list; but a year begins a sentence, and so does a number or a star that has no second item.

    `2025. gadā …`, `1. klases …` and `* Dati uz …` stay paragraphs, as their authors meant them.
    """
    line = state.bMarks[start] + state.tShift[start]
    if _SENTENCE.match(state.src, line):
        return False
    before, at = len(state.tokens), state.line
    found = list_block(state, start, end, silent)
    if not found or silent:
        return found
    opening = state.tokens[before]
    items = sum(token.type == "list_item_open" and token.level == opening.level + 1 for token in state.tokens[before:])
    if items == 1 and opening.markup in "*.":
        del state.tokens[before:]
        state.line = at
        return False
    return True


def _with_rows(state: StateBlock, start, end, silent):
    """Read a table, and keep each of its lines whole: cells beyond the head are dropped by the parser."""
    before, heads = len(state.tokens), 0
    found = table(state, start, end, silent)
    for token in state.tokens[before:]:
        if token.type == "tr_open" and token.map:
            line = token.map[0]
            token.content = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
            cells = len(escapedSplit(token.content.removeprefix("|").removesuffix("|")))
            token.meta = {"cells": cells, "heads": heads or cells, "is_head": not heads}
            heads = heads or cells
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


def _behind_a_scheme(state: StateInline, silent):
    """Read a bare address; the rule looks through all that stands before a colon, so it is asked of few."""
    return state.src.endswith(_SCHEMES, 0, state.pos) and _protocol_rule(state, silent)


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
