"""How both languages of each page and text were when they last said the same, so that a later change of one is seen.

What was written or changed in both languages together says the same; where only the Latvian was changed, the English
has to be reviewed. The program remembers it in `data/records/translated.txt`, on `main` after each change: eight
hexadecimal digits of the Latvian, eight of the English, two spaces, and the name of a page
(`docs/2024-2025/learners.md`) or text (`data/2024-2025/learners.yml:areas.stem.name`), pages first.
The items of a list share one name, so that moving them changes nothing.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.data.name import Name
from macros.data.schema import Text
from macros.remembered import remembered
from macros.report.records import TRANSLATED, Entry, pages_first
from macros.words.problems import Problem

if TYPE_CHECKING:  # a book asks this module how its English stands
    from macros.report.book import Book

_DIGITS = 8
"""How many digits of a language's fingerprint are kept."""
_CALL = re.compile(r"\{\{\s*(\w+\(\s*\"[^\"{}]*\").*?\}\}")


@dataclass(frozen=True)
class Source:
    """A page or text of today: its name, the fingerprint of both its languages, and where its English stands."""

    name: str
    fingerprint: str
    file: str
    line: int
    content: Text | str
    """The text, or the page's path."""


@dataclass(frozen=True)
class Standing:
    """How the English stands to the Latvian of today."""

    sources: tuple[Source, ...]
    entries: tuple[Entry, ...]
    stale: tuple[tuple[Source, Entry], ...]
    """That of which only the Latvian has changed, with what is remembered of it."""
    gone: tuple[Entry, ...]
    """Entries of what no longer exists."""

    @cached_property
    def under_review(self) -> frozenset[Text | str]:
        """The stale texts, and the paths of the stale pages."""
        return frozenset(source.content for source, _entry in self.stale)


def of_a_correction(entry: Entry) -> bool:
    """Say whether an entry is about what a correction of a published report says."""
    return "/corrections.yml:" in entry.name


def read_entries(root: Path | str) -> tuple[tuple[Entry, ...], list[Problem]]:
    """Give `(entries, problems)`: what is remembered of each page or text below `root`."""
    entries, problems = TRANSLATED.read(root)
    if entries or problems:
        return tuple(entries), problems
    lv = "Šī faila nav, vai tas ir tukšs; to raksta programma. Atjaunojiet iepriekšējo versiju."
    en = "This file is missing or empty; the program writes it. Restore its previous version."
    return (), [Problem(TRANSLATED.file, 0, lv, en)]


def compare(book: "Book", texts: Iterable[Source]) -> Standing:
    """Give the `Standing` of a book, in the data of which these `texts` are translated: see `sources_in`."""
    sources = (*_pages(book), *texts)
    today = {(source.name, _latvian(source.fingerprint)) for source in sources}
    recorded = {(entry.name, _latvian(entry.fingerprint)) for entry in book.entries}
    earlier: dict[str, list[Entry]] = {}
    for entry in book.entries:
        if (entry.name, _latvian(entry.fingerprint)) not in today:
            earlier.setdefault(entry.name, []).append(entry)
    stale: list[tuple[Source, Entry]] = []
    for source in sources:
        before = earlier.get(source.name, [])
        known = (source.name, _latvian(source.fingerprint)) in recorded
        same = [entry for entry in before if _english(entry.fingerprint) == _english(source.fingerprint)]
        if not known and same:  # else both are new, or both have changed
            stale.append((source, same[0]))
            before.remove(same[0])
    pages = {f"docs/{page.path}" for page in book.pages}  # one that lacks its other language is told as such
    names = {source.name for source in sources}
    gone = tuple(entry for entry in book.entries if entry.name not in names | pages or _is_left(entry, earlier))
    return Standing(sources, book.entries, tuple(stale), gone)


def _is_left(entry, earlier):
    """Tell whether an entry is about words of a correction that are no more; any other words may change."""
    return of_a_correction(entry) and entry in earlier.get(entry.name, ())


def _latvian(fingerprint):
    return fingerprint[:_DIGITS]


def _english(fingerprint):
    return fingerprint[_DIGITS:]


def earlier(source: Source, entry: Entry) -> Entry:
    """Give what would be remembered of a source that had the earlier Latvian of an entry, and the English it has."""
    return Entry(_latvian(entry.fingerprint) + _english(source.fingerprint), source.name)


def _pages(book):
    for page in book.pages:
        english = book.page("en", page.path)
        if page.language == "lv" and english and page.front_matter is not None:
            mark = "".join(fingerprint_of(*_words(one)) for one in (page, english))
            yield Source(f"docs/{page.path}", mark, english.file, 1, page.path)


def sources_in(book: "Book", leaves: Iterable[tuple[Name, Any]]) -> Iterator[Source]:
    """Yield the texts that are translated among what stands in the data of a book."""
    for name, text in leaves:
        if isinstance(text, Text) and text.en:
            file, line = book.loaded.where(name.below("en"))
            keys = [key for key in name.path(book.site)[3 if name.year else 1 :] if isinstance(key, str)]
            mark = fingerprint_of(text.lv) + fingerprint_of(text.en)
            if name.topic == "corrections":  # all of it is kept as it was published, so its English is never another
                correction = name.above.value(book.site)
                mark = fingerprint_of(text.lv, text.en, str(correction.date), correction.page) + "0" * _DIGITS
            yield Source(f"{file}:{'.'.join(keys)}", mark, file, line, text)


def _words(page):
    front = page.front_matter or {}
    return front.get("title", ""), front.get("description", ""), page.body


@remembered
def fingerprint_of(*words: str) -> str:
    """Give the fingerprint of words. Of calls only the name counts: a rule of its own compares nouns and years."""
    text = _CALL.sub(r"{{ \1 }}", " ".join(words))
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:_DIGITS]


def names_of(standing: Standing) -> dict[str, list[Source]]:
    """Give what people may call a page, a text or a file of texts, and the sources meant."""
    meant: dict[str, list[Source]] = {}
    for source in standing.sources:
        place, name = source.name.split("/", 1)
        file = name.split(":")[0]
        keys = [name, f"docs/lv/{name}", f"docs/en/{name}"] if place == "docs" else [name, file, f"data/{file}"]
        for key in dict.fromkeys([source.name, *keys]):
            meant.setdefault(key, []).append(source)
    return meant


def record(root: Path | str, standing: Standing, chosen: Iterable[Source] = ()) -> tuple[list[str], list[str]]:
    """Remember both languages of all as they are now, but of what is stale only the `chosen`; drop what is no more.

    What is remembered of published corrections is neither renewed nor dropped: see `check.corrections`.

    Gives the names of what is new and of what is dropped without a successor.
    """
    chosen = set(chosen)
    waiting = {source: entry for source, entry in standing.stale if source not in chosen or of_a_correction(entry)}
    kept = [waiting.get(source) or Entry(source.fingerprint, source.name) for source in standing.sources]
    kept += [entry for entry in standing.gone if of_a_correction(entry)]
    names = {entry.name for entry in kept}
    pages = [entry for entry in standing.entries if entry not in standing.gone and entry.name not in names]
    before = {(entry.name, entry.fingerprint) for entry in standing.entries}
    TRANSLATED.write(root, sorted((*kept, *pages), key=pages_first))
    new = {entry.name for entry in kept if (entry.name, entry.fingerprint) not in before}
    return sorted(new), sorted({entry.name for entry in standing.gone if entry.name not in names})
