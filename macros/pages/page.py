"""Read the Markdown pages: front matter, headings, links, and the values, tables and charts they call for."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote

from macros.data.read import LARGEST_FILE, misread
from macros.data.schema import LANGUAGES
from macros.pages.address import led_to
from macros.pages.blocks import Blocks
from macros.pages.calls import Call, calls_in
from macros.pages.files import FILES, PICTURES, File, foreign, known_files, meant, missing, problems, typed_plainly
from macros.pages.front import read_front
from macros.pages.marks import UNSPACED
from macros.pages.markup import advice
from macros.pages.scan import LONGEST, read_blocks
from macros.remembered import remembered
from macros.words.language import YEAR, number
from macros.words.problems import LEADS_ELSEWHERE, Level, Problem

LONGEST_LINE = 5_000
"""The most characters of a line; a long paragraph of the report has 600."""
TO_FILL_IN = "jāaizpilda"


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
    pictures: tuple[tuple[int, str], ...] = ()
    """Line and path, within its language, of each picture that it shows, be it there or not."""
    files: dict[str, File] = field(default_factory=dict)
    """The pictures and PDFs that it shows or links to, by their paths within its language."""
    to_fill_in: tuple[tuple[int, str], ...] = ()
    """Line and words of what says “jāaizpilda”: only the centre can fill it in."""
    broken: bool = False
    """Some call could not be read, so `calls` is not all of them."""
    body: str = ""
    """The Markdown below the front matter, with the names of files as the site has them."""
    first_line: int = 1
    """The line of the file on which `body` begins."""
    blocks: Blocks = field(default=Blocks(), compare=False, repr=False)
    """What `body` consists of."""
    front_lines: dict[str, int] = field(default_factory=dict)
    """The line of each key of the front matter."""

    def without_words(self) -> "Page":
        """Give what others know of the page: what it is called, what it calls for, the addresses of its headings."""
        calls = tuple(replace(call, line=0) for call in self.calls)
        headings = tuple(replace(heading, line=0) for heading in self.headings)
        return Page(self.language, self.path, self.year, self.front_matter, calls, headings, (), broken=self.broken)

    @property
    def file(self) -> str:
        """The path from the project's folder, as problems name it."""
        return f"docs/{self.language}/{self.path}"

    @property
    def name(self) -> str:
        """What it is called in its year, or among those of none: `learners`."""
        return self.path.removeprefix(f"{self.year}/").removesuffix(".md")

    @property
    def lines(self) -> Iterator[tuple[int, str]]:
        """Number and text of each line of `body`."""
        return enumerate(self.body.split("\n"), self.first_line)

    def problem(self, line: int, lv: str, en: str, level: Level = "error") -> Problem:
        """Give a problem on a line of the page, 0 where it is one of all of it."""
        return Problem(self.file, line, lv, en, level)


def read_pages(root: Path | str) -> tuple[list[Page], list[Problem]]:
    """Give `(pages, problems)` of `docs/lv` and `docs/en` below `root`; pages in the order of their paths."""
    pages: list[Page] = []
    known, told = known_files(Path(root))
    used: dict[Path, tuple[str, int]] = {}
    for language in LANGUAGES:
        folder = Path(root) / "docs" / language
        if folder.is_symlink():
            told.append(Problem(f"docs/{language}", 0, *LEADS_ELSEWHERE))
            continue
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_symlink() or (path.is_file() and path.suffix not in (".md", *FILES)):
                said = LEADS_ELSEWHERE if path.is_symlink() else foreign(path.name)
                told.append(Problem(f"docs/{language}/{name}", 0, *said))
            elif path.suffix == ".md" and path.is_file():
                page, found = _read(path, name, language, known[language], used)
                told.extend(found)
                if page:
                    pages.append(page)
    return pages, [*told, *problems(known, used)]


def _within(page, target):
    """Give the path, within the language, of what a page at a path links to."""
    return led_to(page, target.partition("#")[0])


