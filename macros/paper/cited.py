"""The number of an edition, which follows from all its pages, in the words of these pages that cite it."""

import re
from collections.abc import Mapping
from pathlib import Path

from macros.html.share import EDITION
from macros.pages.address import address, language_folder
from macros.report.book import Book
from macros.site.outputs import rewrite


def put_numbers(book: Book, site: Path, language: str, numbers: Mapping[str, str]) -> None:
    """Put the `numbers` of editions, by year, into the pages of a language in the folder of a built site.

    Done again, nothing changes.
    """
    label = book.site.words.labels.said
    put = {
        year.encode(): EDITION.format(year=year, words=label("cite_edition", language, number=number)).encode()
        for year, number in numbers.items()
    }
    place = re.compile(EDITION.format(year='([^"]*)', words="[^<]*").encode())
    for path in book.nav:
        file = site / language_folder(language) / address(path) / "index.html"
        content, count = place.subn(lambda found: put.get(found[1], found[0]), file.read_bytes())
        if count:
            rewrite(file, content)
