"""What is said of a figure that a known discrepancy speaks of."""

from macros.data.schema import LANGUAGES
from macros.pages.calls import calls_in
from macros.report.book import Book
from macros.report.once import once_per_book
from macros.report.rules import known
from macros.show.tables.shape import SiteLink, filled, label

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
    """Give the way to each record that speaks of a figure."""
    return tuple(_link(book, year, key) for key in doubted(book, year).get(name, ()))


def _link(book, year, key) -> SiteLink:
    title = book.site.years[year].discrepancies[key].title
    marks = {one: {"{title}": title.in_(one)} for one in LANGUAGES}
    return SiteLink(f"{year}/{DISCREPANCIES}.md", filled(label(book, "figure_doubted"), **marks), key)
