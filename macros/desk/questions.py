"""The open questions to the centre as one list to print, answer by hand and file."""

import textwrap
from dataclasses import dataclass
from typing import Literal

from macros.check.called import called_by_readers
from macros.data.name import Name
from macros.data.schema import LANGUAGES
from macros.html.render import Renderer
from macros.report.book import Book
from macros.report.prose import plain, words_of
from macros.words.language import date, school_year

WIDTH = 88  # characters; a page of A4 in an editor's usual type
WORDS = {
    "lv": {
        "title": "Jautājumi centram: pašnovērtējuma ziņojums, {year} mācību gads",
        "discrepancies": "Kas ziņojumā nesakrīt vai nav norādīts",
        "blanks": "Tukšas vietas datos",
        "pages": "Kas lapās jāaizpilda",
        "known": "Zināms, atbilde nav vajadzīga",
        "found": "Konstatēts",
        "question": "Jautājums",
        "answer": "Atbilde",
        "where": "Kur",
        "since": "zināms kopš",
        "none": "Jautājumu nav.",
    },
    "en": {
        "title": "Questions to the centre: self-assessment report, {year} school year",
        "discrepancies": "What does not agree or is not stated in the report",
        "blanks": "Blanks in the data",
        "pages": "What has to be filled in on the pages",
        "known": "Known, no answer needed",
        "found": "Found",
        "question": "Question",
        "answer": "Answer",
        "where": "Where",
        "since": "known since",
        "none": "There are no questions.",
    },
}


@dataclass(frozen=True)
class Question:
    """What the centre is asked: its number in the list, what it is about, and the facts, each a label and words."""

    number: int
    kind: Literal["discrepancies", "blanks", "pages"]
    about: tuple[str, ...] | Name
    """The key of the record, the name of the blank, or the page's path and the words that it has."""
    parts: tuple[str, ...]
    """The heading; that of a blank in a table says section, row and column."""
    facts: tuple[tuple[str, str], ...]

    @property
    def heading(self) -> str:
        """What it is about, in words."""
        return " – ".join(self.parts)


def questions(book: Book, language: str, year: str) -> str:
    """Give the list for a year as plain text: what to ask, where it comes from, a line for each answer."""
    words = WORDS[language]
    title = words["title"].replace("{year}", school_year(year, language))
    lines, kind = [title, "=" * len(title)], ""
    for asked in open_questions(book, language, year):
        if asked.kind != kind:
            kind = asked.kind
            lines += ["", words[kind], "-" * len(words[kind])]
        lines += ["", _wrapped(f"{asked.number}. {asked.heading}", "   ")]
        lines += [_wrapped(f"   {words[label]}: {text}", "   ") for label, text in asked.facts]
        lines.append(f"   {words['answer']}: {'_' * 60}")
    known = [_wrapped(f"– {text}", "  ") for text in _known(book, year, language)]
    lines += [] if kind else ["", words["none"]]
    lines += ["", words["known"], "-" * len(words["known"]), "", *known] if known else []
    return "\n".join(lines) + "\n"


def open_questions(book: Book, language: str, year: str) -> list[Question]:
    """Give each `Question` of a year, in the order of the list."""
    found = {
        "discrepancies": _asked(book, year, language),
        "blanks": _blanks(book, year, language),
        "pages": _to_fill_in(book, year, language),
    }
    items = [(kind, *item) for kind, items in found.items() for item in items]
    return [Question(number, *item) for number, item in enumerate(items, 1)]


def _asked(book, year, language):
    renderer = Renderer(book, language)
    for key, record in book.site.years[year].discrepancies.items():
        if record.question and not record.answer:
            file, line = book.loaded.where(Name(year, "discrepancies", key))
            facts = (
                ("found", renderer.words(record.note, year)),
                ("question", renderer.words(record.question, year)),
                ("where", f"{file}:{line}; {WORDS[language]['since']} {date(record.since, language)}"),
            )
            yield (key,), (renderer.words(record.title, year),), facts


def _blanks(book, year, language):
    for name in book.blanks:
        if name.year in (None, year):
            file, line = book.loaded.where(name)
            yield name, _described(book, year, name, language), (("where", f"{file}:{line}"),)


def _described(book, year, name, language):
    """Say what is blank in the words of the form, else in those of readers."""
    form, words = book.site.form(year), book.site.words
    match name.keys:
        case ("criteria", "items", criterion, "indicators", indicator, column):
            asked = form.criteria[criterion]
            heads = asked.heads or [one.heading for one in book.site.tables["criteria.*.indicators"].columns.values()]
            head = heads[{"strengths": 1, "needs": 2}[column]]
            parts = [asked.numbered.in_(language), asked.indicators[indicator].name, head]
        case ("signatures", "document", key):
            parts = [getattr(words.labels, f"document_{key}")]
        case _:
            parts = [called_by_readers(book, name)[LANGUAGES.index(language)]]
    return tuple(part if isinstance(part, str) else Renderer(book, language).words(part, year) for part in parts)


def _to_fill_in(book, year, language):
    """What pages have yet to say; in English by the paragraph or item that stands in the same place of the page."""
    for page in book.pages:
        for line, words in page.to_fill_in if page.year in (None, year) else ():
            own = book.page(language, page.path) or page
            said = _in_the_same_place(page, line, own) or plain(words)
            yield (page.path, said), (f"{own.front_matter['title']}: {said}",), (("where", f"{page.file}:{line}"),)


def _in_the_same_place(page, line, other):
    """Give the paragraph or item of a page that stands where another one has a line, or None."""
    block = page.blocks.at.get(line, (None,))[-1]
    for own, others in zip(page.blocks.sections, other.blocks.sections, strict=False):
        if block in own:
            return next((words_of(there) for here, there in zip(own, others, strict=False) if here is block), None)
    return None


def _known(book, year, language):
    renderer = Renderer(book, language)
    for record in book.site.years[year].discrepancies.values():
        if not record.question or record.answer:
            answer = f" {renderer.words(record.answer, year)}" if record.answer else ""
            yield f"{renderer.words(record.title, year)}: {renderer.words(record.note, year)}{answer}"


def _wrapped(text, indent):
    return textwrap.fill(text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
