"""What is taken of what somebody filled in, cell by cell, and what is left and why."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from macros.data.name import Name, is_there
from macros.data.schema import LANGUAGES, Text
from macros.office.asked import NEW, SPARE, Asked, Wanted, asked, has_keys
from macros.office.called import called
from macros.office.plain import decimal, of_figure, plain, short
from macros.office.rows import in_tables
from macros.office.signed import signed_lines
from macros.office.take.cell import Cell, Unclear, exact
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
    said_in,
)
from macros.office.take.filled import Filled
from macros.office.take.gone import gone
from macros.office.take.typed import understood
from macros.office.workbook.sheets import shown, spoken
from macros.report.book import Book
from macros.words.problems import Sentences

MOST_NEW = 500
"""How many rows a table may get at once."""


@dataclass(frozen=True)
class Told:
    """What became of a cell: where it is, what was understood of it or why it was left."""

    place: Sentences
    name: str
    """The name in the data, "" where they have none such."""
    said: Sentences
    taken: bool


@dataclass
class Taken:
    """All that is taken, by topic, and what is told of each cell that is not as it was."""

    changes: dict[str, list[Change]] = field(default_factory=lambda: defaultdict(list))
    entries: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    told: list[Told] = field(default_factory=list)
    same: int = 0
    """How many cells hold what the data hold already."""
    in_workbook: frozenset[str] = frozenset()
    """The names in the workbook, none of what comes otherwise."""


_Values: TypeAlias = dict[str, dict[str, tuple[str, Filled]]]
"""What is meant by cells, each with its own: by name and language."""


def taken(book: Book, year: str, cells: list[Filled]) -> Taken:
    """Give what is taken of cells for a year; nothing is written yet."""
    topics = {**asked(book, year), **in_tables(book, year, _new_rows(cells))}
    known = {str(line.name): line for lines in topics.values() for line in lines if isinstance(line, Asked)}
    whole = Taken(in_workbook=frozenset(cell.name for cell in cells if cell.was is not None or cell.is_gone))
    seen: set[tuple[str, str]] = set()
    lists = tuple(f"{line.wanted.of}." for line in known.values() if line.wanted.of)
    for first in (True, False):  # what may be chosen, then who chooses
        some = [cell for cell in cells if cell.name.startswith(lists) is first and not cell.is_gone]
        known = {name: _with_more(line, whole) for name, line in known.items()}
        values = _values(whole, known, some, seen)
        _old(whole, known, values)
        _new(whole, book, year, known, values)
    whole.told += [Told(cell.place, str(name), said, taken=False) for cell, name, said in gone(book, year, cells)]
    return whole


def _values(whole: Taken, known: dict[str, Asked], cells: list[Filled], seen: set[tuple[str, str]]) -> _Values:
    """Give what is meant by cells, by name and language; what is not taken is told."""
    values: _Values = defaultdict(dict)
    for cell in cells:
        line = known.get(cell.name)
        if _is_as_it_was(cell):
            whole.same += 1
        elif line is None:
            _leave(whole, replace(cell, name=""), *(_UNKNOWN if cell.name else cell.cell.odd or _SEVERAL))
        elif cell.language == "en" and line.wanted.kind != "text":
            if cell.cell.value not in (None, ""):
                _leave(whole, cell, *_NO_ENGLISH)
        elif (cell.name, cell.language) in seen:
            _leave(whole, cell, *_TWICE)
        else:
            seen.add((cell.name, cell.language))
            value = _value(whole, cell, line)
            if value is not None:
                values[cell.name][cell.language] = value, cell
    return values


def _with_more(line: Asked, whole: Taken) -> Asked:
    """Give what is asked with what has just come into the list that it is chosen from, and what is reworded there."""
    topic, *path = line.wanted.of.split(".")
    before = dict(line.wanted.words)
    reworded = tuple(
        (key, Text(lv=one.values.get("lv") or before[key].lv, en=one.values.get("en") or before[key].in_("en")))
        for one in whole.changes.get(topic, ())
        if one.path[: len(path)] == tuple(path) and one.path[len(path) + 1 :] in ((), ("name",))
        if (key := str(one.path[len(path)])) in before
    )
    line = replace(line, wanted=replace(line.wanted, reworded=reworded)) if reworded else line
    new = (entry for entry in whole.entries.get(topic, ()) if entry.path == tuple(path))
    more = tuple((str(entry.key), words) for entry in new if (words := said_in(entry.content)))
    return replace(line, wanted=replace(line.wanted, words=(*line.wanted.words, *more))) if more else line


def _new_rows(cells: list[Filled]) -> int:
    """Give how many new rows a table may need."""
    rows = {cell.name.rpartition(".")[0] for cell in cells if f".rows.{NEW}" in cell.name}
    return min(max(SPARE[True], len(rows)), MOST_NEW)


_UNKNOWN = (
    "šādas vietas šā gada datos nav; iespējams, ieraksts izdzēsts vai rinda kopēta",
    "the data of this year have no such place; maybe the entry was deleted or the row copied",
)
_SEVERAL = (
    "tā sauc vairākas vietas; rakstiet nosaukumu no datiem vai nododiet visu tabulu",
    "several places have this label; write the name used in the data, or hand in the whole workbook",
)
_NO_ENGLISH = (
    "te tulkojumu neraksta: abās valodās ir viens un tas pats",
    "no translation goes here: it is the same in both languages",
)
_TWICE = (
    "šī vieta tabulā ir vairākkārt; ņemta pirmā. Jaunam ierakstam izmantojiet brīvās rindas",
    "this place is in the sheet more than once; the first was taken. For a new entry, use the free rows",
)
_EMPTIED = (
    "šūna iztukšota, bet vērtība paliek; ja tai jābūt “nav norādīts”, rakstiet ?",
    "the cell was emptied, but the value stays; if it is to be “not stated”, write ?",
)
_NEEDED = (
    "tukša šī vieta nevar būt; atstājiet, kā ir, vai pārrakstiet",
    "this cannot be empty; leave it as it is or rewrite it",
)
_LATVIAN_FIRST = "angliski ierakstīts, bet latviski nav", "there is English here but no Latvian"


def _leave(whole: Taken, cell: Filled, lv: str, en: str) -> None:
    whole.told.append(Told(cell.place, cell.name, (lv, en), taken=False))


def _take(whole: Taken, cell: Filled, value: str, wanted: Wanted) -> None:
    lv, en = (spoken(value, wanted, language) for language in LANGUAGES)
    whole.told.append(Told(cell.place, cell.name, (lv, en), taken=True))


def _is_as_it_was(cell: Filled) -> bool:
    """Say whether a cell holds what the workbook was made with, whatever it is."""
    if cell.was is None or cell.cell.odd:
        return False
    return _bare(cell.cell) == cell.was


def _bare(cell: Cell) -> str:
    value = cell.value
    if isinstance(value, float) or (isinstance(value, int) and not isinstance(value, bool)):
        return decimal(exact(value)) + cell.unit
    return plain(value.date() if hasattr(value, "date") else value)


def _value(whole: Taken, cell: Filled, line: Asked) -> str | None:
    """Give what is meant by a cell that has been filled in; None where it is empty, or told as left."""
    try:
        value = understood(cell.cell, line.wanted)
        if value and line.wanted.kind == "text":
            value = signed_lines(value, cell.language)
    except Unclear as unclear:
        _leave(whole, cell, *unclear.sentences)
        return None
    now, why = _now(line, cell.language), None
    if value is None:
        why = _EMPTIED if cell.was else None
    elif value == now and (value or line.value is None or cell.language == "en"):
        whole.same += 1
        value = None
    elif cell.was is not None and not line.new and _was(line, cell.language) != cell.was:
        why = _changed(now, cell.was)
    elif not value and line.wanted.needed and cell.language == "lv":
        why = _NEEDED
    if why:
        _leave(whole, cell, *why)
    return None if why else value


def _was(line, language):
    return plain(shown(line.value, line.wanted)[language == "en"])


def _changed(now, was):
    now, was = short(now), short(was)
    return (
        f"datos tagad ir “{now}”, bet, kad tabula izveidota, bija “{was}”; paņemiet jaunu tabulu",
        f"the data now say “{now}”, but said “{was}” when the workbook was made; get a new one",
    )


def _now(line: Asked, language: str) -> str:
    return of_figure(line.value) if line.wanted.kind == "figure" else plain(line.value, language)


def _old(whole: Taken, known: dict[str, Asked], values: _Values) -> None:
    """Take what changes values that are there."""
    for name, by_language in values.items():
        line = known[name]
        if line.new:
            continue
        typed = {language: value for language, (value, _cell) in by_language.items()}
        if typed.get("en") and not typed.get("lv", line.value):
            _leave(whole, by_language["en"][1], *_LATVIAN_FIRST)
            del typed["en"]
        if not typed:
            continue
        path = tuple(int(key) if key.isdecimal() and key in _items(line) else key for key in line.name.keys[1:])
        whole.changes[line.name.topic].append(Change(path, line.wanted, typed))
        for language, value in typed.items():
            _take(whole, by_language[language][1], value, line.wanted)


def _items(line):
    """Give the keys in a name that are places in a list."""
    return {
        key
        for at, key in enumerate(line.name.keys)
        if key.isdecimal() and not has_keys(Name(line.name.year, *line.name.keys[:at]))
    }


def _new(whole: Taken, book: Book, year: str, known: dict[str, Asked], values: _Values) -> None:
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
                _leave(whole, cell, f"jaunajam ierakstam vēl trūkst: {lv}", f"the new entry still lacks: {en}")
        elif key := nearly_there(book, rows, group, whole.in_workbook):
            _leave_double(whole, listed.below(key), known, filled, book)
        else:
            new.add((listed, frozenset(said)))
            there = (listed.value(book.site) if is_there(book.site, listed) else None) or {}
            key = key_for(lines, typed, [*there, *keys_given[listed]]) if has_keys(listed) else None
            keys_given[listed] += [key] if key else []
            whole.entries[listed.topic].append(Entry(tuple(listed.keys[1:]), key, made))
            for name, both in filled.items():
                for value, cell in both.values():
                    _take(whole, cell, value, known[name].wanted)


def _groups(year: str, known: dict[str, Asked], values: _Values) -> dict[Name, _Values]:
    """Give what is meant for new entries, entry by entry."""
    groups: dict[Name, _Values] = defaultdict(dict)
    for name, by_language in values.items():
        if known[name].new:
            keys = known[name].name.keys
            at = next(at for at, key in enumerate(keys) if key.startswith(NEW))
            groups[Name(year, *keys[: at + 1])][name] = by_language
    return groups


def _row(group: Name, known: dict[str, Asked], filled: _Values) -> tuple[list[Asked], Typed]:
    """Give all that a new entry may have, and what was typed of it."""
    typed = {name: {one: value for one, (value, _) in both.items()} for name, both in filled.items()}
    return [line for line in known.values() if line.name.keys[: len(group.keys)] == group.keys], typed


def _leave_double(whole: Taken, entry: Name, known: dict[str, Asked], filled: _Values, book: Book) -> None:
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
                _leave(whole, cell, lv, en)
            else:
                whole.same += 1


def _fill(whole: Taken, entry: Name, known: dict[str, Asked], filled: _Values, book: Book) -> None:
    """Take what an entry lacks of what is meant by the cells of a row that it was taken from before."""
    depth = len(entry.keys)
    for name, both in filled.items():
        line, values = known[name], {}
        for language, (value, cell) in both.items():
            if held_in(entry.value(book.site), line, depth, language) == value:
                whole.same += 1
            else:
                values[language] = value
                _take(whole, cell, value, line.wanted)
        if values:
            path = (*entry.keys[1:], *line.name.keys[depth:])
            whole.changes[entry.topic].append(Change(path, line.wanted, values))
