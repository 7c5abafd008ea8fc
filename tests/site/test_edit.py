"""Beside each table, chart and number of the site is a way to the very line that is edited."""

import re

import pytest
from addresses import is_paper
from project import LANGUAGES, ROOT

from macros.show import charts, outline, tables

YEAR = "2024-2025"
OF_SEVERAL = ("key_figures", "downloads", "datasets", "numbers", ".figures", ".goals")
"""How tables end whose data are in several files."""
EDIT = re.compile(r"https://github\.com/[\w-]+/[\w-]+/(?:edit|blob)/main/(data/[\w/.-]+)#L(\d+)")


def line(link):
    """Give the line that a link leads to, which has to be there."""
    file, number = EDIT.fullmatch(link.get("href")).groups()
    return (ROOT / file).read_text("utf-8").splitlines()[int(number) - 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_lead_to_their_data(built, book, language):
    """Each table but those of several files has a link to the line where its data begin."""
    wanted = {f"table-{name.replace('.', '-').replace('_', '-')}": name for name in outline.tables(book)[YEAR]}
    found = set()
    for path, page in built.pages.items():
        if path.startswith("en/") == (language == "en") and not is_paper(path):
            for table in page.xpath("//*[starts-with(@id, 'table-')][contains(@class, 'data-table')][.//table]"):
                name = wanted.get(table.get("id"))
                links = [link for link in table.xpath(".//a[@class='edit']") if not link.xpath("ancestor::table")]
                assert len(links) == (not name.endswith(OF_SEVERAL)), name
                found.add(name)
                for link in links:
                    key = tables.place(book, YEAR, name).keys[-1]
                    assert key in line(link) or f"/{key}.yml#L1" in link.get("href")
    empty = built.article(language, f"{YEAR}/corrections/").xpath(".//p[@class='table-empty']//a[@class='edit']")
    assert [link.get("href").partition("/data/")[2] for link in empty] == [f"{YEAR}/corrections.yml#L1"]
    assert {"learners", "criteria.teaching.indicators", "priorities.skills", "learners_change", "terms"} <= found


@pytest.mark.parametrize("language", LANGUAGES)
def test_charts_lead_to_their_heading_and_their_data(built, book, language):
    """Each chart has a link to the line of its heading and one to the line of its data."""
    seen = set()
    for path, page in built.pages.items():
        if path.startswith("en/") == (language == "en") and not is_paper(path):
            for figure in page.xpath("//figure[@class='figure']"):
                name = figure.get("id").removeprefix("figure-").replace("-", "_")
                heading, data = figure.xpath("./p/a[@class='edit']")
                assert line(heading) == f"{name}:"
                place = charts.place(book, YEAR, name)
                assert f"/{place.topic}.yml#L" in data.get("href")
                assert line(data) == f"{place.keys[-1]}:"
                seen.add(name)
    assert seen >= {"learners", "targets", "survey", "places"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_typed_numbers_lead_to_their_line(built, book, language):
    """On the page of numbers each typed one has a link to the line that holds it; calculated ones have none.

    That to edit it there is put behind it by a script: see test_number_box.
    """
    names = {"row-" + re.sub(r"[^a-z0-9]", "-", name): name for name in book.names[YEAR]}
    rows = built.article(language, f"{YEAR}/numbers/").xpath(".//tr[@id]")
    linked = 0
    for row in rows:
        shown = names[row.get("id")]
        links = row.xpath(".//a[contains(@href, '#L')]")
        assert len(links) == (not book.names[YEAR][shown].calculated), shown
        for link in links:
            assert f"{shown.rpartition('.')[2]}:" in line(link)
            linked += 1
    assert linked > 100


def test_paper_has_no_links_to_edit(built):
    """The print edition has neither the links nor what stood round them."""
    for prefix in ("", "en/"):
        page = built.pages[f"{prefix}{YEAR}/print/"]
        assert page.xpath("//*[contains(@class, 'edit') and not(contains(@class, 'edition'))]") == []


def test_one_that_begins_a_line_is_not_indented(at):
    """Where a source fills the line of a phone, the link to edit the data begins the next one at its edge."""
    page = at(f"{YEAR}/learners/", 390)
    links = page.locator("p.table-source a.edit >> visible=true")
    starts = links.evaluate_all(
        "links => links.map(one => one.getBoundingClientRect().left - one.parentElement.getBoundingClientRect().left)"
    )
    assert starts.count(0) > 1
    assert not [start for start in starts if 0 < start < 40]


def test_they_say_where_they_lead(built):
    """A screen reader hears the file; the words that are seen begin it."""
    links = built.article("lv", f"{YEAR}/learners/").xpath(".//a[@class='edit']")
    assert all(link.get("aria-label").startswith(link.text + ": ") for link in links)
    assert links[0].get("aria-label") == "Labot datus: learners.yml"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_the_issue_forms(built, language):
    """Whoever will not edit can tell of a mistake, from each page."""
    for path, page in built.pages.items():
        if path.startswith("en/") == (language == "en") and not is_paper(path) and page.find(".//footer") is not None:
            (link,) = page.xpath("//footer//a[contains(@href, '/issues/new/choose')]")
            assert link.text == {"lv": "Ziņot par kļūdu", "en": "Report a mistake"}[language]
