"""A page's Markdown as HTML, with values, tables and charts in the place of their calls. No engine is needed for it.

A page is never evaluated: `calls` takes it apart into words and calls, and each call is answered here.
"""

import posixpath
import re
from dataclasses import dataclass
from functools import partial
from html import escape, unescape
from typing import Any
from urllib.parse import unquote, urlsplit

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from macros.html.illustrate import illustrate
from macros.html.markdown import Fragments, extensions, inert
from macros.html.notes import note, notice
from macros.html.render import Renderer
from macros.html.table import table
from macros.pages.address import address, way
from macros.pages.calls import Call, split
from macros.pages.page import Page, size_of
from macros.words.problems import Problem, Problems

_HEADING = re.compile(r"^# .*$", re.MULTILINE)
_ADDRESSES = {"a": "href", "img": "src"}


@dataclass(frozen=True)
class Content:
    """What a page says: its HTML, and its headings as Python-Markdown tells of them (`toc_tokens`)."""

    html: str
    headings: list[dict[str, Any]]


class PageMaker:
    """Makes the content of the pages of a book, in the language of its `Renderer`."""

    def __init__(self, renderer: Renderer) -> None:
        """Take the renderer of what pages call for."""
        self.renderer = renderer
        self._fragments = Fragments()
        self._links = _Links()
        to_heading = renderer.site.words.labels.link_to_heading.in_(renderer.language)
        self._markdown = Markdown(
            extensions=[
                *("toc", "tables", "fenced_code", "admonition", "attr_list", "sane_lists"),
                *extensions(renderer.site, renderer.language, self._fragments),
                self._links,
            ],
            extension_configs={
                "tables": {"use_align_attribute": True},  # no style attributes in pages
                "toc": {"permalink": True, "permalink_title": to_heading},
            },
        )

    def content(self, page: Page) -> Content:
        """Give the `Content` of a page.

        Raises KeyError for what it calls for and is not there, `Problems` for an address that may not be shown.
        """
        renderer = self.renderer.at(address(page.path))
        self._fragments.clear()
        self._links.page = page
        pieces, _problems = split(page.body, page.file)
        filled = [
            self._fragments.keep(partial(_answered, renderer, piece, page)) if isinstance(piece, Call) else piece
            for piece in pieces
        ]
        body = _HEADING.sub(lambda heading: heading[0] + self._notice(renderer, page), "".join(filled), count=1)
        html = self._markdown.reset().convert(body)
        return Content(html, [_inert(heading) for heading in self._markdown.toc_tokens])

    def _notice(self, renderer, page):
        """Give what stands below a page's heading; its Latvian lies outside the folder of the language."""
        here = address(page.path)
        shown = notice(renderer, page.path, "../" * (here.count("/") + 1) + here)
        return f"\n\n{self._fragments.keep(shown)}\n" if shown else ""


def _answered(renderer, call, page, linked):
    """Give the HTML that stands for a call on a page; `linked` lets a number in a sentence be a link."""
    if call.macro == "literal":
        return renderer.literal(call.get("words"), call.get("reason"))
    year = call.get("year") or (page.year if page.year in renderer.site.years else None)
    if call.macro == "value":
        return renderer.value(call.get("name"), call.get("noun"), year, linked=linked)
    return {"table": table, "figure": illustrate, "note": note}[call.macro](renderer, call.get("name"), year)


def _inert(heading):
    """Give a heading for menus, which the theme's scripts take as HTML where they cut it off."""
    name = escape(inert(unescape(heading["name"])), quote=False)
    return {**heading, "name": name, "children": [_inert(child) for child in heading["children"]]}


def _unfit(page):
    lv = "Lapā ir saite vai attēls ar neatļautu adresi; saite sākas ar https:// vai ved uz lapu, attēls ir fails."
    en = "A link or image here has an address that is not allowed; a link starts with https:// or leads to a page, an "
    return Problem(page.file, 0, lv, f"{en}image is a file beside the page.")


class _Links(Extension):
    """Turns links to the files of pages, such as `../about.md`, into links to their addresses."""

    page: Page | None = None
    """The one at hand."""

    def extendMarkdown(self, md):  # noqa: N802 – the library's name
        """Run last, after all that looks at what a person typed."""
        md.treeprocessors.register(_Addresses(md, self), "addresses", 0)


class _Addresses(Treeprocessor):
    def __init__(self, md, links):
        super().__init__(md)
        self.links = links

    def run(self, root):
        for element in root.iter():
            key = _ADDRESSES.get(element.tag)
            if key and element.get(key) is None:  # `markdown.Safe` took it away, though no check saw it
                raise Problems([_unfit(self.links.page)])
            if element.tag == "img" and (size := size_of(self.links.page, element.get("src"))):
                element.set("width", str(size[0]))
                element.set("height", str(size[1]))
            if key:
                element.set(key, self._address(element.get(key)))

    def _address(self, typed):
        parts = urlsplit(typed)
        if parts.scheme or parts.netloc or not parts.path or typed.startswith("/"):
            return typed
        path = self.links.page.path
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        there = address(target) if target.endswith(".md") else target
        return parts._replace(path=way(address(path), there)).geturl()
