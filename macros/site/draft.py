"""One language of the site, whose pages are made one by one, from a book that may have mistakes in it.

For `serve` and `review`; what is published never comes from here but from `build`.
"""

import html
import logging
from pathlib import Path
from typing import TypedDict, Unpack

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.utils import write_file

from macros.html.preview import icons
from macros.html.render import Renderer
from macros.pages.address import language_folder
from macros.report.book import Book
from macros.site.given import given
from macros.site.languages import SETTINGS, Listener
from macros.words.problems import Problem

HEARD: list[str] = []
"""What MkDocs has complained of, instead of writing it."""
Theme = dict[str, Environment]
"""Templates, by language of the site."""
FAILURES = (Exception, SystemExit)
"""MkDocs ends the program where its configuration is wrong, and mkdocs-macros where a page is."""
_listener = Listener(lambda record: HEARD.append(record.getMessage()))


class Options(TypedDict, total=False):
    """What a draft need not be told."""

    theme: Theme
    """Where the templates are kept for the next draft."""
    reasons: bool
    """Whether words that are literal are marked with the reason."""
    site_url: str
    """The address of the site, where it is not that of the settings."""


class Draft:
    """A language of the site; `pages` has MkDocs' page by its file in the built site, such as `about/index.html`.

    `static` are the files that are taken over as they are.
    """

    def __init__(self, book: Book, root: Path, language: str, folder: Path, **options: Unpack[Options]) -> None:
        """Make ready to write pages into `folder`, which is that of the Latvian site."""
        HEARD.clear()
        logging.getLogger("mkdocs").handlers, logging.getLogger("mkdocs").propagate = [_listener], False
        theme = options.get("theme", {})
        folder = folder / language_folder(language)
        file = str(root / SETTINGS[language])
        config = load_config(file, site_dir=str(folder), site_url=options.get("site_url"), hooks=[])
        config.plugins.on_startup(command="serve", dirty=False)
        with given(book, reasons=options.get("reasons", False)):
            config.plugins.on_config(config)
        files = get_files(config)
        set_exclusions(files, config)
        self.nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        for typed in list(files):
            own = root.resolve() / "docs" / language / typed.src_uri
            if own.resolve() != own:  # a link to somewhere on this machine, which the check refuses
                files.remove(typed)
        files.copy_static_files()
        if language not in theme:
            theme[language] = config.theme.get_env()
            shared = get_files(config)
            shared.add_files_from_theme(theme[language], config)
            shared.copy_static_files()
            for path, content in icons(Renderer(book, language)).items():
                (folder / path).write_bytes(content)
        titles = {
            page.path: html.escape(page.front_matter.get("title", page.path))
            for page in book.pages
            if page.language == language and page.front_matter
        }
        self._book, self._language = book, language
        self.config, self.files, self.templates, self.folder = config, files, theme[language], folder
        self.pages = {file.dest_uri: file.page for file in files.documentation_pages() if file.page}
        self.static = {file.dest_uri for file in files if not file.is_documentation_page()}
        for page in self.pages.values():  # menus have the titles of pages that are not made
            page.title = titles.get(page.file.src_uri, page.file.src_uri)
        self.made: set[str] = set()

    def make(self, name: str) -> None:
        """Write the page whose file in the built site is `name`, unless it is written."""
        if name in self.made:
            return
        HEARD.clear()
        page, plugins = self.pages[name], self.config.plugins
        page.read_source(self.config)
        page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=self.config, files=self.files)
        page.render(self.config, self.files)
        self._put_files(page.file.src_uri)
        page.active = True  # for menus
        try:
            context = get_context(self.nav, self.files.documentation_pages(), self.config, page)
            made = self.templates.get_template("main.html").render(context)
        finally:
            page.active = False
        write_file(made.encode(), page.file.abs_dest_path)
        self.made.add(name)

    def _put_files(self, path):
        """Write the pictures and PDFs of a page; those that the check refuses are not shown."""
        page = self._book.page(self._language, path)
        for name, file in page.files.items() if page else ():
            if not file.fault:
                target = self.folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.published)


def failed(file: str, failure: BaseException | str) -> Problem:
    """Give the problem that a file of the project kept pages from being made."""
    words = HEARD.pop() if HEARD else f"{type(failure).__name__}: {failure}"
    lv = f"Vietni neizdevās izveidot; atceliet šeit pēdējo labojumu un mēģiniet vēlreiz ({words})."
    en = f"The site could not be made; undo the last edit here and try again ({words})."
    return Problem(file, 0, lv, en)
