"""Tables that are declared: `data/tables.yml`, and that of a year, say what stands in them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from macros.data.name import WHOLE, Name, parts, with_keys
from macros.data.schema import Text
from macros.data.schema.tables import KEYS, NUMBERS, Block, Column, Show, Shown
from macros.data.schema.tables import Table as Declared
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.kind import DATE
from macros.report.tables import expanded, found_as
from macros.show.tables.numbers import is_for_a_number, words_of
from macros.show.tables.shape import (
    Blank,
    Content,
    Group,
    Named,
    PageLink,
    Row,
    Stack,
    Table,
    Translated,
    filled,
    label,
    told,
)

STATUS = "status"
"""What is called so is one of the words of the form, which readers see in its own words."""
ABSENT = "–"
"""What stands where a row has nothing of this name at all, not even an empty place."""
POSITION = "position"
"""What the number of a row in its table is called."""
OWN_NAMES = ("key", POSITION)
"""What each row has besides its data: its key, and its number in the table."""
_NOTHING = object()
MARKS = (POSITION, "number", "name")
"""What stands in braces in the words of a declaration."""


@dataclass(frozen=True)
class Around:
    """Where names are looked for: in the row of the table, in what that is about, in what the table is about.

    `places` are the names of these, the nearest first; `key` is that of the row, `position` its number, `item` what of
    the data it shows.
    """

    book: Book
    year: str
    places: tuple[str, ...]
    key: str = ""
    position: int = 1
    item: Name = WHOLE

    def names(self, name: str) -> list[Name]:
        """Give what a name or a pattern stands for, nothing where there is no such thing."""
        if found := found_as(name, self.book.names[self.year], *self.places):
            return [Name(self.year, found)]
        tried = [*(f"{place}.{name}" for place in self.places), name]
        return next(filter(None, (expanded(self.book.site, Name(self.year, one)) for one in tried)), [])

    def figure(self, name: str) -> Figure | None:
        """Give the figure of a name, None where it is none."""
        found = self.book.names[self.year].get(found_as(name, self.book.names[self.year], *self.places) or "")
        return found if isinstance(found, Figure) else None

    def value(self, name: Name) -> Any:
        """Give what stands in the data under a name, a `Figure` where it is calculated, None where nothing does."""
        found = name.found(self.book.site, _NOTHING)
        return self.book.names[self.year].get(str(name)) if found is _NOTHING else found

    def has(self, name: str) -> bool:
        """Say whether something of this name is there, and not empty."""
        values = [self.value(one) for one in self.names(name)]
        return any((one.value is not None) if isinstance(one, Figure) else one for one in values)


@dataclass(frozen=True)
class _Line:
    """A row, the group that it belongs to, and what that is headed."""

    group: object
    heading: Content
    row: Row


def declared(book: Book, year: str, name: str, table: Declared, keys: tuple[str, ...]) -> Table:
    """Give the rows of a declared table; `keys` are what the stars in its name stand for."""
    lines = [line for block in rows(book, year, name, table, keys) for line in _lines(table, *block)]
    if isinstance(table.rows, dict) and table.groups:
        lines.sort(key=lambda line: [*table.groups].index(str(line.group)))
    groups = [(heading, [one.row for one in same]) for (_, heading), same in groupby(lines, _group_of)]
    numeric = frozenset(_numeric(book, year, table, lines))
    if table.total and lines:
        whole = Row(label(book, "total"), tuple(_totals(book, year, name, table)), total=True)
        groups = [*groups, (None, [whole])] if table.groups else [(groups[0][0], [*groups[0][1], whole])]
    return Table(
        tuple(Group(tuple(of_group), heading) for heading, of_group in groups),
        numeric,
        layout=table.layout or ("scroll" if numeric else "stacked"),
        by_hand=frozenset(at for at, one in enumerate(table.columns.values()) if one.by_hand and one.show is None),
    )


def _group_of(line):
    return line.group, line.heading


def rows(
    book: Book, year: str, name: str, table: Declared, keys: tuple[str, ...]
) -> Iterator[tuple[int, Block, list[Around]]]:
    """Yield each block of rows with its number, and where names are looked for in each of its rows."""
    around = Around(book, year, (with_keys(table.of, keys),) if table.of else ())
    pattern = f"tables.{name}.rows.*" if table.rows is None or isinstance(table.rows, dict) else table.rows
    for at, block in enumerate(pattern if isinstance(pattern, tuple) else (Block(each=pattern),)):
        each = with_keys(block.each, keys) if block.each else ""
        found = [_row_at(around, name, block, each, item) for item in (around.names(each) if each else [Name(year)])]
        there = [
            here
            for here in found
            if (not block.where or here.has(block.where))
            and (not block.unless or not here.has(block.unless))
            and (not block.differs_from or differ(here, _first(block), block.differs_from))
        ]
        yield at, block, [replace(here, position=position) for position, here in enumerate(there, 1)]


def _row_at(around, name, block, each, item):
    about = Name(item.year, with_keys(block.key_of, [around.value(item)])) if block.key_of else item
    key = about.keys[-1] if block.key_of else "_".join(item.matches(each) or about.keys[-1:])
    places = (f"tables.{name}.rows.{key}", *([str(about)] if each else []), *around.places)
    return replace(around, places=places, key=key, item=item)


def _lines(table, at, block, here) -> Iterator[_Line]:
    """Yield the rows of a block, each with its group: rows without any heading are one, from block to block."""
    of_two = bool(block.each and block.total)
    for index, row in enumerate(here):
        above = replace(row, places=(str(row.item.above.above), *row.places)) if of_two else row
        heading = show(above, block.heading) if block.heading and not (block.apart and index) else None
        group: object = above.places[0] if of_two else (at, index) if block.apart else at if heading else None
        if isinstance(table.rows, dict) and table.groups:
            group = row.value(row.item).group
            heading = table.groups[group]
        if block.show:
            head, *cells = (show(row, one) for one in block.show)
        else:
            head, *cells = (_cell(row, key, column) for key, column in table.columns.items())
        address = f"{table.id}-{row.key}" if table.id else ""
        place = row.item if row.item.keys[:1] == ("tables",) else None
        yield _Line(group, heading, Row(head, tuple(cells), name=address, place=place))
        if of_two and (index + 1 == len(here) or here[index + 1].item.above != row.item.above):
            several = index and here[index - 1].item.above == row.item.above
            if several and (whole := above.figure(block.total)):
                yield _Line(group, heading, Row(label(row.book, "total"), (Named(whole.name),), total=True))


def _first(block):
    return next((one for one in block.show if isinstance(one, str)), "")


def differ(here: Around, name: str, other: str) -> bool:
    """Say whether there are two figures, and one is not the other."""
    one, than = here.figure(name), here.figure(other)
    return one is not None and than is not None and one.value != than.value


def _cell(here: Around, key: str, column: Column) -> Content:
    if column.by_hand and column.show is None:
        return Blank()
    how = column.model_copy(update={"key_of": column.key_of or KEYS.get(column.kind or "")})
    content = show(here, key if column.show is None else column.show, how)
    if content is None and column.by_hand:
        return Blank()
    return PageLink(content) if column.kind == "page" and isinstance(content, str) else content


def show(here: Around, shown: Show | None, how: Shown | None = None) -> Content:
    """Give what is shown; what the data have no place for is left out of several, and a dash alone."""
    if isinstance(shown, Text):
        return _with_marks(here, shown)
    if isinstance(shown, Shown):
        return None if shown.needs and not here.has(shown.needs) else show(here, shown.show, shown)
    if isinstance(shown, tuple):
        contents = [content for one in shown if (content := show(here, one)) is not ABSENT]
        return Stack(tuple(contents)) if any(one is not None for one in contents) else None
    contents = _contents(here, shown or "", how or Shown())
    if how and how.several == "joined" and contents:
        words, names = ", ".join(map(str, contents)), here.names(shown or "")
        return told(words, names[0]) if names else words
    return _together(contents, how)


def _together(contents, how):
    if contents[1:] or (how and (how.holding or how.several)):
        return Stack(tuple(contents), ordered=bool(how and how.several)) if any(contents) else None
    return contents[0] if contents else ABSENT


def _contents(here, name, how) -> list[Content]:
    if name == POSITION:
        return [str(here.position)]
    if name == "key" and not how.key_of:
        return [here.key]
    if how.key_of:
        values = [here.key] if name == "key" else [here.value(one) for one in here.names(name)]
        keys = [key for value in values for key in (value if isinstance(value, tuple) else [value])]
        of = [None if key is None else Name(here.year, how.key_of.replace("*", str(key))) for key in keys]
        return [None if one is None else _content(here, one, how) for one in of]
    found = [one for one in here.names(name) if not _left_out(here, one)]
    if how.holding:
        return [
            words_of(here.book.site, one) for one in found if here.key in (here.value(one.below(how.holding)) or ())
        ]
    lists = [None if isinstance(here.value(one), Text) else parts(here.value(one)) for one in found]
    each = [
        [one] if inside is None else [one.below(key) for key in inside]
        for one, inside in zip(found, lists, strict=True)
    ]
    return [_content(here, one, how) for several in each for one in several]


def _left_out(here, name):
    """Tell whether a line of the data that may be left out is: then it is not that nothing is stated."""
    return here.value(name) is None and not here.book.loaded.is_typed(name)


def _content(here, name, how) -> Content:
    """Give what stands under a name; an empty place is shown as a number only where one belongs."""
    value = here.value(name)
    if isinstance(value, Text):
        return Translated(value) if how.language else value
    if isinstance(value, str):
        return told(label(here.book, f"status_{value}"), name) if name.keys[-1] == STATUS else value
    if value is None and not is_for_a_number(here.book.site, name):
        return None
    return Named(str(name))


def _with_marks(here, text):
    """Put what stands in braces, such as the number of a row, into words."""
    found = {mark: show(here, mark) for mark in MARKS if f"{{{mark}}}" in text.lv}
    if not found:
        return text
    return filled(text, **{mark: one if isinstance(one, Text) else str(one) for mark, one in found.items()})


def _totals(book, year, name, table) -> Iterator[Content]:
    if table.total != "sum":
        yield from map(Named, table.total)
        return
    for key in [*table.columns][1:]:
        total = f"tables.{name}.total.{key}"
        yield Named(total) if total in book.names[year] else ABSENT


def _numeric(book, year, table, lines) -> Iterator[int]:
    """Yield the indexes of the columns of numbers: those said to be such, or in which nothing else stands."""
    for at, column in enumerate(table.columns.values()):
        cells = [line.row.cells[at - 1] for line in lines if at and len(line.row.cells) >= at]
        if column.kind in NUMBERS or (not column.kind and cells and all(_is_number(book, year, one) for one in cells)):
            yield at


def _is_number(book, year, content):
    figure = book.names[year].get(content.name) if isinstance(content, Named) else None
    return isinstance(figure, Figure) and figure.kind is not DATE
