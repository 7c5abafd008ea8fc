"""The sheets of a year as an .xlsx file that Excel, LibreOffice and Google Sheets open; the same bytes each time."""

import io
import re
import zipfile
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from macros.html import palette
from macros.office.asked import Wanted
from macros.office.guide import FRONT, LISTS, ODD, TOTALS, UNITS, front, heads
from macros.office.plain import plain
from macros.office.sheets import Content, Sheet, sheets
from macros.report.book import Book
from macros.report.compute import Figure
from macros.words.language import year_after

LABEL, LABEL_EN, BEFORE, LATVIAN, ENGLISH, UNIT, NAME, WAS, WAS_ENGLISH = range(1, 10)
"""The columns of a sheet; the last three, for the program, are hidden."""
YEAR_NAME = "year"
"""What stands in the column of names beside the year on the first sheet."""
_HEAD = 2  # the row with the heads of the columns; above it stands what the sheet is on
_WIDTHS = {LABEL: 46, LABEL_EN: 30, BEFORE: 30, LATVIAN: 54, ENGLISH: 46, UNIT: 24}
_OPEN = Protection(locked=False)
_LINES = Border(*[Side("thin", color=palette.LINE[1:])] * 4)
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_PLAIN, _SMALL, _HEADING = Font(), Font(size=9, color=palette.SOFT[1:]), Font(bold=True, color=palette.DEEP[1:])
_WHITE, _WASH, _PALE = (PatternFill("solid", fgColor=one[1:]) for one in (palette.WHITE, palette.WASH, palette.PALE))
_FORMATS = {"day": "DD.MM.YYYY", "count": "0", "month": "0", "percent": "General", "hours": "General"}
"""How cells show what they hold; all others are text, so that no office program makes a date of `6-7`."""
_ALLOWED = {
    "count": {"type": "whole", "operator": "greaterThanOrEqual", "formula1": "0"},
    "percent": {"type": "decimal", "operator": "between", "formula1": "0", "formula2": "100"},
    "hours": {"type": "decimal", "operator": "greaterThanOrEqual", "formula1": "0"},
    "month": {"type": "whole", "operator": "between", "formula1": "1", "formula2": "12"},
    "day": {"type": "date", "operator": "greaterThan", "formula1": "36526"},  # 2000-01-01
}
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def workbook(book: Book, year: str) -> bytes:
    """Give the workbook of a year."""
    made, pages = Workbook(), sheets(book, year)
    _front(made.active, year, pages)
    places = {
        str(line.name): f"{quote_sheetname(page.title)}!${get_column_letter(LATVIAN)}${row}"
        for page in pages
        for row, line in _rows(page)
    }
    lists = _Lists(made)
    for page in pages:
        _sheet(made.create_sheet(page.title), page, year, places, lists)
    made.move_sheet(lists.sheet, len(pages))
    return _same_bytes(made)


def _rows(page: Sheet):
    """Yield each line with the number of its row; a row is left free above the totals, for their heading."""
    first_total = next((at for at, line in enumerate(page.lines) if line.total), len(page.lines))
    for at, line in enumerate(page.lines):
        yield _HEAD + 1 + at + (at >= first_total), line


def _front(sheet: Worksheet, year: str, pages: tuple[Sheet, ...]) -> None:
    sheet.title = FRONT
    sheet.column_dimensions["A"].width = 110
    said, row = front(year), 0
    for paragraphs in said.values():
        for number, words in enumerate(paragraphs):
            row += 1
            cell = _put(sheet, row, LABEL, words)
            cell.font = _PLAIN if number else _HEADING
        row += 1
    for page in pages:
        row += 1
        _put(sheet, row, LABEL, f"{page.title}: {page.said.lv} / {page.said.en}").font = _SMALL
    _put(sheet, 1, LATVIAN, year)
    _put(sheet, 1, NAME, YEAR_NAME)
    for column in range(BEFORE, WAS_ENGLISH + 1):
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    sheet.protection.enable()


class _Lists:
    """The hidden sheet with what may be chosen, a column for each list."""

    def __init__(self, made: Workbook) -> None:
        self.sheet = made.create_sheet(LISTS)
        self.sheet.sheet_state = "hidden"
        self._columns: dict[tuple[str, ...], str] = {}

    def range(self, wanted: Wanted) -> str:
        """Give where the words of a choice stand."""
        words = tuple(text.lv.strip(" .") for _key, text in wanted.words)
        if words not in self._columns:
            column = len(self._columns) + 1
            for row, word in enumerate(words, 1):
                _put(self.sheet, row, column, word)
            letter = get_column_letter(column)
            self._columns[words] = f"{quote_sheetname(LISTS)}!${letter}$1:${letter}${len(words)}"
        return self._columns[words]


