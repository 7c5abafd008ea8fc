"""What a workbook was made with: so that it can be told what was deleted, or typed where nothing is filled in.

Beside the lists on the hidden sheet each row has a line: its sheet, its name in the data, and what its locked cells
hold, each in its own column.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from macros.datasets.workbook import put

_MARK = "made with"
"""What stands above these columns."""

Row = tuple[Any, ...]


@dataclass(frozen=True)
class Held:
    """The sheet and the locked cells of each row that has a name, by column, and all words in locked cells.

    Those of rows without a name are in `nameless`, by sheet, in their order. A workbook that does not say so, as older
    ones do not, has none of these.
    """

    rows: dict[str, tuple[str, dict[int, Any]]]
    words: frozenset[str]
    nameless: dict[str, list[dict[int, Any]]]

    def is_foreign(self, name: str, column: int, value: Any, *, beside: bool) -> bool:
        """Say whether somebody typed what stands in a locked cell of a row, or beside the table."""
        if value in (None, "") or not self.words:
            return beside and value not in (None, "")
        _title, cells = self.rows.get(name, ("", {}))
        return value != cells.get(column) and value not in self.words

    def is_of_another(self, name: str, column: int, value: Any) -> bool:
        """Say whether in a locked cell of a row stands what belongs elsewhere."""
        return name in self.rows and value in self.words and value != self.rows[name][1].get(column)

    def is_nameless(self, column: int, value: Any) -> bool:
        """Say whether some row without a name, a heading or a total, had in a column what stands in one now."""
        return any(row.get(column) == value for rows in self.nameless.values() for row in rows)

    def gone(self, names: set[str]) -> Iterator[tuple[str, str]]:
        """Yield `(sheet, name)` of each row that is not among those that came back, of sheets that did."""
        back = {title for name, (title, _cells) in self.rows.items() if name in names}
        yield from ((title, name) for name, (title, _cells) in self.rows.items() if title in back and name not in names)


def put_held(made: Workbook, hidden: Worksheet, name_of: dict[str, int]) -> None:
    """Write on the hidden sheet what all others hold; `name_of` says which column has the names of each."""
    start, line = hidden.max_column + 1, 1
    put(hidden, line, start, _MARK)
    for sheet in made:
        for row in sheet.iter_rows() if sheet is not hidden else ():
            name = row[name_of[sheet.title] - 1].value if len(row) >= name_of[sheet.title] else None
            name = name if name and "." in name else None  # else it says what sheet this is
            cells = [cell for cell in row if cell.value is not None and cell.protection.locked]
            for at, content in ((0, sheet.title), (1, name)) if cells else ():
                put(hidden, line + 1, start + at, content)
            for cell in cells:
                if not (name and sheet.column_dimensions[get_column_letter(cell.column)].hidden):
                    put(hidden, line + 1, start + 1 + cell.column, cell.value)
            line += bool(cells)


def has_held(lines: list[Row]) -> bool:
    """Say whether a sheet is the one that says what the workbook was made with, by its rows."""
    return _start(lines) is not None


def _start(lines):
    """Give which column of a sheet, from 0, is the first of these, by its rows; None of another sheet."""
    return next((at for at, cell in enumerate(lines[0]) if cell.value == _MARK), None) if lines else None


def held(lines: list[Row]) -> Held:
    """Give what a workbook was made with, from the rows of its hidden sheet."""
    named: dict[str, tuple[str, dict[int, Any]]] = {}
    nameless: dict[str, list[dict[int, Any]]] = defaultdict(list)
    words: set[str] = set()
    start = _start(lines)
    for line in lines[1:] if start is not None else ():
        title, name, *cells = [cell.value for cell in line[start:]]
        words.update(one for one in cells if isinstance(one, str))
        if name:
            named[str(name)] = str(title), dict(enumerate(cells, 1))
        else:
            nameless[str(title)].append(dict(enumerate(cells, 1)))
    return Held(named, frozenset(words), dict(nameless))
