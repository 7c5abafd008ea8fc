"""Which tables and charts a year has, which of its figures have a row of their own, and which number each bears."""

from collections.abc import Collection, Mapping

from macros.pages.page import Page
from macros.report.book import Book
from macros.report.by_year import ByYear
from macros.report.once import once_per_book, once_per_data
from macros.show.charts import is_blank, of_all_years
from macros.show.charts import known as known_charts
from macros.show.joined import NUMBERS
from macros.show.tables import found as declaration_of
from macros.show.tables import has_rows, numbers
from macros.show.tables import known as known_tables


@once_per_data
def tables(book: Book) -> Mapping[str, list[str]]:
    """Give the names of all tables, by year."""
    return ByYear(book.site.years, lambda year: known_tables(book, year))


@once_per_data
def charts(book: Book) -> Mapping[str, list[str]]:
    """Give the names of all charts, by year; what needs two years has none in the first."""
    return ByYear(book.site.years, lambda year: known_charts(book, year))


@once_per_book
def listed_figures(book: Book) -> Mapping[str, Collection[str]]:
    """Give the names that have a row on the page of figures and their sources, by year; none where it has no page."""

    def of_year(year: str) -> Collection[str]:
        return numbers.figures(book, year).keys() if f"{year}/{NUMBERS}.md" in book.nav else ()

    return ByYear(book.site.years, of_year)


@once_per_book
def table_numbers(book: Book, year: str) -> dict[str, int]:
    """Give `table → number` of a year, from 1, in the order in which the nav's pages call for them.

    The pages of the year itself come first: what another year shows of it later changes no number in it.
    """
    called = (name for of, name in _called(book, "table", True) if of == year)
    return _numbered(name for name in called if not _is_unnumbered(book, year, name))


@once_per_book
def drawn(book: Book, year: str) -> list[str]:
    """Give the charts of a year that the nav's pages call for, in order; not those with nothing to draw.

    One that goes through the years has its address in each of them, where it stays when there is a later one.
    """
    called = _called(book, "figure", False)
    names = dict.fromkeys(name for of, name in called if of == year or of_all_years(book, year, name))
    return [name for name in names if _is_drawn(book, year, name)]


@once_per_book
def chart_numbers(book: Book, year: str) -> dict[str, int]:
    """Give `chart → number` of a year, as for tables: one that only pages of no year show bears none."""
    called = (name for of, name in _called(book, "figure", True) if of == year)
    return _numbered(name for name in called if _is_drawn(book, year, name))


def _is_drawn(book, year, name):
    return name in charts(book)[year] and not is_blank(book, year, name)


def _is_unnumbered(book, year, name):
    """Tell whether a table carries no number: the front page's figures, the lines to sign on, one without any rows."""
    declaration = declaration_of(book, year, name)[1] if year in book.site.years else None
    return bool(declaration and (declaration.unnumbered or not has_rows(book, year, name)))


@once_per_book
def _called(book: Book, macro: str, paged: bool) -> list[tuple[str, str]]:
    """Give `(year, name)` of all that pages call for, what they show of their own year first; of a year, if `paged`."""
    pages = [page for page in book.in_order("lv") if page.year or not paged]
    called = [(page.year, year, name) for page in pages for _line, year, name in sorted(_on(book, macro, page))]
    return [(year, name) for own, year, name in sorted(called, key=lambda call: call[0] != call[1])]


def _on(book, macro, page):
    """Yield line, year and name of all that a page calls for; tables that are typed on it are among them."""
    for call in page.calls:
        if call.macro == macro:
            yield call.line, book.year_of(call, page.year), call.get("name")
    if macro == "table":
        yield from ((line, page.year, name) for line, name in typed_tables(page))


def typed_tables(page: Page) -> list[tuple[int, str]]:
    """Give the line and the name of each table that is typed on a page."""
    lines = [around[-1].first for around in page.blocks.all if around[-1].kind == "table"]
    return [(line, f"{page.path}:{number}") for number, line in enumerate(lines, 1)]


def _numbered(names):
    return {name: number for number, name in enumerate(dict.fromkeys(names), 1)}
