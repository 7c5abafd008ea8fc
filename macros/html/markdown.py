"""Markdown for pages and texts: safe, with abbreviations explained and Latvian names marked in English sentences.

HTML that a person types stays text, in pages as in data. Our own HTML, of values and tables, goes through Markdown as
`Fragments`. Pages may have links, images, headings with an address; texts of the data have none of these.
"""

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension, AbbrTreeprocessor
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from macros.data.schema import Site
from macros.pages.markup import BOXES, CLASSES
from macros.words.spaces import no_breaks

_OFF_IN_TEXTS = ("backtick", "reference", "link", "image_link", "image_reference", "short_reference",
                 "short_image_ref", "autolink", "automail", "entity")  # fmt: skip
_OFF_BLOCKS = ("hashheader", "setextheader", "hr", "quote", "reference")
_LISTS = ("olist", "ulist")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")


class _Names(AbbrTreeprocessor):
    """Wrap known Latvian names in `<span lang="lv">`."""

    def create_element(self, title, text, tail):  # noqa: ARG002 – the signature is the library's
        span = ET.Element("span", {"lang": "lv"})
        span.text = AtomicString(text)
        span.tail = tail
        return span

    def run(self, root):
        words = "|".join(re.escape(name) for name in sorted(self.abbrs, key=len, reverse=True))
        self.RE = re.compile(rf"(?<!\w)(?:{words})(?!\w)")
        self.iter_element(root)


def inert(text: str) -> str:
    """Give text of which no script can make HTML by mistake, as Material's do of titles and of what menus cut off.

    Behind a `<` with which a tag could begin stands a word joiner, which nobody sees.
    """
    return _TAG.sub("<\u2060", text)


class _NoBreaks(Treeprocessor):
    """Set no-break spaces in all that is read, but not in code."""

    def __init__(self, md, language):
        super().__init__(md)
        self.language = language

    def run(self, root):
        for element in root.iter():
            if element.text and element.tag not in ("code", "pre"):
                element.text = no_breaks(element.text, self.language)
            if element.tail:
                element.tail = no_breaks(element.tail, self.language)


class NoBreaks(Extension):
    """Keep together what a line break would tear apart."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 – the library's name
        """Run after names and abbreviations (8, 7), which look for plain spaces, and before the contents list (5)."""
        md.treeprocessors.register(_NoBreaks(md, self.language), "no-breaks", 6)


class LatvianNames(Extension):
    """Mark the given names as Latvian (WCAG 2.2, 3.1.2 Language of Parts)."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self.names = {name: name for name in names}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 – the library's name
        """Run just before the abbreviations (priority 7), which would cut a name in two."""
        if self.names:
            md.treeprocessors.register(_Names(md, self.names), "latvian-names", 8)


def plain_words(markup: str) -> str:
    """Give the plain words of our own HTML."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


Fragment = str | Callable[[bool], str]
"""HTML, or a function that makes it of whether its numbers are links."""


class Fragments:
    """Pieces of our own HTML on their way through Markdown, each standing in the text as a mark."""

    def __init__(self) -> None:
        self.pieces: list[Fragment] = []
        self.placed: dict[int, Callable[[bool], str]] = {}
        """Where in Markdown's stash a piece stands → the piece."""

    def clear(self) -> None:
        """Begin with the next text."""
        self.pieces.clear()
        self.placed.clear()

    def keep(self, piece: Fragment) -> str:
        """Give the mark that stands for a piece."""
        self.pieces.append(piece)
        return f"\ue000{len(self.pieces) - 1}\ue001"


class _Marks(InlineProcessor):
    """Put our own HTML in the place of its mark, at once or, where it is yet to be made, when its place is known."""

    def __init__(self, md, fragments):
        super().__init__("\ue000([0-9]{1,9})\ue001", md)
        self.fragments = fragments

    def handleMatch(self, m, data):  # noqa: ARG002, N802 – the library's
        index, stash = int(m[1]), self.md.htmlStash
        piece = self.fragments.pieces[index] if index < len(self.fragments.pieces) else ""
        if callable(piece):
            self.fragments.placed[stash.html_counter] = piece
            piece = ""
        return stash.store(piece), m.start(0), m.end(0)


