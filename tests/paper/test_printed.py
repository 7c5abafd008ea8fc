"""The file that is signed and filed: what it says, how it looks, and where its figures stand."""

import json
import re
from collections import Counter

import lxml.html
import pikepdf
import pypdf
import pypdfium2
import pytest
import zxingcpp
from addresses import BASE, ON_PAPER
from project import words
from sheets import sheets, stranded, tight

from macros.html.figures import figure


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
    """Give the part of the room of a sheet, which is A4 with margins of 15 and 14 mm, that is empty below its last line."""
    top, bottom = (round(sheet.height * millimetres / 297) for millimetres in (15, 297 - 14))
    room = sheet.convert("L").crop((0, top, sheet.width, bottom))
    return 1 - room.point(lambda light: 255 * (light < 200)).getbbox()[3] / room.height


def _touched(sheet, position):
    """Say whether something is printed less than half a millimetre above a code."""
    corner, half = position.top_left, sheet.height / 297 / 2
    above = sheet.convert("L").crop((corner.x, corner.y - 1 - half, position.top_right.x, corner.y - 1))
    return above.getextrema()[0] < 200


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

    def test_no_quarter_of_a_sheet_is_white(self, built, language, path):  # noqa: ARG002
        """Each sheet is filled to three quarters, but the cover, where the text ends, to two thirds, and where is signed."""
        with pypdfium2.PdfDocument(built.folder / path) as document:
            whites = [_white(page.render(grayscale=True).to_pil()) for page in document]
        *inside, end, _signed = whites
        assert [(sheet, white) for sheet, white in enumerate(inside[1:], 2) if white > 1 / 4] == []
        assert end < 1 / 3

    def test_it_is_no_longer_than_it_needs(self, built, language, path):  # noqa: ARG002
        """Sections run on, and so do tall rows of tables; what is signed has a sheet of its own."""
        assert len(sheets(built.folder / path)) <= 18

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
        """A phone that looks at the printed pages finds where the figures stay, and each section of this draft, in order."""
        with pypdfium2.PdfDocument(built.folder / path) as document:
            pages = [page.render(scale=3).to_pil() for page in document]
        found = [(page, code) for page in pages for code in sorted(zxingcpp.read_barcodes(page), key=_height)]
        codes = [code for _page, code in found]
        edition = built.page(language, "2024-2025/print/")
        stamp, *_rest = edition.find_class("cover__stamp")
        there = f"editions/{words(stamp).split()[-1]}/"
        names = edition.xpath("//main/section/@id")
        assert len(names) == len(ON_PAPER)
        folder = path.rpartition("/")[0]
        assert [code.text for code in codes] == [f"{BASE}{there}", *(f"{BASE}{folder}/{name}/" for name in names)]
        assert [code.text for page, code in found if _touched(page, code.position)] == []
        stays = lxml.html.fromstring((built.folder / there / "index.html").read_text("utf-8"))
        assert stays.xpath("//main/section/@id") == names
        assert stays.get("lang") == language

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
