"""The tables of pages, and those of the data of charts, as data."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from macros.data.schema import Range, Text
from macros.data.schema.tables import Shown
from macros.datasets.dataset import MOST_PLACES, Column, Dataset, Value, in_languages
from macros.datasets.told import Told
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.corrected import corrected
from macros.report.doubted import doubted
from macros.report.kind import DATE, RANGE
from macros.show import charts
from macros.show.published import CHART
from macros.show.tables import as_data
from macros.show.tables.corrected import CORRECTIONS
from macros.show.tables.declared import ABSENT, POSITION
from macros.show.tables.doubted import DISCREPANCIES
from macros.show.tables.numbers import figures, small_group
from macros.show.tables.shape import Blank, Content, Mark, Named, Row, Stack, Table, filled, label, stack

_RECORDS = {CORRECTIONS: corrected, DISCREPANCIES: doubted}
"""The tables of records of figures, and what gives the keys of the records of each figure."""
_NAMES = ("name", "place")
"""The kinds of columns whose words are the same in all languages."""


def dataset(book: Book, name: str, year: str, *, of_year: bool = True) -> Dataset:
    """Give a table of a year as data; not `of_year` is one that all years share, and that is built with any."""
    made = _as_data(Told(book, year), name, *as_data(book, year, name))
    return made if of_year else replace(made, year=None, of=None)


def of_chart(book: Book, name: str, year: str) -> Dataset:
    """Give the data of a chart of a year; what it measures is their note. A year without a report has no row."""
    message = charts.message(book, year, name)
    table = charts.build(book, year, name).table(book)
    none = label(book, "no_report")
    there = [tuple(row for row in group.rows if any(cell != none for cell in row.cells)) for group in table.groups]
    whole = replace(
        table,
        groups=tuple(replace(group, rows=rows) for group, rows in zip(table.groups, there, strict=True)),
        caption=charts.subject(book, year, name),
        notes=(message.measured,) if message.measured else (),
        source=message.source,
    )
    return _as_data(Told(book, year), f"{CHART}{name}", whole, None)


def _as_data(told, name, table: Table, declaration) -> Dataset:
    lines = [(group, row) for group in table.groups for row in group.rows if row.of_group is None]
    rows = [row for _group, row in lines]
    keys = _keys(told, table, declaration)
    shown = [*declaration.columns.values()] if declaration else [Shown()] * len(keys)
    parts = [
        *_around(told, lines),
        *_columns(told, table, dict(zip(keys, shown, strict=True)), [(row.head, *row.cells) for row in rows]),
        *_of_groups(told, lines),
        *_of_few(told, lines),
        *_of_figures(told, name, rows, declaration),
    ]
    names = _each_once(part.column.name for part in parts)  # a unit, say, may be called as another column is
    return Dataset(
        name,
        told.year,
        told.text(table.caption or Text(lv=name, en=name)),
        tuple(replace(part.column, name=one) for part, one in zip(parts, names, strict=True)),
        tuple(zip(*(part.values for part in parts), strict=True)),
        tuple(map(told.text, table.notes)),
        told.text(table.source) if table.source else None,
        of=told.cited(),
    )


@dataclass(frozen=True)
class _Part:
    """A column and what stands in it, row by row."""

    column: Column
    values: tuple[Value, ...]


def _keys(told, table: Table, declaration) -> list[str]:
    """Give the names of the columns: those that they are declared under, else after their heads."""
    keys = [*declaration.columns] if declaration else []
    if len(keys) == len(table.columns):
        return [key.replace("-", "_") for key in keys]
    return [*_each_once(_key(told, heading) for heading in table.columns)]


def _key(told, heading: Content) -> str:
    """Give what a column is headed in English, or what that is called in the data, as a name for programs."""
    words = heading.name.split(".")[-1] if isinstance(heading, Named) else told.words(heading, "en")
    return re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")


def _each_once(keys: Iterable[str]) -> Iterator[str]:
    """Yield names, with their place where there is none, or one is there already."""
    there: set[str] = set()
    for at, key in enumerate(keys, 1):
        name = key if key and key not in there else f"{key or 'column'}_{at}"
        there.add(name)
        yield name


def _around(told, lines) -> Iterator[_Part]:
    """Yield the columns of what stands round rows: the heading of their group, what is below it, which are totals."""
    headings = [group.heading.items if isinstance(group.heading, Stack) else (group.heading,) for group, _row in lines]
    for key, cells in (("group", [one[0] for one in headings]), ("group_about", [stack(*one[1:]) for one in headings])):
        if any(cell is not None for cell in cells):
            yield from _in_words(told, key, label(told.book, f"dataset_{key}"), cells)
    if any(row.total for _group, row in lines):
        heading = label(told.book, "dataset_total")
        yield _Part(Column("is_total", heading, "boolean"), tuple(row.total for _group, row in lines))


def _of_groups(told, lines) -> Iterator[_Part]:
    """Yield the columns of what rows say of their whole groups: words, and a number."""
    for heading in dict.fromkeys(one.of_group for group, _row in lines for one in group.rows if one.of_group):
        key, said = _key(told, heading), told.text(heading)
        found = [{one.of_group: one for one in group.rows}.get(heading, Row(None, (None,))) for group, _row in lines]
        yield from _in_words(told, key, said, [one.head for one in found])
        own = _about(told.book, "number", said)
        yield from _in_numbers(told.book, key, own, said, [told.figure(one.cells[0]) for one in found])


def _of_few(told, lines) -> Iterator[_Part]:
    """Yield the column that says whether a row, or what is said of its whole group, tells of few people."""
    cells = [
        (row.head, *row.cells, *(cell for one in group.rows if one.of_group for cell in one.cells))
        for group, row in lines
    ]
    small = tuple(any(map(told.is_of_few, each)) for each in cells)
    if any(small):
        yield _Part(Column("small_group", small_group(told.book), "boolean"), small)


def _of_figures(told, name, rows, declaration) -> Iterator[_Part]:
    """Yield the column of the names of the figures that each row is a record of, in a table of such records."""
    if name in _RECORDS:
        records = _RECORDS[name](told.book, told.year)
        keys = [row.name.removeprefix(f"{declaration.id}-") for row in rows]
        names = ([one for one in figures(told.book, told.year) if key in records.get(one, ())] for key in keys)
        column = Column("figures", label(told.book, "dataset_figures"), separator="\n")
        yield _Part(column, tuple("\n".join(each) or None for each in names))


def _columns(told, table, declared, rows) -> Iterator[_Part]:
    """Yield the columns of a table, each as one or several; one to be written in by hand is none.

    `declared` has the names of the columns, and how they are declared: that tells of what nothing stands in yet.
    """
    for at, ((key, shown), heading) in enumerate(zip(declared.items(), table.columns, strict=True)):
        kind = getattr(shown, "kind", None)
        cells = [row[at] if at < len(row) else None for row in rows]
        figures = [told.figure(cell) for cell in cells]
        words = [cell for cell, one in zip(cells, figures, strict=True) if one is None and cell not in (None, ABSENT)]
        if at in table.by_hand and all(isinstance(word, Blank) for word in words):
            continue
        said = told.text(heading)
        if marks := [cell for cell in cells if isinstance(cell, Mark)]:
            yield _Part(Column(key, said, "boolean"), tuple(mark.is_there for mark in marks))
            continue
        if POSITION in (key, shown.show) and all(isinstance(cell, str) and cell.isdecimal() for cell in cells):
            yield _Part(Column(key, said, "integer"), tuple(int(str(cell)) for cell in cells))
            continue
        if not words and (kind == "date" or any(one and one.kind is DATE for one in figures)):
            yield _Part(Column(key, said, "date"), tuple(one.value if one else None for one in figures))
            continue
        numbers = [one if one and one.value is not None and one.kind is not DATE else None for one in figures]
        is_said = bool(words) or not (any(figures) or at in table.numeric)
        if is_said:
            separator, repeats = _separator(cells, shown), shown.language == "other"
            for part in _in_words(told, key, said, cells, kind):
                yield replace(part, column=replace(part.column, separator=separator, repeats=repeats))
        if any(numbers) or not is_said:
            own = _about(told.book, "number", said) if is_said else said
            yield from _in_numbers(told.book, key, own, said, numbers)


def _separator(cells, shown):
    """Give what parts the items where a cell is a list: as they are joined on a page, else by lines."""
    if shown.several == "joined":
        return ", "
    return "\n" if any(isinstance(cell, Stack) and not cell.ordered for cell in cells) else ""


def _in_words(told, key, heading, cells, kind=None):
    there = [cell for cell in cells if cell is not None]
    if all(isinstance(cell, str) for cell in there) and (there or kind in _NAMES):  # the same in all languages
        return [_Part(Column(key, heading), tuple(told.words(cell, "lv") or None for cell in cells))]
    each = [told.each(cell) for cell in cells]
    columns = in_languages(key, heading)
    return [_Part(column, tuple(words[at] for words in each)) for at, column in enumerate(columns)]


def _about(book, what, heading) -> Text:
    """Give what a column beside that with a heading is headed, so that no two are headed alike."""
    return filled(label(book, f"dataset_{what}"), heading=heading)


def _in_numbers(book, key, own, heading, figures: list[Figure | None]) -> Iterator[_Part]:
    """Yield the columns of numbers: these, as their `own` heading says, the ends of ranges, and units that differ."""
    column = number_column(key, own, figures)
    yield _Part(column, tuple(number(one) for one in figures))
    if any(one and isinstance(one.value, Range) for one in figures):
        for end in ("low", "high"):
            said = _about(book, end, heading)
            about = Column(f"{key}_{end}", said, "integer", unit=RANGE.unit)
            yield _Part(about, tuple(range_end(one, end) for one in figures))
    if column.units:
        said, codes = _about(book, "unit", heading), unit_codes(book, column.units)
        yield _Part(Column(f"{key}_unit", said, codes=codes), column.units)


def unit_codes(book: Book, units: Iterable[Value]) -> tuple[tuple[str, Text], ...]:
    """Give the words for units, each once."""
    return tuple((str(unit), label(book, f"unit_{unit}")) for unit in dict.fromkeys(units) if unit)


def number_column(key: str, heading: Text, figures: list[Figure | None]) -> Column:
    """Give the column of figures: its unit, or those of its rows, and the decimals that people see."""
    there: list[Any] = [one for one in figures if one and one.value is not None]
    units = tuple(one.kind.unit if one and one.value is not None else None for one in figures)
    several = len({*units} - {None}) > 1
    whole = all(isinstance(one.value, int | Range) for one in there)
    places = max((_places(one.value) for one in there), default=0)
    signed = bool(there) and all("change" in one.kind.name for one in there)
    return Column(
        key,
        heading,
        "integer" if whole else "decimal",
        unit=None if several else next(filter(None, units), None),
        units=units if several else (),
        places=places,
        signed=signed,
    )


def number(figure: Figure | None) -> Value:
    """Give the number that a figure is, exact or to six places; None where it is not stated, or is a range."""
    plain = figure.plain if figure else None
    return None if isinstance(plain, str) else plain


def range_end(figure: Figure | None, end: str) -> Value:
    """Give the `low` or the `high` end of a figure that is a range, None of others."""
    return getattr(figure.value, end) if figure and isinstance(figure.value, Range) else None


def _places(value):
    if isinstance(value, int | Range):
        return 0
    return 1 if isinstance(value, Fraction) else min(max(0, -value.as_tuple().exponent), MOST_PLACES)
