"""What is taken of what somebody filled in, cell by cell, and what is left and why."""

from collections import defaultdict
from dataclasses import replace

from macros.data.schema import Text
from macros.office.asked import NEW, SPARE, Asked, asked
from macros.office.plain import decimal, of_kind, plain, short
from macros.office.rows import in_tables
from macros.office.signed import signed_lines
from macros.office.take.cell import Cell, Filled, Unclear, exact
from macros.office.take.edits import Change
from macros.office.take.entries import said_in
from macros.office.take.gone import gone
from macros.office.take.new import take_new
from macros.office.take.told import Taken, Told, Values, accept, leave
from macros.office.take.typed import understood
from macros.office.workbook.sheets import shown
from macros.report.book import Book

MOST_NEW = 500
"""How many rows a table may get at once."""


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
        _old(whole, book, known, values)
        take_new(whole, book, year, known, values)
    whole.told += [Told(cell.place, str(name), said, taken=False) for cell, name, said in gone(book, year, cells)]
    return whole


def _values(whole: Taken, known: dict[str, Asked], cells: list[Filled], seen: set[tuple[str, str]]) -> Values:
    """Give what is meant by cells, by name and language; what is not taken is told."""
    values: Values = defaultdict(dict)
    for cell in cells:
        line = known.get(cell.name)
        if _is_as_it_was(cell):
            whole.same += 1
        elif line is None:
            leave(whole, replace(cell, name=""), *(_UNKNOWN if cell.name else cell.cell.odd or _SEVERAL))
        elif cell.language == "en" and line.wanted.kind != "text":
            if cell.cell.value not in (None, ""):
                leave(whole, cell, *_NO_ENGLISH)
        elif (cell.name, cell.language) in seen:
            leave(whole, cell, *_TWICE)
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
        leave(whole, cell, *unclear.sentences)
        return None
    now, why = of_kind(line.wanted.kind, line.value, cell.language), None
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
        leave(whole, cell, *why)
    return None if why else value


def _was(line, language):
    return plain(shown(line.value, line.wanted)[language == "en"])


def _changed(now, was):
    now, was = short(now), short(was)
    return (
        f"datos tagad ir “{now}”, bet, kad tabula izveidota, bija “{was}”; paņemiet jaunu tabulu",
        f"the data now say “{now}”, but said “{was}” when the workbook was made; get a new one",
    )


def _old(whole: Taken, book: Book, known: dict[str, Asked], values: Values) -> None:
    """Take what changes values that are there."""
    for name, by_language in values.items():
        line = known[name]
        if line.new:
            continue
        typed = {language: value for language, (value, _cell) in by_language.items()}
        if typed.get("en") and not typed.get("lv", line.value):
            leave(whole, by_language["en"][1], *_LATVIAN_FIRST)
            del typed["en"]
        if not typed:
            continue
        path = line.name.path(book.site)[3:]  # below “years”, the year and the file
        whole.changes[line.name.topic].append(Change(path, line.wanted, typed))
        for language, value in typed.items():
            accept(whole, by_language[language][1], value, line.wanted)
