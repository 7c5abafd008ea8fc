"""What the report says about itself: that a page has yet to be gone through, that figures are known to disagree."""

from macros.html.render import Renderer, row_id
from macros.html.templates import fill, ours
from macros.html.wording import plain_words
from macros.report.carried import to_review
from macros.show.outline import DISCREPANCIES


def notice(renderer: Renderer, path: str, address: str) -> str:
    """Give the HTML that says that the page at `path` has yet to be gone through, or empty where it need not be.

    A translation that is under review leads to its Latvian at `address`.
    """
    book, language = renderer.book, renderer.language
    page = book.page(language, path)
    if page and to_review(book, page):
        return fill("notice.html", label=ours(renderer.label("page_carried")), title="")
    if language == "lv" or path not in book.translation.under_review:
        return ""
    label = ours(renderer.label("page_under_review"))
    return fill("notice.html", label=label, title=renderer.title(path, "lv"), address=address)


def note(renderer: Renderer, name: str, year: str | None = None) -> str:
    """Give the HTML of the note on a known discrepancy, with a link to it on the page that lists all of them.

    Raises KeyError where there is none.
    """
    year = year or renderer.site.latest
    record = renderer.site.years[year].discrepancies[name]
    return fill(
        "note.html",
        label=ours(renderer.label("discrepancy")),
        address=f"{renderer.address(f'{year}/{DISCREPANCIES}/')}#{row_id(name)}",
        title=plain_words(renderer.inline(record.title, year, linked=False)),
        note=ours(renderer.inline(record.note, year)),
    )
