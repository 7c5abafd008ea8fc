"""Rules for numbers in prose: what is a figure of the report comes from the data, the rest is marked as literal."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import count as counting
from itertools import pairwise
from pathlib import PurePosixPath

from macros.check.called import named
from macros.check.claims import compares
from macros.check.form import headings_of_the_form
from macros.data.schema import Report
from macros.pages.calls import SPAN, Call, calls_in, split
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.counted import counted
from macros.report.kind import DATE, MONTH
from macros.report.once import once_per_data
from macros.report.prose import Passage
from macros.report.rules.facts import count
from macros.report.worth import Worth
from macros.words.language import plural
from macros.words.numerals import Nouns, Number, holds_number, numbers
from macros.words.problems import Problem

CALLS = 3
"""How many calls a message offers."""
_WITH_FIGURES = [
    topic for topic, field in Report.model_fields.items() if "figures" in getattr(field.annotation, "model_fields", ())
]
"""Topics whose file may hold numbers for its texts alone."""
_BEHIND = re.compile(r"[*_]*[ \u00a0]+[*_]*([^\W\d]+(?:[ \u00a0]+[^\W\d]+){0,2})")
"""Up to three words behind a number; either may be bold."""


def numbers_come_from_the_data(book: Book) -> Iterator[Problem]:
    """Each number in a page or a text of the data, in digits or in words, is shown by a call or marked as literal."""
    form_headings = headings_of_the_form(book)
    lacking: dict[tuple[str, str], list[tuple[Passage, Number]]] = {}
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
                lacking.setdefault((year, topic), []).append((passage, number))
                continue
            yield Problem(passage.file, passage.line, *advice)
    for (year, topic), found in lacking.items():
        yield from _unknown(book, year, topic, found)


def _unknown(book: Book, year: str, topic: str, found: list[tuple[Passage, Number]]) -> Iterator[Problem]:
    """Yield what is said of numbers that the data do not have: each gets a free key, the same one in both languages."""
    keys = (f"number_{at}" if at > 1 else "number" for at in counting(1))
    free = (key for key in keys if f"{topic}.figures.{key}" not in book.names[year])
    of = dict(zip(sorted({_in_data(number) for _passage, number in found}), free, strict=False))
    for passage, number in found:
        yield Problem(passage.file, passage.line, *_without_call(number, year, topic, of[_in_data(number)]))


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
        if before is None or place in told or forms(before) == forms(count(figure)) or _is_silent(book, passage):
            continue
        told.add(place)
        sentence = _sentence(passage.raw, name, figure)
        lv, en = named(book, year, name)
        yield passage.problem(
            f"{lv} bija {before}, tagad ir {figure.value}: skaitlis var prasīt citu vārdu formu. Pārlasiet: "
            f"“{sentence}” Vārdus, kuru forma atkarīga no skaitļa, var likt failā data/words.yml, lai tie mainītos "
            "paši.",
            f"{en} was {before} and is now {figure.value}: the number may ask for another form of words. Read "
            f"it again: “{sentence}” Words whose form depends on the number can go into data/words.yml, so that they "
            "change by themselves.",
            "todo",
        )


def _is_silent(book, passage):
    """Say whether a passage is what a claim would say, but does not now: nobody reads it."""
    if not passage.name or passage.name.topic != "claims":
        return False
    claim, words = book.claims[passage.year].get(passage.name.keys[1]), passage.name.value(book.site)
    return claim is None or all(getattr(one, "origin", one) != words for one in claim.said)


def nouns_bend_with_their_number(book: Book) -> Iterator[Problem]:
    """A noun that is typed behind a number from the data has a form that this number asks for, in some case."""
    for passage in book.passages:
        for call, behind in pairwise(split(passage.raw, "")[0] if "{{" in passage.raw else ()):
            if not isinstance(call, Call) or isinstance(behind, Call):
                continue
            figure = _counted(book, call, passage.year)
            noun, names = _unfit(book, behind, figure, passage.language) if figure else ("", [])
            if figure and names:
                offered = [f'{{{{ value("{figure.name}", "{name}") }}}}' for name in names[:CALLS]]
                lv, en = (f" {one} ".join(offered) for one in ("vai", "or"))
                yield passage.problem(
                    f"{call}: aiz skaitļa {figure.value} vārdam “{noun}” vajadzīga cita forma. Rakstiet {lv}, tad "
                    "forma mainīsies līdz ar skaitli.",
                    f"{call}: after the number {figure.value}, the word “{noun}” needs another form. Write {en}, so "
                    "that the form changes with the number.",
                )


def _counted(book, call, year):
    """Give the figure that a call shows without a noun, which one behind it may bend by; else None."""
    figure = book.shown_by(call, year)
    is_plain = call.macro == "value" and not call.get("noun") and isinstance(figure, Figure)
    bends = is_plain and isinstance(figure.value, int | Decimal) and figure.kind not in (DATE, MONTH)
    return figure if bends and not figure.kind.is_share else None


def _unfit(book, behind, figure, language):
    """Give the noun that a text begins with, and what calls ask for it by if no case of it has this form there."""
    words = _BEHIND.match(behind)
    typed = words[1].lower().split() if words else []
    nouns, now = _nouns_by_form(book, language), plural(figure.value, language)
    for length in range(len(typed), 0, -1):
        noun = " ".join(typed[:length])
        if found := nouns.get(noun):
            fits = any(number == now for _name, number in found)
            return noun, [] if fits else [*dict.fromkeys(name for name, _number in found)]
    return "", []


@once_per_data
def _nouns_by_form(book: Book, language: str) -> dict[str, list[tuple[str, str]]]:
    """Give each form that stands behind a number → what calls ask for it by, and of which numbers it is the form."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key, phrase in book.site.words.phrases.items():
        for case, forms in phrase.lv.items() if language == "lv" else [("nominative", phrase.en)]:
            name = key if case == "nominative" else f"{key}.{case}"
            for number, form in forms.items():
                if "{" not in form:
                    found.setdefault(form.lower(), []).append((name, number))
    return found


