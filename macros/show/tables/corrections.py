"""What was corrected after publication."""

from macros.report.book import Book
from macros.show.tables.shape import Named, PageLink, Row, Table, label_number, one_group, stack


def corrections(book: Book, year: str) -> Table:
    """Each correction, in the order of their numbers, so that readers see whether all are there."""
    report = book.site.years[year]
    rows = [
        Row(
            stack(label_number(book, number), Named(f"corrections.{number}.date")),
            (PageLink(item.page), item.was, item.now, item.reason or "–"),
            name=f"correction-{number}",
        )
        for number, item in report.corrections.items()
    ]
    return one_group(rows, layout="stacked")
