"""The columns of the data: one thing in each cell, a name and a heading for each column, the same in all years."""

import json
import re

import pytest
from csvs import YEAR, of, rows
from project import ROOT, edit

from macros.data.schema import LANGUAGES, Text
from macros.datasets.files import files_of_year
from macros.datasets.tables import _keys, dataset
from macros.datasets.tabular import as_csv, as_csvw
from macros.datasets.told import Told
from macros.report.downloads import data_json
from macros.report.opened import read_book
from macros.show.charts.line import Line, Lines
from macros.show.tables.shape import Group, Named, Row, Table


def test_what_is_there_or_not_is_a_yes_or_no(files):
    """An empty cell says that nothing is stated; where classes are not held is stated."""
    rooms = {row["address"]: row for row in rows(files[f"{YEAR}/figure-places.csv"])}
    assert (rooms["Gaismas iela 9"]["cultural_education"], rooms["Gaismas iela 9"]["stem"]) == ("true", "false")


def test_what_is_said_of_a_whole_group_is_no_row_of_it(files):
    """How many were asked stands beside each answer, so that a column holds nothing but shares, and has their unit."""
    path = f"{YEAR}/figure-survey.csv"
    described = {one["name"]: one for one in json.loads(files[f"{path}-metadata.json"])["tableSchema"]["columns"]}
    assert (described["value"]["schema:unitCode"], described["surveyed"]["schema:unitCode"]) == ("P1", "C62")
    answers = rows(files[path])
    assert [[row[one] for one in ("answer_en", "value", "surveyed_en", "surveyed")] for row in answers[:4]] == [
        ["feel safe", "90", "learners surveyed", "152"],
        ["partly agree", "8", "learners surveyed", "152"],
        ["partly disagree", "2", "learners surveyed", "152"],
        ["Total (calculated)", "100", "learners surveyed", "152"],
    ]


def test_columns_of_charts_have_a_name_each(book):
    """Two columns under the same words, or one without English words, are told apart."""
    words, silent = Text(lv="meitenes", en="girls"), Text(lv="zēni")
    chart = Lines((Text(lv="x", en="x"),), tuple(Line(one, (None,)) for one in (words, words, silent)))
    assert _keys(Told(book, YEAR), chart.table(book), None) == ["indicator", "girls", "girls_3", "column_4"]


def test_a_unit_has_a_column_of_its_own(book, monkeypatch):
    """Where another column is called as the one that the program adds, they are told apart in the file and its description."""
    cells = (Named("learners.total_end"), "C62"), (Named("learners.change_percent"), "P1")
    rows = tuple(Row(Text(lv=str(at), en=str(at)), own) for at, own in enumerate(cells))
    heads = tuple(Text(lv=one, en=one) for one in ("Row", "Value", "Value unit"))
    monkeypatch.setattr("macros.datasets.tables.as_data", lambda *_of: (Table((Group(rows),), columns=heads), None))
    made = dataset(book, "mine", YEAR)
    assert [column.name for column in made.columns] == ["row_lv", "row_en", "value", "value_unit", "value_unit_5"]
    described = json.loads(as_csvw(book, made))["tableSchema"]["columns"]
    assert [one["name"] for one in described] == as_csv(made).decode().splitlines()[0].split(",")


def test_what_is_said_of_a_column(files):
    """Headings in both languages, units, the source, the note of the table; and that no licence is stated."""
    about = json.loads(files[f"data/{YEAR}/learners_change.csv-metadata.json"])
    columns = {one["name"]: one for one in about["tableSchema"]["columns"]}
    assert columns["start"]["titles"] == {"und": "start", "lv": "01.10.2024.", "en": "1 October 2024"}
    assert columns["change_percent"]["schema:unitCode"] == "P1"
    assert [one["@language"] for one in about["dc:source"]] == [*LANGUAGES]
    assert any("totals, changes and shares are calculated" in note["@value"] for note in about["notes"])
    assert "dc:license" not in about
    assert "not yet decided" in about["dc:rights"][1]["@value"]


def test_a_cell_holds_one_thing(files):
    """What a page shows one below the other has a column each; what is one of a list, or numbered, stays together."""
    heads = {path: content.decode().partition("\r\n")[0] for path, content in files.items() if path.endswith(".csv")}
    begun = {
        "learners": "name_lv,name_en,covers_lv,covers_en,places",
        "next_year": "number,name_lv,name_en,",
        "projects": "number,name_lv,name_en,",
        "targets": "group_lv,group_en,number,name_lv,name_en,set_lv",
        "priorities.skills": "name_lv,name_en,expected_lv,expected_en,status_lv,status_en,result_lv,result_en",
        "discrepancies": "title_lv,title_en,page_lv,page_en,note_lv,note_en,question_lv,question_en,answer_lv,answer_en",
    }
    assert {name: heads[f"data/{YEAR}/{name}.csv"][: len(words)] for name, words in begun.items()} == begun
    assert heads["data/abbreviations.csv"] == "short_lv,short_en,term_lv,term_en,meaning_lv,meaning_en"
    assert [row["number"] for row in rows(files[f"data/{YEAR}/next_year.csv"])] == ["1", "2", "3"]
    assert [row["number"] for row in rows(files[f"data/{YEAR}/targets.csv"])] == ["1.1.", "2.", "3.", "4."]
    (status,) = {row["status_en"] for row in rows(files[f"data/{YEAR}/priorities.skills.csv"])}
    assert status == "Achieved"
    first = rows(files[f"data/{YEAR}/discrepancies.csv"])[0]
    assert first["question_lv"].endswith("(+268).")
    assert first["answer_lv"] == "Centrs vēl nav atbildējis."


