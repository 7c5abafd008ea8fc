"""A number leads to its source in a browser: shown on the spot, by keys too; tables that fold, and are looked through."""

import pytest
from browsers import serving

YEAR = "2024-2025"


BOXES = """() => [...document.querySelectorAll("article *, .md-header, .md-footer")].map(e => {
    const box = e.getBoundingClientRect();
    return [box.x, box.y, box.width, box.height];
})"""


@pytest.mark.parametrize(("folder", "said"), [("", "1283 + 509 + 366 + 613 = 2771"), ("en/", "self-assessment report")])
@pytest.mark.parametrize("width", [390, 1280])
def test_enter_shows_the_source_and_escape_closes_it(browser, server, folder, said, width):
    """A number in focus shows its row on Enter, nothing moves, and Escape gives the focus back to the number."""
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(f"{server}{folder}{YEAR}/learners/")
    page.locator(".number-tools button").click()
    link = page.locator("a.bound:has([data-name='learners.total_end'])").first
    link.focus()
    before = page.evaluate(BOXES)
    page.keyboard.press("Enter")
    shown = page.locator(".number-source:popover-open")
    shown.wait_for()
    assert said in shown.inner_text()
    assert "learners.yml" in shown.inner_text()
    assert shown.locator("a.edit").count() == 0  # it is calculated
    assert page.evaluate(BOXES) == before
    box = shown.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.activeElement.className").startswith("number-source")
    page.keyboard.press("Escape")
    assert shown.count() == 0
    assert link.evaluate("e => e === document.activeElement")
    link.click()
    shown.wait_for()
    page.mouse.click(2, 400)
    assert shown.count() == 0
    link.click()
    page.get_by_role("button", name="Close" if folder else "Aizvērt").click()
    assert shown.count() == 0
    assert link.evaluate("e => e === document.activeElement")
    link.click()
    shown.get_by_role("button").focus()
    page.keyboard.press("Tab")  # there is nothing behind it
    assert shown.count() == 0
    assert link.evaluate("e => e === document.activeElement")


STOPS = "() => [...document.querySelectorAll('article a.bound')].filter(e => (e.getAttribute('tabindex') ?? (e.href ? '0' : '-1')) === '0').length"


def test_numbers_are_read_until_their_sources_are_asked_for(browser, server):
    """No number is a stop of the Tab key at first; then those in sentences are, and one in each table."""
    page = browser.new_page()
    page.goto(f"{server}{YEAR}/learners/")
    number, switch = page.locator("article a.bound").first, page.locator(".number-tools button")
    assert page.evaluate(STOPS) == 0
    number.click()  # it is asked for alone
    page.locator(".number-source:popover-open").wait_for()
    page.locator(".number-source__close").click()
    assert number.evaluate("e => e === document.activeElement")
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    in_sentences = page.locator("article a.bound:not(table *)").count()
    tables = page.locator("article table:has(a.bound)").count()
    assert page.evaluate(STOPS) == in_sentences + tables
    page.goto(f"{server}en/{YEAR}/learners/")
    assert page.evaluate(STOPS) > 0  # it is remembered
    page.locator(".number-tools button").click()
    assert page.evaluate(STOPS) == 0


def test_arrow_keys_walk_through_a_table(browser, server):
    """From one number of a table they lead to those beside it, above and below."""
    page = browser.new_page()
    page.goto(f"{server}{YEAR}/learners/")
    page.locator(".number-tools button").click()
    numbers = page.locator("#table-learners-change a.bound")
    across = page.locator("#table-learners-change tbody tr").first.locator("a.bound").count()
    numbers.first.focus()
    for key, place in (("ArrowRight", 1), ("ArrowDown", across + 1), ("ArrowLeft", across), ("ArrowUp", 0)):
        page.keyboard.press(key)
        assert numbers.nth(place).evaluate("e => e === document.activeElement && e.tabIndex === 0"), key
    page.keyboard.press("ArrowUp")
    assert numbers.first.evaluate("e => e === document.activeElement")
    assert page.locator("#table-learners-change a.bound[tabindex='0']").count() == 1


