"""Rules about the rules and claims of a year: they hold, or a record says that they are known not to."""

from collections.abc import Iterator
from typing import Any

from macros.check.called import in_words
from macros.check.data import dates_lie_in_their_year
from macros.data.name import Name
from macros.data.schema import LANGUAGES
from macros.data.schema.rules import Discrepancy, Rule
from macros.report.book import Book
from macros.report.rules import NOT_STATED, PARTS, Broken, all_rules
from macros.report.rules.facts import STATUSES
from macros.report.rules.implied import is_set, met_by, result_of
from macros.words.problems import Problem, Sentences, did_you_mean

_ROLES = {
    "any": ("kaut kas no datiem", "something of the data"),
    "count": ("viens vesels skaitlis", "one whole number"),
    "counts": ("vesels skaitlis", "a whole number"),
    "totals": ("atbilžu summa", "a sum of answers"),
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
    "statuses": ("atzīmes par izpildi", "statuses"),
}

_WHY = {
    "few": ("vajag vismaz divus skaitļus", "at least two figures are needed"),
    "units": (
        "visiem jābūt vai nu skaitam, vai procentiem; nosauciet viena veida skaitļus",
        "all have to be counts, or all shares; name figures of one kind",
    ),
    "keys": (
        "zvaigznītes vietā abās pusēs jābūt vieniem un tiem pašiem vārdiem",
        "the asterisk has to stand for the same names on both sides",
    ),
    "of": (
        "grupai procentos vajag rindu “of:” ar skaitli, no kura tie ir",
        "a group in percent needs a line “of:” with the number that it is a share of",
    ),
}
"""Why something cannot be compared, and what to do."""


_REMEDY = (
    "Izlabojiet to, kas nav pareizi; ja avotā tiešām ir tā",
    "Correct what is wrong; if the source really says so",
)
_REMEDIES = {
    "group": (
        "Pārbaudiet skaitli, apvienojiet grupu ar citu vai neierakstiet to; ja centrs piekrīt to publicēt",
        "Check the figure, join the group with another or leave it out; if the centre agrees to publish it",
    ),
    "mentions": (
        "Ierakstiet to, par ko te jautāts, vai, ja par to nav ko teikt, atstājiet tukšu; ja avotā tiešām ir tā",
        "Write what is asked for here, or leave it empty if there is nothing to say; if the source really says so",
    ),
}
"""What to do where a rule does not hold, by its kind, up to the condition on which that is recorded."""
_SET_AND_REACHED = (
    "noteikto un sasniegto (events_set, events_reached)",
    "what was set and what was reached (events_set, events_reached)",
)


def rules_name_what_exists(book: Book) -> Iterator[Problem]:
    """Each name in a rule or claim stands for what is needed in that place: a figure, a text, a list, a status."""
    for file, called_lv, called_en in (("rules", "Noteikumā", "rule"), ("claims", "Apgalvojumā", "claim")):
        for year, key, rule in each(book, file):
            unfit = [*book.facts[year].unfit(rule)]
            for name, role in unfit:
                there = book.facts[year].names
                hint_lv, hint_en = ("", "") if name in there else did_you_mean(name, there)
                lv, en = _ROLES[role]
                yield book.problem(
                    Name(year, file, key),
                    f"{called_lv} “{key}” nosaukumam “{name}” jāapzīmē {lv}, bet tas to neapzīmē.{hint_lv} Visus "
                    "nosaukumus parāda “.venv/bin/report names”.",
                    f"In the {called_en} “{key}” the name “{name}” has to stand for {en}, but it does not.{hint_en} "
                    "“.venv/bin/report names” lists all names.",
                )
            for names, why in () if unfit else book.facts[year].incomparable(rule):
                lv, en = _WHY[why]
                yield book.problem(
                    Name(year, file, key),
                    f"{called_lv} “{key}” to, kas nosaukts “{names}”, salīdzināt nevar: {lv}.",
                    f"In the {called_en} “{key}”, what is called “{names}” cannot be compared: {en}.",
                )


