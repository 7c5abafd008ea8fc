"""Known discrepancies, as readers see them."""

from macros.data.schema.rules import Discrepancy
from macros.report.book import Book
from macros.report.rules import known
from macros.show.tables.shape import PageLink, Row, Stack, Table, label, one_group, stack


def discrepancies(book: Book, year: str, page: str = "") -> Table:
    """Those for readers, or those that a page of the year, `teaching`, has a note of.

    The last column holds the answer of the centre or, until there is one, the question. Of what the data no longer
    show, its note and question would not be true any more.
    It stays here, as which row is shown and what it says depends on whether the rules hold, which no data say.
    """
    rows = []
    for key, record in book.site.years[year].discrepancies.items():
        if page and page not in (at.split("#")[0] for at in record.shown):
            continue
        if record.shown and known(record, book.broken_rules[year]):
            open_question = label(book, "no_answer_yet") if record.question else label(book, "no_question")
            asked = stack(record.question, record.answer or open_question) if record.question else open_question
            rows.append(Row(record.title, (_where(record), record.note, asked), name=key))
        elif record.shown:
            rows.append(Row(record.title, (_where(record), label(book, "settled"), record.answer), name=key))
    return one_group(rows, layout="stacked", about=2)


def _where(record: Discrepancy) -> Stack:
    """Give the way to each page that tells of a record, to the first section of it that does."""
    sections = {page: section for page, _mark, section in (at.partition("#") for at in reversed(record.shown))}
    return Stack(tuple(PageLink(page, section) for page, section in reversed(sections.items())))
