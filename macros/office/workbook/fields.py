"""Cells of a workbook: how words stand in them, how those look that are filled in, and what may be typed there."""

from openpyxl import Workbook
from openpyxl.styles import Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from macros.datasets.workbook import LETTERS, SIZE, put
from macros.html import palette
from macros.office.asked import Wanted
from macros.office.workbook.guide import LISTS, ODD, UNITS
from macros.office.workbook.sheets import Content

PLAIN, SMALL = Font(LETTERS, SIZE), Font(LETTERS, 9, color=palette.SOFT[1:])
WHITE, WASH, PALE = (PatternFill("solid", fgColor=one[1:]) for one in (palette.WHITE, palette.WASH, palette.PALE))
_OPEN = Protection(locked=False)
_LINES = Border(*[Side("thin", color=palette.LINE[1:])] * 4)
_FORMATS = {
    "day": "DD.MM.YYYY", "count": "0", "month": "0", "percent": "General", "hours": "General", "money": "General",
}  # fmt: skip
"""How cells show what they hold; all others are text, so that no office program makes a date of `6-7`."""
_ALLOWED = {
    "count": {"type": "whole", "operator": "greaterThanOrEqual", "formula1": "0"},
    "percent": {"type": "decimal", "operator": "between", "formula1": "0", "formula2": "100"},
    "hours": {"type": "decimal", "operator": "greaterThanOrEqual", "formula1": "0"},
    "money": {"type": "decimal", "operator": "greaterThanOrEqual", "formula1": "0"},
    "month": {"type": "whole", "operator": "between", "formula1": "1", "formula2": "12"},
    "day": {"type": "date", "operator": "greaterThan", "formula1": "36526"},  # 2000-01-01
}


class Lists:
    """The hidden sheet with what may be chosen, a column for each list."""

    def __init__(self, made: Workbook) -> None:
        """Make the sheet; there is nothing on it yet."""
        self.sheet = made.create_sheet(LISTS)
        self.sheet.sheet_state = "hidden"
        self._columns: dict[tuple[str, ...], str] = {}

    def range(self, wanted: Wanted) -> str:
        """Give where the words of a choice stand."""
        words = tuple(text.lv.strip(" .") for _key, text in wanted.words)
        if words not in self._columns:
            column = len(self._columns) + 1
            for row, word in enumerate(words, 1):
                put(self.sheet, row, column, word)
            letter = get_column_letter(column)
            self._columns[words] = f"{quote_sheetname(LISTS)}!${letter}$1:${letter}${len(words)}"
        return self._columns[words]


class Fields:
    """The cells of one sheet that are filled in."""

    def __init__(self, sheet: Worksheet, lists: Lists) -> None:
        """Take the sheet, and where lists stand from which something is chosen."""
        self._sheet, self._lists = sheet, lists
        self._allowed: dict[object, DataValidation] = {}

    def field(self, row: int, column: int, wanted: Wanted, content: Content) -> None:
        """Write a cell that is to be filled in, with what is there now."""
        cell = put(self._sheet, row, column, content)
        cell.protection, cell.border, cell.fill = _OPEN, _LINES, WHITE
        cell.number_format = _FORMATS.get(wanted.kind, "@")
        self._bound(cell, wanted)

    def _bound(self, cell, wanted):
        """Let office programs offer what may be chosen, and ask back where something else is typed."""
        choices = self._lists.range(wanted) if wanted.kind in ("choice", "yes_no") and wanted.words else ""
        rule = {"type": "list", "formula1": choices} if choices else _ALLOWED.get(wanted.kind)
        if rule is None:
            return
        if (wanted.kind, choices) not in self._allowed:
            bound = DataValidation(**rule, allow_blank=True, showErrorMessage=True, errorStyle="warning")
            bound.errorTitle, bound.error = ODD[0], ODD[1].format(unit=UNITS[wanted.kind])
            self._allowed[wanted.kind, choices] = bound
            self._sheet.add_data_validation(bound)
        self._allowed[wanted.kind, choices].add(cell)


def dressed(sheet: Worksheet, head: int) -> None:
    """Give a sheet its colour, its protection and how it is printed; `head` is the row that each page begins with."""
    sheet.sheet_properties.tabColor = palette.BRAND[1:]
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{head}:{head}"
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # which means that it is allowed
    sheet.protection.enable()
