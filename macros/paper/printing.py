"""Print the editions that changed since they were last printed; what prints is loaded only then."""

import os
import shutil
import signal
import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, dataclass
from importlib.metadata import version
from multiprocessing import active_children
from pathlib import Path
from urllib.parse import unquote

import lxml.html

from macros import kept
from macros.html.chart import canvas
from macros.html.fonts import FOLDER
from macros.pages.address import PDF_NAMES, PRINT, language_folder
from macros.paper.document import Attachment, Description, EditionName
from macros.site.languages import end_with_parent, uninterrupted
from macros.words.progress import stage

UNFINISHED = ".cache/pdf"
"""Where editions are printed."""
_PRINTER = Path(__file__).parent / "pdf"
"""The program that prints."""
_LIBRARIES = Path("/etc/ld.so.cache")
"""The system's list of its libraries, written anew with each change."""


@dataclass(frozen=True)
class Edition:
    """A year's report in a language, as a page of the built site and as a PDF beside the year's pages."""

    site: Path
    description: Description
    attachment: Attachment

    @property
    def name(self) -> EditionName:
        """What it is known by."""
        return self.description.edition

    @property
    def folder(self) -> str:
        """The folder of the year's pages within the site."""
        return language_folder(self.name.language) + self.name.year

    @property
    def page(self) -> str:
        """The path of the print edition within the site."""
        return f"{self.folder}/{PRINT}"

    @property
    def pdf(self) -> Path:
        """The file of the PDF."""
        return self.site / self.folder / PDF_NAMES[self.name.language].format(year=self.name.year)


def layout_version() -> bytes:
    """Give the versions of what sets the lines; nothing where it is not there. As it loads slowly, these are kept."""
    try:
        about = _LIBRARIES.stat()
        key = kept.own_key("layout", f"{about.st_mtime_ns} {about.st_size}", os.environ.get("LD_LIBRARY_PATH", ""))
    except OSError:
        key = None
    if (layout := kept.take(kept.HOME, key)) is None:
        from macros.paper import pdf  # noqa: PLC0415

        layout = pdf.layout_version().encode() if pdf.available() else b""
        kept.keep(kept.HOME, key if layout else None, layout)
    return layout


def print_all(editions: Iterable[Edition], root: Path, layout: bytes) -> None:
    """Print all editions that changed, as many at once as there are processors; `layout` is `layout_version()`."""
    missing: dict[str, Edition] = {}
    for edition in editions:
        key = _key(edition, layout)
        if (printed := kept.take(root, key)) is None:
            missing[key] = edition
        else:
            edition.pdf.write_bytes(printed)
    if not missing:
        return
    stage(f"Veido PDF: {len(missing)}", f"Making PDFs: {len(missing)}")
    unfinished = Path(root, UNFINISHED)
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        unfinished.mkdir(parents=True)
        _print_in(unfinished, missing)
        for key, edition in missing.items():
            printed = (unfinished / key).read_bytes()
            kept.keep(root, key, printed)
            edition.pdf.write_bytes(printed)  # the site may be on another disk
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _print_in(unfinished, missing):
    """Print the editions, each under its key in the folder `unfinished`."""
    import weasyprint  # noqa: F401, PLC0415 – once, not in each process

    import macros.paper.pdf  # noqa: F401, PLC0415

    with ProcessPoolExecutor(initializer=_begin, initargs=(str(unfinished),)) as pool:
        try:
            with uninterrupted():
                printings = [pool.submit(_print, edition, unfinished / key) for key, edition in missing.items()]
            for printing in printings:
                printing.result()
        except BaseException:
            for process in active_children():  # nobody waits for them any more
                process.kill()
            raise


def _begin(folder):
    """Make a process to print in: WeasyPrint 70 leaves its fonts where temporary files go; Ctrl-C is for its parent."""
    end_with_parent()
    tempfile.tempdir = folder
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _print(edition, file):
    from macros.paper import pdf  # noqa: PLC0415

    pdf.print_pdf(edition.site, edition.page, file, edition.description, edition.attachment)


def _key(edition, layout):
    """Give the number of all that an edition's PDF is made from."""
    page = edition.site / edition.page / "index.html"
    pictures = lxml.html.fromstring(page.read_text("utf-8")).xpath("//img/@src")
    program = [*_PRINTER.glob("*.py"), Path(canvas.__file__), *FOLDER.iterdir()]
    content = [
        page.read_bytes(),
        *(file.read_bytes() for name in pictures if (file := page.parent / unquote(name)).is_file()),
        *(repr(astuple(part)).encode() for part in (edition.description, edition.attachment)),
        *(file.read_bytes() for file in sorted(program) if file.is_file()),
        *(version(name).encode() for name in ("weasyprint", "pydyf", "fonttools", "pikepdf", "segno")),
        layout,
    ]
    return kept.key("pdf", *content)


def page_count(file: Path, root: Path) -> int:
    """Give how many pages a PDF has."""

    def count():
        import pikepdf  # noqa: PLC0415

        with pikepdf.open(file) as document:
            return b"%d" % len(document.pages)

    return int(kept.made(root, kept.own_key("pages", file.read_bytes()), count))