def test_what_stands_below_the_heading_of_a_group_is_a_column(small):
    """The question of a survey, and who answered it, are apart, so that a question can be looked for."""
    answers = rows(files_of_year(read_book(small)[0], "2020-2021")["data/2020-2021/survey.csv"])
    assert [*answers[0]][:4] == ["group_lv", "group_en", "group_about_lv", "group_about_en"]
    assert {(row["group_en"], row["group_about_en"]) for row in answers} == {("Is it warm?", "Answered by learners")}


def test_corrections_have_the_same_columns_before_there_are_any(small, files):
    """The number, the day and the words of a correction are apart; a day is a day."""
    made = files_of_year(read_book(small)[0], "2020-2021")
    path = "data/{}/corrections.csv"
    first, second = rows(made[path.format("2020-2021")])
    assert (first["number"], first["date"], second["number"], second["date"]) == ("1", "2021-09-01", "2", "2021-10-01")
    assert (first["was_en"], first["reason_lv"]) == (
        "There were 41 children at the start.",
        "Viens bija ieskaitīts divreiz.",
    )
    described = [
        [(one["name"], one["datatype"]) for one in json.loads(content)["tableSchema"]["columns"]]
        for content in (made[path.format("2020-2021") + "-metadata.json"], files[path.format(YEAR) + "-metadata.json"])
    ]
    assert described[0] == described[1]
    assert described[0][:2] == [("number", "integer"), ("date", "date")]


def test_records_name_the_figures_that_they_are_of(small):
    """Corrections and discrepancies, by their names in the table of all figures, which leads back to them."""
    edit(
        small / "data/2020-2021/corrections.yml",
        "page: learners",
        "page: learners\n  figures: [learners.areas.ice.start]",
    )
    made = files_of_year(read_book(small)[0], "2020-2021")
    told = rows(made["data/2020-2021/figures.csv"])
    corrections, discrepancies = (rows(made[f"data/2020-2021/{name}.csv"]) for name in ("corrections", "discrepancies"))
    assert [row["figures"].split("\n")[0] for row in corrections] == ["learners.areas.ice.start", ""]
    for key, back, records in (("number", "correction", corrections), ("title_en", "discrepancy_en", discrepancies)):
        named = {row[key]: row["figures"].split("\n") for row in records if row["figures"]}
        assert named == {one: [row["name"] for row in told if row[back] == one] for one in named}
        assert {row[back] for row in told} == {*named, ""}


def test_the_answers_to_criteria_have_the_same_columns(files):
    """Also where a criterion has no strength at all, so that they can be put together."""
    of_criteria = [path for path in of(files, "indicators.csv") if "support" not in path]
    heads = {files[path].decode().partition("\r\n")[0] for path in of_criteria}
    assert heads == {"name_lv,name_en,strengths_lv,strengths_en,needs_lv,needs_en"}


def test_no_two_columns_are_headed_alike(files):
    """People tell the columns of a spreadsheet apart by their heads; so do programs that read them by these."""
    for path in of(files, "-metadata.json"):
        columns = json.loads(files[path])["tableSchema"]["columns"]
        for language in LANGUAGES:
            heads = [one["titles"].get(language) for one in columns if one.get("lang", language) == language]
            assert len({*heads}) == len(heads), (path, heads)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_data_names_what_is_there(book, files, language):
    """Each column, value and file that it speaks of is one of the data."""
    page = (ROOT / f"docs/{language}/data.md").read_text("utf-8")
    named = {*re.findall("`(.+?)`", page)}
    described = [files[f"data/{name}.csv-metadata.json"] for name in ("figures", f"{YEAR}/corrections")]
    columns = {one["name"] for about in described for one in json.loads(about)["tableSchema"]["columns"]}
    values = {value for row in rows(files["data/figures.csv"]) for value in row.values()}
    endings = {f"_{one}" for one in LANGUAGES}
    assert named - columns - values - endings == {"report", "calculated", "corrections", "discrepancies"} - values
    assert {"value", "unit", "low", "high", "basis", "source_lv", "small_group", "figures"} <= named
    assert {f"data/{YEAR}/{name}.csv" for name in ("corrections", "discrepancies")} <= files.keys()
    assert {"report", "calculated"} <= json.loads(data_json(book, YEAR)).keys()


def test_a_list_is_read_as_one(folder):
    """Its items are parted as the description says: addresses by commas, pages by lines."""
    from csvw import CSVW  # noqa: PLC0415 – it takes seconds

    def lists(name, column):
        (table,) = CSVW(str(folder / f"data/{YEAR}/{name}.csv-metadata.json")).tables
        return [row[column] for row in table]

    assert lists("learners", "places")[2][:3] == ["Saules iela 7", "Stāvā iela 23", "Inženieru iela 6"]
    assert lists("discrepancies", "page_en")[1] == ["1.1. Learners and programmes", "3.2. Equity and inclusion"]
    assert "learners.total_end" in lists("discrepancies", "figures")[0]