def _sheet(sheet: Worksheet, page: Sheet, year: str, places: dict[str, str], lists: _Lists) -> None:
    _put(sheet, 1, LABEL, f"{page.said.lv[:1].upper()}{page.said.lv[1:]} / {page.said.en}").font = _HEADING
    for column, words in enumerate(heads(year, year_after(year, -1)), LABEL):
        cell = _put(sheet, _HEAD, column, words)
        cell.font, cell.fill = _HEADING, _PALE
    allowed: dict[object, DataValidation] = {}
    totals = False
    for row, line in _rows(page):
        if line.total and not totals:
            totals = True
            _put(sheet, row - 1, LABEL, TOTALS).font = _HEADING
        _labels(sheet, row, line)
        if line.total:
            cell = sheet.cell(row, LATVIAN, formula(line.total, places))
            cell.number_format = "0.0" if line.total.kind.is_share else "0"
        elif line.wanted:
            _fields(sheet, row, line)
            _bound(sheet, row, line.wanted, allowed, lists)
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[get_column_letter(column)].width = width
    no_year_before = () if any(line.before is not None for line in page.lines) else (BEFORE,)
    for column in (*no_year_before, NAME, WAS, WAS_ENGLISH):
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    sheet.freeze_panes = sheet.cell(_HEAD + 1, BEFORE)
    sheet.sheet_properties.tabColor = palette.BRAND[1:]
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_HEAD}:{_HEAD}"
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # which means that it is allowed
    sheet.protection.enable()


def _labels(sheet, row, line):
    for column, words in ((LABEL, line.label.lv), (LABEL_EN, line.label.en)):
        cell = _put(sheet, row, column, words)
        heading = not line.wanted and not line.total
        cell.font = _SMALL if column == LABEL_EN else _HEADING if heading else _PLAIN
        cell.alignment = Alignment(wrap_text=True, vertical="top", indent=max(line.depth - 1, 0))
        if heading:
            for one in range(LABEL, UNIT + 1):
                sheet.cell(row, one).fill = _PALE if line.depth <= 1 else _WASH
    if line.before is not None:
        _put(sheet, row, BEFORE, line.before).font = _SMALL


def _fields(sheet, row, line):
    in_both = line.wanted.kind == "text"
    for column, was, content in ((LATVIAN, WAS, line.cells[0]), (ENGLISH, WAS_ENGLISH, line.cells[1])):
        if column == LATVIAN or in_both:
            cell = _put(sheet, row, column, content)
            cell.protection, cell.border, cell.fill = _OPEN, _LINES, _WHITE
            cell.number_format = _FORMATS.get(line.wanted.kind, "@")
            _put(sheet, row, was, plain(content)).alignment = Alignment()
    _put(sheet, row, UNIT, UNITS[line.wanted.kind]).font = _SMALL
    _put(sheet, row, NAME, str(line.name))


def _bound(sheet, row, wanted, allowed, lists):
    """Let office programs offer what may be chosen, and ask back where something else is typed."""
    choices = lists.range(wanted) if wanted.kind in ("choice", "keys") and wanted.words else ""
    rule = {"type": "list", "formula1": choices} if wanted.kind == "choice" else _ALLOWED.get(wanted.kind)
    if rule is None:
        return
    if (wanted.kind, choices) not in allowed:
        bound = DataValidation(**rule, allow_blank=True, showErrorMessage=True, errorStyle="warning")
        bound.errorTitle, bound.error = ODD[0], ODD[1].format(unit=UNITS[wanted.kind])
        allowed[wanted.kind, choices] = bound
        sheet.add_data_validation(bound)
    allowed[wanted.kind, choices].add(sheet.cell(row, LATVIAN))


def _put(sheet: Worksheet, row: int, column: int, content: Content) -> Cell:
    """Write a cell; words are never a formula, whatever they begin with."""
    cell = sheet.cell(row, column)
    cell.value = float(content) if isinstance(content, Decimal) else content
    if isinstance(content, str):
        cell.data_type = "s"
    cell.alignment = _WRAPPED
    return cell


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


def _same_bytes(made: Workbook) -> bytes:
    """Give the file without the moment at which it was made."""
    first, last = io.BytesIO(), io.BytesIO()
    made.properties.creator, made.properties.title = "", FRONT
    made.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(last, "w") as new:
        for name in old.namelist():
            content = _MOMENT.sub(rb"\g<1>2000-01-01T00:00:00Z", old.read(name))
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            new.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return last.getvalue()
