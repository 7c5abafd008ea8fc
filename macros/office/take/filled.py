"""What somebody filled in: each cell with its place in the sheet's own terms and the name in the data it is for."""

import re
import warnings
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice
from typing import Any

from openpyxl import load_workbook
from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.utils import get_column_letter
from openpyxl.xml.functions import fromstring

from macros.data.schema import LANGUAGES
from macros.office.plain import decimal
from macros.office.take.cell import Cell, Filled, at_cell, exact, not_taken
from macros.office.take.missing import missing_columns, missing_rows, missing_sheets, mixed_up
from macros.office.unzipped import WORKBOOK, Refused, unzipped
from macros.office.workbook import BEFORE, ENGLISH, HEAD, LABEL, LATVIAN, NAME, WAS, WAS_ENGLISH, YEAR_NAME
from macros.office.workbook.grid import FIRST, MOST_COLUMNS, NAMES, in_grid
from macros.office.workbook.guide import LISTS
from macros.office.workbook.held import Held, has_held, held
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
_NOTHING_HERE = (
    "šajā rindā neko neieraksta: tas ir virsraksts, vai tabula to izrēķina pati; ierakstiet to baltajā šūnā",
    "nothing is entered in this row: it is a heading, or the sheet calculates it; enter it in a white cell",
)
_BESIDE = (
    "te ir piezīme blakus tabulai, tāpēc to neņem; ierakstiet to tās rindas baltajā šūnā, uz kuru tā attiecas",
    "this is a note beside the table, so it is not taken; write it in the white cell of the row that it is about",
)
_LOCKED = (
    "šo šūnu neaizpilda, tāpēc to, kas tajā ierakstīts, neņem; ierakstiet to baltajā šūnā, uz kuru tas attiecas",
    "this cell is not filled in, so what was typed there is not taken; write it in the white cell that it is about",
)
_YEAR_BEFORE = (
    "te ir pagājušā gada vērtība, un šeit to nelabo; šim gadam rakstiet kolonnā D, pagājušajam – tā gada tabulā",
    "this is last year’s value, not corrected here; write this year’s in column D, last year’s in its own workbook",
)
_REMARK = (
    "šūnai pievienoto komentāru neņem; ja tas jāraksta datos, ierakstiet to baltajā šūnā",
    "the comment on this cell is not taken; if it belongs in the data, write it in the white cell",
)
_LITERAL = re.compile(r'"[^"]*"|\\.')
"""Words in the format of a number, and signs that stand for themselves."""
_ERROR = "te tabula rāda kļūdu; ierakstiet vērtību", "the sheet shows an error here; enter the value"


@dataclass(frozen=True)
class _Layout:
    """Which column of a sheet has the names of its rows, which are hidden, which are filled in from the row `first`."""

    names: int
    hidden: AbstractSet[int]
    open: AbstractSet[int] = frozenset()
    first: int = 1


_LINES = _Layout(NAME, {NAME, WAS, WAS_ENGLISH}, {LATVIAN, ENGLISH}, HEAD + 1)
_FRONT = _Layout(NAME, {*range(BEFORE, WAS_ENGLISH + 1)})


def in_workbook(content: bytes) -> tuple[str | None, list[Filled]]:
    """Give the year that a workbook is for, and its cells. Raises `Refused`."""
    file = unzipped(content, WORKBOOK)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(file, read_only=True, keep_links=False)
            cells: list[Filled] = []
            all_lines = {title: [*_rows(book, title)] for title in book.sheetnames[:MOST_SHEETS]}
            lists = next((title for title, lines in all_lines.items() if title == LISTS or has_held(lines)), "")
            made = held(all_lines.pop(lists, []))
            year = next(filter(None, map(_year, made.nameless.values())), None)
            for title, lines in all_lines.items():
                if found := _year(dict(enumerate((cell.value for cell in line), 1)) for line in lines):
                    year = found
                    cells += _notes(title, lines, made, _FRONT)
                else:
                    cells += _in_sheet(title, lines, made)
                cells += _remarks(book, title)
            cells += [*missing_rows(cells, made), *missing_sheets(all_lines, made)]
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


def _rows(book, title):
    most = MOST_ROWS * (MOST_SHEETS if title == LISTS else 1)  # that one holds what stands on all others
    return book[title].iter_rows(max_row=most, max_col=MOST_COLUMNS)


