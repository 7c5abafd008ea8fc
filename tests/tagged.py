"""Tagged PDFs to look at: how to print one, and how a screen reader has it."""

import base64
import re
import shutil
import unicodedata

import pikepdf
from project import ROOT

from macros.paper import pdf
from macros.paper.document import Attachment, Description, EditionName
from macros.paper.pdf.marked import kids, marked_words

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


def print_page(folder, text, language="lv"):
    """Print HTML as an edition and give the file."""
    page = folder / "site" / "print" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(text, "utf-8")
    description = Description(
        EditionName("2020-2021", language, "draft", "0123456789ab"), "Paraugs", "Centrs", "Apraksts"
    )
    pdf.print_pdf(folder / "site", "print/", folder / "out.pdf", description, Attachment("x.json", b"{}", "Dati"))
    return folder / "out.pdf"


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
