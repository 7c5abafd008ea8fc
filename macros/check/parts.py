"""What is judged year by year, so that a year that has not changed is not judged again."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from macros import kept
from macros.report.book import Book
from macros.report.looked_at import data_of, known, looks_elsewhere, pages_of
from macros.words.problems import Problem, as_json


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
    """Give the key of all that the rules look at in a year."""
    whole = part.whole
    of = None if any(map(looks_elsewhere, part.pages)) else year
    pages = [_typed(page) for page in pages_of(whole, of)]
    pictures = [(page.file, sorted(page.files.items())) for page in part.pages]
    records = (part.entries, part.carried, part.seals, sorted(whole.counted.items()), sorted(whole.unreadable))
    return kept.own_key("told", data_of(whole, of), known(whole), repr((year, pages, pictures, records)))


def _typed(page):
    return page.file, page.front_matter, page.front_lines, page.first_line, page.body