def _year(rows):
    """Give the year that the first sheet is for, by its rows, whatever that sheet is called; None of another."""
    return next((str(row.get(LATVIAN)) for row in rows if row.get(NAME) == YEAR_NAME), None)


def _remarks(book, title: str) -> Iterator[Filled]:
    """Yield the cells of a sheet to which somebody has added a comment; openpyxl reads none where it reads only."""
    path, archive = get_rels_path(book[title]._worksheet_path), book._archive  # noqa: SLF001
    parts = get_dependents(archive, path) if path in archive.namelist() else ()
    for name in {part.target: None for part in parts if part.Type.endswith("/comments")}:
        for remark in islice(fromstring(archive.read(name)).iter("{*}comment"), MOST_ROWS):
            yield not_taken(at_cell(title, remark.get("ref")), _REMARK)


def _in_sheet(title: str, lines: list[tuple[Any, ...]], made: Held) -> Iterator[Filled]:
    """Yield the cells of a sheet that are for the data, and what was typed elsewhere on it."""
    if lines and lines[0] and lines[0][0].value == NAMES:
        for row, column, name, language, cell, was in in_grid(lines[0], iter(lines[1:])):
            value = cell.value if cell is not None else None
            if name:
                yield Filled(_place(title, row, column), name, language, _cell(cell), str(was or ""))
            elif value not in (None, "") and not made.is_nameless(column, value):
                yield not_taken(_place(title, row, column), _NAMELESS)
        keys = {column: str(cell.value) for column, cell in enumerate(lines[0], 1) if cell.value}
        seen = {column for column, key in keys.items() if key.startswith(LANGUAGES)}
        yield from missing_columns(title, lines, made)
        yield from _notes(title, lines, made, _Layout(1, keys.keys() - seen, seen, FIRST))
        return
    if odd := mixed_up(title, lines, made):
        yield odd
        return
    for row, line in enumerate(lines, 1):
        yield from _in_row(title, row, line, made)
    yield from _notes(title, lines, made, _LINES)


def _place(title: str, row: int, column: int) -> Sentences:
    return at_cell(title, f"{get_column_letter(column)}{row}")


def _in_row(title: str, row: int, line: tuple[Any, ...], made: Held) -> Iterator[Filled]:
    """Yield the cells of a row that are for the data; what somebody typed in a row without a name is told."""
    cells = dict(enumerate(line, 1))
    name = _value(cells, NAME)
    for column, was, language in ((LATVIAN, WAS, "lv"), (ENGLISH, WAS_ENGLISH, "en")):
        place, value = _place(title, row, column), _value(cells, column)
        if isinstance(name, str) and name:
            yield Filled(place, name, language, _cell(cells.get(column)), str(_value(cells, was) or ""))
        elif row > HEAD and value not in (None, "") and not made.is_nameless(column, value):
            label = _value(cells, LABEL)
            said = _NOTHING_HERE if label and made.is_nameless(LABEL, label) else _NAMELESS
            yield not_taken(place, said)


def _notes(title: str, lines: list[tuple[Any, ...]], made: Held, layout: _Layout) -> Iterator[Filled]:
    """Yield what somebody typed beside a table, or in it where nothing is filled in."""
    last = max(layout.hidden | layout.open)
    for row, line in enumerate(lines, 1):
        cells = dict(enumerate(line, 1))
        name = str(_value(cells, layout.names) or "")
        for column in cells.keys() - layout.hidden - (layout.open if name or row >= layout.first else set()):
            if made.is_foreign(name, column, cells[column].value, beside=column > last):
                said = _BESIDE if column > last else _YEAR_BEFORE if column == BEFORE and layout is _LINES else _LOCKED
                yield not_taken(_place(title, row, column), said)


def _value(cells, column):
    cell = cells.get(column)
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
    shown = str(cell.number_format)
    if "%" not in shown or not isinstance(cell.value, int | float):
        return Cell(cell.value)
    if "%" in _LITERAL.sub("", shown):
        return Cell(cell.value, "%")
    return Cell(f"{decimal(exact(cell.value))} %")  # the sign is but a word beside the number: 0.5 is 0.5 %
