"""The data that are published: of all years, and of each year."""

from collections.abc import Callable
from functools import partial

from macros.data.schema import Text
from macros.report.book import Book
from macros.show import published
from macros.show.tables.caption import caption
from macros.show.tables.shape import Content, Download, Group, OfYear, Row, Table, filled, label
from macros.show.tables.years import NEWEST
from macros.words.language import school_year


def datasets(book: Book, _year: str) -> Table:
    """A row for each table and chart of the report, with its files; those of all years first, then year by year.

    It stays here, as the files follow from what pages show; no data list them. Of years before the newest only the
    files of the whole year are listed: those of its tables stand below these, too.
    """
    latest = book.site.latest
    every = [
        _row(label(book, "datasets_figures"), published.FIGURES),
        *(_row(caption(book, latest, name), name) for name in published.of_all_years(book)),
        _other(label(book, "datasets_catalogue"), published.CATALOGUE, "JSON-LD"),
        _other(label(book, "datasets_schema"), published.YEAR_SCHEMA, "JSON Schema"),
    ]
    return Table(
        (
            Group(tuple(every), label(book, "datasets_all_years")),
            *(
                Group(tuple(_of_year(book, year, is_new=at < NEWEST)), _named(book, year))
                for at, year in enumerate(published.years(book))
            ),
        ),
        layout="lined",
        folded=len(published.years(book)) > 1,
    )


def _of_year(book, year, *, is_new):
    yield _row(caption(book, year, "numbers"), published.FIGURES, year)
    if is_new:
        yield from (_row(caption(book, year, name), name, year) for name in published.of_year(book, year))
        yield from _of_charts(book, year)
    yield _other(label(book, "download_data"), f"{year}/data.json", "JSON")


def _of_charts(book, year):
    from macros.show import charts, outline  # noqa: PLC0415 – they are made of tables

    for name in outline.drawn(book, year):
        subject = charts.subject(book, year, name) or Text(lv=name, en=name)
        title = OfYear(filled(label(book, "dataset_chart"), title=subject), year)
        yield _with_files(title, partial(published.chart_file, name, year=year))


def _row(title: Content, name: str, year: str | None = None) -> Row:
    return _with_files(title, partial(published.address, name, year=year))


def _with_files(title: Content, at: Callable[[str], str]) -> Row:
    """Give the row of data; `at` gives where their file is that ends so."""
    kinds = {"csv": "CSV", "xlsx": "XLSX", published.METADATA: "CSVW"}
    return Row(title, tuple(Download(at(ending), Text(lv=kind, en=kind), title) for ending, kind in kinds.items()))


def _other(title: Content, path: str, kind: str) -> Row:
    return Row(title, (Download(path, Text(lv=kind, en=kind), title), "–", "–"))


def _named(book, year):
    return filled(label(book, "year_alone"), year=partial(school_year, year))
