"""What each count that a sentence shows was when the sentence was last looked at: `data/records/numbers.txt`.

A line is the number, two spaces and its year and name (`18  2024-2025/programmes.opened`). The program writes it on
`main`, together with what it remembers of translations. Where a number since then asks for another form of words, the
sentences round it are to be read again.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from macros.pages.calls import calls_in
from macros.report.compute import Figure
from macros.report.records import NUMBERS, Entry

if TYPE_CHECKING:  # a book asks this module what is remembered
    from macros.report.book import Book
    from macros.report.prose import Passage


def read_numbers(root: Path | str) -> dict[tuple[str, str], int]:
    """Give the numbers that are remembered below `root`, by year and name."""
    entries, _malformed = NUMBERS.read(root)
    return {(year, name): int(entry.fingerprint) for entry in entries for year, name in [entry.name.split("/", 1)]}


def remember_numbers(root: Path | str, book: "Book") -> None:
    """Write what the numbers in the sentences of a book are."""
    said = {(year, name) for year, name, _passage in counted(book)}
    numbers = ((year, name, book.names[year][name]) for year, name in sorted(said))
    NUMBERS.write(root, (Entry(str(figure.value), f"{year}/{name}") for year, name, figure in numbers))


def counted(book: "Book") -> Iterator[tuple[str, str, "Passage"]]:
    """Yield `(year, name, passage)` for each count that a passage shows beside words of its own."""
    for passage in book.passages:
        if "{{" not in passage.raw or not any(letter.isalpha() for letter in passage.words):
            continue
        for call in calls_in(passage.raw, "")[0]:
            year, name = call.get("year") or passage.year or book.site.latest, call.get("name")
            figure = book.names.get(year, {}).get(name) if call.macro == "value" else None
            if isinstance(figure, Figure) and isinstance(figure.value, int):
                yield year, name, passage
