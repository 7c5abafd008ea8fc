"""The print edition and the PDF hold what the pages hold."""

import json
import re
from collections import Counter
from copy import deepcopy
from dataclasses import replace

import lxml.html
import pikepdf
import pypdf
import pypdfium2
import pytest
import zxingcpp
from addresses import BASE, SECTIONS
from project import LANGUAGES, build
from sheets import sheets, stranded, tight

from macros.html.figures import figure
from macros.pages.address import language_folder
from macros.paper.edition import Cover, assemble, edition_id
from macros.paper.section import Section, printed

ON_PAPER = [one for one in SECTIONS if one not in ("", "corrections/", "numbers/") and not one.startswith("criterion-")]
"""What the front page says is on the cover and in the contents; nothing is corrected yet; sources are for screens."""
COVER = Cover(
    language="lv",
    title="Ziņojums",
    centre="Centrs",
    centre_html="Centrs",
    year="2020./2021. mācību gads",
    status="melnraksts",
    written="latviešu valodā",
    edition="izdevums",
    document=(("Numurs", "1-2/3"), ("Vieta", "")),
    note="",
    contents="Saturs",
    way="Ved uz {address}",
)
TWO = [
    Section("y/a", "https://x.lv/y/a/", "A", '<article><h1 id="a">A <a class="headerlink" href="#a">¶</a></h1><p><a href="../b/#c">b</a> <a href="../../d/">d</a></p></article>'),
    Section("y/b", "https://x.lv/y/b/", "B", '<article><h1 id="b">B</h1><h2 id="c">C</h2></article>'),
]  # fmt: skip


def document(*sections, cover=COVER):
    """Give the number of the edition of some sections, and its page."""
    made = [printed(section, [one.path for one in sections], cover.way) for section in sections]
    return edition_id(cover, made), lxml.html.fromstring(assemble(cover, made, "0", "print.css"))


def _height(code):
    return code.position.top_left.y


def _letters(text):
    """Yield each letter of a page with the middle of the box that it is drawn in."""
    for index in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(index)
        yield text.get_text_range(index, 1), (left + right) / 2, (bottom + top) / 2


def _within(letters, box):
    left, bottom, right, top = box
    return tight("".join(letter for letter, x, y in letters if left < x < right and bottom < y < top))


def _white(sheet):
    """Give the part of the room of a sheet, which is A4 with margins of 19 and 17 mm, that is empty below its last line."""
    top, bottom = (round(sheet.height * millimetres / 297) for millimetres in (19, 297 - 17))
    room = sheet.convert("L").crop((0, top, sheet.width, bottom))
    return 1 - room.point(lambda light: 255 * (light < 200)).getbbox()[3] / room.height


def words(element):
    return " ".join(element.text_content().split())


def test_links_and_ids_of_an_edition():
    """Links between the pages lead within the document, others are written out, headings go one level down."""
    page = document(*TWO)[1]
    assert page.xpath("//main//a/@href") == ["#b--c", "https://x.lv/d/"]
    assert page.xpath("//main//h2/@id|//main//h3/@id") == ["a--a", "b--b", "b--c"]
    assert page.xpath("//nav//a/@href") == ["#a", "#b"]
    assert [words(heading) for heading in page.xpath("//main//h2")] == ["A", "B"]


def test_the_cover_has_lines_to_fill_in():
    """What is known of the document stands on the cover, what is not has an empty line."""
    page = document(*TWO)[1]
    lines = page.xpath("//header//p[@class='cover__line']")
    assert [words(line) for line in lines] == ["Numurs 1-2/3", "Vieta"]
    assert [words(line.find_class("cover__entry")[0]) for line in lines] == ["1-2/3", ""]


