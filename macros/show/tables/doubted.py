"""What is said of a figure that a known discrepancy speaks of."""

from macros.data.schema import LANGUAGES, Text
from macros.pages.calls import calls_in
from macros.report.book import Book
from macros.report.once import once_per_book
from macros.report.rules import known
from macros.show.tables.shape import SiteLink, label

DISCREPANCIES = "discrepancies"
"""The page of a year that lists what does not agree, and the table on it."""


@once_per_book
def doubted(book: Book, year: str) -> dict[str, tuple[str, ...]]:
    """Give the records that readers see and whose note shows a figure: name of the figure → keys of the records."""
    found: dict[str, tuple[str, ...]] = {}
    for key, record in book.site.years[year].discrepancies.items():
        if record.shown and known(record, book.broken_rules[year]):
            calls, _problems = calls_in(record.note.lv, "")
            for name in dict.fromkeys(call.get("name") for call in calls if call.macro == "value"):
                if name:
                    found[name] = (*found.get(name, ()), key)
    return found


def doubts(book: Book, year: str, name: str) -> tuple[SiteLink, ...]:
    """Give the way to each record that speaks of a figure, in few words, as figures are many; several are numbered."""
    keys = doubted(book, year).get(name, ())
    words = label(book, "figure_doubted")
    return tuple(
        SiteLink(f"{year}/{DISCREPANCIES}.md", _numbered(words, at) if keys[1:] else words, key)
        for at, key in enumerate(keys, 1)
    )


def _numbered(words, number) -> Text:
    return Text(**{one: f"{words.in_(one)} ({number})" for one in LANGUAGES})
