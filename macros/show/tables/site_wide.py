"""What belongs to no single section: signatures, files, the glossary."""

from macros.data.schema import Text
from macros.report.book import Book
from macros.report.downloads import data_json
from macros.show.tables.shape import Blank, Link, Named, Row, Table, Translated, label, one_group, stack
from macros.words.language import NBSP


def signatures(book: Book, year: str) -> Table:
    """Who signs, each with a line to sign on."""
    report = book.site.years[year]
    rows = [Row(item.role, (item.person or Blank(), Blank())) for item in report.signatures.signatories]
    return one_group(rows, by_hand=frozenset({2}))


def document(book: Book, year: str) -> Table:
    """What identifies the document; on the cover of the print edition, what is not known yet is a line to write on."""
    report = book.site.years[year]
    rows = []
    for key, value in vars(report.signatures.document).items():
        shown = None if value is None else Named(f"signatures.document.{key}")
        rows.append(Row(label(book, f"document_{key}"), (shown,)))
    return one_group(rows, layout="plain")


def downloads(book: Book, year: str) -> Table:
    """The files beside the year's front page, each with its size."""
    size = str(max(1, round(len(data_json(book, year)) / 1000)))
    kilobytes = Text(lv=f"{size}{NBSP}kB", en=f"{size}{NBSP}kB")
    return one_group([Row(Link("data.json", label(book, "download_data")), ("JSON", kilobytes))], layout="plain")


def abbreviations(book: Book, _year: str) -> Table:
    """Short forms, what each stands for, and its term in the other language."""
    return one_group(
        [
            Row(term.short, (stack(term.term, *filter(None, [term.meaning])), Translated(term.term)))
            for term in book.site.terms.terms.values()
            if term.short
        ],
        layout="stacked",
    )


def terms(book: Book, _year: str) -> Table:
    """Terms, what each means, and the same in the other language."""
    return one_group(
        [
            Row(term.term, (term.meaning, Translated(term.term)))
            for term in book.site.terms.terms.values()
            if term.meaning and not term.short
        ],
        layout="stacked",
    )
