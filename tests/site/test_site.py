"""The built site: addresses, languages, links, tables, nothing from elsewhere."""

import json
import re
from collections import Counter
from itertools import pairwise
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from addresses import BASE, PAGES, SECTIONS
from project import LANGUAGES, ROOT

ABROAD = ("www.tiesibsargs.lv", "github.com")


@pytest.fixture(params=LANGUAGES)
def language(request):
    """Each language."""
    return request.param


@pytest.fixture
def pages(built, language):
    """All pages of the report in a language: path → parsed page."""
    return {path: built.page(language, path) for path in PAGES}


def test_every_page_is_there(built):
    """The site has all pages of the report in both languages, what belongs to them, and no others."""
    of_each_language = {*PAGES, "404.html", "2024-2025/print/"}
    english = {f"en/{path}" for path in of_each_language}
    editions = {path for path in built.pages if re.fullmatch(r"(en/)?editions/([0-9a-f]{12}/)?", path)}
    assert len(editions) == 2 * len(LANGUAGES)  # the lists, and those of the year
    assert set(built.pages) - editions == {*of_each_language, *english, "pieklustamibas-pazinojums/"}


def test_language_and_addresses(pages, language):
    """A page says its language, its own address, and its address in each language, absolutely."""
    wanted, said = {}, {}
    for path, html in pages.items():
        other = {"lv": BASE + path, "en": f"{BASE}en/{path}", "x-default": BASE + path}
        wanted[path] = (language, [other[language]], other)
        alternates = html.xpath("//link[@rel='alternate '][@hreflang]")
        found = {link.get("hreflang"): link.get("href") for link in alternates}
        said[path] = (html.get("lang"), html.xpath("//link[@rel='canonical']/@href"), found)
    assert said == wanted


def test_titles_and_descriptions(pages):
    """A page has a title with the centre's name and a description of its own."""
    assert [path for path, html in pages.items() if "BJC “Jaunība”" not in html.findtext(".//title")] == []
    told = {path: html.xpath("//meta[@name='description']/@content")[:1] for path, html in pages.items()}
    assert [path for path, words in told.items() if not any(words)] == []


def test_titles_are_all_different(built):
    """No two pages of a language have the same title."""
    for language in LANGUAGES:
        titles = [built.page(language, path).findtext(".//title") for path in PAGES]
        assert len(set(titles)) == len(titles)


def test_the_language_switch_leads_to_the_same_page(pages, language):
    """One click changes the language and nothing else."""
    other = "en" if language == "lv" else "lv"
    folder = {"lv": BASE, "en": f"{BASE}en/"}
    links = {
        path: [
            urljoin(folder[language] + path, link)
            for link in html.xpath(f"//div[contains(@class, 'language-switch')]/a[@hreflang='{other}']/@href")
        ]
        for path, html in pages.items()
    }
    assert links == {path: [folder[other] + path] for path in pages}


def test_edit_links_lead_to_the_source(pages, language):
    """The pencil opens the very file in the very language."""
    for path, html in pages.items():
        source = f"{path.rstrip('/')}.md" if path and not path.endswith("2024-2025/") else f"{path}index.md"
        (link,) = html.xpath("//a[@rel='edit']/@href")
        assert link.endswith(f"/edit/main/docs/{language}/{source}"), path
        assert (ROOT / "docs" / language / source).is_file(), path


