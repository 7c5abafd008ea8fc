"""The project, opened: all that stands in its files, as far as reading tells."""

from pathlib import Path

from macros.data.load import load
from macros.pages.nav import nav
from macros.pages.page import read_pages
from macros.report.book import Book
from macros.report.carried import read_carried
from macros.report.counted import read_numbers
from macros.report.editions import of_no_year, read_editions
from macros.report.issue_forms import read_issue_forms
from macros.report.odd import odd_files
from macros.report.records import unwelcome
from macros.report.sealed import read_seals
from macros.report.translated import read_entries
from macros.words.problems import Problem, Problems


def read_book(root: Path | str, *, keep: bool = False) -> tuple[Book | None, set[Problem]]:
    """Give `(book, problems)` as far as reading tells; whether data and pages agree is for `judged` to say.

    `keep` is that of `load`.
    """
    if unwelcome_files := odd_files(root):
        return None, set(unwelcome_files)
    pages, found = read_pages(root)
    entries, malformed = read_entries(root)
    editions, damaged = read_editions(root)
    seals, odd = read_seals(root, editions)
    numbers, misshapen = read_numbers(root)
    unreadable = frozenset({one.file for one in found if one.file.endswith(".md")} - {page.file for page in pages})
    found += [*unwelcome(root), *malformed, *odd, *misshapen, *damaged]
    try:
        seen = (read_carried(root), seals, read_issue_forms(root), unreadable, numbers, editions)
        loaded = load(root, keep=keep)
        found += of_no_year(editions, loaded.site.years)
        return Book(loaded, tuple(pages), nav(root), entries, *seen), set(found)
    except Problems as problems:
        return None, {*found, *problems.found}
