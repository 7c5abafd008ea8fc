"""What several commands ask for first."""

import sys
from argparse import Namespace
from collections.abc import Iterable

from macros.check import inspect
from macros.commands import Ended
from macros.report.book import Book
from macros.report.opened import read_book
from macros.report.translated import Source, Standing, names_of
from macros.words.problems import Problem, did_you_mean


def the_book(options: Namespace, *, sound: bool = False) -> Book:
    """Give data and pages. Where they cannot be read, or have mistakes though they have to be sound, raises `Ended`."""
    book, found = inspect(options.root, keep=True) if sound else read_book(options.root, keep=True)
    wrong = sorted(problem for problem in found if problem.level == "error" or not sound)
    if book is None or (wrong and sound):
        print(*wrong, sep="\n", file=sys.stderr)
        raise Ended(1)
    return book


def exit_code(book: Book | None, found: Iterable[Problem]) -> int:
    """Give the exit code of a check."""
    return 1 if book is None or any(problem.level == "error" for problem in found) else 0


def the_year(options: Namespace, book: Book) -> str:
    """Give the year that was asked for, else the newest. Where there is none such, raises `Ended`."""
    year = options.year or max(book.site.years)
    if year in book.site.years:
        return str(year)
    print(f"Mācību gada {year} datu nav; dati ir par: {', '.join(book.site.years)}.", file=sys.stderr)
    print(f"No data for the school year {year}; there are data for: {', '.join(book.site.years)}.", file=sys.stderr)
    raise Ended(2)


def chosen_sources(standing: Standing, names: list[str], *, everything: bool) -> Iterable[Source]:
    """Give the `Source`s that names mean. Where there is no such name, raises `Ended`."""
    meant = names_of(standing)
    unknown = [name for name in names if name not in meant]
    if unknown:
        lv, en = did_you_mean(unknown[0], meant)
        print(f"Nosauciet lapu, datu failu vai tekstu vai arī rakstiet --all.{lv}", file=sys.stderr)
        print(f"Name a page, a data file or a text, or write --all.{en}", file=sys.stderr)
        raise Ended(2)
    return standing.sources if everything else [source for name in names for source in meant[name]]
