"""The `report` command: `check` tells all that is wrong, `questions` what to ask, `verify` what a signed copy holds."""

import argparse
import os
import sys
from pathlib import Path

from macros import pdf
from macros.build import add_paper, build
from macros.changes import at, changes
from macros.check import inspect, judged, read_book
from macros.compute import Figure
from macros.downloads import data_json
from macros.language import written
from macros.problems import FORMATS, Problems, did_you_mean
from macros.questions import questions
from macros.render import Renderer
from macros.schema import LANGUAGES
from macros.translated import FILE, names_of, record

WIDEST = 90  # characters of a value that a list of names shows


def main(arguments=None):
    """Run the command and give its exit code: 0 done, 1 problems found, 2 wrong use."""
    parser = argparse.ArgumentParser(
        prog="report", description="Pašnovērtējuma ziņojuma rīks. The tool of the self-assessment report."
    )
    parser.add_argument("--root", type=Path, default=Path(), help="projekta mape / the project's folder")
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("check", help="pārbaudīt datus un lapas / check data and pages")
    command.add_argument("--format", choices=FORMATS, default="text", help="kā rādīt / how to show (text)")
    command = commands.add_parser("questions", help="jautājumi centram, drukāšanai / questions to the centre, to print")
    command.add_argument("--language", choices=LANGUAGES, default="lv", help="valoda / language (lv)")
    command.add_argument("--year", help="mācību gads, piemēram, 2024-2025 / school year (the latest)")
    command = commands.add_parser("review", help="gada lapas pārskatīšanai ar pildspalvu / a year to review with a pen")
    command.add_argument("--language", choices=LANGUAGES, default="lv", help="valoda / language (lv)")
    command.add_argument("--year", help="mācību gads, piemēram, 2024-2025 / school year (the latest)")
    command = commands.add_parser("serve", help="rādīt vietni, kamēr to raksta / show the site while it is written")
    command.add_argument("--address", default="127.0.0.1:8000", help="adrese un ports / address and port (%(default)s)")
    command = commands.add_parser("build", help="uzbūvēt vietni / build the site")
    command.add_argument("--to", type=Path, default=Path("site"), help="kur / where (site)")
    command = commands.add_parser(
        "pdf", help="izveidot PDF no uzbūvētās vietnes lapām / make PDFs of the built site’s pages"
    )
    command.add_argument("--site", type=Path, default=Path("site"), help="vietnes mape / the site's folder (site)")
    command = commands.add_parser("names", help="parādīt visus nosaukumus / list all names")
    command.add_argument(
        "word",
        nargs="?",
        default="",
        help="tikai tos, kuru nosaukumā vai vērtībā ir šis vārds / only those whose name or value has this word",
    )
    command = commands.add_parser("diff", help="kas mainījies kopš kāda labojuma / what has changed since a commit")
    command.add_argument(
        "base", help="zars, iezīme vai labojums, piemēram, main / a branch, tag or commit, such as main"
    )
    command.add_argument("--language", choices=LANGUAGES, default="lv", help="valoda / language (lv)")
    command = commands.add_parser("translated", help="tulkojums pārskatīts / a translation has been reviewed")
    command.add_argument("page", nargs="*", help="lapa, datu fails vai teksts / a page, data file or text")
    command.add_argument("--all", action="store_true", help="viss / everything")
    command = commands.add_parser(
        "verify",
        help="vai parakstītajā failā ir nemainīts uzbūvētais PDF / whether a signed file holds the built PDF unchanged",
    )
    command.add_argument("file", type=Path, help="parakstītais PDF, .edoc vai .asice / the signed PDF, .edoc or .asice")
    command.add_argument("--site", type=Path, default=Path("site"), help="vietnes mape / the site's folder (site)")
    options = parser.parse_args(arguments)
    if not (options.root / "data").is_dir():
        print(f"Mapē {options.root} nav ziņojuma: tajā nav mapes “data”.", file=sys.stderr)
        print(f"There is no report in {options.root}: it has no folder “data”.", file=sys.stderr)
        return 2
    try:
        return COMMANDS[options.command](options)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _check(options):
    book, found = inspect(options.root)
    print(FORMATS[options.format](found), end="")
    return 1 if book is None or any(problem.level == "error" for problem in found) else 0


def _questions(options):
    book, found = inspect(options.root)
    errors = [problem for problem in found if problem.level == "error"]
    if errors:
        print(*errors, sep="\n", file=sys.stderr)
        return 1
    year = _year(options, book)
    if not year:
        return 2
    print(questions(book, options.language, year), end="")
    return 0


def _year(options, book):
    """Give the year that was asked for, or None, telling that there is none such."""
    year = options.year or book.site.latest
    if year in book.site.years:
        return year
    print(f"Mācību gada {year} datu nav; dati ir par: {', '.join(book.site.years)}.", file=sys.stderr)
    print(f"No data for the school year {year}; there are data for: {', '.join(book.site.years)}.", file=sys.stderr)
    return None


