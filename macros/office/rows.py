"""What is asked of tables that have rows of their own: a value for each cell, and empty rows for new entries."""

from collections.abc import Iterator

from macros.data.name import Name
from macros.data.schema import LANGUAGES, Text
from macros.data.schema.tables import Table, typed_columns
from macros.office.asked import NEW, SPARE, Asked, Group, Lines, Wanted, called_by_key
from macros.report.book import Book
from macros.report.tables import tables
from macros.show.tables import has_own_rows
from macros.show.tables.shape import label
from macros.words.language import with_years

GROUP = "group"
"""The cell that says which group of its table a row belongs to."""
_GROUP_HEADING = Text(lv="Grupa", en="Group")
_PLACES = "places.addresses"
_KINDS = {None: "text", "name": "words", "date": "day", "place": "choice"}
"""What has to stand in a column of a kind, where the two are not called the same."""


def in_tables(book: Book, year: str, spare: int = SPARE[True]) -> dict[str, Lines]:
    """Give what is asked of each table, by the name of the table: a group for each row, and the cells in it.

    `spare` is the number of empty rows that each has. A name with points in it is for the file.
    """
    return {
        f"tables.{key}": tuple(_rows(Name(year, "tables", key, "rows"), table, wanted_in(book, year, table), spare))
        for key, table in tables(book.site, year).items()
        if has_own_rows(key, table) and "." not in "".join((key, *table.columns, *(table.rows or ())))
    }


def wanted_in(book: Book, year: str, table: Table) -> dict[str, Wanted]:
    """Give what has to stand in each cell of a row; a row may lack all but what it begins with, and its group."""
    columns = typed_columns(table.columns)
    found = {
        key: Wanted(
            _KINDS.get(column.kind, column.kind or ""),
            not at,
            tuple(_words(book, year, column.kind)),
            _PLACES if column.kind == "place" else "",
        )
        for at, (key, column) in enumerate(columns.items())
    }
    if table.groups:
        found[GROUP] = Wanted("choice", needed=True, words=tuple(table.groups.items()))
    return found


def is_cell(name: Name) -> bool:
    """Say whether a name is that of a cell of a table."""
    return name.matches("tables.*.rows.*.*") is not None


def heading(book: Book, name: Name) -> Text:
    """Give what readers see above a cell of a table."""
    key, column = name.keys[1], name.keys[-1]
    table, year = tables(book.site, str(name.year))[key], str(name.year)
    if column not in table.columns:
        return _GROUP_HEADING
    lv, en = (with_years(table.columns[column].heading.in_(language), year, language) for language in LANGUAGES)
    return Text(lv=lv, en=en)


def _rows(rows: Name, table: Table, wanted: dict[str, Wanted], spare: int) -> Iterator[Asked | Group]:
    new = {f"{NEW}{number}": None for number in range(1, spare + 1)}
    for key, row in {**table.own_rows, **new}.items():
        name = rows.below(key)
        yield Group(name, new=row is None)
        for column, one in wanted.items():
            yield Asked(name.below(column), one, None if row is None else getattr(row, column), new=row is None)


def _words(book, year, kind) -> Iterator[tuple[str, Text]]:
    """Yield what may be chosen in a column of a kind."""
    if kind == "yes_no":
        for one in ("yes", "no"):
            yield one, label(book, f"answer_{one}")
    elif kind == "place":
        yield from called_by_key(book, year, _PLACES)
