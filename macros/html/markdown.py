"""What the parser has read of a page, or of a text of the data, as HTML.

HTML that a person types is text, as all else is escaped where it is written; our own HTML, of values and tables, stands
in the place of its call.
"""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from macros.html.wording import BOXES, Words, inert, plain_words
from macros.pages.calls import Call, split
from macros.pages.dialect import MARK, parser
from macros.pages.markup import ADDRESS, CLASSES

Answer = Callable[[Call, bool], str]
"""Gives the HTML of a call; the second argument says whether its numbers may be links."""

_BLOCK = re.compile(r"<(?:p|ul|ol|div|figure|table|section|aside)\b")
_SAFE = {
    "href": re.compile(r"(https?://|mailto:|tel:|[^:/?#\\]*(?:[/?#]|\Z)(?!/))", re.IGNORECASE),
    "src": re.compile(r"[^:/?#\\]+(?:/|\Z)(?!/)|\.\.?/"),
}
SILENT = "\ue002"
"""What a claim that says nothing leaves in its place."""
_SILENCE = (
    re.compile(rf"<(p|li)[^>]*>\s*{SILENT}\s*</\1>\n?"),
    re.compile(rf"(?<=>){SILENT}[ \n]|[ \n]?{SILENT}"),
    re.compile(r"<(ul|ol)[^>]*>\s*</\1>\n?"),
)
_STEERING = ("heading_open", "heading_close", "th_open", "th_close", "link_open", "link_close")
"""Readers steer by headings; in these no number is a link."""
_OPTIONS = parser().options
_CALLED = re.compile(rf"{MARK.pattern}(?P<stop>(?:\.(?!\.))?)")
_SPACES = re.compile(r"[\s\x00-\x20]")


@dataclass(frozen=True)
class Typed:
    """A table that is typed in Markdown, as HTML; `numeric` holds the indexes of columns that are set to the right."""

    heads: list[str]
    rows: list[list[str]]
    numeric: frozenset[int]
    caption: str
    source: str


class UnsafeAddress(ValueError):  # noqa: N818 – it says what it is
    """An address of a link or an image that may not be shown, though no check saw it."""


