"""The questions and the notes to editors of a year, put where they belong on its pages: see `review`."""

import html
from collections import Counter
from itertools import takewhile

import lxml.html
from lxml.html import HtmlElement

from macros.data.name import Name
from macros.data.schema import Text
from macros.desk.annotate import put_behind
from macros.desk.questions import open_questions
from macros.desk.templates import fill
from macros.html.render import Renderer, id_of
from macros.pages.address import address
from macros.report.book import Book
from macros.report.rules import known
from macros.words.spaces import single_spaced

LOOKED_AT = 60
"""How many letters of a text are looked for on the pages."""
TOPIC = 3
"""With how many equal keys two names begin that are about the same."""
BOXES = ("review-box", "review-see")
"""The classes of what is put between the parts of a page."""
WORDS = {
    "lv": {"question": "Jautājums {}", "note": "Piezīme redaktoriem", "answer": "Atbilde"},
    "en": {"question": "Question {}", "note": "Note to editors", "answer": "Answer"},
}


class Boxes:
    """What is asked and noted of a year, in a language, on its way to the pages."""

    def __init__(
        self, book: Book, year: str, language: str, sections: dict[str, HtmlElement], own: list[HtmlElement]
    ) -> None:
        """Take the elements of the pages: all by their paths, and those that are signed."""
        self.book, self.year, self.language, self.words = book, year, language, WORDS[language]
        self.renderer = Renderer(book, language)
        self.sections, self.own, self.main = sections, own, own[0].getparent()
        self.counts: Counter[str] = Counter()

    def put(self) -> list[HtmlElement]:
        """Put each open question and each note to editors where it belongs; give the boxes that belong nowhere."""
        asked = open_questions(self.book, self.language, self.year)
        of_records = {question.about: question for question in asked if question.kind == "discrepancies"}
        boxes = []
        for key, record in self.book.site.years[self.year].discrepancies.items():
            question, note = of_records.get((key,)), None if record.shown else record
            if question or note:
                first, *others = self._homes(key, record) or [None]
                box = self._box(question, note)
                boxes.append(box) if first is None else _put_box(first, box)
                if question:
                    see = f'<a href="#question-{question.number}">{self._label("question", question)}</a>'
                    for other in others:
                        _put_box(other, fragment(f'<div class="review-see" role="note">{see}</div>'))
                self.counts["notes"] += note is not None
        self.counts["questions"] = len(asked)
        rest = [question for question in asked if question.kind != "discrepancies" and not self._ask_here(question)]
        return [*boxes, *(self._box(question, None) for question in rest)]

    def _homes(self, key, record):
        """Give the elements behind which a record of a discrepancy belongs: its notes, or what comes nearest to it."""
        link = f"#discrepancies--{id_of('row', key)}"
        noted = self.main.xpath(".//div[@class = 'discrepancy'][.//a[@href = $link]]", link=link)
        noted.sort(key=lambda note: next(note.iterancestors("section")) not in self.own)  # first where it is signed
        rules = self.book.broken_rules[self.year]
        names = {name for finding in known(record, rules) for name in finding.names}
        nearest = (find(names) for find in (self._text, self._number, self._topic))
        return noted or [_outermost(element) for element in nearest if element is not None][:1]

    def _text(self, names):
        """Give the first element that shows one of the texts that have these names."""
        texts = [text for name in names if isinstance(text := self.book.facts[self.year].names.get(name), Text)]
        wanted = {plain_words(self.renderer, text, self.year)[:LOOKED_AT] for text in texts}
        for section in self.own:
            for element in section.iter("p", "li", "th", "td", "div"):
                if any(said(element).startswith(words) for words in wanted):
                    return element
        return None

    def _number(self, names):
        """Give the element of the number whose name is most like one of these."""
        shown = [element for section in self.own for element in section.xpath(".//*[@data-name]")]
        alike = [max((_alike(one.get("data-name"), name) for name in names), default=0) for one in shown]
        return shown[alike.index(max(alike))] if max(alike, default=0) >= TOPIC else None

    def _topic(self, names):
        """Give the end of the page that is called like the file of one of these names."""
        paths = {f"{self.year}/{Name(self.year, name).topic.replace('_', '-')}" for name in names}
        return next((section[-1] for path, section in self.sections.items() if path in paths), None)

    def _ask_here(self, question):
        """Put a question about something blank right behind it; give whether that was found."""
        for element in self._blanks(question) if question.kind == "blanks" else self._to_fill_in(question):
            label = self._label("question", question)
            line = fragment(f'<span class="review-open" id="question-{question.number}">{label}</span>')
            put_behind(element, line) if element.tag == "span" else element.append(line)
            return True
        return False

    def _blanks(self, question):
        shown = ".//span[@class = 'missing'][@data-name = $name]"
        yield from self.main.xpath(shown, name=str(question.about))
        for element in self.main.xpath(".//td//span[@class = 'missing' or @class = 'blank']"):
            cell = next(element.iterancestors("td"))
            above = [self.main.get_element_by_id(name) for name in cell.get("headers", "").split()[-1:]]
            labels = [said(head) for head in above or cell.getparent().iterchildren("th")] + [cell.get("data-label")]
            if [label for label in labels if label] == [single_spaced(part) for part in question.parts[-2:]]:
                yield element

    def _to_fill_in(self, question):
        path, words = question.about
        section = self.sections.get(address(path).rstrip("/"), ())
        return [element for element in section if element.tag == "p" and said(element) == words] + [
            item for element in section for item in element.iter("li") if said(item) == words
        ]

    def _label(self, key, question):
        return html.escape(self.words[key].format(question.number))

    def _box(self, question, record):
        """Give a box with a question and lines to answer it on, with a note to editors, or with both."""
        asked = question and {
            "number": question.number,
            "label": self.words["question"].format(question.number),
            "words": dict(question.facts).get("question", question.heading),
        }
        note = self.renderer.words(record.note, self.year) if record else ""
        return fragment(fill("review-box.html", question=asked, note=note, words=self.words))


def _put_box(element, box):
    """Put a box behind an element and the boxes that are there."""
    while (box_there := element.getnext()) is not None and box_there.get("class") in BOXES:
        element = box_there
    put_behind(element, box)


def _outermost(element):
    """Give the element of a section that an element is in."""
    return next(outer for outer in (element, *element.iterancestors()) if outer.getparent().tag == "section")


def _alike(one, other):
    """Give how many words two names begin with in common."""
    pairs = zip(Name(None, one).keys, Name(None, other).keys, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def fragment(markup: str) -> HtmlElement:
    """Give the element of a piece of HTML."""
    return lxml.html.fragment_fromstring(markup)


def plain_words(renderer: Renderer, text: Text | str, year: str) -> str:
    """Give the words that a text of the data becomes on a page, with plain spaces."""
    return single_spaced(renderer.words(text, year))


def said(element: HtmlElement) -> str:
    """Give the words of an element, with plain spaces."""
    return single_spaced(element.text_content())
