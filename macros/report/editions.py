"""The figures that an edition of the report says; those of sealed years are kept, as a later one may say otherwise.

An edition is kept as `data/records/editions/NUMBER.json`, by the number that is on its cover. The program writes the
file when a year is sealed, and when it is sealed anew with a correction.
"""

import datetime
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints, ValidationError

from macros.data.load import RECORDS
from macros.data.schema import LANGUAGES
from macros.data.schema.kinds import Model, ReportStatus
from macros.report.records import BROKEN_FILE
from macros.words.language import YEAR
from macros.words.problems import Problem, Problems

FOLDER = f"{RECORDS}/editions"
LARGEST = 2_000_000
"""Bytes; that of a year has a tenth of it."""
_FILE = re.compile(r"[0-9a-f]{12}\.json")


class Said(Model):
    """A figure that a section says, once for each way in which it is written there."""

    name: str
    """That of the data, such as `learners.total_end`."""
    title: str
    value: str | None
    """As programs read it; None where it is not stated."""
    words: str
    """As it is printed."""


class Part(Model):
    """A section of an edition."""

    name: str
    title: str
    figures: tuple[Said, ...]


class Account(Model):
    """What an edition says of its figures, section by section."""

    edition: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
    """Its number."""
    year: Annotated[str, StringConstraints(pattern=rf"^{YEAR}$")]
    language: Annotated[str, StringConstraints(pattern=rf"^({'|'.join(LANGUAGES)})$")]
    status: ReportStatus
    date: datetime.date | None
    """That of the last correction, else of the signature; None where there is neither."""
    sections: tuple[Part, ...]

    def as_json(self) -> bytes:
        """Give it as it is kept and published."""
        return f"{self.model_dump_json(indent=1)}\n".encode()


def read_editions(root: Path | str) -> tuple[tuple[Account, ...], list[Problem]]:
    """Give `(accounts, problems)`: what is kept of earlier editions below `root`, by their numbers."""
    folder = Path(root, FOLDER)
    if not folder.is_dir() or folder.is_symlink() or folder.parent.is_symlink():
        return (), []  # a link is told of as such
    found, problems = [], []
    for file in sorted(folder.iterdir()):
        edition = _read(file)
        if edition is None:
            problems.append(Problem(f"{FOLDER}/{file.name}", 0, *BROKEN_FILE))
        else:
            found.append(edition)
    return tuple(found), problems


def of_no_year(editions: Iterable[Account], years: Collection[str]) -> list[Problem]:
    """Give a problem for each kept edition of a year that there are no data of."""
    return [Problem(f"{FOLDER}/{one.edition}.json", 0, *BROKEN_FILE) for one in editions if one.year not in years]


def _read(file):
    """Give the edition of a file; None where it is none."""
    if not _FILE.fullmatch(file.name) or file.is_symlink() or not file.is_file() or file.stat().st_size > LARGEST:
        return None
    try:
        edition = Account.model_validate_json(file.read_bytes())
    except ValidationError:
        return None
    return edition if edition.edition == file.stem else None


def keep_editions(root: Path | str, editions: Iterable[Account]) -> list[str]:
    """Keep editions below `root`; give the names of the files. Raises `Problems` where a folder is a link."""
    folder = Path(root, FOLDER)
    if folder.is_symlink() or folder.parent.is_symlink():
        raise Problems([Problem(FOLDER, 0, *BROKEN_FILE)])
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for edition in editions:
        (folder / f"{edition.edition}.json").write_bytes(edition.as_json())
        names.append(f"{FOLDER}/{edition.edition}.json")
    return names
