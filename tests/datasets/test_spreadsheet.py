"""The workbook of a table, opened as office programs do."""

import io
import json
import re
import zipfile
from collections import Counter
from decimal import Decimal

import pytest
from csvs import AT, YEAR
from openpyxl import load_workbook
from workbooks import needs_libreoffice, printed, recalculated

from macros.data.schema import Text
from macros.datasets.dataset import Column, Dataset
from macros.datasets.files import files_of_all_years, files_of_charts, files_of_year
from macros.datasets.workbook import as_workbook
from macros.report.opened import read_book


def opened(content):
    """Give a workbook."""
    return load_workbook(io.BytesIO(content))


def table(sheet):
    """Give the head of the table on a sheet, and its rows."""
    start, _, end = sheet.auto_filter.ref.partition(":")
    head, *rows = sheet[start:end]
    return [cell.value for cell in head], rows


@pytest.fixture(scope="module")
def change(book):
    """The workbook of the numbers of learners and how they changed."""
    return opened(files_of_year(book, YEAR)[f"data/{YEAR}/learners_change.xlsx"])


def test_a_sheet_for_each_language(change):
    """Heads, names, caption and source are in the language of the sheet."""
    assert change.sheetnames == ["Latviski", "English"]
    heads = {sheet.title: table(sheet)[0] for sheet in change}
    assert heads["Latviski"][:3] == ["Kopsumma", "Joma", "01.10.2024."]
    assert heads["English"][:3] == ["Total", "Area", "1 October 2024"]
    assert change["Latviski"]["A1"].value == "Audzēkņu skaits un tā pārmaiņas 2024./2025. mācību gadā"
    assert change["English"]["A3"].value == "Source: self-assessment report, section 1.1"


def test_numbers_are_numbers(change):
    """They can be added up, and are shown as readers know them: with a sign, a decimal, a per cent."""
    _head, rows = table(change["English"])
    stem = rows[1]
    assert [cell.value for cell in stem] == ["no", "STEM", 381, 509, 128, 33.595801, 18.36882]
    assert [cell.data_type for cell in stem[2:]] == ["n"] * 5
    assert [cell.number_format for cell in stem[2:]] == ["0", "0", "+0;-0;0", '+0.0"%";-0.0"%";0.0"%"', '0.0"%"']
    assert sum(row[3].value for row in rows if row[0].value == "no") == 2771


def test_a_yes_or_no_is_a_word(change):
    """In the language of the sheet, as Excel and LibreOffice show the values of programs each in its own way."""
    of = {sheet.title: [row[0].value for row in table(sheet)[1]] for sheet in change}
    assert of == {"Latviski": ["nē"] * 4 + ["jā"], "English": ["no"] * 4 + ["yes"]}


def test_numbers_keep_their_distance_from_words(change):
    """They stand to the right as their head does, not close to the words in the next column."""
    for sheet in change:
        start, _, end = sheet.auto_filter.ref.partition(":")
        sides = {tuple((cell.alignment.horizontal, cell.alignment.indent) for cell in row) for row in sheet[start:end]}
        assert sides == {((None, 0),) * 2 + (("right", 1),) * 5}


def test_a_number_is_shown_with_its_own_unit(book):
    """Also among those of other units, as each language writes it; what is not whole has the decimals that readers know."""
    files = files_of_year(book, YEAR) | files_of_charts(book, YEAR)
    shown = {
        name: [[row[at].number_format for row in table(sheet)[1]] for sheet in opened(files[f"{name}.xlsx"])]
        for name, at in ((f"{YEAR}/figure-targets", 1), (f"data/{YEAR}/targets", 4))
    }
    latvian, english = ["0", '0" %"', '0" %"'], ["0", '0"%"', '0"%"']
    assert [*shown.values()] == [[latvian, english], [[*latvian, "General"], [*english, "General"]]]
    latvian, english = (
        {row[1].value: row[3].number_format for row in table(sheet)[1]}
        for sheet in opened(files[f"data/{YEAR}/figures.xlsx"])
    )
    assert {latvian[f"learners.areas.stem.{one}"] for one in ("share_end", "change_percent")} == {'0.0" %"'}
    assert (english["learners.areas.stem.share_end"], english["learners.areas.stem.end"]) == ('0.0"%"', "0")


def test_units_stand_where_readers_know_them(book):
    """Before an amount in English, after it in Latvian; a sign stands before both, and cents are two."""
    values, units = ((Decimal("12.5"),), (1250,), (Decimal("0.333333"),)), ("euro", "euro", "hours")
    words = Text(lv="x", en="x")
    made = Dataset("odd", None, words, (Column("x", words, "decimal", units=units, signed=True),), values)
    shown = [[row[0].number_format for row in table(sheet)[1]] for sheet in opened(as_workbook(book, made))]
    assert shown == [
        ['+0.00" €";-0.00" €";0.00" €"', '+0" €";-0" €";0" €"', "+0.0;-0.0;0.0"],
        ['+"€"0.00;-"€"0.00;"€"0.00', '+"€"0;-"€"0;"€"0', "+0.0;-0.0;0.0"],
    ]


def test_words_are_no_formula(book):
    """What begins like one is text."""
    column = Column("name", Text(lv="=1", en="=1"))
    made = Dataset("odd", None, Text(lv="=2+2", en="=2+2"), (column,), (("=HYPERLINK(1)",), ("+1",)))
    for sheet in opened(as_workbook(book, made)):
        cells = [cell for row in sheet for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} == {"s"}


