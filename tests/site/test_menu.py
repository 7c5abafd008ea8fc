"""The menu: what stands together in it, what of that is folded, and what a phone opens with."""

import pytest
from addresses import PAGES
from project import LANGUAGES

OVERVIEWS = {"lv": "Kritēriju kopskati", "en": "Overviews of the criteria"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_overviews_stand_together_and_recede(built, language):
    """The menu of each page leads to those of the criteria, folded but on one of them; no arrow leads there."""
    folder = "en/" if language == "en" else ""
    for path in PAGES:
        html, is_own = built.pages[folder + path], "criterion-" in path
        (part,) = html.xpath(f"//label[normalize-space()='{OVERVIEWS[language]}' and @tabindex]/..")
        assert len(part.xpath("./nav/ul/li/a")) == 4, path
        (toggle,) = part.xpath("./input")
        assert ("checked" in toggle.attrib, "indeterminate" in toggle.get("class")) == (is_own, False), path
        arrows = html.xpath("//a[contains(@class, 'md-footer__link')]/@href")
        assert not [arrow for arrow in arrows if "criterion-" in arrow], path
        assert len(arrows) == 2 or path in ("", "privacy/"), path
    (sections,) = built.article(language, "2024-2025/").xpath(".//h2[@id='sections']/following-sibling::ul[1]")
    assert len(sections.xpath(".//a[contains(@href, 'criterion-')]")) == 4


def opened(at, path):
    """Open the menu of a page on a phone, and give the page."""
    page = at(path, 390)
    page.click(".md-header__button[for=__drawer]")
    return page


def seen(page):
    """Give the first words of each line of the menu that is in sight or can be scrolled to."""
    lines = page.locator(".md-nav--primary .md-nav__list .md-ellipsis").all()
    return [line.inner_text().strip() for line in lines if line.is_visible()]


def test_a_phone_opens_the_year_whole(at):
    """Parts stand in the list of the year, with their pages, and fold there; headings take the screen."""
    page = opened(at, "2024-2025/learners/")
    first = seen(page)
    assert {"Misija, vīzija un vērtības", "1.2. Kvalitātes mērķi", "3.4. Atbalsts un sadarbība"} <= {*first}
    assert "3.3. Pieejamība: kopskats" not in first
    page.get_by_role("button", name="3. Kritēriji", exact=True, expanded=True).click()
    page.get_by_role("button", name=OVERVIEWS["lv"], exact=True, expanded=False).click()
    now = seen(page)
    assert "3.4. Atbalsts un sadarbība" not in now
    assert "3.3. Pieejamība: kopskats" in now
    page.click(".md-nav__link[for=__toc] .md-nav__icon")
    headings = page.locator(".md-nav--primary .md-nav--secondary").bounding_box()
    assert (headings["x"], headings["y"], headings["height"]) == (0, 0, 844)


def test_it_is_whole_without_scripts(at):
    """What is open at first is open."""
    page = opened(lambda path, width: at(path, width, java_script_enabled=False), "2024-2025/equity/")
    assert {"1.2. Kvalitātes mērķi", "3.4. Atbalsts un sadarbība", OVERVIEWS["lv"]} <= {*seen(page)}
    assert "3.3. Pieejamība: kopskats" not in seen(page)


@pytest.mark.parametrize("path", ["2024-2025/signatures/", "en/2024-2025/support/"])
def test_a_phone_opens_it_where_one_is(at, path):
    """The page at hand is in sight, however far down the list it is."""
    link = opened(at, path).locator(".md-nav--primary .md-nav__link--active:visible")
    box = link.bounding_box()
    assert 0 < box["y"] < 844 - box["height"]


@pytest.mark.parametrize("path", ["glossary/", "en/2024-2025/signatures/"])
def test_menus_that_fit_do_not_scroll(at, path):
    """On a tall screen the first line is as whole as the last."""
    page = at(path, 1280)
    page.set_viewport_size({"width": 1280, "height": 1500})
    over = "menus => menus.map(menu => menu.scrollHeight - menu.clientHeight)"
    assert page.locator(".md-sidebar__scrollwrap").evaluate_all(over) == [0, 0]
