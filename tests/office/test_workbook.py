"""The workbook of a year: what is on it, and that it is the same each time."""

import io

import openpyxl
import pytest
from workbooks import is_grid, needs_libreoffice, recalculated

from macros.office.workbook import ENGLISH, LATVIAN, NAME, WAS, workbook
from macros.office.workbook.guide import FRONT, LISTS
from macros.office.workbook.sheets import sheets, title_of
from macros.report.opened import read_book

YEAR = "2024-2025"


@pytest.fixture(scope="module")
def content(book):
    """The workbook of the real report."""
    return workbook(book, YEAR)


@pytest.fixture(scope="module")
def made(content):
    """The same, opened."""
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(made):
    """Give the row of each value that can be filled in: name → cells."""
    return {
        row[NAME - 1].value: row
        for sheet in made
        if not is_grid(sheet) and sheet.title != LISTS
        for row in sheet.iter_rows(min_row=2, max_col=WAS + 1)
        if len(row) >= NAME and row[NAME - 1].value
    }


def test_it_has_the_same_bytes_each_time(book, content):
    """No moment and no place stands in it."""
    assert workbook(book, YEAR) == content


def test_a_sheet_for_each_topic(book, made):
    """The first tells how to fill it in, the last is hidden; what is called so has room in every office program."""
    titles = [sheet.title for sheet in sheets(book, YEAR)]
    assert made.sheetnames == [FRONT, *titles, LISTS]
    assert made[LISTS].sheet_state == "hidden"
    assert all(len(title) <= 31 for title in titles)
    assert "Audzēkņi pa jomām" in titles


def test_the_first_sheet_says_once_what_is_on_each(made):
    """The name of a sheet, which begins what is said of it, is not said before it as well."""
    said = [cell.value for cell in made[FRONT]["A"]]
    assert "Kvalitātes mērķi / quality goals" in said
    assert "Sadarbības partneri / Partners" in said


def test_only_cells_to_fill_in_are_open(made):
    """All else is protected; the names are in a hidden column."""
    for name, row in cells(made).items():
        assert not row[LATVIAN - 1].protection.locked, name
        assert row[0].protection.locked
    for sheet in made:
        assert sheet.protection.sheet or sheet.title == LISTS
    assert made["Audzēkņi pa jomām"].column_dimensions["G"].hidden


def test_what_the_data_have_stands_in_it(made):
    """Numbers as numbers, days as days, choices in words, texts in both languages."""
    rows = cells(made)
    assert rows["learners.areas.stem.end"][LATVIAN - 1].value == 509
    assert f"{rows['learners.start_date'][LATVIAN - 1].value:%d.%m.%Y}" == "01.10.2024"
    assert rows["priorities.items.skills.quantitative.status"][LATVIAN - 1].value == "sasniegts"
    assert rows["learners.areas.culture.name"][ENGLISH - 1].value == "cultural education"
    assert rows["festival.figures.participants_riga"][LATVIAN - 1].value is None


def test_a_new_field_of_the_schema_is_asked_for(made):
    """Nobody lists topics or fields by hand: each number that can be typed has a cell."""
    assert {"staff.support_staff", "values_education.plan_years", "projects.items.+1.name"} <= cells(made).keys()


def test_words_are_never_a_formula(small):
    """A text of the data that looks like a formula is a text."""
    file = small / "data/2020-2021/agreements.yml"
    file.write_text('partners: { lv: "=1+1", en: "=HYPERLINK(1)" }\n', "utf-8")
    row = cells(openpyxl.load_workbook(io.BytesIO(workbook(read_book(small)[0], "2020-2021"))))["agreements.partners"]
    assert [(one.value, one.data_type) for one in row[LATVIAN - 1 : ENGLISH]] == [("=1+1", "s"), ("=HYPERLINK(1)", "s")]


@pytest.mark.slow
@needs_libreoffice
def test_libreoffice_calculates_the_totals(content, tmp_path):
    """Opened and saved by LibreOffice, the sheet holds the sums that the report shows."""
    (tmp_path / "a.xlsx").write_bytes(content)
    sheet = openpyxl.load_workbook(recalculated(tmp_path / "a.xlsx"), data_only=True)["Audzēkņi pa jomām"]
    totals = {row[0].value: row[LATVIAN - 1].value for row in sheet.iter_rows(min_row=3)}
    assert totals["Audzēkņi mācību gada noslēgumā, visas jomas kopā"] == 2771
    assert totals["STEM: audzēkņu skaita pārmaiņas mācību gada laikā"] == 128
    assert round(totals["STEM: daļa no visiem audzēkņiem mācību gada noslēgumā"], 1) == 18.4


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Sadarbības partneri un organizācijas / iestādes", "Sadarbības partneri"),
        ("audzēkņi: pa jomām", "Audzēkņi"),
        ("Starpinstitucionālajos" * 2, ("Starpinstitucionālajos" * 2)[:31]),
    ],
)
def test_a_title_has_room_on_its_tab(said, title):
    """Whatever a table is called, the name of its sheet is short, and there is one."""
    assert title_of(said, []) == title
    assert len(title_of(said, [title])) <= 31 != title_of(said, [title]) != title