@pytest.mark.slow
@needs_libreoffice
def test_libreoffice_reads_the_same(book, tmp_path):
    """Opened and saved by LibreOffice, it holds what it held."""
    content = files_of_year(book, YEAR)[f"data/{YEAR}/targets.xlsx"]
    file = tmp_path / "targets.xlsx"
    file.write_bytes(content)
    read = [
        {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows(values_only=False)] for sheet in made}
        for made in (load_workbook(recalculated(file)), opened(content))
    ]
    assert read[0] == read[1]


def test_a_row_is_as_high_as_its_words(book):
    """It has the height of its lines, but not for ever: it grows when more is typed."""
    column = Column("name", Text(lv="a", en="a"))
    content = as_workbook(book, Dataset("odd", None, Text(lv="a", en="a"), (column,), (("vārds " * 20,), ("a",))))
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r'<row r="(?:5|6)"[^>]*>', sheet) == ['<row r="5" ht="45">', '<row r="6">']


@pytest.mark.slow
@needs_libreoffice
@pytest.mark.parametrize("name", ["learners", "discrepancies", "figures"])
def test_libreoffice_shows_all_words(book, tmp_path, name):
    """No word of a cell is cut off."""
    file = tmp_path / f"{name}.xlsx"
    file.write_bytes(files_of_year(book, YEAR)[f"data/{YEAR}/{name}.xlsx"])
    said = (cell.value for sheet in load_workbook(file) for row in sheet for cell in row)
    cells = " ".join(one for one in said if isinstance(one, str))
    typed, seen = (Counter(re.findall(r"[^\W\d_]+", words)) for words in (cells, printed(file)))
    assert typed
    assert typed - seen == Counter()


def test_a_sheet_says_whose_it_is(book):
    """Away from the site, each still tells of which centre, report, year and status it is; so does what describes the CSV."""
    files = files_of_year(book, YEAR)
    whose = (
        "Daugavpils pilsētas Bērnu un jauniešu centrs “Jaunība”. Pašnovērtējuma ziņojums, 2024./2025. mācību gads "
        "(melnraksts; parakstīšanas datums nav norādīts)."
    )
    for path in (one for one in files if one.endswith(".xlsx")):
        latvian, english = opened(files[path])
        assert latvian["A2"].value == whose, path
        assert english["A2"].value.startswith("Daugavpils City Children and Youth Centre “Jaunība”. Self-assessment"), (
            path
        )
        about = json.loads(files[path.replace(".xlsx", ".csv-metadata.json")])
        assert about["dc:bibliographicCitation"][0] == {"@value": whose, "@language": "lv"}


def test_codes_are_words(book):
    """What is short for programs is said in the language of the sheet; the description of the CSV says both."""
    files = files_of_year(book, YEAR)
    head, figures = table(opened(files[f"data/{YEAR}/figures.xlsx"])["Latviski"])
    places = [head.index(one) for one in ("Mērvienība", "Vai skaitlis ir norādīts, aprēķināts vai nav norādīts")]
    there = {tuple(row[at].value for at in places) for row in figures}
    assert {("skaits", "norādīts ziņojumā"), ("procenti", "aprēķināts"), (None, "nav norādīts")} <= there
    assert not {"count", "percent", "stated", "calculated", "not_stated"} & {value for pair in there for value in pair}
    about = json.loads(files[f"data/{YEAR}/figures.csv-metadata.json"])["tableSchema"]["columns"]
    said = {one["name"]: one["dc:description"][1]["@value"] for one in about if "dc:description" in one}
    assert said["basis"] == "stated – stated in the report; calculated – calculated; not_stated – not stated"
    assert said["unit"].startswith("count – number; month – number of the month; ")


def test_a_day_is_shown_as_each_language_writes_it(small):
    """It is a date, so that it can be sorted by, and looks as on the page."""
    made = opened(files_of_year(read_book(small)[0], "2020-2021")["data/2020-2021/corrections.xlsx"])
    days = [table(sheet)[1][0][1] for sheet in made]
    assert [cell.value.date().isoformat() for cell in days] == ["2021-09-01"] * 2
    assert [cell.number_format for cell in days] == ["DD.MM.YYYY\\.", "D MMMM YYYY"]


def test_a_row_has_a_number(small):
    """That of a correction is one by which figures can be looked up, that of an activity one to sort by."""
    made = files_of_year(read_book(small)[0], "2020-2021")
    for name, numbers in (("corrections", [1, 2]), ("student_councils", [1])):
        for sheet in opened(made[f"data/2020-2021/{name}.xlsx"]):
            assert [row[0].value for row in table(sheet)[1]] == numbers


def test_the_other_language_stands_beside_a_term(book):
    """On the sheets, each of which has one language; a CSV has both already, and there no column is in the wrong one."""
    files = files_of_all_years(book, AT)
    heads = [table(sheet)[0] for sheet in opened(files["data/abbreviations.xlsx"])]
    assert heads == [
        ["Saīsinājums", "Pilnais nosaukums", "Skaidrojums", "Angliski"],
        ["Abbreviation", "Full name", "Explanation", "In Latvian"],
    ]
    assert files["data/terms.csv"].decode().splitlines()[0] == "term_lv,term_en,meaning_lv,meaning_en"
