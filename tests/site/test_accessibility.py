"""Pages in a real browser for every reader: axe finds nothing, and a keyboard or still pages suffice."""

import pytest
from addresses import EDITION, KINDS, PAGES
from browsers import AXE, BUT_COLOURS, COLOURS, FAULTS, SEEN, TAGS, tab_to, until
from contrast import contrast, relative_luminance

MODES = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced": {"color_scheme": "light", "forced_colors": "active"},
}
WINDOWS = [("", 1280), ("en/", 390), ("", 390), ("en/", 1280)]
WHOLE = WINDOWS[:2]
"""Where all pages are judged whole; elsewhere one of each kind, and of words that look alike the first."""
# The ground of the drawing in sight, and the colours of its words, as #rrggbb.
DRAWN = """() => {
    const shown = [...document.querySelectorAll(".figure__drawing")].find(drawing => drawing.checkVisibility());
    const six = colour => "#" + colour.match(/\\d+/g).map(part => Number(part).toString(16).padStart(2, "0")).join("");
    return [shown.querySelector("rect"), ...shown.querySelectorAll("text")].map(e => six(getComputedStyle(e).fill));
}"""
# What has the focus, and whether a reader sees it: within the window, on top, with an outline of 3:1 or more.
FOCUS = """() => {
    let e = document.activeElement;
    if (e === document.body) return null;
    const name = [e.tagName, e.id, e.getAttribute("href"), e.className.replace("focus-visible", "")].join(" ");
    if (e.matches(".md-option")) e = [...e.parentNode.querySelectorAll("label")].find(label => label.checkVisibility());
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    const x = Math.min(Math.max(box.x, 0) + 4, innerWidth - 1), y = Math.max(box.y, 0) + Math.min(box.height / 2, 6);
    const rgb = colour => colour.match(/[\\d.]+/g).map(Number);
    const light = colour => rgb(colour).slice(0, 3).map(c => c / 255)
        .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const inside = parseFloat(style.outlineOffset) < 0, opaque = e => (rgb(getComputedStyle(e).backgroundColor)[3] ?? 1) === 1;
    const behind = document.elementsFromPoint(inside ? x : Math.max(box.x - 3, 0), y)
        .filter(other => inside || !e.contains(other)).find(opaque) ?? document.body;
    const paper = getComputedStyle(behind).backgroundColor;
    const [low, high] = [light(style.outlineColor), light(paper)].sort((a, b) => a - b);
    const top = document.elementFromPoint(x, y);
    return {
        name, kind: e.className, seen: box.width > 0 && box.height > 0 && (e.contains(top) || !!top?.contains(e)
            && [...e.getClientRects()].some(r => e.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)))),
        outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && (high + 0.05) / (low + 0.05) >= 3,
    };
}"""


STOP = f"new Promise(done => setTimeout(done, 20)).then({FOCUS})"
# The same of all that can have the focus, one after the other, but for the search, which opens when it has it.
FOCUS_EACH = """async () => {
    const stops = [];
    for (const e of document.querySelectorAll("a[href], button, input, summary, [tabindex]")) {
        if (e.tabIndex < 0 || e.closest(".md-search") || !e.checkVisibility({visibilityProperty: true})) continue;
        e.focus();
        if (!e.closest("article")) await new Promise(done => setTimeout(done, 20));
        if (document.activeElement === e) stops.push((LOOK)());
    }
    return stops;
}""".replace("LOOK", FOCUS)


def walk(page, leaves=None):
    """Press Tab until the page, or what a selector names, is left; give what had the focus at each stop."""
    stops = []
    while len(stops) < 250:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (leaves and not page.evaluate("s => !!document.activeElement.closest(s)", leaves)):
            return stops
        stops.append(stop)
    raise AssertionError("the focus never leaves the page")


