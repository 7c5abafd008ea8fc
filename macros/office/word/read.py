"""What somebody wrote in Word, part by part: headings, and below each what our Markdown has words for."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count

import lxml.html
import mammoth

from macros.office.plain import short
from macros.office.signed import as_item
from macros.office.unzipped import WORD, Refused, unzipped
from macros.office.word.cells import grid, plain_cells, rows_of, unframed
from macros.office.word.links import address
from macros.office.word.numbered import MARK
from macros.office.word.unseen import without_unseen
from macros.pages.picture import Unfit
from macros.pages.pixels import made
from macros.words.problems import Sentences
from macros.words.spaces import single_spaced

Written = Callable[[str], str]
"""Gives plain words as Markdown."""
Tabled = Callable[[str, list[list[str]] | None], str | None]
"""Gives what stands for a table with a caption, of plain cells, None where these are more than words in rows."""
DEEPEST = 60
"""How deep lists, tables and emphasis may stand in one another."""
MOST_PICTURES = 30
LONGEST_HEADING = 120
"""Signs of a bold paragraph that is taken for a heading, as many people write them."""
BOLD = 4
"""The level that it is taken for."""
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='caption'] => p.caption:fresh"
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
_NUMBERED = re.compile(
    r"\s*(?:\d*\.?\s*(?:tabula|attēls)|(?:table|figure|tabula|attēls)\s*\d+)\s*[.:]\s*", re.IGNORECASE
)
"""What captions begin with, those of Word and those that people type: `1. tabula.`, `Table 1:`."""
_PICTURE = re.compile(r"!\[\](\([^()]+\))")
_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2})*(?:[.)]|(?<=\.\d)|(?<=\.\d\d))\s[^\n]{1,118}[^\n.:;,]")
"""A line alone that begins with a number: an item of a list of one is more likely a heading."""
_ITEM = re.compile(r"-\s|\d{1,2}\.\s")
_AFTER_NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*\.?)\s+")
_WORDED = ("p", "h1", "h2", "h3", "h4", "h5", "h6")
_NOTES = "starts-with(@{0}, '{1}footnote-') or starts-with(@{0}, '{1}endnote-')"


@dataclass(frozen=True)
class Part:
    """A heading with its level in the file, from 1, and the Markdown of each block below it; 0 is before the first."""

    level: int
    heading: str
    blocks: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """All parts in their order, the bytes of the pictures in them by their names, and what was left out and why."""

    parts: tuple[Part, ...]
    pictures: dict[str, bytes] = field(default_factory=dict)
    left: tuple[Sentences, ...] = ()


def read_word(content: bytes, written: Written, named: Callable[[int], str], tabled: Tabled) -> Document:
    """Give what is in a file of Word; `named` gives the name of the picture with a number, without its ending.

    Of a table for which `tabled` gives nothing, there is a table of Markdown.

    What Word keeps beside the text – comments, what was deleted, struck out or hidden, headers, links to other files –
    is not taken. A note stands in brackets where the text speaks of it, that of a heading below it. Raises `Refused`.
    """
    file = unzipped(content, WORD)
    reader = _Reader(written, named, tabled)
    try:
        file, unseen = without_unseen(file)
        draw = mammoth.images.img_element(reader.draw)
        html = mammoth.convert_to_html(file, style_map=_STYLES, convert_image=draw).value
        parts = [*reader.parts(lxml.html.fragment_fromstring(html, create_parent="body"))]
    except Refused:
        raise
    except Exception:  # noqa: BLE001 – a stranger's file may break its reader in any way
        raise Refused(
            "Fails ir bojāts: to nevar izlasīt. Atveriet to programmā Word un saglabājiet no jauna (.docx).",
            "The file is damaged: it cannot be read. Open it in Word and save it again (.docx).",
        ) from None
    return Document(
        tuple(part for part in parts if part.level or part.blocks), reader.pictures, (*unseen, *reader.left)
    )


class _Reader:
    """Goes through a text as mammoth gives it: HTML of few and plain elements."""

    def __init__(self, written, named, tabled):
        self._written, self._named, self._tabled = written, named, tabled
        self._numbers = count(1)
        self._notes = {}
        self.pictures = {}
        self.left = []

    def draw(self, image):
        """Keep a picture, drawn anew, so that nothing of where it was taken goes along."""
        number, ending = next(self._numbers), _ENDINGS.get(image.content_type)
        if not ending or number > MOST_PICTURES:
            self.left.append(
                (
                    f"{number}. attēlu neņēma: pārlūki tādu nerāda. Saglabājiet to kā .png vai .jpg.",
                    f"Picture {number} was not taken: browsers cannot show it. Save it as .png or .jpg.",
                )
            )
            return {}
        name = f"{self._named(number)}.{ending}"
        try:
            with image.open() as file:
                self.pictures[name] = made(file.read(), name)
        except Unfit as unfit:
            self.left.append(unfit.sentences)
            return {}
        return {"src": name}

    def parts(self, body) -> Iterator[Part]:
        """Yield the parts of a text."""
        self._take_notes(body)
        level, heading = 0, ""
        blocks: list[str] = []
        caption: list[str] = []
        for element in unframed(body):
            words = self._caption(element)
            if words and blocks and not caption and (picture := _PICTURE.fullmatch(blocks[-1])):
                blocks[-1] = f"![{words}]{picture[1]}"
                continue
            if words:
                blocks, caption = blocks + caption, [words]
                continue
            if found := self._heading(element):
                yield Part(level, heading, self._listed(blocks + caption))
                level, heading, blocks = found
            elif element.tag == "table" and (call := self._call(element, caption, heading)):
                blocks.append(call)
            elif element.tag == "table" and caption:
                blocks += [f"Tabula: {caption[0]}", *self._blocks(element)]
            else:
                blocks += caption + self._blocks(element)
            caption = []
        yield Part(level, heading, self._listed(blocks + caption))

    def _caption(self, element):
        """Give the words of a caption without their number, which ours get from the program; None of all else."""
        numbered = _NUMBERED.match(element.text_content())
        if element.get("class") != "caption" and not (numbered and element.tag == "p"):
            return None
        return _NUMBERED.sub("", single_spaced(self._inline(element, marks=False)), count=1) or None

    def _listed(self, blocks):
        """Give blocks with the lists in them, and tell of what may be more than it looks."""
        listed = _with_lists(blocks)
        for words in map(short, filter(_HEADING.fullmatch, listed)):
            lv = f"Vai “{words}” ir virsraksts? Tad programmā Word dodiet tam virsraksta stilu un nododiet vēlreiz."
            en = f"Is “{words}” a heading? Then give it a heading style in Word and hand the file in again."
            self.left.append((lv, en))
        if words := short(next((block for block in listed if "\t" in block), "")):
            lv = f"Te vārdus šķir tabulators: “{words}”. Ja tā ir tabula, programmā Word to ievietojiet kā tabulu."
            en = f"Here tabs separate the words: “{words}”. If this is a table, insert it as a table in Word."
            self.left.append((lv, en))
            listed = tuple(block.replace("\t", " ") for block in listed)
        return listed

    def _heading(self, element):
        """Give `(level, words, notes)` of a heading, also of a paragraph that only looks like one; None of all else."""
        if element.tag not in _WORDED:
            return None
        bare = deepcopy(element)
        marks = [mark for mark in bare.iter("a") if mark.get("href", "")[1:] in self._notes]
        for mark in marks:
            mark.drop_tree()
        words = single_spaced(self._inline(bare, marks=False))
        notes = [f"{self._notes[mark.get('href')[1:]]}." for mark in marks]
        if bare.tag != "p" or not words:
            return (int(bare.tag[1]), words, notes) if words else None
        bold = "".join(part.text_content() for part in bare.iterchildren("strong")).strip()
        alone = bold == bare.text_content().strip() and not bare.findall(".//img")
        return (BOLD, words, notes) if alone and len(words) <= LONGEST_HEADING and words[-1] not in ".:;," else None

    def _blocks(self, element):
        """Give the Markdown of an element that is no heading, block by block."""
        if element.tag in ("ul", "ol"):
            return ["\n".join(self._items(element))]
        if element.tag == "table":
            return [self._table(element)] if element.findall(".//tr") else []
        typed = (words.strip() for words in self._inline(element).split("\n\n"))
        return [_AFTER_NUMBER.sub(r"\1 ", as_item(words)) for words in typed if words]

    def _items(self, element, depth=0):
        for number, item in enumerate(element.iterchildren("li"), _first(element)):
            mark, inner = ("-" if element.tag == "ul" else f"{number}."), [*item.iterchildren("ul", "ol")]
            for child in inner:
                child.drop_tree()
            words = single_spaced(self._inline(item))
            if words or not inner:
                yield f"{mark} {words}"
            margin = " " * (len(mark) + 1) if words else ""
            for child in inner if depth < DEEPEST else ():
                yield from (margin + line for line in self._items(child, depth + 1))

    def _table(self, element):
        """Give a table: its first row is the head."""
        rows = grid(element, lambda part: single_spaced(self._inline(part)).replace("|", "\\|"))
        head, *others = (f"| {' | '.join(cells)} |" for cells in rows)
        return "\n".join([head, "|" + " --- |" * len(rows[0]), *others])

    def _call(self, element, above, heading):
        """Give the call that shows a table with what stands above it, None where there is none."""
        caption = above[0] if above else heading
        cells = [plain_cells(row) for row in rows_of(element)]
        return self._tabled(caption, None if None in cells else cells) if caption and cells else None

    def _inline(self, element, depth=0, *, marks=True):
        """Give running words as Markdown; an empty line parts what Word breaks into lines, and pictures."""
        parts = [self._written(element.text or "")]
        for child in element if depth < DEEPEST else ():
            inside = self._inline(child, depth + 1, marks=marks)
            parts += [self._marked(child, inside) if marks else inside, self._written(child.tail or "")]
        return "".join(parts)

    def _marked(self, element, inside):
        """Give what an element makes of the words inside it."""
        target = element.get("href", "")
        if element.tag in ("br", "p", "li", "tr"):
            return f"{inside}\n\n"
        if element.tag == "img" and element.get("src"):
            return f"\n\n![{single_spaced(self._written(element.get('alt') or ''))}]({element.get('src')})\n\n"
        if element.tag == "a" and target[1:] in self._notes:
            return f" ({self._notes[target[1:]]})"
        words = inside.strip()
        before, after = inside.split(words) if words else (inside, "")
        if words and element.tag == "a" and (plain := address(target)):
            shown = self._written(plain) if element.text_content().strip() == target else words
            return f"{before}[{shown}]({plain}){after}"
        if words and element.tag == "a" and target and not target.startswith("#"):
            lv, en = f"No “{short(words)}” paliek tikai vārdi", f"Of “{short(words)}” only the words stay"
            lv, en = f"{lv}: saites adresei jāsākas ar https://.", f"{en}: the address of a link begins with https://."
            self.left.append((lv, en))
        mark = {"strong": "**", "em": "*"}.get(element.tag) if words and "\n\n" not in words else None
        return f"{before}{mark}{words}{mark}{after}" if mark else inside

    def _take_notes(self, body):
        """Take the notes from the end of the text, to be put in brackets where it speaks of them."""
        for note in body.xpath(f".//li[{_NOTES.format('id', '')}]"):
            for back in note.xpath(f".//a[{_NOTES.format('href', '#').replace('note-', 'note-ref-')}]"):
                back.drop_tree()
            self._notes[note.get("id")] = single_spaced(self._inline(note)).rstrip(" .")
            note.drop_tree()
        for mark in body.xpath(".//sup[a]"):
            mark.drop_tag()


def _first(listed):
    """Give the number of the first item of a list."""
    marks = listed.xpath("./li[1]/a/@id[starts-with(., $mark)]", mark=MARK)
    return int(marks[0].removeprefix(MARK)) if marks else 1


def _with_lists(blocks):
    """Give blocks in which items that were typed one below another, with a dash or a number, are one list."""
    joined: list[str] = []
    for block in blocks:
        mark = _ITEM.match(block)
        if mark and joined and _ITEM.match(joined[-1]) and (joined[-1][0] == "-") == (block[0] == "-"):
            joined[-1] += f"\n{block}"
        else:
            joined.append(block)
    return tuple(joined)
