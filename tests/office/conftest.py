"""A copy of the real project, to take things into, and the workbook of the tiny one."""

import pytest
from project import copied

from macros.office.workbook import workbook
from macros.report.opened import read_book


@pytest.fixture
def real(tmp_path):
    """A copy of the real project."""
    return copied(tmp_path)


@pytest.fixture(scope="session")
def made(prepared):
    """The workbook of the tiny report's year, in which nothing was typed."""
    return workbook(read_book(prepared)[0], "2020-2021")
