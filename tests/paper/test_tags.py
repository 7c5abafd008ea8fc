"""The tags of a PDF: what is read aloud from it is what its HTML says, no more and no less."""

import io
from copy import deepcopy

import lxml.html
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from project import LANGUAGES
from tagged import SAMPLE, WRITTEN, Read, edition, plain, print_page, print_written, said, squeezed

from macros.html.fonts import FOLDER
from macros.paper.document import Unlike
from macros.paper.pdf.marked import glyphs, pieces
from macros.paper.pdf.structure import retag

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("able_to_print")]
SAMPLE_TREE = """Document
 Sect
  H1 Paraugs
 Sect
  H2 Saturs
  TOC
   TOCI
    Lbl 1.
    Reference
     Link 1. Āčē 1
   TOCI
    Lbl 2.
    Reference
     Link 2 3
 Sect
  H2 1. Āčē
  P Šķēres
   Span[en] one two
   Span(Bērnu centrs) BC
  L Disc
   LI
    Lbl •
    LBody a
     L Decimal
      LI
       Lbl 1.
       LBody b
   LI
    Lbl •
    LBody c
  Table
   Caption Tabula
   THead
    TR
     TH Column A
     TH Column B
     TH Column C
   TBody
"""
SAMPLE_END = """   TBody
    TR
     TH Column Grupa
    TR
     TH Row Row 41
     TD 41
     TD
"""


def test_the_tree_of_the_sample(sample):
    """Each element stands once, however many pages it runs over; marks, languages and expansions are kept."""
    tree = Read(sample).dump()
    assert tree.startswith(SAMPLE_TREE)
    assert SAMPLE_END in tree
    assert tree.count("THead") == 1
    assert tree.count("\n     TH Row") == 41


def test_a_long_paragraph_is_one(sample):
    """What runs over pages is read as a whole."""
    reader = Read(sample)
    (long,) = [element for element in reader.of("P") if "garš0" in reader.own(element)]
    assert reader.own(long).split() == [f"garš{n}" for n in range(900)]


def test_a_figure_says_what_it_shows(sample):
    """A picture has its title as words, and a box on its page."""
    reader = Read(sample)
    (figure,) = reader.of("Figure")
    assert str(figure.Alt) == "Divi stabiņi"
    left, bottom, right, top = map(float, figure.A.BBox)
    assert (round(right - left, 1), round(top - bottom, 1)) == (67.5, 22.5)
    assert 0 < bottom < top < float(reader.pdf.pages[-1].MediaBox[3])


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("Šķēres", "Šķēres trīs", "“one ”, bet tur jābūt “trīs”"),
        ("garš7 ", "", "“garš0 .*, bet tur jābūt “.*garš6garš8"),
        ("garš899", "garš899 un vēl", "ir “unvēl”, bet PDF tā nav|“unvēl”"),
        ("Row 3<", "Row 4<", "“Row 3”"),
        ("Grupa", "Gruppa", "“Grupa”"),
        ("https://example.org/", "https://example.org/x", "https://example.org/x ved uz https://example.org/"),
        ('href="#two"', 'href="#one"', "#one ved uz #two"),
        ("Divi stabiņi", "", "vajag <title>"),
        ("<li>c</li>", "", "“c”|“•”"),
        ("ārā</a></p>", "ārā</a></p><p>beigas</p>", "ir “beigas”, bet PDF tā nav"),
    ],
)
def test_what_differs_is_told(sample, was, now, told):
    """A word too many or too few, a link that leads elsewhere, a picture without words: nothing passes."""
    assert was in SAMPLE
    body = lxml.html.document_fromstring(SAMPLE.replace(was, now)).body
    with pikepdf.open(sample) as document, pytest.raises(Unlike, match=told):
        retag(document, body)


