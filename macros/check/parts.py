"""What is judged part by part, so that what has not changed is not judged again."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from macros import kept
from macros.data.schema import LANGUAGES, Text
from macros.report.book import Book
from macros.report.looked_at import (
    calls_for_a_year,
    data_of,
    data_of_no_year,
    known,
    looks_elsewhere,
    pages_of,
    without_words,
)
from macros.report.once import once_per_book
from macros.words.problems import Problem

Judge = Callable[[Book], Iterable[Problem]]
"""What tells what is wrong with a part of a book."""


@dataclass(frozen=True)
class Judges:
    """What tells of a part: each as far as it looks."""

    first: tuple[Judge, ...]
    """Where one of these tells of anything, the others would only stumble. They look as far as `of_data`."""
    of_data: Judge
    of_pages: Judge
    of_calls: Judge
    """These look at words, and at the data besides."""
    of_words: Judge


def told_by_parts(book: Book, judges: Judges, in_vain: frozenset[str], root: Path | None = None) -> set[Problem]:
    """Give what is told of each year, and of what belongs to none; of words page by page, those of the data together.

    What a rule `in_vain` tells of words holds only where it does so of all. With the `root` of the project, what was
    told is kept there.
    """
    parts = {year: book.part(year) for year in (None, *book.site.years)}
    bare = [_without_words(part, year) for year, part in parts.items()]
    told: set[Problem] = set()
    for number, judge in enumerate((*judges.first, judges.of_data)):
        if told:
            return told
        told = set.union(*(_told(judge, part, kept.own_key(str(number), key), root) for part, key in bare))
    told = told.union(*(_told(judges.of_pages, *_seen(part, year), root) for year, part in parts.items()))
    of_words: list[set[Problem]] = []
    for year, part in parts.items():
        for words, calls in _told_of_words(judges, [*_worded(part, year, root)], root):
            of_words.append(words)
            told |= calls
    everywhere = set.intersection(*of_words)
    return told.union(*({one for one in each if one.rule not in in_vain or one in everywhere} for each in of_words))


def _told(judge, part, key, root):
    return {Problem(**one) for one in _listed(judge, part, key, root)}


def _listed(judge, part, key, root):
    """Give what a judge tells of a part, as JSON has it."""

    def make():
        return json.dumps([asdict(problem) for problem in judge(part)]).encode()

    return json.loads(kept.made(root, key, make) if root else make())


def _told_of_words(judges, worded, root):
    """Yield what is told of each part of a year with words of its own: of the words alone, and with the data.

    While none of them changes, it is one entry of what is kept, not two for each.
    """

    def make():
        of_both = [
            (_listed(judges.of_words, part, key, root), _listed(judges.of_calls, part, with_data, root))
            for part, key, with_data in worded
        ]
        return json.dumps(of_both).encode()

    of_year = kept.own_key("told of words", *(with_data for _part, _key, with_data in worded))
    for found in json.loads(kept.made(root, of_year, make) if root else make()):
        yield tuple({Problem(**one) for one in each} for each in found)


def _without_words(part: Book, year: str | None) -> tuple[Book, str | None]:
    """Give a part without the words of its pages, and the key of all that is looked at in it."""
    bare, known_as = without_words(part), _without_words_as_text(part)
    leads = year == part.site.latest  # pages of no year count as its own, and show all there is
    of = None if leads or any(map(calls_for_a_year, part.pages)) else year
    own = tuple(bare[page.file] for page in part.pages)
    return replace(part, pages=own), _key(part, of, year, (known_as[page.file] for page in pages_of(part, of)))


def _seen(part: Book, year: str | None) -> tuple[Book, str | None]:
    """Give a part, and the key of all that is looked at in it: of other pages what is known without their words."""
    known_as, own = _without_words_as_text(part), {page.file for page in part.pages}
    of = None if any(map(looks_elsewhere, part.pages)) else year
    pages = (_typed(page) if page.file in own else known_as[page.file] for page in pages_of(part, of))
    return part, _key(part, of, year, pages)


@once_per_book
def _without_words_as_text(book: Book) -> dict[str, str]:
    return {file: repr(page) for file, page in without_words(book).items()}


def _key(part, of, year, pages):
    whole = part.whole
    pictures = [(page.file, sorted(page.files.items())) for page in part.pages]
    records = (part.entries, part.carried, part.seals, sorted(part.issue_forms.items()), sorted(whole.unreadable))
    return kept.own_key("told", data_of(whole, of), known(whole), repr((year, [*pages], pictures, records)))


def _worded(part: Book, year: str | None, root: Path | None) -> Iterator[tuple[Book, str | None, str | None]]:
    """Yield each part of a year that has words of its own, with the keys of these, and of these and the data."""
    whole = part.whole
    counted = repr(sorted(whole.counted.items()))
    shared = (data_of_no_year(whole), known(whole))
    for path in dict.fromkeys(page.path for page in part.pages):
        alone = whole.page_alone(path)
        of = None if any(map(calls_for_a_year, alone.pages)) else year
        key = kept.own_key("words", *shared, repr([_typed(page) for page in alone.pages]))
        yield alone, key, kept.own_key("calls", key, data_of(whole, of), counted)
    own = kept.own_key("written", repr(year), data_of(whole, year))
    written = kept.made(root, own, lambda: repr([*_written(part)]).encode()) if root else b""
    key = kept.own_key("words", repr(year), *shared, written)
    yield replace(part, pages=()), key, kept.own_key("calls", key, data_of(whole, year), counted)


def _written(part):
    """Yield all words of the data, each with where it stands."""
    for name, leaf in part.leaves:
        if isinstance(leaf, str):
            yield str(name), leaf, part.loaded.where(name)
        elif isinstance(leaf, Text):
            yield str(name), leaf, [part.loaded.where(one) for one in (name, *map(name.below, LANGUAGES))]


def _typed(page):
    return page.file, page.front_matter, page.front_lines, page.first_line, page.body
