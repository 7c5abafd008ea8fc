"""The running words of pages and data, without what is no language: calls, addresses, marks of Markdown.

Rules about numbers, spelling, typography and privacy look at these.
"""

import re
from dataclasses import dataclass

from macros.schema import leaves

FIGURE = "\ufffc"
"""Stands in a passage where a call shows a figure, a text or a table."""

_CALL = re.compile(r"\{\{.*?\}\}")
_MARKS = (
    (re.compile(r"^\s*!!!\s*\w+\s*\"?(.*?)\"?\s*$"), r"\1"),  # the title of a box stands in straight quotes
    (re.compile(r"\{\s*[:#.][^{}]*\}"), ""),
    (re.compile(r"\]\([^)\s]*\)"), "]"),
    (re.compile(r"https?://[^\s\"'<>)\]]+"), ""),
    (re.compile(r"^\s*(?:>\s*)*(?:#{1,6}\s+|[-*+]\s+|\d+\.\s+)?"), ""),
    (re.compile(r"\*+|`|\[|\]"), ""),
)


@dataclass(frozen=True)
class Passage:
    """A line of a page, a line of its front matter, or a text of the data in one language.

    `words` are what a reader reads, with `FIGURE` in place of each call; `raw` is what the person typed. `path` is the
    place in the data without the language, such as `("years", "2024-2025", "learners", "source")`, and None for pages.
    """

    language: str
    file: str
    line: int
    year: str | None
    raw: str
    words: str
    heading: bool = False
    path: tuple | None = None


def passages(book):
    """Yield every `Passage`, page by page and then text by text."""
    for page in book.pages:
        headings = {heading.line for heading in page.headings}
        for key, value in (page.front_matter or {}).items():
            line = page.front_lines.get(key, 1)
            yield Passage(page.language, page.file, line, page.year, value, value)
        for line, raw in enumerate(page.body.splitlines(), page.first_line):
            if raw.strip():
                yield Passage(page.language, page.file, line, page.year, raw, plain(raw), line in headings)
    for path, raw in texts(book.site):
        file, line = book.loaded.where(path)
        year = path[1] if path[0] == "years" else None
        words = "\n".join(map(plain, raw.splitlines()))
        yield Passage(path[-1], file, line, year, raw, words, path=path[:-1])


def texts(site):
    """Yield `(path, words)` for each text of the data in each language."""
    return ((path, leaf) for path, leaf in leaves(site) if path[-1] in ("lv", "en") and isinstance(leaf, str))


def plain(line):
    """Give the words of one line of Markdown."""
    line = _CALL.sub(FIGURE, line)
    for pattern, instead in _MARKS:
        line = pattern.sub(instead, line)
    return line.strip()
