"""What stands beside the pages of a language: a list of all of it.

What is for paper comes later, when all pages are there: see `paper.publish`.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from macros.data.schema import LANGUAGES
from macros.datasets.files import files_of_all_years, files_of_charts, files_of_year
from macros.datasets.linked import linked_data
from macros.html.drawing import drawing_files
from macros.html.feed import feed_files
from macros.html.pictures import icons, pictures
from macros.html.policy import for_netlify
from macros.html.render import Renderer
from macros.html.templates import fill, ours
from macros.pages.address import address, language_folder
from macros.report.book import Book
from macros.report.downloads import data_json
from macros.show.published import FOLDER
from macros.site.search import worker_file

_STATEMENT = "accessibility-statement.md"
FORWARD = "pieklustamibas-pazinojums/index.html"


def page_files(renderer: Renderer) -> dict[str, bytes]:
    """Give the pictures and PDFs that the pages of a language show or link to, as they are published."""
    pages = [page for page in renderer.book.pages if page.language == renderer.language]
    files = {path: file for page in pages for path, file in page.files.items()}
    return {path: file.published for path, file in sorted(files.items())}


def server_files(renderer: Renderer) -> dict[str, bytes]:
    """Give what some servers look for at the top of a site."""
    folders = [*map(language_folder, LANGUAGES), f"{FOLDER}/"]
    preparing = sorted(renderer.site.preparing)
    return {"_headers": for_netlify(f"{folder}{year}" for folder in folders for year in preparing)}


def forwards(renderer: Renderer) -> dict[str, bytes]:
    """Give what leads on from where Latvian guidelines for public bodies tell people to look for the statement.

    The statement itself has one file name, and so one address in both languages, as all pages.
    """
    if language_folder(renderer.language) or not renderer.book.page(renderer.language, _STATEMENT):
        return {}
    title, there = renderer.title(_STATEMENT, renderer.language), f"../{address(_STATEMENT)}"
    linked = ours(linked_data(renderer, _STATEMENT))
    page = fill("forward.html", language=renderer.language, title=title, address=there, linked=linked)
    return {FORWARD: f"{page}\n".encode()}


def _once(output: Callable[..., dict[str, bytes]]) -> Callable[..., dict[str, bytes]]:
    """Let what all languages share be given in the first of them."""
    return lambda renderer, *year: {} if language_folder(renderer.language) else output(renderer, *year)


OF_A_YEAR: dict[str, Callable[[Renderer, str], dict[str, bytes]]] = {
    "YEAR/data.json": lambda renderer, year: {f"{year}/data.json": data_json(renderer.book, year)},
    "data/YEAR/TABLE.csv, TABLE.xlsx": _once(lambda renderer, year: files_of_year(renderer.book, year)),
    "YEAR/figure-NAME.csv, figure-NAME.xlsx": lambda renderer, year: files_of_charts(renderer.book, year),
    "YEAR/figure-NAME.svg, figure-NAME.png": drawing_files,
    "YEAR/preview.png, YEAR/PAGE/preview.png": pictures,
}
OF_ALL_YEARS: dict[str, Callable[[Renderer], dict[str, bytes]]] = {
    "data/figures.csv, catalog.jsonld": _once(lambda one: files_of_all_years(one.book, one.site_url)),
    "PICTURE.jpg, DOCUMENT.pdf": page_files,
    "assets/images/favicon.svg, touch-icon.png": _once(icons),
    "corrections.xml": feed_files,
    "_headers": _once(server_files),
    FORWARD: forwards,
    "assets/immutable/worker.HASH.js": worker_file,
}
"""What it is called → function that gives its files: path within the language's site → bytes."""


def years_with_pages(book: Book) -> list[str]:
    """Give the years that have files: those with pages."""
    paged = {page.year for page in book.pages}
    return [year for year in book.site.years if year in paged]


def outputs_of_year(renderer: Renderer, year: str) -> dict[str, bytes]:
    """Give all that is of a year."""
    return {path: content for output in OF_A_YEAR.values() for path, content in output(renderer, year).items()}


def outputs_of_all_years(renderer: Renderer) -> dict[str, bytes]:
    """Give all that is of no single year."""
    return {path: content for output in OF_ALL_YEARS.values() for path, content in output(renderer).items()}


def outputs(renderer: Renderer) -> dict[str, bytes]:
    """Give all of it."""
    of_years = (outputs_of_year(renderer, year) for year in years_with_pages(renderer.book))
    return {path: content for files in (*of_years, outputs_of_all_years(renderer)) for path, content in files.items()}


def write(files: Iterable[tuple[str, bytes]], folder: Path, last: Path | None = None) -> None:
    """Write files, by their paths within a folder; what is the same in that of the `last` site is only linked.

    A new file costs a disk ten times as much.
    """
    for path, content in files:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if not (last and _linked(last / path, file, content)):
            file.write_bytes(content)


def _linked(there, file, content):
    """Say whether a file that is there has this content, and is now at its new place, too."""
    with suppress(OSError):  # none is there, or the disk has no links
        about = there.lstat()
        if S_ISREG(about.st_mode) and about.st_size == len(content) and there.read_bytes() == content:
            os.link(there, file)
            return True
    return False


def rewrite(file: Path, content: bytes) -> None:
    """Write a file of the site anew; where it is linked, the last site keeps it as it was."""
    if file.stat().st_nlink > 1:
        file.unlink()
    file.write_bytes(content)
