"""Figures over the years: what is missing is a gap, and never nothing at all."""

import re
from dataclasses import replace

import pytest
from project import ROOT

from macros.data.schema import Text
from macros.data.schema.charts import YearsChart
from macros.data.schema.year import ChartMessage
from macros.datasets.tables import of_chart
from macros.html.illustrate import illustrate
from macros.html.render import Renderer
from macros.html.spark import spark
from macros.html.table import table
from macros.pages.calls import Call
from macros.show.charts import build as build_chart
from macros.show.tables import build
from macros.show.tables.years import NEWEST
from macros.words.language import NBSP

YEAR = "2024-2025"


def of_years(book, figures, **years):
    """Give a book with years that differ in the learners of STEM at their end: `y2024=509`; None is not stated."""
    report = book.site.years[YEAR]
    made = {}
    for name, end in years.items():
        areas = report.learners.areas
        stem = areas["stem"].model_copy(update={"end": end})
        learners = report.learners.model_copy(update={"areas": {**areas, "stem": stem}})
        first = int(name[1:])
        made[f"{first}-{first + 1}"] = report.model_copy(
            update={"learners": learners, "figures": {**report.figures, **figures}}
        )
    return replace(book, loaded=replace(book.loaded, site=book.site.model_copy(update={"years": made})))


def without_target(book, year):
    """Give a book in which a year has no target for the number of learners."""
    report = book.site.years[year]
    others = {key: one for key, one in report.targets.measured.items() if key != "learners"}
    changed = report.model_copy(update={"targets": report.targets.model_copy(update={"measured": others})})
    site = book.site.model_copy(update={"years": {**book.site.years, year: changed}})
    return replace(book, loaded=replace(book.loaded, site=site))


def test_a_line_breaks_off_where_a_year_is_missing(book):
    """Where a year has no report, or states no number, there is neither point nor line; that is told."""
    words = {"lv": "STEM", "en": "STEM"}
    chart = YearsChart.model_validate(
        {"kind": "line", "measured": words, "bars": ({"words": words, "show": "learners.areas.stem.end"},)}
    )
    figures = {"mine": ChartMessage(heading=Text(**words), chart=chart)}
    years = of_years(book, figures, y2018=100, y2019=200, y2021=None, y2022=400, y2023=300, y2024=509)
    html = illustrate(Renderer(years, "lv"), "mine", YEAR)
    svg = html[html.index("<svg") : html.index("</svg>")]
    assert svg.count("<circle") == 5
    assert len(re.findall(r'<line [^>]*stroke-width="2"', svg)) - 1 == 3  # the one more is in the key
    words = re.sub(r"<[^>]+>", "", html).replace(NBSP, " ")
    assert "2020./2021. – nav ziņojuma, 2021./2022. – nav norādīts" in words
    table = re.search(r"<table.*?</table>", html, re.DOTALL)[0].replace(NBSP, " ")
    assert re.findall(r">(nav \w+)<", table) == ["nav ziņojuma", "nav norādīts"]
    rows = of_chart(years, "mine", YEAR).in_("lv").rows
    assert rows[1:4] == (("2019./2020.", 200), ("2021./2022.", None), ("2022./2023.", 400))  # data have no row for none


def test_bars_leave_a_place_for_a_missing_year(book):
    """Of a year between others of which there is no report, this is told, in words and in the drawing."""
    chart = build_chart(of_years(book, {}, y2021=100, y2023=300, y2024=509), YEAR, "learners_years")
    assert [group.heading.lv[:10] for group in chart.groups] == ["2021./2022", "2022./2023", "2023./2024", "2024./2025"]
    years = of_years(book, {}, y2021=100, y2023=300, y2024=509)
    html = illustrate(Renderer(years, "lv"), "learners_years", YEAR)
    plain = html.replace(NBSP, " ")
    assert plain.count("</tspan> nav ziņojuma</text>") == 2 * 2  # two bars, in two drawings
    assert plain.count(">nav ziņojuma</td>") == 2
    said = re.sub(r"<[^>]+>", "", html).replace(NBSP, " ")
    assert "2022./2023. mācību gads: noteikts – nav ziņojuma, sasniegts – nav ziņojuma" in said
    assert re.findall(r"<td.*?>(nav \w+)<", html.replace(NBSP, " ")) == ["nav ziņojuma"] * 2
    rows = of_chart(years, "learners_years", YEAR).in_("lv").rows
    assert [row[0][:4] for row in rows] == ["2021", "2023", "2024"]


