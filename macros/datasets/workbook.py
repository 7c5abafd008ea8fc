"""A dataset as a workbook of spreadsheets: a sheet for each language, numbers as numbers; the same bytes each time."""

import datetime
import io
import re
import textwrap
import zipfile
from dataclasses import replace
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from macros.data.schema import LANGUAGES, Text
from macros.datasets.dataset import MOST_PLACES, Column, Dataset, Value
from macros.html import palette
from macros.report.book import Book
from macros.show.tables.shape import label

WRAPPED = Alignment(wrap_text=True, vertical="top")
_RIGHT = Alignment(wrap_text=True, vertical="top", horizontal="right", indent=1)
"""How numbers and days stand, with some room before the words beside them."""
LETTERS, SIZE = "Calibri", 11
"""The typeface of Excel, which others replace by one with letters as wide, and its size in points."""
HEADING = Font(LETTERS, SIZE, bold=True, color=palette.DEEP[1:])
_PALE = PatternFill("solid", fgColor=palette.PALE[1:])
_DATES = {"lv": "DD.MM.YYYY\\.", "en": "D MMMM YYYY"}
_UNITS = {"lv": {"percent": '{}" %"', "euro": '{}" €"'}, "en": {"percent": '{}"%"', "euro": '"€"{}'}}
_CENTS = 2
_WIDE, _NARROW, _LONG = 44, 16, 24
_ROOM = 1.2
"""How wide a column has to be for each letter of a word that is not to be broken, even where it is bold."""
SHEETS = {"lv": "Latviski", "en": "English"}
"""How the sheet of each language is called."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_LINE, _TALLEST, _USUAL = 15, 409, 8
"""The height of a line and the most that Excel gives a row, in points; the usual width of a column, in letters."""
_BY_HAND = re.compile(rb'(<row [^>]*?) customHeight="1"')
"""What openpyxl says of a row with a height: that it is to keep it, whatever is typed there later."""


def as_workbook(book: Book, dataset: Dataset) -> bytes:
    """Give the .xlsx file of a dataset."""
    made = Workbook()
    for language in LANGUAGES:
        sheet = made.active if language == LANGUAGES[0] else made.create_sheet()
        sheet.title = SHEETS[language]
        _fill(book, sheet, dataset.in_(language), language)
    return saved(made, dataset.title.lv)


def _fill(book, sheet: Worksheet, dataset: Dataset, language: str) -> None:
    above = [dataset.title.in_(language), *([dataset.of.in_(language)] if dataset.of else [])]
    if dataset.source:
        above.append(f"{label(book, 'source').in_(language)}: {dataset.source.in_(language)}")
    above += [note.in_(language) for note in (*dataset.notes, label(book, "dataset_empty"))]
    for row, words in enumerate(above, 1):
        put(sheet, row, 1, words).alignment = Alignment(vertical="top")
    sheet.cell(1, 1).font = HEADING
    head = len(above) + 2
    for at, column in enumerate(dataset.columns, 1):
        cell = put(sheet, head, at, column.heading.in_(language))
        aligned = _RIGHT if column.kind in ("integer", "decimal", "date") else WRAPPED
        cell.font, cell.fill, cell.alignment = HEADING, _PALE, aligned
        cells = [str(row[at - 1]) for row in dataset.rows]
        usual = _WIDE if any(len(one) > _LONG for one in cells) else _NARROW
        longest = max(len(word) for one in (*cells, str(cell.value)) for word in one.split())
        sheet.column_dimensions[get_column_letter(at)].width = max(usual, longest * _ROOM)
        looks: dict[str, Cell] = {}
        codes = _words(book, column)
        for row, values in enumerate(dataset.rows):
            value = values[at - 1]
            said = codes[value].in_(language) if value in codes else value
            shown = _format(_of_row(column, row, value), language)
            cell = put(sheet, head + 1 + row, at, said, like=looks.get(shown))
            if shown not in looks:
                cell.number_format, cell.alignment, looks[shown] = shown, aligned, cell
    sheet.freeze_panes = sheet.cell(head + 1, 1)
    last = f"{get_column_letter(len(dataset.columns))}{head + len(dataset.rows)}"
    sheet.auto_filter.ref = f"A{head}:{last}"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{head}:{head}"


def _words(book, column: Column) -> dict[Value, Text]:
    """Give the words for what stands in a column for programs; programs show a yes or a no each in its own way."""
    if column.kind == "boolean":
        return {True: label(book, "answer_yes"), False: label(book, "answer_no")}
    return dict(column.codes)


def _of_row(column: Column, row: int, value: Value) -> Column:
    """Give a column as it is in a row: where units differ, a number is shown with its own, and its own decimals."""
    if not column.units:
        return column
    places = max(0, -int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0
    return replace(column, unit=column.units[row], places=places if places <= MOST_PLACES else 1)


def _format(column: Column, language: str) -> str:
    """Give how office programs show what a column holds; words are text, so that no date is made of `6-7`."""
    if column.kind in ("text", "boolean"):
        return "@"
    if column.kind == "date":
        return _DATES[language]
    if column.unit is None:
        return "General"
    places = _CENTS if column.unit == "euro" and column.places else column.places
    shown = _UNITS[language].get(column.unit, "{}").format("0." + "0" * places if places else "0")
    return f"+{shown};-{shown};{shown}" if column.signed else shown


def put(
    sheet: Worksheet,
    row: int,
    column: int,
    content: str | int | Decimal | datetime.date | None,
    like: Cell | None = None,
) -> Cell:
    """Write a cell that looks `like` another; words are never a formula, whatever they begin with."""
    cell = sheet.cell(row, column)
    cell.value = float(content) if isinstance(content, Decimal) else content
    if isinstance(content, str):
        cell.data_type = "s"
    if like is None:
        cell.alignment = WRAPPED
    else:
        cell._style = like._style  # noqa: SLF001 – as openpyxl says styles are copied; to find each anew takes its time
    return cell


def saved(made: Workbook, title: str) -> bytes:
    """Give the file of a workbook without the moment at which it was made; its rows are as high as their words."""
    first, last = io.BytesIO(), io.BytesIO()
    for sheet in made:
        if sheet.sheet_state == "visible":
            _fit_rows(sheet)
    made.properties.creator, made.properties.title = "", title
    made.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(last, "w") as new:
        for name in old.namelist():
            content = _BY_HAND.sub(rb"\1", _MOMENT.sub(rb"\g<1>2000-01-01T00:00:00Z", old.read(name)))
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            new.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return last.getvalue()


def _fit_rows(sheet: Worksheet) -> None:
    """Give the rows the height that their words need: LibreOffice shows but the first line of a row that has none."""
    shown = {letter: one.width for letter, one in sheet.column_dimensions.items() if not one.hidden}
    hidden = sheet.column_dimensions.keys() - shown.keys()
    for row in sheet.iter_rows():
        cells = [cell for cell in row if isinstance(cell.value, str) and cell.column_letter not in hidden]
        height = max((_height(cell, shown.get(cell.column_letter, _USUAL)) for cell in cells), default=_LINE)
        if height > _LINE:
            sheet.row_dimensions[cells[0].row].height = min(height, _TALLEST)


def _height(cell: Cell, width: float) -> float:
    """Give how high words are in a column so many letters wide."""
    words = str(cell.value)
    if cell.data_type == "f" or not cell.alignment.wrap_text:
        return _LINE
    size = cell.font.sz
    letters = int(width * SIZE / size * (0.85 if cell.font.b else 0.95))
    return sum(max(len(textwrap.wrap(line, letters)), 1) for line in words.split("\n")) * _LINE * size / SIZE
