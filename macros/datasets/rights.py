"""Who publishes the data, and under which licence they may be used: that the centre has to say, so none is made up."""

from typing import Any

from macros.datasets.dataset import in_both
from macros.report.book import Book
from macros.show.tables.shape import label


def publisher(book: Book, name: str, url: str) -> dict[str, Any]:
    """Give the centre, with its name and the address of its own pages under the words of a vocabulary."""
    centre = book.site.centre
    return {name: in_both(centre.name), url: {"@id": f"https://{centre.website}/"}}


def rights(book: Book, licence: str, statement: str) -> dict[str, Any]:
    """Give the licence under the words of a vocabulary, or a statement that none is stated yet."""
    if book.site.centre.licence:
        return {licence: {"@id": book.site.centre.licence}}
    return {statement: in_both(label(book, "dataset_licence_open"))}
