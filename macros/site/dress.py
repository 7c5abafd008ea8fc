"""What the theme is told: of a page, and of the whole site. The engine that lays it out is not known here."""

import html
import re
from collections.abc import Callable
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from macros.data.schema import Site
from macros.datasets.linked import linked_data, linked_data_of
from macros.html.card import Card, card, card_of_page
from macros.html.palette import BRAND
from macros.html.pictures import HEIGHT, WIDTH
from macros.html.policy import ON_PAGES
from macros.html.render import Renderer
from macros.html.wording import inert
from macros.pages.address import FEED, PREVIEW, address
from macros.report.book import Book
from macros.show.joined import repeats, stands_aside
from macros.show.tables.corrected import CORRECTIONS
from macros.show.tables.doubted import DISCREPANCIES
from macros.words.language import school_year

_YEARS = re.compile(r"\b(\d{4})/(\d{4})\b")
LAST = 0.2
"""How much a page counts in the search that is to come after the others."""
EARLIER = 0.95
"""How much a page counts of what the same page of the year after it does."""
RANKS = {"glossary": 2, DISCREPANCIES: LAST, CORRECTIONS: LAST}
"""How much pages count that do not count 1: who types an abbreviation first wants to know what it means."""


def of_site(renderer: Renderer) -> dict[str, Any]:
    """Give what the templates of theme/ show of the report, on each page."""
    site, language = renderer.site, renderer.language
    return {
        "words": {key: html.escape(text.in_(language)) for key, text in site.words.labels},
        "centre": {key: renderer.value(f"centre.{key}") for key in ("name", "short_name")},
        "website": site.centre.website,
        "preview_size": (WIDTH, HEIGHT),
        "feed": FEED,
        "theme_color": BRAND,
        "policy": ON_PAGES,
    }


def of_years(renderer: Renderer) -> dict[str, Any]:
    """Give what they show besides where no page is at hand: the latest year's picture, JSON-LD, years to pass over."""
    site = renderer.site
    preview = _preview(f"{site.latest}/", card(renderer.book, renderer.language, site.latest))
    linked = linked_data_of(renderer, (), None)
    return {"preview": preview, "preparing": sorted(site.preparing), "linked_data": linked}


def of_page(renderer: Renderer, path: str) -> dict[str, Any]:
    """Give what they show of a page: its title, its year's and its description as HTML, its picture, and more."""
    book, year = renderer.book, renderer.site.year_of(path)
    page = book.page(renderer.language, path)
    words = (page.front_matter or {}) if page else {}
    said = {key: html.escape(inert(value)) for key, value in words.items()}
    said["title"] = title(book, renderer.language, path)
    said["year"] = title(book, renderer.language, f"{year}/index.md") if year and not is_index(path) else ""
    if own := card_of_page(book, renderer.language, path):
        preview = _preview(address(path), own)
    else:
        preview = _preview(f"{year or book.site.latest}/", card(book, renderer.language, year or book.site.latest))
    preparing, linked = year in book.site.preparing, linked_data(renderer, path)
    draft = year is not None and book.site.years[year].report.status == "draft"
    return {**said, "preview": preview, "preparing": preparing, "draft": draft, "linked_data": linked}


def title(book: Book, language: str, path: str) -> str:
    """Give the title of a page as HTML, in which nothing is for a template to run, whatever it says."""
    page = book.page(language, path)
    said = html.escape(inert(page.front_matter.get("title", path))) if page and page.front_matter else path
    marked = is_index(path) and book.site.year_of(path) in book.site.preparing
    return said + mark(book.site, language) if marked else said


def _preview(folder: str, of: Card) -> dict[str, str]:
    return {"address": f"{folder}{PREVIEW}", "alt": html.escape(of.alt)}


def is_index(path: str) -> bool:
    """Say whether a page is the first of its folder."""
    return PurePosixPath(path).name == "index.md"


def mark(site: Site, language: str) -> str:
    """Give what stands behind the name of a year that is being prepared, in menus and titles."""
    return f" – {html.escape(site.words.labels.status_preparing.in_(language))}"


def titled(nav: Any, site: Site, language: str) -> Any:
    """Give a list of pages whose titles write school years as the language does; all languages share the list.

    Pages that stand together below a heading of the form, which has no page of its own, are a list below its name, and
    so are those that join all there is of a criterion.
    """
    if isinstance(nav, list):
        found: list[Any] = []
        for name, pages in groupby(nav, key=lambda one: part_of(site, one, language)):
            own = [titled(one, site, language) for one in pages]
            found += own if name is None else [{name: own}]
        return found
    if not isinstance(nav, dict):
        return nav
    return {
        _YEARS.sub(lambda years: school_year("-".join(years.groups()), language), str(title)): titled(
            pages, site, language
        )
        for title, pages in nav.items()
    }


def part_of(site: Site, path: Any, language: str) -> str | None:
    """Give what menus call what a page stands in together with others, as HTML, or None."""
    if isinstance(path, str) and stands_aside(path):
        return html.escape(site.words.labels.said("criterion_overviews", language))
    year = site.year_of(path) if isinstance(path, str) else None
    form = site.form(year)
    part = form.part_of(PurePosixPath(path).name) if form else None
    return html.escape(inert(part.menu.in_(language))) if part else None


def belongs(site: Site, path: str | None) -> Callable[[str], bool]:
    """Give what says whether a page stands in the menu of the page at `path`, or of one that is not there.

    Those of its own year do, or of the latest where it is of none, and those of no year: what comes with another year
    changes no page of this one.
    """
    own = (path and site.year_of(path)) or site.latest
    return lambda other: site.year_of(other) in (None, own)


def in_search(site: Site, path: str) -> dict[str, float]:
    """Give what Material's search makes of the page at `path`: nothing, or how much it counts.

    It passes over a year that is being prepared, and over pages that repeat what others tell, so that it finds that
    where it is told of. It puts pages of other years than the one that leads after those of that, the latest first, as
    it does with pages that tell of the data.
    """
    page = PurePosixPath(path)
    if repeats(path) or site.year_of(path) in site.preparing:
        return {"exclude": True}
    others = sorted(site.years.keys() - {site.latest}, reverse=True)
    if str(page.parent) not in others:
        return {"boost": RANKS.get(page.stem, 1)}
    return {"boost": round(LAST * EARLIER ** (others.index(str(page.parent)) + 1), 4)}


def unfilled(book: Book, path: str) -> list[str]:
    """Give the addresses of the headings of a page below which the centre has all still to fill in, in Latvian.

    What the search finds there comes after the others.
    """
    page = book.page("lv", path)
    lines = {line for line, _words in page.to_fill_in} if page else set()
    sections = page.blocks.sections if page and lines else ()
    return [
        heading.id
        for heading, *blocks in sections
        if heading.kind == "heading"
        and heading.id
        and blocks
        and all(lines & {*range(block.first, block.last + 1)} for block in blocks)
    ]


def year_in_search(site: Site, path: str, language: str) -> str:
    """Give what follows the title of a page in the search, so that pages of several years can be told apart."""
    year = site.year_of(path)
    return f" – {school_year(year, language)}" if year and year != site.latest else ""
