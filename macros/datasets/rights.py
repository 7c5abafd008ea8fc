"""Who publishes the data, and under which licence they may be used: that the centre has to say, so none is made up."""

from typing import Any

from macros.data.schema import LANGUAGES
from macros.report.book import Book
from macros.show.tables.shape import label


def publisher(book: Book, name: str, url: str) -> dict[str, Any]:
    """Give the centre, with its name and the address of its own pages under the words of a vocabulary."""
    centre = book.site.centre
    names = [{"@value": getattr(centre.name, one), "@language": one} for one in LANGUAGES if getattr(centre.name, one)]
    return {name: names, url: {"@id": f"https://{centre.website}/"}}


def rights(book: Book, licence: str, statement: str) -> dict[str, Any]:
    """Give the licence under the words of a vocabulary, or a statement that none is stated yet."""
    if book.site.centre.licence:
        return {licence: {"@id": book.site.centre.licence}}
    words = label(book, "dataset_licence_open")
    return {statement: [{"@value": words.in_(one), "@language": one} for one in LANGUAGES]}
