"""What somebody filled in: each cell with its place in the sheet's own terms and the name in the data it is for."""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from macros.office.plain import short
from macros.office.take.cell import Cell
from macros.office.unzipped import WORKBOOK, Refused, unzipped
from macros.office.workbook import ENGLISH, HEAD, LABEL, LATVIAN, NAME, WAS, WAS_ENGLISH, YEAR_NAME
from macros.office.workbook.grid import MOST_COLUMNS, NAMES, in_grid
from macros.office.workbook.guide import FRONT, HEADS, LISTS
from macros.words.problems import Sentences

MOST_ROWS = 5000
"""How many rows of a sheet are looked at."""
MOST_SHEETS = 60
_FORMULA = (
    "te ir formula; ierakstiet pašu vērtību (kopējot: “Ielīmēt vērtības”)",
    "this is a formula; enter the value itself (when copying: “Paste values”)",
)
_NAMELESS = (
    "šai rindai datos nav vietas; ierakstiet to brīvā rindā vai, ja tādu vairs nav, nākamajā tabulā",
    "this row has no place in the data; enter it in a free row or, if none is left, in the next workbook",
)
_BESIDE = (
    "te ir piezīme blakus tabulai, tāpēc to neņem; ierakstiet to tās rindas baltajā šūnā, uz kuru tā attiecas",
    "this is a note beside the table, so it is not taken; write it in the white cell of the row that it is about",
)
_NO_NAMES = (
    "lapā nav slēpto kolonnu ar datu nosaukumiem, tāpēc no tās nav ņemts nekas; pārrakstiet to jaunā tabulā",
    "the sheet lacks the hidden columns with the names of the data, so nothing was taken; copy it to a new workbook",
)
_MOVED = (
    "šajā lapā kolonnas ir pārvietotas vai pievienotas, tāpēc no tās nav ņemts nekas; salieciet tās, kā bija",
    "columns of this sheet were moved or added, so nothing was taken; put them back as they were",
)
_ERROR = "te tabula rāda kļūdu; ierakstiet vērtību", "the sheet shows an error here; enter the value"


@dataclass(frozen=True)
class Filled:
    """A cell that came back; `was` is what it held when the workbook was made, None where that is not known."""

    place: Sentences
    name: str
    language: str
    cell: Cell
    was: str | None = None
    label: str = ""


def in_workbook(content: bytes) -> tuple[str | None, list[Filled]]:
    """Give the year that a workbook is for, and its cells. Raises `Refused`."""
    file = unzipped(content, WORKBOOK)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(file, read_only=True, keep_links=False)
            year = None
            cells: list[Filled] = []
            for title in book.sheetnames[:MOST_SHEETS]:
                rows = book[title].iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
                if title == FRONT:
                    year = _year(rows)
                elif title != LISTS:
                    cells += _in_sheet(title, rows)
    except Refused:
        raise
    except Exception:  # noqa: BLE001 – openpyxl raises whatever it stumbles on
        raise Refused(
            "Šo failu nevar nolasīt. Saglabājiet to no Excel vai LibreOffice kā .xlsx un mēģiniet vēlreiz.",
            "This file cannot be read. Save it as .xlsx from Excel or LibreOffice and try again.",
        ) from None
    if not cells:
        raise Refused(
            "Šajā failā nav ziņojuma tabulas. To dod report workbook vai “Darbi” → workbook.",
            "This file holds no spreadsheet of the report. report workbook or “Darbi” → workbook makes it.",
        )
    return year, cells


def _year(rows):
    for row in rows:
        if len(row) >= NAME and row[NAME - 1].value == YEAR_NAME:
            return str(row[LATVIAN - 1].value)
    return None


def _in_sheet(title: str, rows: Iterator[tuple[Any, ...]]) -> Iterator[Filled]:
    """Yield the cells of a sheet that are for the data."""
    first = next(rows, ())
    if first and first[0].value == NAMES:
        for row, column, name, language, cell, was in in_grid(first, rows):
            if name or (cell is not None and cell.value is not None):
                held = _cell(cell) if name else Cell(odd=_NAMELESS)
                yield Filled(_place(title, row, column), name, language, held, str(was or ""))
        return
    lines = [first, *rows]
    if moved := next(_moved(lines[HEAD - 1]), None) if len(lines) >= HEAD else None:
        yield Filled(_place(title, HEAD, moved), "", "lv", Cell(odd=_MOVED))
        return
    cells = [cell for row, line in enumerate(lines, 1) for cell in _in_row(title, row, line)]
    if any(map(_held, lines)) and not any(cell.name for cell in cells):
        cells = [Filled(_place(title, 1, NAME), "", "lv", Cell(odd=_NO_NAMES))]
    yield from cells


def _moved(line):
    """Yield the columns whose head is another's."""
    for column, cell in enumerate(line, 1):
        if cell.value and cell.value in HEADS.values() and cell.value != HEADS.get(column):
            yield column


def _place(title: str, row: int, column: int) -> Sentences:
    letter = f"{get_column_letter(column)}{row}"
    return f"lapa “{short(title)}”, šūna {letter}", f"sheet “{short(title)}”, cell {letter}"


def _in_row(title: str, row: int, line: tuple[Any, ...]) -> Iterator[Filled]:
    """Yield the cells of a row that are for the data; what somebody typed in a row without a name is told."""
    held = dict(enumerate(line, 1))
    name = _value(held, NAME)
    is_named = isinstance(name, str) and name
    for column, was, language in ((LATVIAN, WAS, "lv"), (ENGLISH, WAS_ENGLISH, "en")):
        place = _place(title, row, column)
        if is_named:
            before, label = (str(_value(held, one) or "") for one in (was, LABEL))
            yield Filled(place, name, language, _cell(held.get(column)), before, label)
        elif row > HEAD and _value(held, column) is not None:
            yield Filled(place, "", language, Cell(odd=_NAMELESS))
    for column, cell in held.items():
        if column > WAS_ENGLISH and cell.value not in (None, ""):
            yield Filled(_place(title, row, column), "", "lv", Cell(odd=_BESIDE))


def _held(line):
    return any(cell.value not in (None, "") for cell in line)


def _value(held, column):
    cell = held.get(column)
    return None if cell is None or cell.data_type == "f" else cell.value


def _cell(cell):
    if cell is None or cell.value is None:
        return Cell()
    if cell.data_type == "f":
        return Cell(odd=_FORMULA)
    if cell.data_type == "e":
        return Cell(odd=_ERROR)
    if isinstance(cell.value, str):
        return Cell(cell.value.replace("_x000D_", ""))  # what Excel makes of a line end of Windows
    return Cell(cell.value, "%" if "%" in str(cell.number_format) else "")
