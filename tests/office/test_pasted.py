"""Cells pasted as text."""

import pytest

from macros.office.take.pasted import pasted
from macros.office.unzipped import Refused
from macros.office.workbook.sheets import names_by_label, sheets

NAMES = {"teachers": "staff.teachers", "several": ""}


def said(text):
    """Give what was pasted: name, language and value."""
    return [(one.name, one.language, one.cell.value) for one in pasted(text, NAMES)]


def test_a_label_or_a_name_and_a_value():
    """With the English of a text behind one more tab; words in any letters."""
    assert said("Teachers:\t65\nfees.monthly\tviens\tone\n\nnothing here\n") == [
        ("staff.teachers", "lv", "65"),
        ("fees.monthly", "lv", "viens"),
        ("fees.monthly", "en", "one"),
    ]


def test_a_line_ends_as_any_machine_ends_it():
    """Also with a return alone, within a cell or behind it."""
    assert said('Teachers:\t65\rfees.monthly\t"a\rb"\r\n') == [
        ("staff.teachers", "lv", "65"),
        ("fees.monthly", "lv", "a\nb"),
    ]


def test_rows_of_the_workbook():
    """Copied with all columns, the hidden ones too, or those that are seen; a cell of several lines is in quotes."""
    assert said('A\tB\t1\t"a\n""b"""\tc\ttext\tstaff.teachers\t0\t') == [
        ("staff.teachers", "lv", 'a\n"b"'),
        ("staff.teachers", "en", "c"),
    ]
    assert said("Teachers\tB\t64\t65\t\tnumber")[0] == ("staff.teachers", "lv", "65")


def test_a_table_as_github_makes_it_of_pasted_cells():
    """GitHub writes a Markdown table where cells are pasted."""
    table = "| Teachers | 65 |\n| --- | --- |\n| fees.monthly | a \\| b<br>c | one |\n"
    assert said(table) == [
        ("staff.teachers", "lv", "65"),
        ("fees.monthly", "lv", "a | b\nc"),
        ("fees.monthly", "en", "one"),
    ]


def test_the_line_is_told():
    """The place of a cell is its line."""
    assert [one.place[0] for one in pasted('a\t"b\nc"\nd\te', {})] == ["1. rinda", "3. rinda"]


def test_what_is_no_rows_is_told():
    """Nothing to take, or far too much, gets a sentence."""
    for text in ("", "a b c", "a\t" + "b" * 70_000):
        with pytest.raises(Refused):
            pasted(text, {})


def test_labels_that_several_have_are_nobodys(book):
    """A label names one value, or none."""
    names = names_by_label(book, "2024-2025")
    assert names["pedagogi"] == "staff.teachers"
    assert names["teachers"] == "staff.teachers"
    assert names["jomas nosaukums"] == ""
    assert names["learners.areas.stem.end"] == "learners.areas.stem.end"


@pytest.mark.parametrize("year", ["2024-2025"])
def test_every_label_can_be_pasted(book, year):
    """Each label that is one value's alone leads to it, as it stands in the workbook."""
    names = names_by_label(book, year)
    for sheet in sheets(book, year):
        for line in sheet.lines:
            if line.wanted and not line.new:
                name = pasted(f"{line.label.lv}\t1", names)[0].name
                assert name in (str(line.name), ""), line.label.lv
