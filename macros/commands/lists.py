"""Commands that tell how things stand."""

import sys
from argparse import Namespace

from macros.check import judged
from macros.commands.asked import chosen_sources, the_book, the_year
from macros.desk.names import listed
from macros.desk.questions import questions
from macros.desk.translations import translations
from macros.pages.nav import NAV
from macros.paper import pdf
from macros.paper.document import NO_PDF
from macros.report.opened import read_book
from macros.words.progress import stage


def run_names(options: Namespace) -> int:
    book = the_book(options)
    year = the_year(options, book)
    found = listed(book, options.word, year)
    print(found or f"Nekā ar “{options.word}” nav. / There is nothing with “{options.word}”.\n", end="")
    return 0


def run_questions(options: Namespace) -> int:
    book = the_book(options, sound=True)
    year = the_year(options, book)
    print(questions(book, options.language, year), end="")
    return 0


def run_translations(options: Namespace) -> int:
    book = the_book(options)
    chosen = chosen_sources(book.translation, options.name, everything=not options.name)
    print(translations(options.root, book, chosen), end="")
    return 0


def run_review(options: Namespace) -> int:
    """What is wrong is part of what is reviewed; only what cannot be read or shown ends it."""
    from macros.desk.review import FOLDER, review  # noqa: PLC0415
    from macros.site.draft import FAILURES, failed  # noqa: PLC0415 – the other commands need not wait for the engine

    book, read = read_book(options.root)
    if book is None or read:
        print(*sorted(read), sep="\n", file=sys.stderr)
        return 1
    year = the_year(options, book)
    stage("Pārbauda un veido lapas", "Checking and making the pages")
    errors = [problem for problem in judged(book, read, options.root) if problem.level == "error"]
    try:
        page = review(book, errors, options.root, year, options.language)
    except FAILURES as failure:
        print(*(errors or [failed(NAV, failure)]), sep="\n", file=sys.stderr)
        return 1
    file = options.root / FOLDER / f"{year}-{options.language}.html"
    file.parent.mkdir(exist_ok=True)
    file.write_text(page, "utf-8")
    print(f"Gatavs: {FOLDER}/{file.name} / Done.")
    if not pdf.available():
        print(NO_PDF, file=sys.stderr)
        return 0
    stage("Veido PDF", "Making the PDF")
    file.with_suffix(".pdf").write_bytes(pdf.printed(file.parent, "", page))
    print(f"Gatavs: {FOLDER}/{file.stem}.pdf / Done.")
    return 0