@pytest.mark.parametrize(("kind", "circles"), [("years", 0), ("line", 3 + 4)])
def test_a_report_without_the_figure_is_told_from_no_report(book, kind, circles):
    """What a report does not have, it does not state, alone or with all of the chart; the years go on."""
    target, whole = {"lv": "noteikts", "en": "set"}, {"lv": "noslēgumā", "en": "at the end"}
    shown = ({"words": target, "show": "targets.measured.learners.set"}, {"words": whole, "show": "learners.total_end"})
    bars = shown if kind == "line" else shown[:1]
    chart = YearsChart.model_validate({"kind": kind, "measured": whole, "bars": bars})
    figures = {"mine": ChartMessage(heading=Text(**whole), chart=chart)}
    years = without_target(of_years(book, figures, y2020=100, y2021=200, y2023=300, y2024=509), "2021-2022")
    html = illustrate(Renderer(years, "lv"), "mine", YEAR).replace(NBSP, " ")
    assert html[html.index("<svg") : html.index("</svg>")].count("<circle") == circles
    told = re.search(r'class="figure__words">(.*?)</p>', html, re.DOTALL)[1]
    assert re.findall(r"nav \w+", told) == ["nav norādīts", "nav ziņojuma", *["nav ziņojuma"] * (kind == "line")]
    table = re.search(r"<table.*?</table>", html, re.DOTALL)[0]
    assert re.findall(r"<td.*?>(nav \w+)<", table) == re.findall(r"nav \w+", told)
    if kind == "years":
        assert re.findall(r"(nav \w+)</t(?:ext|span)", html) == ["nav norādīts", "nav ziņojuma"] * 2
    rows = {row[0][:4]: row[1:] for row in of_chart(years, "mine", YEAR).in_("lv").rows}
    assert rows.keys() == {"2020", "2021", "2023", "2024"}
    assert rows["2021"] == ((None, 2462) if kind == "line" else (None,))


def test_a_series_stands_beside_its_numbers(book):
    """In the table of all years a figure has a small line, which breaks off where a year is missing."""
    years = of_years(book, {}, y2018=100, y2019=200, y2021=None, y2022=400, y2023=300, y2024=509)
    shown = {row.head: row.cells[0] for row in build(years, YEAR, "years").groups[0].rows}
    found = [[figure and figure.year for figure in one.figures] for one in shown.values()]
    assert ["2018-2019", "2019-2020", None, "2021-2022", "2022-2023", "2023-2024", YEAR] in found
    drawn = re.findall(r'd="([^"]*)"', spark([0, None, 2, 4]))
    assert drawn == ["M4 24h0M28 14 40 4", "M40 4h0"]  # zero is at the bottom; one alone is a dot, as is the last
    assert re.findall(r'd="([^"]*)"', spark([1, 2, None])) == ["M4 14 16 4", "M16 4h0"]
    html = table(Renderer(years, "lv"), "years", YEAR)
    assert html.count("figure__drawing--series") >= 3
    assert "<svg" not in table(Renderer(of_years(book, {}, y2024=509), "lv"), "years", YEAR)


def test_what_is_calculated_every_year_is_said_to_be_so_once(book):
    """A column of years has no room for that beside each number: it stands below what the row is about."""
    html = table(Renderer(of_years(book, {}, y2023=300, y2024=509), "lv"), "years", YEAR)
    (row,) = re.findall(r"<th[^>]*>\s*<div>[^<]*noslēgumā, visas jomas kopā</div>.*?</tr>", html, re.DOTALL)
    assert row.count("aprēķināts") == 1
    assert [*re.findall(r">(\d+)</data>", row)] == ["2771", "2562"]


def test_years_fit_on_a_phone(book, browser):
    """They stand side by side below what the row is about, each under its year; elsewhere that stays in sight beside."""
    styles = (ROOT / "theme/assets/stylesheets/report.css").read_text("utf-8")
    html = table(Renderer(of_years(book, {}, y2021=100, y2023=300, y2024=509), "lv"), "years", YEAR)
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.set_content(f'<style>html {{ font-size: 20px }}{styles}</style><div class="md-typeset">{html}</div>')
    first = page.locator("tbody tr").first

    def boxes():
        cells = [first.locator("th"), *(first.locator("td").nth(at) for at in (1, 2, 3))]
        return [cell.bounding_box() for cell in cells]

    head, *years = boxes()
    assert len({year["y"] for year in years}) == 1
    assert head["y"] + head["height"] <= years[0]["y"]
    assert years[-1]["x"] + years[-1]["width"] <= 390
    said = first.locator("td").nth(1).evaluate("cell => getComputedStyle(cell, '::before').content")
    assert said == '"2024./2025."'
    page.set_viewport_size({"width": 760, "height": 800})
    head, *years = boxes()
    assert {year["y"] for year in years} == {head["y"]}
    assert first.locator("th").evaluate("cell => getComputedStyle(cell).position") == "sticky"
    page.close()


