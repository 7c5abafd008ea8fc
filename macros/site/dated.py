"""The date of what is built: that of the last commit, since the clock would give other bytes each time."""

import os
import shutil
from pathlib import Path

from macros import git
from macros.words.faults import Fault

OLDEST = "315532800"
"""The beginning of 1980, the earliest time that a zip can tell, in seconds since 1970."""
NEWEST = 2**32 - 1
"""The beginning of 2106, the latest one that gzip can tell."""


def source_date(root: Path) -> str:
    """Give the seconds of the last commit's date, so that the same commit gives the same bytes; 1980 outside git.

    Raises `Fault` where that cannot be told, or where the date is none.
    """
    if stated := os.environ.get("SOURCE_DATE_EPOCH"):
        return _checked(stated, "SOURCE_DATE_EPOCH")
    if not any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)):
        return OLDEST
    if shutil.which("git") is None:
        raise Fault(
            "Nevar uzzināt, no kura datuma ir šie faili, jo datorā nav programmas “git”: sudo apt-get install git",
            "The date of these files cannot be told, as the program “git” is not there: sudo apt-get install git",
        )
    date = git.told(root, "log", "-1", "--format=%ct").strip()
    if not date:
        git.sure(root, "rev-list", "--max-count=1", "--all")  # fails if git refuses, not if there is no commit yet
    return _checked(date or OLDEST, "git log")


def _checked(seconds, source):
    """Give seconds since 1970 that are a date until 2106, told by a source."""
    if seconds.isascii() and seconds.isdigit() and len(seconds) <= len(str(NEWEST)) and int(seconds) <= NEWEST:
        return seconds
    raise Fault(
        f"{source}: “{seconds[:20]}” nav datums līdz 2106. gadam sekundēs kopš 1970. gada; izlabojiet to.",
        f"{source}: “{seconds[:20]}” is no date until 2106 in seconds since 1970; correct it.",
    )
