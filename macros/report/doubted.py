"""Which figures are doubted: those that a known discrepancy speaks of."""

from macros.pages.calls import calls_in
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.once import once_per_data
from macros.report.rules import known


@once_per_data
def doubted(book: Book, year: str) -> dict[str, tuple[str, ...]]:
    """Give the records that readers see and whose note shows a figure: name of the figure → keys of the records."""
    found: dict[str, tuple[str, ...]] = {}
    for key, record in book.site.years[year].discrepancies.items():
        if record.shown and known(record, book.broken_rules[year]):
            calls, _problems = calls_in(record.note.lv, "")
            of_year = (call for call in calls if call.macro == "value" and book.year_of(call, year) == year)
            for name in dict.fromkeys(call.get("name") or "" for call in of_year):
                if isinstance(book.names[year].get(name), Figure):
                    found[name] = (*found.get(name, ()), key)
    return found
