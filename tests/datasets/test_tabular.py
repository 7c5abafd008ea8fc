"""The tables and charts of the report as CSV, read as others read them: with csvw and with frictionless."""

import csv
import io
import json
from dataclasses import replace

import pytest
from csvs import AT, YEAR, of, rows
from project import LANGUAGES, edit

from macros.datasets.files import files_of_all_years, files_of_year
from macros.html.cell import cell
from macros.html.render import Renderer
from macros.report.compute import Figure
from macros.report.downloads import data_json
from macros.report.opened import read_book
from macros.show import published
from macros.show.joined import repeats
from macros.show.outline import drawn, tables
from macros.show.tables import build
from macros.show.tables.numbers import figures, small_group
from macros.show.tables.shape import Named, SiteLink
from macros.show.tables.years import NEWEST

FORMULA = ("=", "+", "-", "@", "\t", "\r")
TYPES = {"string": "string", "integer": "integer", "decimal": "number", "date": "date", "boolean": "boolean"}
"""What CSVW calls a type → what Table Schema does."""


def judged(file):
    """Give what csvw thinks of the CSV that a description describes."""
    from csvw import CSVW  # noqa: PLC0415 – it takes seconds

    return CSVW(str(file), validate=True)


def by_schema(file):
    """Give what frictionless finds wrong in a CSV, by the types and the key that its description says."""
    from frictionless import Resource, Schema  # noqa: PLC0415 – it loads slowly

    about = json.loads(file.with_name(f"{file.name}-metadata.json").read_text("utf-8"))["tableSchema"]
    fields = [{"name": one["name"], "type": TYPES[one["datatype"]]} for one in about["columns"]]
    schema = Schema.from_descriptor(
        {"fields": fields, "primaryKey": about.get("primaryKey", []), "missingValues": [""]}
    )
    return Resource(path=file.name, basepath=str(file.parent), schema=schema).validate().flatten(["message"])


def test_each_table_that_a_page_shows_is_there(book, files):
    """As CSV with a description, and as a workbook; but for lists of files, and for what is told on other pages, too."""
    called = {
        call.get("name")
        for page in book.pages
        if page.year == YEAR and not repeats(page.path)
        for call in page.calls
        if call.macro == "table"
    }
    there = {
        path.removeprefix(f"data/{YEAR}/").removesuffix(".csv") for path in of(files, ".csv") if f"data/{YEAR}" in path
    }
    assert there == called - {"downloads", "numbers"} | {"figures"}
    for path in of(files, ".csv"):
        assert {f"{path}-metadata.json", path.replace(".csv", ".xlsx")} <= files.keys()


def test_each_chart_that_a_page_shows_is_there(book, files):
    """In the same way, beside its drawings: units, types, what is measured, and the source are told of it."""
    there = {
        path.removeprefix(f"{YEAR}/figure-").removesuffix(".csv") for path in of(files, ".csv") if "figure-" in path
    }
    assert there == {*drawn(book, YEAR)}
    about = json.loads(files[f"{YEAR}/figure-learners.csv-metadata.json"])
    assert [one["@value"] for one in about["dc:title"]] == ["Audzēkņi pa jomām", "Learners by area"]
    assert "at all places of delivery together" in about["notes"][1]["@value"]
    assert about["dc:source"][1]["@value"] == "self-assessment report, section 1.1"
    columns = {one["name"]: one for one in about["tableSchema"]["columns"]}
    assert columns["end_date"]["titles"] == {"und": "end_date", "lv": "31.05.2025.", "en": "31 May 2025"}
    assert columns["end_date"]["schema:unitCode"] == "C62"
    assert [row["end_date"] for row in rows(files[f"{YEAR}/figure-learners.csv"])] == [
        "1283",
        "509",
        "366",
        "613",
        "2771",
    ]


def test_csvw_finds_them_right(files, folder):
    """Each CSV has the columns, types and key that its description says; the description is CSV on the Web."""
    found = {path: judged(folder / path) for path in of(files, "-metadata.json")}
    assert {path: (one.is_valid, one.warnings) for path, one in found.items()} == dict.fromkeys(found, (True, []))


