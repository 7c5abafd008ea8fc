"""All figures as data, a row each: of a year, or of all years."""

from macros import kept
from macros.datasets.dataset import Column, Dataset, Value, in_languages
from macros.datasets.tables import number, range_end, unit_codes
from macros.datasets.told import Told
from macros.remembered import recalled
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.corrected import corrected
from macros.report.doubted import doubted
from macros.report.kind import RANGE
from macros.report.looked_at import data_of
from macros.report.once import once_per_book
from macros.show import published
from macros.show.sources import source
from macros.show.tables.caption import caption
from macros.show.tables.numbers import called, figures, small_group
from macros.show.tables.shape import Content, Stack, label

STATED, CALCULATED, NOT_STATED = "stated", "calculated", "not_stated"
"""What a figure can be: printed in the source, worked out from others, or missing."""
_BASES = {STATED: "basis_stated", CALCULATED: "calculated", NOT_STATED: "not_stated"}
"""The labels of these."""
_UNIT = 7
"""Where in a row its unit stands."""


def of_year(book: Book, year: str) -> Dataset:
    """Give the figures of a year."""
    title = caption(book, year, "numbers") or label(book, "datasets_figures")
    return _dataset(book, year, title, _rows(book, year))


def of_all_years(book: Book) -> Dataset:
    """Give the figures of all years, the latest year first, without years that are being prepared."""
    rows = (row for year in published.years(book) for row in _rows(book, year))
    return _dataset(book, None, label(book, "datasets_figures"), tuple(rows))


def _dataset(book, year, title, rows) -> Dataset:
    def column(name, kind="text", **rest):
        return Column(name, label(book, f"figures_{name}"), kind, **rest)

    units = tuple(row[_UNIT] for row in rows)
    columns = (
        column("year"),
        column("name"),
        *in_languages("title", label(book, "figures_title")),
        column("value", "decimal", units=units),
        column("low", "integer", unit=RANGE.unit),
        column("high", "integer", unit=RANGE.unit),
        column("unit", codes=unit_codes(book, units)),
        column("basis", codes=tuple((code, label(book, words)) for code, words in _BASES.items())),
        Column("small_group", small_group(book), "boolean"),
        *in_languages("source", label(book, "source")),
        column("correction", "integer"),
        column("corrected", "date"),
        *in_languages("discrepancy", label(book, "figures_discrepancy"), separator="\n"),
    )
    of = Told(book, year).cited() if year else None
    return Dataset(published.FIGURES, year, title, columns, rows, key=("year", "name"), of=of)


@once_per_book
def _rows(book: Book, year: str) -> tuple[tuple[Value, ...], ...]:
    """Give the rows of a year, which are kept while its data are the same."""

    def make() -> tuple[tuple[Value, ...], ...]:
        told = Told(book, year)
        return tuple(_row(book, year, figure, told) for figure in figures(book, year).values())

    return recalled(kept.HOME, kept.own_key("figures", year, data_of(book, year)), make)


def _last_correction(book, year, name) -> tuple[Value, Value]:
    """Give the number and the day of the last correction of a figure, nothing where there is none."""
    *_earlier, number = (None, *corrected(book, year).get(name, ()))
    return (int(number), book.site.years[year].corrections[number].date) if number else (None, None)


def _doubts(book, year, name) -> Content:
    """Give what the discrepancies are about that speak of a figure."""
    records = book.site.years[year].discrepancies
    return Stack(tuple(records[key].title for key in doubted(book, year).get(name, ())))


def _row(book, year, figure: Figure, told) -> tuple[Value, ...]:
    basis = NOT_STATED if figure.value is None else CALCULATED if figure.calculated else STATED
    return (
        year,
        figure.name,
        *told.each(called(book, year, figure.name)),
        number(figure),
        range_end(figure, "low"),
        range_end(figure, "high"),
        None if figure.value is None else figure.kind.unit,
        basis,
        figure.name in book.small_groups[year],
        *told.each(source(book, year, figure.name)),
        *_last_correction(book, year, figure.name),
        *told.each(_doubts(book, year, figure.name)),
    )