def _review(options):
    """What is wrong is part of what is reviewed; only what cannot be read or shown ends it."""
    from macros.draft import FAILURES, failed  # noqa: PLC0415 – the other commands need not wait for MkDocs
    from macros.review import FOLDER, review  # noqa: PLC0415

    book, read = read_book(options.root)
    if read:
        print(*sorted(read), sep="\n", file=sys.stderr)
        return 1
    year = _year(options, book)
    if not year:
        return 2
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
    file.with_suffix(".pdf").write_bytes(pdf.printed(file.parent, "", page))
    print(f"Gatavs: {FOLDER}/{file.stem}.pdf / Done.")
    return 0


def _serve(options):
    from macros.serve import serve  # noqa: PLC0415 – the other commands need not wait for MkDocs

    host, _, port = options.address.rpartition(":")
    return serve(options.root, host, int(port))


def _build(options):
    options.format = "text"
    problems = _check(options)
    if problems:
        print(
            "Vietne nav uzbūvēta; iepriekšējā palika, kāda bija. / The site was not built; the last one is unchanged."
        )
        return problems
    done = build(options.root, options.root / options.to)
    print(f"Gatavs: {options.to}/index.html / Done." if not done else "Vietne nav uzbūvēta. / The site was not built.")
    return done


def _pdf(options):
    book, found = inspect(options.root)
    errors = [problem for problem in found if problem.level == "error"]
    if errors:
        print(*errors, sep="\n", file=sys.stderr)
        return 1
    site = options.root / options.site
    data = {site / year / "data.json": data_json(book.site, year) for year in book.site.years}
    pages = [site / language / path.removesuffix(".md") for language in ("", "en") for path in book.nav]
    if any(not file.is_file() or file.read_bytes() != content for file, content in data.items()) or not all(
        page.is_dir() or page.name == "index" for page in pages
    ):
        print(f"Mapē {options.site} nav no šiem datiem uzbūvētas vietnes. Uzbūvējiet to: make site", file=sys.stderr)
        print(f"There is no site built from these data in {options.site}. Build it: make site", file=sys.stderr)
        return 2
    if not pdf.available():
        print(pdf.MISSING, file=sys.stderr)
        return 1
    done = add_paper(options.root, site)
    unmade = "PDF nav izveidots; vietne palika, kāda bija. / No PDF was made; the site is unchanged."
    print(unmade if done else "Gatavs. / Done.")
    return done


def _names(options):
    book, found = inspect(options.root)
    if book is None:
        print(*found, sep="\n", file=sys.stderr)
        return 1
    word, renderers = options.word.lower(), [Renderer(book, language) for language in LANGUAGES]
    for name, value in book.names[book.site.latest].items():
        shown = " · ".join(dict.fromkeys(_shown(value, renderer) for renderer in renderers))
        if word in f"{name} {shown}".lower():
            print(f'{{{{ value("{name}") }}}}  {shown}')
    for macro, named in (("table", book.tables), ("figure", book.figures)):
        for name in named[book.site.latest]:
            if word in name:
                print(f'{{{{ {macro}("{name}") }}}}')
    return 0


def _diff(options):
    """What was wrong before is no matter; that it can be read is."""
    try:
        before, found = at(options.root, options.base)
    except Problems as mistake:
        print(mistake, file=sys.stderr)
        return 2
    after, now = inspect(options.root)
    if before is None or after is None:
        print(*(now if after is None else found), sep="\n", file=sys.stderr)
        return 1
    print(changes(before, after, options.base, options.language), end="")
    return 0


def _translated(options):
    book, found = inspect(options.root)
    if book is None:
        print(*found, sep="\n", file=sys.stderr)
        return 1
    standing, meant = book.translation, names_of(book.translation)
    unknown = [name for name in options.page if name not in meant]
    if unknown or not (options.page or options.all):
        lv, en = did_you_mean(unknown[0], meant) if unknown else ("", "")
        print(f"Nosauciet lapu, datu failu vai tekstu vai arī rakstiet --all.{lv}", file=sys.stderr)
        print(f"Name a page, a data file or a text, or write --all.{en}", file=sys.stderr)
        return 2
    chosen = standing.sources if options.all else [source for name in options.page for source in meant[name]]
    new, gone = record(options.root, standing, chosen)
    for name in new:
        print(f"{name}: tulkojums atbilst / the translation fits")
    for name in gone:
        print(f"{name}: vairs nav, rinda izdzēsta / no longer exists, line deleted")
    done = f"Pierakstīts failā {FILE}. / Recorded in {FILE}."
    print(done if new or gone else "Tas jau pierakstīts. / It is already recorded.")
    return 0


def _verify(options):
    from macros.verify import told, verify  # noqa: PLC0415 – the other commands need not wait for pikepdf

    try:
        verified = verify(options.file, options.root / options.site)
    except Problems as mistake:
        print(mistake, file=sys.stderr)
        return 2
    print(told(verified))
    return 0 if verified.holds else 1


def _shown(value, renderer):
    if isinstance(value, Figure):
        return "–" if value.value is None else written(value, renderer.language)
    words = renderer.words(value, renderer.site.latest, reviewed=False)
    return words if len(words) <= WIDEST else words[: WIDEST - 1] + "…"


COMMANDS = {
    "check": _check,
    "questions": _questions,
    "review": _review,
    "serve": _serve,
    "build": _build,
    "pdf": _pdf,
    "names": _names,
    "diff": _diff,
    "translated": _translated,
    "verify": _verify,
}


if __name__ == "__main__":
    sys.exit(main())
