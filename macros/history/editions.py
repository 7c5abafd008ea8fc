"""The editions of a year, made as they are published, to be kept."""

import tempfile
from pathlib import Path

from macros.data.schema import LANGUAGES
from macros.paper.document import EditionName
from macros.paper.edition import edition_id
from macros.paper.proof import account_of
from macros.paper.publish import cover_of, edition_paths, sections_of
from macros.report.book import Book
from macros.report.editions import Account
from macros.site.draft import Draft


def editions(book: Book, root: Path, year: str) -> list[Account]:
    """Give what the editions of a year say, one in each language. Raises what `Draft` raises."""
    made = []
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            draft = Draft(book, root, language, Path(folder))
            for path in edition_paths(book, year):
                draft.make(f"{path}/index.html")
            cover = cover_of(book, year, language)
            sections = sections_of(book, draft.folder, year, root)
        status = book.site.years[year].report.status
        made.append(account_of(book, EditionName(year, language, status, edition_id(cover, sections)), sections))
    return made
