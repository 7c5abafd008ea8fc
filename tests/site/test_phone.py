"""What is long as it is read: on a phone, without scripts, on paper, and many years on a wide screen."""

import pytest
from addresses import EDITION
from bench.projects import of_years
from browsers import serving
from project import LANGUAGES, ROOT

from macros.report.opened import read_book
from macros.site.assets import assets
from macros.site.language import Language

pytestmark = pytest.mark.slow
YEARS = 6
PHONE = {"width": 390, "height": 844}


def test_what_is_short_stands_on_one_line_of_a_phone(at):
    """Of a figure of a criterion its value and the sections it stands in are side by side, below what it is."""
    page = at("2024-2025/criterion-teaching/", 390)
    rows = page.locator("#table-criteria-teaching-figures tbody tr")
    boxes = [[cell.bounding_box() for cell in row.locator("th, td").all()] for row in rows.all()]
    assert len(boxes) > 10
    for head, value, sections in boxes:
        assert head["y"] + head["height"] <= value["y"] == sections["y"]
        assert value["x"] + value["width"] <= sections["x"]


@pytest.mark.parametrize("folder", ["", "en/"])
def test_no_word_of_a_label_is_broken(browser, opened_site, folder):
    """What stands above the numbers of a card is as wide as its column, at most."""
    with serving(opened_site / "site") as server:
        page = browser.new_page(viewport=PHONE)
        page.goto(f"{server}{folder}2025-2026/numbers/")
        page.locator(".group button").first.click()
        wide = page.evaluate("""() => [...document.querySelectorAll("td.number[data-label]")].filter(cell => {
            const word = document.createElement("span");
            word.style.cssText = `font-size: ${getComputedStyle(cell, "::before").fontSize}; white-space: nowrap; position: absolute`;
            document.body.append(word);
            return cell.checkVisibility() && cell.dataset.label.split(" ").some(one => {
                word.textContent = one;
                return word.offsetWidth > cell.offsetWidth;
            });
        }).length""")
        assert page.locator("td.number[data-label] >> visible=true").count() > 20
        assert wide == 0
        page.close()


@pytest.mark.parametrize("folder", ["", "en/"])
def test_files_are_listed_below_what_is_in_them(at, folder):
    """On a phone nothing is to be scrolled sideways for them, and no name is squeezed."""
    page = at(f"{folder}data/", 390)
    rows = page.locator("#table-datasets tbody tr:not(.group)")
    assert rows.count() > 20
    for row in rows.all()[:10]:
        name, *links = [one.bounding_box() for one in row.locator("th, td >> visible=true").all()]
        assert name["width"] > 300
        assert {link["y"] for link in links} == {links[0]["y"]}
    assert page.locator("#table-datasets .data-table__scroll").evaluate("e => e.scrollWidth - e.clientWidth") == 0


def test_each_sentence_about_a_chart_begins_a_line(at):
    """On a screen they stand below one another; on paper they read on."""
    page = at("2024-2025/support/", 390)
    said = page.locator(".figure__words > span")
    assert said.count() > 5
    assert {one.bounding_box()["x"] for one in said.all()} == {said.first.bounding_box()["x"]}
    assert said.evaluate_all("all => all.map(one => getComputedStyle(one).display)") == ["block"] * said.count()
    page.emulate_media(media="print")
    assert said.evaluate_all("all => all.map(one => getComputedStyle(one).display)") == ["inline"] * said.count()


@pytest.mark.parametrize("folder", ["", "en/"])
def test_what_changed_is_short_on_a_phone(browser, opened_site, folder):
    """The key figures come first, the rest is folded; without scripts, and on paper, nothing is."""
    with serving(opened_site / "site") as server:
        address = f"{server}{folder}2025-2026/changes/"
        page = browser.new_page(viewport=PHONE)
        page.goto(address)
        tables = page.locator("article table")
        assert tables.first.locator("tbody tr >> visible=true").count() > 5
        labels = tables.first.locator("td >> visible=true").evaluate_all(
            "all => all.map(one => [one.dataset.label, getComputedStyle(one, '::before').content])"
        )
        assert labels == [[label, f'"{label}"'] for label, _shown in labels]  # also above a number that is a link
        folded = page.locator(".data-table--folded tbody tr:not(.group)")
        assert folded.count() > 50
        assert folded.locator("visible=true").count() == 0
        assert page.evaluate("document.documentElement.scrollHeight") < 4000
        page.emulate_media(media="print")
        assert folded.locator("visible=true").count() == folded.count()
        page.close()
        with browser.new_context(java_script_enabled=False, viewport=PHONE) as context:
            plain = context.new_page()
            plain.goto(address)
            rows = plain.locator(".data-table--folded tbody tr:not(.group)")
            assert rows.locator("visible=true").count() == rows.count() > 50


def test_words_are_looked_for_in_all_folded_tables(browser, opened_site):
    """The field above the first finds rows of each."""
    with serving(opened_site / "site") as server:
        page = browser.new_page(viewport=PHONE)
        page.goto(f"{server}2025-2026/changes/")
        page.locator(".figure-filter input").fill("audzēkņi")
        seen = page.locator(".data-table--folded tbody tr:not(.group) >> visible=true")
        assert page.locator("[role=status][data-words]").inner_text() == f"Atrasto rindu: {seen.count()}"
        assert page.locator("#table-changes-figures tbody tr:not(.group) >> visible=true").count() > 0
        page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_six_years_stand_side_by_side(browser, tmp_path, language):
    """Where a page is as wide as it gets, all their values are in sight; nothing is to be scrolled sideways."""
    book, _found = read_book(of_years(tmp_path / "many", YEARS))
    made = Language(book, tmp_path / "many", language)
    page = next(one for one in made.pages if one.path == "years.md")
    site = {**assets(ROOT), "years/index.html": made.page(page)}
    for path, content in site.items():
        file = tmp_path / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    with serving(tmp_path / "site") as server:
        shown = browser.new_page(viewport={"width": 1280, "height": 900})
        shown.goto(f"{server}years/")
        assert shown.locator("#table-years tbody tr").first.locator("td").count() == YEARS + 1
        assert shown.locator("#table-years .data-table__scroll").evaluate("e => e.scrollWidth - e.clientWidth") == 0
        shown.close()


@pytest.mark.parametrize("path", ["2024-2025/", EDITION])
def test_many_sentences_about_one_list_stand_below_one_another(at, path):
    """Two read on as a paragraph does; three or more, be they of one claim or of several, begin a line each."""
    page = at(path, 390)
    for count, display in ((2, "inline"), (3, "block")):
        said = '<span class="each">Nav sasniegts.</span> ' * count
        shown = page.evaluate(
            """said => {
                const p = document.querySelector("article h1 ~ p, section p");
                p.innerHTML = `Mērķi. ${said}Vairāk.`;
                return [...p.querySelectorAll(".each")].map(one => getComputedStyle(one).display);
            }""",
            said,
        )
        assert shown == [display] * count
