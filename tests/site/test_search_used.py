"""The search as it is used: by keys, by a finger, and told truly of what it found."""

from unicodedata import normalize

import pytest
from browsers import tab_to


@pytest.mark.parametrize("width", [390, 1280])
def test_search_works_by_keyboard(at, width):
    """Tab reaches the search, an arrow its first result, Enter opens it; Escape closes the search."""
    page = at("en/", width)
    tab_to(page, ".md-search__input")
    page.keyboard.type("student councils")
    page.wait_for_selector(".md-search-result__item a")
    page.keyboard.press("Escape")
    assert not page.is_checked("#__search")
    page.goto(page.url)
    tab_to(page, ".md-search__input")
    page.keyboard.type("student councils")
    page.wait_for_selector(".md-search-result__item a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/support/**")


def test_the_search_of_a_phone_is_as_wide_as_its_screen(at):
    """Whatever grows over the page while it is open."""
    page = at("2024-2025/learners/", 390, is_mobile=True, has_touch=True)
    page.tap(".md-header__inner > [for=__search]")
    page.keyboard.type("audzekniem")
    page.wait_for_selector(".md-search-result__item a")
    assert page.evaluate("[innerWidth, visualViewport.offsetLeft]") == [390, 0]


@pytest.mark.parametrize(
    ("folder", "query", "said"),
    [
        ("", "audzekniem", "Atrastas lapas: "),
        ("", "1 283", "Atrastas lapas: "),
        ("", "2771 509", "Atrastas lapas: "),
        ("", normalize("NFD", "audzēkņi"), "Atrastas lapas: "),  # as it is copied from a PDF
        ("", "adzēknis", "Tieši tādu vārdu ziņojumā nav. Lapas ar līdzīgiem: "),
        ("en/", "bullying", "The report has no such words. Pages with similar ones: "),
    ],
)
def test_what_is_only_like_the_words_typed_is_told_so(at, folder, query, said):
    """Nobody is told of words that the report does not have."""
    page = at(folder, 1280)
    page.locator(".md-search__input").fill(query)
    page.wait_for_selector(".md-search-result__item a")
    assert page.inner_text(".md-search-result__meta").startswith(said)


def test_tab_leads_through_what_was_found(at):
    """From the field to the results, and out of them: then the search closes."""
    page = at("2024-2025/learners/", 1280)
    tab_to(page, ".md-search__input")
    page.keyboard.type("logopēds audzēkņi")
    page.wait_for_selector(".md-search-result__item a")
    tab_to(page, ".md-search-result__link")
    assert page.is_checked("#__search")
    page.locator("article a").first.focus()
    assert not page.is_checked("#__search")
