"""Rules for what the state's form asks: its sections, tables, criteria and indicators."""

from collections.abc import Iterator

from macros.data.name import Name
from macros.data.schema import LANGUAGES
from macros.data.schema.form import Form, Section
from macros.pages.page import Heading
from macros.report.book import Book
from macros.show import outline
from macros.show.tables import found
from macros.words.language import with_years
from macros.words.problems import Problem
from macros.words.spaces import single_spaced


def the_form_is_complete(book: Book) -> Iterator[Problem]:
    """A year's report has every section, table, criterion and indicator that its form asks for, worded as there."""
    with_pages = {page.year for page in book.pages}
    for year in book.years:
        form = book.site.form(year)
        if form is None:  # told with the other references
            continue
        if year in with_pages:  # a year without any page is told by its own rule
            yield from _sections(book, form, year)
            yield from _parts(book, form, year)
        yield from _criteria(book, form, year)
        yield from _targets(book, form, year)


def pages_of_the_form(book: Book) -> set[str]:
    """Give the paths of the pages that the forms of all years ask for."""
    return {path for path, _id in _asked(book)}


def headings_of_the_form(book: Book) -> set[tuple[str, int]]:
    """Give file and line of each heading that a form words; that it is worded so is a rule of its own."""
    asked = _asked(book)
    return {(page.file, one.line) for page in book.pages for one in page.headings if (page.path, one.id) in asked}


def _asked(book):
    """Give the path and the id of each section that the forms of all years ask for."""
    forms = {year: book.site.form(year) for year in book.site.years}
    return {(f"{year}/{one.page}", one.id) for year, form in forms.items() if form for one in form.sections}


def _sections(book, form, year):
    told = set()
    for number, section in enumerate(form.sections):
        path = f"{year}/{section.page}"
        both = list(filter(None, (book.page(language, path) for language in LANGUAGES)))
        if not both and path not in told:
            told.add(path)
            lv, en = (_line(wanted_heading(book, section, year, language)) for language in LANGUAGES)
            yield Problem(
                f"docs/lv/{path}",
                0,
                f"Trūkst lapas, ko prasa veidlapa; izveidojiet to abās valodās. Latviešu lapā jābūt rindai: {lv}",
                "The form asks for this page, which is missing; make it in both languages. The English page needs "
                f"the line: {en}",
            )
        for page in both:
            above = {item.id for item in form.sections[:number] if item.page == section.page}
            yield from _heading(page, wanted_heading(book, section, year, page.language), above)
            yield from _tables(book, page, section, year)


def wanted_heading(book: Book, section: Section, year: str, language: str) -> Heading:
    """Give the heading that the form asks for, with the years and the centre's name put in."""
    words = with_years(section.heading.in_(language), year, language)
    words = words.replace("{centre}", book.site.centre.short_name.in_(language))
    return Heading(section.level, section.id, 0, words)


def _line(heading):
    """Give a heading as it stands on a page."""
    return f"{'#' * heading.level} {heading.text}" + (f" {{ #{heading.id} }}" if heading.id else "")


def _heading(page, wanted, ids_above):
    """Tell of a heading that is missing, or that differs from the form in its level, its words or its address."""
    if any(single_spaced(_line(heading)) == single_spaced(_line(wanted)) for heading in page.headings):
        return
    same_id = [heading for heading in page.headings if heading.id == wanted.id]
    same_words = [heading for heading in page.headings if single_spaced(heading.text) == single_spaced(wanted.text)]
    for heading in (same_id or same_words)[:1]:
        yield page.problem(
            heading.line,
            f"Virsraksts nav tāds kā veidlapā. Ierakstīts: {_line(heading)} Jābūt: {_line(wanted)}",
            f"The heading is not as in the form. Written: {_line(heading)} It should be: {_line(wanted)}",
        )
        return
    above = [heading for heading in page.headings if heading.id in ids_above]
    lv = f"aiz sadaļas “{above[-1].text}”" if above else "lapas sākumā"
    en = f"after the section “{above[-1].text}”" if above else "at the top of the page"
    yield page.problem(
        above[-1].line if above else 0,
        f"Lapā trūkst sadaļas, ko prasa veidlapa; {lv} ielieciet rindu: {_line(wanted)}",
        f"A section that the form asks for is missing on this page; {en} put the line: {_line(wanted)}",
    )


