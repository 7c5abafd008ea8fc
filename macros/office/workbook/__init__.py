"""The sheets of a year as an .xlsx file that Excel, LibreOffice and Google Sheets open; the same bytes each time."""

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from macros.datasets.workbook import HEADING, put, saved
from macros.office.plain import plain
from macros.office.workbook.fields import PALE, PLAIN, SMALL, WASH, Fields, Lists, dressed
from macros.office.workbook.grid import grid
from macros.office.workbook.guide import FRONT, TOTALS, UNITS, front
from macros.office.workbook.held import put_held
from macros.office.workbook.sheets import Sheet, sheets
from macros.report.book import Book
from macros.report.compute import Figure
from macros.words.language import school_year, year_after

LABEL, LABEL_EN, BEFORE, LATVIAN, ENGLISH, UNIT, NAME, WAS, WAS_ENGLISH = range(1, 10)
"""The columns of a sheet; the last three, for the program, are hidden."""
HEADS = {
    LABEL: "Kas jāieraksta",
    LABEL_EN: "What is asked",
    ENGLISH: "Teksts angliski / text in English",
    UNIT: "Kā raksta / how it is written",
}
"""What stands above the columns each year; above those of two years, these are named."""
YEAR_NAME = "year"
"""What stands in the column of names beside the year on the first sheet."""
HEAD = 2
"""The row with the heads of the columns; above it stands what the sheet is on."""
_WIDTHS = {LABEL: 46, LABEL_EN: 30, BEFORE: 30, LATVIAN: 54, ENGLISH: 46, UNIT: 24}


def workbook(book: Book, year: str) -> bytes:
    """Give the workbook of a year."""
    made, pages = Workbook(), sheets(book, year)
    _front(made.active, year, pages)
    places = {
        str(line.name): f"{quote_sheetname(page.title)}!${get_column_letter(LATVIAN)}${row}"
        for page in pages
        if not page.heads
        for row, line in _rows(page)
    }
    lists = Lists(made)
    for page in pages:
        if page.heads:
            grid(made.create_sheet(page.title), page, lists)
        else:
            _sheet(made.create_sheet(page.title), page, year, places, lists)
    made.move_sheet(lists.sheet, len(pages))
    put_held(made, lists.sheet, {FRONT: NAME, **{page.title: 1 if page.heads else NAME for page in pages}})
    return saved(made, FRONT)


def _rows(page: Sheet):
    """Yield each line with the number of its row; a row is left free above the totals, for their heading."""
    first_total = next((at for at, line in enumerate(page.lines) if line.total), len(page.lines))
    for at, line in enumerate(page.lines):
        yield HEAD + 1 + at + (at >= first_total), line


def _front(sheet: Worksheet, year: str, pages: tuple[Sheet, ...]) -> None:
    sheet.title = FRONT
    sheet.column_dimensions["A"].width = 110
    said, row = front(year), 0
    for paragraphs in said.values():
        for number, words in enumerate(paragraphs):
            row += 1
            cell = put(sheet, row, LABEL, words)
            cell.font = PLAIN if number else HEADING
        row += 1
    for page in pages:
        row += 1
        put(sheet, row, LABEL, page.heading).font = SMALL
    put(sheet, 1, LATVIAN, year)
    put(sheet, 1, NAME, YEAR_NAME)
    for column in range(BEFORE, WAS_ENGLISH + 1):
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    dressed(sheet, 1)


def _sheet(sheet: Worksheet, page: Sheet, year: str, places: dict[str, str], lists: Lists) -> None:
    title = put(sheet, 1, LABEL, page.heading)
    title.font, title.alignment = HEADING, Alignment(vertical="top")
    years = {BEFORE: year_after(year, -1), LATVIAN: year}
    of_years = {at: f"{school_year(one, 'lv')} mācību gadā / in {school_year(one, 'en')}" for at, one in years.items()}
    for column, words in (HEADS | of_years).items():
        cell = put(sheet, HEAD, column, words)
        cell.font, cell.fill = HEADING, PALE
    fields = Fields(sheet, lists)
    totals = False
    for row, line in _rows(page):
        if line.total and not totals:
            totals = True
            put(sheet, row - 1, LABEL, TOTALS).font = HEADING
        _labels(sheet, row, line)
        if line.total:
            cell = sheet.cell(row, LATVIAN, formula(line.total, places))
            cell.number_format = "0.0" if line.total.kind.is_share else "0"
        elif line.wanted:
            _fields(sheet, row, line, fields)
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[get_column_letter(column)].width = width
    no_year_before = () if any(line.before is not None for line in page.lines) else (BEFORE,)
    for column in (*no_year_before, NAME, WAS, WAS_ENGLISH):
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    sheet.freeze_panes = sheet.cell(HEAD + 1, BEFORE)
    dressed(sheet, HEAD)


def _labels(sheet, row, line):
    for column, words in ((LABEL, line.label.lv), (LABEL_EN, line.label.en)):
        cell = put(sheet, row, column, words)
        heading = not line.wanted and not line.total
        cell.font = SMALL if column == LABEL_EN else HEADING if heading else PLAIN
        cell.alignment = Alignment(wrap_text=True, vertical="top", indent=max(line.depth - 1, 0))
        if heading:
            for one in range(LABEL, UNIT + 1):
                sheet.cell(row, one).fill = PALE if line.depth <= 1 else WASH
    if line.before is not None:
        put(sheet, row, BEFORE, line.before).font = SMALL


def _fields(sheet, row, line, fields):
    in_both = line.wanted.kind == "text"
    for column, was, content in ((LATVIAN, WAS, line.cells[0]), (ENGLISH, WAS_ENGLISH, line.cells[1])):
        if column == LATVIAN or in_both:
            fields.field(row, column, line.wanted, content)
            put(sheet, row, was, plain(content)).alignment = Alignment()
    put(sheet, row, UNIT, UNITS[line.wanted.kind]).font = SMALL
    put(sheet, row, NAME, str(line.name))


def formula(figure: Figure, places: dict[str, str]) -> str:
    """Give how a sheet calculates a figure; a dash while something it follows from is empty or no number."""
    parts = [places[part] for part in figure.parts if part in places]
    if len(parts) < len(figure.parts):
        return "–"
    known = f"COUNT({','.join(parts)})={len(parts)}"
    if figure.operation == "sum":
        done = f"SUM({','.join(parts)})"
    elif figure.operation == "difference":
        done = f"{parts[1]}-{parts[0]}"
    else:
        known, done = f"{known},{parts[1]}<>0", f"100*{parts[0]}/{parts[1]}"
    return f'=IF(AND({known}),{done},"–")'
