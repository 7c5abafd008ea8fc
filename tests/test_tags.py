"""The tags of a PDF: what is read aloud from it is what its HTML says, no more and no less."""

import base64
import io
import re
import shutil
import unicodedata

import lxml.html
import pikepdf
import pytest
from conftest import LANGUAGES, ROOT
from fontTools.ttLib import TTFont

from macros import pdf
from macros.fonts import FOLDER
from macros.pdf.archive import Attachment, Description
from macros.pdf.marked import glyphs, kids, marked_words, pieces
from macros.pdf.structure import retag
from macros.pdf.tags import Unlike

pytestmark = pytest.mark.skipif(not pdf.available(), reason=pdf.MISSING)
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
ROW = '<tr><th scope="row">Row {n}</th><td class="number">{n}</td><td></td></tr>'
SAMPLE = f"""<!doctype html><html lang="lv"><head><meta charset="utf-8"><title>Paraugs</title>
<style>@page {{ size: A5; @top-left {{ content: "head" }} }} nav a::after {{ content: target-counter(attr(href), page) }}
thead th {{ border-bottom: 1px solid }}</style></head><body><header><h1>Paraugs</h1></header>
<nav><h2>Saturs</h2><ol><li><a href="#one">1. Āčē</a></li><li><a href="#two">2</a></li></ol></nav>
<section id="one"><h2>1. Āčē</h2><p>Šķēres <span lang="en">one <b>two</b></span> <abbr title="Bērnu centrs">BC</abbr></p>
<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>
<table><caption>Tabula</caption><thead><tr><th scope="col">A</th><th scope="col">B</th><th scope="col">C</th></tr></thead>
<tbody>{"".join(ROW.format(n=n) for n in range(40))}</tbody>
<tbody><tr><th scope="rowgroup" colspan="3">Grupa</th></tr>{ROW.format(n=41)}</tbody></table></section>
<section id="two"><h2>2</h2><p>{" ".join(f"garš{n}" for n in range(900))}</p>
<figure><svg width="90" height="30" viewBox="0 0 90 30"><title>Divi stabiņi</title>
<rect width="30" height="30" fill="#1d4e5f"/><text x="40" y="20">7</text></svg><figcaption>Attēls</figcaption></figure>
<p><a href="https://example.org/">ārā</a></p></section></body></html>"""
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


