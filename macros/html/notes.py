"""What the report says about itself: what has yet to be gone through, what was corrected, which figures disagree."""

from pathlib import PurePosixPath

from macros.html.render import Renderer, id_of
from macros.html.templates import fill, ours
from macros.html.wording import plain_words
from macros.pages.page import Page
from macros.report.carried import to_review
from macros.report.rules import known
from macros.report.tables import tables
from macros.show.tables.corrected import CORRECTIONS
from macros.show.tables.doubted import DISCREPANCIES
from macros.words.language import date


def notice(renderer: Renderer, page: Page) -> str:
    """Give the HTML that says that the page at hand has yet to be gone through, or empty where it need not be.

    A translation that is under review leads to its Latvian.
    """
    book = renderer.book
    if to_review(book, page):
        return fill("notice.html", label=ours(renderer.label("page_carried")), title="")
    if renderer.language == "lv" or not book.is_under_review(page.path, page.year):
        return ""
    label, latvian = ours(renderer.label("page_under_review")), renderer.shared(renderer.here)
    return fill("notice.html", label=label, title=renderer.title(page.path, "lv"), address=latvian)


def corrected(renderer: Renderer, page: Page) -> str:
    """Give the HTML that says which corrections a page has had, each with a link to its record; a front page has all.

    It is empty where there were none.
    """
    year = page.year
    if year not in renderer.site.years:
        return ""
    front, named = page.path == f"{year}/index.md", PurePosixPath(page.path).stem
    first = id_of("row", tables(renderer.site, year)[CORRECTIONS].id or "")
    rows = f"{renderer.address(f'{year}/{CORRECTIONS}/')}#{first}"
    made = [
        {
            "words": renderer.label("correction", number=number, date=date(one.date, renderer.language)),
            "address": f"{rows}-{number}",
        }
        for number, one in renderer.site.years[year].corrections.items()
        if front or one.page == named
    ]
    label = ours(renderer.label("corrected"))
    return fill("corrected.html", label=label, corrections=made) if made else ""


def status(renderer: Renderer, year: str | None) -> str:
    """Give the HTML of the mark of a year that is being prepared, or empty where it is not."""
    if year not in renderer.site.preparing:
        return ""
    return fill("status.html", label=ours(renderer.label("status_preparing")))


def notes(renderer: Renderer, page: Page, section: str, first: bool) -> str:
    """Give the HTML of the notes that records of discrepancies have for a section of a page.

    A record that names only the page has its note in the `first` one. Where the data agree by now there is none.
    """
    book, year = renderer.book, page.year
    if year not in book.site.years:
        return ""
    here = {f"{page.name}#{section}", *([page.name] if first else [])}
    return "\n".join(
        _note(renderer, year, key, record)
        for key, record in book.site.years[year].discrepancies.items()
        if here & {*record.shown} and known(record, book.broken_rules[year])
    )


def _note(renderer, year, key, record):
    """Give the HTML of a note, with a link to it on the page that lists all of them."""
    return fill(
        "note.html",
        label=ours(renderer.label("discrepancy")),
        address=f"{renderer.address(f'{year}/{DISCREPANCIES}/')}#{id_of('row', key)}",
        title=plain_words(renderer.inline(record.title, year, linked=False)),
        note=ours(renderer.inline(record.note, year)),
        answered=ours(renderer.label("answered")),
        answer=ours(renderer.inline(record.answer, year)) if record.answer else "",
    )
