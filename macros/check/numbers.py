"""Rules for numbers in prose: what is a figure of the report comes from the data, the rest is marked as literal."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

from macros.check.called import in_words
from macros.check.claims import compares
from macros.data.schema import LANGUAGES
from macros.pages.calls import SPAN, calls_in
from macros.report.book import Book
from macros.report.counted import counted
from macros.report.once import once_per_data
from macros.report.rules.facts import count
from macros.report.worth import Worth
from macros.words.language import plural
from macros.words.numerals import Nouns, holds_number, numbers
from macros.words.problems import Problem

CALLS = 3
"""How many calls a message offers."""


def numbers_come_from_the_data(book: Book) -> Iterator[Problem]:
    """Each number in a page or a text of the data, in digits or in words, is shown by a call or marked as literal."""
    form_headings = set(_form_headings(book))
    for passage in book.passages:
        if (passage.file, passage.line) in form_headings or _numbers_are_typed(passage.name):
            continue
        year = passage.year if passage.year and passage.year in book.names else book.site.latest
        topic = PurePosixPath(passage.file).stem.replace("-", "_")
        for number in numbers(passage.words, passage.language, _nouns(book, passage.language)):
            if passage.in_front_matter:
                advice = _in_front_matter(number.words)
            elif meant := _worth(book, year, passage.language).meant(number, passage.words, topic):
                advice = _with_calls(number, meant)
            else:
                advice = _without_call(number.words, year)
            yield Problem(passage.file, passage.line, *advice)


@once_per_data
def _worth(book: Book, year: str, language: str) -> Worth:
    return Worth(book.names[year], _nouns(book, language))


@once_per_data
def _nouns(book: Book, language: str) -> Nouns:
    return Nouns(book.site.words.phrases, language)


def sentences_are_read_again(book: Book) -> Iterator[Problem]:
    """Where a number asks for another form of words than before, the sentences with words round it are to be read."""
    told = set()
    for year, figure, passage in counted(book):
        name, forms = figure.name, partial(plural, language=passage.language)
        before, place = book.counted.get((year, name)), (passage.file, passage.line, name)
        if before is None or place in told or forms(before) == forms(count(figure)):
            continue
        told.add(place)
        sentence = _sentence(passage.raw, name, figure)
        lv, en = (in_words(book, year, f"“{name}”", language) for language in LANGUAGES)
        yield Problem(
            passage.file,
            passage.line,
            f"{lv} bija {before}, tagad ir {figure.value}: skaitlis var prasīt citu vārdu formu. Pārlasiet: "
            f"“{sentence}” Vārdus, kas lokās, var likt failā data/words.yml, lai tie mainās paši.",
            f"{en} was {before} and is now {figure.value}: the number may ask for another form of words. Read "
            f"again: “{sentence}” Words that bend can go into data/words.yml, to change by themselves.",
            "todo",
        )


def _sentence(raw, name, figure):
    """Give the sentence of some lines that shows a number, as a reader reads it, other calls left open."""
    parts = re.split(r"(?<=[.;:?!”])\s+", " ".join(raw.split()))
    part = next((part for part in parts if f'"{name}"' in part), parts[0])
    return SPAN.sub(lambda call: str(figure.value) if f'"{name}"' in call[0] else "…", part)


def _form_headings(book):
    """Yield file and line of each heading that the form words; that it is worded so is a rule of its own."""
    for page in book.pages:
        if page.year in book.site.years:
            form = book.site.form(book.site.years[page.year])
            ids = {section.id for section in form.sections if page.path == f"{page.year}/{section.page}"}
            yield from ((page.file, heading.line) for heading in page.headings if heading.id in ids)


def _numbers_are_typed(name):
    """The form's own wording and the sentences of rules are no part of what the centre reports.

    What a correction says was so is in no data any more, and what it says is so now may be corrected again.
    """
    return name is not None and name.topic in ("forms", "rules", "corrections")


def literals_hold_numbers(book: Book) -> Iterator[Problem]:
    """Words marked as literal hold a number, or compare; else there is nothing to mark."""
    for page in book.pages:
        for call in page.calls:
            yield from _needless(call, page.language, page.file, call.line)
    for name, words in book.texts:
        for call in calls_in(words, "")[0]:
            yield from _needless(call, name.keys[-1], *book.loaded.where(name))


def _needless(call, language, file, line):
    words = call.get("words")
    if call.macro == "literal" and not holds_number(words, language) and not compares(words, language):
        yield Problem(
            file,
            line,
            f"{call}: vārdos “{words}” nav ne skaitļa, ne salīdzinājuma; rakstiet tos bez izsaukuma literal.",
            f"{call}: “{words}” holds neither a number nor a comparison; write the words without the call literal.",
        )


def _with_calls(number, meant):
    calls = ", ".join(map(meant.call, meant.names[:CALLS]))
    lv, en = ("; izvēlieties īsto", "; choose the right one") if len(meant.names) > 1 else ("", "")
    shown = number.words + meant.counted
    lv = f"Skaitlis “{shown}” ir ierakstīts ar roku; skaitļus ņem no datiem: {calls}{lv}. {_literal_lv(number.words)}"
    en = f"The number “{shown}” is typed by hand; figures come from the data: {calls}{en}. {_literal_en(number.words)}"
    return lv, en


def _without_call(words, year):
    lv = f"Skaitlis “{words}” ir ierakstīts ar roku, bet {year} datos tāda nav; ierakstiet to tur."
    en = f"The number “{words}” is typed by hand, but the data of {year} have no such figure; enter it there."
    return f"{lv} {_literal_lv(words)}", f"{en} {_literal_en(words)}"


def _literal_lv(words):
    return f'Ja tas nav ziņojuma skaitlis, rakstiet {{{{ literal("{words}", "kāpēc tas nav ziņojuma skaitlis") }}}}.'


def _literal_en(words):
    return (
        f'If it is not a figure of the report, write {{{{ literal("{words}", "why it is not a figure of the report") '
        "}}."
    )


def _in_front_matter(words):
    lv = f"Lapas sākumā ir skaitlis “{words}”, bet tur skaitli no datiem ielikt nevar; pārrakstiet teikumu bez tā."
    en = f"There is a number at the top of the page, “{words}”, where figures of the data cannot be shown; "
    return lv, en + "reword the sentence without it."