def test_a_code_says_where_it_leads():
    """Below the title of a section is a drawing of its address, described in words."""
    page = document(*TWO)[1]
    codes = page.xpath("//section/h2/following-sibling::*[1][self::svg][@role='img']")
    assert [code.findtext("title") for code in codes] == ["Ved uz https://x.lv/y/a/", "Ved uz https://x.lv/y/b/"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cover_is_stamped(built, language):
    """The cover says year, status, language and edition; only the Latvian, which is signed, has lines to fill in."""
    header = built.page(language, "2024-2025/print/").find(".//header")
    stamp = {
        "lv": "2024./2025. mācību gads · melnraksts · latviešu valodā · izdevums",
        "en": "2024/25 school year · draft · in English · edition",
    }
    assert re.fullmatch(re.escape(stamp[language]) + " [0-9a-f]{12}", words(header.find_class("cover__stamp")[0]))
    assert len(header.find_class("cover__line")) == (3 if language == "lv" else 0)


def test_what_is_folded_is_open_on_paper():
    """A part that is closed on the screen is open in the edition."""
    folded = Section(
        "y/a", "https://x.lv/y/a/", "A", "<article><h1>A</h1><details><summary>b</summary>c</details></article>"
    )
    page = document(folded)[1]
    assert page.xpath("count(//details[@open])") == 1


def test_a_space_before_an_element_is_set_apart():
    """WeasyPrint would break the line before words that have room, but for the space behind them; drawings stay."""
    drawing = "<svg><text>a <tspan>1</tspan></text></svg>"
    article = f"<article><h1>A</h1><p>a <b>1</b>, b\u00a0<i>2</i> c</p>{drawing}</article>"
    page = document(Section("y/a", "https://x.lv/y/a/", "A", article))[1]
    (paragraph,) = page.xpath("//main//p")
    assert lxml.html.tostring(paragraph, encoding="unicode", with_tail=False) == (
        "<p>a<span> </span><b>1</b>, b<span>\u00a0</span><i>2</i> c</p>"
    )
    assert page.xpath("//svg[not(@class)]//span") == []


def test_the_edition_number_follows_the_content():
    """The same words give the same number at any address; other words, or another status, give another."""
    number = document(*TWO)[0]
    moved = [
        replace(one, address=one.address.replace("x.lv", "y.lv"), html=one.html.replace("<p>", '<p class="z">'))
        for one in TWO
    ]
    assert document(*moved)[0] == number
    assert document(*TWO[:1])[0] != number
    assert document(*TWO, cover=replace(COVER, status="galīgais"))[0] != number
    assert document(TWO[0], replace(TWO[1], html=TWO[1].html.replace("C", "D")))[0] != number


def test_no_word_is_lost_to_the_edition():
    """Marks of possible breaks go, as they are no letters; what an author made a button stays."""
    page = replace(
        TWO[0], html='<article><h1 id="a">A</h1><p>kupe\u00adna <a class="md-button" href="../b/">te</a></p></article>'
    )
    main = document(page)[1].find(".//main")
    main.find(".//svg").drop_tree()
    assert words(main) == "Akupena te"


def test_pictures_are_found_from_the_edition():
    """The address of a picture leads to it from the page that it is printed on."""
    picture = replace(
        TWO[0], html='<article><h1 id="a">A</h1><p><img alt="x" src="../../img/%C4%81.png"></p></article>'
    )
    page = document(picture)[1]
    assert page.xpath("//img/@src") == ["../../img/%C4%81.png"]
    deep = replace(picture, path="y/c/a", address="https://x.lv/en/y/c/a/")
    assert document(deep)[1].xpath("//img/@src") == ["../img/%C4%81.png"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_print_edition_holds_all_sections(built, language):
    """Each table, figure and heading of the year's sections is in the print edition, in the same order.

    Of the data of charts only those are there that nothing beside them says.
    """
    edition = built.page(language, "2024-2025/print/").find(".//main")
    pages = [deepcopy(built.article(language, f"2024-2025/{section}")) for section in ON_PAPER]
    gone = []
    for page in pages:
        for data in page.find_class("figure__data"):
            told = "//@*[name() = 'data-name' or name() = 'data-says']"
            tables = page.xpath(f".//table[not(ancestor::details[@class='figure__data'])]{told}")
            beside = {*tables, *data.getparent().xpath(f"p[@class='figure__words']{told}")}
            own = data.xpath(f".{told}")
            if own and beside.issuperset(own):
                data.drop_tree()
                gone.append(data.xpath("string(.//caption/@id)"))
    for what in (".//caption", ".//data", ".//td", ".//*[self::h1 or self::h2 or self::h3 or self::h4]"):
        wanted = [words(element).removesuffix(" ¶").removesuffix("¶") for page in pages for element in page.xpath(what)]
        assert [words(element) for element in edition.xpath(what)] == wanted
    assert {"figure-places-data-caption", "figure-priorities-data-caption"} <= set(gone)  # said in words, not figures


PLACES = '<th data-says="x.places">A</th>', "<td>B</td>"
STATUS = "<th>A</th>", '<td><b data-says="x.status">B</b></td>'


@pytest.mark.parametrize(
    ("columns", "beside", "stay"),
    [
        ((PLACES,), ("x.places",), False),
        ((PLACES, STATUS), ("x.status", "x.places"), False),
        ((PLACES, ("<th>A</th>", "<td>–</td>")), ("x.places",), False),
        ((PLACES, STATUS), ("x.places",), True),
        ((PLACES, ("<th>A</th>", "<td>B</td>")), ("x.places",), True),
        ((("<th>A</th>", "<td>B</td>"),), ("x.places",), True),
        ((PLACES,), (), True),
    ],
)
def test_data_of_a_chart_that_nothing_else_says_stay(columns, beside, stay):
    """What a chart says in words is on paper as its data, unless tables of the page say all of it under the same names."""
    heads, cells = map("".join, zip(*columns, strict=True))
    data = f"<table><thead><tr><th>C</th>{heads}</tr></thead><tbody><tr><th>D</th>{cells}</tr></tbody></table>"
    others = "".join(f'<table><tr><td><span data-says="{name}">A</span></td></tr></table>' for name in beside)
    figure = f'<figure><details class="figure__data"><summary>E</summary>{data}</details></figure>'
    section = Section("y/a", "https://x.lv/y/a/", "A", f"<article><h1>A</h1>{others}{figure}</article>")
    assert ("figure__data" in printed(section, ["y/a"], "").html) == stay


def test_corrections_are_on_paper_where_there_are_some(small_built, monkeypatch):
    """The page of corrections is in the print edition and its contents, but not while there are none."""

    def corrections(folder):
        page = lxml.html.fromstring((small_built / "site" / folder / "2020-2021/print/index.html").read_text("utf-8"))
        listed = [words(link) for link in page.xpath("//nav//a[@href='#corrections']")]
        return listed, [words(row) for row in page.xpath("//section[@id='corrections']//tbody/tr")]

    for folder, listed, first in (
        ("", ["Labojumi"], "Nr. 1 01.09.2021. Audzēkņi Gada sākumā bija 41 bērns. Gada sākumā bija 40 bērnu. Viens"),
        ("en", ["Corrections"], "No. 1 1 September 2021 Learners There were 41 children at the start. There were 40"),
    ):
        contents, lines = corrections(folder)
        assert contents == listed
        assert len(lines) == 2
        assert lines[0].startswith(first)
    (small_built / "data/2020-2021/corrections.yml").write_text("# none yet\n", "utf-8")
    remembered = small_built / "data/records/translated.txt"  # they were never published
    lines = remembered.read_text("utf-8").splitlines(keepends=True)
    remembered.write_text("".join(line for line in lines if "/corrections.yml:" not in line), "utf-8")
    monkeypatch.setenv("PDF", "0")
    assert build(small_built, small_built / "site") == 0
    for folder in ("", "en"):
        assert corrections(folder) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_print_edition_stands_alone(built, language):
    """Its ids are unique, its links within lead somewhere, and nothing of the screen is left."""
    page = built.page(language, "2024-2025/print/")
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    assert [link for link in page.xpath("//a/@href") if link.startswith("#") and link[1:] not in ids] == []
    assert language == "lv" or page.xpath("//header//span[@lang='lv']/text()") == ["Jaunība"]
    assert "¶" not in page.text_content()
    assert not page.xpath(
        "//script|//main//*[@tabindex and not(@role='region' and @aria-labelledby)]|//*[contains(@class, 'headerlink')]"
    )


@pytest.mark.usefixtures("able_to_print")
@pytest.mark.parametrize(
    ("language", "path"),
    [
        ("lv", "2024-2025/pasnovertejuma-zinojums-2024-2025.pdf"),
        ("en", "en/2024-2025/self-assessment-report-2024-2025.pdf"),
    ],
)
class TestPdf:
    """The file that is signed and filed."""

    def test_it_says_what_it_is(self, built, language, path):
        """It is tagged, in its language, with a title and bookmarks of all sections."""
        document = pypdf.PdfReader(built.folder / path)
        root = document.trailer["/Root"]
        assert root["/Lang"] == language
        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert "BJC" in document.metadata.title or "“Jaunība”" in document.metadata.title
        titles = [item.title for item in document.outline if not isinstance(item, list)]
        headings = [words(built.article(language, f"2024-2025/{s}").find("h1")).strip(" ¶") for s in ON_PAPER]
        assert [" ".join(title.split()) for title in titles] == headings

    def test_it_holds_every_number_of_the_pages(self, built, language, path):
        """Every value of the print edition can be read in the PDF's text."""
        text = re.sub(r"\s", "", "".join(sheets(built.folder / path)))
        edition = built.page(language, "2024-2025/print/").find(".//main")
        values = {re.sub(r"\s", "", element.text_content()) for element in edition.iter("data")}
        assert [value for value in values if value not in text] == []

    def test_its_contents_name_the_pages(self, built, language, path):  # noqa: ARG002
        """The number behind each line of the contents is the page on which that section begins."""
        document = pypdf.PdfReader(built.folder / path)
        contents = tight(sheets(built.folder / path)[1])
        for item in document.outline:
            if not isinstance(item, list):
                assert f"{tight(item.title)}{document.get_destination_page_number(item) + 1}" in contents

    def test_nothing_is_stranded(self, built, language, path):
        """No sheet ends with a heading, a caption or the head of a table."""
        assert stranded(sheets(built.folder / path), built.page(language, "2024-2025/print/")) == []

    def test_no_third_of_a_sheet_is_white(self, built, language, path):  # noqa: ARG002
        """What is written ends below two thirds of the room of each sheet, but on the cover and where is signed."""
        with pypdfium2.PdfDocument(built.folder / path) as document:
            whites = [_white(page.render(grayscale=True).to_pil()) for page in document]
        assert [(sheet, white) for sheet, white in enumerate(whites[1:-1], 2) if white > 1 / 3] == []

    def test_signatures_stay_together(self, built, language, path):
        """All that is signed stands on one sheet."""
        cells = built.page(language, "2024-2025/print/").xpath(
            "//section[@id='signatures']//*[self::h2|self::th|self::td]"
        )
        last = tight(sheets(built.folder / path)[-1])
        assert [words(cell) for cell in cells if tight(cell.text_content()) not in last] == []

    def test_no_word_is_broken(self, built, language, path):
        """Each word stands whole on a line, as often as on the page, though a column be narrow."""
        page = built.page(language, "2024-2025/print/")
        with pypdfium2.PdfDocument(built.folder / path) as document:
            printed = [sheet.get_textpage().get_text_range() for sheet in document]
        wanted, found = (
            Counter(re.findall(r"[^\W\d_]{4,}", " ".join(said)))
            for said in (page.xpath("//main//text()[not(ancestor::title)]"), printed)
        )
        assert wanted - found == Counter()

    def test_a_code_leads_to_each_section(self, built, language, path):
        """A phone that looks at the printed pages finds where the figures stay, and the address of each section, in order."""
        with pypdfium2.PdfDocument(built.folder / path) as document:
            pages = [page.render(scale=3).to_pil() for page in document]
        codes = [code for page in pages for code in sorted(zxingcpp.read_barcodes(page), key=_height)]
        sections = [f"{BASE}{language_folder(language)}2024-2025/{section}" for section in ON_PAPER]
        stamp, *_rest = built.page(language, "2024-2025/print/").find_class("cover__stamp")
        assert [code.text for code in codes] == [f"{BASE}editions/{words(stamp).split()[-1]}/", *sections]

    def test_every_figure_is_where_the_file_says(self, built, language, path):
        """The file inside names each figure of the pages with its place, and just that figure is printed there."""
        with pikepdf.open(built.folder / path) as document:
            (inside,) = document.attachments.values()
            listed = json.loads(inside.get_file().read_bytes())["printed"]
        edition = built.page(language, "2024-2025/print/").xpath("//body//*[@data-name]")
        wanted = Counter(map(figure, edition))
        found = Counter((one["name"], one["value"], one["words"]) for one in listed)
        assert wanted.keys() == found.keys()
        assert wanted <= found  # those in the head of a table stand on each of its pages
        with pypdfium2.PdfDocument(built.folder / path) as document:
            letters = [list(_letters(page.get_textpage())) for page in document]
        elsewhere = [one for one in listed if _within(letters[one["page"] - 1], one["box"]) != tight(one["words"])]
        assert elsewhere == []

    def test_its_fonts_are_inside(self, built, language, path):  # noqa: ARG002
        """All fonts are embedded, so that every Latvian letter prints anywhere."""
        document = pypdf.PdfReader(built.folder / path)
        for page in document.pages:
            for font in page["/Resources"]["/Font"].values():
                (inner,) = font.get_object()["/DescendantFonts"]
                assert "/FontFile2" in inner.get_object()["/FontDescriptor"]

    def test_the_front_page_leads_to_it(self, built, language, path):
        """The year's front page links to it with its size and number of pages."""
        document = pypdf.PdfReader(built.folder / path)
        row = built.article(language, "2024-2025/").xpath(f".//a[@href='{path.rsplit('/', 1)[1]}']/ancestor::tr")[0]
        assert f"{len(document.pages)}\u00a0" in row.text_content()
        assert "kB" in row.text_content()
