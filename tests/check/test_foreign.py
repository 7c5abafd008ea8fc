"""What strangers send that is no page, no data and no picture, or leads out of its place, is refused."""

import pytest
from project import checked, edit


@pytest.mark.parametrize("name", ["evil.html", "evil.svg", "evil.js"])
def test_other_files(small, name):
    """A file that is neither page nor image is refused."""
    (small / "docs/lv" / name).write_text("<script>alert(1)</script>", "utf-8")
    _book, found = checked(small)
    assert f"docs/lv/{name}" in {problem.file for problem in found if problem.level == "error"}


@pytest.mark.parametrize(
    "linked",
    ["docs/lv/x.png", "docs/lv/2020-2021/x.md", "docs/lv/x", "docs/lv", "data/2020-2021", "data", "data/x.yml"],
)
def test_links_of_the_disk(small, tmp_path, linked):
    """A symbolic link could publish a file of the machine; it is refused, be it a file's or a folder's."""
    path, away = small / linked, tmp_path / "away"
    if path.exists():
        path.rename(away)
    elif path.suffix:
        away.write_text("secret: 1\n", "utf-8")
    else:
        away.mkdir()
    path.symlink_to(away)
    _book, found = checked(small)
    assert linked in {problem.file for problem in found if problem.level == "error"}


def test_the_name_of_a_site_is_plain(small):
    """The centre's website stands in an address on every page; it cannot leave it."""
    edit(small / "data/centre.yml", "www.example.org", "'x.lv/\" onclick=\"alert(1)'")
    _book, found = checked(small)
    assert any("vietnes adresei" in problem.lv for problem in found)


def test_keys_are_plain(small):
    """A key of the data ends up in ids; it cannot leave its attribute."""
    edit(small / "data/2020-2021/criteria.yml", "  warmth:", "  'warmth\" onclick=\"alert(1)':")
    _book, found = checked(small)
    assert any("mazie burti no a līdz z" in problem.lv for problem in found)
