"""What cannot be opened as a file or named in a sentence; nothing else is read before it is gone."""

import os
from pathlib import Path

from macros.words.problems import Problem, Sentences

FOLDERS = ("data", "docs")
_NEITHER: Sentences = (
    "Šis nav ne fails, ne mape, un to nevar nolasīt; izdzēsiet to.",
    "This is neither a file nor a folder and cannot be read; delete it.",
)
_NAMED: Sentences = (
    "Nosaukumā ir zīmes, ko nevar nolasīt (tas nav UTF-8 kodējumā); pārsauciet vai izdzēsiet to.",
    "The name has signs that cannot be read (it is not UTF-8); rename or delete this.",
)


def odd_files(root: Path | str) -> list[Problem]:
    """Give a problem for each pipe, device and the like among what is read, and for each name that is not UTF-8."""
    root = Path(root)
    there = [*root.glob("*.yml")]
    for name in FOLDERS:
        for folder, folders, files in os.walk(root / name):
            there += [Path(folder, inner) for inner in (*folders, *files)]
    problems = []
    for path in sorted(there):
        name = os.fsencode(path.relative_to(root)).decode("utf-8", "replace")
        if os.fsencode(name) != os.fsencode(path.relative_to(root)):
            problems.append(Problem(name, 0, *_NAMED))
        elif path.exists() and not (path.is_file() or path.is_dir()):
            problems.append(Problem(name, 0, *_NEITHER))
    return problems
