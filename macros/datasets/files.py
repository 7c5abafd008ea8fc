"""The files of the data: those of a year follow from that year alone, those of all years from all."""

from collections.abc import Iterator

from macros import kept
from macros.datasets import figures
from macros.datasets.catalogue import catalogue
from macros.datasets.dataset import Dataset
from macros.datasets.tables import dataset, of_chart
from macros.datasets.tabular import as_csv, as_csvw, as_json
from macros.report.book import Book
from macros.show import outline, published


def files_of_year(book: Book, year: str) -> dict[str, bytes]:
    """Give the files of the tables of a year, and of all its figures: path in the site → bytes."""
    tables = (dataset(book, name, year) for name in published.of_year(book, year))
    return _files(book, [figures.of_year(book, year), *tables])


def files_of_charts(book: Book, year: str) -> dict[str, bytes]:
    """Give the files of the data of the charts of a year, which lie beside its pages."""
    return {
        published.chart_file(name, ending, year): content
        for name in outline.drawn(book, year)
        for ending, content in _of_one(book, of_chart(book, name, year))
    }


def files_of_all_years(book: Book, site_url: str) -> dict[str, bytes]:
    """Give what is of no single year: all figures, tables that all years share, the catalogue, the schema of a year."""
    latest = book.site.latest
    shared = (dataset(book, name, latest, of_year=False) for name in published.of_all_years(book))
    return {
        **_files(book, [figures.of_all_years(book), *shared]),
        published.CATALOGUE: as_json(catalogue(book, site_url)),
        published.YEAR_SCHEMA: kept.made(kept.HOME, kept.own_key(published.YEAR_SCHEMA), _schema),
    }


def _files(book, datasets) -> dict[str, bytes]:
    return {
        published.address(one.name, ending, one.year): content
        for one in datasets
        for ending, content in _of_one(book, one)
    }


def _of_one(book, one: Dataset) -> Iterator[tuple[str, bytes]]:
    """Yield each file of a dataset by how it ends."""
    yield "csv", as_csv(one.in_all())
    yield published.METADATA, as_csvw(book, one.in_all())
    yield "xlsx", _workbook(book, one)


def _workbook(book, one):
    """Give the workbook of a dataset; as that takes its time, it is kept."""

    def make():
        from macros.datasets.workbook import as_workbook  # noqa: PLC0415

        return as_workbook(book, one)

    return kept.made(kept.HOME, kept.own_key("workbook", repr(one), repr(book.site.words.labels)), make)


def _schema():
    from macros.datasets.schema import year_schema  # noqa: PLC0415

    return as_json(year_schema())