@pytest.mark.parametrize("what", WRITTEN)
def test_whatever_a_page_may_hold_is_printed(tmp_path, what):
    """All its words are read, each once, in letters of ours."""
    reader = Read(print_written(tmp_path, WRITTEN[what]))
    body = lxml.html.fromstring(WRITTEN[what])
    assert plain(reader.said(reader.of("Sect")[-1])) == "S" + plain(said(body))
    fonts = {str(font.BaseFont).partition("+")[2] for page in reader.pdf.pages for font in page.Resources.Font.values()}
    assert fonts <= {"Noto-Sans", "Noto-Sans-Bold", "Noto-Sans-Italic", "Noto-Serif-Bold", "Noto-Sans-Math"}


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("<p>Sniega 😀 Kupena</p>", "fontos nav zīmju “😀”"),
        ('<p><img alt="Kaķis" src="../bad.png"></p>', "Attēlu “../bad.png” nevar nodrukāt"),
        ('<p><img alt="" src="../x.png"></p>', "Attēlam nav apraksta"),
    ],
)
def test_what_cannot_be_printed_is_told(tmp_path, what, told):
    """A sign without a letter, a damaged picture, one without words: the person is told, in Latvian first."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/bad.png").write_bytes(b"nothing")
    with pytest.raises(Unlike, match=told):
        print_written(tmp_path, what)


def test_retagging_changes_nothing_more(sample, tmp_path):
    """The tree of a tagged file, made again from it, is the same."""
    before = Read(sample).dump()
    with pikepdf.open(sample) as document:
        retag(document, lxml.html.document_fromstring(SAMPLE).body)
        document.save(tmp_path / "again.pdf")
    assert Read(tmp_path / "again.pdf").dump() == before


def test_nothing_but_the_site_is_fetched(tmp_path):
    """A page that asks for another file, or for another place, is not printed."""
    for address in ("file:///etc/hostname", "https://example.org/x.png", "../../../secret.png"):
        with pytest.raises(Unlike, match="kura vietnē nav"):
            print_page(
                tmp_path / str(len(address)), SAMPLE.replace("<figure>", f'<img alt="x" src="{address}"><figure>')
            )


@pytest.mark.parametrize("language", LANGUAGES)
class TestEdition:
    """The real report."""

    def test_headings(self, built, language):
        """All headings, at their levels, in their order."""
        reader, body = edition(built, language)
        tags = [f"h{level}" for level in range(1, 7)]
        wanted = [(heading.tag.upper(), said(heading)) for heading in body.iter(*tags)]
        roles = [tag.upper() for tag in tags]
        assert [(str(heading.S)[1:], reader.said(heading)) for heading in reader.of(*roles)] == wanted

    def test_tables(self, built, language):
        """All tables, with captions, rows and cells: what heads what, and what each says."""
        reader, body = edition(built, language)
        scopes = {"col": "/Column", "row": "/Row", "rowgroup": "/Column", None: None}
        wanted = [
            [said(table.find("caption"))]
            + [
                [(scopes[cell.get("scope")], int(cell.get("colspan", 1)), said(cell)) for cell in row]
                for row in table.iter("tr")
            ]
            for table in body.iter("table")
        ]
        found = [
            [reader.said(reader.inside(table)[0])]
            + [
                [
                    (cell.A.get("/Scope"), int(cell.A.get("/ColSpan", 1)), reader.said(cell))
                    for cell in reader.inside(row)
                ]
                for row in reader.all(table)
                if row.S == "/TR"
            ]
            for table in reader.of("Table")
        ]
        assert found == wanted

    def test_cells_know_their_heads(self, built, language):
        """Each cell names its column's, its group's and its row's head, and each head can be found by its name."""
        reader, body = edition(built, language)
        names = reader.pdf.Root.StructTreeRoot.IDTree.Names
        heads = dict(zip(map(str, names[::2]), names[1::2], strict=True))
        assert list(heads) == sorted(heads)
        for table, element in zip(body.iter("table"), reader.of("Table"), strict=True):
            rows = [row for row in reader.all(element) if row.S == "/TR"]
            for row, tags in zip(table.iter("tr"), rows, strict=True):
                for place, cell in enumerate(reader.inside(tags)):
                    if cell.S != "/TD":
                        continue
                    wanted = [said(table.find("thead")[-1][place]), said(row[0])]
                    group = row.getparent()[0][0]
                    if named := row[place].get("headers"):
                        wanted = [said(body.get_element_by_id(name)) for name in named.split()]
                    elif group.get("scope") == "rowgroup":
                        wanted.insert(1, said(group))
                    assert [reader.said(heads[str(name)]) for name in cell.A.Headers] == wanted

    def test_links(self, built, language):
        """All links, with their words, lead where the page says; those of the contents add the page that they lead to."""
        reader, body = edition(built, language)
        wanted = [(said(link), link.get("href")) for link in body.iter("a")]
        found = [(reader.said(link), *reader.targets(link)) for link in reader.of("Link")]
        on_cover, contents = (len(list(body.find(f".//{part}").iter("a"))) for part in ("header", "nav"))
        in_contents = slice(on_cover, on_cover + contents)
        assert [*found[:on_cover], *found[in_contents.stop :]] == [*wanted[:on_cover], *wanted[in_contents.stop :]]
        starts = dict(zip(*[iter(reader.pdf.Root.Names.Dests.Names)] * 2, strict=True))
        for (words, target), (title, section) in zip(found[in_contents], wanted[in_contents], strict=True):
            number = reader.number[starts[pikepdf.String(section[1:])][0].objgen] + 1
            assert (words, target) == (f"{title}{number}", section)

    def test_languages(self, built, language):
        """What stands in the other language is marked, so that it is read aloud in it."""
        reader, body = edition(built, language)
        marked = [(part.get("lang"), said(part)) for part in body.xpath(".//*[@lang]")]
        assert [(str(part.Lang), reader.said(part)) for part in reader.all() if "/Lang" in part] == marked
        assert str(reader.pdf.Root.Lang) == language

    def test_all_words_are_read_in_order(self, built, language):
        """From the first word to the last, what is read aloud is the page, but for marks of lists and page numbers."""
        reader, body = edition(built, language)
        found = "".join(
            piece.words for piece in pieces(reader.pdf) if "Lbl" not in piece.roles and "TOC" not in piece.roles
        )
        body = deepcopy(body)
        for unseen in (body.find(".//nav/ol"), *body.xpath(".//*[local-name() = 'svg']/*[local-name() = 'title']")):
            unseen.drop_tree()
        assert squeezed(found) == said(body)

    def test_the_pages_say_the_same(self, built, language):
        """Every heading, number and cell of the site's own pages is in the PDF, but for what charts are drawn from."""
        reader, body = edition(built, language)
        whole = reader.said(reader.document)
        cells = {reader.said(cell) for cell in reader.of("TD", "TH", "Caption")}
        printed = [built.article(language, f"2024-2025/{section.get('id')}/") for section in body.iter("section")]
        for article in printed:
            tables = article.xpath(".//table[not(ancestor::figure)]")
            wanted = [said(cell) for table in tables for cell in table.iter("caption", "th", "td")]
            assert [cell for cell in wanted if cell not in cells] == []
            assert [said(data) for data in article.iter("data") if said(data) not in whole] == []
            headings = [said(heading).rstrip("¶") for heading in article.iter("h1", "h2", "h3")]
            assert [heading for heading in headings if heading not in whole] == []

    def test_glyphs_are_what_they_say(self, built, language):
        """The outline drawn for each character is the one that our font has for it, so what is seen is what is read."""
        reader, _body = edition(built, language)
        ours = {font["name"].getDebugName(4): font for font in map(TTFont, FOLDER.glob("*.ttf"))}
        fonts = {font.objgen: font for page in reader.pdf.pages for font in page.Resources.Font.values()}
        for font in fonts.values():
            (inner,) = font.DescendantFonts
            drawn = TTFont(io.BytesIO(inner.FontDescriptor.FontFile2.read_bytes()))
            known = ours[drawn["name"].getDebugName(4)]
            characters = {name: chr(code) for code, name in known.getBestCmap().items()}
            for code, said_as in glyphs(font).items():
                glyph = int.from_bytes(code)
                name = known.getGlyphName(glyph)
                shapes = [
                    font["glyf"][font.getGlyphName(glyph)].getCoordinates(font["glyf"]) for font in (drawn, known)
                ]
                assert shapes[0] == shapes[1]
                # Figures of one width are glyphs of their own, `one.tf` for `one`; a ligature stands for its letters.
                assert plain(characters[name.partition(".")[0]]) == plain(said_as)
