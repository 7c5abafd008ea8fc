"""What a new school year still says in the words of the year before: `data/records/carried.txt`.

It is a list to work through: each line names a page (`2025-2026/learners.md`) or a file of data
(`data/2025-2026/learners.yml`). Whoever has gone through it deletes its line.
"""

from collections.abc import Iterable
from pathlib import Path

from macros.data.name import Name
from macros.pages.page import Page
from macros.report.book import Book
from macros.report.records import CARRIED, Entry, pages_first


def read_carried(root: Path | str) -> dict[str, int]:
    """Give the names to work through below `root` with their lines."""
    entries, _none_malformed = CARRIED.read(root)
    return {entry.name.strip(): entry.line for entry in entries}


def carry(root: Path | str, names: Iterable[str]) -> None:
    """Add pages and files of data, by their names, to what is to be gone through."""
    entries = [Entry("", name) for name in {*read_carried(root), *names}]
    CARRIED.write(root, sorted(entries, key=pages_first))


def to_review(book: Book, page: Page) -> bool:
    """Say whether a page, or data that it shows, have yet to be gone through."""
    if not book.carried:
        return False
    calls = [(book.year_of(call, page.year), call.get("name")) for call in page.calls]
    shown = {book.loaded.where(Name(year, name))[0] for year, name in calls if name}
    return page.path in book.carried or not shown.isdisjoint(book.carried)
