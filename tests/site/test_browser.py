"""Pages in a real browser: nothing sticks out, nothing is fetched from elsewhere, the switch works."""

import io

import pytest
from addresses import EDITION, PAGES, SOME
from sheets import sheets, stranded, tight

FOR_A_SCREEN = (
    "header.md-header, .md-sidebar, .md-footer, .md-top, .md-skip, .md-search, .md-button, .md-content__button, "
    ".headerlink, .language-switch"
)
PALE = """() => [...document.querySelectorAll("article *")]
    .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
    .filter(e => {
        const [r, g, b] = getComputedStyle(e).color.match(/[\\d.]+/g).map(Number);
        return (299 * r + 587 * g + 114 * b) / 1000 > 125;
    })
    .map(e => e.textContent)"""
CUT = """() => {
    const texts = document.createTreeWalker(document.querySelector("article") ?? document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (const range = document.createRange(); texts.nextNode();) {
        range.selectNode(texts.currentNode);
        if ([...range.getClientRects()].some(({ left, width }) => width > 1 && left < 0))
            found.push(texts.currentNode.textContent);
    }
    return found;
}"""


@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_pages_fit_and_stay_at_home(browser, server, width, scheme, folder):
    """At phone and desk width no page scrolls sideways, cuts words off, logs an error or asks another site for anything."""
    wrong = []
    with browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme) as context:
        page = context.new_page()
        page.on("request", lambda request: request.url.startswith((server, "data:")) or wrong.append(request.url))
        page.on("console", lambda message: message.type == "error" and wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        for path in (*PAGES, EDITION):
            page.goto(server + folder + path)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append(f"{path} sticks out")
            wrong += page.evaluate(CUT)
    assert wrong == []


def test_language_switch(browser, server):
    """A click on “English” shows the same page in English, and back."""
    page = browser.new_page()
    page.goto(server + "2024-2025/targets/")
    page.click("text=English")
    page.wait_for_url(server + "en/2024-2025/targets/")
    page.click("text=Latviešu")
    page.wait_for_url(server + "2024-2025/targets/")
    page.close()


def test_search_finds_a_page(browser, server):
    """Someone who types a word is shown where it stands."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(server + "en/")
    page.click("input.md-search__input")
    page.keyboard.type("student councils")
    page.wait_for_selector(".md-search-result__item a")
    assert "support" in page.locator(".md-search-result__item a").first.get_attribute("href")
    page.close()


@pytest.mark.parametrize("path", SOME)
def test_text_is_readable_on_a_phone(browser, server, path):
    """No words are smaller than 10 CSS pixels at phone width."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(server + path)
    smallest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll("article *")]
            .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
            .filter(e => e.getClientRects().length && getComputedStyle(e).position !== "absolute")
            .map(e => parseFloat(getComputedStyle(e).fontSize)))"""
    )
    page.close()
    assert smallest >= 10


@pytest.mark.parametrize("path", SOME)
def test_paper_is_white(browser, server, path):
    """A reader in the dark, on a phone, prints dark words on white, tables as tables, and nothing to click on."""
    still = {"reduced_motion": "reduce"}  # so that no colour is judged half way
    with browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark", **still) as context:
        page = context.new_page()
        page.goto(server + path)
        page.emulate_media(media="print", color_scheme="dark")
        page.set_viewport_size({"width": 700, "height": 990})
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        # The margins of a sheet are painted by this, not by any element.
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
        assert page.evaluate(PALE) == []
        assert (
            page.evaluate(f"[...document.querySelectorAll('{FOR_A_SCREEN}')].filter(e => e.checkVisibility()).length")
            == 0
        )
        assert page.evaluate(
            "[...document.querySelectorAll('td')].every(e => getComputedStyle(e).display === 'table-cell')"
        )


def test_paper_has_the_data_that_are_unfolded(browser, server):
    """What a chart tells is printed once; its data, too, only where the reader has unfolded them, and nothing to unfold."""
    page = browser.new_page()
    page.goto(server + "2024-2025/learners/")
    page.locator("#figure-learners-flow summary").first.click()
    page.emulate_media(media="print")
    shown = "[...document.querySelectorAll('figure :is(table, summary)')].filter(e => e.checkVisibility())"
    tables = page.evaluate(f"{shown}.map(e => e.tagName + e.closest('figure').id)")
    printed = "".join(sheets(io.BytesIO(page.pdf(prefer_css_page_size=True))))
    page.close()
    assert tables == ["TABLEfigure-learners-flow"]
    assert [f"{number}.attēladati" in tight(printed) for number in (1, 2, 3)] == [False, True, False]


def test_a_code_stands_on_the_line_below_the_title(browser, server):
    """However high the title of a section is, its line is as wide as the sheet, and the code stands on it, beside the words."""
    page = browser.new_page(viewport={"width": 700, "height": 990})
    page.goto(server + "2024-2025/print/")
    page.emulate_media(media="print")
    places = page.evaluate("""() => [...document.querySelectorAll(".section .way")].map(code => {
        const [box, title] = [code, code.previousElementSibling].map(e => e.getBoundingClientRect());
        const words = document.createRange();
        words.selectNodeContents(code.previousElementSibling);
        return [title.bottom - box.bottom, title.right - box.right, box.left - words.getBoundingClientRect().right];
    })""")
    page.close()
    assert len(places) > 10
    assert [place for place in places if not (4 < place[0] < 10 and abs(place[1]) < 1 and place[2] > 4)] == []


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("path", ["2024-2025/print/", "2024-2025/priorities/", "2024-2025/support/"])
def test_no_heading_is_stranded(browser, server, built, language, path):
    """Printed by Chromium without scripts, no sheet ends with a heading, a caption or the head of a table."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(server + ("en/" if language == "en" else "") + path)
        printed = io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))
    assert stranded(sheets(printed), built.page(language, path)) == []
