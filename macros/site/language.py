"""The files of one language of the site, each taken from the store where nothing that it is made from has changed.

A page is its content (`html.page`) in a frame (`frames`). MkDocs and Material are loaded only for a frame, or a part of
the index of the search, that is not there.
"""

import json
import os
import posixpath
import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from macros import kept
from macros.html.found import NotFound
from macros.html.page import Content, PageMaker
from macros.html.render import Renderer
from macros.pages.address import address
from macros.pages.nav import NAV
from macros.pages.page import Page
from macros.report.book import Book
from macros.report.carried import to_review
from macros.report.looked_at import calls_for_a_year, data_of, data_of_no_year, known, pages_of, years_of
from macros.show.outline import typed_tables
from macros.site.dress import (
    belongs,
    in_search,
    is_index,
    of_page,
    of_site,
    of_years,
    part_of,
    title,
    unfilled,
    year_in_search,
)
from macros.site.outputs import outputs_of_all_years, outputs_of_year, years_with_pages
from macros.site.search import INDEX, as_json, entries, lowered, worker_from_index
from macros.state import state

if TYPE_CHECKING:  # it takes its time
    from macros.site.frames import Frames

SETTINGS = {"lv": NAV, "en": "mkdocs.en.yml"}
"""The files that MkDocs is told what to build by."""
_FOR_SEARCH = re.compile(r' data-search-\w+="[^"]+"')
_PLACES = {True: '<h1 class="content">', False: '<p class="content">'}
"""What stands for the content in a frame: Material adds a heading where it finds none. Nothing typed can look so."""


class NotBuilt(Exception):  # noqa: N818 – the name says what is wrong
    """A language could not be built; the message is why."""


class Options(TypedDict, total=False):
    """What is otherwise than the site has it."""

    site_url: str
    """The address of the site, where it is not that of the settings."""
    reasons: bool
    """Whether words that are literal are marked with the reason."""
    lenient: bool
    """Whether MkDocs may complain, and gives what it can."""