def print_page(folder, text, language="lv"):
    """Print HTML as an edition and give the file."""
    page = folder / "site" / "print" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(text, "utf-8")
    description = Description(language, "Paraugs", "Centrs", "Apraksts", "2020-2021-lv-draft-0123456789ab")
    pdf.print_pdf(folder / "site", "print/", folder / "out.pdf", description, Attachment("x.json", b"{}", "Dati"))
    return folder / "out.pdf"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The printed sample."""
    return print_page(tmp_path_factory.mktemp("sample"), SAMPLE)


def squeezed(words):
    return re.sub(r"\s", "", words)


def plain(words):
    """Give words as they are seen, whatever they are put together from."""
    return re.sub("[\u200d\ufeff]", "", unicodedata.normalize("NFKC", words))


class Read:
    """A tagged PDF as a screen reader has it."""

    def __init__(self, file):
        self.pdf = pikepdf.open(file)
        self.words = [marked_words(page) for page in self.pdf.pages]
        self.number = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}
        (self.document,) = kids(self.pdf.Root.StructTreeRoot)

    def own(self, element):
        """Give the words that stand in an element itself."""
        found = []
        for kid in kids(element):
            if isinstance(kid, int):
                found.append(self.words[self.number[element.Pg.objgen]].get(kid, ""))
            elif kid.get("/Type") == "/MCR":
                found.append(self.words[self.number[kid.Pg.objgen]].get(kid.MCID, ""))
        return " ".join(" ".join(found).split())

    def inside(self, element):
        return [kid for kid in kids(element) if not isinstance(kid, int) and "/S" in kid]

    def all(self, element=None):
        """Yield every structure element in order."""
        element = element or self.document
        yield element
        for kid in self.inside(element):
            yield from self.all(kid)

    def of(self, *roles):
        return [element for element in self.all() if str(element.S)[1:] in roles]

    def said(self, element):
        """Give all words of an element, squeezed, in the order in which they are read, without the marks of lists."""
        found = ""
        for kid in kids(element):
            if isinstance(kid, int):
                found += self.words[self.number[element.Pg.objgen]].get(kid, "")
            elif kid.get("/Type") == "/MCR":
                found += self.words[self.number[kid.Pg.objgen]].get(kid.MCID, "")
            elif kid.get("/S", "/Lbl") != "/Lbl":
                found += self.said(kid)
        return squeezed(found)

    def targets(self, link):
        references = [kid.Obj for kid in kids(link) if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"]
        return {f"#{item.Dest}" if "/Dest" in item else str(item.A.URI) for item in references}

    def dump(self, element=None, depth=0):
        """Write the tree as text."""
        element = element or self.document
        attributes = element.get("/A", {})
        known = [str(attributes[key])[1:] for key in ("/Scope", "/ListNumbering") if key in attributes]
        language = f"[{element.Lang}]" if "/Lang" in element else ""
        expansion = f"({element.E})" if "/E" in element else ""
        line = " ".join(filter(None, [f"{str(element.S)[1:]}{language}{expansion}", *known, self.own(element)]))
        return " " * depth + line + "\n" + "".join(self.dump(kid, depth + 1) for kid in self.inside(element))


def edition(built, language):
    """Give the PDF of the real report and the print edition it was made from."""
    (file,) = (built.folder / ("en" if language == "en" else "") / "2024-2025").glob("*.pdf")
    return Read(file), built.page(language, "2024-2025/print/").find(".//body")


def said(element):
    return squeezed(element.text_content())


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


LONG = " ".join(f"b{n}" for n in range(900))
WRITTEN = {
    "a link with an abbreviation": '<p>x <a href="https://e.org/"><abbr title="Z">ZBC</abbr> <b>lapa</b></a> y</p>',
    "a picture in a link": '<p><a href="https://e.org/"><img alt="Kaķis" src="../x.png"></a></p>',
    "a link over lines and pages": f'<p><a href="https://e.org/">{LONG}</a></p>',
    "a link in a repeated head": '<table><thead><tr><th><a href="https://e.org/">V</a></th></tr></thead><tbody>'
    + "<tr><td>a</td></tr>" * 120
    + "</tbody></table>",
    "a table of Markdown": '<table><thead><tr><th>V</th><th align="right">S</th></tr></thead>'
    '<tbody><tr><td>a</td><td align="right">b</td></tr></tbody></table>',
    "a row longer than a page": '<table><caption>C</caption><thead><tr><th scope="col">A</th><th scope="col">B</th>'
    f'<th scope="col">C</th></tr></thead><tbody><tr><th scope="row">r</th><td>{LONG}</td><td>{LONG}</td></tr>'
    '<tr><th scope="row">r2</th><td>1</td><td>2</td></tr></tbody></table>',
    "letters put together": "<p>Ka\u0304pa te. \ufb01 a\u200db c\ufeffd</p>",
    "a picture in a list": '<ul><li></li><li><img alt="Kaķis" src="../x.png"></li><li>suns</li></ul>',
    "a tall picture": '<p><img alt="Kaķis" src="../x.png" style="height: 400mm"></p>',
    "signs and code": "<p>a → b ≤ −5 <code>kods</code></p><h3>−5 → x</h3><p>a<br>b</p>",
    "words longer than a line": f"<pre><code>{'x' * 300}</code></pre><p>{'w' * 320}</p>",
}
PAGE = (
    '<!doctype html><html lang="lv"><head><meta charset="utf-8"><title>x</title><link rel="stylesheet" '
    'href="../assets/stylesheets/print.css"></head><body><header class="cover"><h1>P</h1></header><main>'
    '<section id="s" class="section"><h2 data-title="S">S</h2>{}</section></main></body></html>'
)


def print_written(folder, what):
    """Print what a page may hold, with the real style sheets."""
    (folder / "site" / "assets").mkdir(parents=True)
    shutil.copytree(ROOT / "theme/assets/stylesheets", folder / "site/assets/stylesheets")
    (folder / "site/x.png").write_bytes(PICTURE)
    return print_page(folder, PAGE.format(what))


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


def test_retagging_changes_nothing_more(sample):
    """The tree of a tagged file, made again from it, is the same."""
    before = Read(sample).dump()
    with pikepdf.open(sample) as document:
        retag(document, lxml.html.document_fromstring(SAMPLE).body)
        document.save(sample.with_name("again.pdf"))
    assert Read(sample.with_name("again.pdf")).dump() == before


def test_nothing_but_the_site_is_fetched(tmp_path):
    """A page that asks for another file, or for another place, is not printed."""
    for address in ("file:///etc/hostname", "https://example.org/x.png", "../../../secret.png"):
        with pytest.raises(Unlike, match="kā vietnē nav"):
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
                    wanted = [said(table.find("thead")[0][place]), said(row[0])]
                    group = row.getparent()[0][0]
                    if group.get("scope") == "rowgroup":
                        wanted.insert(1, said(group))
                    assert [reader.said(heads[str(name)]) for name in cell.A.Headers] == wanted

    def test_links(self, built, language):
        """All links, with their words, lead where the page says; those of the contents add the page that they lead to."""
        reader, body = edition(built, language)
        wanted = [(said(link), link.get("href")) for link in body.iter("a")]
        found = [(reader.said(link), *reader.targets(link)) for link in reader.of("Link")]
        in_contents = len(list(body.find(".//nav").iter("a")))
        assert found[in_contents:] == wanted[in_contents:]
        starts = dict(zip(*[iter(reader.pdf.Root.Names.Dests.Names)] * 2, strict=True))
        for (words, target), (title, section) in zip(found[:in_contents], wanted[:in_contents], strict=True):
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
        contents = body.find(".//nav/ol")
        contents.drop_tree()
        assert squeezed(found) == said(body)

    def test_the_pages_say_the_same(self, built, language):
        """Every heading, number and cell of the site's own pages is in the PDF."""
        reader, body = edition(built, language)
        whole = reader.said(reader.document)
        cells = {reader.said(cell) for cell in reader.of("TD", "TH", "Caption")}
        printed = [built.article(language, f"2024-2025/{section.get('id')}/") for section in body.iter("section")]
        for article in printed:
            assert [said(cell) for cell in article.xpath(".//td|.//th|.//caption") if said(cell) not in cells] == []
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
