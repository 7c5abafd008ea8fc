"""Rules about the rules of a year: they hold, or a record says that they are known not to."""

from collections.abc import Iterator
from typing import Literal

from macros.check.calls import readable
from macros.data.name import Name
from macros.data.schema import LANGUAGES
from macros.html.render import Renderer
from macros.report.book import Book
from macros.words.problems import Problem, did_you_mean

_ROLES = {
    "count": ("viens vesels skaitlis", "one whole number"),
    "share": ("viens procentu skaitlis", "one share in percent"),
    "shares": ("procentu skaitļi", "shares in percent"),
    "number": ("viens skaitlis", "one number"),
    "numbers": ("skaitlis", "a number"),
    "figure": ("viens skaitlis", "one number"),
    "figures": ("skaitlis", "a number"),
    "text": ("viens teksts", "one text"),
    "texts": ("teksts", "a text"),
    "list": ("saraksts", "a list"),
    "status": ("atzīme par izpildi", "a status"),
}


def rules_name_what_exists(book: Book) -> Iterator[Problem]:
    """Each name in a rule stands for what the rule needs in that place: a figure, a text, a list, a status."""
    for year, key, rule in _each(book, "rules"):
        for name, role in book.facts[year].unfit(rule):
            known = book.facts[year].names
            hint_lv, hint_en = ("", "") if name in known else did_you_mean(name, known)
            lv, en = _ROLES[role]
            yield _problem(
                book,
                Name(year, "rules", key),
                f"Noteikumā “{key}” nosaukumam “{name}” jāapzīmē {lv}, bet tā nav.{hint_lv} Visus nosaukumus parāda "
                "“.venv/bin/report names”.",
                f"In the rule “{key}” the name “{name}” has to stand for {en}, but it does not.{hint_en} "
                "“.venv/bin/report names” lists all names.",
            )
        for names in book.facts[year].incomparable(rule):
            yield _problem(
                book,
                Name(year, "rules", key),
                f"Noteikums “{key}”: “{names}” salīdzināt nevar. Vajag vismaz divus skaitļus, un visiem jābūt vai nu "
                "skaitam, vai procentiem; zvaigznītei abās pusēs ir vieni un tie paši vārdi; grupai procentos "
                "vajag rindu “of:”.",
                f"The rule “{key}”: “{names}” cannot be compared. At least two figures are needed, all of them counts "
                "or all of them shares; a star has the same keys on both sides; a group in percent needs a line “of:”.",
            )


def rules_hold_or_are_known_not_to(book: Book) -> Iterator[Problem]:
    """Each rule of a year holds, or a record in discrepancies.yml says exactly what it finds."""
    for year, report in book.site.years.items():
        records = {rule: key for key, record in report.discrepancies.items() for rule in record.found}
        for rule, broken in book.broken_rules[year].items():
            says, (see_lv, see_en) = report.rules[rule].says, _places(book, year, broken)
            key = records.get(rule)
            before = report.discrepancies[key].found[rule] if key else None
            if key is None and not broken.blank:  # a blank of which no record speaks is told as a blank
                yield _problem(
                    book,
                    Name(year, broken.names[0]),
                    f"Neizpildās noteikums “{rule}”: {says.lv} Konstatēts: {broken.in_('lv')}{see_lv} Izlabojiet to, "
                    "kas nav pareizi; ja avotā tiešām ir tā, ierakstiet failā discrepancies.yml pie “found:” rindu "
                    f'{rule}: "{broken.found}"',
                    f"The rule “{rule}” does not hold: {says.en} Found: {broken.in_('en')}{see_en} Correct what is "
                    "wrong; if the source really says so, write in discrepancies.yml, under “found:”, the line "
                    f'{rule}: "{broken.found}"',
                )
            elif key and before != broken.found:
                yield _problem(
                    book,
                    Name(year, "discrepancies", key, "found", rule),
                    f"Neatbilstība ir mainījusies: bija “{before}”, tagad “{broken.found}”. {broken.in_('lv')}{see_lv} "
                    f'Pārbaudiet datus; ja tie ir pareizi, šīs rindas vietā rakstiet {rule}: "{broken.found}"',
                    f"The discrepancy has changed: it was “{before}” and is now “{broken.found}”. {broken.in_('en')}"
                    f'{see_en} Check the data; if they are right, replace this line by {rule}: "{broken.found}"',
                )