def _read(path, name, language, known, used):
    file = f"docs/{language}/{name}"
    content = path.read_bytes()
    if line := misread(content):
        lv, en = "Lapa nav UTF-8 kodējumā; saglabājiet to kā UTF-8.", "The page is not UTF-8; save it as UTF-8."
        return None, [Problem(file, line, lv, en)]
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > LARGEST_FILE:
        lv = f"Lapa ir garāka par {number(LARGEST_FILE, 'lv')} zīmēm; sadaliet to."
        en = f"The page is longer than {number(LARGEST_FILE, 'en')} characters; divide it."
        return None, [Problem(file, 0, lv, en)]
    if text.count("\n") > LONGEST:
        lv = f"Lapā ir vairāk par {number(LONGEST, 'lv')} rindām; sadaliet to."
        en = f"The page has more than {number(LONGEST, 'en')} lines; divide it."
        return None, [Problem(file, 0, lv, en)]
    if long := next((at for at, line in enumerate(text.split("\n"), 1) if len(line) > LONGEST_LINE), None):
        lv = f"Rinda ir garāka par {LONGEST_LINE} zīmēm; sadaliet to rindkopās."
        en = f"The line is longer than {LONGEST_LINE} characters; divide it into paragraphs."
        return None, [Problem(file, long, lv, en)]
    page, typed, found = _parsed(text, name, language)
    linked, missed = _linked(page, path, typed, known, used)
    return linked, [*found, *missed]


def _linked(page, path, typed, known, used):
    """Give a page at a path with what it links to, and a problem for each link to a file that is not there.

    Into `used` goes the first place that names each file, be it misspelt.
    """
    links, pictures, files, problems = [], [], {}, []
    for link in page.blocks.links:
        if ":" in link.target or not link.target:
            continue  # another site's, or nowhere
        within, bare = _within(page.path, link.target), link.target.partition("#")[0]
        if not bare.endswith(FILES) and not link.image:
            links.append((link.line, link.target))
            continue
        if file := known.get(within) or meant(known, page.path, link.target.replace("\\", "/")):
            used.setdefault(file.source, (page.file, link.line))
        if link.image and "\\" in link.target:
            continue  # told as what it is
        if link.image:
            pictures.append((link.line, within))
        as_typed = typed.get(link.target, link.target)
        if within in known and (bare.endswith(PICTURES) or not link.image):
            files[within] = known[within]
        elif not _refused(path, page.path, as_typed):
            problems.append(page.problem(link.line, *missing(known, page.path, link.target, as_typed)))
    return replace(page, links=tuple(links), pictures=tuple(pictures), files=files), problems


def _refused(path, name, target):
    """Say whether what a page names is there, in either language, but is of a kind that is told as not to be used."""
    docs = path.parents[len(Path(name).parts)]
    there = [docs / language / _within(name, unquote(target)) for language in LANGUAGES]
    return any(one.suffix not in FILES and one.is_file() for one in there)


@remembered
def _parsed(text, name, language):
    """Give a page but for what it links to, how names of files were typed in it, and what is wrong."""
    file = f"docs/{language}/{name}"
    front_matter, front_lines, body, first_line, problems = read_front(unicodedata.normalize("NFC", text), file)
    body, typed = typed_plainly(body)
    calls, wrong_calls = calls_in(body, file, first_line)
    blocks = read_blocks(body, first_line)
    problems += [*wrong_calls, *advice(body, file, first_line, blocks)]
    meant = UNSPACED.sub(r"\g<0> ", body)  # a heading that lacks a space is told, but not as lost, too
    known = (blocks if meant == body else read_blocks(meant, first_line)).headings
    headings = [Heading(block.level, block.id, block.first, block.words) for block in known]
    first = name.split("/")[0]
    page = Page(
        language=language,
        path=name,
        year=first if re.fullmatch(YEAR, first) else None,
        front_matter=front_matter,
        calls=tuple(calls),
        headings=tuple(headings),
        links=(),
        to_fill_in=tuple(_to_fill_in(body, first_line, blocks)),
        broken=bool(wrong_calls),
        body=body,
        first_line=first_line,
        front_lines=front_lines,
        blocks=blocks,
    )
    return page, typed, tuple(problems)


def _to_fill_in(body, first_line, blocks):
    for at, line in enumerate(body.split("\n"), first_line):
        if TO_FILL_IN in line.lower():
            *_around, block = blocks.at.get(at, (None,))
            if block is None or block.kind != "heading":
                words = dict(block.lines).get(at, line) if block else line
                yield at, words.strip(" -*").replace("*", "")


def size_of(page: Page, target: str) -> tuple[int, int] | None:
    """Give the width and height, in pixels, of a picture that a page shows as `![…](target)`; None of what is none."""
    file = page.files.get(_within(page.path, unquote(target)))
    return file.picture.size if file and file.picture else None