@dataclass
class Writer(RendererHTML):
    """Writes one text as HTML.

    Afterwards `headings` are those of the text, one after another, as Python-Markdown tells of them (`toc_tokens`).
    """

    words: Words
    answer: Answer
    typed: Sequence[str] = ()
    """What stood in the place of each mark; see `Scan.kept`."""
    address: Callable[[str], str] = str
    """Gives the address of a link or an image, of what was typed."""
    table: Callable[[Typed], str] | None = None
    """Gives the HTML of a table; without it, tables are plain."""
    size: Callable[[str], tuple[int, int] | None] = lambda _typed: None
    """Gives the width and height of an image, in pixels, of what was typed."""
    to_heading: str = ""
    """What the link to a heading is called; none has one where this is empty."""
    beside_title: str = ""
    """HTML that stands at the end of the first heading."""
    beside_link: Callable[[str], str] = lambda _typed: ""
    """Gives the HTML that stands behind a link, of the address that was typed."""
    below_title: str = ""
    """HTML that stands below the first heading."""
    below_section: Callable[[str, bool], str] = lambda _place, _first: ""
    """Gives the HTML at the end of the section with a heading whose id this is; whether it is the first."""
    headings: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin outside of all that has no links in it."""
        self._steering = 0
        self._target = ""
        self._last = ""
        self._rules: dict[str, Callable[..., str]] = {
            "softbreak": self.softbreak,
            "hardbreak": self.hardbreak,
            "code_inline": self._code,
            "code_block": self._code_lines,
            "fence": self._code_lines,
            "image": self._image,
            "link_open": self._link,
            "link_close": self._link_close,
            "heading_close": self._heading,
            "alert_open": self._box,
            "alert_title_open": self._box_title,
            "alone_open": self._nothing,
            "alone_close": self._alone_close,
            "definition": self._nothing,
        }

    def write(self, tokens: Sequence[Token], end: str = "") -> str:
        """Give the HTML of what the parser gave, with `end`, which is HTML, behind its last words."""
        last = max((index for index, token in enumerate(tokens) if token.type == "inline"), default=-1)
        written, index = [], 0
        while index < len(tokens):
            if tokens[index].type == "heading_open" and not tokens[index].level:
                written.append(self._end_of_section())
            if self.table and tokens[index].type in ("caption_open", "table_open"):
                typed, index = self._table(tokens, index)
                written.append(f"{self.table(typed)}\n")
            else:
                written.append(self._block(tokens, index, end if index == last else ""))
                index += 1
        written.append(self._end_of_section())
        return _without_silence("".join(written)).rstrip("\n")

    def _end_of_section(self):
        if not self.headings:
            return ""
        below = self.below_section(self.headings[-1]["id"], len(self.headings) == 1)
        return f"{below}\n" if below else ""

    def _table(self, tokens, index):
        """Give the `Typed` of a table with what stands above and below it, and the index of what follows."""
        rows: list[list[str]] = []
        beside = {"caption_open": "", "source_open": ""}
        numeric = set()
        end = _end_of_table(tokens, index)
        for at in range(index, end):
            token = tokens[at]
            self._steering += token.nesting * (token.type in _STEERING)
            if token.type == "tr_open":
                rows.append([])
            elif token.type in beside:
                beside[token.type] = self._block(tokens, at + 1, "")
            elif token.type in ("th_open", "td_open"):
                numeric |= {len(rows[-1])} if "right" in str(token.attrs.get("style")) else set()
                rows[-1].append(self._block(tokens, at + 1, ""))
        return Typed(rows[0], rows[1:], frozenset(numeric), beside["caption_open"], beside["source_open"]), end

    def _block(self, tokens, index, end):
        token = tokens[index]
        if token.type == "inline":
            self._last = self.renderInline(token.children or (), _OPTIONS, {}) + end
            alone = tokens[index - 1].type == "alone_open" and not tokens[index - 1].hidden
            bare = _BLOCK.match(self._last) or self._last == SILENT
            return f"<p>{self._last}</p>" if alone and not bare else self._last
        self._steering += token.nesting * (token.type in _STEERING)
        return self._one(tokens, index)

    def _one(self, tokens, index):
        rule = self._rules.get(tokens[index].type)
        return rule(tokens, index, _OPTIONS, {}) if rule else self.renderToken(tokens, index, _OPTIONS, {})

    def renderInline(self, tokens: Sequence[Token], options: OptionsDict, env: EnvType) -> str:  # noqa: ARG002, N802
        """Give the HTML of what stands in a paragraph; no number is a link in a link."""
        written = []
        for is_text, group in groupby(tokens, lambda token: token.type in ("text", "text_special")):
            parts = list(group)
            if is_text:
                written.append(self._filled(self.words.html("".join(part.content for part in parts))))
                continue
            for index, token in enumerate(parts):
                self._steering += token.nesting * (token.type in _STEERING)
                written.append(self._one(parts, index))
        return "".join(written)

    def _filled(self, words):
        """Give HTML with what was called for in the place of marks; a sentence that ends with it has one full stop."""
        return _CALLED.sub(self._ended, words)

    def _ended(self, mark):
        shown = self._called(mark)
        return shown if mark["stop"] and plain_words(shown).endswith(".") else shown + mark["stop"]

    def _called(self, mark):
        typed = self.typed[int(mark[1])]
        call = next((piece for piece in split(typed, "")[0] if isinstance(piece, Call)), None)
        return self.answer(call, not self._steering) if call else html.escape(typed, quote=False)

    def _plain(self, words):
        """Give words for an attribute, where a call is its words."""
        return MARK.sub(lambda mark: plain_words(self._called(mark)), words)

    def renderAttrs(self, token: Token) -> str:  # type: ignore[override] # noqa: N802 – static there
        """Give the attributes of an element: only such as can do no harm, and no class or id of the program.

        An id that a script of the theme may look up is none that a page can have. By a class of the program, what
        stands on the screen would be missing on paper.
        """
        return "".join(
            f' {key}="{html.escape(value)}"' for key, value in self._attributes(token) if value or key == "alt"
        )

    def _attributes(self, token):
        for key, typed in token.attrs.items():
            value = self._plain(str(typed))
            if key in _SAFE:
                yield key, self._address(key, value)
            elif key == "class":
                yield key, " ".join(word for word in value.split() if word in CLASSES)
            elif key == "style":  # of a cell; pages have no styles of their own
                yield "align", value.removeprefix("text-align:")
            elif key in ("alt", "title", "start", "width", "height") or (key == "id" and ADDRESS.fullmatch(value)):
                yield key, inert(value)

    def _address(self, key, typed):
        if not _SAFE[key].match(_SPACES.sub("", typed)):
            raise UnsafeAddress(typed)
        return self.address(typed)

    def _code(self, tokens, idx, options, env):  # noqa: ARG002 – the signature is the library's, here and below
        """Give code within a line."""
        return f"<code>{self._filled(html.escape(tokens[idx].content, quote=False))}</code>"

    def _code_lines(self, tokens, idx, options, env):  # noqa: ARG002
        """Give lines of code."""
        return f"<pre><code>{self._filled(html.escape(tokens[idx].content, quote=False))}</code></pre>\n"

    def _image(self, tokens, idx, options, env):
        """Give an image."""
        token = tokens[idx]
        size = dict(zip(("width", "height"), self.size(token.attrs["src"]) or (), strict=False))
        described = token.copy(attrs={**token.attrs, "alt": _as_text(token.children or ()), **size})
        return self.renderToken([described], 0, options, env)

    def _heading(self, tokens, idx, options, env):
        """End a heading with the link to it, and remember it."""
        opening, level = tokens[idx - 2], int(tokens[idx].tag[1:])
        attributes = dict(self._attributes(opening))
        link = ""
        if place := attributes.get("id"):
            name = html.escape(inert(plain_words(self._last)), quote=False)
            self.headings.append({"level": level, "id": place, "name": name, "children": []})
            link = self._to_heading(place) if self.to_heading else ""
        mark, self.beside_title = (self.beside_title, "") if level == 1 else ("", self.beside_title)
        below, self.below_title = (self.below_title, "") if level == 1 else ("", self.below_title)
        return f"{mark}{link}{self.renderToken(tokens, idx, options, env)}{below}"

    def _to_heading(self, place):
        """Give the link to a heading, for the mouse: who listens, or uses keys, comes to it from the contents."""
        hidden = 'aria-hidden="true" tabindex="-1"'
        return f'<a class="headerlink" href="#{place}" title="{html.escape(self.to_heading)}" {hidden}>&para;</a>'

    def _link(self, tokens, idx, options, env):
        """Begin a link, and remember where it leads."""
        self._target = str(tokens[idx].attrs.get("href", ""))
        return self.renderToken(tokens, idx, options, env)

    def _link_close(self, tokens, idx, options, env):
        """End a link, with what stands behind it."""
        return f"{self.renderToken(tokens, idx, options, env)}{self.beside_link(self._target)}"

    def _box(self, tokens, idx, options, env):  # noqa: ARG002
        """Begin a box."""
        return f'<div class="admonition {BOXES[tokens[idx].info]}">\n'

    def _box_title(self, tokens, idx, options, env):  # noqa: ARG002
        """Give the title of a box, which is its kind."""
        return f'<p class="admonition-title">{self.words.boxes[BOXES[tokens[idx - 1].info]]}'

    def _nothing(self, tokens, idx, options, env):  # noqa: ARG002
        """Give nothing, as for a definition: what it says stands elsewhere."""
        return ""

    def _alone_close(self, tokens, idx, options, env):  # noqa: ARG002
        """End a call that stands alone."""
        return "" if tokens[idx].hidden else "\n"


def _without_silence(written):
    """Give HTML without what is left where a claim says nothing: spaces, empty items, paragraphs and lists."""
    if SILENT not in written:
        return written
    for pattern in _SILENCE:
        written = pattern.sub("", written)
    return written


def _end_of_table(tokens, index):
    """Give the index behind a table, or behind its source."""
    level = tokens[index].level
    kinds = [token.type if token.level == level else "" for token in tokens[index:]]
    end = kinds.index("table_close") + 1
    return index + (kinds.index("source_close") + 1 if kinds[end : end + 1] == ["source_open"] else end)


def _as_text(tokens):
    """Give the plain words of what stands in a line."""
    breaks = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(
        _as_text(token.children) if token.children else breaks.get(token.type, token.content) for token in tokens
    )
