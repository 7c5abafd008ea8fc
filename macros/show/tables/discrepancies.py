"""Known discrepancies, as readers see them."""

from macros.report.book import Book
from macros.report.rules import known
from macros.show.tables.shape import Row, Table, label, one_group, stack


def discrepancies(book: Book, year: str) -> Table:
    """Those for readers; the third column holds the answer of the centre or, until there is one, the question.

    Of what the data no longer show, its note and question would not be true any more.
    It stays here, as which row is shown and what it says depends on whether the rules hold, which no data say.
    """
    rows = []
    for key, record in book.site.years[year].discrepancies.items():
        if record.shown and known(record, book.broken_rules[year]):
            open_question = label(book, "no_answer_yet") if record.question else label(book, "no_question")
            asked = stack(record.question, record.answer or open_question) if record.question else open_question
            rows.append(Row(record.title, (record.note, asked), name=key))
        elif record.shown:
            rows.append(Row(record.title, (label(book, "settled"), record.answer), name=key))
    return one_group(rows, layout="stacked")
