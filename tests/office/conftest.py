"""The workbook of the tiny report."""

import pytest

from macros.office.workbook import workbook
from macros.report.opened import read_book


@pytest.fixture(scope="session")
def made(prepared):
    """The workbook of the tiny report's year, in which nothing was typed."""
    return workbook(read_book(prepared)[0], "2020-2021")
