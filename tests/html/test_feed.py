"""The feed of corrections says what each was and is, by dates of the data, and is Atom."""

import pytest
from lxml import etree, html
from project import LANGUAGES, edit

from macros.html.feed import FEED, feed_files
from macros.html.render import Renderer
from macros.report.opened import read_book

ATOM = "{http://www.w3.org/2005/Atom}"
NEEDED = ("id", "title", "updated")
"""What RFC 4287 asks of a feed and of each entry."""


def read(book, language):
    """Give the feed of a book as parsed XML."""
    renderer = Renderer(book, language, site_url="https://example.org/")
    return etree.fromstring(feed_files(renderer)[FEED])


def test_a_correction_is_told_of_with_what_was_and_is(small):
    """That of the latest day first, with its reason, at the place of its row."""
    feed = read(read_book(small)[0], "lv")
    later, earlier = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated") for entry in (later, earlier)] == [
        "2021-10-01T00:00:00Z",
        "2021-09-01T00:00:00Z",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2021-10-01T00:00:00Z"
    said = html.fromstring(earlier.findtext(f"{ATOM}content")).text_content().replace("\u00a0", " ")
    assert "Kā bija: Gada sākumā bija 41 bērns." in said
    assert "Gada sākumā bija 40 bērnu." in said
    assert "Viens bija ieskaitīts divreiz." in said
    assert earlier.findtext(f"{ATOM}title").startswith("Labojums Nr. 1: ".replace("Nr. ", "Nr.\u00a0"))
    assert earlier.find(f"{ATOM}link").get("href") == earlier.findtext(f"{ATOM}id")
    assert len({entry.findtext(f"{ATOM}id") for entry in (later, earlier)}) == 2


def test_the_feed_is_atom(small, book):
    """It has all that is needed, also before there is a correction, and is the same each time."""
    for one in (read_book(small)[0], book):
        for language in LANGUAGES:
            feed = read(one, language)
            assert feed.tag == f"{ATOM}feed"
            assert feed.findtext(f"{ATOM}author/{ATOM}name")
            assert [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='self']")] == [
                feed.findtext(f"{ATOM}id")
            ]
            for part in (feed, *feed.findall(f"{ATOM}entry")):
                assert all(part.findtext(f"{ATOM}{name}") for name in NEEDED)
            assert etree.tostring(feed) == etree.tostring(read(one, language))


def test_what_is_typed_is_no_markup_of_the_feed(small):
    """Words that look like XML are words."""
    edit(small / "data/2020-2021/corrections.yml", "lv: Ziemas gads", 'lv: "A & B"')
    content = read(read_book(small)[0], "lv").findtext(f"{ATOM}entry/{ATOM}content")
    assert "A &amp; B" in content


def test_each_page_leads_to_the_feed_and_to_its_rows(built, small_built):
    """In each language to its own; an entry leads to a row that is there."""
    for language, folder in (("lv", ""), ("en", "en/")):
        (link,) = built.page(language, "2024-2025/learners/").xpath("//link[@type='application/atom+xml']/@href")
        assert link == f"../../{FEED}"
        assert (built.folder / folder / FEED).is_file()
        feed = etree.parse(small_built / "site" / folder / FEED)
        ids = [one.text.partition("#")[2] for one in feed.findall(f"{ATOM}entry/{ATOM}id")]
        assert len(ids) == 2
        page = small_built / "site" / folder / "2020-2021/corrections/index.html"
        rows = html.fromstring(page.read_text("utf-8")).xpath("//tr/@id")
        assert set(ids) <= set(rows)


@pytest.mark.parametrize(("language", "folder"), [("lv", ""), ("en", "en/")])
def test_links_lead_from_anywhere(small, language, folder):
    """A feed is read elsewhere: the page that was corrected is linked by its whole address."""
    entries = read(read_book(small)[0], language).findall(f"{ATOM}entry")
    links = [html.fromstring(entry.findtext(f"{ATOM}content")).xpath("//a/@href") for entry in entries]
    year = f"https://example.org/{folder}2020-2021/"
    assert links == [[year], [f"{year}learners/"]]