def test_frictionless_finds_them_right(files, folder):
    """Each cell is of the type of its column, and no key is there twice."""
    paths = of(files, ".csv")
    assert {path: by_schema(folder / path) for path in paths} == {path: [] for path in paths}


@pytest.mark.filterwarnings("default:Invalid column value")  # by which csvw knows itself
@pytest.mark.parametrize(("old", "new"), [(",1217,", ",1217.5,"), (",start,", ",begin,"), (",1217,", ",many,")])
def test_both_see_what_is_wrong(files, tmp_path, old, new):
    """A number that is none, or another head of a column, is told."""
    file = tmp_path / "learners_change.csv"
    for ending in ("", "-metadata.json"):
        content = files[f"data/{YEAR}/{file.name}{ending}"].decode()
        (tmp_path / f"{file.name}{ending}").write_bytes((content if ending else content.replace(old, new)).encode())
    about = tmp_path / f"{file.name}-metadata.json"
    if new != ",begin,":  # csvw 4.1 looks at cells, not at their heads
        assert not judged(about).is_valid
    assert by_schema(file)


def test_each_number_of_a_table_is_in_its_file(book, files):
    """With a point, all digits, and nothing else in its cell."""
    for name in published.of_year(book, YEAR):
        cells = [cell for row in rows(files[f"data/{YEAR}/{name}.csv"]) for cell in row.values()]
        table = build(book, YEAR, name)
        shown = [one for group in table.groups for row in group.rows for one in (row.head, *row.cells)]
        named = [book.names[YEAR][one.name] for one in shown if isinstance(one, Named)]
        numbers = [one for one in named if isinstance(one, Figure) and isinstance(one.value, int)]
        assert {str(one.plain) for one in numbers} <= {*cells}, name


def test_all_figures_are_told_once(book, files):
    """Each figure has a row: its value, its unit, whether the source has it, and where."""
    told = {row["name"]: row for row in rows(files["data/figures.csv"])}
    assert [*told] == [*figures(book, YEAR)]
    stem = told["learners.areas.stem.end"]
    assert (stem["year"], stem["value"], stem["unit"], stem["basis"]) == (YEAR, "509", "count", "stated")
    assert stem["source_en"] == "self-assessment report, section 1.1"
    share = told["learners.areas.stem.share_end"]
    assert (share["value"], share["unit"], share["basis"]) == ("18.36882", "percent", "calculated")
    span = told["targets.next.anniversary.figures.events"]
    assert (span["value"], span["low"], span["high"]) == ("", "6", "7")
    unknown = told["festival.figures.participants_riga"]
    assert (unknown["value"], unknown["basis"]) == ("", "not_stated")
    assert all(row["title_lv"] and row["title_en"] for row in told.values())


def test_small_groups_are_marked_as_on_the_page(book, files):
    """What the rules find to be of few people has its mark, and nothing else; so has its row on the page of figures."""
    marked = {row["name"] for row in rows(files["data/figures.csv"]) if row["small_group"] == "true"}
    assert marked == book.small_groups[YEAR]
    assert {"staff.appraisal.teachers", "staff.observation.new_teachers_attending"} < marked
    lines = [row for group in build(book, YEAR, "numbers").groups for row in group.rows]
    on_page = {row.name for row in lines if small_group(book) in getattr(row.cells[2], "items", ())}
    assert on_page == marked


