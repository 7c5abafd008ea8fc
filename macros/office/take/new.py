"""New entries of lists: those that have all they need are taken, others told; none comes in twice."""

from collections import defaultdict

from macros.data.name import Name
from macros.data.schema import LANGUAGES
from macros.office.asked import NEW, Asked, has_keys
from macros.office.called import called
from macros.office.take.edits import Change, Entry
from macros.office.take.entries import (
    Row,
    begun_already,
    content,
    key_for,
    nearly_there,
    said_already,
    says,
    there,
)
from macros.office.take.told import Taken, Values, accept, leave
from macros.report.book import Book


def take_new(whole: Taken, book: Book, year: str, known: dict[str, Asked], values: Values) -> None:
    """Take new entries that have all they need."""
    rows = _rows(year, known, values)
    keys_given: dict[Name, list[str]] = defaultdict(list)
    new: set[tuple[Name, frozenset[tuple[str, ...]]]] = set()
    for row in rows:
        cells = [cell for both in row.filled.values() for _value, cell in both.values()]
        lines, listed = row.asked.values(), row.name.above
        made, missing = content(row.name, lines, row.typed)
        said = {(name.removeprefix(str(row.name)), *one) for name, both in row.typed.items() for one in both.items()}
        if said_already(book, row) or (listed, frozenset(said)) in new:
            whole.same += len(cells)
        elif key := begun_already(book, row):
            _fill(whole, listed.below(key), row, book)
        elif missing:
            lv, en = ("; ".join(getattr(called(book, name), one) for name in missing) for one in LANGUAGES)
            for cell in cells:
                leave(whole, cell, f"jaunajam ierakstam vēl trūkst: {lv}", f"the new entry still lacks: {en}")
        elif key := nearly_there(book, row, rows, whole.in_workbook):
            _leave_double(whole, listed.below(key), row, book)
        else:
            new.add((listed, frozenset(said)))
            key = key_for(lines, row.typed, [*there(book, listed), *keys_given[listed]]) if has_keys(listed) else None
            keys_given[listed] += [key] if key else []
            whole.entries[listed.topic].append(Entry(tuple(listed.keys[1:]), key, made))
            for name, both in row.filled.items():
                for value, cell in both.values():
                    accept(whole, cell, value, row.asked[name].wanted)


def _rows(year: str, known: dict[str, Asked], values: Values) -> list[Row]:
    """Give what is meant for new entries, entry by entry."""
    filled: dict[Name, Values] = defaultdict(dict)
    for name, by_language in values.items():
        if known[name].new:
            keys = known[name].name.keys
            at = next(at for at, key in enumerate(keys) if key.startswith(NEW))
            filled[Name(year, *keys[: at + 1])][name] = by_language
    return [
        Row(entry, {name: line for name, line in known.items() if line.name.keys[: len(entry.keys)] == entry.keys}, own)
        for entry, own in filled.items()
    ]


def _leave_double(whole: Taken, entry: Name, row: Row, book: Book) -> None:
    """Tell of what a row has otherwise than an entry of the data that may be the same."""
    file, line = book.loaded.where(entry)
    lv = (
        f"datos jau ir gandrīz tāds pats ieraksts ({file}, {line}. rinda); lai no viena nerastos divi, šo neņem: "
        "paņemiet jaunu tabulu un labojiet to tur vai, ja tas ir cits, pievienojiet"
    )
    en = (
        f"the data already have almost the same entry ({file}, line {line}); so that one does not become two, this is "
        "not taken: get a new workbook and correct it there or, if it is another, add it"
    )
    for name, both in row.filled.items():
        for language, (value, cell) in both.items():
            if says(entry.value(book.site), row.asked[name], row.depth, {language: value}):
                whole.same += 1
            else:
                leave(whole, cell, lv, en)


def _fill(whole: Taken, entry: Name, row: Row, book: Book) -> None:
    """Take what an entry lacks of what is meant by the cells of a row that it was taken from before."""
    for name, both in row.filled.items():
        line, values = row.asked[name], {}
        for language, (value, cell) in both.items():
            if says(entry.value(book.site), line, row.depth, {language: value}):
                whole.same += 1
            else:
                values[language] = value
                accept(whole, cell, value, line.wanted)
        if values:
            path = (*entry.keys[1:], *line.name.keys[row.depth :])
            whole.changes[entry.topic].append(Change(path, line.wanted, values))
