"""Tables that are declared in the data: their rows, what is calculated, and all that other tables have, too."""

import shutil

import lxml.html
import pytest
from project import checked, edit

from macros.data.name import Name
from macros.html.render import Renderer
from macros.html.table import table
from macros.report.opened import read_book
from macros.show import outline, tables
from macros.show.sources import source
from macros.show.tables.numbers import called

YEAR = "2024-2025"
INSTITUTIONS = (
    ("university", "Universitāte", "University"),
    ("theatre", "Teātris", "Theatre"),
    ("fortress", "Cietoksnis", "Fortress"),
    ("library", "Bibliotēka", "Library"),
    ("museum", "Muzejs", "Museum"),
    ("zoo", "Zoodārzs", "Zoo"),
    ("police", "Policija", "Police"),
    ("hospital", "Slimnīca", "Hospital"),
    ("college", "Koledža", "College"),
    ("gymnasium", "Ģimnāzija", "Gymnasium"),
    ("nursery", "Bērnudārzs", "Nursery"),
    ("choir", "Koris", "Choir"),
)
PARTNERS = "".join(
    f"""    {key}:
      partner: {{ lv: {lv}, en: {en} }}
      subject: {{ lv: kopīgas nodarbības, en: joint classes }}
      since: 20{number:02}-09-01
      agreement: {"jā" if number % 2 else "nē"}
      events: {number}
      learners: {number * 10}
"""
    for number, (key, lv, en) in enumerate(INSTITUTIONS, 1)
)
FILE = f"""# yaml-language-server: $schema=../../schemas/tables.json
partners:
  source: [5]
  rows:
{PARTNERS}"""


@pytest.fixture(scope="module")
def partners(real_judged, tmp_path_factory):
    """The real report with twelve partners in section 5, which its page calls for, and nothing else changed."""
    root = shutil.copytree(real_judged, tmp_path_factory.mktemp("partners") / "real", symlinks=True)
    (root / "data" / YEAR / "tables.yml").write_text(FILE, "utf-8")
    for language in ("lv", "en"):
        edit(
            root / f"docs/{language}/{YEAR}/agreements.md",
            '{{ value("agreements.partners") }}',
            '{{ table("partners") }}',
        )
    book, found = read_book(root)
    assert book, sorted(found)
    return root, book


def test_twelve_partners_are_a_table_of_two_lines_on_the_page(partners):
    """Section 5 has a row for each partner; the caption has the next number; the totals are the program's."""
    _root, book = partners
    html = lxml.html.fromstring(table(Renderer(book, "lv"), "partners", YEAR))
    rows = html.xpath(".//tbody/tr")
    assert len(rows) == 13
    assert "data-table--stacked" in html.get("class")  # cards on a phone
    assert html.xpath("string(.//caption)").startswith(f"{outline.table_numbers(book, YEAR)['partners']}.\u00a0tabula.")
    assert [cell.text_content() for cell in rows[0]] == [
        "Universitāte", "kopīgas nodarbības", "01.09.2001.", "jā", "1", "10",
    ]  # fmt: skip
    assert [cell.text_content() for cell in rows[-1]] == ["Kopā (aprēķināts)", "–", "–", "–", "78", "780"]
    assert {th.get("scope") for th in html.xpath(".//th")} >= {"col", "row"}


def test_each_row_leads_to_its_line(partners):
    """Who wants to correct a partner is one click from the line that has it; the total has no line."""
    root, book = partners
    html = lxml.html.fromstring(table(Renderer(book, "lv", "https://e.org/blob/main/"), "partners", YEAR))
    lines = [int(link.rpartition("#L")[2]) for link in html.xpath(".//tbody//th/a[@class = 'edit']/@href")]
    written = (root / "data" / YEAR / "tables.yml").read_text("utf-8").splitlines()
    assert [written[line - 1].strip() for line in lines] == [f"{key}:" for key, *_named in INSTITUTIONS]


