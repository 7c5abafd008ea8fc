"""A file that somebody sends takes neither minutes nor all of the log."""

import io
import re
import signal
import zipfile
from contextlib import suppress
from itertools import count

import openpyxl
import pytest
from documents import with_parts

from macros.__main__ import main
from macros.office.in_time import in_time
from macros.office.take.filled import MOST_ROWS, in_workbook
from macros.office.unzipped import Refused
from macros.office.workbook import NAME

BOOK = "xl/workbook.xml"
COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


@pytest.fixture
def workbook():
    """A workbook with one row of the data, and its parts."""
    made = openpyxl.Workbook()
    made.active.cell(9, NAME).value = "learners.areas.snow.end"
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


KEPT = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""Python itself may keep to itself what is raised the first time, in a callback of its collector."""


@KEPT
def test_what_takes_too_long_is_refused(monkeypatch):
    """Even where a library keeps to itself what is raised in it; afterwards there is time again."""
    monkeypatch.setattr("macros.office.in_time.MOST_SECONDS", 0.05)
    with pytest.raises(Refused, match="fast enough"), in_time():
        endless()
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


@KEPT
def test_a_workbook_of_countless_sheets_is_refused(small, workbook, monkeypatch, capsys):
    """It is small and within all bounds, but openpyxl compares each of their names with all others."""
    sheet = re.search(rb"<sheet .*?/>", listed(workbook))[0]
    many = listed(workbook).replace(sheet, sheet * 20_000)
    file = small / "many.xlsx"
    file.write_bytes(with_parts(workbook, {BOOK: many}))
    monkeypatch.setattr("macros.office.in_time.MOST_SECONDS", 0.5)
    assert main(["--root", str(small), "take", str(file), "--year", "2020-2021"]) == 1
    told = capsys.readouterr().err
    assert told.splitlines()[0].startswith("Failu nevar nolasīt pietiekami ātri")


def endless():
    """Count, on and on: what is raised the first time does not end it."""
    with suppress(Refused):
        for _ in count():
            pass
    for _ in count():
        pass


def listed(content):
    """Give the part of a workbook that lists its sheets."""
    return zipfile.ZipFile(io.BytesIO(content)).read(BOOK)


def remarks(workbook, comments, times=1):
    """Give where the comments of a workbook are told to be."""
    relations = f'<Relationship Id="r" Type="{COMMENTS}" Target="/xl/comments1.xml"/>' * times
    space = "http://schemas.openxmlformats.org/{}"
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{space.format("package/2006/relationships")}">'
        f"{relations}</Relationships>",
        "xl/comments1.xml": f'<comments xmlns="{space.format("spreadsheetml/2006/main")}">{comments}</comments>',
    }
    _year, cells = in_workbook(with_parts(workbook, parts))
    return [cell.place for cell in cells if not cell.name]


def test_of_countless_comments_some_are_told(workbook):
    """Each part of them once, however often a sheet names it."""
    assert len(remarks(workbook, '<comment ref="A1"/>' * (MOST_ROWS + 1), 300)) == MOST_ROWS


def test_a_place_is_words_on_a_line(workbook):
    """What a file says of where a comment stands neither breaks the line nor fills it."""
    (place,) = remarks(workbook, f'<comment ref="A1&#10;::error::&#13;{"x" * 99}"/>')
    assert all(len(one.splitlines()) == 1 and len(one) < 80 for one in place)
