"""A new table of the data, made of cells of a document: what stands in its columns is guessed from all their cells."""

import re
from collections.abc import Sequence

from macros.office.asked import Wanted
from macros.office.take.cell import Cell, Unclear
from macros.office.take.edits import Change, Content
from macros.office.take.entries import key_of
from macros.office.take.typed import understood

_SHARE = re.compile(r".*(?:%|procent\w*|per ?cent)", re.IGNORECASE | re.DOTALL)


def declaration(caption: str, cells: Sequence[Sequence[str]]) -> Content:
    """Give what stands below the name of a table with these cells, the heads first; its first column is one of texts.

    Raises `Unclear`.
    """
    keys: list[str] = []
    for head in cells[0]:
        keys.append(key_of(head, keys))
    kinds = ["text", *(_kind([row[at] for row in cells[1:]]) for at in range(1, len(keys)))]
    columns: dict[str, Content] = {}
    for name, kind, head in zip(keys, kinds, cells[0], strict=True):
        column: dict[str, Content] = {"heading": _typed(head, "text")}
        columns[name] = column if kind == "text" else {**column, "kind": _typed(kind, "words")}
    rows: dict[str, Content] = {}
    for row in cells[1:]:
        rows[key_of(row[0], rows)] = {
            name: _value(words, kind) for name, kind, words in zip(keys, kinds, row, strict=True)
        }
    return {"caption": _typed(caption, "text"), "columns": columns, "rows": rows}


def _value(words: str, kind: str) -> Change | None:
    kind = "day" if kind == "date" else kind
    value = understood(Cell(words), Wanted(kind, needed=False))
    return _typed(value, kind) if value else None


def _typed(value: str, kind: str) -> Change:
    return Change((), Wanted(kind, needed=True), {"lv": value})


def _kind(cells: Sequence[str]) -> str:
    """Give the kind of a column, as far as all its cells agree."""
    stated = [cell for cell in cells if cell]
    if not stated:
        return "text"
    kinds = ("percent",) if all(_SHARE.fullmatch(cell) for cell in stated) else ("count", "day")
    for kind in kinds:
        if all(_is_of(cell, kind) for cell in stated):
            return "date" if kind == "day" else kind
    return "text"


def _is_of(cell: str, kind: str) -> bool:
    try:
        return understood(Cell(cell), Wanted(kind, needed=False)) is not None
    except Unclear:
        return False
