"""How columns that are about a year are headed: with how far its report is, where it is not final."""

from functools import partial

from macros.data.schema import Text
from macros.report.book import Book
from macros.show.tables.shape import filled, label
from macros.words.language import school_year

_BEFORE = ("before", "needed")
"""What columns of the year before are called."""


def heads(book: Book, year: str, name: str) -> tuple[Text, ...]:
    """Give the heads of the columns of a table, without those of the year before where there is none."""
    before = book.site.before(year)
    given = [(key in _BEFORE, column.heading) for key, column in book.site.tables[name].columns.items()]
    if before is None:
        return tuple(head for of_before, head in given if not of_before)
    return tuple(marked(book, before, head) if of_before else head for of_before, head in given)


def named(book: Book, year: str, key: str = "year_alone") -> Text:
    """Give a school year in the words of the label `key`, marked where it has no report, or one that is less final."""
    return marked(book, year, filled(label(book, key), year=partial(school_year, year)))


def marked(book: Book, year: str, words: Text) -> Text:
    """Give words about a year with the status of its report behind them, where that is to be told."""
    status = _status(book, year)
    if status is None:
        return words
    return filled(label(book, "year_marked"), year=words, status=status)


def _status(book, year) -> Text | None:
    """Give what is told of a year: that it has no report, one in preparation, or a draft among final ones."""
    if year not in book.site.years:
        return label(book, "no_report")
    if year in book.site.preparing:
        return label(book, "status_preparing")
    others = any(one.report.status == "final" for one in book.site.years.values())
    return label(book, "status_draft") if book.site.years[year].report.status == "draft" and others else None
