"""What of a project the pages and the judgement of a year look at: the rest may change without them.

That is the data of the year, of those before it, and of no year; and of all else only what there is. But what calls for
another year looks at all data, and what is called for from elsewhere looks at what calls for it.
"""

import re
from urllib.parse import unquote

from macros import kept
from macros.pages.page import Page
from macros.report.book import Book
from macros.report.once import once_per_book, once_per_data

_OF_A_YEAR = re.compile(r"year\s*=|\\[xuU]")
"""What stands in a call for another year, however it is typed; YAML may hide any letter behind a number."""
_OF_ANOTHER = re.compile(r"(?:^|/)20")
"""What stands in the address of a page of another year."""


def calls_for_a_year(page: Page) -> bool:
    """Say whether a page calls for data of a year that it names."""
    return any(call.get("year") for call in page.calls)


def looks_elsewhere(page: Page) -> bool:
    """Say whether a page calls for another year, or leads to it."""
    return calls_for_a_year(page) or any(_OF_ANOTHER.search(unquote(to)) for _line, to in page.links)


def pages_of(book: Book, year: str | None) -> list[Page]:
    """Give the pages of a year, those of none, and those that call for it; all where there is no year."""
    return _pages(book)[year] if year in _pages(book) else list(book.whole.pages)


@once_per_book
def _pages(book: Book) -> dict[str, list[Page]]:
    everywhere = {page.file for page in book.pages if page.year is None or calls_for_a_year(page)}
    return {
        year: [page for page in book.pages if page.year == year or page.file in everywhere] for year in book.site.years
    }


@once_per_book
def without_words(book: Book) -> dict[str, Page]:
    """Give what each page is known by elsewhere: file → the page without its words."""
    return {page.file: page.without_words() for page in book.pages}


@once_per_data
def data_of(book: Book, year: str | None) -> str | None:
    """Give the key of the data that is looked at from a year, or of all."""
    years = years_of(book, year)
    return kept.key(*(key for own, key, calls in _data(book) if own is None or own in years or calls))


@once_per_data
def years_of(book: Book, year: str | None) -> tuple[str, ...]:
    """Give the years whose data are looked at from a year: it and those before it; all where these call for a year."""
    earlier = tuple(one for one in book.site.years if year is None or one <= year)
    calls = any(calls for own, _key, calls in _data(book) if own is None or own in earlier)
    return tuple(book.site.years) if calls else earlier


@once_per_data
def data_of_no_year(book: Book) -> str | None:
    """Give the key of the data that all years share."""
    return kept.key(*(key for own, key, _calls in _data(book) if own is None))


@once_per_data
def _data(book: Book) -> list[tuple[str | None, str | None, bool]]:
    """Give of each file of data its year, its hash, and whether it calls for a year."""
    sources = book.loaded.sources.items()
    return [(book.site.year_of(name), kept.key(name, text), bool(_OF_A_YEAR.search(text))) for name, text in sources]


@once_per_book
def known(book: Book) -> str:
    """Give what is known everywhere: the years and how they stand, which pages there are, which names stay Latvian."""
    site = book.site
    pages = [(page.file, page.broken) for page in book.pages]
    return repr((site.latest, sorted(site.preparing), [*site.years], site.latvian_names, pages, book.nav))
