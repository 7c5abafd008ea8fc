"""Build both languages side by side and put them in the place of the last good site only when all of it is there."""

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.data.schema import LANGUAGES
from macros.pages.address import address, language_folder
from macros.paper.document import Unlike
from macros.paper.publish import publish
from macros.report.book import Book
from macros.report.downloads import data_json
from macros.site.language import NotBuilt
from macros.site.languages import build_languages
from macros.site.search import INDEX
from macros.site.twins import write_twins
from macros.words.problems import Problem, Problems
from macros.words.progress import stage


def build(book: Book, root: Path, destination: Path) -> int:
    """Build the site of a sound book, that of the project at `root`, into `destination`; give the exit code.

    The last good `destination` stays until the new one is complete. What went wrong is written to stderr. Raises
    `Problems` where `destination` is a folder of something else, and what the machine refuses as it comes.
    """
    root, destination = Path(root), Path(destination).resolve()
    if not _may_be_replaced(destination, root.resolve()):
        lv = "Šajā mapē ir kas cits, nevis uzbūvēta vietne; būve to izdzēstu. Norādiet citu mapi, piemēram, site."
        en = "This folder holds no built site but something else, which would be deleted. Name another, such as site."
        raise Problems([Problem(str(destination), 0, lv, en)])
    with _workplace(destination) as work:
        stage("Būvē lapas latviski un angliski", "Building the pages in Latvian and English")
        try:
            build_languages(book, root, {language: work / language for language in LANGUAGES}, destination)
        except NotBuilt as failure:
            sys.stderr.write(f"{failure}")
            return 1
        for language in LANGUAGES[1:]:
            (work / language).rename(work / LANGUAGES[0] / language_folder(language))
        return _publish(book, root, work, destination, with_pdf=os.environ.get("PDF") != "0")


def _may_be_replaced(destination, root):
    """Say whether a folder is not there yet, is empty, or is a site that was built; never the project itself."""
    if root.is_relative_to(destination) or destination.is_file():
        return False
    if not destination.is_dir() or not any(destination.iterdir()):
        return True
    built = [f"{language_folder(language)}index.html" for language in LANGUAGES]
    return all((destination / name).is_file() for name in (*built, INDEX))


def is_built(book: Book, site: Path) -> bool:
    """Say whether the folder `site` is what was built of a book: it has its data, and all its pages."""
    data = {site / year / "data.json": data_json(book, year) for year in book.site.years}
    pages = [site / language_folder(language) / address(path) for language in LANGUAGES for path in book.nav]
    return all(file.is_file() and file.read_bytes() == content for file, content in data.items()) and all(
        (page / "index.html").is_file() for page in pages
    )


def add_paper(book: Book, root: Path, destination: Path) -> int:
    """Put print editions and PDFs, made anew from its pages, into the site of a book already built at `destination`.

    Gives the exit code; the site stays as it is unless all can be made.
    """
    destination = Path(destination).resolve()
    with _workplace(destination) as work:
        shutil.copytree(destination, work / LANGUAGES[0])
        return _publish(book, root, work, destination, with_pdf=True)


@contextmanager
def _workplace(destination: Path) -> Iterator[Path]:
    """Give a folder to build in, beside the `destination`; of what is broken off, now or earlier, nothing is left."""
    work = destination.with_name(destination.name + ".new")
    _tidy(work, destination)
    for taken in (work, _old(destination)):
        if os.path.lexists(taken):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(taken))
    work.mkdir(parents=True)
    try:
        yield work
    finally:
        _tidy(work, destination)


def _tidy(work, destination):
    """Remove the workplace and the old site, unless there is no other."""
    restore(destination)
    for leftover in (work, _old(destination)):
        shutil.rmtree(leftover, ignore_errors=True)


def restore(destination: Path) -> None:
    """Put the old site in its place again if there is no other: a build was broken off just then."""
    if _old(destination).exists() and not destination.exists():
        _old(destination).rename(destination)


def _old(destination):
    return destination.with_name(destination.name + ".old")


def _publish(book, root, work, destination, *, with_pdf):
    """Add what is for paper, then put the new site in the place of the old one."""
    try:
        told = publish(book, work / LANGUAGES[0], Path(root), with_pdf=with_pdf)
    except Unlike as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if told:
        sys.stderr.write(f"{told}\n")
    write_twins(work / LANGUAGES[0], root, destination)
    _let_servers_read(work / LANGUAGES[0])
    if destination.exists():
        destination.rename(_old(destination))
    (work / LANGUAGES[0]).rename(destination)
    return 0


def _let_servers_read(site):
    """Let everybody read the site, whatever this person's files are like otherwise."""
    for folder, _folders, names in os.walk(site):
        os.chmod(folder, 0o755)  # noqa: PTH101, S103 – there are thousands
        for name in names:
            os.chmod(f"{folder}/{name}", 0o644)  # noqa: PTH101
