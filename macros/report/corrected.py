"""Which figures have been corrected since publication: those that corrections name, and what follows from them."""

from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.once import once_per_data

WORDLESS = {
    "lv": {"new": "Tā te nebija.", "lost": "Tā te vairs nav.", "same": "Latviešu teksts nav mainīts."},
    "en": {"new": "It was not there.", "lost": "It is gone.", "same": "The English text has not changed."},
}
"""What a correction that the program makes ready says where a language has no words of its own."""


@once_per_data
def corrected(book: Book, year: str) -> dict[str, tuple[str, ...]]:
    """Give `name → numbers of its corrections`, the first one first, of the figures of a year that have any."""
    corrections, names = book.site.years[year].corrections, book.names[year]

    def of(name: str) -> set[str]:
        found = {number for number, correction in corrections.items() if name in correction.figures}
        figure = names.get(name)
        return found.union(*map(of, figure.parts)) if isinstance(figure, Figure) else found

    all_of = {name: of(name) for name in names} if any(one.figures for one in corrections.values()) else {}
    return {name: tuple(one for one in corrections if one in found) for name, found in all_of.items() if found}