class Language:
    """A language of the site, made of the book of the project at `root`."""

    def __init__(self, book: Book, root: Path, language: str, date: str = "", **options: Unpack[Options]) -> None:
        """Take a book, the project that it was read from, and what is otherwise than the site has it.

        The `date`, in seconds since 1970, is that of the list of pages for search engines; pages bear none.
        """
        self.root, self._date = root, date or os.environ.get("SOURCE_DATE_EPOCH")
        self.pages = sorted(book.in_order(language), key=lambda page: _place(page.path))
        self._book, self._language, self._options = book, language, options
        self._words = Renderer(book, language, site_url="/")  # where the site stands is told by its settings
        self._keys: dict[str | None, str | None] = {}
        self._keys_of_pages: dict[str, str | None] = {}
        self._contents: dict[str, Content] = {}
        self._of_stale: dict[str | None, list[str]] = {}
        self._look = state(root, language, repr(options), of=("theme",))

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the content of each file but those that all languages share: see `assets`."""
        others = kept.files_made(self.root, self._key_of_others, self._by_engine(lambda: self._frames.others()))  # noqa: PLW0108 – not before it is asked for
        index = json.loads(others[INDEX]) | {"worker": worker_from_index(self._words)}
        for page in self.pages:
            yield f"{address(page.path)}index.html", self.page(page)
            index["docs"] += self._entries(page)
        yield from (others | {INDEX: as_json(index).encode()}).items()
        for year in years_with_pages(self._book):
            key = kept.key("outputs", year, self._data_up_to(year))
            yield from kept.files_made(self.root, key, partial(self._outputs_of_year, year)).items()
        shown = (part for page in self.pages for path, file in page.files.items() for part in (path, file.published))
        key = kept.key("outputs", self._data_up_to(None), *shown)
        yield from kept.files_made(self.root, key, lambda: outputs_of_all_years(self._renderer)).items()

    def _outputs_of_year(self, year):
        return outputs_of_year(self._renderer, year)

    @cached_property
    def _key_of_others(self):
        return self._made_from("others", self._date, of_years(self._words), self._menu)

    @property
    def needs_engine(self) -> bool:
        """Whether MkDocs and Material will be asked for all there is to be framed."""
        return kept.take(self.root, self._key_of_others) is None

    def page(self, page: Page) -> bytes:
        """Give one of its pages. Raises KeyError for what that calls for and is not there, and as `files` does."""
        return kept.made(self.root, kept.key("page", self._told, self._key_of(page)), lambda: self._framed(page))

    def _entries(self, page):
        """Give what the index of the search has of a page."""
        counts, of = in_search(self._book.site, page.path), year_in_search(self._book.site, page.path, self._language)
        if "exclude" in counts:
            return []

        def make():
            content = self._content(page)
            about = address(page.path), title(self._book, self._language, page.path), content, counts, of
            key = kept.own_key("entries", _as_json([*about[:2], vars(content), counts, of]))
            return kept.made(self.root, key, lambda: _as_json(entries(*about)).encode())

        made = kept.made(self.root, kept.key("entries", _as_json([counts, of]), self._key_of(page)), make)
        return lowered(json.loads(made), unfilled(self._book, page.path))

    def _key_of(self, page):
        """Give the key of all that a page is made from, but for what all pages have round them."""
        if page.path not in self._keys_of_pages:
            stale = f"docs/{page.path}" in self._stale(self._book.site.year_of(page.path))
            typed = [page.path, page.front_matter, page.body, page.first_line, stale, to_review(self._book, page)]
            files = [(path, None if file.fault else file.published) for path, file in sorted(page.files.items())]
            self._keys_of_pages[page.path] = kept.key(self._data_of(page), _as_json(typed), repr(files))
        return self._keys_of_pages[page.path]

    def _data_of(self, page):
        """Give the key of the data that a page looks at."""
        return self._data_up_to(None if calls_for_a_year(page) else page.year)

    def _content(self, page):
        """Give the content of a page, which is made once; what answers its calls stays when its words change."""
        if page.path not in self._contents:
            key = kept.key("answers", self._data_of(page), page.path)
            known = json.loads(kept.take(self.root, key) or b"{}")
            answers = {**known}
            self._contents[page.path] = self._maker.content(page, answers)
            if answers != known:
                kept.keep(self.root, key, _as_json(answers).encode())
        return self._contents[page.path]

    def _framed(self, page):
        """Give a page as it is published: its content in its frame."""
        stands = belongs(self._book.site, page.path)
        menu = [entry for entry in self._menu if stands(entry[0])]
        content = self._content(page)

        def frame(place):
            key = self._made_from("frame", of_page(self._renderer, page.path), menu, page.path, content.headings, place)
            make = self._by_engine(lambda: self._frames.frame(page.path, content.headings, place).encode())
            return kept.made(self.root, key, make).decode()

        return in_frame(content, frame).encode()

    def _made_from(self, what, *parts):
        """Give the key of what is made with the theme."""
        return kept.key(what, self._look, self._told, _as_json(parts))

    def _data_up_to(self, year):
        """Give the key of what pages of a year look at: its data, those of all years and of earlier ones.

        Where something calls for another year, and where there is no year, it is that of all.
        """
        if year not in self._keys:
            years = (None, *years_of(self._book, year))
            stale = [name for one in years for name in self._stale(one) if not name.startswith("docs/")]
            outlines = [_outline(page) for page in pages_of(self._book, year)]
            others = _as_json([outlines, stale])
            self._keys[year] = kept.key(self._look, data_of(self._book, year), known(self._book), others)
        return self._keys[year]

    def _stale(self, year):
        """Give the names of the texts and pages of a year, or of none, of which the English has yet to follow."""
        if year not in self._of_stale:
            part = self._book.part(year)
            pages = [(page.file, page.front_matter, page.body) for page in part.pages]
            data = data_of(self._book, year) if year else data_of_no_year(self._book)
            key = kept.key("stale", self._look, data, repr((year, pages, part.entries)))

            def make():
                return _as_json([_named(source) for source, _entry in part.translation.stale]).encode()

            self._of_stale[year] = json.loads(kept.made(self.root, key, make))
        return self._of_stale[year]

    @cached_property
    def _told(self):
        return _as_json(of_site(self._words))

    @cached_property
    def _menu(self):
        site = self._book.site
        return [
            (path, title(self._book, self._language, path), part_of(site, path, self._language))
            for path in self._book.nav
        ]

    def _by_engine(self, make):
        """Give what makes something with MkDocs, which may not complain of anything, unless it is for a draft."""

        def strictly():
            from macros.site.frames import strictly  # noqa: PLC0415 – where all is there, nobody waits for it

            return strictly(make, strict=not self._options.get("lenient"))

        return strictly

    @cached_property
    def _config(self):
        from macros.site.frames import settings  # noqa: PLC0415

        return settings(self.root / SETTINGS[self._language], site_url=self._options.get("site_url"))

    @cached_property
    def _frames(self) -> "Frames":
        from macros.site.frames import Frames  # noqa: PLC0415

        return Frames(self._renderer, self._config)

    def _addresses(self):
        from macros.site.frames import addresses  # noqa: PLC0415

        return _as_json(addresses(self._config, self._language)).encode()

    @cached_property
    def _renderer(self) -> Renderer:
        make = self._by_engine(self._addresses)
        site_url, repository = json.loads(kept.made(self.root, kept.key("addresses", self._look), make))
        reasons = self._options.get("reasons", False)
        return Renderer(self._book, self._language, repository or None, reasons=reasons, site_url=site_url)

    @cached_property
    def _maker(self) -> PageMaker:
        return PageMaker(self._renderer)


def in_frame(content: Content, frame: Callable[[str], str]) -> str:
    """Give a page as it is published: its content in the frame that is made round what stands for it.

    Raises NotFound where the frame has no place for it.
    """
    place = _PLACES["<h1" in content.html]
    before, found, after = frame(place).partition(place)
    if not found:
        raise NotFound(f"the frame has no place for {content.html[:100]}")
    return f"{before}{_FOR_SEARCH.sub('', content.html)}{after}"


def _named(source):
    """Give the name of a page, or that of a text with what tells it from those that are called the same."""
    return source.name if source.name.startswith("docs/") else f"{source.name} {source.fingerprint}"


def _as_json(what: Any) -> str:
    return json.dumps(what, ensure_ascii=False)


def _place(path):
    """Give where MkDocs puts a page in the index of the search: by folders, and the first of its folder first."""
    folder, name = posixpath.split(path)
    return folder, not is_index(path), name


def _outline(page: Page) -> list[Any]:
    """Give what other pages know of a page: where it stands, what it is called, what it shows in which order."""
    shown = [(call.line, call.macro, call.arguments) for call in page.calls]
    shown += [(line, "typed", ()) for line, _name in typed_tables(page)]
    lines = sorted({line for line, *_call in shown})
    return [page.file, page.front_matter, sorted((lines.index(line), *call) for line, *call in shown)]
