"""Rules within the data: numbers of entries, blanks, texts, dates, phrases."""

import datetime
import re
from collections.abc import Iterator

from macros.check.called import named
from macros.check.unused import needless
from macros.data.name import Name
from macros.pages.calls import SPAN, calls_in
from macros.pages.scan import scan
from macros.pages.untaken import untaken
from macros.remembered import remembered
from macros.report.book import Book
from macros.report.rules import NOT_STATED
from macros.words.problems import Problem

SIGNED = "signatures"
"""The file with the lines to be filled in when the report is signed."""
PLURAL_FORMS = {"lv": {"zero", "one", "other"}, "en": {"one", "other"}}
_ORDINARY = re.compile(r"[\w“(][\w ,.;()“”’%/?–-]*")
"""A line without a sign that could be a mark of any markup; most texts are one."""


def numbers_are_given_once(book: Book) -> Iterator[Problem]:
    """What is numbered in a list has a number that nothing else in the list has."""
    given: dict[tuple[Name, str], Name] = {}
    for name, leaf in book.leaves:
        if name.keys[-1] != "number" or not isinstance(leaf, str) or name.topic == "tables":  # whose columns are theirs
            continue
        first = given.setdefault((name.above.above, leaf), name)
        if first != name:
            key, there = first.keys[-2], book.loaded.where(first)[1]
            yield book.problem(
                name,
                f"Numurs “{leaf}” jau ir ierakstam “{key}” {there}. rindā; ierakstiet citu.",
                f"The entry “{key}” on line {there} has the number “{leaf}” already; enter another one.",
            )


def blanks_are_filled(book: Book) -> Iterator[Problem]:
    """Each value that stands empty in the data is still to be filled in; where a record asks for it, that is enough.

    A figure that nothing shows has to be shown, or deleted, first.
    """
    shown_nowhere = {name for year in book.years for name, _value in needless(book, year)}
    for name in book.blanks:
        if name.topic != SIGNED and name not in shown_nowhere:
            more_lv, more_en = "", ""
            if name.matches("criteria.items.*.indicators.*.*"):
                more_lv = " Ja nekas nav konstatēts, rakstiet { lv: nav konstatēts, en: nothing found }."
                more_en = " If nothing was found, write { lv: nav konstatēts, en: nothing found }."
            if name.year and book.site.years[name.year].report.status == "final":
                more_lv += (
                    " Ja to nezina arī centrs, pierakstiet to failā discrepancies.yml (paraugs ir failā "
                    f"data/README.md) ar rindu {NOT_STATED}: {name} pie “found:” un to, ko par to saka centrs, pie "
                    "“answer:”."
                )
                more_en += (
                    " If the centre does not know it either, record it in discrepancies.yml (data/README.md has an "
                    f"example) with the line {NOT_STATED}: {name} under “found:”, and what the centre says of it under "
                    "“answer:”."
                )
            yield _blank(
                book,
                name,
                f"lasītājs redz “nav norādīts”. Ja vērtība ir zināma, ierakstiet to.{more_lv}",
                f"readers see “not stated”. If the value is known, enter it.{more_en}",
            )


def blanks_can_be_signed(book: Book) -> Iterator[Problem]:
    """What of the document and its signatories is not known yet can be written by hand when it is signed."""
    for name in book.blanks:
        if name.topic == SIGNED:
            yield _blank(
                book,
                name,
                "PDF latviešu valodā tam ir līnija, uz kuras rakstīt ar roku. Ja vērtība ir zināma, ierakstiet to.",
                "the Latvian PDF has a line on which to write it by hand. If the value is known, enter it.",
            )


def _blank(book, name, lv, en):
    called_lv, called_en = named(book, name.year, str(name))
    return book.problem(name, f"Nav aizpildīts: {called_lv}; {lv}", f"Not filled in: {called_en}; {en}", "todo")


def texts_hold_plain_words(book: Book) -> Iterator[Problem]:
    """A text of the data holds paragraphs, lists, emphasis and calls; of all else readers would see the signs."""
    for name, words in book.texts:
        yield from (book.problem(name, problem.lv, problem.en) for problem in calls_in(words, "")[1])
        if _ORDINARY.fullmatch(SPAN.sub("0", words)):
            continue
        yield from (book.problem(name, *said) for said in _untaken(words))


@remembered
def _untaken(words):
    return tuple(said for _line, said in untaken(scan(words, data=True), data=True))


def dates_lie_in_their_year(book: Book) -> Iterator[Problem]:
    """The school year's counts are taken between August and August, the one at the end after the one at the start.

    The document is dated after them.
    """
    for year, report in book.years.items():
        learners = report.learners
        first, last = datetime.date(int(year[:4]), 8, 1), datetime.date(int(year[5:]), 8, 31)
        for key in ("start_date", "end_date"):
            day = getattr(learners, key)
            if not first <= day <= last or (key == "end_date" and day <= learners.start_date):
                yield book.problem(
                    Name(year, "learners", key),
                    f"“{key}” ir {day}, bet tam jābūt {year} mācību gadā, un “end_date” jābūt pēc “start_date”.",
                    f"“{key}” is {day}, but has to lie in the school year {year}, and “end_date” after “start_date”.",
                )
        day, end = report.signatures.document.date, min(learners.end_date, last)
        if day and day <= end:
            yield book.problem(
                Name(year, "signatures.document.date"),
                f"Dokumenta datums ir {day}, bet audzēkņus gada noslēgumā skaitīja {end} (end_date), un parakstīt var "
                "tikai pēc tam. Izlabojiet datumu.",
                f"The document is dated {day}, but learners were counted at the end of the year on {end} (end_date), "
                "and it can be signed only after that. Correct the date.",
            )


def labels_are_complete(book: Book) -> Iterator[Problem]:
    """Every phrase has all its plural forms."""
    for phrase, forms in book.site.words.phrases.items():
        for case, written in {**forms.lv, "en": forms.en}.items():
            needed = PLURAL_FORMS["en" if case == "en" else "lv"]
            if set(written) != needed:
                yield book.problem(
                    Name(None, "words.phrases", phrase),
                    f"Vārdiem “{phrase}” ({case}) vajadzīgas tieši šīs formas: {', '.join(sorted(needed))}.",
                    f"The phrase “{phrase}” ({case}) needs exactly these forms: {', '.join(sorted(needed))}.",
                )
