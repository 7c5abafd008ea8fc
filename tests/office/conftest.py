"""A workbook to fill in, as somebody would: cells by the names in the data."""

import io

import openpyxl
import pytest

from macros.check import inspect
from macros.office.filled import in_workbook
from macros.office.take import take
from macros.office.workbook import ENGLISH, LATVIAN, NAME, workbook


@pytest.fixture
def fill():
    """Give a function that types values into a workbook, by name; a pair is Latvian and English."""

    def fill(content, values):
        made = openpyxl.load_workbook(io.BytesIO(content))
        left = dict(values)
        for sheet in made:
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

    return fill


@pytest.fixture
def handed_in(small, fill):
    """Give a function that fills in the workbook of the tiny report's year, takes it, writes it, and gives the outcome."""

    def handed_in(values, year="2020-2021"):
        book = inspect(small)[0]
        return taken_into(small, fill(workbook(book, year), values))

    return handed_in


def taken_into(root, content):
    """Take a workbook into a project and write what came of it."""
    book = inspect(root)[0]
    year, cells = in_workbook(content)
    done = take(root, book, year, cells)
    for file, words in done.texts.items():
        (root / file).write_text(words, "utf-8")
    return done
