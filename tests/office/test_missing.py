"""What a workbook lacks when it comes back, and what was typed where nothing is filled in, is not lost silently."""

import openpyxl
import pytest
from project import files
from workbooks import changed, rows_of, taken_into, told

from macros.office.take.filled import in_workbook
from macros.office.workbook import ENGLISH, LABEL, LATVIAN, NAME, WAS_ENGLISH

YEAR = "2020-2021"


def test_a_row_of_ones_own_is_not_lost_silently(small, made):
    """What is typed in a row that has no name in the data is told, and so is a sheet whose hidden columns are gone."""

    def insert(sheet):
        sheet.insert_rows(6)
        sheet.cell(6, LATVIAN).value = 77

    done = taken_into(small, changed(made, insert))
    assert any("D6" in line and "šai rindai datos nav vietas" in line for line in told(done))
    done = taken_into(small, changed(made, lambda sheet: sheet.delete_cols(NAME, 3)))
    assert [line for line in told(done) if "slēpto kolonnu" in line and "Audzēkņi pa jomām" in line]


def test_notes_beside_the_table_and_on_a_sheet_of_ones_own_are_not_lost_silently(small, made):
    """Each is told once, with what to do."""

    def note(sheet):
        sheet.cell(10, WAS_ENGLISH + 1).value = "jautāt Annai"
        sheet.parent.create_sheet("Mans")["A1"] = "piezīmes"
        sheet.parent.create_sheet("Tukša")

    beside, own = told(taken_into(small, changed(made, note)))
    assert beside.startswith("lapa “Audzēkņi pa jomām”, šūna J10: atstāts: te ir piezīme blakus tabulai")
    assert own.startswith("lapa “Mans”: atstāts: šādas lapas ziņojuma tabulā nav, tāpēc no tās nav ņemts nekas; ieraks")


def test_a_change_where_nothing_is_filled_in_is_told(small, made):
    """What is called what, what was a year ago, how it is written: with the cell, and where it belongs instead."""

    def note(sheet):
        for cell, value in (("A4", "mans"), ("C4", 5), ("F4", "gabali"), ("D1", "piezīme"), ("A90", "un vēl")):
            sheet[cell] = value
        sheet.parent["Kā aizpildīt"]["A70"] = "piezīme"

    lines = told(taken_into(small, changed(made, note)))
    assert [line.partition("šūna ")[2].partition(",")[0] for line in lines] == [
        "A70: atstāts: šo šūnu neaizpilda",
        "D1: atstāts: šo šūnu neaizpilda",
        "A4: atstāts: šo šūnu neaizpilda",
        "C4: atstāts: te ir pagājušā gada vērtība",
        "F4: atstāts: šo šūnu neaizpilda",
        "A90: atstāts: šo šūnu neaizpilda",
    ]


def test_a_comment_on_a_cell_is_told_without_its_words(small, made):
    """On a sheet of lines and on the first one."""

    def remark(sheet):
        for cell in (sheet["D4"], sheet.parent["Kā aizpildīt"]["A3"]):
            cell.comment = openpyxl.comments.Comment("Anna zina", "A")

    assert [line.partition(";")[0] for line in told(taken_into(small, changed(made, remark)))] == [
        "lapa “Kā aizpildīt”, šūna A3: atstāts: šūnai pievienoto komentāru neņem",
        "lapa “Audzēkņi pa jomām”, šūna D4: atstāts: šūnai pievienoto komentāru neņem",
    ]


def test_sheets_may_be_called_otherwise(small, made):
    """As Numbers calls them: by what stands on them it is known what they are."""

    def rename(sheet):
        sheet["A4"] = "piezīme"
        for one in sheet.parent:
            one.title = f"{one.title[:18]} - 1. tabula"

    content = changed(made, rename)
    (line,) = told(taken_into(small, content))
    assert in_workbook(content)[0] == YEAR
    assert line.startswith("lapa “Audzēkņi pa jomām - 1. tabula”, šūna A4: atstāts: šo šūnu neaizpilda")


def test_rows_that_were_deleted_are_told(small, made):
    """A value that has always to be there, and an entry once, however many rows it has; what comes in stays so."""

    def delete(sheet):
        sheet.delete_rows(*rows_of(sheet, "learners.start_date"))
        for topic, name in (("Projekti", "projects.items.igloo"), ("Audzēkņi pa jomām", "learners.movement.reasons.0")):
            sheet.parent[topic].delete_rows(*rows_of(sheet.parent[topic], name))

    before = files(small / "data")
    lines = told(taken_into(small, changed(made, delete)))
    assert [line.partition("; ")[0] for line in lines] == [
        "lapa “Audzēkņi pa jomām” (Diena, kurā audzēkņi skaitīti mācību gada sākumā): atstāts: šī rinda izdzēsta, bet datos vērtība paliek",
        "lapa “Audzēkņi pa jomām” (Kāpēc mācības pārtrauca, 1.): atstāts: šis ieraksts tabulā izdzēsts, bet datos paliek",
        "lapa “Projekti” (Iglu): atstāts: šis ieraksts tabulā izdzēsts, bet datos paliek",
    ]
    assert lines[2].endswith(f"izdzēsiet to failā data/{YEAR}/projects.yml (sākas 2. rindā)")
    assert files(small / "data") == before


