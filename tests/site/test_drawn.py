"""Drawings for readers who have colours of their own."""

from itertools import combinations

import pytest

TONES = """() => {
    const six = (element) => [getComputedStyle(element).fill, getComputedStyle(element).fillOpacity].join(" ");
    return Object.fromEntries(["#143845", "#c47f22", "#5a2a4a", "#3f93ae"].map(colour =>
        [colour, six(document.querySelector(`.figure__drawing--narrow [fill="${colour}"]`))]));
}"""
"""How a part of each fill is drawn: in which colour, and how much of it."""


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
