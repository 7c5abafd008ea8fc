"""Commands for those who work in an office program."""

import sys
from argparse import Namespace
from pathlib import Path

from macros.commands.asked import the_book, the_year
from macros.office.in_time import in_time
from macros.office.take import take
from macros.office.take.cell import Filled
from macros.office.take.filled import in_workbook
from macros.office.take.pasted import pasted
from macros.office.unzipped import WORD, Refused
from macros.office.word import propose, the_page
from macros.office.workbook import workbook
from macros.office.workbook.sheets import names_by_label
from macros.report.book import Book

PASTED, WRITTEN = ".txt", ".docx"
"""How the names of files end that hold pasted cells, and texts of Word."""


def run_workbook(options: Namespace) -> int:
    book = the_book(options)
    year = the_year(options, book)
    file = options.to or Path(f"dati-{year}.xlsx")
    file.write_bytes(workbook(book, year))
    print(f"Gatavs: {file}. Aizpildiet to un nododiet: report take {file.name}")
    print(f"Done: {file}. Fill it in and hand it in: report take {file.name}")
    return 0


def run_take(options: Namespace) -> int:
    """Whether what is taken agrees is for the check to judge; what cannot be read as data is not written."""
    book = the_book(options)
    try:
        if options.file.suffix.lower() == WRITTEN:
            return _take_texts(options, book)
        with in_time():
            year, cells = _cells(options, book)
    except Refused as refused:
        print(*refused.sentences, sep="\n", file=sys.stderr)
        return 1
    except FileNotFoundError:
        print(f"Faila {options.file} nav. / There is no file {options.file}.", file=sys.stderr)
        return 2
    options.year = options.year or year
    year = the_year(options, book)
    done = take(options.root, book, year, cells)
    print(*done.told, sep="\n", end="\n" if done.told else "")
    if done.wrong:
        print(*done.wrong, sep="\n", file=sys.stderr)
        print("Nekas nav ierakstīts; izlabojiet šūnas. / Nothing was written; correct the cells.", file=sys.stderr)
        return 1
    for name, words in done.texts.items():
        Path(options.root, name).write_text(words, "utf-8")
    counted = f"{done.taken} / {done.left} / {done.same}"
    print(f"{year}: ņemts / atstāts / nav mainīts – taken / left / unchanged: {counted}")
    if done.texts:
        print("Ierakstīts / written: " + ", ".join(done.texts))
        print("Tālāk: report check pasaka, kas nesaskan. / Next: report check tells what does not agree.")
    return 0


def _content(file: Path) -> bytes:
    """Give what is in a file, no more than a byte above what any may have."""
    with file.open("rb") as opened:
        return opened.read(WORD.largest + 1)


def _take_texts(options: Namespace, book: Book) -> int:
    """Write the texts of a document into their page, to be looked through. Raises `Refused`, and FileNotFoundError."""
    year = the_year(options, book)
    page = the_page(book, options.page or options.file.stem, year, options.language)
    with in_time():
        proposal = propose(book, options.root, _content(options.file), page)
    for name, content in proposal.files.items():
        (options.root / name).write_bytes(content)
    print(*(f"{lv}\n    {en}" for lv, en in proposal.told), sep="\n", end="\n" if proposal.told else "")
    print("Ierakstīts / written: " + (", ".join(proposal.files) or "nekas jauns / nothing new"))
    print("Tālāk: pārlasiet to; report check pasaka, kas nesaskan, arī skaitļus, kas jāizvēlas.")
    print("Next: read it through; report check tells what does not agree, and which numbers are to be chosen.")
    return 0


def _cells(options: Namespace, book: Book) -> tuple[str | None, list[Filled]]:
    """Give the year that a file is for, if it says so, and its cells. Raises `Refused`, and FileNotFoundError."""
    content = _content(options.file)
    if options.file.suffix.lower() != PASTED:
        return in_workbook(content)
    year = options.year or max(book.site.years)
    names = names_by_label(book, year) if year in book.site.years else {}
    return year, pasted(content.decode("utf-8", "replace"), names)
