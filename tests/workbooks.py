"""A workbook filled in as somebody would, cells by the names in the data, and taken into a project."""

import io
import shutil
import subprocess

import openpyxl
import pypdfium2
import pytest

from macros.office.take import take
from macros.office.take.filled import in_workbook
from macros.office.workbook import ENGLISH, LATVIAN, NAME
from macros.office.workbook.grid import FIRST, NAMES
from macros.report.opened import read_book

SOFFICE = shutil.which("soffice")
"""LibreOffice, where it is installed."""
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def recalculated(file):
    """Give a workbook as LibreOffice saves it, with what its formulas come to."""
    return _converted(file, "xlsx:Calc MS Excel 2007 XML")


def printed(file):
    """Give the words of a workbook that are seen where LibreOffice prints it; those that are cut off are not."""
    with pypdfium2.PdfDocument(_converted(file, "pdf")) as document:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    return " ".join(" ".join(pages).split())


def _converted(file, kind):
    home, saved = file.parent / "home", file.parent / "saved"
    command = [SOFFICE, f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", kind, "--outdir", saved]
    subprocess.run([*command, file], check=True, capture_output=True)
    return saved / f"{file.stem}.{kind.partition(':')[0]}"


def filled(content, values):
    """Type values into a workbook, by name; a pair is Latvian and English."""
    made = openpyxl.load_workbook(io.BytesIO(content))
    left = dict(values)
    for sheet in made:
        if is_grid(sheet):
            _type_rows(sheet, left)
            continue
        for row in sheet.iter_rows(max_col=NAME):
            if len(row) >= NAME and row[NAME - 1].value in left:
                value = left.pop(row[NAME - 1].value)
                both = value if isinstance(value, tuple) else (value,)
                for column, one in zip((LATVIAN, ENGLISH), both, strict=False):
                    row[column - 1].value = one
    assert left == {}
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


def is_grid(sheet):
    """Say whether each entry of a sheet is a row of its own."""
    return sheet.cell(1, 1).value == NAMES


def _type_rows(sheet, left):
    """Type values into a sheet on which each entry is a row."""
    keys = {cell.value: cell.column for cell in sheet[1]}
    for row in range(FIRST, sheet.max_row + 1):
        for key, column in keys.items():
            language, _space, of = str(key).partition(" ")
            name = f"{sheet.cell(row, 1).value}.{of}"
            if name in left and language in ("lv", "en"):
                both = left[name] if isinstance(left[name], tuple) else (left[name], None)
                sheet.cell(row, column).value = both[language == "en"]
    for name in [name for name in left if name.startswith("tables.")]:
        del left[name]


def taken_into(root, content):
    """Take a workbook into a project and write what came of it."""
    book = read_book(root)[0]
    year, cells = in_workbook(content)
    done = take(root, book, year, cells)
    for file, words in done.texts.items():
        (root / file).write_text(words, "utf-8")
    return done


def changed(content, change):
    """Give a workbook in which somebody has changed the sheet of the learners."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book["Audzēkņi pa jomām"])
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()


def rows_of(sheet, name):
    """Give the first row of what has a name, and how many rows it has."""
    rows = [row for row in range(1, sheet.max_row + 1) if str(sheet.cell(row, NAME).value).startswith(name)]
    return rows[0], len(rows)


def told(done):
    """Give the Latvian lines of what was told."""
    return [line.split("\n")[0] for line in done.told]
