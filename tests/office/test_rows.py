"""Rows of tables that have rows of their own, filled in as a row of cells each, and taken."""

import io

import openpyxl
import pytest
from copies import copy_of, made_once
from project import checked, edit, files
from workbooks import filled, taken_into, told

from macros.office.asked import Wanted
from macros.office.take.cell import Cell, Unclear
from macros.office.take.typed import understood
from macros.office.workbook import workbook
from macros.office.workbook.grid import FIRST, HEAD
from macros.report.opened import read_book

YEAR = "2024-2025"
FILE = f"data/{YEAR}/tables.yml"
ROWS = "tables.partners.rows"


@made_once(of="real_judged")
def calls_partners(folder):
    """The real project, its pages call the table of partners."""
    for language in ("lv", "en"):
        page = folder / "docs" / language / YEAR / "agreements.md"
        edit(page, '{{ value("agreements.partners") }}', '{{ table("partners") }}')


calling = copy_of("calls_partners", "calling")


@pytest.fixture(scope="session")
def untouched(calls_partners):
    """Its workbook, in which nothing was typed."""
    return workbook(read_book(calls_partners)[0], YEAR)


def partner(number, row):
    """Give what somebody types of a partner in a row."""
    return {
        f"{ROWS}.{row}.partner": (f"{['Ābeļu', 'Bumbieru', 'Ceriņu'][number % 3]} skola {'ABCD'[number // 3]}", None),
        f"{ROWS}.{row}.subject": ("Kopīgi koncerti.", "Concerts together."),
        f"{ROWS}.{row}.since": "01.09.2019",
        f"{ROWS}.{row}.agreement": "jā" if number % 2 else "Nē",
        f"{ROWS}.{row}.events": number,
        f"{ROWS}.{row}.learners": "1 200",
    }


def test_a_table_has_a_sheet_with_a_row_for_each_entry(book):
    """Under the headings that readers see; a text has a column for each language."""
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(book, YEAR)))["Sadarbības partneri"]
    assert [cell.value for cell in sheet[HEAD]][1:9] == [
        "Partneris", "Partner (angliski / in English)", "Sadarbības saturs",
        "Subject of the cooperation (angliski / in English)", "Sadarbība kopš / Cooperating since",
        "Noslēgts līgums / Agreement", "Kopīgi pasākumi / Joint events", "Iesaistītie audzēkņi / Learners involved",
    ]  # fmt: skip
    names = [sheet.cell(row, 1).value for row in range(FIRST, sheet.max_row + 1)]
    assert names == [f"{ROWS}.+{number}" for number in range(1, 13)]
    assert not sheet.cell(FIRST, 2).protection.locked
    assert sheet.column_dimensions["A"].hidden
    assert sheet.row_dimensions[1].hidden


def test_twelve_partners(calling, untouched):
    """Typed into the free rows, they are in the data of the year; taken again they change nothing."""
    values = {name: one for number in range(12) for name, one in partner(number, f"+{number + 1}").items()}
    content = filled(untouched, values)
    done = taken_into(calling, content)
    assert (done.wrong, done.left, done.taken) == ((), 0, 12 * 7)
    assert [*done.texts] == [FILE]
    text = done.texts[FILE]
    assert text.startswith(
        "# yaml-language-server: $schema=../../schemas/tables.json\npartners:\n  rows:\n    abelu_skola_a:\n"
        "      partner:\n        lv: Ābeļu skola A\n      subject:\n        lv: Kopīgi koncerti.\n"
        "        en: Concerts together.\n      since: 2019-09-01\n      agreement: nē\n      events: 0\n      learners: 1200\n"
    )
    book, problems = checked(calling)[:2]
    assert [str(one) for one in problems if one.level == "error"] == []
    assert len(book.site.years[YEAR].tables["partners"].rows) == 12
    assert "figures_have_a_source" not in {one.rule for one in problems}
    before = files(calling / "data")
    again = taken_into(calling, content)
    assert (again.texts, again.told, files(calling / "data")) == ({}, (), before)
    assert taken_into(calling, workbook(book, YEAR)).texts == {}


def test_rows_that_are_there_change_where_they_stand(calling):
    """In braces or on lines; a remark stays, and the next entry comes last."""
    (calling / FILE).write_text(
        "partners: # tie\n  rows:\n"
        "    osis: { partner: { lv: Osis }, subject: , since: , agreement: jā, events: 3, learners: }\n",
        "utf-8",
    )
    values = {f"{ROWS}.osis.events": 4, f"{ROWS}.osis.subject": ("Mežs.", "Wood."), f"{ROWS}.osis.agreement": "nē",
              f"{ROWS}.osis.partner": ("Osis", "Ash"), f"{ROWS}.+3.partner": "Liepa"}  # fmt: skip
    done = taken_into(calling, filled(workbook(read_book(calling)[0], YEAR), values))
    assert done.wrong == ()
    assert done.texts[FILE] == (
        "partners: # tie\n  rows:\n    osis: { partner: { lv: Osis, en: Ash }, subject: { lv: Mežs., en: Wood. }, since: , "
        "agreement: nē, events: 4, learners: }\n"
        "    liepa:\n      partner:\n        lv: Liepa\n      subject:\n      since:\n      agreement:\n      events:\n"
        "      learners:\n"
    )
    assert "lapa “Sadarbības partneri”, šūna H5 (Osis: Kopīgi pasākumi): ņemts: “4”" in told(done)


