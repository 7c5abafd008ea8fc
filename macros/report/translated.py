"""Which Latvian each English page and text was made from, so that a later change of the Latvian is seen.

`data/records/translated.txt` remembers it: eight hexadecimal digits of the Latvian, two spaces, and the name of a page
(`docs/2024-2025/learners.md`) or text (`data/2024-2025/learners.yml:areas.stem.name`), pages first.
The items of a list share one name, so that moving them changes nothing.
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from macros.data.schema import Text
from macros.report.records import TRANSLATED, Entry, pages_first
from macros.words.problems import Problem

if TYPE_CHECKING:  # a book asks this module how its English stands
    from macros.report.book import Book

_CALL = re.compile(r"\{\{\s*(\w+\(\s*\"[^\"{}]*\").*?\}\}")


@dataclass(frozen=True)
class Source:
    """A page or text of today: its name, the fingerprint of its Latvian, and where its English stands."""

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
    stale: tuple[tuple[Source, Entry | None], ...]
    """What is not known to be made from the Latvian of today, with the entry for an earlier Latvian if there is one."""
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
    """Give `(entries, problems)`: which Latvian each page or text below `root` is known to be translated from."""
    entries, problems = TRANSLATED.read(root)
    if entries or problems:
        return tuple(entries), problems
    lv = "Šī faila nav, vai tas ir tukšs; tajā glabājas, no kura latviešu teksta katrs teksts tulkots. Atjaunojiet to; "
    lv += "ja tas zudis, pārskatiet visus tulkojumus un izpildiet “.venv/bin/report translated --all”."
    en = "This file is missing or empty; it records which Latvian each translation was made from. Restore it; "
    en += "if it is lost, review all translations and run “.venv/bin/report translated --all”."
    return (), [Problem(TRANSLATED.file, 0, lv, en)]


def compare(book: "Book") -> Standing:
    """Give the `Standing` of a book."""
    sources = tuple(_sources(book))
    today = {(source.name, source.fingerprint) for source in sources}
    recorded = {(entry.name, entry.fingerprint) for entry in book.entries}
    earlier: dict[str, list[Entry]] = {}
    for entry in book.entries:
        if (entry.name, entry.fingerprint) not in today:
            earlier.setdefault(entry.name, []).append(entry)
    stale: list[tuple[Source, Entry | None]] = []
    for source in sources:
        if (source.name, source.fingerprint) not in recorded:
            before = earlier.get(source.name)
            stale.append((source, before.pop(0) if before else None))
    pages = {f"docs/{page.path}" for page in book.pages}  # one that lacks its other language is told as such
    gone = tuple(entry for entries in earlier.values() for entry in entries if entry.name not in pages)
    return Standing(sources, book.entries, tuple(stale), gone)


def _sources(book):
    for page in book.pages:
        english = book.page("en", page.path)
        if page.language == "lv" and english and page.front_matter is not None:
            words = [page.front_matter.get("title", ""), page.front_matter.get("description", ""), page.body]
            yield Source(f"docs/{page.path}", _fingerprint(*words), english.file, 1, page.path)
    for name, text in book.leaves:
        if isinstance(text, Text):
            file, line = book.loaded.where(name.below("en"))
            keys = [key for key in name.path(book.site)[3 if name.year else 1 :] if isinstance(key, str)]
            words = [text.lv]
            if name.topic == "corrections":  # all of it is kept as it was published, not only its Latvian
                correction = name.above.value(book.site)
                words += [text.en, str(correction.date), correction.page]
            yield Source(f"{file}:{'.'.join(keys)}", _fingerprint(*words), file, line, text)


def _fingerprint(*words):
    """Of calls only the name counts: their nouns and years are compared by a rule of their own."""
    text = _CALL.sub(r"{{ \1 }}", " ".join(words))
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


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


def record(root: Path | str, standing: Standing, chosen: Iterable[Source]) -> tuple[list[str], list[str]]:
    """Write that the English of the `chosen` sources fits the Latvian of today; drop what no longer exists.

    What is remembered of published corrections is neither renewed nor dropped: see `check.corrections`.

    Gives the lines that are new and those that are dropped without a successor.
    """
    published = {source for source, entry in standing.stale if entry and of_a_correction(entry)}
    chosen = set(chosen) - published
    gone = {entry for entry in standing.gone if not of_a_correction(entry)}
    replaced = {entry for source, entry in standing.stale if source in chosen}
    kept = {(entry.name, entry.fingerprint) for entry in {*standing.entries} - gone - replaced}
    new = {(source.name, source.fingerprint) for source in chosen} - kept
    entries = (Entry(fingerprint, name) for name, fingerprint in kept | new)
    TRANSLATED.write(root, sorted(entries, key=pages_first))
    return sorted({name for name, _fingerprint in new}), sorted({entry.name for entry in gone})
