"""Commands that tell of changes, and make them."""

import os
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from macros.check import can_be_tabulated, judged
from macros.check.sealed import renewed
from macros.commands.asked import chosen_sources, the_book, the_year
from macros.data.schema import LANGUAGES
from macros.desk.renewed import renew
from macros.history.base import at
from macros.history.changes import changes
from macros.history.corrected import corrections
from macros.history.new_page import new_page
from macros.history.new_year import new_year
from macros.history.steps import steps
from macros.history.summary import summary
from macros.report.counted import remember_numbers
from macros.report.editions import keep_editions
from macros.report.opened import read_book
from macros.report.records import SEALED, TRANSLATED
from macros.report.sealed import OPEN, seal
from macros.report.translated import record
from macros.words.language import school_year
from macros.words.problems import Problems
from macros.words.progress import stage


def run_diff(options: Namespace) -> int:
    """What was wrong before is no matter; that it can be read is."""
    before, found = at(options.root, options.base)
    after, now = read_book(options.root)
    if can_be_tabulated(after) and can_be_tabulated(before):
        print(changes(before, after, options.base, options.language), end="")
        return 0
    problems = judged(before, found) if can_be_tabulated(after) else judged(after, now)
    print(*(problem for problem in problems if problem.level == "error"), sep="\n", file=sys.stderr)
    return 1


def run_summary(options: Namespace) -> int:
    print(summary(options.root, options.base, options.language, os.environ), end="")
    return 0


def run_translated(options: Namespace) -> int:
    book = the_book(options)
    standing = book.translation
    chosen = chosen_sources(standing, options.name, everything=options.all)
    new, gone = record(options.root, standing, chosen)
    sealed = [] if options.name else [*renewed(book)]
    for year in sealed:
        _seal(options.root, book, year)
    if not options.name:
        remember_numbers(options.root, book)
    for name in new if options.name else ():
        print(f"{name}: tulkojums atbilst / the translation fits")
    for name in gone if options.name else ():
        print(f"{name}: vairs nav, rinda izdzēsta / no longer exists, line deleted")
    done = f"Pierakstīts failā {TRANSLATED}. / Recorded in {TRANSLATED}."
    for year in sealed:
        print(f"{year}: noslēgts no jauna, ar labojumiem / sealed anew, with its corrections")
    print(done if new or gone else "Tas jau pierakstīts. / It is already recorded.")
    return 0


def _seal(root, book, year):
    """Seal a year as it is now; give the files in which the figures of its editions are kept."""
    from macros.history.editions import editions  # noqa: PLC0415 – it makes pages, which other commands do not

    kept = keep_editions(root, editions(book, Path(root), year))
    seal(root, year, len(book.site.years[year].corrections))
    return kept


def run_new_year(options: Namespace) -> int:
    stage("Pārņem iepriekšējo gadu un pārbauda", "Taking over the previous year and checking")
    try:
        opened = new_year(options.root, options.year)
    except Problems as mistake:
        print(mistake, file=sys.stderr)
        return 1
    book = read_book(options.root)[0]
    if book:
        renew(options.root, book)  # the year can be chosen in the issue forms
    lv, en = (school_year(opened.before, language) for language in LANGUAGES)
    print(f"Atvērts gads {options.year}. Skaitļi ir tukši; mērķi un prioritātes ir tie, kas tam noteikti {lv} gadā.")
    print(f"The year {options.year} is open. Numbers are blank; targets and priorities are those set for it in {en}.")
    if opened.rules:
        print(
            "Noteikumi par ierakstiem, kuru vairs nav, palika iepriekšējā gadā / Rules on what is gone stayed behind:"
        )
        print("  " + ", ".join(opened.rules))
    if opened.texts:
        print("Teksts par prioritātēm, kuru vairs nav, palika iepriekšējā gadā:")
        print("Words on priorities that are gone stayed behind:")
        print("  " + ", ".join(opened.texts))
    print(f"\n{_to_do(book, options.year)}" if book else "", end="")
    return 0


