"""What is in a file of Word and does not go on a page: words that are hidden or crossed out, charts and formulas."""

import zipfile
from collections import Counter
from io import BytesIO

from lxml import etree

from macros.office.plain import short
from macros.words.problems import Sentences

_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_RUN = "//w:r[w:rPr/w:{0}[not(@w:val = '0' or @w:val = 'false' or @w:val = 'off')]]"
_DRAWN = "count(//a:graphicData[contains(@uri, '/{0}') and not(ancestor::mc:Choice)])"
_UNDRAWN = {
    ("diagrammas", "charts"): _DRAWN.format("chart"),
    ("SmartArt shēmas", "SmartArt"): _DRAWN.format("diagram"),
    ("formulas", "formulas"): "count(//m:oMath)",
}


def without_unseen(file: BytesIO) -> tuple[BytesIO, tuple[Sentences, ...]]:
    """Give a file of Word without its hidden and crossed-out words, and what is told of these and of what Word draws.

    Raises `etree.XMLSyntaxError` where a part is no XML.
    """
    made, hidden, struck, undrawn = BytesIO(), [], [], Counter[Sentences]()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name in _PARTS:
                root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
                hidden += _taken_out(root, "vanish")
                struck += _taken_out(root, "strike") + _taken_out(root, "dstrike")
                undrawn.update({what: int(root.xpath(path, namespaces=_SPACES)) for what, path in _UNDRAWN.items()})
                content = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
            new.writestr(name, content)
    made.seek(0)
    return made, tuple(_told(hidden, struck, +undrawn))


def _taken_out(root, mark):
    """Take the words with a mark out of a part; give them."""
    runs = root.xpath(_RUN.format(mark), namespaces=_SPACES)
    words = ["".join(run.xpath(".//w:t/text()", namespaces=_SPACES)) for run in runs]
    for run in runs:
        run.getparent().remove(run)
    return [one for one in words if one.strip()]


def _told(hidden, struck, undrawn):
    if hidden:
        yield "Paslēpto tekstu neņēma.", "Hidden text was not taken."
    if struck:
        words = short("".join(struck))
        yield (
            f"Pārsvītroto neņēma: “{words}”. Ja tas vajadzīgs, noņemiet pārsvītrojumu un nododiet failu vēlreiz.",
            f"What is crossed out was not taken: “{words}”. If needed, undo that and hand the file in again.",
        )
    if undrawn:
        lv, en = (", ".join(f"{what[at]} ({number})" for what, number in undrawn.items()) for at in (0, 1))
        yield (
            f"Neņēma, jo tas nav attēls: {lv}. Saglabājiet to kā attēlu (.png) un ielieciet tekstā.",
            f"Not taken, as this is no picture: {en}. Save it as a picture (.png) and put that into the text.",
        )