class _Places(Treeprocessor):
    """Make the pieces that wait for it; no number is a link in a heading, where readers steer by it, or in a link."""

    STEERING = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6", "th"})

    def __init__(self, md, fragments):
        super().__init__(md)
        self.fragments = fragments

    def run(self, root):
        steering = ("".join(element.itertext()) for element in root.iter() if element.tag in self.STEERING)
        alone = {int(found[1]) for words in steering for found in HTML_PLACEHOLDER_RE.finditer(words)}
        for index, make in self.fragments.placed.items():
            self.md.htmlStash.rawHtmlBlocks[index] = make(index not in alone)


class _Attributes(Treeprocessor):
    """Keep of the attributes of a page's elements only what can do no harm, and of addresses only plain ones.

    Our own HTML, as of a number in the description of an image, becomes its words there. An id that a script of the
    theme may look up is none that a page can have: those that Markdown makes of a heading's words have no `__` either.
    Nor has it classes of the program, by which what stands on the screen would be missing on paper.
    """

    KEPT = frozenset({"id", "class", "title", "lang", "alt", "align", "start", "href", "src"})
    HREF = re.compile(r"(https?://|mailto:|tel:|[^:/?#\\]*(?:[/?#]|\Z)(?!/))", re.IGNORECASE)
    CLASSES = frozenset({*CLASSES, *BOXES, "admonition", "admonition-title", "headerlink"})
    ID = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
    SRC = re.compile(r"[^:/?#\\]+(?:/|\Z)(?!/)|\.\.?/")

    def run(self, root):
        for element in root.iter():
            for key, typed in list(element.attrib.items()):
                value = HTML_PLACEHOLDER_RE.sub(self._words, typed)
                if key == "title":
                    value = inert(html.unescape(value))
                elif key == "class":
                    value = " ".join(word for word in value.split() if word in self.CLASSES)
                element.set(key, value)
                address = re.sub(r"[\s\x00-\x20]", "", html.unescape(value))
                if (
                    key not in self.KEPT
                    or (key == "href" and not self.HREF.match(address))
                    or (key == "src" and not self.SRC.match(address))
                    or (key == "id" and not self.ID.fullmatch(value))
                    or (key == "class" and not value)
                ):
                    del element.attrib[key]

    def _words(self, found):
        return plain_words(self.md.htmlStash.rawHtmlBlocks[int(found[1])])


class Safe(Extension):
    """Make Markdown of strangers harmless: their HTML is text, our own stands where its mark is."""

    def __init__(self, fragments: Fragments) -> None:
        super().__init__()
        self.fragments = fragments

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 – the library's name
        """Switch HTML off, our marks on; look at attributes last but for unescaping (priority 0)."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(_Marks(md, self.fragments), "marks", 195)  # before code, which takes all as it is
        md.parser.blockprocessors.deregister("code")  # what is indented is no program but was pasted
        md.treeprocessors.register(_Places(md, self.fragments), "places", 6.5)
        md.treeprocessors.register(_Attributes(md), "attributes", 1)


def extensions(site: Site, language: str, fragments: Fragments) -> list[Extension]:
    """Give the Markdown extensions of a language: safety, names, abbreviations, no-break spaces."""
    glossary = {term.short.in_(language): term.term.in_(language) for term in site.terms.terms.values() if term.short}
    names = site.latvian_names if language == "en" else ()
    return [Safe(fragments), LatvianNames(names), AbbrExtension(glossary=glossary), NoBreaks(language)]


def converter(site: Site, language: str, fragments: Fragments) -> Callable[[str], str]:
    """Give a function from a text of the data to safe HTML: paragraphs, lists, emphasis, nothing else.

    A text of one line is one paragraph, even if it begins like a list (`1. Izglītojamo …`).
    """

    def markdown(off_blocks):
        md = Markdown(extensions=[*extensions(site, language, fragments), "sane_lists"], output_format="html")
        for name in _OFF_IN_TEXTS:
            md.inlinePatterns.deregister(name)
        for name in off_blocks:
            md.parser.blockprocessors.deregister(name)
        return md

    lines, line = markdown(_OFF_BLOCKS), markdown((*_OFF_BLOCKS, *_LISTS))
    return lambda text: (lines if "\n" in text else line).reset().convert(text)
