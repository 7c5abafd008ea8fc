"""Pages at 200 and 400 % zoom, and with wider spaced text: nothing is cut off, covered or beyond the window."""

import pytest
from addresses import SOME
from browsers import SPACED

# Texts that are wider or higher than a box that cuts them off; what is only heard, or folded, is cut off by design.
CUT = """() => [...document.querySelectorAll("header *, article *, footer *")]
    .filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}) && e.textContent.trim())
    .filter(e => !e.closest(".spoken, .md-search, .md-header__title, thead, caption"))
    .filter(e => ["hidden", "clip"].includes(getComputedStyle(e).overflowX) || getComputedStyle(e).overflowY === "hidden")
    .filter(e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
    .map(e => e.outerHTML.slice(0, 120))"""
# Links and buttons of the header, and lines of the article, that lie on one another or beyond the window.
OVERLAP = """() => {
    const boxes = [...document.querySelectorAll(".md-header__inner > :is(a, label), .md-header__option > label, "
        + ".language-switch__link, .md-footer__link, article > *")].filter(e => e.checkVisibility()
        && getComputedStyle(e).float === "none").map(e => [e, e.getBoundingClientRect()]).filter(([, r]) => r.width && r.height);
    return boxes.flatMap(([e, r], i) => boxes.slice(i + 1)
        .filter(([f, s]) => !e.closest(".md-header") === !f.closest(".md-header"))
        .filter(([, s]) => r.left + 1 < s.right && s.left + 1 < r.right && r.top + 1 < s.bottom && s.top + 1 < r.bottom)
        .map(([f]) => `${e.outerHTML.slice(0, 80)} on ${f.outerHTML.slice(0, 80)}`));
}"""
WIDE = "document.documentElement.scrollWidth > innerWidth"
OFF = """() => [...document.querySelectorAll(".md-header__inner > :is(a, label), .md-header__option > label, "
    + ".language-switch__link")].filter(e => e.checkVisibility())
    .filter(e => e.getBoundingClientRect().left < 0 || e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("width", [320, 390, 640, 1280])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_large_or_spaced_text_fits(at, server, folder, width):
    """At 200 and 400 % zoom of a desk's window, with wider spaced text too, nothing is cut off, covered or beyond."""
    page = at(folder, width, bypass_csp=True)  # a reader's own style is not the page's
    wrong = []
    for path in SOME:
        page.goto(server + folder + path)
        for text in ("plain", "spaced"):
            if text == "spaced":
                page.add_style_tag(content=SPACED)
            wrong += [f"{path} {text} cuts off {cut}" for cut in page.evaluate(CUT)]
            wrong += [f"{path} {text} lays {overlap}" for overlap in page.evaluate(OVERLAP)]
            wrong += [f"{path} {text} loses {off}" for off in page.evaluate(OFF)]
            if page.evaluate(WIDE):
                wrong.append(f"{path} {text} sticks out")
    assert wrong == []
