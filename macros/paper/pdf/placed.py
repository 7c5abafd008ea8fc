"""Where each piece that is drawn on the pages stands in the HTML, and the proof that no word of it was lost."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from macros.paper.document import Fault, Unlike
from macros.paper.pdf.marked import Piece
from macros.words.signs import squeezed

SHOWN = 60
"""Characters of lost words that a message shows."""


def _texts(element):
    """Yield `(element, words)` for every text within, in order; a picture has None for words."""
    if not isinstance(element.tag, str):
        return
    if element.tag in ("svg", "img"):
        yield element, None
        return
    if words := squeezed(element.text):
        yield element, words
    for child in element:
        yield from _texts(child)
        if words := squeezed(child.tail):
            yield element, words


def place(drawn: list[Piece], body: HtmlElement) -> list[tuple[Piece, HtmlElement | None]]:
    """Give the element of each piece, in order; None for a repeated table head, which is not read again."""
    reading = _Reading(body)
    last = last_link = None
    placed: list[tuple[Piece, HtmlElement | None]] = []
    labels: list[Piece] = []
    for piece in drawn:
        seen, link = squeezed(piece.words), next(iter(piece.links), None)
        if "Figure" in piece.roles:
            element = reading.picture(piece)
            placed += [*_labelled(labels, element), (piece, element)]
            labels = []
        elif not seen:
            placed.append((piece, last))
        elif "Lbl" in piece.roles:
            labels.append(piece)
        elif "THead" in piece.roles and not reading.heads:
            placed.append((piece, None))
        elif link and link == last_link and reading.left(above(last, "a")):
            placed.append((piece, _page_number(piece, last)))
        else:
            last, last_link = reading.words(piece, seen), link
            placed += [*_labelled(labels, last), (piece, last)]
            labels = []
    reading.finish()
    return placed


@dataclass
class _Stretch:
    """Texts that follow one another: the next to be drawn, the one that ends them, the letters drawn of the next."""

    next: int
    end: int
    drawn: int = 0


class _Reading:
    """The words of the HTML that are still to be drawn: stretches of its texts, in order.

    There is more than one where a row runs over pages, as its cells are drawn as far as the page goes, each in turn;
    and where WeasyPrint draws the head of a table only after the first part of such a row.
    """

    def __init__(self, body):
        self.texts = list(_texts(body))
        self.stretches = [_Stretch(0, len(self.texts))] if self.texts else []
        self.now = 0
        """The stretch that is being drawn."""
        self.page = 0

    @property
    def stretch(self):
        """The stretch that is being drawn, None behind the last."""
        return self.stretches[self.now] if self.now < len(self.stretches) else None

    @property
    def heads(self):
        """Whether the head of a table is the next to be drawn, or waits for it."""
        return any(above(self.texts[stretch.next][0], "thead") is not None for stretch in self.stretches)

    def left(self, link):
        """Whether all words of the HTML's link have been drawn."""
        if self.stretch is None:
            return True
        return not self.stretch.drawn and above(self.texts[self.stretch.next][0], "a") is not link

    def picture(self, piece):
        """Give the picture that comes next."""
        if self.stretch is None or self.texts[self.stretch.next][1] is not None:
            raise _misplaced(piece, self._wanted())
        if piece.box is None:  # its description is drawn in its place
            raise self._missing(self.stretch)
        return self._advance(self.now, 1)

    def words(self, piece, seen):
        """Give the element that the words seen belong to."""
        if piece.page != self.page:  # what goes on, goes on from left to right
            self.page, self.now = piece.page, 0
        others = [number for number in range(len(self.stretches)) if number != self.now]
        for number in (self.now, *others):
            if number < len(self.stretches) and self._fits(self.stretches[number], seen):
                return self._advance(number, len(seen))
        for start in self._later(piece):
            later = _Stretch(start, self.stretch.end)
            if self._fits(later, seen):
                self.stretch.end = start
                self.stretches.insert(self.now + 1, later)
                return self._advance(self.now + 1, len(seen))
        raise _misplaced(piece, self._wanted())

    def finish(self):
        """Raise Unlike if anything has not been drawn."""
        if self.stretches:
            raise self._missing(self.stretches[0])

    def _fits(self, stretch, seen):
        words = self.texts[stretch.next][1]
        return words is not None and words.startswith(seen, stretch.drawn)

    def _advance(self, number, drawn):
        stretch = self.stretches[number]
        element, words = self.texts[stretch.next]
        stretch.drawn += drawn
        self.now = number
        if words is None or stretch.drawn == len(words):
            stretch.next, stretch.drawn = stretch.next + 1, 0
            if stretch.next == stretch.end:
                del self.stretches[number]
        return element

    def _later(self, piece):
        """Yield where the texts of the row's further cells begin, or of the body behind a head not yet drawn."""
        if self.stretch is None or not {"TD", "TH"} & set(piece.roles):
            return
        start = self.texts[self.stretch.next][0]
        table, row, cell = above(start, "thead"), above(start, "tr"), _cell(start)
        for later in range(self.stretch.next + 1, self.stretch.end):
            element = self.texts[later][0]
            if table is not None and above(element, "thead") is None:
                yield later
                return
            if table is None and above(element, "tr") is not row:
                return
            if _cell(element) is not cell:
                cell = _cell(element)
                yield later

    def _missing(self, stretch):
        element, words = self.texts[stretch.next]
        if words is None:
            name = element.get("src", element.tag)
            return Unlike(f"Attēlu “{name}” nevar nodrukāt.", f"The picture “{name}” cannot be printed.")
        left = words[stretch.drawn :][:SHOWN]
        return Fault(
            f"Drukas izdevumā ir “{left}”, bet PDF tā nav.", f"The print edition has “{left}”, but the PDF does not."
        )

    def _wanted(self):
        if self.stretch is None:
            return ""
        return (self.texts[self.stretch.next][1] or "")[self.stretch.drawn :]


def _cell(element):
    """Give the table cell that the element stands in."""
    inner = [cell for tag in ("td", "th") if (cell := above(element, tag)) is not None]
    return inner[0] if inner else None


def _misplaced(piece, wanted):
    return Fault(
        f"PDF {piece.page + 1}. lappusē ir “{piece.words[:SHOWN]}”, bet tur jābūt “{wanted[:SHOWN]}”.",
        f"Page {piece.page + 1} of the PDF shows “{piece.words[:SHOWN]}” where “{wanted[:SHOWN]}” belongs.",
    )


def above(element: HtmlElement | None, tag: str) -> HtmlElement | None:
    """Give the nearest element with the tag, from the given one upwards."""
    while element is not None and element.tag != tag:
        element = element.getparent()
    return element


def _labelled(labels, element):
    """Give the marks that wait for the first words of their list item, the last for the innermost.

    Further ones are those of items that hold nothing; nothing is to be read there.
    """
    items = [item for item in (element, *element.iterancestors()) if item.tag == "li"][: len(labels)]
    empty = len(labels) - len(items)
    return list(zip(labels, [None] * empty + items[::-1], strict=True))


def _page_number(piece, last):
    """After the words of a link in the contents the style sheet sets the page's number, and nothing else."""
    if above(last, "nav") is None or not piece.words.strip().isdigit():
        raise _misplaced(piece, "")
    return above(last, "a")
