"""The project as it was in a commit, branch or tag: what a change is compared with."""

import io
import shutil
import tempfile
import zipfile
from pathlib import Path

from macros import git
from macros.report.book import Book
from macros.report.opened import read_book
from macros.site.language import SETTINGS
from macros.words.problems import Problem, Problems

LABELS = ("data/words.yml", "data/tables.yml", "data/charts.yml")
WHAT_IS_READ = ("data/", "docs/", *SETTINGS.values())
"""What a report consists of; with the slash git takes folders only, no links in their place."""


def at(root: Path, base: str) -> tuple[Book | None, set[Problem]]:
    """Give what `read_book` does of the project at `root` as it was in a commit, branch or tag of its repository.

    Raises `Problems` where there is no such thing.
    """
    archive = git.given(root, "archive", "--format=zip", "-0", "--end-of-options", base, *WHAT_IS_READ)
    if not base or archive is None:
        raise Problems([Problem("BASE", 0, *_no_base(base))])
    with tempfile.TemporaryDirectory() as folder:
        # Nothing of a zip gets out of the folder, and links become files that hold where they lead; a tar can be kept
        # to that since Python 3.11.4 only.
        with zipfile.ZipFile(io.BytesIO(archive)) as files:
            files.extractall(folder)
        book, found = read_book(folder)
        if book is None:  # a program of today may ask for labels that there were not
            for file in LABELS:
                if (Path(root) / file).is_file():
                    shutil.copy(Path(root) / file, Path(folder) / file)
            book, found = read_book(folder)
        return book, found


def _no_base(base):
    if not base:
        return (
            "Norādiet zaru, iezīmi vai revīziju, ar ko salīdzināt, piemēram, main.",
            "Give a branch, a tag or a commit to compare with, such as main.",
        )
    return (
        f"Repozitorijā nav “{base}”, vai tajā nav ziņojuma. Norādiet zaru, iezīmi vai revīziju, piemēram, main.",
        f"The repository has no “{base}”, or no report in it. Give a branch, a tag or a commit, such as main.",
    )
