"""Final years are sealed: `data/records/sealed.txt` keeps the fingerprint of each of their pages and values.

A line `2024-2025  0` says how many corrections the year had when it was sealed. Below it stands each page, and what is
shown beside it, and each value of the data, with sixteen hexadecimal digits of its SHA-256, as
`4f0c2b1a99d0e3f7  data/2024-2025/learners.yml:areas.stem.start`. Remarks, ends of lines and places where nothing is
written do not count, nor does what rules found; the items of a list are one value. What is kept of its editions is
sealed, too. The program writes the file: when a year is sealed, and on `main` once a correction tells of what has
changed. What `corrections.yml` says is kept by rules of its own.
"""

import hashlib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.data.read import Value, read
from macros.data.schema import LANGUAGES
from macros.report.editions import FOLDER as EDITIONS
from macros.report.editions import Account, read_editions
from macros.report.records import SEALED, Entry
from macros.words.language import YEAR
from macros.words.problems import Problem

OPEN = "corrections.yml"
"""The file of a sealed year to which something may be added."""

FOUND_IN = "discrepancies.yml"
"""The file whose `found` is what rules make of the data: no reader sees it, and it changes with them."""


@dataclass(frozen=True)
class Seal:
    """A sealed year: how many corrections it had then, on which line that stands, and what it says."""

    corrections: int
    line: int
    kept: dict[str, str] = field(default_factory=dict)
    """File or value → fingerprint as they were when the year was sealed."""
    today: dict[str, str] = field(default_factory=dict)
    """File or value → fingerprint as they are."""

    @property
    def changed(self) -> list[str]:
        """The files and values that are not as they were, new and lost ones too."""
        return sorted(name for name in self.kept | self.today if self.kept.get(name) != self.today.get(name))


def read_seals(root: Path | str, editions: Collection[Account]) -> tuple[dict[str, Seal], list[Problem]]:
    """Give `(seals, problems)` of the project at `root`, in which `editions` are kept; seals by year."""
    entries, problems = SEALED.read(root)
    seals: dict[str, Seal] = {}
    year = None
    for entry in entries:
        if re.fullmatch(YEAR, entry.fingerprint):
            year = entry.fingerprint
            seals[year] = Seal(int(entry.name), entry.line, {}, _fingerprints(Path(root), year, editions))
        elif year:
            seals[year].kept[entry.name] = entry.fingerprint
        else:
            problems.append(SEALED.malformed(entry.line, f"{entry.fingerprint}  {entry.name}"))
    return seals, problems


def seal(root: Path | str, year: str, corrections: int) -> None:
    """Seal a year as it is now, with so many corrections; the other years in the file stay."""
    editions, _damaged = read_editions(root)
    seals, _problems = read_seals(root, editions)
    kept = {one: (old.corrections, old.kept) for one, old in seals.items()}
    kept[year] = corrections, _fingerprints(Path(root), year, editions)
    entries: list[Entry] = []
    for one, (count, marks) in sorted(kept.items()):
        entries += [Entry(one, str(count)), *(Entry(mark, name) for name, mark in sorted(marks.items()))]
    SEALED.write(root, entries)


def _fingerprints(root, year, editions):
    folders = [root / "docs" / language / year for language in LANGUAGES]
    beside = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    beside += [root / EDITIONS / f"{one.edition}.json" for one in editions if one.year == year]
    marks = {file.relative_to(root).as_posix(): _fingerprint(file.read_bytes()) for file in beside}
    for file in (root / "data" / year).glob("*.yml"):
        if file.name != OPEN:
            name, said = file.relative_to(root).as_posix(), dict[str, list[str]]()
            for keys, words in _values(read(file, name)[0]):
                if file.name == FOUND_IN and keys[1:2] == ("found",):
                    continue
                said.setdefault(f"{name}:{'.'.join(keys)}", []).append(words)
            marks |= {value: _fingerprint("\n".join(words).encode()) for value, words in said.items()}
    return marks


def _values(place: Value, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the keys and the words of all that is written; a text in both languages is one, a list has no keys."""
    if isinstance(place, dict):
        for key, value in place.items():
            yield from _values(value, keys if key in LANGUAGES else (*keys, key))
    elif isinstance(place, tuple):
        for value in place:
            yield from _values(value, keys)
    elif place is not None:
        yield keys, str(place).strip()


def _fingerprint(content):
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:16]
