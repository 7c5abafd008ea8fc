"""Each page has one address, each language one folder of the site."""

import pytest

from macros.pages.address import address, language_folder, language_of


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("2024-2025/index.md", "2024-2025/"),
        ("2024-2025/learners.md", "2024-2025/learners/"),
        ("2024-2025/word-index.md", "2024-2025/word-index/"),
    ],
)
def test_a_page_stands_at_its_name(path, there):
    """Only a page that is called `index`, not one whose name ends so, stands at its folder."""
    assert address(path) == there


@pytest.mark.parametrize(
    ("path", "language", "within"),
    [
        ("", "lv", ""),
        ("2024-2025/learners/", "lv", "2024-2025/learners/"),
        ("energy/", "lv", "energy/"),
        ("en/", "en", ""),
        ("en/2024-2025/learners/", "en", "2024-2025/learners/"),
    ],
)
def test_a_path_of_the_site_has_a_language(path, language, within):
    """English stands below `en/`, Latvian at the root; one leads back to the other."""
    assert language_of(path) == (language, within)
    assert language_folder(language) + within == path
