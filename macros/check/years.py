"""Rules about school years: their pages and data, the way to them, what still has the words of the year before."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from macros.check.calls import names_for
from macros.pages.calls import Call, calls_in
from macros.report.book import Book
from macros.report.records import CARRIED
from macros.words.language import SCHOOL_YEAR, school_year, year_after
from macros.words.problems import Problem, did_you_mean

LATEST = "latest"
"""The id of the section of the front page that is about the latest year."""


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
    for name, line in book.carried.items():
        year = book.site.year_of(name)
        if year is None or name not in files:
            lv, en = did_you_mean(name, files)
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


def the_front_page_leads_to_the_years(book: Book) -> Iterator[Problem]:
    """The front page leads to each school year, first of all to the latest final one (or, without one, the first)."""
    for page in book.pages:
        if page.path != "index.md":
            continue
        led = [target.split("/")[0] for _line, target in page.links if target.endswith("/index.md")]
        latest = book.site.latest
        if latest in led and led[0] != latest:
            line = next(line for line, target in page.links if target == f"{led[0]}/index.md")
            yield Problem(
                page.file,
                line,
                f"Sākumlapā pirmajam jābūt jaunākajam galīgajam ziņojumam ({latest}), bet te saite ved uz {led[0]}. "
                "Izlabojiet virsrakstu, pogu un saiti.",
                f"On the front page the latest final report ({latest}) comes first, but this link leads to {led[0]}. "
                "Correct the heading, the button and the link.",
            )
        yield from _of_another_year(book, page)
        for year in sorted(book.site.years.keys() - set(led)):
            yield Problem(
                page.file,
                0,
                f"Sākumlapā nav saites uz {year} mācību gadu. Pievienojiet to: [{school_year(year, 'lv')} mācību "
                f"gads]({year}/index.md).",
                f"The front page has no link to the school year {year}. Add one: [The {school_year(year, 'en')} school "
                f"year]({year}/index.md).",
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
            yield Problem(
                page.file,
                line,
                f"Šī sākumlapas daļa ir par jaunāko galīgo ziņojumu ({latest}) un rāda tā gada skaitļus, bet te "
                f"rakstīts “{other}”. Rakstiet “{latest}”.",
                f"This part of the front page is about the latest final report ({latest}) and shows the numbers of "
                f"that year, but it says “{other}”. Write “{latest}”.",
            )
