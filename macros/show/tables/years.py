"""The years side by side."""

from macros.data.schema import LANGUAGES, Text
from macros.report.book import Book
from macros.report.tables import tables
from macros.show.tables.declared import declared
from macros.show.tables.shape import OfYear, Row, SiteLink, Table, filled, label, one_group
from macros.words.language import school_year

PAGE = "years.md"
"""The page of no year on which the years stand side by side; there is none while there is one year."""
LEADING = "key_figures"
"""The table of the figures by which years are compared; it leads to that page."""


def years(book: Book, _year: str) -> Table:
    """The key figures of all years side by side, the latest first; what a year does not have is not stated there.

    It stays here, as no declaration knows how many columns there are: one for each year of the site. What a year leaves
    out because another figure says the same is there if another year has it.
    """
    newest_first = sorted(book.site.years, reverse=True)
    shown = {row.head for year in newest_first for row in _rows(book, year)}
    told = {year: {row.head: row.cells[0] for row in _rows(book, year, same_too=True)} for year in newest_first}
    heads = [head for head in dict.fromkeys(head for rows in told.values() for head in rows) if head in shown]
    rows = [Row(head, tuple(OfYear(told[year].get(head), year) for year in newest_first)) for head in heads]
    columns = (label(book, "figure_group"), *(_named(book, year) for year in newest_first))
    return one_group(rows, numeric=frozenset(range(1, len(columns))), columns=columns)


def beside(book: Book) -> SiteLink | None:
    """Give the link to the page of all years, or None where there is none."""
    return SiteLink(PAGE, label(book, "years_beside")) if PAGE in book.nav else None


def _rows(book: Book, year: str, *, same_too: bool = False) -> tuple[Row, ...]:
    """Give the rows of the key figures of a year; those that only repeat another figure are left out or `same_too`."""
    table = tables(book.site, year)[LEADING]
    if same_too and isinstance(table.rows, tuple):
        blocks = [block.model_copy(update={"differs_from": None}) for block in table.rows]
        table = table.model_copy(update={"rows": tuple(blocks)})
    return declared(book, year, LEADING, table, ()).groups[0].rows


def _named(book: Book, year: str) -> Text:
    """Give a school year in words, marked while it is being prepared."""
    key = "year_in_preparation" if year in book.site.preparing else "year_alone"
    marks = {language: {"{year}": school_year(year, language)} for language in LANGUAGES}
    return filled(label(book, key), **marks)
