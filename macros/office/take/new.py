"""New entries of lists: those that have all they need are taken, others told; none comes in twice."""

from collections import defaultdict

from macros.data.name import Name
from macros.office.asked import NEW, Asked, has_keys
from macros.office.called import called
from macros.office.take.edits import Change, Entry
from macros.office.take.entries import (
    Typed,
    begun_already,
    content,
    differing,
    held_in,
    key_for,
    nearly_there,
    said_already,
    there,
)
from macros.office.take.told import Taken, Values, accept, leave
from macros.report.book import Book


def take_new(whole: Taken, book: Book, year: str, known: dict[str, Asked], values: Values) -> None:
    """Take new entries that have all they need."""
    groups = _groups(year, known, values)
    rows = {group: _row(group, known, filled) for group, filled in groups.items()}
    keys_given: dict[Name, list[str]] = defaultdict(list)
    new: set[tuple[Name, frozenset[tuple[str, ...]]]] = set()
    for group, filled in groups.items():
        cells = [cell for by_language in filled.values() for _value, cell in by_language.values()]
        lines, typed = rows[group]
        made, missing = content(group, lines, typed)
        listed = group.above
        said = {(name.removeprefix(str(group)), *one) for name, both in typed.items() for one in both.items()}
        if said_already(book, listed, lines, typed, group) or (listed, frozenset(said)) in new:
            whole.same += len(cells)
        elif key := begun_already(book, listed, lines, typed, group):
            _fill(whole, listed.below(key), known, filled, book)
        elif missing:
            lv, en = ("; ".join(getattr(called(book, name), one) for name in missing) for one in ("lv", "en"))
            for cell in cells:
                leave(whole, cell, f"jaunajam ierakstam vēl trūkst: {lv}", f"the new entry still lacks: {en}")
        elif key := nearly_there(book, rows, group, whole.in_workbook):
            _leave_double(whole, listed.below(key), known, filled, book)
        else:
            new.add((listed, frozenset(said)))
            key = key_for(lines, typed, [*there(book, listed), *keys_given[listed]]) if has_keys(listed) else None
            keys_given[listed] += [key] if key else []
            whole.entries[listed.topic].append(Entry(tuple(listed.keys[1:]), key, made))
            for name, both in filled.items():
                for value, cell in both.values():
                    accept(whole, cell, value, known[name].wanted)


def _groups(year: str, known: dict[str, Asked], values: Values) -> dict[Name, Values]:
    """Give what is meant for new entries, entry by entry."""
    groups: dict[Name, Values] = defaultdict(dict)
    for name, by_language in values.items():
        if known[name].new:
            keys = known[name].name.keys
            at = next(at for at, key in enumerate(keys) if key.startswith(NEW))
            groups[Name(year, *keys[: at + 1])][name] = by_language
    return groups


def _row(group: Name, known: dict[str, Asked], filled: Values) -> tuple[list[Asked], Typed]:
    """Give all that a new entry may have, and what was typed of it."""
    typed = {name: {one: value for one, (value, _) in both.items()} for name, both in filled.items()}
    return [line for line in known.values() if line.name.keys[: len(group.keys)] == group.keys], typed


def _leave_double(whole: Taken, entry: Name, known: dict[str, Asked], filled: Values, book: Book) -> None:
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
    for name, both in filled.items():
        for language, (value, cell) in both.items():
            if differing(entry.value(book.site), [known[name]], {name: {language: value}}, len(entry.keys)):
                leave(whole, cell, lv, en)
            else:
                whole.same += 1


def _fill(whole: Taken, entry: Name, known: dict[str, Asked], filled: Values, book: Book) -> None:
    """Take what an entry lacks of what is meant by the cells of a row that it was taken from before."""
    depth = len(entry.keys)
    for name, both in filled.items():
        line, values = known[name], {}
        for language, (value, cell) in both.items():
            if held_in(entry.value(book.site), line, depth, language) == value:
                whole.same += 1
            else:
                values[language] = value
                accept(whole, cell, value, line.wanted)
        if values:
            path = (*entry.keys[1:], *line.name.keys[depth:])
            whole.changes[entry.topic].append(Change(path, line.wanted, values))
