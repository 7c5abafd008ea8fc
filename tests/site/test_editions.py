"""The print edition, and what an edition said, on a screen that is dark."""

from addresses import EDITION
from browsers import AXE, COLOURS, SEEN

COLOURED = """() => [...document.querySelectorAll("*")].map(e => getComputedStyle(e)).map(
    style => [style.color, style.backgroundColor, style.borderColor, style.fill, style.stroke].join())"""


def test_an_edition_is_light_in_the_dark(at):
    """No part of the print edition has other colours where the reader reads dark."""
    light, dark = (at(EDITION, 1280, color_scheme=scheme).evaluate(COLOURED) for scheme in ("light", "dark"))
    assert len(light) > 2000
    assert light == dark


def test_what_an_edition_said_is_dark_in_the_dark(at, built):
    """Its words and rules have enough contrast there, its list of sections is folded, and a section is where a code leads."""
    path = next(path for path in built.pages if path.startswith("editions/") and path != "editions/")
    page = at(f"{path}#learners", 390, color_scheme="dark")
    page.evaluate(AXE)
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(20, 29, 34)"
    assert page.evaluate(SEEN, COLOURS) == []
    assert not page.locator("nav a").first.is_visible()
    assert page.locator("#learners h2").bounding_box()["y"] < 100
    page.locator("summary").click()
    page.locator("nav a").last.click()
    assert page.url.endswith("#signatures")
