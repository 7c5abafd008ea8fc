"""Texts written in Word. In: a file, and the page it is for. Out: the page with these texts, to be looked through."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from macros.check.called import named
from macros.office.unzipped import Refused
from macros.office.word.placed import placed
from macros.office.word.read import read_word
from macros.office.word.tables import Tables
from macros.office.word.written import Writer
from macros.pages.front import divided
from macros.pages.page import Page
from macros.report.book import Book
from macros.words.problems import Sentences, did_you_mean


@dataclass(frozen=True)
class Proposal:
    """The files that take the texts of a document, by their paths from the project's folder, and what is told of it."""

    files: dict[str, bytes]
    told: tuple[Sentences, ...]


def propose(book: Book, root: Path, content: bytes, page: Page) -> Proposal:
    """Give what a file of Word makes of a page of a year. Nothing is written. Raises `Refused`."""
    path = PurePosixPath(page.path)
    write = Writer(book, page.language, str(page.year), path.stem.replace("-", "_"))
    tables = Tables(book, root, page)
    document = read_word(content, write, lambda number: f"{path.stem}-{number}", tables)
    if not document.parts:
        raise Refused("Failā nav teksta.", "There is no text in the file.")
    body = placed(page, document.parts, book.page("en" if page.language == "lv" else "lv", page.path))
    text = (root / page.file).read_text("utf-8")
    top = text[: len(text) - len(divided(text)[1])]
    pictures = {f"{PurePosixPath(page.file).parent}/{name}": bytes_ for name, bytes_ in document.pictures.items()}
    files = {page.file: f"{top}{body}".encode(), **pictures}
    files |= {file: words.encode() for file, words in tables.files.items()}
    there = {path: (root / path).read_bytes() for path in files if (root / path).is_file()}
    changed = {path: new for path, new in files.items() if there.get(path) != new}
    return Proposal(changed, (*document.left, *tables.told, *_said(book, str(page.year), write.bound)))


def the_page(book: Book, name: str, year: str, language: str) -> Page:
    """Give the page with a name: its path, or its file's name or title in a year. Raises `Refused`."""
    known = {page.path.removesuffix(".md"): page for page in book.pages if page.language == language and page.year}
    of_year = {path.partition("/")[2]: page for path, page in known.items() if page.year == year}
    titles = {str((page.front_matter or {}).get("title")): page for page in of_year.values()}
    wanted = name.removesuffix(".md")
    title = wanted.split(" / ")[-1 if language == "en" else 0]
    page = known.get(wanted) or of_year.get(wanted) or titles.get(title)
    if page and page.front_matter is not None:
        return page
    lv, en = did_you_mean(wanted, [*known, *of_year])
    raise Refused(
        f"Lapas “{wanted}” {year} nav.{lv} Lapu sauc kā tās failu, piemēram, support.",
        f"There is no page “{wanted}” in {year}.{en} A page is called by the name of its file, such as support.",
    )


def _said(book, year, bound):
    """Tell which numbers come from the data now, so that a person sees whether each is the right one."""
    for name, typed in bound.items():
        lv, en = named(book, year, name)
        yield f"“{typed}” tagad ņem no datiem: {lv}.", f"“{typed}” now comes from the data: {en}."
