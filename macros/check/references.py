"""Rules for what refers to something by its key: that is there."""

from collections.abc import Collection, Iterator

from macros.data.name import Name, with_keys
from macros.data.schema import LANGUAGES
from macros.report.book import Book
from macros.words.problems import Problem, Sentences, did_you_mean


def unknown_keys_referred_to(book: Book) -> Iterator[Problem]:
    """An area refers to addresses, a criterion to methods and groups, a year to a form, that exist."""
    for year, report in book.years.items():
        for key, area in report.learners.areas.items():
            name = Name(year, "learners.areas", key, "places")
            yield from _unlisted(book, name, area.places, report.places.addresses, "places.yml")
        for key in report.resources.by_area:
            name = Name(year, "resources.by_area", key)
            yield from _unlisted(book, name, [key], report.learners.areas, "learners.yml")
        for key, answer in report.criteria.items.items():
            name = Name(year, "criteria.items", key, "methods")
            yield from _unlisted(book, name, answer.methods, report.criteria.methods, "criteria.yml")
        yield from _unlisted(book, Name(year, "report.form"), [report.report.form], book.site.forms, "forms.yml")
    for key, form in book.site.forms.items() if book.has(None) else ():
        for criterion_key, criterion in form.criteria.items():
            for indicator_key, indicator in criterion.indicators.items():
                name = Name(None, "forms", key, "criteria", criterion_key, "indicators", indicator_key, "group")
                used = [indicator.group] if indicator.group else []
                yield from _unlisted(book, name, used, criterion.groups, "forms.yml")


def _unlisted(book: Book, name: Name, used: Collection[str], known: Collection[str], where: str) -> Iterator[Problem]:
    gone_lv, gone_en = (
        ("", "") if where == "forms.yml" else (" Ja tā vairs nav, izdzēsiet to te.", " If it is gone, delete it here.")
    )
    for place, key, (lv, en) in _unknown(name, used, known):
        yield book.problem(
            place,
            f"“{key}” failā {where} nav aprakstīts.{lv} Izlabojiet nosaukumu vai pievienojiet to tur.{gone_lv}",
            f"“{key}” is not described in {where}.{en} Correct the name or add it there.{gone_en}",
        )


def the_form_knows_what_it_is_asked(book: Book) -> Iterator[Problem]:
    """A report answers criteria and indicators that its form has, and a form asks for tables that there are."""
    for key, version in book.site.forms.items() if book.has(None) else ():
        tables = [*book.site.tables, *(name for report in book.site.years.values() for name in report.tables)]
        of_criteria = [name for name, one in book.site.tables.items() if one.of == "form.criteria.*"]
        tables += [with_keys(name, [criterion]) for criterion in version.criteria for name in of_criteria]
        for index, section in enumerate(version.sections):
            name = Name(None, "forms", key, "sections", index, "tables")
            yield from _lacking(book, name, section.tables, tables, ("Programmā tabulas", "The program has no table"))
    for year, report in book.years.items():
        form = book.site.form(year)
        if form is None:  # told with the other references
            continue
        name, answers = Name(year, "criteria.items"), report.criteria.items
        yield from _lacking(
            book, name, answers, form.criteria, ("Gada veidlapā kritērija", "The year’s form has no criterion")
        )
        for key, criterion in form.criteria.items():
            answered = answers[key].indicators if key in answers else {}
            lv, en = map(criterion.numbered.in_, LANGUAGES)
            where = (f"Veidlapas kritērijā “{lv}” rādītāja", f"The form’s criterion “{en}” has no indicator")
            yield from _lacking(book, name.below(key, "indicators"), answered, criterion.indicators, where)


def _lacking(
    book: Book, name: Name, used: Collection[str], known: Collection[str], where: Sentences
) -> Iterator[Problem]:
    for place, key, (lv, en) in _unknown(name, used, known):
        yield book.problem(
            place,
            f"{where[0]} “{key}” nav.{lv} Izlabojiet nosaukumu vai izdzēsiet to.",
            f"{where[1]} “{key}”.{en} Correct the name or delete it.",
        )


def _unknown(name: Name, used: Collection[str], known: Collection[str]) -> Iterator[tuple[Name, str, Sentences]]:
    """Yield `(name of it, key, hint)` for each key `used` below a name that is not `known`."""
    for index, key in enumerate(used):
        if key not in known:
            yield name.below(key if isinstance(used, dict) else index), key, did_you_mean(key, known)