def _sentence(raw, name, figure):
    """Give the sentence of some lines that shows a number, as a reader reads it, other calls left open."""
    parts = re.split(r"(?<=[.;:?!”])\s+", " ".join(raw.split()))
    part = next((part for part in parts if f'"{name}"' in part), parts[0])
    return SPAN.sub(lambda call: str(figure.value) if f'"{name}"' in call[0] else "…", part)


def _numbers_are_typed(name):
    """The form's own wording and the sentences of rules are no part of what the centre reports.

    What a correction says was so is in no data any more, and what it says is so now may be corrected again. What the
    centre charges is stated in words, which are the datum.
    """
    return name is not None and (
        name.topic in ("forms", "rules", "corrections") or name.keys[:2] == ("fees", "monthly")
    )


def literals_hold_numbers(book: Book) -> Iterator[Problem]:
    """Words marked as literal hold a number, or compare; else there is nothing to mark."""
    for page in book.pages:
        for call in page.calls:
            yield from (page.problem(call.line, *said) for said in _needless(call, page.language))
    for name, words in book.texts:
        for call in calls_in(words, "")[0]:
            yield from (book.problem(name, *said) for said in _needless(call, name.keys[-1]))


def _needless(call, language):
    words = call.get("words")
    if call.macro == "literal" and not holds_number(words, language) and not compares(words, language):
        yield (
            f"{call}: vārdos “{words}” nav ne skaitļa, ne salīdzinājuma; rakstiet tos bez izsaukuma literal.",
            f"{call}: “{words}” holds neither a number nor a comparison; write the words without the call literal.",
        )


def _with_calls(number, meant):
    calls = ", ".join(map(meant.call, meant.names[:CALLS]))
    lv, en = ("; izvēlieties īsto", "; choose the right one") if len(meant.names) > 1 else ("", "")
    shown, (literal_lv, literal_en) = number.words + meant.counted, _literal(number.words)
    lv = f"Skaitlis “{shown}” ir ierakstīts ar roku; skaitļus ņem no datiem: {calls}{lv}. {literal_lv}"
    return lv, f"The number “{shown}” is typed by hand; figures come from the data: {calls}{en}. {literal_en}"


def _without_call(number, year, topic, key):
    words, (literal_lv, literal_en) = number.words, _literal(number.words)
    lv = f"Skaitlis “{words}” ir ierakstīts ar roku, bet {year} datos tāda nav; "
    en = f"The number “{words}” is typed by hand, but the data of {year} have no such figure; "
    if topic in _WITH_FIGURES:
        file, typed = f"data/{year}/{topic}.yml", f"{key}: {_in_data(number)}"
        call = f'{{{{ value("{topic}.figures.{key}") }}}}'
        lv += f"failā {file} zem “figures:” (ja šādas rindas nav, tā jāpievieno) ierakstiet “{typed}”, bet te – {call}."
        en += f"in {file}, write “{typed}” below “figures:” (add this line if there is none), and here {call}."
    else:
        lv += f"ierakstiet to mapē data/{year}, skaitļa tēmas failā, pie “figures:”."
        en += f"enter it in data/{year}, in the file of its topic, below “figures:”."
    return f"{lv} {literal_lv}", f"{en} {literal_en}"


def _in_data(number):
    """Give a number as the data have it: 24, 14.8, 6-7, 55 %."""
    ends = [
        str(end) if end.denominator == 1 else f"{float(end):g}" for end in (number.low, number.high) if end is not None
    ]
    return "-".join(ends) + " %" * number.share


def _literal(words):
    """Say how a number is marked that is none of the report's."""
    why_lv, why_en = "kāpēc tas nav ziņojuma skaitlis", "why it is not a figure of the report"
    lv = f'Ja tas nav ziņojuma skaitlis, rakstiet {{{{ literal("{words}", "{why_lv}") }}}}.'
    return lv, f'If it is not a figure of the report, write {{{{ literal("{words}", "{why_en}") }}}}.'


def _in_front_matter(words):
    lv = f"Lapas sākumā ir skaitlis “{words}”, bet tur skaitli no datiem ielikt nevar; pārrakstiet teikumu bez tā."
    en = f"There is a number at the top of the page, “{words}”, where figures of the data cannot be shown; "
    return lv, en + "reword the sentence without it."
