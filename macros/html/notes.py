"""What the report says about itself: that a page has yet to be gone through, that figures are known to disagree."""

import html

from macros.html.markdown import plain_words
from macros.html.render import row_id
from macros.report.carried import to_review
from macros.show.outline import DISCREPANCIES


def notice(renderer, path, address):
    """Give the HTML that says that the page at `path` has yet to be gone through, or empty where it need not be.

    A translation that is under review leads to its Latvian at `address`.
    """
    book, language = renderer.book, renderer.language
    page = next(page for page in book.pages if (page.language, page.path) == (language, path))
    if to_review(book, page):
        return f'<p class="under-review">{renderer.label("page_carried")}</p>'
    if language == "lv" or path not in book.translation.under_review:
        return ""
    title = html.escape(renderer.title(path, "lv"))
    link = f'<a href="{html.escape(address)}" hreflang="lv" lang="lv">{title}</a>'
    return f'<p class="under-review">{renderer.label("page_under_review")} {link}</p>'


def note(renderer, name, year=None):
    """Give the HTML of the note on a known discrepancy, with a link to it on the page that lists all of them.

    Raises KeyError where there is none.
    """
    year = year or renderer.site.latest
    record = renderer.site.years[year].discrepancies[name]
    listed = html.escape(f"{renderer.address(f'{year}/{DISCREPANCIES}/')}#{row_id(name)}")
    title = html.escape(plain_words(renderer.inline(record.title, year, linked=False)))
    return (
        f'<div class="discrepancy" role="note"><p><strong>{renderer.label("discrepancy")}: '
        f'<a href="{listed}">{title}</a>.</strong> '
        f"{renderer.inline(record.note, year)}</p></div>"
    )
