"""What belongs to no single section: the files of the year."""

from macros.report.book import Book
from macros.report.downloads import data_json
from macros.show import published
from macros.show.tables.shape import Link, Row, SiteLink, Table, label, one_group
from macros.words.language import NBSP


def downloads(book: Book, year: str) -> Table:
    """The files beside the year's front page, each with its size, and the way to those of its tables.

    It stays here, as the size is that of a file which the program makes; no data have it.
    """
    size = max(1, round(len(data_json(book, year)) / 1000))
    rows = [Row(Link("data.json", label(book, "download_data")), ("JSON", f"{size}{NBSP}kB"))]
    if published.PAGE in book.nav:
        way = SiteLink(published.PAGE, label(book, "download_tables"))
        rows.append(Row(way, ("CSV, XLSX", label(book, "download_print_size"))))
    return one_group(rows, layout="plain")
