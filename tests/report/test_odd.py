"""What cannot be opened, or named, is told before anything waits for it."""

import os
import socket

import pytest
from project import checked

from macros.report.records import CARRIED, SEALED, TRANSLATED

PLACES = (
    "docs/lv/x.md",
    "docs/en/2020-2021/x.png",
    "data/x.yml",
    "data/2020-2021/x.yml",
    "data/records/carried.txt",
    "x.yml",
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", ["pipe", "socket"])
def test_what_is_neither_a_file_nor_a_folder(small, monkeypatch, place, kind):
    """A pipe would be waited for without end."""
    monkeypatch.chdir(small)
    if kind == "pipe":
        os.mkfifo(place)
    else:
        with socket.socket(socket.AF_UNIX) as there:
            there.bind(place)
    book, (problem,) = checked(small)
    assert (book, problem.place) == (None, place)
    assert "nav ne fails, ne mape" in problem.lv


@pytest.mark.parametrize("place", [*PLACES, "docs/lv/x/index.md", "docs/lv/x.xyz"])
def test_a_name_that_nobody_can_read(small, run, place):
    """It is told with a sign in the place of what cannot be read."""
    file = small / place.replace("x", "\udcff").replace("carried", "\udcff")
    file.parent.mkdir(exist_ok=True)
    file.touch()
    book, (problem, *_more) = checked(small)
    assert book is None
    assert "\ufffd" in problem.file
    assert "nav UTF-8" in problem.lv
    assert problem.lv in run("--root", small, "check").stdout


@pytest.mark.parametrize("record", [TRANSLATED, CARRIED, SEALED], ids=str)
@pytest.mark.parametrize(
    ("content", "line"), [(b"\xff", 1), (b"a\n\xe2\n", 2), ("ā\n".encode("utf-16"), 1), (b"\n\nx\xc4", 3)]
)
def test_a_record_that_is_not_utf_8(small, record, content, line):
    """It is told with its line, whatever is in it."""
    (small / record.file).write_bytes(content)
    told = [one for one in checked(small)[1] if one.file == record.file and "nav UTF-8" in one.lv]
    assert [one.line for one in told] == [line]


@pytest.mark.parametrize("record", [TRANSLATED, CARRIED, SEALED], ids=str)
def test_a_record_that_is_a_folder(small, record):
    """It is told and not read."""
    (small / record.file).unlink(missing_ok=True)
    (small / record.file).mkdir()
    assert "Šajā mapē ir vieta tikai failiem" in next(one.lv for one in checked(small)[1] if one.file == record.file)
