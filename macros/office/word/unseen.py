"""What is in a file of Word and does not go on a page: what is hidden, crossed out or deleted, remarks, drawings.

Nor does what stands at the edge of each sheet of paper.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from macros.office.plain import short
from macros.office.unzipped import packed
from macros.office.word.numbered import mark_items
from macros.office.word.styles import SPACES, Styles
from macros.words.problems import Sentences

_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
"""What stands at the top or the bottom of each sheet of paper."""
_STYLES, _COMMENTS, _NUMBERING = "word/styles.xml", "word/comments.xml", "word/numbering.xml"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
"""What the same is called in a file that was saved as “Strict Open XML”."""
_HIDDEN, _STRUCK = ("vanish",), ("strike", "dstrike")
_ONCE = "[not(ancestor::mc:Choice)]"
"""What stands there for older programs, too, is looked at in its form for these."""
_DRAWN = "//a:graphicData[contains(@uri, '/{0}')]"
_UNDRAWN = {
    ("diagrammas", "charts"): _DRAWN.format("chart") + _ONCE,
    ("SmartArt shēmas", "SmartArt"): _DRAWN.format("diagram") + _ONCE,
    ("formulas", "formulas"): "//m:oMath",
    ("zīmētas figūras", "drawn shapes"): _DRAWN.format("wordprocessingShape") + "[not(.//w:txbxContent)]",
}
_TRACKED = "//w:del[.//w:delText] | //w:ins[.//w:t] | //w:moveFrom | //w:moveTo"
_BOXED = f"//w:drawing//w:txbxContent//w:t{_ONCE}"


def without_unseen(file: BytesIO) -> tuple[BytesIO, tuple[Sentences, ...]]:
    """Give a file of Word without its hidden and crossed-out words, and what is told of all that does not come along.

    The numbers of its lists it has as `mark_items` marks them.

    Raises `etree.XMLSyntaxError` where a part is no XML.
    """
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    edges = sorted(filter(_EDGE.fullmatch, parts), key=lambda name: ("footer" in name, name))
    roots = {name: _root(parts[name]) for name in (*_PARTS, *edges, _STYLES, _COMMENTS, _NUMBERING) if name in parts}
    body, edge = ([roots[name] for name in names if name in roots] for names in (_PARTS, edges))
    told = (
        *_told_of_runs([*body, *edge], Styles(roots.get(_STYLES))),
        *_told_of_edges(edge),
        *_told_of_words(body, roots.get(_COMMENTS)),
        *_told_of_drawings(body),
    )
    for field in _found(body, "//w:fldSimple"):
        for run in field:
            field.addprevious(run)
    for root in body[:1]:
        mark_items(root, roots.get(_NUMBERING), roots.get(_STYLES))
    for name in parts.keys() & {*_PARTS}:
        parts[name] = etree.tostring(roots[name], encoding="UTF-8", xml_declaration=True)
    return packed(parts), told


def _root(content: bytes) -> Any:
    content = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", content)
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _found(roots: list[Any], path: str) -> list[Any]:
    return [one for root in roots for one in root.xpath(path, namespaces=SPACES)]


def _words(element: Any) -> str:
    return "".join(element.xpath(".//w:t/text()", namespaces=SPACES))


def _told_of_runs(body: list[Any], styles: Styles) -> Iterator[Sentences]:
    """Take runs out that are hidden or crossed out; tell of them."""
    if _taken_out(body, styles, _HIDDEN):
        yield "Paslēpto tekstu neņēma.", "Hidden text was not taken."
    if words := short(_taken_out(body, styles, _STRUCK)):
        yield (
            f"Pārsvītroto neņēma: “{words}”. Ja tas vajadzīgs, noņemiet pārsvītrojumu un nododiet failu vēlreiz.",
            f"What is crossed out was not taken: “{words}”. If needed, undo that and hand the file in again.",
        )


def _told_of_edges(edges: list[Any]) -> Iterator[Sentences]:
    """Tell of words at the top or the bottom of sheets of paper; the number of a sheet is none."""
    said = (" ".join(one.text or "" for one in _found([edge], f"//w:t{_ONCE}")) for edge in edges)
    if words := "; ".join(dict.fromkeys(one.strip() for one in said if re.search(r"[^\W\d_]", one))):
        yield (
            f"Galveni vai kājeni neņēma: “{short(words)}”. Ja tas jāraksta lapā, ierakstiet to tekstā.",
            f"A header or footer was not taken: “{short(words)}”. If it belongs on the page, write it in the text.",
        )


def _taken_out(body: list[Any], styles: Styles, marks: tuple[str, ...]) -> str:
    """Take the runs with a mark out; give their words."""
    runs = [run for run in _found(body, "//w:r") if any(styles.marked(run, mark) for mark in marks)]
    words = "".join(_words(run) for run in runs if not run.xpath("ancestor::mc:Choice", namespaces=SPACES))
    for run in runs:
        run.getparent().remove(run)
    return words if words.strip() else ""


def _told_of_words(body: list[Any], comments: Any) -> Iterator[Sentences]:
    """Tell of tracked changes and comments, without their words, which may be for no one else, and of text boxes."""
    if _found(body, _TRACKED):
        lv = "Failā ir labojumi, kas vēl nav pieņemti: pievienoto ņēma, izdzēsto neņēma. Ja tas neder, programmā Word "
        en = "The file has tracked changes: what was added was taken, what was deleted was not. If that is not right, "
        yield (
            f"{lv}tos pieņemiet vai noraidiet un nododiet failu vēlreiz.",
            f"{en}accept or reject them in Word and hand the file in again.",
        )
    if comments is not None and (number := len(_found([comments], "//w:comment"))):
        yield (
            f"Komentārus neņēma ({number}). Ja kas no tiem jāraksta lapā, ierakstiet to tekstā.",
            f"Comments were not taken ({number}). If any of them belongs on the page, write it in the text.",
        )
    if words := short(" ".join(one.text or "" for one in _found(body, _BOXED))):
        yield (
            f"Tekstlodziņu neņēma: “{words}”. Ierakstiet to parastā rindkopā un nododiet failu vēlreiz.",
            f"A text box was not taken: “{words}”. Write it in an ordinary paragraph and hand the file in again.",
        )


def _told_of_drawings(body: list[Any]) -> Iterator[Sentences]:
    undrawn = +Counter({what: len(_found(body, path)) for what, path in _UNDRAWN.items()})
    if undrawn:
        lv, en = (", ".join(f"{what[at]} ({number})" for what, number in undrawn.items()) for at in (0, 1))
        yield (
            f"Neņēma, jo tas nav attēls: {lv}. Saglabājiet to kā attēlu (.png) un ielieciet tekstā.",
            f"Not taken, as this is no picture: {en}. Save it as a picture (.png) and put that into the text.",
        )