def rules_hold_or_are_known_not_to(book: Book) -> Iterator[Problem]:
    """Each rule of a year holds, or records in discrepancies.yml say exactly what it finds.

    What follows from a date that is wrong waits for that to be corrected.
    """
    wrong = {(problem.file, problem.line) for problem in dates_lie_in_their_year(book)}
    for year, report in book.years.items():
        for rule, broken in book.broken_rules[year].items():
            if rule == NOT_STATED:  # which is told as a blank
                continue
            lines = {key: parts for key, record in report.discrepancies.items() if (parts := parts_of(record, rule))}
            told = {formula for formulas in lines.values() for formula in formulas}
            new = [finding for finding in broken.findings if finding.formula not in told]
            there = {finding.formula for finding in broken.findings}
            changed = next((key for key, formulas in lines.items() if {*formulas} - there), None)
            unknown = Broken(rule, tuple(new))
            if not new or (unknown.blank and changed is None):  # a blank of which no record speaks is told as a blank
                continue
            says, (place, *more) = rules_of(book, year)[rule].says, _typed(book, year, unknown.names)
            if not wrong.isdisjoint(map(book.loaded.where, (place, *more))):
                continue
            if changed is not None:
                place = Name(year, "discrepancies", changed, "found", rule)
            see_lv, see_en = also_at(book, year, unknown, place)
            found_lv, found_en = in_words(book, year, *map(unknown.in_, LANGUAGES))
            if changed is None:
                remedy_lv, remedy_en = _REMEDIES.get(rules_of(book, year)[rule].kind, _REMEDY)
                yield book.problem(
                    place,
                    f"Neizpildās noteikums “{rule}”: {says.lv} Konstatēts: {found_lv}{see_lv} {remedy_lv}, ierakstiet "
                    f"failā discrepancies.yml (paraugs ir failā data/README.md) pie “found:” rindu {rule}: "
                    f'"{unknown.found}"',
                    f"The rule “{rule}” does not hold: {says.in_('en')} Found: {found_en}{see_en} {remedy_en}, write "
                    f"in discrepancies.yml (data/README.md has an example), under “found:”, the line {rule}: "
                    f'"{unknown.found}"',
                )
                continue
            before = report.discrepancies[changed].found[rule]
            now = PARTS.join([*(one for one in lines[changed] if one in there), *unknown.found.split(PARTS)])
            yield book.problem(
                place,
                f"Neatbilstība ir mainījusies: bija “{before}”, tagad “{now}”. {found_lv}{see_lv} Pārbaudiet "
                f'datus; ja tie ir pareizi, šīs rindas vietā rakstiet {rule}: "{now}"',
                f"The discrepancy has changed: it was “{before}” and is now “{now}”. {found_en}{see_en} Check "
                f'the data; if they are right, replace this line by {rule}: "{now}"',
            )


def rules_of(book: Book, year: str) -> dict[str, Rule]:
    """Give the rules of a year by key, with those that need not be written."""
    return all_rules(book.site.years[year], book.facts[year])


def parts_of(record: Discrepancy, rule: str) -> list[str]:
    """Give the findings of a rule that a record names, none where it does not name the rule."""
    return record.found[rule].split(PARTS) if rule in record.found else []


def what_was_set_is_compared(book: Book) -> Iterator[Problem]:
    """Each number that was set, and each status of a quantitative result, is compared by a rule of the kind `met`."""
    for year in book.years:
        facts = book.facts[year]
        compared = met_by(rules_of(book, year), facts)
        lacking = [name for name in facts.names if _was_set(Name(year, name)) and name not in compared]
        for name in lacking:
            result, key = result_of(name, facts), Name(year, name).keys[-1]
            beside = None if result else (f"“{key.removesuffix('set')}reached”",) * 2
            says = f"“{name}” nesalīdzina neviens noteikums", f"No rule compares “{name}”"
            goals = f"goals: [{{ target: {name}, result: {result or '…'} }}]"
            yield _compare(book, Name(year, name), says, beside, goals)
        for name, found in facts.names.items():
            place = Name(year, name)
            if name in compared or not place.matches("priorities.items.*.quantitative.status") or found not in STATUSES:
                continue
            figures = [*place.above.below("figures").value(book.site)]
            if not any(str(place.above.below("figures", key)) in lacking for key in figures):
                beside = (f"“{figures[0]}_reached”",) * 2 if figures else _SET_AND_REACHED
                says = f"Atzīmi “{name}” neapliecina neviens skaitlis", f"No number confirms the status “{name}”"
                yield _compare(book, place, says, beside, f"status: {name}, goals: [{{ target: …, result: … }}]")


def _compare(book, place, says, beside, rule):
    """Ask for what is to stand `beside`, in both languages, or else for a rule."""
    lv = f"pie “figures:” ierakstiet {beside[0]} vai " if beside else ""
    en = f"under “figures:”, add {beside[1]}, or " if beside else ""
    lv = f"{says[0]}: {lv}failā rules.yml pierakstiet, ar ko to salīdzināt (kind: met, {rule})."
    en = f"{says[1]}: {en}write in rules.yml what it has to be compared with (kind: met, {rule})."
    return book.problem(place, lv, en, "todo")


def _was_set(name):
    """Say whether a figure of a target, or of a priority, is called as something that was set."""
    places = ("targets.other.*.figures.*", "priorities.items.*.*.figures.*")
    return is_set(name.keys[-1]) and name.among(places)[0] is not None


def each(book: Book, file: str) -> Iterator[tuple[str, str, Any]]:
    """Yield `(year, key, item)` of the rules, claims or discrepancies, which are in such a file, year by year."""
    for year, report in book.years.items():
        for key, item in getattr(report, file).items():
            yield year, key, item


def also_at(book: Book, year: str, broken: Broken, here: Name) -> Sentences:
    """Give the places to look at besides `here` in both languages: “ (Sk. arī data/…:11.)”."""
    places = {book.loaded.where(name) for name in _typed(book, year, broken.names)} - {book.loaded.where(here)}
    listed = ", ".join(f"{file}:{line}" for file, line in sorted(places))
    return (f" (Sk. arī {listed}.)", f" (See also {listed}.)") if listed else ("", "")


def _typed(book, year, names):
    """Give those of some names that were typed, then what the others follow from; the names where nothing was."""
    typed = [name for name in names if book.loaded.is_typed(Name(year, name))]
    parts = [part for name in names if name not in typed for part in getattr(book.names[year].get(name), "parts", ())]
    found = [*(Name(year, name) for name in typed), *(_typed(book, year, parts) if parts else ())]
    return found or [Name(year, name) for name in names]
