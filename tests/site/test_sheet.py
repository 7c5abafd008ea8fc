"""The one style sheet: what is left out of it matches nothing, and no element looks otherwise for it."""

import pytest
from addresses import EDITION, KINDS, is_paper
from browsers import until
from project import ROOT

from macros.site import assets as made
from macros.site.assets import PAPER, names
from macros.site.sheet import UNUSED, for_paper, is_unused, joined, trimmed

LEARNERS = "2024-2025/learners/"
SEEN = (
    *((390, "screen", "light"), (800, "screen", "light"), (1280, "screen", "light"), (1280, "screen", "dark")),
    *((390, "screen", "dark"), (700, "print", "dark"), (700, "print", "light")),
)


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        ("a { b: c; } /* d */", "a{b:c}"),
        (".md-tabs__item, a > b { c: d !important }", "a > b{c:d!important}"),
        ("#keys .a, iframe, [aria-sort], [dir=rtl] a, .tabbed-set:after { b: c }", ""),
        ("[dir=ltr] a, a:not(.md-tabs), a:is(.md-tabs, .b) { c: d }", "[dir=ltr] a,a:not(.md-tabs),a:is(.md-tabs, .b){c:d}"),
        ("a:is(.md-tabs, iframe) { b: c } @media print { .md-tabs { b: c } }", ""),
        ("@media print { .md-tabs { b: c } a { b: c } }", "@media print{a{b:c}}"),
        (":root { --a: 1; --b: var(--a); --c: var(--b) } a { b: var(--c, 2) }", ":root{--a:1;--b:var(--a);--c:var(--b)}a{b:var(--c, 2)}"),
        (":root { --a: 1; --b: var(--a) }", ""),
        ("@keyframes a { to { b: c } } @keyframes d { 0% { b: c } } e { animation: 1s d }", "@keyframes d{0% { b: c }}e{animation:1s d}"),
        ('@page :first { @bottom-center { content: "; }" } margin: 1cm }', '@page :first{@bottom-center{content:"; }"}margin:1cm}'),
        ("a { background: url(x;y) } b:focus-visible::before { c: d }", "a{background:url(x;y)}b:focus-visible::before{c:d}"),
        ('@charset "x"; @supports selector(::a) { b { c: d } }', '@charset "x";@supports selector(::a){b{c:d}}'),
    ],
)  # fmt: skip
def test_what_is_left_of_a_sheet(sheet, left):
    """Selectors that name what we do not have go, with what then is empty or unasked for; all else stays in its order."""
    assert trimmed(joined([sheet])) == left


@pytest.fixture(scope="session")
def originals():
    """All style sheets of a page one behind the other, as Material and theme/ have them."""
    ours = [(ROOT / f"theme/assets/stylesheets/{name}.css").read_text("utf-8") for name in made._SHEETS]  # noqa: SLF001
    paper = (ROOT / "theme/assets" / PAPER[1]).read_text("utf-8")
    return "\n".join([*made.sheets_of_material(), *ours, for_paper(paper)])


def unused_in(html):
    """Give the listed names that stand on a page as tags, attributes, classes or ids."""
    for element in html.iter("*"):
        for name in (element.tag, *element.keys(), *element.get("class", "").split(), element.get("id", "")):
            if is_unused(name):
                yield name


@pytest.mark.slow
def test_no_page_has_what_is_left_out(built):
    """No tag, attribute, class or id of any page is among those whose rules are left out."""
    found = {name for page in built.pages.values() for name in unused_in(page)}
    assert found == set()


@pytest.mark.parametrize("folder", ["macros/html/templates", "macros/desk/templates", "theme"])
def test_no_template_has_what_is_left_out(folder):
    """Nor is one of Material's written in our templates and scripts, though no page of today should show it."""
    theirs = [name for name in UNUSED if name.startswith("md-")]
    texts = {file: file.read_text("utf-8") for file in (ROOT / folder).rglob("*.*") if file.suffix in (".html", ".js")}
    assert [(file.name, name) for file, text in texts.items() for name in theirs if f"{name}_" in text] == []


