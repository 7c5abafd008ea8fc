"""What cannot be opened as a file or named in a sentence; nothing else is read before it is gone."""

import os
import unicodedata
from pathlib import Path

from macros.words.problems import LEADS_ELSEWHERE, Problem, Sentences

FOLDERS = ("data", "docs")
_NEITHER: Sentences = (
    "Šis nav ne fails, ne mape, un to nevar nolasīt; izdzēsiet to.",
    "This is neither a file nor a folder and cannot be read; delete it.",
)
_NAMED: Sentences = (
    "Nosaukumā ir zīmes, ko nevar nolasīt (tas nav UTF-8 kodējumā); pārsauciet vai izdzēsiet to.",
    "The name has characters that cannot be read (it is not UTF-8); rename or delete this.",
)
_UNPRINTED = ("Cc", "Cf", "Zl", "Zp")
"""The kinds of signs, as Unicode calls them, that move others about or begin a line."""
_UNSEEN: Sentences = (
    "Nosaukumā ir zīme, ko neredz (te tās vietā ir \ufffd); pārsauciet vai izdzēsiet to.",
    "The name has an invisible character (shown here as \ufffd); rename or delete this.",
)


def odd_files(root: Path | str) -> list[Problem]:
    """Give a problem for each pipe, device and the like among what is read, and for each name that is not UTF-8."""
    root = Path(root)
    there = [*root.glob("*.yml")]
    problems = [
        Problem(path.name, 0, *LEADS_ELSEWHERE)
        for path in sorted((*there, *(root / name for name in FOLDERS)))
        if path.is_symlink()
    ]
    for name in FOLDERS:
        for folder, folders, files in os.walk(root / name):
            there += [Path(folder, inner) for inner in (*folders, *files)]
    for path in sorted(there):
        name = os.fsencode(path.relative_to(root)).decode("utf-8", "replace")
        seen = "".join("\ufffd" if unicodedata.category(sign) in _UNPRINTED else sign for sign in name)
        if seen != name:
            problems.append(Problem(seen, 0, *_UNSEEN))
        elif os.fsencode(name) != os.fsencode(path.relative_to(root)):
            problems.append(Problem(name, 0, *_NAMED))
        elif path.exists() and not (path.is_file() or path.is_dir()):
            problems.append(Problem(name, 0, *_NEITHER))
    return problems
