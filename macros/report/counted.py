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
from macros.words.problems import Problem

if TYPE_CHECKING:  # a book asks this module what is remembered
    from macros.report.book import Book
    from macros.report.prose import Passage


def read_numbers(root: Path | str) -> tuple[dict[tuple[str, str], int], list[Problem]]:
    """Give `(numbers, problems)`: the numbers that are remembered below `root`, by year and name."""
    entries, malformed = NUMBERS.read(root)
    places = {entry: entry.name.split("/", 1) for entry in entries}
    return {(year, name): int(entry.fingerprint) for entry, (year, name) in places.items()}, malformed


def remember_numbers(root: Path | str, book: "Book") -> None:
    """Write what the numbers in the sentences of a book are."""
    said = sorted((f"{year}/{figure.name}", str(figure.value)) for year, figure, _passage in counted(book))
    NUMBERS.write(root, (Entry(number, name) for name, number in said))


def counted(book: "Book") -> Iterator[tuple[str, Figure, "Passage"]]:
    """Yield `(year, figure, passage)` for each count that a passage shows beside words of its own.

    A phrase of `words.yml` that has the number in its midst bends as a whole, so its sentence need not be read again.
    """
    for passage in book.passages:
        if "{{" not in passage.raw or not any(letter.isalpha() for letter in passage.words):
            continue
        for call in calls_in(passage.raw, "")[0]:
            figure = book.shown_by(call, passage.year) if call.macro == "value" else None
            noun = book.site.words.phrases.get((call.get("noun") or "").partition(".")[0])
            bends = noun is not None and any("{" in form for form in noun.en.values())
            if isinstance(figure, Figure) and isinstance(figure.value, int) and not bends:
                yield book.year_of(call, passage.year), figure, passage
