"""A page's Markdown as HTML, with values, tables and charts in the place of their calls. No engine is needed for it.

A page is never evaluated: its words are written by `markdown`, and each call in it is answered here.
"""

from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any
from urllib.parse import unquote, urlsplit

from macros.html.illustrate import illustrate
from macros.html.markdown import UnsafeAddress, Writer
from macros.html.notes import corrected, notes, notice, status
from macros.html.render import Renderer
from macros.html.share import share
from macros.html.table import table, typed_table
from macros.html.wording import Words
from macros.pages.address import address, led_to, way
from macros.pages.calls import Call
from macros.pages.page import Page, size_of
from macros.pages.scan import scan
from macros.show.outline import typed_tables
from macros.words.problems import Problems


@dataclass(frozen=True)
class Content:
    """What a page says: its HTML, and its headings, one in another, as Python-Markdown tells of them (`toc_tokens`)."""

    html: str
    headings: list[Any]


class PageMaker:
    """Makes the content of the pages of a book, in the language of its `Renderer`."""

    def __init__(self, renderer: Renderer) -> None:
        """Take the renderer of what pages call for."""
        self.renderer = renderer
        self._words = Words(renderer.site, renderer.language)
        self._to_heading = renderer.site.words.labels.link_to_heading.in_(renderer.language)

    def content(self, page: Page, answers: dict[str, str] | None = None) -> Content:
        """Give the `Content` of a page.

        `answers` are what stands for its calls, as far as that is known; what is found out is added. Raises KeyError
        for what it calls for and is not there, `Problems` for an address that may not be shown.
        """
        renderer = self.renderer.at(address(page.path))
        answers = {} if answers is None else answers

        def answer(call, linked):
            asked = repr((call.macro, call.arguments, linked))
            if asked not in answers:
                answers[asked] = answered(renderer, page, call, linked)
            return answers[asked]

        scanned, tables = scan(page.body), iter(typed_tables(page))
        writer = Writer(
            self._words,
            answer,
            scanned.kept,
            address=partial(_address, page.path),
            table=lambda typed: typed_table(renderer, typed, page.year, next(tables)[1]),
            size=partial(size_of, page),
            to_heading=self._to_heading,
            beside_title=status(renderer, page.year),
            beside_link=partial(_status_of_year, renderer, page),
            below_title=notice(renderer, page) + corrected(renderer, page),
            below_section=partial(notes, renderer, page),
        )
        try:
            html = writer.write(scanned.tokens)
        except UnsafeAddress:
            raise Problems([_unfit(page)]) from None
        year = page.year if page.year in renderer.site.years else None
        shared = share(renderer, year, _title(renderer, page) if year else "")
        return Content(html + shared, _nested(writer.headings))


def _title(renderer, page):
    """Give the title of a page as HTML; the front page of a year stands for all of it."""
    return "" if address(page.path) == f"{page.year}/" else escape(renderer.title(page.path, renderer.language))


def answered(renderer: Renderer, page: Page, call: Call, linked: bool) -> str:
    """Give the HTML that stands for a call on a page; `linked` lets a number in a sentence be a link."""
    said = dict(call.arguments)
    year = renderer.book.year_of(call, page.year if page.year in renderer.site.years else None)
    if call.macro == "literal":
        return renderer.literal(said["words"], said["reason"])
    name = said["name"]
    match call.macro:
        case "value":
            return renderer.value(name, said.get("noun"), year, linked=linked)
        case "claim":
            return renderer.claim(name, year, linked=linked)
        case "list":
            return renderer.listed(name, year, linked=linked)
    return {"table": table, "figure": illustrate}[call.macro](renderer, name, year)


def _status_of_year(renderer, page, typed):
    """Give the mark behind a link that leads to the front page of another year."""
    target = led_to(page.path, unquote(urlsplit(typed).path))
    year, _, name = target.partition("/")
    return status(renderer, year) if name == "index.md" and year != page.year else ""


def _nested(headings):
    """Give the headings of a page with those of a lower level inside those above them."""
    top: list[dict[str, Any]] = []
    around: list[dict[str, Any]] = []
    for heading in headings:
        while around and around[-1]["level"] >= heading["level"]:
            around.pop()
        (around[-1]["children"] if around else top).append(heading)
        around.append(heading)
    return top


def _unfit(page):
    lv = "Lapā ir saite vai attēls ar neatļautu adresi; saite sākas ar https:// vai ved uz lapu, attēls ir fails."
    en = (
        "A link or picture here has an address that is not allowed; a link starts with https:// or leads to a page, an "
    )
    return page.problem(0, lv, f"{en}picture is a file beside the page.")


def _address(path, typed):
    """Give the address of what a page at `path` links to: that of another page instead of that of its file."""
    parts = urlsplit(typed)
    if parts.scheme or parts.netloc or not parts.path or typed.startswith("/"):
        return typed
    target = led_to(path, unquote(parts.path))
    there = address(target) if target.endswith(".md") else target
    return parts._replace(path=way(address(path), there)).geturl()