def test_what_is_not_clear_is_left(calling, untouched):
    """Nothing of a row is taken that lacks what it begins with; a word in a column of counts is told."""
    values = {f"{ROWS}.+1.events": 4, f"{ROWS}.+2.partner": "Liepa", f"{ROWS}.+2.events": "daudz",
              f"{ROWS}.+2.agreement": "varbūt"}  # fmt: skip
    done = taken_into(calling, filled(untouched, values))
    assert [line.partition("šūna ")[2] for line in told(done)] == [
        "G6 (Noslēgts līgums): atstāts: “varbūt” sarakstā nav; var būt: jā; nē",
        "H6 (Kopīgi pasākumi): atstāts: “daudz” neder: te jābūt veselam skaitlim; ierakstiet tikai pašu skaitli",
        "H5 (Kopīgi pasākumi): atstāts: jaunajam ierakstam vēl trūkst: Partneris",
        "B6 (Partneris): ņemts: “Liepa”",
    ]


@pytest.mark.parametrize(
    ("typed", "value"), [("1 250,50 €", "1250.5"), ("EUR 12", "12"), (12.5, "12.5"), ("3 eiro", "3"), ("5 %", None)]
)
def test_amounts(typed, value):
    """With the sign of the euro or without it; a share is none."""
    try:
        assert understood(Cell(typed), Wanted("money", needed=False)) == value
    except Unclear:
        assert value is None


def hand_in(project, content, change):
    """Give what is told where somebody has changed the sheet of partners in a workbook."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book["Sadarbības partneri"])
    saved = io.BytesIO()
    book.save(saved)
    done = taken_into(project, saved.getvalue())
    return done, told(done)


@pytest.fixture
def two_partners(calling, untouched):
    """Two partners are entered; this is the workbook in which they were."""
    content = filled(untouched, {**partner(0, "+1"), **partner(1, "+2")})
    assert taken_into(calling, content).left == 0
    return content


@pytest.mark.usefixtures("two_partners")
def test_a_row_that_was_deleted_stays_in_the_data_and_is_told(calling):
    """Where its entry is to be deleted is told; once that is done, nothing more is."""
    content = workbook(read_book(calling)[0], YEAR)
    before = files(calling / "data")
    done, (line,) = hand_in(calling, content, lambda sheet: sheet.delete_rows(FIRST))
    assert line == (
        "lapa “Sadarbības partneri” (Ābeļu skola A): atstāts: šis ieraksts tabulā izdzēsts, bet datos paliek; ja tas nav "
        f"vajadzīgs, izdzēsiet to failā {FILE} (sākas 4. rindā)"
    )
    assert (done.left, done.wrong, files(calling / "data")) == (1, (), before)
    words = (calling / FILE).read_text("utf-8")
    start, end = words.index("    abelu_skola_a:"), words.index("    bumbieru_skola_a:")
    (calling / FILE).write_text(words[:start] + words[end:], "utf-8")
    assert hand_in(calling, content, lambda sheet: sheet.delete_rows(FIRST))[1] == []


def test_notes_beside_the_rows_and_changed_headings_are_told(calling, untouched):
    """With their cells; what stands there from the beginning is not."""

    def note(sheet):
        sheet["S5"], sheet["C2"], sheet["D4"], sheet["T30"] = "jautāt Annai", "piezīme", "cits", 7

    _done, lines = hand_in(calling, untouched, note)
    assert [line.partition("šūna ")[2].partition(";")[0] for line in lines] == [
        "C2: atstāts: šo šūnu neaizpilda, tāpēc to, kas tajā ierakstīts, neņem",
        "D4: atstāts: šo šūnu neaizpilda, tāpēc to, kas tajā ierakstīts, neņem",
        "S5: atstāts: te ir piezīme blakus tabulai, tāpēc to neņem",
        "T30: atstāts: te ir piezīme blakus tabulai, tāpēc to neņem",
    ]


def test_a_new_row_that_is_changed_later_is_no_second_entry(calling, two_partners):
    """Neither with another value nor with another name: it is told where the entry is, and to get a new workbook."""
    before = files(calling / "data")
    for cell, value in (("H5", 9), ("B5", "Abeļu skola A")):

        def change(sheet, cell=cell, value=value):
            sheet[cell] = value

        done, (line,) = hand_in(calling, two_partners, change)
        assert line.startswith(
            f"lapa “Sadarbības partneri”, šūna {cell} ({'Partneris' if cell == 'B5' else 'Kopīgi pasākumi'}): atstāts: "
            f"datos jau ir gandrīz tāds pats ieraksts ({FILE}, 4. rinda); lai no viena nerastos divi, šo neņem"
        )
        assert (done.texts, files(calling / "data")) == ({}, before)


def test_a_new_row_that_is_almost_as_one_of_the_same_workbook_is_taken(calling, two_partners):
    """Two concerts of one name, and one more in a workbook that shows them, are entries of their own."""
    again = {**partner(0, "+3"), f"{ROWS}.+3.events": 9}
    assert taken_into(calling, filled(two_partners, again)).left == 0
    later = workbook(read_book(calling)[0], YEAR)
    assert taken_into(calling, filled(later, {**again, f"{ROWS}.+3.events": 10})).left == 0
    assert len(read_book(calling)[0].site.years[YEAR].tables["partners"].rows) == 4
