"""Rules about school years: their pages and data, the way to them, what still has the words of the year before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from macros.check.called import called_by_readers
from macros.check.calls import names_for
from macros.check.form import headings_of_the_form, pages_of_the_form
from macros.data.name import Name, with_keys
from macros.data.schema import LANGUAGES
from macros.data.schema.year import STATED_BEFORE
from macros.pages.address import led_to
from macros.pages.calls import Call, calls_in
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.records import CARRIED
from macros.report.rules.facts import say
from macros.show.tables.corrected import CORRECTIONS
from macros.words.language import SCHOOL_YEAR, school_year, year_after
from macros.words.problems import Problem, did_you_mean
from macros.words.signs import CAPITAL

LATEST = "latest"
"""The id of the section of the front page that is about the latest year."""
_SENTENCE = re.compile(rf"(?<=[.!?]) +(?=“?{CAPITAL})|\n")
_MEANS_BEFORE = {
    "lv": re.compile(r"\b(?:kopš|līdz|pirms|iepriekš\w*|pagāj\w*|pērn\w*|salīdzin\w*|nekā)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:since|until|before|earlier|previous\w*|last|compared?|than)\b", re.IGNORECASE),
}
"""Words with which a sentence says of an earlier year that it is one."""


def years_have_pages(book: Book) -> Iterator[Problem]:
    """Each school year of the data has pages, and each year of the pages has data."""
    with_pages = {page.year for page in book.pages if page.year}
    for year in sorted(book.years.keys() - with_pages):
        yield Problem(
            f"data/{year}",
            0,
            f"Mācību gadam {year} nav lapu mapē docs/lv/{year}; izveidojiet tās vai izdzēsiet datus.",
            f"The school year {year} has no pages in docs/lv/{year}; make them or delete the data.",
        )
    for year in sorted(with_pages - book.site.years.keys()):
        yield Problem(
            f"docs/lv/{year}",
            0,
            f"Mācību gadam {year} nav datu mapē data/{year}; izveidojiet tos vai izdzēsiet lapas.",
            f"The school year {year} has no data in data/{year}; make them or delete the pages.",
        )


def what_came_along_is_gone_through(book: Book) -> Iterator[Problem]:
    """What a new year took over from the one before has been gone through: its line is gone from carried.txt.

    Until then, what it still shows of another year is told, too.
    """
    files = {page.path: page.file for page in book.whole.pages if page.language == "lv"}
    files |= {file: file for file in book.loaded.sources}
    files = {name: file for name, file in files.items() if book.site.year_of(name)}
    to_make = pages_of_the_form(book) | {page.path for page in book.whole.pages}
    for name, line in book.carried.items():
        year = book.site.year_of(name)
        if year and name not in files and name in to_make:
            continue  # that it is missing is told
        if year is None or name not in files:
            lv, en = did_you_mean(name, (one for one in files if book.site.year_of(one) == year or year is None))
            yield Problem(
                CARRIED.file,
                line,
                f"Tādas mācību gada lapas vai datu faila “{name}” nav.{lv} Izdzēsiet šo rindu.",
                f"No school year has a page or data file “{name}”.{en} Delete this line.",
                "todo",
                about=name,
            )
            continue
        before = year_after(year, -1)
        yield Problem(
            files[name],
            0,
            f"Teksts ir tāds, kāds bija {school_year(before, 'lv')} mācību gadā. Pārlasiet to abās valodās, "
            f"izlabojiet, kas mainījies, un izdzēsiet rindu “{name}” failā {CARRIED}.",
            f"The text is that of the school year {school_year(before, 'en')}. Read it in both languages, correct what "
            f"has changed, and delete the line “{name}” in {CARRIED}.",
            "todo",
        )
    yield from _shown_of_another_year(book)


def _shown_of_another_year(book: Book) -> Iterator[Problem]:
    """Yield what still shows another year, which only its author can mean, with what to write instead."""
    for name, call, (file, line) in _calls_that_came_along(book):
        year, wanted = book.site.year_of(name), call.get("year")
        if year is None or wanted is None or wanted == year or wanted not in book.site.years:
            continue
        called, there = str(call.get("name")), names_for(book, call.macro, year)[0]
        alike = (one for one in there if one.rpartition(".")[2] == called.rpartition(".")[2])
        now = called if called in there else next(iter(get_close_matches(called, alike, n=1)), None)
        if now:
            others = tuple((key, value) for key, value in call.arguments if key not in ("name", "year"))
            instead = replace(call, arguments=(("name", now), *others))
            lv = f"Ja jābūt šā mācību gada datiem, rakstiet {instead}"
            en = f"If it is to show this school year, write {instead}"
        else:
            lv = "Šā gada datos tā nav, tāpēc pārrakstiet teikumu"
            en = "The data of this year have no such thing, so rewrite the sentence"
        yield Problem(
            file,
            line,
            f"{call} rāda, kas bija {school_year(wanted, 'lv')} mācību gadā. {lv}; ja domāts tieši tas gads, "
            f"atstājiet. Atgādinājums pazūd līdz ar rindu “{name}” failā {CARRIED}.",
            f"{call} shows what was in the school year {school_year(wanted, 'en')}. {en}; if just that year is meant, "
            f"leave it. The reminder goes with the line “{name}” in {CARRIED}.",
            "todo",
        )


def _calls_that_came_along(book: Book) -> Iterator[tuple[str, Call, tuple[str, int]]]:
    """Yield each call of a page or of data that have yet to be gone through: their name, the call, its place."""
    for page in book.pages:
        if page.path in book.carried:
            yield from ((page.path, call, (page.file, call.line)) for call in page.calls)
    for name, words in book.texts if book.carried else ():
        file, line = book.loaded.where(name)
        if file in book.carried:
            yield from ((file, call, (file, line)) for call in calls_in(words, file, line)[0])


def a_year_speaks_of_itself(book: Book) -> Iterator[Problem]:
    """What a year says of the school year before, or leads to of it, is said as that; its numbers are as stated there.

    A sentence that names both years, or says “since”, “earlier” and the like, means it; so does one in a quotation,
    with a link to that year, or with a figure of it.
    """
    in_form = headings_of_the_form(book)
    for passage in book.passages:
        if passage.year not in book.site.years or passage.quoted or (passage.file, passage.line) in in_form:
            continue
        if passage.name and passage.name.topic == CORRECTIONS:
            continue
        before = year_after(passage.year, -1)
        own, typed = (school_year(year, passage.language) for year in (passage.year, before))
        if typed in passage.words and before not in passage.raw and _as_its_own(passage, typed):
            marked_lv = f'{{{{ literal("{typed}", "kāpēc te minēts iepriekšējais gads") }}}}'
            marked_en = f'{{{{ literal("{typed}", "why the previous year is named here") }}}}'
            plain = passage.in_front_matter  # where nothing can be called for
            yield passage.problem(
                f"Te rakstīts “{typed}”, bet tas ir iepriekšējais mācību gads. Rakstiet “{own}”"
                + ("." if plain else f"; ja domāts tieši iepriekšējais gads, rakstiet {marked_lv}."),
                f"This says “{typed}”, but that is the previous school year. Write “{own}”"
                + ("." if plain else f"; if the previous year is what is meant, write {marked_en}."),
                "todo",
            )
    for page in book.pages:
        yield from _led_to_the_year_before(book, page)
    for year in book.years:
        yield from _numbers_of_the_year_before(book, year)


def _numbers_of_the_year_before(book: Book, year: str) -> Iterator[Problem]:
    """Yield where a year states a number of the year before otherwise than that states it."""
    before = year_after(year, -1)
    for name, figure in book.names[year].items() if before in book.site.years else ():
        pattern, keys = Name(year, name).among(STATED_BEFORE)
        then = with_keys(STATED_BEFORE[pattern], keys) if pattern else ""
        stated = book.names[before].get(then)
        if not (isinstance(figure, Figure) and isinstance(stated, Figure)):
            continue
        if None in (figure.value, stated.value) or figure.value == stated.value:
            continue
        lv, en = called_by_readers(book, Name(year, name))
        file, line = book.loaded.where(Name(before, then))
        yield book.problem(
            Name(year, name),
            f"“{lv}” ({name}) te ir {say(figure, 'lv')}, bet {school_year(before, 'lv')} mācību gada datos "
            f"({file}:{line}) – {say(stated, 'lv')}. Izlabojiet to, kas nav pareizi.",
            f"“{en}” ({name}) is {say(figure, 'en')} here, but {say(stated, 'en')} in the data of the school year "
            f"{school_year(before, 'en')} ({file}:{line}). Correct what is wrong.",
            "todo",
        )


def _led_to_the_year_before(book, page):
    """Yield where a page leads to that of the year before without a word of it, though its own year has such a page."""
    if page.year not in book.site.years:
        return
    before, lines = year_after(page.year, -1), dict(page.lines)
    pages = {one.path for one in book.whole.pages if one.language == page.language}
    for line, target in page.links:
        path, hash_, id_ = target.partition("#")
        led = led_to(page.path, path)
        own = led.removeprefix(f"{before}/")
        says = _MEANS_BEFORE[page.language].search(lines[line]) or school_year(before, page.language) in lines[line]
        if led == own or f"{page.year}/{own}" not in pages or says:
            continue
        write = f"{own}{hash_}{id_}"
        yield page.problem(
            line,
            f"Saite ved uz iepriekšējā mācību gada lapu “{target}”. Ja domāta šā gada lapa, rakstiet “{write}”; ja ne, "
            "teikumā pasakiet, ka tas ir iepriekšējais gads.",
            f"The link leads to a page of the previous school year, “{target}”. If this year’s is meant, write "
            f"“{write}”; if not, say in the sentence that it is the previous year.",
            "todo",
        )


def _as_its_own(passage, typed):
    """Say whether some sentence of a passage names the school year before as if it were its own."""
    for sentence in _SENTENCE.split(passage.words):
        years = {named[0] for named in SCHOOL_YEAR[passage.language].finditer(sentence)}
        if years == {typed} and not _MEANS_BEFORE[passage.language].search(sentence):
            quoted = sentence[: sentence.index(typed)]
            if quoted.count("“") == quoted.count("”"):
                return True
    return False


def the_front_page_leads_to_the_years(book: Book) -> Iterator[Problem]:
    """The front page leads to each school year, first of all to the latest final one (or, without one, the first)."""
    for page in book.pages:
        if page.path != "index.md":
            continue
        led = [target.split("/")[0] for _line, target in page.links if target.endswith("/index.md")]
        latest, line = book.site.latest, 0
        if latest in led and led[0] != latest:
            line = next(line for line, target in page.links if target == f"{led[0]}/index.md")
            yield page.problem(
                line,
                f"Sākumlapā pirmajam jābūt jaunākajam galīgajam ziņojumam ({latest}), bet te saite ved uz {led[0]}. "
                "Izlabojiet virsrakstu, pogu un saiti.",
                f"On the front page the latest final report ({latest}) comes first, but this link leads to {led[0]}. "
                "Correct the heading, the button and the link.",
            )
        yield from (problem for problem in _of_another_year(book, page) if problem.line != line)
        for year in sorted(book.site.years.keys() - set(led)):
            lv, en = (school_year(year, language) for language in LANGUAGES)
            yield page.problem(
                0,
                f"Sākumlapā nav saites uz {lv} mācību gadu. Pievienojiet to: [{lv} mācību gads]({year}/index.md).",
                f"The front page has no link to the {en} school year. Add: [The {en} school year]({year}/index.md).",
            )


def _of_another_year(book, page):
    """Yield where the section on the latest year names another one, which its numbers are not of."""
    latest = school_year(book.site.latest, page.language)
    headings = [(heading.line, heading.id) for heading in page.headings]
    start = next((line for line, id_ in headings if id_ == LATEST), None)
    end = min((line for line, _id in headings if start and line > start), default=None)
    for line, words in page.lines if start else ():
        if line < start or (end and line >= end):
            continue
        named = {named[0] for named in SCHOOL_YEAR[page.language].finditer(words)} - {latest}
        for other in sorted(named):
            yield page.problem(
                line,
                "Šī sākumlapas daļa ir par jaunāko galīgo ziņojumu un rāda tā gada skaitļus, bet te rakstīts "
                f"“{other}”. Rakstiet “{latest}”.",
                "This part of the front page is about the latest final report and shows the numbers of its year, "
                f"but it says “{other}”. Write “{latest}”.",
            )