@pytest.mark.parametrize(("folder", "width"), WINDOWS)
def test_axe_finds_nothing(at, built, server, folder, width):
    """No page breaks a rule of axe at phone or desk width, in light, dark or the reader's own colours.

    Modes change colours only: sizes, names and roles are judged in light.
    """
    page = at(folder, width)
    wrong = []
    editions = [
        path for path in built.pages if path.startswith(f"{folder}editions/")
    ]  # those of both languages are in one
    paths = (*PAGES, EDITION, "404.html", *(path.removeprefix(folder) for path in editions))
    for path in paths if (folder, width) in WHOLE else KINDS:
        page.emulate_media(**MODES["light"])
        page.goto(server + folder + path)
        page.evaluate(AXE)
        if (folder, width) in WHOLE:
            wrong += [f"{path} {fault}" for fault in page.evaluate(FAULTS, TAGS)]
        else:
            wrong += [f"{path} {fault}" for fault in page.evaluate(BUT_COLOURS, TAGS)]
            wrong += [f"{path} {fault}" for fault in page.evaluate(SEEN, COLOURS)]
        for mode in ("dark", "forced") if path in KINDS else ():
            page.emulate_media(**MODES[mode])
            if path != EDITION:  # what was shown first is kept until the reader chooses
                page.evaluate("number => document.getElementById(`__palette_${number}`).click()", int(mode == "dark"))
                scheme = {"dark": "slate", "forced": "default"}[mode]
                page.wait_for_selector(f"body[data-md-color-scheme={scheme}]")
            wrong += [f"{path} {mode} {fault}" for fault in page.evaluate(SEEN, COLOURS)]
    assert wrong == []


@pytest.mark.parametrize("mode", MODES)
def test_drawings_are_read_in_any_colours(at, mode):
    """On a dark screen a drawing has a dark ground, and its words have 4.5:1 against it in all modes."""
    page = at("2024-2025/support/", 1280, **MODES[mode])
    ground, *words = page.evaluate(DRAWN)
    assert (relative_luminance(ground) < 0.05) == (mode == "dark")
    assert words
    assert min(contrast(one, ground) for one in words) >= 4.5


