"""Known discrepancies, as readers see them."""

from macros.report.book import Book
from macros.show.tables.shape import Row, Table, label, one_group, stack


def discrepancies(book: Book, year: str) -> Table:
    """Those for readers; the third column holds the answer of the centre or, until there is one, the question."""
    report = book.site.years[year]
    rows = []
    for key, record in report.discrepancies.items():
        if record.audience == "reader":
            open_question = label(book, "no_answer_yet") if record.question else label(book, "no_question")
            asked = stack(record.question, record.answer or open_question) if record.question else open_question
            rows.append(Row(record.title, (record.note, asked), name=key))
    return one_group(rows, layout="stacked")
