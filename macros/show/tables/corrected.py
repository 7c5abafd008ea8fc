"""What is said of a figure that has been corrected since publication."""

from functools import partial

from macros.report.book import Book
from macros.report.corrected import corrected
from macros.report.tables import tables
from macros.show.tables.shape import Content, SiteLink, Stack, filled, label
from macros.words.language import date

CORRECTIONS = "corrections"
"""The page of a year that lists what was corrected after publication, and the table on it."""


def links(book: Book, year: str, name: str) -> tuple[SiteLink, ...]:
    """Give the way to each correction of a figure, or of one that it is calculated from: what was, and what is now."""
    return tuple(_link(book, year, number) for number in corrected(book, year).get(name, ()))


def with_corrections(book: Book, year: str, name: str, content: Content) -> Content:
    """Give what shows a figure of a year, with its corrections below it if there are any."""
    found = links(book, year, name)
    return Stack((content, *found)) if found else content


def _link(book, year, number) -> SiteLink:
    day = book.site.years[year].corrections[number].date
    words = filled(label(book, "figure_corrected"), number=number, date=partial(date, day))
    row = f"{tables(book.site, year)[CORRECTIONS].id}-{number}"
    return SiteLink(f"{year}/{CORRECTIONS}.md", words, row)
