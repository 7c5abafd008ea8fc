"""A table with one thing in each cell, as data are read: what pages show one below the other has columns of its own."""

import re
from collections.abc import Callable
from dataclasses import replace

from macros.data.schema import Text
from macros.data.schema.tables import Block, Column, Show, Shown
from macros.data.schema.tables import Table as Declared
from macros.show.tables.declared import MARKS
from macros.show.tables.shape import Content, Row, Stack, Table


def parted(table: Declared, heading: Callable[[str], Text | None]) -> Declared:
    """Give a declaration in which each part of a column is one; `heading` gives what a part is headed, if it has words.

    A column is left as it is where rows of different makes show different numbers of things in it, and where the totals
    of a table are named one by one.
    """
    blocks = table.rows if isinstance(table.rows, tuple) else ()
    columns: dict[str, Column] = {}
    places: list[int] = []
    for at, (key, column) in enumerate(table.columns.items()):
        parts = () if isinstance(table.total, tuple) else _parts([column, *blocks], at)
        places += [at] * bool(parts)
        for part in parts:
            name, bare = _unlike(_called(part), columns), _bare(part)
            kind = "name" if bare is not part else column.kind if name == key else None
            shown = bare if column.show else None
            columns[name] = Column(heading=heading(name) or column.heading, kind=kind, show=shown)
        if not parts:
            columns[key] = column
    made = tuple(block.model_copy(update={"show": _each(block.show, places)}) for block in blocks)
    return table.model_copy(update={"columns": columns, "rows": made or table.rows})


def _parts(makes: list[Column | Block], at: int) -> tuple[Show, ...]:
    """Give what is shown below each other in a column, as its first rows have it, nothing where it is one thing."""
    shown = [make.show if isinstance(make, Column) else make.show[at] for make in makes if make.show]
    several = [one for one in shown if isinstance(one, tuple)]
    alike = len(several) == len(shown) and len({len(one) for one in several}) == 1
    return several[0] if alike else ()


def _each(shown: tuple[Show, ...], places: list[int]) -> tuple[Show, ...]:
    """Give what a row shows, with the parts of the columns at some places one by one."""
    parts = [one if at in places and isinstance(one, tuple) else (one,) for at, one in enumerate(shown)]
    return tuple(_bare(part) for several in parts for part in several)


def _called(part) -> str:
    """Give what a part of a column is called: as the last word of its name, or after what its words stand round."""
    if isinstance(part, Shown):
        return _called(part.show)
    if isinstance(part, Text):
        return "name" if _marks(part) == ["name"] else "number"
    return part.rpartition(".")[2] if isinstance(part, str) else "part"


def _unlike(name, taken) -> str:
    """Give a name that is not taken yet."""
    return next(one for one in (name, *(f"{name}_{at}" for at in range(2, len(taken) + 3))) if one not in taken)


def _bare(part: Show) -> Show:
    """Give a part without the words round it: `{number}` of `No. {number}`."""
    marks = _marks(part) if isinstance(part, Text) else []
    return marks[0] if len(marks) == 1 else part


def _marks(text) -> list[str]:
    return [mark for mark in re.findall(r"\{(\w+)\}", text.lv) if mark in MARKS]


def cells_parted(table: Table, declaration: Declared) -> Table:
    """Give a table that the program fills with the parts of its cells in columns of their own.

    A cell that is not of so many parts stands in the last of them.
    """
    widths = [len(one.show) if isinstance(one.show, tuple) else 1 for one in declaration.columns.values()]
    if not any(width > 1 for width in widths):
        return table

    def parts(cell: Content, width: int) -> list[Content]:
        if width > 1 and isinstance(cell, Stack) and len(cell.items) == width:
            return [*cell.items]
        return [*[None] * (width - 1), cell]

    def of_row(row: Row) -> Row:
        cells = zip((row.head, *row.cells), widths, strict=True)
        head, *rest = (part for cell, width in cells for part in parts(cell, width))
        return replace(row, head=head, cells=tuple(rest))

    groups = (replace(group, rows=tuple(map(of_row, group.rows))) for group in table.groups)
    return replace(table, groups=tuple(groups))
