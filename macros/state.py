"""What a project, the program and the machine are known by: hashes of what files hold, and of when that changed."""

import hashlib
import os
import re
import shutil
import stat
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDERS = ("data", "docs", "theme", ".github/ISSUE_TEMPLATE")
"""What a project consists of, besides its settings."""
PROGRAM = Path(__file__).parent
_SETTINGS = "*.yml"
_NAMES = re.compile(r"[A-Za-z_]\w*")
_DICTIONARIES = Path("/usr/share/hunspell")
_HASH = hashlib.sha256
_COMPILED = "__pycache__"


class Odd(OSError):  # noqa: N818 – it is no error
    """There is a link, a pipe or the like, which only reading itself can judge."""


def state(root: Path | str, *words: str, of: tuple[str, ...] = FOLDERS) -> str | None:
    """Give the hash of the project at `root`, of the program that reads it, and of some words more.

    What settings take from the environment is of the project. `of` are the files and folders that count. It is None
    where that cannot be told, as there is what is no file, or cannot be read; then nothing is kept.
    """
    root, found = Path(root), _HASH(repr(words).encode())
    try:
        found.update(program(PROGRAM))
        settings = sorted(file.name for file in root.glob(_SETTINGS))
        for name in (*of, *settings):
            _add(found, root / name, name, links=name == "theme")  # of this nobody but programmers has any
        for name in settings:
            found.update(repr(_given((root / name).read_text("utf-8", "replace"))).encode())
    except OSError:
        return None
    return found.hexdigest()


def _given(settings):
    """Give what settings may take from the environment (`!ENV`), however that is typed: each word that is set there."""
    words = sorted({*_NAMES.findall(settings)}) if "!ENV" in settings else []
    return [(one, os.environ[one]) for one in words if one in os.environ]


@cache
def program(folder: Path) -> bytes:
    """Give the hash of the program in a folder, and of what else tells; it is what runs, so it is looked at once."""
    found = _HASH(repr((sys.version, *_surroundings())).encode())
    _add(found, folder.resolve(), "macros", links=False, passed_over=_COMPILED)
    return found.digest()


def _surroundings() -> Iterator[tuple[str, ...]]:
    """Yield what else tells: the libraries with their versions, and the dictionaries."""
    for folder in sys.path:
        if folder.endswith("site-packages"):
            yield tuple(sorted(library.name for library in Path(folder).glob("*.dist-info")))
    yield from dictionaries()


def dictionaries() -> tuple[tuple[str, ...], ...]:
    """Give which dictionaries there are; none without hunspell, which reads them."""
    found = shutil.which("hunspell")
    files = sorted(_DICTIONARIES.iterdir()) if found and _DICTIONARIES.is_dir() else ()
    stats = [(file.name, file.stat()) for file in files if file.is_file()]
    return tuple((found or "", name, str(about.st_size), str(about.st_mtime_ns)) for name, about in stats)


def _add(found, path, name, *, links, passed_over=""):
    """Add a file, or all in a folder, each by its name and what it holds."""
    mode = (path.stat() if links else path.lstat()).st_mode if os.path.lexists(path) else None
    if mode is None:
        found.update(f"{name}\0-\0".encode())
    elif stat.S_ISDIR(mode):
        found.update(f"{name}/\0".encode("utf-8", "surrogateescape"))
        for inner in sorted(path.iterdir()):
            if inner.name != passed_over:
                _add(found, inner, f"{name}/{inner.name}", links=links, passed_over=passed_over)
    elif stat.S_ISREG(mode):
        content = _HASH(path.read_bytes()).hexdigest()
        found.update(f"{name}\0{content}\0".encode("utf-8", "surrogateescape"))
    else:
        raise Odd


def left_as(folder: Path, passed_over: str = "") -> str:
    """Give what a folder is known by while nobody touches it: what is in it by name, and when each file was changed.

    The system writes that down, and nobody can set it; the files are not read. Folders called `passed_over` do not
    count. Raises OSError.
    """
    found, folders = _HASH(), [os.fspath(folder)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                about = entry.stat(follow_symlinks=False)
                told = [entry.path, about.st_mode]
                if entry.is_dir(follow_symlinks=False):
                    if entry.name == passed_over:
                        continue
                    folders.append(entry.path)
                else:
                    told += _stamp(about)
                    if entry.is_symlink() and os.path.exists(entry.path):  # noqa: PTH110 – only a theme has any
                        told += _stamp(entry.stat())
                found.update(repr(told).encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def _stamp(about):
    return about.st_size, about.st_ino, about.st_mtime_ns, about.st_ctime_ns


def touched(root: Path) -> str | None:
    """Give what the project and the program are known by while nobody touches them; None where that cannot be told."""
    root = Path(root)
    try:
        folders = [root / name for name in FOLDERS if (root / name).is_dir()]
        files = [(file.name, file.lstat()) for file in sorted(root.glob(_SETTINGS))]
        told = [(name, about.st_ino, about.st_size, about.st_ctime_ns) for name, about in files]
        return repr((told, [left_as(folder.resolve(), _COMPILED) for folder in (*folders, PROGRAM)]))
    except OSError:
        return None
