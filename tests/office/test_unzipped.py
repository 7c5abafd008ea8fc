"""A file that somebody sends is a workbook, or it is told in a sentence what it is."""

import io
import zipfile
from dataclasses import replace

import pytest

from macros.office.take.filled import in_workbook
from macros.office.unzipped import WORKBOOK as KIND
from macros.office.unzipped import Refused, unzipped
from macros.office.workbook import workbook

KINDS = '<?xml version="1.0"?><Types><Override ContentType="application/vnd.{}"/></Types>'
WORKBOOK = KINDS.format("openxmlformats-officedocument.spreadsheetml.sheet.main+xml")


def packed(parts):
    """Give a zip file of parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "nav Excel darbgr\u0101mata"),
        (b"a;b\n1;2\n", "nav Excel darbgr\u0101mata"),
        (b"%PDF-1.7", "nav Excel darbgr\u0101mata"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ar paroli"),
        (b"PK\x03\x04 and no more", "boj\u0101ts"),
        (packed({"[Content_Types].xml": KINDS.format("openxmlformats-officedocument.wordprocessingml.document")}), "nav Excel"),
        (packed({"[Content_Types].xml": KINDS.format("ms-excel.sheet.macroEnabled.main+xml")}), "makrokomandas"),
        (packed({"[Content_Types].xml": WORKBOOK, "xl/vbaProject.bin": "a"}), "makrokomandas"),
        (packed({"[Content_Types].xml": WORKBOOK, "xl/workbook.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "neparasts"),
        (packed({"[Content_Types].xml": WORKBOOK, "xl/workbook.xml": "<a/>".encode("utf-16")}), "neparasts"),
        (packed({"[Content_Types].xml": WORKBOOK, "xl/workbook.xml": '<?xml version="1.0" encoding="cp037"?><a/>'}), "neparasts"),
        (packed({"[Content_Types].xml": WORKBOOK, "xl/a.xml": "0" * 21_000_000}), "p\u0101r\u0101k daudz"),
        (packed({"[Content_Types].xml": WORKBOOK} | {f"xl/{n}.xml": "" for n in range(301)}), "p\u0101r\u0101k daudz"),
        (packed({"[Content_Types].xml": WORKBOOK, "xl/workbook.xml": "<workbook/>"}), "nevar nolas\u012bt"),
        (b"PK" + b"0" * 3_000_001, "liel\u0101ks par 3 MB"),
    ],
)  # fmt: skip
def test_what_is_no_workbook_gets_a_sentence(content, part):
    """In both languages, with what to do."""
    with pytest.raises(Refused) as told:
        in_workbook(content)
    lv, en = told.value.sentences
    assert part in lv
    assert en


def test_what_an_entry_says_of_its_size_is_not_believed():
    """What is unpacked is counted as it comes."""
    content = bytearray(packed({"[Content_Types].xml": "0" * 5000}))
    at = content.index(b"PK\x01\x02") + 24  # the size in the list of entries
    content[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(Refused):
        unzipped(bytes(content), replace(KIND, largest_inside=1000))


def test_a_workbook_of_something_else_is_told(book):
    """A workbook that is not ours has no cells for the data."""
    import openpyxl  # noqa: PLC0415

    saved = io.BytesIO()
    openpyxl.Workbook().save(saved)
    with pytest.raises(Refused, match="no spreadsheet of the report"):
        in_workbook(saved.getvalue())
    assert in_workbook(workbook(book, "2024-2025"))[1]


def test_only_parts_that_are_read_are_kept(book):
    """Pictures, links and what else a stranger adds are not even unpacked."""
    content = workbook(book, "2024-2025")
    file = io.BytesIO(content)
    with zipfile.ZipFile(file, "a") as more:
        more.writestr("xl/media/a.png", b"\x89PNG")
    with zipfile.ZipFile(unzipped(file.getvalue(), KIND)) as kept:
        assert "xl/media/a.png" not in kept.namelist()
        assert "xl/workbook.xml" in kept.namelist()
