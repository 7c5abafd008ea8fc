"""A figure that was corrected says so wherever it has a row, and so does what follows from it."""

import csv
import datetime
import io
import json
from dataclasses import replace

import pytest
from project import edit

from macros.data.schema import Text
from macros.data.schema.year import Correction
from macros.datasets import figures
from macros.datasets.schema import year_schema
from macros.datasets.tabular import as_csv
from macros.html.render import Renderer
from macros.html.table import table
from macros.report.corrected import corrected
from macros.report.downloads import data_json
from macros.report.opened import read_book
from macros.show.tables import build
from macros.show.tables.shape import Named, SiteLink, Stack

YEAR, BEFORE = "2024-2025", "2023-2024"
START, TOTAL, END = "learners.areas.stem.start", "learners.total_start", "learners.areas.stem.end"
OF = {"1": (START, "learners.areas.culture.start"), "2": (START,), "3": ()}
"""Which figures a correction is of."""


@pytest.fixture(scope="module")
def years(book):
    """The real year with corrections, and the year before it, whose learners are other ones."""
    words, report = Text(lv="x", en="x"), book.site.years[YEAR]
    made = {
        number: Correction(date=datetime.date(2026, int(number), 15), page="learners", figures=of, was=words, now=words)
        for number, of in OF.items()
    }
    areas = report.learners.areas
    stem = areas["stem"].model_copy(update={"start": 300, "end": 400})
    before = report.model_copy(
        update={"learners": report.learners.model_copy(update={"areas": {**areas, "stem": stem}})}
    )
    both = {BEFORE: before, YEAR: report.model_copy(update={"corrections": made})}
    return replace(book, loaded=replace(book.loaded, site=book.site.model_copy(update={"years": both})))


def rows(book, name):
    """Give the rows of a table by their names."""
    return {row.name: row for group in build(book, YEAR, name).groups for row in group.rows}


def told(content):
    """Give what a cell says of corrections, with the row that it leads to."""
    items = content.items if isinstance(content, Stack) else ()
    links = [one for one in items if isinstance(one, SiteLink) and one.path == f"{YEAR}/corrections.md"]
    return [(one.text.lv.replace("\u00a0", " "), one.row) for one in links]


def test_what_follows_from_a_corrected_figure_is_corrected_too(years):
    """Each has the numbers of its corrections, in their order; another figure, and another year, has none."""
    found = corrected(years, YEAR)
    assert (found[START], found[TOTAL], found["learners.areas.culture.change"]) == (("1", "2"), ("1", "2"), ("1",))
    assert END not in found
    assert corrected(years, BEFORE) == {}


def test_each_row_of_it_leads_to_the_correction(years):
    """On the page of figures, of what changed and of all years; what was and what is now stand there."""
    both = [("Labojums Nr. 1 (15.01.2026.)", "correction-1"), ("Labojums Nr. 2 (15.02.2026.)", "correction-2")]
    assert told(rows(years, "numbers")[START].cells[3]) == both
    assert told(rows(years, "numbers")[END].cells[3]) == []
    assert told(rows(years, "changes")[TOTAL].cells[1]) == both
    assert told(rows(years, "changes")[TOTAL].cells[0]) == []
    assert told(rows(years, "all_years")[START].cells[1]) == both
    assert rows(years, "all_years")[START].cells[2] == Named(START, BEFORE)
    cells = [getattr(row.cells[1], "content", row.cells[1]) for row in build(years, YEAR, "years").groups[0].rows]
    assert [told(cell) for cell in cells if told(cell)] == [both]
    html = table(Renderer(years, "en").at("years/"), "all_years", YEAR)
    assert f'<a href="../{YEAR}/corrections/#row-correction-1">Correction No. 1 (15 January 2026)</a>' in html.replace(
        "\u00a0", " "
    )


def test_a_correction_of_no_figure_lacks_nothing(small):
    """An empty list of figures is nothing to fill in."""
    edit(small / "data/2020-2021/corrections.yml", "page: learners", "page: learners\n  figures: []")
    assert [name for name in read_book(small)[0].blanks if name.topic == "corrections"] == []


def test_data_have_the_last_one(small):
    """The CSV of all figures has its number and its day, the JSON of the year all numbers."""
    year, start = "2020-2021", "learners.areas.ice.start"
    edit(small / f"data/{year}/corrections.yml", "page: learners", f"page: learners\n  figures: [{start}]")
    edit(small / f"data/{year}/corrections.yml", "page: index", f"page: index\n  figures: [{start}]")
    book = read_book(small)[0]
    text = as_csv(figures.of_year(book, year)).decode()
    found = {row["name"]: (row["correction"], row["corrected"]) for row in csv.DictReader(io.StringIO(text))}
    assert (found[start], found[TOTAL]) == (("2", "2021-10-01"), ("2", "2021-10-01"))
    assert found["learners.areas.ice.end"] == ("", "")
    data = json.loads(data_json(book, year))
    assert data["corrected"][start] == ["1", "2"]
    assert data["report"]["corrections"]["1"]["figures"] == [start]
    assert {*data} <= year_schema()["properties"].keys()
