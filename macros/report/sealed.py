"""Final years are sealed: `data/records/sealed.txt` keeps the fingerprint of each of their pages and files of data.

A line `2024-2025  0` says how many corrections the year had when it was sealed. Below it stands each file with sixteen
hexadecimal digits of its SHA-256, as `4f0c2b1a99d0e3f7  data/2024-2025/learners.yml`; ends of lines do not count.
What `corrections.yml` says is kept by rules of its own, since corrections are added to it.
"""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from macros.data.schema import LANGUAGES
from macros.report.records import SEALED, Entry
from macros.words.language import YEAR
from macros.words.problems import Problem

OPEN = "corrections.yml"
"""The file of a sealed year to which something may be added."""


@dataclass(frozen=True)
class Seal:
    """A sealed year: how many corrections it had then, on which line that stands, and its files."""

    corrections: int
    line: int
    kept: dict[str, tuple[str, int]] = field(default_factory=dict)
    """File → `(fingerprint, line)` as they were when the year was sealed."""
    today: dict[str, str] = field(default_factory=dict)
    """File → fingerprint as they are."""

    @property
    def changed(self) -> list[str]:
        """The files that are not as they were, new and lost ones too."""
        kept = {file: fingerprint for file, (fingerprint, _line) in self.kept.items()}
        return sorted(file for file in kept | self.today if kept.get(file) != self.today.get(file))


def read_seals(root: Path | str) -> tuple[dict[str, Seal], list[Problem]]:
    """Give `(seals, problems)` of the project at `root`, seals by year."""
    entries, problems = SEALED.read(root)
    seals: dict[str, Seal] = {}
    year = None
    for entry in entries:
        if re.fullmatch(YEAR, entry.fingerprint):
            year = entry.fingerprint
            seals[year] = Seal(int(entry.name), entry.line, {}, _fingerprints(Path(root), year))
        elif year:
            seals[year].kept[entry.name] = entry.fingerprint, entry.line
        else:
            problems.append(SEALED.malformed(entry.line, f"{entry.fingerprint}  {entry.name}"))
    return seals, problems


def seal(root: Path | str, year: str, corrections: int) -> None:
    """Seal a year as it is now, with so many corrections; the other years in the file stay."""
    seals, _problems = read_seals(root)
    kept = {one: (old.corrections, {file: mark for file, (mark, _) in old.kept.items()}) for one, old in seals.items()}
    kept[year] = corrections, _fingerprints(Path(root), year)
    entries: list[Entry] = []
    for one, (count, marks) in sorted(kept.items()):
        entries += [Entry(one, str(count)), *(Entry(mark, file) for file, mark in sorted(marks.items()))]
    SEALED.write(root, entries)


def _fingerprints(root, year):
    folders = [root / "data" / year, *(root / "docs" / language / year for language in LANGUAGES)]
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file() and file.name != OPEN]
    return {file.relative_to(root).as_posix(): _fingerprint(file.read_bytes()) for file in sorted(files)}


def _fingerprint(content):
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:16]
