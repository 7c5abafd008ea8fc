"""The `report` command: what each of `commands` does."""

import os
import sys

from macros.build import add_paper, build, is_built
from macros.check import can_be_tabulated, inspect, judged
from macros.commands import parsed
from macros.data.schema import LANGUAGES
from macros.desk.names import listed
from macros.desk.questions import questions
from macros.desk.renewed import renew
from macros.desk.translations import translations
from macros.history.brought import brought
from macros.history.changes import at, changes
from macros.history.new_year import new_year
from macros.history.summary import summary
from macros.paper import pdf
from macros.paper.publish import newest_pdfs
from macros.report.carried import FILE as CARRIED
from macros.report.opened import read_book
from macros.report.sealed import FILE as SEALED
from macros.report.sealed import seal
from macros.report.translated import FILE, names_of, record
from macros.site import offline
from macros.site.mkdocs import source_date
from macros.words.language import school_year
from macros.words.problems import FORMATS, Problems, did_you_mean, in_short
from macros.words.progress import stage


def main(arguments=None):
    """Run the command and give its exit code: 0 done, 1 problems found, 2 wrong use, 130 broken off."""
    options = parsed(arguments)
    if not (options.root / "data").is_dir():
        print(f"Mapē {options.root} nav ziņojuma: tajā nav mapes “data”.", file=sys.stderr)
        print(f"There is no report in {options.root}: it has no folder “data”.", file=sys.stderr)
        return 2
    try:
        return DONE_BY[options.command](options)
    except Problems as mistake:
        print(mistake, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Pārtraukts; var sākt no jauna. / Broken off; you can start again.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _book(options, *, sound=False):
    """Give data and pages; where they cannot be read, or have mistakes though they have to be sound, say so: None."""
    book, found = inspect(options.root)
    wrong = [problem for problem in found if problem.level == "error"] if sound else found
    if wrong and (sound or book is None):
        print(*wrong, sep="\n", file=sys.stderr)
        return None
    return book


def _check(options):
    if options.since is not None:
        change = brought(options.root, options.since)
        book, found = change.after, change.new
    else:
        book, found = inspect(options.root)
    print(FORMATS[options.format](found), end="")
    return _judgement(book, found)


def _judgement(book, found):
    """Give the exit code of a check."""
    return 1 if book is None or any(problem.level == "error" for problem in found) else 0


def _questions(options):
    book = _book(options, sound=True)
    if book is None:
        return 1
    year = _year(options, book)
    if not year:
        return 2
    print(questions(book, options.language, year), end="")
    return 0


def _year(options, book):
    """Give the year that was asked for, else the newest; None, telling so, where there is none such."""
    year = options.year or max(book.site.years)
    if year in book.site.years:
        return year
    print(f"Mācību gada {year} datu nav; dati ir par: {', '.join(book.site.years)}.", file=sys.stderr)
    print(f"No data for the school year {year}; there are data for: {', '.join(book.site.years)}.", file=sys.stderr)
    return None


def _review(options):
    """What is wrong is part of what is reviewed; only what cannot be read or shown ends it."""
    from macros.desk.review import FOLDER, review  # noqa: PLC0415
    from macros.site.draft import FAILURES, failed  # noqa: PLC0415 – the other commands need not wait for MkDocs

    book, read = read_book(options.root)
    if read:
        print(*sorted(read), sep="\n", file=sys.stderr)
        return 1
    year = _year(options, book)
    if not year:
        return 2
    stage("Pārbauda un veido lapas", "Checking and making the pages")
    errors = [problem for problem in judged(book, read) if problem.level == "error"]
    try:
        page = review(book, errors, options.root, year, options.language)
    except FAILURES as failure:
        print(*(errors or [failed("mkdocs.yml", failure)]), sep="\n", file=sys.stderr)
        return 1
    file = options.root / FOLDER / f"{year}-{options.language}.html"
    file.parent.mkdir(exist_ok=True)
    file.write_text(page, "utf-8")
    print(f"Gatavs: {FOLDER}/{file.name} / Done.")
    if not pdf.available():
        print(pdf.MISSING, file=sys.stderr)
        return 0
    stage("Veido PDF", "Making the PDF")
    file.with_suffix(".pdf").write_bytes(pdf.printed(file.parent, "", page))
    print(f"Gatavs: {FOLDER}/{file.stem}.pdf / Done.")
    return 0


def _serve(options):
    from macros.desk.serve import serve  # noqa: PLC0415 – the other commands need not wait for MkDocs

    return serve(options.root, *options.address)


def _build(options):
    stage("Pārbauda datus un lapas", "Checking data and pages")
    book, found = inspect(options.root)
    print(in_short(found), end="")
    if _judgement(book, found):
        print(
            "Vietne nav uzbūvēta; iepriekšējā palika, kāda bija. / "
            "The site was not built; the previous one is unchanged."
        )
        return 1
    done = build(book, options.root, options.root / options.to)
    print(f"Gatavs: {options.to}/index.html / Done." if not done else "Vietne nav uzbūvēta. / The site was not built.")
    return done


def _pdf(options):
    book, missing = _built(options)
    if missing:
        return missing
    if not pdf.available():
        print(pdf.MISSING, file=sys.stderr)
        return 1
    done = add_paper(book, options.root, options.root / options.site)
    unmade = "PDF nav izveidots; vietne palika, kāda bija. / No PDF was made; the site is unchanged."
    print(unmade if done else "Gatavs. / Done.")
    return done


def _zip(options):
    """Tell what there is to pass on as `name=file`, which is also how GitHub's steps tell it to later ones."""
    site, target = options.root / options.site, options.root / f"{offline.NAME}.zip"
    _book_of_it, missing = _built(options)
    if missing:
        return missing
    offline.pack(site, target, source_date(options.root))
    print(f"site={target}")
    for language, file in newest_pdfs(site).items():
        print(f"pdf_{language}={file}")
    return 0


def _built(options):
    """Give the book, and 0 where the site is built from it; otherwise tell what to do and give the exit code."""
    book = _book(options, sound=True)
    if book is None:
        return None, 1
    site = options.root / options.site
    if is_built(book, site):
        return book, 0
    print(f"Mapē {site} nav no šiem datiem uzbūvētas vietnes. Uzbūvējiet to: make site", file=sys.stderr)
    print(f"There is no site built from these data in {site}. Build it: make site", file=sys.stderr)
    return None, 2


def _names(options):
    book = _book(options)
    if book is None:
        return 1
    year = _year(options, book)
    if not year:
        return 2
    print(listed(book, options.word, year), end="")
    return 0


def _diff(options):
    """What was wrong before is no matter; that it can be read is."""
    before, found = at(options.root, options.base)
    after, now = inspect(options.root)
    for book, problems in ((after, now), (before, found)):
        if not can_be_tabulated(book):
            print(*(problem for problem in problems if problem.level == "error"), sep="\n", file=sys.stderr)
            return 1
    print(changes(before, after, options.base, options.language), end="")
    return 0


def _translations(options):
    book = _book(options)
    if book is None:
        return 1
    chosen = _chosen(book.translation, options.name, everything=not options.name)
    if chosen is None:
        return 2
    print(translations(book, chosen), end="")
    return 0


def _chosen(standing, names, *, everything):
    """Give the `Source`s that names mean; where there is no such name say so and give None."""
    meant = names_of(standing)
    unknown = [name for name in names if name not in meant]
    if unknown or not (names or everything):
        lv, en = did_you_mean(unknown[0], meant) if unknown else ("", "")
        print(f"Nosauciet lapu, datu failu vai tekstu vai arī rakstiet --all.{lv}", file=sys.stderr)
        print(f"Name a page, a data file or a text, or write --all.{en}", file=sys.stderr)
        return None
    return standing.sources if everything else [source for name in names for source in meant[name]]


def _summary(options):
    print(summary(options.root, options.base, options.language, os.environ), end="")
    return 0


def _translated(options):
    book = _book(options)
    if book is None:
        return 1
    standing = book.translation
    chosen = _chosen(standing, options.name, everything=options.all)
    if chosen is None:
        return 2
    new, gone = record(options.root, standing, chosen)
    for name in new:
        print(f"{name}: tulkojums atbilst / the translation fits")
    for name in gone:
        print(f"{name}: vairs nav, rinda izdzēsta / no longer exists, line deleted")
    done = f"Pierakstīts failā {FILE}. / Recorded in {FILE}."
    print(done if new or gone else "Tas jau pierakstīts. / It is already recorded.")
    return 0


def _renew(options):
    book = _book(options)
    if book is None:
        return 1
    changed = renew(options.root, book)
    for path in changed:
        print(f"{path}: " + ("atjaunots / renewed" if (options.root / path).exists() else "izdzēsts / deleted"))
    if not changed:
        print("Viss jau ir atjaunots. / All is up to date.")
    return 0


def _new_year(options):
    stage("Pārņem iepriekšējo gadu un pārbauda", "Taking over the year before and checking")
    try:
        opened = new_year(options.root, options.year)
    except Problems as mistake:
        print(mistake, file=sys.stderr)
        return 1
    renew(options.root, inspect(options.root)[0])  # the year can be chosen in the issue forms
    lv, en = (school_year(opened.before, language) for language in LANGUAGES)
    print(f"Atvērts melnraksts: data/{options.year}, docs/lv/{options.year}, docs/en/{options.year}.")
    print(f"Skaitļi ir tukši; mērķi un prioritātes ir tie, kas tam noteikti {lv} mācību gadā; arī teksti ir no tā.")
    print(f"Kas vēl jāpārlasa, ir sarakstā {CARRIED}; “make check” pasaka, kas vēl darāms.")
    print(f"A draft is open: data/{options.year}, docs/lv/{options.year}, docs/en/{options.year}.")
    print(f"Numbers are blank; targets and priorities are those set for it in {en}; texts come from that year too.")
    print(f"What has yet to be gone through is in {CARRIED}; “make check” tells what is to do.")
    if opened.rules:
        print("Noteikumi par to, kā vairs nav, palika iepriekšējā gadā / Rules on what is gone stayed behind:")
        print("  " + ", ".join(opened.rules))
    if opened.texts:
        print("Teksts par prioritātēm, kuru vairs nav, palika iepriekšējā gadā:")
        print("Words on priorities that are gone stayed behind:")
        print("  " + ", ".join(opened.texts))
    return 0


def _freeze(options):
    year = options.year
    book, found = inspect(options.root)
    sealed = book and year in book.seals and year in book.site.years
    mended = sealed and len(book.site.years[year].corrections) > book.seals[year].corrections
    rest = [one for one in found if not (mended and one.rule == "a_sealed_year_stays_as_it_is")]
    if book is None or any(problem.level == "error" for problem in rest):
        print(*(problem for problem in rest if problem.level == "error"), sep="\n", file=sys.stderr)
        return 1
    if year not in book.site.years or book.site.years[year].report.status != "final":
        final = [one for one, report in book.site.years.items() if report.report.status == "final"]
        print(f"Noslēgt var tikai galīgu ziņojumu (report.yml: status: final); tādi ir: {', '.join(final) or '–'}.")
        print(f"Only a final report can be sealed (report.yml: status: final); there are: {', '.join(final) or '–'}.")
        return 2
    seal(options.root, year, len(book.site.years[year].corrections))
    print(f"Noslēgts: {year}; pierakstīts failā {SEALED}. Kas tajā mainās, turpmāk jāpaskaidro failā corrections.yml.")
    print(f"Sealed: {year}; recorded in {SEALED}. From now on each change in it needs a record in corrections.yml.")
    return 0


def _verify(options):
    from macros.paper.verify import told, verify  # noqa: PLC0415 – the other commands need not wait for pikepdf

    verified = verify(options.file, options.root / options.site)
    print(told(verified))
    return 0 if verified.holds else 1


DONE_BY = {
    "check": _check,
    "questions": _questions,
    "review": _review,
    "serve": _serve,
    "build": _build,
    "pdf": _pdf,
    "zip": _zip,
    "names": _names,
    "diff": _diff,
    "summary": _summary,
    "translations": _translations,
    "translated": _translated,
    "renew": _renew,
    "new-year": _new_year,
    "freeze": _freeze,
    "verify": _verify,
}


if __name__ == "__main__":
    sys.exit(main())