def run_steps(options: Namespace) -> int:
    book = the_book(options)
    year = the_year(options, book)
    mistakes = sum(problem.level == "error" for problem in judged(book, (), Path(options.root)))
    print(_to_do(book, year, mistakes), end="")
    return 0


def _to_do(book, year, mistakes=0):
    """Give what is left to do in a year, numbered, each line in Latvian with the English below it: 14 lines at most."""
    lines = [f"Kas {year} mācību gadā vēl darāms, šādā secībā / What is left to do in {year}, in this order:"]
    said_in = (steps(book, year, language, mistakes) for language in LANGUAGES)
    for number, said in enumerate(zip(*said_in, strict=True), 1):
        lines += [f"{number}. {said[0]}.", f"   {said[1]}."]
    lines.append("Katru vietu atsevišķi parāda “make check”. / “make check” shows each place.")
    return "\n".join(lines) + "\n"


def run_new_page(options: Namespace) -> int:
    book = the_book(options, sound=True)
    try:
        written = new_page(options.root, book, options.name)
    except Problems as mistake:
        print(mistake, file=sys.stderr)
        return 1
    if (opened := read_book(options.root)[0]) is not None:
        renew(options.root, opened)  # the page can be chosen in the issue forms
    print(*written, sep="\n")
    print("Kas jāaizpilda, pasaka “make check”. / “make check” tells what to fill in.")
    return 0


def run_freeze(options: Namespace) -> int:
    year = options.year
    book = the_book(options, sound=True)
    if year not in book.site.years or book.site.years[year].report.status != "final":
        final = [one for one, report in book.site.years.items() if report.report.status == "final"]
        print(f"Noslēgt var tikai galīgu ziņojumu (report.yml: status: final); tādi ir: {', '.join(final) or '–'}.")
        print(f"Only a final report can be sealed (report.yml: status: final); there are: {', '.join(final) or '–'}.")
        return 2
    kept = _seal(options.root, book, year)
    print(f"Noslēgts: {year}; pierakstīts failā {SEALED}. Kas tajā mainās, turpmāk jāpaskaidro failā corrections.yml.")
    print(f"Sealed: {year}; recorded in {SEALED}. From now on each change in it needs a record in corrections.yml.")
    print("Izdevumu skaitļi / the figures of the editions:", *kept, sep="\n  ")
    return 0


def run_correct(options: Namespace) -> int:
    book = the_book(options)
    if options.year not in book.seals or options.year not in book.site.years:
        print(f"Noslēgto gadu vidū {options.year} nav; noslēgti ir: {', '.join(book.seals) or '–'}.")
        print(f"The year {options.year} is not sealed; these are: {', '.join(book.seals) or '–'}.")
        return 2
    today = f"{date.today()}"  # noqa: DTZ011 – the day where they are
    ready = corrections(options.root, _published(options), book, options.year, today)
    if not ready:
        print("Par visu, kas mainīts, labojumi jau ir. / There are corrections for all that has changed.")
        return 0
    name = f"data/{options.year}/{OPEN}"
    file = Path(options.root, name)
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n{ready}", "utf-8")
    print(f"{ready}Pierakstīts failā {name}; pārlasiet un, ja ir ko teikt, pievienojiet iemeslu (reason).")
    print(f"Written to {name}; read it through and, if there is one to give, add the reason.")
    return 0


def _published(options):
    """Give what stands in main, or None where that is not known."""
    try:
        book, _found = at(options.root, options.since)
    except Problems:
        return None
    return book if can_be_tabulated(book) else None


def run_renew(options: Namespace) -> int:
    book = the_book(options)
    changed = renew(options.root, book)
    for path in changed:
        print(f"{path}: " + ("atjaunots / renewed" if (options.root / path).exists() else "izdzēsts / deleted"))
    if not changed:
        print("Viss jau ir atjaunots. / All is up to date.")
    return 0
