"""The running words of pages and data, without what is no language: calls, addresses, marks of Markdown.

Rules about numbers, spelling, typography and privacy look at these.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from macros.data.schema import leaves

FIGURE = "\ufffc"
"""Stands in a passage where a call shows a figure, a text or a table."""
ADDRESS = "\ufffb"
"""Stands in a passage where an address of the web, the name of a file or code stands."""
WORD = re.compile(rf"(?<![\w’{FIGURE}])[^\W\d_]{{2,}}(?:’[^\W\d_]+)?(?!\w)")

_CALL = re.compile(r"\{\{.*?\}\}|\{\w+\}")
_ENDINGS = "lv|eu|com|org|net|yml|md|pdf|json|html"
_MARKS = (
    (re.compile(r"^\s*!!!\s*\w+\s*\"?(.*?)\"?\s*$"), r"\1"),  # the title of a box stands in straight quotes
    (re.compile(r"\{\s*[:#.][^{}]*\}"), ""),
    (re.compile(r"\]\([^)\s]*\)"), "]"),
    (re.compile(r"`[^`]+`|https?://[^\s\"'<>)\]“”]*[\w/]|(?<![\w.+-])[\w.+-]+@[\w.-]+\w"), ADDRESS),
    (re.compile(rf"(?<![\w.-])[\w.-]+\.(?:{_ENDINGS})\b(?:/[\w./#-]*\w/?)?"), ADDRESS),
    (re.compile(r"^\s*(?:>\s*)*(?:#{1,6}\s+|[-*+]\s+|\d+\.\s+)?"), ""),
    (re.compile(r"\*+|`|\[|\]"), ""),
)
_BEGINS = re.compile(r"\s*(?:[-*+]\s|\d+\.\s|#|!!!|>|\|)")
_NEW_PARAGRAPH = re.compile(r"\n(?=\s*(?:\n|[-*+]\s|\d+\.\s))")


@dataclass(frozen=True)
class Passage:
    """A line of a page, a line of its front matter, or a text of the data in one language.

    `words` are what a reader reads, with `FIGURE` in place of each call and `ADDRESS` of each address; `raw` is what
    the person typed. `path` is the place in the data without the language, such as `("years", "2024-2025", "learners",
    "source")`, and None for pages.
    """

    language: str
    file: str
    line: int
    year: str | None
    raw: str
    words: str
    heading: bool = False
    path: tuple | None = None

    @property
    def quoted(self):
        """Whether a page quotes here (`>`): what others wrote stays as they wrote it."""
        return self.path is None and self.raw.lstrip().startswith(">")


@dataclass(frozen=True)
class Prose:
    """All that is written in one language but quotations, as one text, so that a pattern looks through it at once.

    `starts` are the offsets at which the passages begin; an empty line parts them, so that none runs into the next.
    Known names, and phrases that `spelling.yml` allows, are hidden: they are right as they are.
    """

    text: str
    starts: tuple[int, ...]
    passages: tuple[Passage, ...]

    def at(self, offset):
        """Give the passage that stands at an offset of the text."""
        return self.passages[bisect_right(self.starts, offset) - 1]

    @cached_property
    def words(self):
        """Each word of two letters or more, with its offset."""
        return tuple((match[0], match.start()) for match in WORD.finditer(self.text))


def prose(book, language):
    """Give the `Prose` of a language."""
    own = [passage for passage in book.passages if passage.language == language and not passage.quoted]
    starts = tuple(accumulate((len(passage.words) + 2 for passage in own), initial=0))
    text = "\n\n".join(passage.words for passage in own).replace("\u00a0", " ")
    allowed = [entry.removesuffix("*") for entry in phrases(book.site.spelling, language)]
    for known in (*book.site.latvian_names, *allowed):
        text = text.replace(known, FIGURE * len(known))
    return Prose(text, starts, tuple(own))


def phrases(spelling, language):
    """Give the entries of the list of allowed words that are more than a word, or a word's beginning with `*`."""
    return [entry for entry in spelling.allowed(language) if not entry.removesuffix("*").isalpha()]


def passages(book):
    """Yield every `Passage`, page by page and then text by text; a page whose top cannot be read has none."""
    for page in book.pages:
        if page.front_matter is None:
            continue
        headings = {heading.line for heading in page.headings}
        for key, value in page.front_matter.items():
            line = page.front_lines.get(key, 1)
            yield Passage(page.language, page.file, line, page.year, value, value)
        for line, raw in enumerate(page.body.splitlines(), page.first_line):
            if raw.strip():
                yield Passage(page.language, page.file, line, page.year, raw, plain(raw), line in headings)
    for path, raw in book.texts:
        file, line = book.loaded.where(path)
        year = path[1] if path[0] == "years" else None
        words = "\n".join(map(plain, raw.splitlines()))
        yield Passage(path[-1], file, line, year, raw, words, path=path[:-1])


def paragraphs(book):
    """Yield `(passages, words)`: the lines of a page that run together, or a paragraph of a text of the data."""
    lines = []
    for passage in book.passages:
        last = lines[-1] if lines else None
        if last and (
            (passage.path, passage.file, passage.line) != (None, last.file, last.line + 1)
            or last.heading
            or last.raw.lstrip().startswith("!!!")
            or _BEGINS.match(passage.raw)
        ):
            yield from _joined(lines)
            lines = []
        lines.append(passage)
    yield from _joined(lines)


def _joined(lines):
    if lines and lines[0].path and "\n" in lines[0].raw:
        for paragraph in _NEW_PARAGRAPH.split(lines[0].raw):
            yield lines, " ".join(map(plain, paragraph.splitlines())).strip()
    elif lines and not lines[0].quoted:
        yield lines, " ".join(line.words for line in lines)


def texts(site):
    """Yield `(path, words)` for each text of the data in each language."""
    return ((path, leaf) for path, leaf in leaves(site) if path[-1] in ("lv", "en") and isinstance(leaf, str))


def plain(line):
    """Give the words of one line of Markdown."""
    line = _CALL.sub(FIGURE, line)
    for pattern, instead in _MARKS:
        line = pattern.sub(instead, line)
    return line.strip()
