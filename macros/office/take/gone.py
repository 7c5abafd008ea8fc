"""Rows that a workbook was made with and that somebody deleted: what the data have there stays, and that is told."""

from collections.abc import Iterator

from macros.data.name import Name, is_there
from macros.office.asked import NEW, can_grow
from macros.office.take.cell import Filled
from macros.report.book import Book
from macros.words.problems import Sentences

_STAYS = (
    "šī rinda izdzēsta, bet datos vērtība paliek; ja tai jābūt “nav norādīts”, paņemiet jaunu tabulu un rakstiet ?",
    "this row was deleted, but its value stays in the data; if it is “not stated”, get a new workbook and write ?",
)


def gone(book: Book, year: str, cells: list[Filled]) -> Iterator[tuple[Filled, Name, Sentences]]:
    """Yield what the data have of rows that are gone, an entry as a whole: a cell of it, its name, what is told."""
    back = {cell.name for cell in cells if not cell.is_gone and NEW not in cell.name}
    done: set[Name] = set()
    for cell in cells:
        name = Name(year, cell.name)
        if cell.is_gone and is_there(book.site, name):
            above = [Name(year, *name.keys[:end]) for end in range(2, len(name.keys) + 1)]
            entries = (way for way in above if _is_entry(way) and not any(one.startswith(f"{way}.") for one in back))
            if (whole := next(entries, name)) not in done:
                yield cell, whole, _said(book, whole)
            done.add(whole)


def _is_entry(name):
    return can_grow(name.above) or name.above.matches("tables.*.rows") is not None


def _said(book, name):
    if not _is_entry(name):
        return _STAYS
    file, line = book.loaded.where(name)
    lv, en = f"{file} (sākas {line}. rindā)", f"{file} (begins on line {line})"
    return (
        f"šis ieraksts tabulā izdzēsts, bet datos paliek; ja tas nav vajadzīgs, izdzēsiet to failā {lv}",
        f"this entry was deleted here, but stays in the data; if it is not needed, delete it in {en}",
    )
