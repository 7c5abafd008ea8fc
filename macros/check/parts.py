"""What is judged year by year, so that a year that has not changed is not judged again."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from macros import kept
from macros.report.book import Book, once_per_book
from macros.words.problems import Problem, as_json

_OF_A_YEAR = re.compile(r"\byear\s*=")
"""What stands in a call for another year."""


def told_by_parts(
    book: Book, judge: Callable[[Book], Iterable[Problem]], in_vain: Iterable[str], root: Path | None = None
) -> set[Problem]:
    """Give what `judge` tells of each year, and of what belongs to none.

    What a rule that is named in `in_vain` tells holds only where it tells so of all of them. With the `root` of the
    project, what was told of a year is kept there.
    """
    told = [set(judge(book.part(None)))]
    told += [_told(book.part(year), year, judge, root) for year in book.site.years]
    everywhere, vain = set.intersection(*told), {*in_vain}
    return {one for one in set.union(*told) if one.rule not in vain or one in everywhere}


def _told(part, year, judge, root):
    if not root:
        return set(judge(part))
    content = kept.made(root, _key(part, year), lambda: as_json(judge(part)).encode())
    return {Problem(**one) for one in json.loads(content)}


def _key(part: Book, year: str) -> str | None:
    """Give the key of all that the rules look at in a year: its files and those of no year, and the data before it.

    Of all else they know only what there is; but where something calls for another year, or leads to it, they look at
    all of the one that does so.
    """
    whole, site = part.whole, part.site
    files = _files(whole)
    looks_elsewhere = any(file.calls_for_a_year or file.leads_elsewhere for file in files if file.year == year)
    seen = [
        file.hash
        for file in files
        if looks_elsewhere
        or file.calls_for_a_year
        or file.year in (None, year)
        or (file.is_data and file.year is not None and file.year < year)
    ]
    pictures = [(page.file, sorted(page.files.items())) for page in part.pages]
    there = [(page.file, page.broken) for page in whole.pages]
    known = (site.latest, sorted(site.preparing), [*site.years], site.latvian_names, sorted(whole.unreadable))
    records = (part.entries, part.carried, part.seals, sorted(whole.counted.items()))
    try:
        program = kept.program(kept.PROGRAM)
    except OSError:
        return None
    return kept.key(program, *seen, repr((year, pictures, there, whole.nav, known, records)))


@dataclass(frozen=True)
class _File:
    """A page or a file of data, as far as years look at it."""

    year: str | None
    is_data: bool
    hash: str | None
    calls_for_a_year: bool
    leads_elsewhere: bool = False


@once_per_book
def _files(book: Book) -> list[_File]:
    """Give all pages and files of data."""
    data = [
        _File(book.site.year_of(name), True, kept.key(name, text), bool(_OF_A_YEAR.search(text)))
        for name, text in book.loaded.sources.items()
    ]
    return data + [
        _File(
            page.year,
            False,
            kept.key(repr((page.file, page.front_matter, page.front_lines, page.first_line)), page.body),
            bool(_OF_A_YEAR.search(page.body)),
            any(target.startswith("../20") for _line, target in page.links),
        )
        for page in book.pages
    ]
