"""A sheet on which each entry is a row: made, and read when it has come back.

The first row and column are hidden and say what each cell is for: `lv partner` above, `tables.partners.rows.+1` before
it. What a cell held when the sheet was made stands in a hidden column, below `was lv partner`.
"""

from collections.abc import Iterator
from typing import Any

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from macros.data.schema import LANGUAGES
from macros.datasets.workbook import HEADING, put
from macros.office.plain import plain
from macros.office.workbook.fields import PALE, SMALL, Fields, Lists, dressed
from macros.office.workbook.guide import IN_LANGUAGE, UNITS
from macros.office.workbook.sheets import Sheet

NAMES = "rows"
"""What stands in the corner of such a sheet, by which it is known."""
KEYS, SAID, HEAD, UNIT, FIRST = range(1, 6)
"""Its rows: what columns are for, what the sheet is on, headings, how it is written, the first entry."""
MOST_COLUMNS = 120
"""How many columns are looked at."""
_WAS = "was"
_WIDE, _NARROW = 34, 18


def grid(sheet: Worksheet, page: Sheet, lists: Lists) -> None:
    """Fill a sheet with the entries of a page that has heads."""
    put(sheet, KEYS, 1, NAMES)
    put(sheet, SAID, 2, page.heading).font = HEADING
    sheet.cell(SAID, 2).alignment = Alignment()
    fields = Fields(sheet, lists)
    values = [(line, line.wanted) for line in page.lines if line.wanted]
    size = len(page.heads)
    entries = [values[start : start + size] for start in range(0, len(values), size)]
    places = [*_places(entries[0], page.heads)]
    for column, (at, language, words) in enumerate(places, 2):
        line, wanted = entries[0][at]
        for row, said in ((HEAD, words), (UNIT, UNITS["words" if wanted.kind == "text" else wanted.kind])):
            cell = put(sheet, row, column, said)
            cell.font, cell.fill = (HEADING if row == HEAD else SMALL), PALE
        key = f"{language} {line.name.keys[-1]}"
        put(sheet, KEYS, column, key)
        put(sheet, KEYS, column + len(places), f"{_WAS} {key}")
        wide = wanted.kind in ("text", "words")
        sheet.column_dimensions[get_column_letter(column)].width = _WIDE if wide else _NARROW
        sheet.column_dimensions[get_column_letter(column + len(places))].hidden = True
    for row, cells in enumerate(entries, FIRST):
        put(sheet, row, 1, str(cells[0][0].name.above))
        for column, (at, language, _words) in enumerate(places, 2):
            line, wanted = cells[at]
            content = line.cells[language == "en"]
            fields.field(row, column, wanted, content)
            put(sheet, row, column + len(places), plain(content))
    sheet.column_dimensions["A"].hidden = sheet.row_dimensions[KEYS].hidden = True
    sheet.freeze_panes = sheet.cell(FIRST, 3)
    dressed(sheet, HEAD)


def _places(entry, heads) -> Iterator[tuple[int, str, str]]:
    """Yield for each column the place of its value in an entry, its language, and what stands above it."""
    for at, ((_line, wanted), words) in enumerate(zip(entry, heads, strict=True)):
        if wanted.kind == "text":
            yield at, "lv", words.lv
            yield at, "en", f"{words.in_('en')} {IN_LANGUAGE}"
        else:
            yield at, "lv", words.lv if words.lv == words.en else f"{words.lv} / {words.en}".removesuffix(" / ")


def in_grid(first: tuple[Any, ...], rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[int, int, str, str, Any, Any]]:
    """Yield `(row, column, name, language, cell, what it was)` of the cells of such a sheet, after its `first` row.

    The name of a cell in a row that somebody added is empty.
    """
    keys = {str(cell.value): at for at, cell in enumerate(first) if at and cell.value}
    for number, row in enumerate(rows, 2):
        name = row[0].value if row else None
        for key, at in keys.items() if name or number >= FIRST else ():
            language, _space, column = key.partition(" ")
            if language in LANGUAGES:
                was = keys.get(f"{_WAS} {key}", len(row))
                held = row[was].value if was < len(row) else None
                own = f"{name}.{column}" if isinstance(name, str) else ""
                yield number, at + 1, own, language, row[at] if at < len(row) else None, held
