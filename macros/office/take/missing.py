"""What a workbook was made with and has lost since: sheets, columns, rows, or which row is which."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from openpyxl.utils import get_column_letter

from macros.data.schema import LANGUAGES
from macros.office.asked import NEW
from macros.office.take.cell import Cell, Filled, at_cell, not_taken, on_sheet
from macros.office.workbook import HEAD, HEADS, LABEL, NAME
from macros.office.workbook.grid import HEAD as HEAD_OF_GRID
from macros.office.workbook.grid import KEYS, NAMES
from macros.office.workbook.held import Held

_SHEETS = (
    "izdzēsts, bet datos viss paliek, kā bija; ja tur bija kas ierakstīts, ierakstiet to jaunā tabulā",
    "deleted, but the data stay as they were; if anything was typed there, enter it in a new workbook",
)
_COLUMN = (
    "šī kolonna izdzēsta, bet datos tās vērtības paliek; ja tajā bija kas ierakstīts, ierakstiet to jaunā tabulā",
    "this column was deleted, but its values stay in the data; if anything was typed there, enter it in a new workbook",
)
_OWN = (
    "šādas lapas ziņojuma tabulā nav, tāpēc no tās nav ņemts nekas; ierakstiet to tēmas lapas baltajās šūnās",
    "the report’s workbook has no such sheet, so nothing was taken; write it in the white cells of a topic’s sheet",
)
_NO_NAMES = (
    "lapā nav slēpto kolonnu vai rindu ar datu nosaukumiem, tāpēc no tās nav ņemts nekas; pārrakstiet to jaunā tabulā",
    "the sheet lacks hidden columns or rows with names of the data, so nothing was taken; copy it to a new workbook",
)
_UNDO = "salieciet, kā bija (Ctrl+Z), vai pārrakstiet jaunā tabulā", "undo that (Ctrl+Z) or copy it to a new workbook"
_MOVED = (
    f"šajā lapā kolonnas ir pārvietotas, pievienotas vai izdzēstas, tāpēc no tās nav ņemts nekas; {_UNDO[0]}",
    f"columns of this sheet were moved, added or deleted, so nothing was taken; {_UNDO[1]}",
)
_MIXED = (
    f"te ir citas rindas nosaukums, tāpēc nav zināms, kurai rindai kas pieder, un no lapas nav ņemts nekas; {_UNDO[0]}",
    f"this is the label of another row, so it is not known what belongs to which and nothing was taken; {_UNDO[1]}",
)
Lines = Sequence[tuple[Any, ...]]
"""The rows of a sheet, each with its cells from the first column on."""


def missing_sheets(sheets: Mapping[str, Lines], made: Held) -> Iterator[Filled]:
    """Yield the sheets that a workbook was made with and of which it has neither a row nor anything else."""
    back = {title for lines in sheets.values() for title in _titles(lines, made)}
    back |= {title for title, lines in sheets.items() if any(map(_holds, lines))}
    gone = [title for title in dict.fromkeys(title for title, _cells in made.rows.values()) if title not in back]
    if gone:
        titles = ", ".join(f"“{title}”" for title in gone)
        lv, en = ("lapas", "sheets") if len(gone) > 1 else ("lapa", "sheet")
        yield not_taken((f"{lv} {titles}", f"{en} {titles}"), _SHEETS)


def missing_columns(title: str, lines: Lines, made: Held) -> Iterator[Filled]:
    """Yield the columns that are gone from a sheet on which each entry is a row."""
    there = {cell.value for cell in lines[KEYS - 1]}
    for before in _titles(lines, made):
        keys, heads = (made.nameless[before][row - 1] for row in (KEYS, HEAD_OF_GRID))
        for column, key in keys.items():
            if key not in there and str(key).partition(" ")[0] in LANGUAGES:
                head = f" “{heads[column]}”"
                yield not_taken(on_sheet(title, (f", kolonna{head}", f", column{head}")), _COLUMN)


def missing_rows(cells: Sequence[Filled], made: Held) -> Iterator[Filled]:
    """Yield the rows that are no longer on a sheet that is still there."""
    names = {cell.name for cell in cells}
    names |= {name.rpartition(".")[0] for name in names}
    for title, name in made.gone(names):
        if NEW not in name:
            yield Filled(on_sheet(title), name, "lv", Cell(), is_gone=True)


def mixed_up(title: str, lines: Lines, made: Held) -> Filled | None:
    """Give the cell that shows why nothing can be taken from a sheet of lines, None where there is no reason."""
    if any(made.nameless.get(one, [{}])[0].get(KEYS) == NAMES for one in (title, *_titles(lines, made))):
        return not_taken(on_sheet(title), _NO_NAMES)
    moved = next(_moved(lines[HEAD - 1]), None) if len(lines) >= HEAD else None
    columns = {column for line in lines for column, cell in enumerate(line, 1) if str(cell.value) in made.rows}
    if moved or (columns and NAME not in columns):
        return not_taken(at_cell(title, f"{get_column_letter(moved or NAME - 1)}{HEAD}"), _MOVED)
    long = [(row, line) for row, line in enumerate(lines, 1) if len(line) >= NAME]
    of_others = [row for row, line in long if made.is_of_another(line[NAME - 1].value, LABEL, line[LABEL - 1].value)]
    if len(of_others) > 1:
        return not_taken(at_cell(title, f"{get_column_letter(LABEL)}{of_others[0]}"), _MIXED)
    names = {line[NAME - 1].value for _row, line in long} - {None, ""}
    if any(map(_holds, lines)) and not (names & made.rows.keys() if made.rows else names):
        is_own = made.rows and title not in made.nameless
        return not_taken(on_sheet(title), _OWN if is_own else _NO_NAMES)
    return None


def _titles(lines: Lines, made: Held) -> set[str]:
    """Give what the sheets were called whose rows these are."""
    return {made.rows[str(cell.value)][0] for line in lines for cell in line if str(cell.value) in made.rows}


def _moved(line):
    """Yield the columns whose head is another's."""
    for column, cell in enumerate(line, 1):
        if cell.value and cell.value in HEADS.values() and cell.value != HEADS.get(column):
            yield column


def _holds(line):
    return any(cell.value not in (None, "") for cell in line)
