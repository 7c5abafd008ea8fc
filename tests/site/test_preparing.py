"""A year that is being prepared is marked wherever it is named, and not to be found; the years stand side by side."""

import json
import re
import shutil

import lxml.html
import pytest
from project import build, edit, words

pytestmark = pytest.mark.slow

NEW, MARK = "2021-2022", {"": "tiek gatavots", "en/": "in preparation"}


@pytest.fixture(scope="module")
def preparing(two_years):
    """Its site, without PDF."""
    return built(two_years)


def built(root):
    """Build a project without PDF; give the folder of the site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PDF", "0")
        assert build(root, root / "site") == 0
    return root / "site"


def page(site, address):
    """Give a page of a site as an element."""
    return lxml.html.fromstring((site / address / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("folder", MARK)
def test_it_is_marked_wherever_it_is_named(preparing, folder):
    """In its menu, in the list of years, in the heading of each of its pages, in titles, among the years."""
    mark, home, named = MARK[folder], page(preparing, folder), "2021/22" if folder else "2021./2022."
    menus = {name: [words(link) for link in page(preparing, folder + name).xpath("//nav//a")] for name in ("", NEW)}
    assert f"{named} – {mark}" in menus[NEW]
    assert not any(named in words for words in menus[""])
    (link,) = home.xpath(f"//article//a[@href = '{NEW}/']")
    assert words(link.getnext()) == f"({mark})"
    for name in ("", "learners/"):
        own = page(preparing, f"{folder}{NEW}/{name}")
        assert words(own.xpath("//h1/span")[0]) == f"({mark})"
        assert f" – {mark}" in own.findtext(".//title")
    heads = [words(head) for head in page(preparing, f"{folder}years/").xpath("//*[@id = 'table-years']//thead//th")]
    assert heads[2] == f"{'2021./2022.' if not folder else '2021/22'} ({mark})"
    assert len(heads) == 4  # what a figure is called, the line through the years, two years
    assert mark not in heads[3]


def test_it_is_not_to_be_found(preparing):
    """Not by search engines, not in the sitemap, not by the search of the site; the year before is."""
    assert page(preparing, f"{NEW}/learners").xpath("//meta[@name = 'robots']/@content") == ["noindex"]
    assert page(preparing, "2020-2021/learners").xpath("//meta[@name = 'robots']") == []
    for folder in MARK:
        assert f"\n/{folder}{NEW}/*\n  X-Robots-Tag: noindex\n" in (preparing / "_headers").read_text("utf-8")
        found = (preparing / folder / "sitemap.xml").read_text("utf-8")
        index = json.loads((preparing / folder / "search/search_index.json").read_text("utf-8"))["docs"]
        assert "/2020-2021/" in found
        assert NEW not in found
        assert {entry["location"].split("/")[0] for entry in index} >= {"2020-2021", "years"}
        assert NEW not in {entry["location"].split("/")[0] for entry in index}


def test_no_arrow_leads_to_it(preparing):
    """The arrows at the foot of pages pass it over; within the year they lead on."""
    assert page(preparing, "").xpath("//a[contains(@class, 'footer__link--next')]/@href") == ["2020-2021/"]
    back = page(preparing, "2020-2021").xpath("//a[contains(@class, 'footer__link--prev')]/@href")
    assert back == [".."]
    assert page(preparing, NEW).xpath("//a[contains(@class, 'footer__link--next')]/@href") == ["learners/"]


def test_a_page_knows_only_its_own_year(preparing, two_years, tmp_path):
    """What comes with another year, and what is edited in it, changes no page of this one."""
    root = shutil.copytree(two_years, tmp_path / "small", symlinks=True)
    edit(root / f"docs/lv/{NEW}/index.md", "title: ", "title: Cits ")
    again = built(root)
    pages = [file.relative_to(preparing) for file in preparing.glob("**/2020-2021/**/index.html")]
    assert len(pages) > 10
    for file in pages:
        assert (again / file).read_bytes() == (preparing / file).read_bytes()
        assert NEW not in (preparing / file).read_text("utf-8")


def test_its_charts_without_data_are_left_out(preparing):
    """No “+nav norādīts” is drawn, and no heading says “nav norādīts no nav norādīts”."""
    for file in (preparing / NEW).rglob("index.html"):
        text = " ".join(lxml.html.fromstring(file.read_text("utf-8")).xpath("string(//article)").split())
        assert not re.search(r"[+−]\s*nav norādīts|nav norādīts no nav norādīts", text)


def test_years_stand_side_by_side(preparing):
    """The latest first; what a year does not give is a gap, not zero; the year's front page leads there."""
    table = page(preparing, "years").xpath("//*[@id = 'table-years']")[0]
    rows = {words(row[0]): [words(cell) for cell in row[1:]] for row in table.xpath(".//tbody/tr")}
    assert rows["Audzēkņi mācību gada noslēgumā, visas jomas kopā aprēķināts"] == ["–", "nav norādīts", "51"]
    assert page(preparing, "2020-2021").xpath("//p[@class = 'table-more']/a/@href") == ["../years/"]
    more = page(preparing, NEW).xpath("//p[@class = 'table-more']/a/@href")
    assert more == ["changes/", "../years/"]


def test_a_draft_is_shown_to_all(two_years, tmp_path):
    """One word in report.yml says that the year may be shown."""
    root = shutil.copytree(two_years, tmp_path / "small", symlinks=True)
    edit(root / f"data/{NEW}/report.yml", "status: preparing", "status: draft")
    site = built(root)
    assert NEW in (site / "sitemap.xml").read_text("utf-8")
    assert page(site, NEW).xpath("//meta[@name = 'robots'] | //*[@class = 'status']") == []


def test_one_year_stands_alone(small):
    """While there is one year, there is no page of years, nor a link to it."""
    assert not (small / "docs/lv/years.md").exists()
    assert "years.md" not in (small / "mkdocs.yml").read_text("utf-8")
