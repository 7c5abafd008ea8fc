"""What is passed on is complete: a drawing alone says what it is, the words to cite by say of which edition and date."""

import re
from io import BytesIO

import pytest
from addresses import BASE
from drawn import said
from lxml import etree
from PIL import Image
from project import LANGUAGES

from macros.html.chart.canvas import SIDE, length
from macros.html.drawing import FINE, drawing, drawing_files
from macros.html.illustrate import illustrate
from macros.html.render import Renderer
from macros.html.share import EDITION, cited, share
from macros.html.table import table
from macros.report.opened import read_book
from macros.show.outline import chart_numbers, drawn
from macros.words.language import NBSP

pytestmark = pytest.mark.usefixtures("nothing_kept")

YEAR = "2024-2025"
HOME = "https://example.org/"
SVG = "{http://www.w3.org/2000/svg}"


def of(book, language="lv", here=f"{YEAR}/learners/"):
    """Give a renderer that knows where the site is."""
    return Renderer(book, language, site_url=HOME).at(here)


def plain(words):
    """Give words with plain spaces."""
    return " ".join(words.replace("\u00a0", " ").split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_drawing_alone_says_what_it_is(book, language):
    """Its message, what is measured, its number, whose it is and where stand in it, and none of it is cut off."""
    renderer = of(book, language)
    for name in drawn(book, YEAR):
        svg = etree.fromstring(drawing(renderer, name, YEAR))
        words = plain(" ".join(said(text) for text in svg.iter(SVG + "text")))
        page = re.sub(r"<[^>]+>", "", illustrate(renderer, name, YEAR).partition("</figcaption>")[0])
        number = plain(renderer.label("figure", number=chart_numbers(book, YEAR)[name]))
        assert plain(page).removeprefix(number).strip() in words
        assert number in words
        assert plain(renderer.site.centre.name.in_(language)) in words
        assert words.endswith(f"{renderer.home}{YEAR}/")
        left, _top, width, height = map(float, svg.get("viewBox").split())
        ends = [
            float(text.get("x")) + length(said(text)) for text in svg.iter(SVG + "text") if not text.get("text-anchor")
        ]
        assert max(ends) <= left + width + 1
        assert max(float(text.get("y")) for text in svg.iter(SVG + "text")) < height - SIDE


def test_a_png_is_the_drawing_and_the_same_each_time(book):
    """It is as large as the drawing, has its colours, its letters are there, and its bytes are the same."""
    files, again = (drawing_files(Renderer(book, "lv"), YEAR) for _ in range(2))
    assert files == again
    for path, content in files.items():
        if path.endswith(".png"):
            svg = etree.fromstring(files[path.replace(".png", ".svg")])
            picture = Image.open(BytesIO(content)).convert("RGB")
            drawn = [float(svg.get(side)) * FINE for side in ("width", "height")]
            assert all(abs(size - exact) < FINE for size, exact in zip(picture.size, drawn, strict=True))
            assert picture.getpixel((0, 0)) == (255, 255, 255)
            words = picture.crop((SIDE * FINE, SIDE * FINE, picture.width // 2, (SIDE + 24) * FINE)).convert("L")
            assert words.getextrema()[0] < 64
            assert len(content) < 120_000


def test_words_to_cite_by(book):
    """A draft says what it is, and that it bears no date."""
    assert plain(cited(of(book), YEAR, "1. attēls. Viss ir labi")) == (
        "Daugavpils pilsētas Bērnu un jauniešu centrs “Jaunība”. Pašnovērtējuma ziņojums, 2024./2025. mācību gads "
        "(melnraksts; parakstīšanas datums nav norādīts). 1. attēls. Viss ir labi."
    )
    assert plain(cited(of(book, "en"), YEAR, "")) == (
        "Daugavpils City Children and Youth Centre “Jaunība”. Self-assessment report, 2024/25 school year (draft; date of "
        "signing not stated)."
    )


@pytest.mark.parametrize(
    ("language", "here", "cites"),
    [
        ("lv", "glossary/", "centrs “Jaunība”. Pašnovērtējuma ziņojums. Saīsinājumi un jēdzieni. Jēdzieni."),
        ("en", "glossary/", "Centre “Jaunība”. Self-assessment report. Abbreviations and terms. Terms."),
        ("en", "", "Centre “Jaunība”. Self-assessment report. Terms."),
    ],
)
def test_words_to_cite_a_page_of_no_year_by(book, language, here, cites):
    """They say whose it is and which page; an edition, or a date, it has none."""
    what = {"lv": "Jēdzieni", "en": "Terms"}[language]
    assert plain(cited(of(book, language, here), None, what)).endswith(f" {cites}")


def test_the_date_is_that_of_the_signature_or_the_last_correction(small):
    """It is taken from the data."""
    assert "labots 01.10.2021." in cited(Renderer(read_book(small)[0], "lv"), "2020-2021", "")
    (small / "data/2020-2021/corrections.yml").write_text("", "utf-8")
    assert "signed on 15 June 2021" in plain(cited(Renderer(read_book(small)[0], "en"), "2020-2021", ""))


@pytest.mark.parametrize(("language", "way"), [("lv", "../../"), ("en", "../../../")])
def test_a_table_has_its_data(book, language, way):
    """Both languages lead to the same files, which lie beside those of all tables."""
    html = table(of(book, language), "learners", YEAR)
    assert re.findall(r'href="([^"#]+\.(?:csv|xlsx))"', html) == [
        f"{way}data/{YEAR}/learners.{kind}" for kind in ("csv", "xlsx")
    ]


def test_what_is_folded_leads_to_a_place_that_stays(book):
    """Without a script the address is a link and is there to be read; what others typed is no HTML in it."""
    html = share(of(book), YEAR, "2. tabula. A &lt;b&gt; c", "table-x", [("file_csv", "../x.csv")])
    assert f'href="#table-x">{HOME}{YEAR}/learners/#table-x</a>' in html
    assert f"A &lt;b&gt; c. {HOME}{YEAR}/learners/#table-x" in html
    assert f"(melnraksts{EDITION.format(year=YEAR, words='')}; " in html
    assert 'href="../x.csv"' in html
    assert "<b>" not in html
    alone = share(Renderer(book, "en").at(f"{YEAR}/learners/"), YEAR, "")
    assert 'href="./">Link to this place</a>' in alone


def test_words_to_cite_by_have_the_number_of_the_edition(built):
    """That on the cover of the print edition of the language, on every page of the year."""
    for language, called in (("lv", "izdevums"), ("en", "edition")):
        cover = built.page(language, f"{YEAR}/print/").xpath("string(//*[@class='cover__stamp'])").split()[-1]
        for path in ("", "learners/", "criterion-support/", "numbers/"):
            said = {plain(one.text) for one in built.article(language, f"{YEAR}/{path}").find_class("edition")}
            assert said == {f", {called} {cover}"}


def test_each_table_of_a_year_is_passed_on(built):
    """One without a number too, and who signs; but not where there is nothing to tell of the year: lists of files."""
    for path in ("", "numbers/", "discrepancies/", "criterion-teaching/", "signatures/"):
        article = built.article("lv", f"{YEAR}/{path}")
        tables = article.xpath(".//*[contains(@class, 'data-table')][@id]")
        shared = {one.getparent().get("id") for one in article.xpath(".//details[@class='share']")} - {None}
        assert {one.get("id") for one in tables} - shared <= {"table-signatures-document", "table-downloads"}
        assert shared


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_no_year_and_their_tables_are_passed_on(built, language):
    """Each is, with an address of its own."""
    for path in ("", "data/", "about/", "glossary/", "accessibility-statement/", "privacy/"):
        article = built.article(language, path)
        tables = [one.get("id") for one in article.find_class("data-table")]
        led = [one.get("href") for one in article.xpath(".//details[@class='share']//a[@class='share__part']")]
        assert led == [*(f"#{table}" for table in tables), "./"], path


def test_each_numbered_table_and_chart_and_each_page_is_passed_on(built):
    """On paper none of it is left, nor in the search."""
    for language in LANGUAGES:
        for path in ("learners", "targets", "support"):
            article = built.article(language, f"{YEAR}/{path}/")
            numbered = article.xpath(".//figure | .//table[.//*[@class='data-table__number']]")
            assert len(article.xpath(".//details[@class='share']")) == len(numbered) + 1
        assert not built.page(language, f"{YEAR}/print/").xpath("//details[@class='share']")
        folder = built.folder / ("en" if language == "en" else "")
        index = (folder / "search/search_index.json").read_text("utf-8")
        assert {"lv": "parakstīšanas datums nav", "en": "date of signing not"}[language] not in index.replace(NBSP, " ")


def test_a_button_copies(browser, server):
    """It copies the address that is shown, and says so; a link beside a heading copies where that will stay."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{server}{YEAR}/learners/")
    share = page.locator("#figure-learners .share")
    share.locator("summary").click()
    share.get_by_role("button").first.click()
    share.get_by_text("Nokopēts").first.wait_for()
    shown = share.locator("a.share__part").text_content()
    assert page.evaluate("navigator.clipboard.readText()") == shown
    assert shown.endswith(f"/{YEAR}/learners/#figure-learners")
    page.locator("h2 .headerlink").first.click()
    page.locator(".headerlink[data-copied]").wait_for()
    hash_ = page.evaluate("location.hash")
    assert page.evaluate("navigator.clipboard.readText()") == f"{BASE}{YEAR}/learners/{hash_}"
    context.close()


@pytest.mark.parametrize(
    ("path", "called"),
    [
        ("equity/#safety", "Drošība un labizjūta"),
        ("numbers/#row-programmes-opened", "Gada laikā atvērtās jaunās programmas: 18"),
    ],
)
def test_a_section_or_a_number_that_is_led_to_is_passed_on(browser, server, path, called):
    """Beside it stand two buttons: one copies its address, the other what to cite it by."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{server}{YEAR}/{path}")
    buttons = page.locator(".share-here button")
    assert buttons.all_text_contents() == ["Kopēt: adrese", "Kopēt: atsauce"]
    address = f"{BASE}{YEAR}/{path}"
    copied = []
    for button in buttons.all():
        button.click()
        button.locator("+ span", has_text="Nokopēts").wait_for()
        copied.append(page.evaluate("navigator.clipboard.readText()"))
    assert copied[0] == address
    assert plain(copied[1]).startswith(
        "Daugavpils pilsētas Bērnu un jauniešu centrs “Jaunība”. Pašnovērtējuma ziņojums, "
    )
    assert ", izdevums " in copied[1]
    assert plain(copied[1]).endswith(f". {called}. {address}")
    page.goto(f"{server}{YEAR}/{path.partition('#')[0]}")
    assert buttons.count() == 0
    context.close()


def test_an_address_that_was_spoilt_stops_nothing(browser, server):
    """Where an address ends in what is no place, the page works; the next place that is led to has its buttons."""
    context = browser.new_context(permissions=["clipboard-write"])
    page = context.new_page()
    page.goto(f"{server}{YEAR}/equity/#5%")
    page.evaluate("location.hash = '#safety'")
    page.locator(".share-here").wait_for(timeout=5000)
    context.close()


def test_without_a_script_there_is_no_button(browser, server):
    """All stands there to be read."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}{YEAR}/learners/")
    page.locator("#figure-learners .share summary").click()
    assert page.locator("#figure-learners .share p").last.is_visible()
    assert page.locator(".share button").count() == 0
    context.close()
