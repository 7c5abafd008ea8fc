"""What belongs to no single section: the files of the year."""

from macros.data.schema import Text
from macros.report.book import Book
from macros.report.downloads import data_json
from macros.show.tables.shape import Link, Row, Table, label, one_group
from macros.words.language import NBSP


def downloads(book: Book, year: str) -> Table:
    """The files beside the year's front page, each with its size.

    It stays here, as the size is that of a file which the program makes; no data have it.
    """
    size = str(max(1, round(len(data_json(book, year)) / 1000)))
    kilobytes = Text(lv=f"{size}{NBSP}kB", en=f"{size}{NBSP}kB")
    return one_group([Row(Link("data.json", label(book, "download_data")), ("JSON", kilobytes))], layout="plain")
