"""The workbook of the tiny report, and how it is handed in."""

import pytest
from workbooks import filled, taken_into

from macros.office.workbook import workbook
from macros.report.opened import read_book


@pytest.fixture(scope="session")
def made(prepared):
    """The workbook of the tiny report's year, in which nothing was typed."""
    return workbook(read_book(prepared)[0], "2020-2021")


@pytest.fixture
def handed_in(small, made):
    """Give a function that fills in the workbook of the tiny report's year and takes it."""
    return lambda values: taken_into(small, filled(made, values))