@pytest.mark.parametrize("begun", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_words_begin_like_a_formula(small, begun):
    """Spreadsheets run what begins so; words that do have an apostrophe before them. Numbers stay numbers."""
    file = small / "data/2020-2021/report.yml"
    edit(file, "title: { lv: Ziņojums", f"title: {{ lv: '{begun}'")
    area = small / "data/2020-2021/learners.yml"
    words = area.read_text("utf-8")
    name = words.partition("lv: ")[2].partition(",")[0].partition("\n")[0]
    area.write_text(words.replace(f"lv: {name}", f"lv: '{begun}'", 1), "utf-8")
    book, _found = read_book(small)
    found = {path: content for path, content in files_of_year(book, "2020-2021").items() if path.endswith(".csv")}
    cells = [cell for content in found.values() for row in csv.reader(io.StringIO(content.decode())) for cell in row]
    assert f"'{begun}" in cells
    risky = [cell for cell in cells if cell.startswith(FORMULA)]
    assert [cell for cell in risky if not cell.removeprefix("-").replace(".", "", 1).isdigit()] == []


def test_the_same_data_give_the_same_bytes(small):
    """Each file, each time; also a workbook, which is a zip."""
    first, second = (read_book(small)[0] for _time in range(2))
    assert files_of_year(first, "2020-2021") == files_of_year(second, "2020-2021")
    assert files_of_all_years(first, AT) == files_of_all_years(second, AT)


def test_another_year_changes_nothing(two_years, prepared):
    """The files of a year follow from that year alone."""
    one, two = read_book(prepared)[0], read_book(two_years)[0]
    assert files_of_year(one, "2020-2021") == files_of_year(two, "2020-2021")
    assert "2021-2022" in tables(two)


@pytest.mark.parametrize(("language", "way"), [("lv", "figures.csv"), ("en", "../../data/figures.csv")])
def test_both_languages_lead_to_the_same_file(book, language, way):
    """Wherever the program is run, and whatever the folder is called in which it is."""
    (every, *_years) = build(book, YEAR, "datasets").groups
    assert f'"{way}"' in cell(Renderer(book, language).at("data/"), every.rows[0].cells[0], YEAR)


def test_of_long_past_years_only_the_whole_is_listed(book):
    """The page of data does not grow by each of their tables; the files are there, and stand below these."""
    years = {f"{first}-{first + 1}": book.site.years[YEAR] for first in range(2025 - NEWEST - 2, 2025)}
    many = replace(book, loaded=replace(book.loaded, site=book.site.model_copy(update={"years": years})))
    _every, *groups = build(many, YEAR, "datasets").groups
    paths = [[row.cells[0].path.rpartition("/")[2] for row in group.rows] for group in groups]
    assert len(paths) == NEWEST + 2
    assert len(paths[0]) > 20
    assert paths[NEWEST:] == [["figures.csv", "data.json"]] * 2


def test_a_figure_tells_of_what_does_not_agree(book, files):
    """In the data as on its row of the page of figures, where the way to it is; another figure says nothing."""
    told = {row["name"]: row["discrepancy_en"] for row in rows(files["data/figures.csv"])}
    assert told["targets.measured.learners.reached"].split("\n") == [
        "Number of learners at the end of the year",
        "Next year’s target for learners is below the result",
    ]
    assert told["learners.areas.stem.end"] == ""
    lines = {row.name: row.cells[2] for group in build(book, YEAR, "numbers").groups for row in group.rows}
    ways = {
        name: [(one.text.en, one.row) for one in cell.items if isinstance(one, SiteLink) and "discrep" in one.path]
        for name, cell in lines.items()
    }
    assert {name: len(found) for name, found in ways.items()} == {
        name: len(said.splitlines()) for name, said in told.items()
    }
    assert ways["learners.total_end"] == [("Known discrepancy", "learners_end")]
    assert ways["targets.measured.learners.reached"] == [
        ("Known discrepancy (1)", "learners_end"),
        ("Known discrepancy (2)", "next_targets"),
    ]


def test_the_json_of_a_year_tells_of_it_too(book, files):
    """By the names of the figures, in the words of the table of all figures."""
    told = {row["name"]: row for row in rows(files[f"data/{YEAR}/figures.csv"])}
    titles = {
        name: [{"lv": lv, "en": en} for lv, en in zip(*said, strict=True)]
        for name, row in told.items()
        if any(said := [row[f"discrepancy_{one}"].splitlines() for one in LANGUAGES])
    }
    assert "learners.total_end" in titles
    assert json.loads(data_json(book, YEAR))["discrepancies"] == titles
