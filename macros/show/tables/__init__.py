"""What is shown in tables: rows and columns in both languages. How it looks is for `html.table`.

Tables are declared in `data/tables.yml`, and those of a year in its own; so all criteria are served by
`criteria.*.methods`. A table that is declared without rows is filled by a function here, of the book, the year and the
keys that the stars in its name stand for.
"""

from collections.abc import Callable
from dataclasses import replace

from macros.data.name import Name, is_there, with_keys
from macros.data.schema.tables import Table as Declared
from macros.pages.address import FEED
from macros.report.book import Book
from macros.report.once import once_per_book
from macros.report.tables import expanded, tables
from macros.show.joined import ALL_YEARS, CRITERION, NUMBERS
from macros.show.sources import source
from macros.show.tables import changes, criteria, datasets, discrepancies, numbers, site_wide, years
from macros.show.tables.caption import filling, found
from macros.show.tables.declared import declared, rows
from macros.show.tables.parted import cells_parted, parted
from macros.show.tables.shape import Named, PageLink, SiteLink, Table, label

FILLED: dict[str, Callable[..., Table]] = {
    "criteria.*.indicators": criteria.indicators,
    "criteria.*.compared": criteria.compared,
    "criteria.*.figures": criteria.figures_of,
    "criteria.*.goals": criteria.goals,
    "criteria.*.unclear": criteria.unclear,
    "discrepancies": discrepancies.discrepancies,
    "numbers": numbers.numbers,
    "downloads": site_wide.downloads,
    "datasets": datasets.datasets,
    "years": years.years,
    ALL_YEARS: years.figures_of_years,
    "changes.leading": years.since_last_year,
    "changes": changes.changes,
    "changes.figures": changes.came_and_went,
    "changes.definitions": changes.redefined,
}
"""The tables that follow from more than what stands in the data, each for a reason that its function tells."""


@once_per_book
def build(book: Book, year: str, name: str) -> Table:
    """Give the `Table` called `name` for a year. Raises KeyError where there is none."""
    return _built(book, year, name, _known(book, year, name))


@once_per_book
def as_data(book: Book, year: str, name: str) -> tuple[Table, Declared]:
    """Give a table with one thing in each cell, and its declaration, as `parted` tells. Raises KeyError as `build`."""
    pattern, whole, keys = _known(book, year, name)
    table = parted(whole, lambda part: getattr(book.site.words.labels, f"part_{part}", None))
    built = _built(book, year, name, (pattern, table, keys))
    return cells_parted(built, whole) if pattern in FILLED else built, table


def _known(book, year, name):
    pattern, table, keys = found(book, year, name)
    if pattern is None or table is None:
        raise KeyError(name)
    return pattern, table, keys


def _built(book, year, name, declaration) -> Table:
    pattern, table, keys = declaration
    built = declared(book, year, name, table, keys) if pattern not in FILLED else FILLED[pattern](book, year, *keys)
    put, data = filling(book, year, table, keys), place(book, year, name)
    return replace(
        built,
        caption=put(table.caption) if table.caption else None,
        columns=tuple(
            one if isinstance(one, Named) else put(one)
            for one in built.columns or [column.heading for column in table.columns.values()]
        ),
        notes=tuple(map(put, table.notes)),
        source=source(book, year, str(data)) if data else None,
        empty=table.empty,
        more=_more(book, year, pattern, keys),
    )


def has_rows(book: Book, year: str, name: str) -> bool:
    """Say whether there is anything in a table, without what stands in its cells. Raises KeyError as `build` does."""
    pattern, table, keys = found(book, year, name)
    if pattern is None or table is None or pattern in FILLED:
        return build(book, year, name).has_rows
    return any(there for _at, _block, there in rows(book, year, name, table, keys))


def _more(book, year, pattern, keys):
    """Give the links that lead on from a table.

    From figures to all years, from these to their sources, from a criterion to all about it, from corrections to the
    feed of them.
    """
    if pattern in ("corrections", "datasets"):
        return (SiteLink(FEED, label(book, "feed_link")),)
    if pattern == ALL_YEARS:
        return years.of_all_figures(book)
    if pattern == NUMBERS:
        return tuple(filter(None, [numbers.over_the_years(book, year)]))
    if pattern == years.LEADING:
        return tuple(link for link in (changes.page(book, year), years.beside(book)) if link)
    page = f"{CRITERION}{keys[0].replace('_', '-')}" if pattern == "criteria.*.indicators" else ""
    return (PageLink(page),) if f"{year}/{page}.md" in book.nav else ()


def has_own_rows(pattern: str, table: Declared) -> bool:
    """Say whether the rows of a table are entered in the table itself, be there any yet or not."""
    return isinstance(table.rows, dict) or (table.rows is None and pattern not in FILLED)


def place(book: Book, year: str, name: str) -> Name | None:
    """Give the `Name` of the data that a table shows, or None where they are in several files."""
    pattern, table, keys = found(book, year, name)
    if table is None or pattern is None:
        return None
    if has_own_rows(pattern, table):
        return Name(year, "tables", pattern)
    data = table.data or (table.rows.partition(".*")[0] if isinstance(table.rows, str) else None)
    return Name(year, with_keys(data, keys)) if data else None


def known(book: Book, year: str) -> list[str]:
    """Give the names of all tables of a year."""
    names: list[str] = []
    for pattern, table in tables(book.site, year).items():
        if table.of is None:
            names.append(pattern)
            continue
        for item in expanded(book.site, Name(year, table.of)):
            data = Name(year, with_keys(table.data or table.of, item.keys[-1:]))
            names += [with_keys(pattern, item.keys[-1:])] if is_there(book.site, data) else []
    return names
