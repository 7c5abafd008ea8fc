"""Rules about the records of known discrepancies: what each names is still found, and told in its place."""

import re
from collections.abc import Iterator

from macros.check.called import in_words
from macros.check.calls import read, readable
from macros.check.rules import each, parts_of, rules_of
from macros.data.name import Name
from macros.data.schema import LANGUAGES
from macros.html.render import Renderer
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.rules import NOT_STATED, PARTS, known, names_in, said
from macros.show.shown import called_in, with_parts
from macros.words.problems import Problem, did_you_mean


def records_have_a_reason(book: Book) -> Iterator[Problem]:
    """Each finding that a record names is still found, and by that record only; one that is answered may be over."""
    seen: dict[tuple[str, str, str], str] = {}
    for year, key, record in each(book, "discrepancies"):
        rules, broken = rules_of(book, year), book.broken_rules[year]
        for rule, found in record.found.items():
            parts = found.split(PARTS)
            there = {finding.formula for finding in broken[rule].findings} if rule in broken else set()
            first = next(filter(None, (seen.get((year, rule, part)) for part in parts)), None)
            seen |= {(year, rule, part): key for part in parts}
            if rule == NOT_STATED and (gone := ", ".join(f"“{name}”" for name in parts if name not in there)):
                lv, en = _not_empty(gone)
            elif rule not in {NOT_STATED, *rules}:
                lv, en = did_you_mean(rule, rules)
                lv = f"Noteikuma “{rule}” failā rules.yml nav.{lv} Izlabojiet nosaukumu vai izdzēsiet šo rindu."
                en = f"There is no rule “{rule}” in rules.yml.{en} Correct the name or delete this line."
            elif first and rule == NOT_STATED:
                lv = f"Šeit ir vērtība, kas jau ir ierakstā “{first}”; atstājiet to tikai vienā no rindām."
                en = f"A value here is already in the record “{first}”; keep it in one line only."
            elif rule == NOT_STATED:
                continue
            elif first:
                lv = f"Šī noteikuma “{rule}” neatbilstība jau ir ierakstā “{first}”; atstājiet tikai vienu no rindām."
                en = f"This discrepancy of the rule “{rule}” is already in the record “{first}”; keep only one line."
            elif there.isdisjoint(parts) and _over(book, year, rule) and not record.answer:
                says = rules[rule].says
                lv = (
                    f"Tas, kas šeit ierakstīts, tagad saskan: {says.lv} Izdzēsiet šo rindu; ja ierakstā “{key}” tā ir "
                    "vienīgā, izdzēsiet visu ierakstu vai pierakstiet tam centra atbildi “answer:”. Viss, kas par to "
                    "teikts lapās, pazūd pats."
                )
                en = (
                    f"What is written here now agrees: {says.in_('en')} Delete this line; if it is the only one in the "
                    f"record “{key}”, delete the whole record, or add the centre’s “answer:” to it. Whatever the "
                    "pages say of it goes by itself."
                )
            elif _is_elsewhere(book, year, record, rule):
                lv = f"Ieraksta “{key}” teksts nav par to, ko salīdzina noteikums “{rule}”; pārlieciet šo rindu "
                lv += "īstajā ierakstā."
                en = f"What the record “{key}” says is not about what the rule “{rule}” compares; move this line to "
                en += "the right record."
            else:
                continue
            yield book.problem(Name(year, "discrepancies", key, "found", rule), lv, en)


def _not_empty(names):
    """Give what to say of names that stand for nothing empty, in both languages."""
    lv = f"Datos nav nekā tukša ar nosaukumu {names}. Izlabojiet nosaukumu; ja vērtība jau ir ierakstīta, "
    lv += "izdzēsiet nosaukumu no šīs rindas, bet, ja nekas cits tajā nepaliek, – visu ierakstu."
    en = f"Nothing in the data that is called {names} is empty. Correct the name; if the value has been "
    en += "entered, delete the name from this line and, if nothing else is left in it, the whole record."
    if re.search(r"[,;]", names.replace("”, “", "")):
        lv += " Vairākus nosaukumus atdala ar semikolu un atstarpi: fees.monthly; staff.teachers."
        en += " Several names are separated by a semicolon and a space: fees.monthly; staff.teachers."
    return lv, en


def _over(book, year, rule):
    """Tell whether what a line of a record says is over: the rule is sound, and finds nothing that no record has."""
    report = book.site.years[year]
    if not book.facts[year].can_judge(rules_of(book, year)[rule]):
        return False
    told = {part for record in report.discrepancies.values() for part in parts_of(record, rule)}
    broken = book.broken_rules[year].get(rule)
    return broken is None or {finding.formula for finding in broken.findings} <= told


def _is_elsewhere(book, year, record, rule):
    """Tell whether a record speaks of figures, and none of them is one that the rule compares."""
    texts = filter(None, (record.title, record.note, record.question))
    spoken = with_parts((name for text in texts for name in called_in(text)), book, year)
    names = with_parts((name for _role, name in names_in(rules_of(book, year)[rule])), book, year)
    figures = {name for name in names if isinstance(book.names[year].get(name), Figure)}
    return bool(spoken and figures) and not spoken & figures


def discrepancies_are_told(book: Book) -> Iterator[Problem]:
    """A known discrepancy without an answer is a question to the centre; one without a question is a remark.

    But what is recorded as unknown always waits for what the centre says of it.
    """
    words = {language: Renderer(book, language) for language in LANGUAGES}
    for year, key, record in each(book, "discrepancies"):
        findings = known(record, book.broken_rules[year])
        if not findings:
            continue
        lv, en = in_words(book, year, *(said(findings, language) for language in LANGUAGES))
        title_lv, title_en = (read(words[language], record.title, year) for language in LANGUAGES)
        lv, en = f"Zināma neatbilstība: {title_lv}. {lv}", f"Known discrepancy: {title_en}. {en}"
        waiting = record.question is not None and record.answer is None
        if waiting and readable(book, record.question, year):
            lv += f" Jautājums centram: {words['lv'].words(record.question, year)}"
            en += f" Question to the centre: {words['en'].words(record.question, year)}"
        if unsaid := record.question is None and record.answer is None and NOT_STATED in record.found:
            lv += " Pierakstiet pie “answer:”, ko par to saka centrs."
            en += " Write under “answer:” what the centre says of it."
        yield book.problem(Name(year, "discrepancies", key), lv, en, "todo" if waiting or unsaid else "note")


def notes_have_their_place(book: Book) -> Iterator[Problem]:
    """What a record names under `shown` is a page of its year, or a section of one."""
    for year, key, record in each(book, "discrepancies"):
        pages = {page.name: page for page in book.pages if page.year == year and page.language == "lv"}
        there = [
            *pages,
            *(f"{name}#{heading.id}" for name, page in pages.items() for heading in page.headings if heading.id),
        ]
        for number, place in enumerate(record.shown):
            if place not in there and f"docs/lv/{year}/{place.partition('#')[0]}.md" not in book.unreadable:
                lv, en = did_you_mean(place, there)
                yield book.problem(
                    Name(year, "discrepancies", key, "shown", number),
                    f"Vietas “{place}” {year} lapās nav.{lv} Rakstiet lapas faila nosaukumu (bez .md), un, ja piezīmei "
                    "jābūt kādas sadaļas beigās, aiz # tās virsraksta adresi, piemēram, learners#change.",
                    f"The pages of {year} have no place “{place}”.{en} Write the file name of the page (without .md) "
                    "and, for a note at the end of a section, # and the address of its heading: learners#change.",
                )