@pytest.mark.parametrize("name", ["years", "all_years"])
def test_a_year_without_a_report_has_a_column(book, name):
    """The latest year first; of one between others of which there is no report, this is said."""
    table = build(of_years(book, {}, y2021=100, y2023=300, y2024=509), YEAR, name)
    assert [column.lv for column in table.columns[1:]] == [
        "Kopš 2021./2022.",
        "2024./2025.",
        "2023./2024.",
        "2022./2023. (nav ziņojuma)",
        "2021./2022.",
    ]
    cells = [row.cells for group in table.groups for row in group.rows]
    assert {len(row) for row in cells} == {5}
    assert {row[3] for row in cells} == {"–"}
    assert not {"–"} & {row[1] for row in cells}


def test_a_draft_among_final_years_is_marked(book):
    """Where all are drafts, as in the beginning, none is."""
    years = of_years(book, {}, y2023=300, y2024=509)
    assert [column.lv for column in build(years, YEAR, "years").columns[2:]] == ["2024./2025.", "2023./2024."]
    report = years.site.years["2023-2024"]
    final = report.model_copy(update={"report": report.report.model_copy(update={"status": "final"})})
    site = years.site.model_copy(update={"years": {**years.site.years, "2023-2024": final}})
    signed = replace(years, loaded=replace(years.loaded, site=site))
    heads = [column.lv for column in build(signed, YEAR, "years").columns[2:]]
    assert heads == ["2024./2025. (melnraksts)", "2023./2024."]


def prepared(book, year):
    """Give a book in which a year is being prepared."""
    report = book.site.years[year]
    begun = report.model_copy(update={"report": report.report.model_copy(update={"status": "preparing"})})
    site = book.site.model_copy(update={"years": {**book.site.years, year: begun}})
    return replace(book, loaded=replace(book.loaded, site=site))


def test_a_year_in_preparation_is_not_compared_with_several(book):
    """With one other it is, and marked: else there would be nothing to compare; the chart goes up to the latest of them."""
    call = Call("figure", (("name", "learners_years"),), 1)
    two = prepared(of_years(book, {}, y2023=300, y2024=509), YEAR)
    assert [head.lv for head in build(two, YEAR, "years").columns[2:]] == ["2024./2025. (tiek gatavots)", "2023./2024."]
    assert two.year_of(call, None) == YEAR
    three = prepared(of_years(book, {}, y2022=100, y2023=300, y2024=509), YEAR)
    for name in ("years", "all_years"):
        assert [head.lv for head in build(three, YEAR, name).columns[2:]] == ["2023./2024.", "2022./2023."]
    assert three.year_of(call, None) == "2023-2024"
    assert len(build_chart(three, YEAR, "learners_years").groups) == 2


def test_what_is_calculated_says_so_among_all_figures(book):
    """Once, in the head of its row."""
    years = of_years(book, {}, y2023=300, y2024=509)
    rows = {row.name: row.head for group in build(years, YEAR, "all_years").groups for row in group.rows}
    assert rows["learners.total_end"].items[-1].lv == "aprēķināts"
    assert len(rows["learners.areas.stem.end"].items) == 1


def test_all_figures_get_no_wider_with_more_years(book):
    """The newest stand side by side, a line goes through more; what none of them has keeps its row, and files have all."""
    years = of_years(book, {}, **{f"y{first}": first % 100 for first in range(2010, 2025)})
    for first in range(2021, 2025):
        years = without_target(years, f"{first}-{first + 1}")
    table = build(years, YEAR, "all_years")
    assert [column.lv for column in table.columns[1:]] == [
        "Kopš 2015./2016.",
        *(f"{first}./{first + 1}." for first in range(2024, 2024 - NEWEST, -1)),
    ]
    rows = {row.name: row.cells for group in table.groups for row in group.rows}
    assert [one.year[:4] for one in rows["learners.areas.stem.end"][0].figures] == [*map(str, range(2015, 2025))]
    assert [cell.year[:4] for cell in rows["learners.areas.stem.end"][1:]] == ["2024", "2023", "2022", "2021"]
    assert rows["targets.measured.learners.set"][1:] == ("–",) * NEWEST
    assert len(build(years, YEAR, "years").columns) == 2 + 15
    assert table.more[-1].path == "data/figures.xlsx"


def test_all_figures_lead_to_their_data(book):
    """Tables that repeat figures are folded with the files that hold these: of their year, or of all."""
    years = of_years(book, {}, y2023=300, y2024=509)
    for name, folder in (("all_years", "data"), ("years", "data"), ("numbers", f"data/{YEAR}")):
        html = table(Renderer(years, "lv"), name, YEAR)
        assert re.findall(r'href="(data/[^"]*)"', html.partition("<details")[2]) == [
            f"{folder}/figures.csv",
            f"{folder}/figures.xlsx",
        ]
