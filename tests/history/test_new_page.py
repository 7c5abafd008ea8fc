"""A new page: what is made, and that the check tells only of what is to fill in."""

import pytest
from project import add_to, checked, edit

from macros.history.new_page import new_page
from macros.html.illustrate import illustrate
from macros.html.render import Renderer
from macros.report.opened import read_book
from macros.show import outline
from macros.words.problems import Problems

YEAR = "2024-2025"
SECTION = """    - page: wellbeing.md
      id: wellbeing
      level: 1
      heading: { lv: "3.5. Kritērijs “Veselība”", en: "3.5. Criterion “Health”" }
    - page: wellbeing.md
      id: wellbeing-methods
      level: 2
      heading: { lv: 3.5.1. Vērtēšanas metodes, en: 3.5.1. Methods of assessment }
      tables: [criteria.wellbeing.methods]
    - page: wellbeing.md
      id: wellbeing-indicators
      level: 2
      heading: { lv: 3.5.2. Secinājumi, en: 3.5.2. Conclusions }
      tables: [criteria.wellbeing.indicators]
    - page: projects.md
"""
CRITERION = """  criteria:
    wellbeing:
      number: "3.5."
      name: { lv: Veselība, en: Health }
      indicators:
        rest:
          name: { lv: Atpūta, en: Rest }
"""
TABLE = """# yaml-language-server: $schema=../../schemas/tables.json
rest:
  caption: { lv: Atpūtas telpas, en: Rooms for rest }
  source: [3.5.2]
  columns:
    name: { heading: { lv: Telpa, en: Room } }
    seats: { heading: { lv: Vietas, en: Seats }, kind: count }
  rows:
    hall: { name: { lv: Zāle, en: Hall }, seats: 40 }
    library: { name: { lv: Bibliotēka, en: Library }, seats: 25 }
  total: sum
"""
CHART = """rest:
  heading: { lv: "Zālē ir {{ value(\\"tables.rest.rows.hall.seats\\") }} vietu", en: "The hall has {{ value(\\"tables.rest.rows.hall.seats\\") }} seats" }
  chart:
    kind: bars
    measured: { lv: Vietas atpūtas telpās., en: Seats in the rooms for rest. }
    rows: tables.rest.rows.*
    bars:
      - { words: { lv: vietas, en: seats }, show: seats }
"""


def made(root, name):
    """Make a page; give what was written."""
    book, found = read_book(root)
    assert book, sorted(found)
    return new_page(root, book, name)


def told(root):
    """Give `(book, errors, places of what is to do)`."""
    book, found = checked(root)
    errors = [f"{one.place} {one.lv}" for one in found if one.level == "error"]
    return book, errors, [one.file for one in found if one.level == "todo"]


def test_a_page_of_its_own_has_a_table_to_fill(real):
    """The page stands in the menu and in both lists; the check has no errors and tells of page and table."""
    files = made(real, "summer-camp")
    assert files == [
        f"docs/lv/{YEAR}/summer-camp.md", f"docs/en/{YEAR}/summer-camp.md", "mkdocs.yml",
        f"docs/lv/{YEAR}/index.md", f"docs/en/{YEAR}/index.md", f"data/{YEAR}/tables.yml",
    ]  # fmt: skip
    book, errors, to_do = told(real)
    assert errors == []
    assert {f"docs/lv/{YEAR}/summer-camp.md", f"data/{YEAR}/tables.yml"} <= {*to_do}
    paths = list(book.nav)
    assert paths.index(f"{YEAR}/summer-camp.md") == paths.index(f"{YEAR}/next-year.md") + 1
    assert "[Jauna lapa](summer-camp.md)" in (real / f"docs/lv/{YEAR}/index.md").read_text("utf-8")
    with pytest.raises(Problems, match="jau ir"):
        made(real, "summer-camp")


def test_a_criterion_of_the_form_gets_its_page_and_a_chart(real):
    """An entry of forms.yml and one command; then a declared table and a chart over it, numbered and bound."""
    edit(real / "data/forms.yml", "    - page: projects.md\n", SECTION)
    edit(real / "data/forms.yml", "  criteria:\n", CRITERION)
    made(real, "wellbeing")
    _book, errors, to_do = told(real)
    assert errors == []
    assert {f"data/{YEAR}/criteria.yml"} <= {*to_do}
    (real / f"data/{YEAR}/tables.yml").write_text(TABLE, "utf-8")
    add_to(real / f"data/{YEAR}/figures.yml", CHART)
    for language in ("lv", "en"):
        add_to(real / f"docs/{language}/{YEAR}/wellbeing.md", '\n{{ table("rest") }}\n\n{{ figure("rest") }}\n')
    book, errors, _to_do = told(real)
    assert errors == []
    assert list(book.nav).index(f"{YEAR}/wellbeing.md") == list(book.nav).index(f"{YEAR}/support.md") + 1
    drawn = illustrate(Renderer(book, "lv"), "rest", YEAR)
    assert f"{outline.chart_numbers(book, YEAR)['rest']}.\u00a0attēls." in drawn
    assert "Zālē ir" in drawn
    assert 'data-name="tables.rest.rows.hall.seats"' in drawn
    numbered = {*outline.table_numbers(book, YEAR)}
    assert {"rest", "criteria.wellbeing.indicators"} <= numbered
    assert "criteria.wellbeing.methods" not in numbered  # no row is there yet


def test_a_second_project_is_an_entry(real):
    """Projects are as many as there are; numbers in one stand under its figures and are called from its texts."""
    file = real / f"data/{YEAR}/projects.yml"
    edit(
        file,
        "# Projekti, kas ziņojumā",
        """  light:
    number: "2."
    name: { lv: Projekts “Gaisma”, en: A project on light }
    figures:
      lamps: 24
    summary: { lv: Jaunas lampas klubos., en: New lamps in the clubs. }
    result:
      lv: Nopirktas lampas, to skaits – {{ value("projects.items.light.figures.lamps") }}.
      en: Lamps were bought; their number is {{ value("projects.items.light.figures.lamps") }}.
# Projekti, kas ziņojumā""",
    )
    book, errors, _to_do = told(real)
    assert errors == []
    assert book.names[YEAR]["projects.items.light.figures.lamps"].value == 24
    assert len(book.site.years[YEAR].projects.items) == 2


@pytest.mark.parametrize("name", ["Wellbeing", "labbūtība", "../index", "a b", ""])
def test_a_name_that_is_no_address_is_told(real, name):
    """Nothing is written under a name that no page can have."""
    with pytest.raises(Problems, match="mazie burti"):
        made(real, name)