def test_all_figures_fold_and_are_found(browser, server):
    """They are folded by what they are about; a link opens the part of its row, typed words all rows that have them."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{server}{YEAR}/numbers/")
    rows = page.locator("#table-numbers tbody tr:not(.group)")
    assert rows.locator("visible=true").count() == 0
    assert page.evaluate("document.documentElement.scrollHeight") < 3000
    page.locator("#table-numbers button").first.click()
    assert 0 < rows.locator("visible=true").count() < rows.count()
    look = page.locator(".figure-filter input")
    look.fill("audzekni NOSLEGUMA")  # as who has no Latvian keyboard types
    seen = rows.locator("visible=true")
    assert 0 < seen.count() < rows.count()
    assert all("audzēkņ" in one.lower() and "noslēgumā" in one for one in seen.locator("th").all_inner_texts())
    assert page.locator("[role=status][data-words]").inner_text() == f"Atrasto rindu: {seen.count()}"
    look.fill("audzēknis noslēgums")  # endings differ
    assert rows.locator("visible=true").count() == seen.count() > 0
    for sought, printed in (("audzēknis noslēgums", seen.count()), ("", rows.count())):  # on paper nothing is folded
        look.fill(sought)
        page.emulate_media(media="print")
        assert rows.locator("visible=true").count() == printed
        page.emulate_media(media="screen")
    assert rows.locator("visible=true").count() == 0
    page.goto(f"{server}{YEAR}/numbers/#row-learners-total-end")
    assert page.locator("#row-learners-total-end").is_visible()


@pytest.mark.parametrize(
    ("folder", "said"), [("", "Labot: learners.yml, 26. rinda"), ("en/", "Edit: learners.yml, line 26")]
)
def test_a_typed_number_is_edited_where_it_stands(browser, server, folder, said):
    """Behind the line of its file a script puts the link to edit it there, on the spot and on the page of all figures."""
    page = browser.new_page()
    page.goto(f"{server}{folder}{YEAR}/learners/")
    page.locator("a.bound:has([data-name='learners.areas.stem.end'])").first.click()
    page.locator(".number-source:popover-open").wait_for()
    for link in (page.locator(".number-source a.edit"), page.locator("#row-learners-areas-stem-end a.edit")):
        assert link.get_attribute("aria-label").replace("\u00a0", " ") == said
        assert link.get_attribute("href").endswith(f"/edit/main/data/{YEAR}/learners.yml#L26")
        page.goto(f"{server}{folder}{YEAR}/numbers/")


@pytest.mark.parametrize(("folder", "before"), [("", "2024./2025. mācību gadā"), ("en/", "2024/25 school year")])
def test_with_a_second_year_they_still_do(browser, opened_site, tmp_path, folder, before):
    """A year that tells of the one before, too, shows a number's source, that year and the way to all; all years fold."""
    (tmp_path / "below").mkdir()
    (tmp_path / "below/zinojums").symlink_to(opened_site / "site")  # a site need not be at the top of its server
    with serving(tmp_path / "below") as top:
        server = f"{top}zinojums/{folder}"
        page = browser.new_page()
        page.goto(f"{server}2025-2026/numbers/")
        rows = page.locator(".data-table--folded tbody tr:not(.group)")
        assert rows.locator("visible=true").count() == 0
        parts = page.locator(".data-table--folded button")
        assert parts.count() < 20
        assert "(0)" not in " ".join(parts.all_inner_texts())
        page.goto(f"{server}2025-2026/")
        page.locator("article a.bound:has([data-name='learners.total_end'])").first.click()
        shown = page.locator(".number-source:popover-open")
        shown.wait_for()
        assert f"{before}\n2771" in shown.inner_text().replace("\u00a0", " ")
        shown.get_by_role("link", name="Over the years" if folder else "Pa gadiem").click()
        page.wait_for_url(f"{server}all-figures/#row-learners-total-end")
        assert page.locator("#row-learners-total-end").is_visible()
        assert 0 < rows.locator("visible=true").count() < rows.count()
        for at, year in enumerate(("2025-2026", YEAR)):  # a number leads to the figures of the year of its column
            page.locator("#row-learners-total-end a.bound").nth(at).click()
            shown.wait_for()
            link = shown.locator(".number-source__all a").first.get_attribute("href")
            assert link == f"{server}{year}/numbers/#row-learners-total-end"
            page.keyboard.press("Escape")


def test_where_the_row_cannot_be_fetched_the_link_is_followed(browser, server):
    """A script that fails leaves the reader with what there is without it."""
    page = browser.new_page()
    page.goto(f"{server}{YEAR}/learners/")
    page.evaluate("() => { window.fetch = () => Promise.reject(new Error('offline')) }")
    page.locator("a.bound").first.click()
    page.wait_for_url(f"{server}{YEAR}/numbers/#row-*")


def test_without_scripts_a_number_is_a_link(browser, server):
    """Enter leads to the row of the page of figures."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{server}en/{YEAR}/learners/")
        link = page.locator("a.bound").first
        goal = link.get_attribute("href").partition("#")[2]
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{server}en/{YEAR}/numbers/#{goal}")
        assert page.locator(f"tr#{goal}").is_visible()


def test_on_paper_a_number_is_plain(browser, server):
    """A printed page shows no line below a number, the colour of the words round it, and no popover."""
    page = browser.new_page()
    page.goto(f"{server}{YEAR}/learners/")
    page.emulate_media(media="print")
    assert page.evaluate(
        """() => [...document.querySelectorAll("a.bound")].every(e => {
            const [own, around] = [getComputedStyle(e), getComputedStyle(e.parentElement)];
            return own.textDecorationLine === "none" && own.color === around.color;
        })"""
    )
    assert page.locator(".number-source:visible").count() == 0
