"""Rules about links: what they lead to is there, and pages of our own are named by their files."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from macros.check.form import pages_of_the_form
from macros.pages.address import address, language_folder, led_to
from macros.report.book import Book
from macros.words.problems import Problem, closest, suggested


def links_lead_somewhere(book: Book) -> Iterator[Problem]:
    """Each link within the site leads to a page that exists and, after #, to a heading on it.

    A page that is to be made, as the other language has it or the form asks for it, is told of once, by itself.
    """
    to_make = pages_of_the_form(book) | {page.path for page in book.whole.pages}
    for page in book.pages:
        for line, link in page.links:
            target, _, place = link.partition("#")
            path = led_to(page.path, target) if target else page.path
            other = book.page(page.language, path)
            if target and not target.endswith(".md"):
                lv, en = _meant(book, page, target, path)
                yield page.problem(
                    line,
                    f"Saite “{link}” neved uz lapu.{lv} Rakstiet lapas faila nosaukumu, piemēram, ../about.md, vai "
                    "adresi https://….",
                    f"The link “{link}” leads to no page.{en} Write the name of the page’s file, such as ../about.md, "
                    "or https://….",
                )
            elif other is None and (path in to_make or f"docs/{page.language}/{path}" in book.unreadable):
                continue
            elif other is None:
                lv, en = _meant(book, page, target, path)
                yield page.problem(
                    line,
                    f"Lapas “{path}”, uz kuru ved saite “{link}”, nav.{lv} Izlabojiet saiti.",
                    f"There is no page “{path}”, to which the link “{link}” leads.{en} Correct the link.",
                )
            elif place and place not in {heading.id for heading in other.headings}:
                lv, en = _heading(other, place)
                yield page.problem(
                    line,
                    f"Lapā “{path}” nav virsraksta ar adresi #{place}.{lv} Izlabojiet saiti.",
                    f"The page “{path}” has no heading with the address #{place}.{en} Correct the link.",
                )


def _heading(page, place):
    """Give the suggestion of the heading of a page that is most like a place, else which headings there are.

    A place may be typed after the words of the heading, or be what GitHub makes of all that stands in its line.
    """
    headings = [heading for heading in page.headings if heading.id]
    ids = {f"{heading.text} {heading.id}".lower(): heading.id for heading in headings}
    ids |= {heading.text.lower(): heading.id for heading in headings} | {one.id: one.id for one in headings}
    if close := closest(unquote(place), ids):
        return suggested(f"#{ids[close]}")
    there = ", ".join(f"#{heading.id}" for heading in headings)
    return (f" Tajā ir: {there}.", f" It has: {there}.") if there else ("", "")


def _meant(book, page, target, path):
    """Give the suggestion of a link to the page in the same folder whose name is most like the one that is missing."""
    folder = posixpath.dirname(path)
    paths = [posixpath.split(one.path) for one in book.whole.pages if one.language == page.language]
    names = (name.removesuffix(".md") for beside, name in paths if beside == folder)
    close = closest(posixpath.basename(path).removesuffix(".md"), names)
    return suggested(close and posixpath.join(posixpath.dirname(target.rstrip("/")), f"{close}.md"))


def links_name_files_of_pages(book: Book) -> Iterator[Problem]:
    """A link to a page of a year names its file, not its address on the web, which is another where the site moves.

    Of pages of no year it is not known whether such an address, as `about/`, is that of another site.
    """
    own = {
        f"/{language_folder(page.language)}{address(page.path)}": page.path for page in book.whole.pages if page.year
    }
    for page in book.pages:
        for link in page.blocks.links:
            if not link.target.startswith(("https://", "http://")):
                continue
            led = urlsplit(link.target)
            parts = f"{unquote(led.path).rstrip('/')}/".split("/")
            path = next((own[end] for at in range(len(parts)) if (end := f"/{'/'.join(parts[at:])}") in own), None)
            if path is None:
                continue
            file = posixpath.relpath(path, posixpath.dirname(page.path) or ".")
            write = f"{file}#{led.fragment}" if led.fragment else file
            yield page.problem(
                link.line,
                f"Saite “{link.target}” ved uz šī paša ziņojuma lapu. Rakstiet lapas failu: “{write}”.",
                f"The link “{link.target}” leads to a page of this very report. Write the page’s file: “{write}”.",
                "todo",
            )
