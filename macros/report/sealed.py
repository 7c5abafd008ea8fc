"""Final years are sealed: `docs/sealed.txt` keeps the fingerprint of each of their pages and files of data.

A line `2024-2025  0` says how many corrections the year had when it was sealed. Below it stands each file with sixteen
hexadecimal digits of its SHA-256, as `4f0c2b1a99d0e3f7  data/2024-2025/learners.yml`; ends of lines do not count.
What `corrections.yml` says is kept by rules of its own, since corrections are added to it.
"""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from macros.data.schema import LANGUAGES
from macros.words.problems import Problem

FILE = "docs/sealed.txt"
OPEN = "corrections.yml"
"""The file of a sealed year to which something may be added."""
_LINE = re.compile(r"([0-9a-f]{16})  (\S.*)")
_YEAR = re.compile(r"(20\d\d-20\d\d)  (\d+)")


@dataclass(frozen=True)
class Seal:
    """A sealed year: how many corrections it had then, on which line that stands, and its files."""

    corrections: int
    line: int
    kept: dict = field(default_factory=dict)
    """File → `(fingerprint, line)` as they were when the year was sealed."""
    today: dict = field(default_factory=dict)
    """File → fingerprint as they are."""

    @property
    def changed(self):
        """The files that are not as they were, new and lost ones too."""
        kept = {file: fingerprint for file, (fingerprint, _line) in self.kept.items()}
        return sorted(file for file in kept | self.today if kept.get(file) != self.today.get(file))


def read_seals(root):
    """Give `(seals, problems)` of the file below `root`: year → `Seal`, none where there is no such file."""
    root = Path(root)
    text = (root / FILE).read_bytes().decode("utf-8", "replace") if (root / FILE).is_file() else ""
    seals, problems, year = {}, [], None
    for number, line in enumerate(text.splitlines(), 1):
        if match := _YEAR.fullmatch(line):
            year = match[1]
            seals[year] = Seal(int(match[2]), number, {}, _fingerprints(root, year))
        elif year and (match := _LINE.fullmatch(line)):
            seals[year].kept[match[2]] = match[1], number
        elif line.strip():
            lv = f"Rindā jābūt 16 zīmēm (0–9, a–f), divām atstarpēm un failam, bet ir “{line[:60]}”; atjaunojiet rindu."
            en = f"A line has to be 16 characters (0–9, a–f), two spaces and a file, but is “{line[:60]}”; restore it."
            problems.append(Problem(FILE, number, lv, en))
    return seals, problems


def seal(root, year, corrections):
    """Seal a year as it is now, with so many corrections; the other years in the file stay."""
    seals, _problems = read_seals(root)
    kept = {one: (old.corrections, {file: mark for file, (mark, _) in old.kept.items()}) for one, old in seals.items()}
    kept[year] = corrections, _fingerprints(Path(root), year)
    lines = ""
    for one, (count, marks) in sorted(kept.items()):
        lines += f"{one}  {count}\n" + "".join(f"{mark}  {file}\n" for file, mark in sorted(marks.items()))
    (Path(root) / FILE).write_text(lines, "utf-8")


def _fingerprints(root, year):
    folders = [root / "data" / year, *(root / "docs" / language / year for language in LANGUAGES)]
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file() and file.name != OPEN]
    return {file.relative_to(root).as_posix(): _fingerprint(file.read_bytes()) for file in sorted(files)}


def _fingerprint(content):
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:16]