def test_a_table_without_rows_takes_no_number(real):
    """A reader sees a sentence in its place, and no number is left out."""
    (real / "data" / YEAR / "tables.yml").write_text("partners:\n  rows: {}\n", "utf-8")
    for language in ("lv", "en"):
        page = real / f"docs/{language}/{YEAR}/agreements.md"
        edit(page, '{{ value("agreements.partners") }}', '{{ table("partners") }}')
    book, found = read_book(real)
    assert book, sorted(found)
    assert "vēl nav ierakstīti" in table(Renderer(book, "lv"), "partners", YEAR)
    assert "partners" not in outline.table_numbers(book, YEAR)


def test_its_numbers_are_named_like_all_others(partners):
    """Pages call for cells and totals, rules compare them, readers see where they are from and what they are."""
    _root, book = partners
    assert book.names[YEAR]["tables.partners.rows.fortress.learners"].value == 30
    assert book.facts[YEAR].figures("tables.partners.rows.*.events")[0].value == 1
    assert book.names[YEAR]["tables.partners.total.learners"].parts[:1] == ("tables.partners.rows.university.learners",)
    assert source(book, YEAR, "tables.partners.total.learners").en == "self-assessment report, section 5"
    assert called(book, YEAR, "tables.partners.rows.fortress.learners").lv == "Cietoksnis: Iesaistītie audzēkņi"
    assert called(book, YEAR, "tables.partners.total.learners").lv == "Sadarbības partneri, kopā: Iesaistītie audzēkņi"
    file, line = book.loaded.where(Name(YEAR, "tables.partners.rows.fortress.learners"))
    assert file == f"data/{YEAR}/tables.yml"
    assert (partners[0] / file).read_text("utf-8").splitlines()[line - 1] == "      learners: 30"
    assert "tables.partners.total.events" in outline.listed_figures(book)[YEAR]


def test_the_check_says_only_what_is_still_open(partners):
    """With the blank of the text gone, and the record that asked for it, there are no errors, and nothing to do there."""
    root, _book = partners
    found = checked(root)[1]
    assert [(one.place, one.lv) for one in found if one.level == "error"] == []
    assert [one.lv for one in found if one.level == "todo" and "tables" in one.file] == []


def test_what_is_calculated_follows_from_rows_of_the_data(real):
    """A year's own table over areas: sum, difference, share and change, exact, and in the totals, too."""
    (real / "data" / YEAR / "tables.yml").write_text(
        """mine:
  caption: { lv: Jomas, en: Areas }
  rows: learners.areas.*
  columns:
    name: { heading: { lv: Joma, en: Area } }
    start: { heading: { lv: Sākums, en: Start } }
    end: { heading: { lv: Beigas, en: End } }
    both: { heading: { lv: Kopā, en: Both }, kind: sum, of: [start, end] }
    more: { heading: { lv: Vairāk, en: More }, kind: difference, of: [start, end] }
    part: { heading: { lv: Daļa, en: Share }, kind: share, of: [end, learners.total_end] }
    growth: { heading: { lv: Augums, en: Growth }, kind: change, of: [start, end] }
  total: sum
""",
        "utf-8",
    )
    book, found = read_book(real)
    assert book, sorted(found)
    html = lxml.html.fromstring(table(Renderer(book, "en"), "mine", YEAR))
    rows = [[cell.text_content() for cell in row] for row in html.xpath(".//tbody/tr")]
    assert rows[1] == ["STEM", "381", "509", "890", "+128", "18.4%", "+33.6%"]
    assert rows[-1] == ["Total (calculated)", "2503", "2771", "5274", "+268", "100.0%", "+10.7%"]
    assert tables.build(book, YEAR, "mine").layout == "scroll"


def test_whether_a_table_has_rows_is_told_without_its_cells(opened):
    """In a year that has all its data, and in one that has just been opened."""
    book, _found = read_book(opened)
    told = {
        (year, name): (tables.has_rows(book, year, name), tables.build(book, year, name).has_rows)
        for year in book.site.years
        for name in outline.tables(book)[year]
    }
    assert {name: pair for name, pair in told.items() if pair[0] != pair[1]} == {}
    assert {pair[0] for pair in told.values()} == {True, False}