def records_have_a_reason(book: Book) -> Iterator[Problem]:
    """A record in discrepancies.yml names rules that exist, each in one record only, and that do not hold."""
    seen: dict[tuple[str, str], str] = {}
    for year, key, record in _each(book, "discrepancies"):
        rules = book.site.years[year].rules
        for rule in record.found:
            first = seen.setdefault((year, rule), key)
            if rule not in rules:
                lv, en = did_you_mean(rule, rules)
                lv = f"Noteikuma “{rule}” failā rules.yml nav.{lv} Izlabojiet nosaukumu vai izdzēsiet šo rindu."
                en = f"There is no rule “{rule}” in rules.yml.{en} Correct the name or delete this line."
            elif rule not in book.broken_rules[year] and _sound(book.facts[year], rules[rule]):
                says = rules[rule].says
                lv = (
                    f"Noteikums “{rule}” tagad izpildās: {says.lv} Izdzēsiet šo rindu; ja ierakstā “{key}” tā ir "
                    "vienīgā, izdzēsiet visu ierakstu un tā piezīmi lapās."
                )
                en = (
                    f"The rule “{rule}” now holds: {says.en} Delete this line; if it is the only one in the record "
                    f"“{key}”, delete the whole record and its note on the pages."
                )
            elif first != key:
                lv = f"Noteikums “{rule}” jau ir ierakstā “{first}”; atstājiet tikai vienu no abām rindām."
                en = f"The rule “{rule}” is already in the record “{first}”; keep only one of the two lines."
            else:
                continue
            yield _problem(book, Name(year, "discrepancies", key, "found", rule), lv, en)


def discrepancies_are_told(book: Book) -> Iterator[Problem]:
    """A known discrepancy without an answer is a question to the centre; one without a question is a remark."""
    words = {language: Renderer(book, language) for language in LANGUAGES}
    for year, key, record in _each(book, "discrepancies"):
        broken = [book.broken_rules[year][rule] for rule in record.found if rule in book.broken_rules[year]]
        if not broken:
            continue
        lv, en = (" ".join(item.in_(language) for item in broken) for language in LANGUAGES)
        lv, en = f"Zināma neatbilstība: {record.title.lv}. {lv}", f"Known discrepancy: {record.title.en}. {en}"
        waiting = record.question is not None and record.answer is None
        if waiting and readable(book, record.question, year):
            lv += f" Jautājums centram: {words['lv'].words(record.question, year)}"
            en += f" Question to the centre: {words['en'].words(record.question, year)}"
        yield _problem(book, Name(year, "discrepancies", key), lv, en, "todo" if waiting else "note")


def readers_see_what_is_for_them(book: Book) -> Iterator[Problem]:
    """A discrepancy for readers has a note on a page of its year; one for editors has none."""
    broken = {page.year for page in book.pages if page.broken}  # whose calls are not all known
    noted = {
        (call.get("year") or page.year, call.get("name"))
        for page in book.pages
        for call in page.calls
        if call.macro == "note"
    }
    for year, key, record in _each(book, "discrepancies"):
        call = f'{{{{ note("{key}") }}}}'
        if record.audience == "reader" and (year, key) not in noted and year not in broken:
            lv = (
                f"Lasītājs par to neuzzina: lapā, uz kuru tas attiecas, ielieciet {call} vai rakstiet “audience: "
                "editor”."
            )
            en = f"Readers are not told of this: put {call} on the page that it concerns, or write “audience: editor”."
        elif record.audience == "editor" and (year, key) in noted:
            lv = (
                f"Šis ieraksts ir tikai redaktoriem, bet lapā ir {call}; izdzēsiet to no lapas vai rakstiet "
                "“audience: reader”."
            )
            en = (
                f"This record is for editors only, but a page has {call}; delete it from the page or write “audience: "
                "reader”."
            )
        else:
            continue
        yield _problem(book, Name(year, "discrepancies", key, "audience"), lv, en)


def _sound(facts, rule):
    return not list(facts.unfit(rule)) and not list(facts.incomparable(rule))


def _each(book, file):
    """Yield `(year, key, item)` of rules or of discrepancies, year by year."""
    for year, report in book.site.years.items():
        for key, item in getattr(report, file).items():
            yield year, key, item


def _places(book, year, broken):
    """Give the other places to look at in both languages: “ (Sk. arī data/…:11.)”; calculated figures have none."""
    names = [Name(year, name) for name in broken.names]
    first = book.loaded.where(names[0])
    places = dict.fromkeys(book.loaded.where(name) for name in names if book.loaded.is_typed(name))
    others = [f"{file}:{line}" for file, line in places if (file, line) != first]
    listed = ", ".join(others)
    return (f" (Sk. arī {listed}.)", f" (See also {listed}.)") if others else ("", "")


def _problem(book: Book, name: Name, lv: str, en: str, level: Literal["error", "todo", "note"] = "error") -> Problem:
    return Problem(*book.loaded.where(name), lv, en, level)