def _tables(book, page, section, year):
    if page.broken:  # some call cannot be read, perhaps the one that is wanted
        return
    called = {call.get("name") for call in page.calls if call.macro == "table" and call.get("year") in (None, year)}
    heading = next((heading for heading in page.headings if heading.id == section.id), None)
    for name in tables_asked_for(book, section, year):
        if name not in called:
            words = f"“{heading.text}”" if heading else f"#{section.id}"
            yield page.problem(
                heading.line if heading else 0,
                f"Sadaļā {words} trūkst tabulas, ko prasa veidlapa; atsevišķā rindā ielieciet: "
                f'{{{{ table("{name}") }}}}',
                f"In the section {words} a table that the form asks for is missing; on a line of its own put: "
                f'{{{{ table("{name}") }}}}',
            )


def tables_asked_for(book: Book, section: Section, year: str) -> list[str]:
    """Give the names of the tables that a section of the form asks for: of a pattern all that the year has."""
    known = outline.tables(book)[year]
    return [one for asked in section.tables for one in known if asked in (one, found(book, year, one)[0])]


def _parts(book, form, year):
    """A heading of the form without a page of its own is named on the pages that belong under it."""
    for part in form.parts:
        for language in LANGUAGES:
            words = part.heading.in_(language)
            for path in part.pages:
                page = book.page(language, f"{year}/{path}")
                if page and single_spaced(words) not in single_spaced(page.body):
                    yield page.problem(
                        page.headings[0].line if page.headings else 0,
                        f"Lapā nav minēts, pie kuras veidlapas sadaļas tā pieder; zem virsraksta ierakstiet: {words}",
                        "The page does not say which section of the form it belongs to; "
                        f"below the heading, write: {words}",
                    )


def _criteria(book: Book, form: Form, year: str) -> Iterator[Problem]:
    report = book.site.years[year]
    for key, criterion in form.criteria.items():
        place = Name(year, "criteria.items")
        answer = report.criteria.items.get(key)
        lv, en = map(criterion.numbered.in_, LANGUAGES)
        if answer is None:
            blanks = ", ".join(f"{name}: {{ strengths: , needs: }}" for name in criterion.indicators)
            line = f"{key}: {{ methods: [], indicators: {{ {blanks} }} }}"
            yield book.problem(
                place,
                f"Trūkst kritērija “{lv}”, ko prasa veidlapa; zem “items:” ar atkāpi ielieciet rindu: {line}",
                f"The criterion “{en}”, which the form asks for, is missing; below “items:”, indented, put the line: "
                f"{line}",
            )
            continue
        for name, indicator in criterion.indicators.items():
            if name not in answer.indicators:
                yield book.problem(
                    place.below(key, "indicators"),
                    f"Kritērijam “{lv}” trūkst rādītāja “{indicator.name.lv}”, ko prasa veidlapa; zem “indicators:” "
                    f"ar atkāpi ielieciet rindu: {name}: {{ strengths: , needs: }}",
                    f"The criterion “{en}” lacks the indicator “{indicator.name.en}” of the form; below "
                    f"“indicators:”, indented, put the line: {name}: {{ strengths: , needs: }}",
                )


def _targets(book: Book, form: Form, year: str) -> Iterator[Problem]:
    targets = book.site.years[year].targets
    given = len(targets.measured) + len(targets.other)
    if given < form.targets_minimum:
        yield book.problem(
            Name(year, "targets.measured"),
            f"Kvalitātes rādītāju skaits ir {given}, bet veidlapa prasa vismaz {form.targets_minimum}; trūkstošos "
            "pievienojiet zem “measured:” vai “other:”.",
            f"The number of quality indicators is {given}, but the form asks for at least {form.targets_minimum}; add "
            "what is missing below “measured:” or “other:”.",
        )
