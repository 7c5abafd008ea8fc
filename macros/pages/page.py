"""Read the Markdown pages: front matter, headings, links, and the values, tables and charts they call for."""

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.data.read import LARGEST_FILE
from macros.data.schema import LANGUAGES
from macros.pages.blocks import Blocks
from macros.pages.calls import Call, calls_in
from macros.pages.front import read_front
from macros.pages.markup import advice
from macros.pages.scan import LONGEST, read_blocks
from macros.words.language import YEAR
from macros.words.problems import LEADS_ELSEWHERE, Problem

TO_FILL_IN = "jāaizpilda"
IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
OTHER_FILES = ("docs/lv/pieklustamibas-pazinojums/index.html",)
"""The one page that is no Markdown: it forwards to the accessibility statement."""


@dataclass(frozen=True)
class Heading:
    """A heading: its level from 1, its id (None where the author gave none), its line, its words as typed."""

    level: int
    id: str | None
    line: int
    text: str


@dataclass(frozen=True)
class Page:
    """One page in one language; `path` is below `docs/<language>/`, `year` the folder it stands in, if any."""

    language: str
    path: str
    year: str | None
    front_matter: dict[str, str] | None
    """None where it cannot be read."""
    calls: tuple[Call, ...]
    headings: tuple[Heading, ...]
    links: tuple[tuple[int, str], ...]
    """Line and target of each link to another page or place of this site."""
    to_fill_in: tuple[tuple[int, str], ...] = ()
    """Line and words of what says “jāaizpilda”: only the centre can fill it in."""
    broken: bool = False
    """Some call could not be read, so `calls` is not all of them."""
    body: str = ""
    """The Markdown below the front matter."""
    first_line: int = 1
    """The line of the file on which `body` begins."""
    blocks: Blocks = field(default=Blocks(), compare=False, repr=False)
    """What `body` consists of."""
    front_lines: dict[str, int] = field(default_factory=dict)
    """The line of each key of the front matter."""

    @property
    def file(self) -> str:
        """The path from the project's folder, as problems name it."""
        return f"docs/{self.language}/{self.path}"

    @property
    def lines(self) -> Iterator[tuple[int, str]]:
        """Number and text of each line of `body`."""
        return enumerate(self.body.split("\n"), self.first_line)


def read_pages(root: Path | str) -> tuple[list[Page], list[Problem]]:
    """Give `(pages, problems)` of `docs/lv` and `docs/en` below `root`; pages in the order of their paths."""
    pages, problems = [], []
    for language in LANGUAGES:
        folder = Path(root) / "docs" / language
        if folder.is_symlink():
            problems.append(Problem(f"docs/{language}", 0, *_unwelcome(folder)))
            continue
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_symlink() or (path.is_file() and not _welcome(path.suffix, f"docs/{language}/{name}")):
                problems.append(Problem(f"docs/{language}/{name}", 0, *_unwelcome(path)))
            elif path.suffix == ".md" and path.is_file():
                page, found = _read(path, name, language)
                problems.extend(found)
                if page:
                    pages.append(page)
    return pages, problems


def _welcome(suffix, file):
    return suffix == ".md" or suffix in IMAGES or file in OTHER_FILES


def _unwelcome(path):
    """Give the two sentences about a file that has no place among pages."""
    ending = path.suffix.lower()
    if path.is_symlink():
        return LEADS_ELSEWHERE
    if ending in IMAGES:
        return (
            f"Faila nosaukuma beigas rakstiet ar mazajiem burtiem: {path.stem}{ending}.",
            f"Write the end of the file’s name in small letters: {path.stem}{ending}.",
        )
    return (
        "Šeit ir vieta tikai lapām (.md) un attēliem (.png, .jpg, .webp); izdzēsiet šo failu.",
        "Only pages (.md) and images (.png, .jpg, .webp) belong here; delete this file.",
    )


def _read(path, name, language):
    file = f"docs/{language}/{name}"
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        lv, en = "Lapa nav UTF-8 kodējumā; saglabājiet to kā UTF-8.", "The page is not UTF-8; save it as UTF-8."
        return None, [Problem(file, line, lv, en)]
    if len(text) > LARGEST_FILE:
        lv = f"Lapa ir garāka par {LARGEST_FILE} zīmēm; sadaliet to."
        en = f"The page is longer than {LARGEST_FILE} characters; divide it."
        return None, [Problem(file, 0, lv, en)]
    if text.count("\n") > LONGEST:
        lv = f"Lapā ir vairāk par {LONGEST} rindām; sadaliet to."
        en = f"The page has more than {LONGEST} lines; divide it."
        return None, [Problem(file, 0, lv, en)]
    front_matter, front_lines, body, first_line, problems = read_front(unicodedata.normalize("NFC", text), file)
    calls, wrong_calls = calls_in(body, file, first_line)
    blocks = read_blocks(body, first_line)
    problems += [*wrong_calls, *advice(body, file, first_line, blocks.code)]
    links = []
    for link in blocks.links:
        if ":" in link.target or not link.target:
            continue  # another site's, or nowhere
        if not link.image and not link.target.endswith(IMAGES):
            links.append((link.line, link.target))
        elif not _is_image(path, link.target):
            problems.append(_no_image(file, link.line, link.target))
    headings = [Heading(block.level, block.id, block.first, block.words) for block in blocks.headings]
    first = name.split("/")[0]
    page = Page(
        language=language,
        path=name,
        year=first if re.fullmatch(YEAR, first) else None,
        front_matter=front_matter,
        calls=tuple(calls),
        headings=tuple(headings),
        links=tuple(links),
        to_fill_in=tuple(_to_fill_in(body, first_line, blocks)),
        broken=bool(wrong_calls),
        body=body,
        first_line=first_line,
        front_lines=front_lines,
        blocks=blocks,
    )
    return page, problems


def _to_fill_in(body, first_line, blocks):
    for number, line in enumerate(body.split("\n"), first_line):
        if TO_FILL_IN in line.lower():
            *_around, block = blocks.at.get(number, (None,))
            if block is None or block.kind != "heading":
                words = dict(block.lines).get(number, line) if block else line
                yield number, words.strip(" -*").replace("*", "")


def _is_image(page, target):
    """Say whether an image that a page names is there, in the folder of its language."""
    docs = next(folder for folder in page.parents if folder.name in LANGUAGES)
    file = Path(os.path.normpath(page.parent / target))
    return file.suffix in IMAGES and file.is_relative_to(docs) and file.is_file()


def _no_image(file, line, target):
    lv = f"Attēla “{target}” nav. Ielieciet to mapē, kurā ir lapa, un rakstiet tā nosaukumu tieši tāpat."
    en = f"There is no image “{target}”. Put it into the folder of the page and write its name exactly as it is."
    return Problem(file, line, lv, en)