def test_first_tab_skips_to_the_content(at):
    """The first Tab shows the link past the menus, and Enter moves on to the content."""
    page = at("2024-2025/learners/", 1280)
    page.keyboard.press("Tab")
    stop = page.evaluate(FOCUS)
    assert "md-skip" in stop["kind"]
    assert stop["seen"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")


@pytest.mark.parametrize("width", [390, 640, 1280])
@pytest.mark.parametrize("path", ["", "en/2024-2025/learners/"])
def test_focus_is_seen(at, path, width):
    """Whatever Tab reaches is in sight and outlined, at phone and desk width and at 200 % zoom, in all colours."""
    stops = walk(at(path, width, **MODES["light"]))
    assert len(stops) > 10
    for mode in ("dark", "forced"):
        page = at(path, width, **MODES[mode])
        tab_to(page, ".md-search__input")
        again = [page.evaluate(STOP), *walk(page, ".md-search"), *page.evaluate(FOCUS_EACH)]
        assert {stop["name"] for stop in stops} <= {stop["name"] for stop in again}
        stops += again
    assert [stop for stop in stops if not (stop["seen"] and stop["outline"])] == []


def test_language_is_switched_by_keyboard(at, server):
    """Tab reaches the link to the other language, Enter follows it."""
    page = at("2024-2025/targets/", 390)
    tab_to(page, ".language-switch__link")
    page.keyboard.press("Enter")
    page.wait_for_url(server + "en/2024-2025/targets/")


def test_colours_are_switched_by_keyboard(at):
    """Tab reaches the choice of light or dark, an arrow makes it."""
    page = at("", 1280, color_scheme="light")
    tab_to(page, "[name=__palette]")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("body[data-md-color-scheme=slate]")


# As of many years: a table that is wider than any window.
WIDENED = """() => {
    const around = document.querySelector("#table-learners-change");
    around.className = "data-table data-table--scroll";
    for (const cell of around.querySelectorAll("td")) cell.style.minWidth = "18rem";
    const scroll = around.querySelector(".data-table__scroll");
    return scroll.scrollWidth > scroll.clientWidth;
}"""
COVERED = """async () => {
    const covered = [];
    for (const link of [...document.querySelectorAll(".data-table--scroll td a.bound")].reverse()) {
        link.focus();
        await new Promise(requestAnimationFrame);
        const box = link.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        if (!link.contains(top) && !top?.contains(link)) covered.push(`${link.textContent} below ${top?.outerHTML.slice(0, 80)}`);
    }
    return covered;
}"""


@pytest.mark.parametrize("width", [320, 390, 760, 1280])
def test_no_number_in_focus_lies_below_the_heads_of_rows(at, width):
    """These stay in sight while a table is scrolled, but never over what has the focus."""
    page = at("2024-2025/learners/", width)
    page.evaluate("chosen.set('sources', 'shown')")
    page.reload()
    assert page.evaluate(WIDENED)
    assert page.evaluate(COVERED) == []


@pytest.mark.parametrize("path", ["2024-2025/signatures/", "2024-2025/print/"])
def test_tables_scroll_by_keyboard(at, path):
    """On a phone Tab reaches a table that is wider than the screen, and an arrow moves it."""
    page = at(path, 320)
    if "print" not in path:  # of the site's tables none is as wide; one with a longer word would be
        page.evaluate("document.querySelector('.data-table__scroll td').style.minWidth = '18rem'")
    tab_to(page, ".data-table__scroll")
    wider = "document.activeElement.scrollWidth > document.activeElement.clientWidth"
    while not page.evaluate(wider):
        tab_to(page, ".data-table__scroll")
    page.keyboard.press("ArrowRight")
    until(page, "document.activeElement.scrollLeft > 0")


@pytest.mark.parametrize("folder", ["", "en/"])
def test_numbers_of_a_card_stand_side_by_side(at, folder):
    """On a phone nobody has to scroll sideways through the areas: each is a card, with several numbers on a line."""
    page = at(f"{folder}2024-2025/learners/", 390)
    table = page.locator("#table-learners-change")
    assert table.locator(".data-table__scroll").evaluate("e => e.scrollWidth <= e.clientWidth")
    tops = table.locator("tbody tr").first.locator("td").evaluate_all("cells => cells.map(e => e.offsetTop)")
    assert len(tops) == 5
    assert tops[0] == tops[1] < tops[-1]


def test_the_arrow_of_a_year_has_a_name(at):
    """What folds the pages of a year is a button that says which year, as does the list of them; Enter folds it."""
    page = at("2024-2025/learners/", 1280)
    arrow = page.get_by_role("button", name="2024./2025.", exact=True, expanded=True)
    assert page.get_by_role("navigation", name="2024./2025.").count() == 1
    arrow.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Misija, vīzija un vērtības >> visible=false", state="attached")
    assert page.get_by_role("button", name="2024./2025.", exact=True, expanded=False).count() == 1
    page.keyboard.press("Space")
    assert page.get_by_role("button", name="2024./2025.", exact=True, expanded=True).count() == 1


def test_where_one_is_is_said(at):
    """The menu marks the page at hand, and says whether it is open itself; a letter typed leads nowhere."""
    page = at("2024-2025/learners/", 1280)
    (here,) = page.locator(".md-sidebar--primary [aria-current=page]").all()
    assert "1.1." in here.inner_text()
    assert here.evaluate("e => +getComputedStyle(e).fontWeight") >= 700
    page.keyboard.type("pn/fs,.")
    assert page.url.endswith("/2024-2025/learners/")
    assert not page.is_checked("#__search")
    narrow = at("2024-2025/learners/", 390)
    for name in ("Navigācija", "Meklēt"):
        (button,) = narrow.locator(".md-header__inner > label > [role=button]").filter(has_text=name).all()
        assert button.get_attribute("aria-expanded") == "false"
        button.evaluate("e => e.click()")
        assert button.get_attribute("aria-expanded") == "true"
        narrow.keyboard.press("Escape")
        assert button.get_attribute("aria-expanded") == "false"


def test_light_and_dark_are_called_what_they_are(at):
    """The one that is seen is the one that is chosen."""
    for scheme, name in (("light", "Gaišs fons"), ("dark", "Tumšs fons")):
        page = at("", 1280, color_scheme=scheme)
        choice = page.get_by_role("radiogroup", name="Krāsas").get_by_role("radio")
        assert [one.get_attribute("aria-label") for one in choice.all() if one.is_checked()] == [name]


MOVING = """() => [...document.querySelectorAll("*")].flatMap(e => ["", "::before", "::after"].flatMap(part => {
    const style = getComputedStyle(e, part), longest = times => Math.max(...times.split(",").map(parseFloat));
    const moves = style.transitionProperty !== "none" && longest(style.transitionDuration) > 0.01
        || style.animationName !== "none" && longest(style.animationDuration) > 0.01
        || style.scrollBehavior === "smooth";
    return moves ? [`${e.tagName}.${e.className}${part}`] : [];
}))"""


def test_nothing_moves_for_those_who_ask(at):
    """With reduced motion no part of a page has a transition, an animation or smooth scrolling."""
    page = at("2024-2025/learners/", 1280)
    page.evaluate("scrollTo(0, 2000)")
    until(page, "() => { scrollBy(0, -1); return !!document.querySelector('.md-top:not([hidden])') }")
    assert page.evaluate(MOVING) == []


def test_the_measure_of_motion_sees_motion(at):
    """Without the wish for reduced motion the same measure finds transitions."""
    assert at("2024-2025/learners/", 1280, reduced_motion="no-preference").evaluate(MOVING)
