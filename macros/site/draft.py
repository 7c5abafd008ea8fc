"""One language of the site, whose pages are made one by one, from a book that may have mistakes in it.

For `serve` and `review`; what is published never comes from here but from `build`.
"""

from functools import cached_property
from pathlib import Path
from typing import Unpack

from macros.html.pictures import icons
from macros.html.render import Renderer
from macros.pages.address import address, language_folder
from macros.report.book import Book
from macros.site.assets import assets
from macros.site.language import Language, NotBuilt, Options
from macros.site.outputs import forwards, write
from macros.words.problems import Problem

FAILURES = (Exception, SystemExit)
"""MkDocs ends the program where its configuration is wrong."""


class Draft:
    """A language of the site; `pages` has the page by its file in the built site, such as `about/index.html`."""

    def __init__(self, book: Book, root: Path, language: str, folder: Path, **options: Unpack[Options]) -> None:
        """Make ready to write into `folder`, which is that of the Latvian site."""
        self._book, self._root, self._language = book, root, language
        options["lenient"] = True
        self._made = Language(book, root, language, **options)
        self.folder = folder / language_folder(language)
        self.pages = {f"{address(page.path)}index.html": page for page in book.pages if page.language == language}
        self.made: set[str] = set()
        self._whole: set[str] | None = None

    def make(self, name: str) -> None:
        """Write the page whose file in the built site is `name`, unless it is written."""
        if name not in self.made:
            self._write(name, self._made.page(self.pages[name]))
            self.made.add(name)

    def copy(self, name: str) -> bool:
        """Write the file `name`, if it is one of those that `copied` gives; say whether it is."""
        content = self.copied(name)
        if content is not None:
            self._write(name, content)
        return content is not None

    def make_whole(self) -> set[str]:
        """Write all there is, once, and give the paths: what only a whole site has, such as its search, is among it."""
        if self._whole is None:
            paths = set()
            for path, made in self._made.files():
                self._write(path, made)
                paths.add(path)
            self._whole = paths
        return self._whole

    def _write(self, name, content):
        """Write what is not there; whoever is reading what was there reads it to its end."""
        file = self.folder / name
        if not file.is_file() or file.read_bytes() != content:
            write([(f"{name}.new", content)], self.folder)
            file.with_name(f"{file.name}.new").replace(file)

    @cached_property
    def _shared(self):
        return assets(self._root)

    def copied(self, name: str) -> bytes | None:
        """Give what is published at a path as it stands in a file, or nearly so; None where that is not all of it."""
        if name in self._shared:
            return self._shared[name]
        for page in self.pages.values():
            if (shown := page.files.get(name)) and not shown.fault:
                return shown.published
        renderer = Renderer(self._book, self._language)
        return (forwards(renderer) | icons(renderer)).get(name)


def failed(file: str, failure: BaseException | str) -> Problem:
    """Give the problem that a file of the project, or what MkDocs makes of it, kept pages from being made."""
    heard = str(failure).partition("\n")[0] if isinstance(failure, NotBuilt) else ""
    words = heard or f"{type(failure).__name__}: {failure}"
    lv = f"Vietni neizdevās izveidot; atceliet šeit pēdējo labojumu un mēģiniet vēlreiz ({words})."
    en = f"The site could not be made; undo the last edit here and try again ({words})."
    return Problem(file, 0, lv, en)