def test_one_h1_and_no_skipped_level(pages):
    """Headings form a tree that a screen reader can walk."""
    for path, html in pages.items():
        levels = [int(element.tag[1]) for element in html.find(".//article").iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_ids_are_unique(pages):
    """No id stands twice on a page."""
    counted = {path: Counter(html.xpath("//@id")) for path, html in pages.items()}
    assert [(path, name) for path, ids in counted.items() for name, count in ids.items() if count > 1] == []


def test_both_languages_have_the_same_skeleton(built):
    """A page and its translation have the same headings' ids, tables and bound values, in the same order."""
    for path in PAGES:
        lv, en = (built.article(language, path) for language in LANGUAGES)
        for what in (".//h1/@id|.//h2/@id|.//h3/@id", ".//table/caption/@id"):
            assert lv.xpath(what) == en.xpath(what), path
        # Within one sentence of the data the word order of a language may turn two figures round.
        assert sorted(lv.xpath(".//@data-name")) == sorted(en.xpath(".//@data-name")), path


def test_tables_are_tables(pages):
    """Every table has a caption, heads with a scope, a head for each row, and as many cells in each row."""
    for path, html in pages.items():
        for table in html.findall(".//article//table"):
            assert table.findtext("caption") is not None, path
            assert all(th.get("scope") in ("col", "row", "rowgroup") for th in table.iter("th")), path
            width = len(table.findall("thead/tr[last()]/th"))
            for row in table.findall("tbody/tr"):
                heads = {head.get("id") for head in row.getparent().iter("th")}
                assert row[0].tag == "th" or all(heads & {*cell.get("headers").split()} for cell in row), path
                assert sum(int(cell.get("colspan", 1)) for cell in row) == width, path
                empty = [cell for cell in row if not cell.text_content().strip()]
                assert all(cell.find(".//span[@class='blank']") is not None for cell in empty), path
            assert not table.xpath(".//@rowspan|.//@style|.//@align"), path


def test_a_table_without_rows_says_so_in_words(built):
    """As nothing has been corrected yet, a sentence stands in place of the table of corrections."""
    for language, said in (
        ("lv", "Labojumu nav."),
        ("en", "There are no corrections."),
    ):
        article = built.article(language, "2024-2025/corrections/")
        assert article.xpath("string(.//p[@id='table-corrections']/text())").strip() == said
        assert article.find(".//table") is None


def test_only_the_latvian_page_is_for_signing(built):
    """Lines to write on by hand are in Latvian only; both pages say that the Latvian text is the one that prevails."""
    for language, lines, heads, said in (
        ("lv", 2, ["Amats", "Vārds, uzvārds", "Paraksts"], "noteicošais ir latviešu teksts"),
        ("en", 0, ["Position", "Name"], "the Latvian text prevails"),
    ):
        article = built.article(language, "2024-2025/signatures/")
        assert len(article.xpath(".//span[@class='blank']")) == lines
        assert article.xpath(".//*[@id='table-signatures']//thead//th/text()") == heads
        assert said in article.text_content()


def test_tables_are_numbered_in_order(built):
    """The tables of a year are numbered from 1 in the order in which a reader meets them."""
    for language in LANGUAGES:
        numbers = [
            int(re.search(r"\d+", words.text_content())[0])
            for section in SECTIONS
            for words in built.article(language, f"2024-2025/{section}").xpath(".//*[@class='data-table__number']")
        ]
        assert numbers == list(range(1, len(numbers) + 1))


def test_wide_tables_can_be_reached_by_keyboard(pages):
    """A table that may scroll sideways stands in a named region that takes the focus."""
    for path, html in pages.items():
        for scroll in html.xpath("//div[contains(@class, 'data-table--scroll')]/div"):
            assert scroll.get("tabindex") == "0", path
            assert scroll.get("role") == "region", path
            assert html.xpath(f"//*[@id='{scroll.get('aria-labelledby')}']"), path


def test_links_lead_somewhere(built):
    """Every link and anchor within the site leads to a page, a file or a heading that exists."""
    broken = []
    for path, html in built.pages.items():
        for link in html.xpath("//a/@href|//link[@rel!='canonical']/@href|//script/@src|//img/@src"):
            target = urlsplit(urljoin(BASE + path, link))
            if f"{target.scheme}://{target.netloc}/" != BASE and target.scheme == "https" and target.netloc in ABROAD:
                continue
            file = built.folder / unquote(target.path).lstrip("/")
            if target.path.endswith("/") or not target.path:
                file = file / "index.html"
            if not file.is_file():
                broken.append((path, link))
            elif target.fragment and not target.fragment.startswith("__"):
                goal = built.pages[target.path.lstrip("/")]
                if not goal.xpath(f"//*[@id='{target.fragment}']"):
                    broken.append((path, link))
    assert broken == []


def test_nothing_comes_from_elsewhere(built):
    """No page loads a script, a style, an image, a font or a frame from another site."""
    for html in built.pages.values():
        loaded = html.xpath("//script/@src|//img/@src|//iframe/@src|//link[@rel='stylesheet' or @rel='icon']/@href")
        assert [link for link in loaded if re.match(r"(https?:)?//", link)] == []
        assert not html.xpath("//link[@rel='preconnect' or @rel='dns-prefetch']")
    for sheet in built.folder.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(https?:)?//", sheet.read_text("utf-8"))


def test_latvian_names_are_marked_in_english(built):
    """On English pages Latvian names carry lang="lv"."""
    article = built.article("en", "2024-2025/learners/")
    marked = {span.text_content() for span in article.xpath(".//span[@lang='lv']")}
    assert {"Saules iela\u00a07", "Šaurā iela\u00a021a"} <= marked
    assert "Aina Jansone" in built.article("en", "2024-2025/signatures/").xpath(".//span[@lang='lv']//text()")
    assert not built.article("lv", "2024-2025/learners/").xpath(".//span[@lang='lv']")


def test_the_menu_writes_years_as_its_language_does(built):
    """One list of pages serves both languages; in the menu a school year is written as each writes it."""
    for folder, year in (("", "2024./2025."), ("en/", "2024/25")):
        html = built.pages[f"{folder}2024-2025/learners/"]
        titles = html.xpath("//label[@class[contains(., 'md-nav__title')]]")
        assert year in {title.text_content().strip() for title in titles}


def test_abbreviations_have_tooltips(built):
    """An abbreviation is explained where it stands."""
    for language, words in (
        ("lv", "Valsts izglītības informācijas sistēma"),
        ("en", "State Education Information System"),
    ):
        titles = built.article(language, "2024-2025/priorities/").xpath(".//abbr[text()='VIIS']/@title")
        assert set(titles) == {words}


def test_sitemaps(built):
    """Each language has a sitemap of its own pages, each with its counterpart."""
    for language, folder in (("lv", ""), ("en", "en/")):
        text = (built.folder / folder / "sitemap.xml").read_text("utf-8")
        assert set(re.findall(r"<loc>(.*?)</loc>", text)) == {BASE + folder + path for path in PAGES}
        assert text.count('hreflang="lv"') == text.count('hreflang="en"') == len(PAGES), language
        assert "lastmod" not in text


def test_each_language_has_its_own_search_index(built):
    """A Latvian reader is not shown English pages, nor the other way round."""
    lv = json.loads((built.folder / "search/search_index.json").read_text("utf-8"))
    en = json.loads((built.folder / "en/search/search_index.json").read_text("utf-8"))
    assert any("audzēkņ" in doc["text"] for doc in lv["docs"])
    assert not any("learners" in doc["text"] for doc in lv["docs"] if not doc["location"].startswith("glossary"))
    assert not any("audzēkņ" in doc["text"] for doc in en["docs"])


def test_404_is_bilingual(built):
    """Whoever lands nowhere is told so in both languages."""
    for path in ("404.html", "en/404.html"):
        words = built.pages[path].find(".//article").text_content()
        assert "Šādas lapas nav" in words
        assert "There is no such page" in words


def test_404_leads_to_the_editions(built):
    """Whoever comes with the address of an edition that did not stay finds those that are there, in either language."""
    for path in ("404.html", "en/404.html"):
        links = [link for link in built.pages[path].xpath("//article//a/@href") if link.endswith("editions/")]
        assert [link.replace("en/../", "").removeprefix("/") for link in links] == ["editions/", "en/editions/"]


def test_data_can_be_downloaded(built):
    """The year's data lie beside its front page and say what the pages say."""
    for folder in ("", "en/"):
        data = json.loads((built.folder / folder / "2024-2025/data.json").read_text("utf-8"))
        assert data["report"]["learners"]["areas"]["stem"]["end"] == 509
        assert data["calculated"]["learners.total_end"] == 2771
        assert data["form"]["criteria"]["support"]["number"] == "3.4."
        assert data["report"]["staff"]["development"]["hours_per_employee"] == 10.98


def test_statement_is_where_the_guidelines_want_it(built):
    """The Latvian address of the accessibility statement leads to it."""
    refresh = built.pages["pieklustamibas-pazinojums/"].xpath("//meta[@http-equiv='refresh']/@content")
    assert refresh == ["0; url=../accessibility-statement/"]
