"""Drawings for readers who have colours of their own, or set letters and words farther apart."""

from itertools import combinations

import pytest
from browsers import SPACED
from project import GOLDEN

TONES = """() => {
    const six = (element) => [getComputedStyle(element).fill, getComputedStyle(element).fillOpacity].join(" ");
    return Object.fromEntries(["#143845", "#c47f22", "#5a2a4a", "#3f93ae"].map(colour =>
        [colour, six(document.querySelector(`.figure__drawing--narrow [fill="${colour}"]`))]));
}"""
"""How a part of each fill is drawn: in which colour, and how much of it."""
CROWDED = """() => [...document.querySelectorAll("svg:has(title)")].filter(svg => svg.checkVisibility()).flatMap(svg => {
    const all = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]);
    const out = boxes.filter(([, box]) => box.left < all.left || box.right > all.right || box.bottom > all.bottom);
    const on = boxes.flatMap(([words, box], at) => boxes.slice(at + 1)
        .filter(([, other]) => box.left + 1 < other.right && other.left + 1 < box.right
            && box.top + 1 < other.bottom && other.top + 1 < box.bottom).map(([others]) => `${words} on ${others}`));
    return [...out.map(([words]) => `${words} beyond`), ...on];
})"""
"""The words of the drawings in sight that lie on other words, or beyond their drawing."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_parts_differ_in_any_two_colours(at, scheme):
    """With two colours of the reader's own, each of the four fills is another tone between them."""
    page = at("2024-2025/support/", 390, forced_colors="active", color_scheme=scheme)
    tones = {}
    for colour, drawn in page.evaluate(TONES).items():
        fill, opacity = drawn.rsplit(" ", 1)
        of_text = page.evaluate("getComputedStyle(document.querySelector('.figure__drawing text')).fill")
        tones[colour] = float(opacity) if fill == of_text else 0
    assert all(abs(one - other) >= 0.25 for one, other in combinations(tones.values(), 2)), tones


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_words_farther_apart_have_room(at, folder, width):
    """With letters and words as far apart as WCAG lets readers set them, no words lie on others or are cut off."""
    crowded = []
    for section in ("learners", "targets", "priorities", "support"):
        page = at(f"{folder}2024-2025/{section}/", width, bypass_csp=True)  # a reader's own style is not the page's
        page.add_style_tag(content=SPACED)
        assert page.locator(".figure__drawing text:visible").count()
        crowded += page.evaluate(CROWDED)
    assert crowded == []


@pytest.mark.parametrize("language", ["lv", "en"])
def test_words_of_lines_have_room(browser, language):
    """So it is with a line over the years, which no page has yet."""
    page = browser.new_page()
    page.set_content(f"<style>{SPACED}</style>{(GOLDEN / f'chart.line.{language}.svg').read_text('utf-8')}")
    assert page.locator("text").count()
    assert page.evaluate(CROWDED) == []
    page.close()
