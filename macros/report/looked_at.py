"""What of a project the pages and the judgement of a year look at: the rest may change without them.

That is the data of the year, of those before it, and of no year; and of all else only what there is. But what calls for
another year looks at all data, and what is called for from elsewhere looks at what calls for it.
"""

import re
from collections.abc import Iterator

from macros import kept
from macros.pages.page import Page
from macros.report.book import Book, once_per_book

_OF_A_YEAR = re.compile(r"\byear\s*=")
"""What stands in a call for another year, however it is typed."""
_OF_ANOTHER = "../20"
"""How links to pages of another year begin."""


def calls_for_a_year(text: str) -> bool:
    """Say whether something calls for data of a year that it names."""
    return _OF_A_YEAR.search(text) is not None


def looks_elsewhere(page: Page) -> bool:
    """Say whether a page calls for another year, or leads to it."""
    return calls_for_a_year(page.body) or any(target.startswith(_OF_ANOTHER) for _line, target in page.links)


def pages_of(book: Book, year: str | None) -> Iterator[Page]:
    """Yield the pages of a year, those of none, and those that call for it; all where there is no year."""
    return (page for page in book.pages if year is None or page.year in (None, year) or calls_for_a_year(page.body))


@once_per_book
def data_of(book: Book, year: str | None) -> str | None:
    """Give the key of the data that is looked at from a year, or of all."""
    files = _data(book)
    if any(calls for own, _key, calls in files if own == year):
        year = None
    counts = (key for own, key, calls in files if year is None or own is None or own <= year or calls)
    return kept.key(*counts)


@once_per_book
def data_of_no_year(book: Book) -> str | None:
    """Give the key of the data that all years share."""
    return kept.key(*(key for own, key, _calls in _data(book) if own is None))


@once_per_book
def _data(book: Book) -> list[tuple[str | None, str | None, bool]]:
    """Give of each file of data its year, its hash, and whether it calls for a year."""
    sources = book.loaded.sources.items()
    return [(book.site.year_of(name), kept.key(name, text), calls_for_a_year(text)) for name, text in sources]


@once_per_book
def known(book: Book) -> str:
    """Give what is known everywhere: the years and how they stand, which pages there are, which names stay Latvian."""
    site = book.site
    pages = [(page.file, page.broken) for page in book.pages]
    return repr((site.latest, sorted(site.preparing), [*site.years], site.latvian_names, pages, book.nav))