COMPARE = """() => {
    const [own, other] = document.styleSheets; // links themselves would be fetched anew
    const parts = ["", "::before", "::after", "::marker"];
    const kinds = { "::marker": "li, summary" };
    const unlike = row => row.rowIndex < 5 || !row.nextElementSibling; // of the rows of a table a few are as all are
    const elements = [...document.querySelectorAll("*")].filter(one => unlike(one.closest("tr") ?? {rowIndex: 0}));
    // What neither a sheet nor an element itself sets follows from what one of them does, but for custom properties that
    // nothing asks for.
    const rules = list => [...list].flatMap(rule => [...(rule.style ?? []), ...rules(rule.cssRules ?? [])]);
    const inline = elements.flatMap(element => [...element.style ?? [], ...element.getAttributeNames()]);
    const set = [...new Set([...rules(own.cssRules), ...rules(other.cssRules), ...inline])];
    const isSet = name => set.some(one => one === name || one.startsWith(`${name}-`));
    const names = [...getComputedStyle(document.body)].filter(name => !name.startsWith("--") && isSet(name));
    const seen = [[own, other], [other, own]].map(([on, off]) => {
        on.disabled = false;
        off.disabled = true;
        return elements.flatMap(element => parts.map(part => {
            if (part in kinds && !element.matches(kinds[part])) return [];
            const style = getComputedStyle(element, part || null);
            const generated = part === "::before" || part === "::after";
            return generated && style.content === "none" ? [] : names.map(name => style.getPropertyValue(name));
        }));
    });
    own.disabled = false;
    other.disabled = true;
    const told = [];
    seen[0].forEach((now, index) => seen[1][index].forEach((before, at) => {
        if (now[at] === before) return;
        const element = elements[Math.floor(index / parts.length)];
        const which = `${element.localName}.${[...element.classList].join(".")}#${element.id}`;
        told.push(`${which}${parts[index % parts.length]} ${names[at]}: ${now[at]}, not ${before}`);
    }));
    return [elements.length, names.length, ...told.slice(0, 20)];
}"""


@pytest.fixture
def compared(browser, server, originals):
    """Give what opens a page with both sheets, and what compares all its elements by them as it is then."""

    def opened(path, width, scheme="light", sheet=originals):
        how = {"color_scheme": scheme, "reduced_motion": "reduce"}  # nothing is compared half way
        page = browser.new_context(viewport={"width": width, "height": 844}, **how).new_page()
        page.route("**/original.css", lambda route: route.fulfill(body=sheet, content_type="text/css"))
        page.goto(server + path)
        page.evaluate(
            """address => new Promise(done => {
                const link = document.createElement("link");
                Object.assign(link, { rel: "stylesheet", href: address, onload: done });
                document.querySelector("link[rel=stylesheet]").after(link);
            })""",
            f"{server}original.css",
        )
        return page

    return opened


def differing(page):
    """Give how the elements of a page differ; there have to be many, with all properties that anything sets."""
    elements, properties, *told = page.evaluate(COMPARE)
    assert elements > 100
    assert properties > 150
    return told


@pytest.mark.parametrize("path", [*(kind for kind in KINDS if kind != EDITION), "404.html", "en/2024-2025/"])
def test_no_element_looks_otherwise(compared, path):
    """On a page of each kind, light and dark, on screen and on paper, all elements have the styles that all rules give."""
    page = compared(path, 390)
    for width, media, scheme in SEEN:
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(media=media, color_scheme=scheme, reduced_motion="reduce")
        assert differing(page) == [], (width, media, scheme)


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (800, "dark"), (1280, "light"), (1280, "dark")])
def test_nor_does_what_scripts_show(compared, width, scheme):
    """Nor with the search open, with results and without, the menu, a number's source, what explains a word, or shares."""
    page = compared(LEARNERS, width, scheme)
    if width < 1220:
        page.click("header [for=__drawer]")
        assert differing(page) == []
        page.evaluate("document.querySelector('#__drawer').click()")
    page.locator("article abbr[title]").first.hover()
    page.wait_for_selector(".tip:visible")
    assert differing(page) == []
    page.locator("article a.bound").first.click()
    page.wait_for_selector(".number-source:visible")
    assert differing(page) == []
    page.keyboard.press("Escape")
    page.locator("article .share summary").first.click()
    assert differing(page) == []
    page.locator(".number-tools button").first.click()
    page.evaluate("scrollTo(0, 3000)")
    page.wait_for_timeout(300)
    page.evaluate("scrollTo(0, 2500)")
    until(page, "!document.querySelector('.md-top').hidden")
    assert differing(page) == []
    page.locator(".md-search__input").focus()
    page.keyboard.type("audzekniem progrmma")
    page.wait_for_selector(".md-search-result__item a")
    assert differing(page) == []
    names = page.evaluate(
        """() => [...document.querySelectorAll("*")].flatMap(
            one => [one.localName, one.id, ...one.classList, ...one.getAttributeNames()])"""
    )
    assert [name for name in names if is_unused(name)] == []


def test_the_measure_sees_what_is_lost(compared, originals):
    """A rule too few is told of, with the element and what it has."""
    assert differing(compared(LEARNERS, 1280, sheet=originals + "\n.md-typeset h1 { letter-spacing: 1px }"))
    assert differing(compared(LEARNERS, 1280, sheet=originals + "\n.md-content__inner::before { color: red }"))


def test_the_sheet_is_the_one_of_the_pages(built):
    """Every page of both languages has the same sheet and the same script, and nothing else that it waits for."""
    shared = names(ROOT)
    for path, page in built.pages.items():
        loaded = page.xpath("//link[@rel='stylesheet']/@href | //script/@src")
        kinds = [["print.css"]] if is_paper(path) else [["report.css", "report.js"], []]
        assert [one.split("../")[-1].lstrip("/").removeprefix("en/../") for one in loaded] in [
            [shared[name] for name in kind] for kind in kinds
        ], path