def test_from_columns_that_were_moved_nothing_is_taken(small, made):
    """Else Latvian words would come to stand for English ones; what is wrong is told, and what to do."""

    def swap(sheet):
        for row in range(1, sheet.max_row + 1):
            latvian, english = sheet.cell(row, LATVIAN), sheet.cell(row, ENGLISH)
            latvian.value, english.value = english.value, latvian.value

    gone = (lambda sheet, column=column: sheet.delete_cols(column) for column in range(LABEL, NAME))
    for change in (swap, lambda sheet: sheet.insert_cols(LATVIAN), *gone):
        done = taken_into(small, changed(made, change))
        (line,) = [line for line in told(done) if "Audzēkņi pa jomām" in line]
        assert "kolonnas ir pārvietotas, pievienotas vai izdzēstas" in line


def test_a_column_that_was_deleted_from_rows_of_entries_is_told(small, made):
    """By its heading; the other columns are taken. Without the hidden ones nothing can be, and that is told."""

    def delete(sheet):
        rows = sheet.parent["Sadarbības partneri"]
        rows["B5"], rows["D5"] = "Skola", "dejas"
        rows.delete_cols(8)

    gone, *taken = told(taken_into(small, changed(made, delete)))
    assert gone == (
        "lapa “Sadarbības partneri”, kolonna “Kopīgi pasākumi / Joint events”: atstāts: šī kolonna izdzēsta, bet datos "
        "tās vērtības paliek; ja tajā bija kas ierakstīts, ierakstiet to jaunā tabulā"
    )
    assert [line.rpartition(": ")[2] for line in taken] == ["“Skola”", "“dejas”"]
    for hide in (lambda sheet: sheet.delete_cols(1), lambda sheet: sheet.delete_rows(1)):
        (line,) = told(
            taken_into(small, changed(made, lambda sheet, hide=hide: hide(sheet.parent["Sadarbības partneri"])))
        )
        assert line.startswith("lapa “Sadarbības partneri”: atstāts: lapā nav slēpto kolonnu vai rindu")


def test_sheets_that_were_deleted_are_told(small, made):
    """Also one that is there, but empty; one that was copied and called otherwise is there."""

    def delete(sheet):
        book = sheet.parent
        for title in ("Projekti", "Sadarbības partneri"):
            del book[title]
        book["Aptauja"].delete_rows(1, 500)
        book.copy_worksheet(sheet)["D11"] = 22
        del book[sheet.title]

    gone, taken = told(taken_into(small, changed(made, delete)))
    assert gone.startswith(
        "lapas “Aptauja”, “Projekti”, “Sadarbības partneri”: atstāts: izdzēsts, bet datos viss paliek"
    )
    assert taken.startswith("lapa “Audzēkņi pa jomām Copy”, šūna D11 ")


def test_the_year_is_known_without_the_first_sheet(made):
    """Else the cells would go into another year."""
    content = changed(made, lambda sheet: sheet.parent.remove(sheet.parent["Kā aizpildīt"]))
    assert in_workbook(content)[0] == YEAR


def test_from_rows_that_were_sorted_without_their_hidden_names_nothing_is_taken(small, made):
    """Else each value would go to another row's name; sorted with them all is where it was."""

    def ordered(last):
        def order(sheet):
            staff = sheet.parent["Pedagogi un nodarbību vērošana"]
            rows = [[cell.value for cell in row] for row in staff["A7" : f"{last}14"]]
            for row, values in zip(staff["A7" : f"{last}14"], sorted(rows, key=lambda one: one[0]), strict=True):
                for cell, value in zip(row, values, strict=True):
                    cell.value = value

        return order

    (line,) = told(taken_into(small, changed(made, ordered("F"))))
    assert line.startswith("lapa “Pedagogi un nodarbību vērošana”, šūna A7: atstāts: te ir citas rindas nosaukums")
    assert told(taken_into(small, changed(made, ordered("I")))) == []


def test_what_is_typed_on_a_heading_or_a_total_is_told(small, made):
    """There is no free row to move it to: it belongs into a white cell."""

    def note(sheet):
        sheet["D6"] = sheet["D30"] = 7

    lines = told(taken_into(small, changed(made, note)))
    assert [line.partition("šūna ")[2].partition(":")[0] for line in lines] == ["D6", "D30"]
    assert all("šajā rindā neko neieraksta" in line for line in lines)


@pytest.mark.parametrize("change", [lambda sheet: sheet.insert_rows(2), lambda sheet: sheet.delete_rows(2)])
def test_rows_stay_what_they_are_where_one_above_them_comes_or_goes(small, made, change):
    """Neither is the first entry lost, nor taken for a heading what is one no more by its number."""

    def shift(sheet):
        rows = sheet.parent["Sadarbības partneri"]
        rows["B5"], rows["D5"], sheet["D3"] = "Skola", "dejas", "02.10.2020"
        for one in (rows, sheet):
            change(one)

    done = taken_into(small, changed(made, shift))
    assert [line.rpartition(": ")[2] for line in told(done)] == ["“02.10.2020”", "“Skola”", "“dejas”"]
