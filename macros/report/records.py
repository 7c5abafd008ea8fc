"""What is remembered of pages and data, a file for each, in `data/records/`: translated, counted, carried over, sealed.

A line is a fingerprint, two spaces and the name of a page or file, as in a file of checksums; or only a name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from macros.data.load import RECORDS
from macros.data.read import misread
from macros.words.language import YEAR
from macros.words.problems import Problem, Problems, Sentences


@dataclass(frozen=True)
class Entry:
    """A line of a record: what it is about, and the fingerprint of that, empty where there are names only."""

    fingerprint: str
    name: str
    line: int = 0
    """Where it stands; 0 for one that has yet to be written."""


@dataclass(frozen=True)
class Record:
    """A file of such lines."""

    file: str
    """Its path from the project's folder."""
    line: re.Pattern[str]
    """What a line is: its groups are the fingerprint and the name."""
    lv: str = ""
    en: str = ""
    """What a line has to be, and what to do about the `{line}` that is not."""

    def __str__(self) -> str:
        return self.file

    def read(self, root: Path | str) -> tuple[list[Entry], list[Problem]]:
        """Give `(entries, problems)` of the file below `root`; no entries where there is no such file."""
        file = Path(root, self.file)
        text = file.read_bytes().decode("utf-8", "replace") if _is_plain(file) else ""
        entries, problems = [], []
        for number, line in enumerate(text.splitlines(), 1):
            if match := self.line.fullmatch(line):
                entries.append(Entry(match[1], match[2], number))
            elif line.strip():
                problems.append(self.malformed(number, line))
        return entries, problems

    def malformed(self, number: int, line: str) -> Problem:
        """Give the problem of a line that is none of this file."""
        return Problem(self.file, number, self.lv.format(line=line[:60]), self.en.format(line=line[:60]))

    def write(self, root: Path | str, entries: Iterable[Entry]) -> None:
        """Write the entries into the file below `root`, in their order, each once.

        Raises `Problems` where the file, or its folder, is a link.
        """
        if odd := [problem for problem in unwelcome(root) if problem.file in (RECORDS, self.file)]:
            raise Problems(odd)
        file = Path(root, self.file)
        file.parent.mkdir(exist_ok=True)
        lines = (
            f"{entry.fingerprint}  {entry.name}\n" if entry.fingerprint else f"{entry.name}\n" for entry in entries
        )
        file.write_text("".join(dict.fromkeys(lines)), "utf-8")


_BROKEN = (
    "Rinda “{line}” ir bojāta; šo failu neraksta ar roku. Atjaunojiet tā iepriekšējo versiju.",
    "The line “{line}” is damaged; this file is not written by hand. Restore its previous version.",
)
TRANSLATED = Record(
    f"{RECORDS}/translated.txt",
    re.compile(r"([0-9a-f]{16})  (\S+)"),
    *_BROKEN,
)
CARRIED = Record(f"{RECORDS}/carried.txt", re.compile(r"()(\s*\S.*)"))
NUMBERS = Record(f"{RECORDS}/numbers.txt", re.compile(r"(\d{1,9})  (\S+/\S+)"), *_BROKEN)
SEALED = Record(
    f"{RECORDS}/sealed.txt",
    re.compile(rf"([0-9a-f]{{16}}|{YEAR}(?=  [0-9]{{1,4}}\Z))  (\S.*)"),
    *_BROKEN,
)
BROKEN_FILE: Sentences = (
    "Šis fails ir bojāts vai svešs; ar roku te neko neraksta. Atjaunojiet tā iepriekšējo versiju vai izdzēsiet to.",
    "This file is damaged or foreign; nothing here is written by hand. Restore its previous version, or delete it.",
)
_NOT_UTF_8: Sentences = (
    "Šis fails nav UTF-8 kodējumā; atjaunojiet to vai saglabājiet kā UTF-8.",
    "This file is not UTF-8; restore it, or save it as UTF-8.",
)
_FILES = frozenset(record.file for record in (TRANSLATED, CARRIED, SEALED, NUMBERS))


def unwelcome(root: Path | str) -> list[Problem]:
    """Give a problem for each file in the folder that is no record, only a link, or not UTF-8.

    What is kept of editions is read, and judged, by `editions`.
    """
    root = Path(root)
    folder = root / RECORDS
    there = [folder] if folder.is_symlink() else sorted(folder.iterdir()) if folder.is_dir() else []
    there = [path for path in there if path.name != "editions" or path.is_symlink() or not path.is_dir()]
    names = ", ".join(sorted(file.rpartition("/")[2] for file in _FILES))
    lv = f"Šajā mapē ir vieta tikai failiem, ko raksta programma ({names}); izdzēsiet šo."
    en = f"Only the files that the program writes belong in this folder ({names}); delete this one."
    named = [(path.relative_to(root).as_posix(), path) for path in there]
    records = [(name, path) for name, path in named if name in _FILES and _is_plain(path)]
    return [
        *(Problem(name, 0, lv, en) for name, path in named if (name, path) not in records),
        *(Problem(name, line, *_NOT_UTF_8) for name, path in records if (line := misread(path.read_bytes()))),
    ]


def pages_first(entry: Entry) -> tuple[bool, str, str]:
    """Give what to sort entries by, so that pages come before data."""
    return entry.name.startswith("data/"), entry.name, entry.fingerprint


def _is_plain(file):
    """Say whether a file is there itself; a link may lead to what nobody is to see or overwrite."""
    return file.is_file() and not file.is_symlink() and not file.parent.is_symlink()
