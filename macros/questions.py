"""The open questions to the centre as one list to print, answer by hand and file."""

import textwrap

from macros.language import date, school_year
from macros.render import Renderer

WIDTH = 88  # characters; a page of A4 in an editor's usual type
_WORDS = {
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


def questions(book, found, language, year):
    """Give the list for a year as plain text: what to ask, where it comes from, a line for each answer.

    `found` are the problems of the whole book; those of other years are left out.
    """
    words = _WORDS[language]
    title = words["title"].replace("{year}", school_year(year, language))
    mine = [problem for problem in found if not {*problem.file.split("/")} & (book.site.years.keys() - {year})]
    sections = {
        "discrepancies": _asked(book, year, language),
        "blanks": _to_do(mine, "blanks_are_filled", language),
        "pages": _to_do(mine, "nothing_is_left_to_fill_in", language),
    }
    lines, number = [title, "=" * len(title)], 0
    for name, items in sections.items():
        for index, (heading, *facts) in enumerate(items):
            if index == 0:
                lines += ["", words[name], "-" * len(words[name])]
            number += 1
            lines += ["", _wrapped(f"{number}. {heading}", "   ")]
            lines += [_wrapped(f"   {words[label]}: {text}", "   ") for label, text in facts]
            lines.append(f"   {words['answer']}: {'_' * 60}")
    known = [_wrapped(f"– {text}", "  ") for text in _known(book, year, language)]
    lines += [] if number else ["", words["none"]]
    lines += ["", words["known"], "-" * len(words["known"]), "", *known] if known else []
    return "\n".join(lines) + "\n"


def _asked(book, year, language):
    renderer = Renderer(book, language)
    for key, record in book.site.years[year].discrepancies.items():
        if record.question and not record.answer:
            file, line = book.loaded.where(("years", year, "discrepancies", key))
            yield (
                record.title.in_(language),
                ("found", renderer.words(record.note, year)),
                ("question", renderer.words(record.question, year)),
                ("where", f"{file}:{line}; {_WORDS[language]['since']} {date(record.since, language)}"),
            )


def _to_do(found, rule, language):
    for problem in found:
        if problem.rule == rule:
            yield getattr(problem, language), ("where", f"{problem.file}:{problem.line}")


def _known(book, year, language):
    renderer = Renderer(book, language)
    for record in book.site.years[year].discrepancies.values():
        if not record.question or record.answer:
            answer = f" {renderer.words(record.answer, year)}" if record.answer else ""
            yield f"{record.title.in_(language)}: {renderer.words(record.note, year)}{answer}"


def _wrapped(text, indent):
    return textwrap.fill(text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
