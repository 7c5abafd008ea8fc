"""What was made once, kept under the hash of all it was made from, to be taken instead of made again.

It lies in the project's own folder, `.cache/kept`, a file for each thing, and nothing in it is run. A file begins with
the hash of the rest: what was cut off, or changed by another hand, is made anew. `make clean` empties it.
"""

import hashlib
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

FOLDER = ".cache/kept"
MOST = 64_000_000
"""Bytes that are kept; what was not asked for the longest goes first."""
_FOLDERS = ("data", "docs", "theme", ".github/ISSUE_TEMPLATE")
_SETTINGS = "*.yml"
_PROGRAM = Path(__file__).parent
_DICTIONARIES = Path("/usr/share/hunspell")
_HASH = hashlib.sha256


def state(root: Path | str, *words: str) -> str | None:
    """Give the hash of the project at `root`, of the program that reads it, and of some words more, such as settings.

    It is None where that cannot be told, as there is what is no file, or cannot be read; then nothing is kept.
    """
    root, found = Path(root), _HASH(repr((sys.version, words, *_surroundings())).encode())
    try:
        for name in (*_FOLDERS, *sorted(file.name for file in root.glob(_SETTINGS))):
            _add(found, root / name, name, links=name == "theme")  # of this nobody but programmers has any
        _add(found, _PROGRAM, "macros", links=False)
    except (OSError, _Odd):
        return None
    return found.hexdigest()


def _surroundings() -> Iterator[tuple[str, ...]]:
    """Yield what else tells: the libraries with their versions, and the dictionaries."""
    for folder in sys.path:
        if folder.endswith("site-packages"):
            yield tuple(sorted(library.name for library in Path(folder).glob("*.dist-info")))
    with suppress(OSError):
        for file in sorted(_DICTIONARIES.iterdir()):
            yield file.name, str(file.stat().st_size), str(file.stat().st_mtime_ns)
    yield (str(shutil.which("hunspell")),)


class _Odd(Exception):  # noqa: N818 – it is no error
    """There is a link, a pipe or the like, which only reading itself can judge."""


def _add(found, path, name, *, links):
    """Add a file, or all in a folder, each by its name and what it holds."""
    mode = (path.stat() if links else path.lstat()).st_mode if os.path.lexists(path) else None
    if mode is None:
        found.update(f"{name}\0-\0".encode())
    elif stat.S_ISDIR(mode):
        found.update(f"{name}/\0".encode("utf-8", "surrogateescape"))
        for inner in sorted(path.iterdir()):
            if inner.name != "__pycache__":
                _add(found, inner, f"{name}/{inner.name}", links=links)
    elif stat.S_ISREG(mode):
        content = _HASH(path.read_bytes()).hexdigest()
        found.update(f"{name}\0{content}\0".encode("utf-8", "surrogateescape"))
    else:
        raise _Odd


def contents(folder: Path) -> str:
    """Give the hash of all that is in a folder; that of one that is not there is another. Raises OSError."""
    found = _HASH()
    with suppress(_Odd):
        _add(found, Path(folder), "", links=False)
        return found.hexdigest()
    return ""


def take(root: Path | str, key: str | None) -> bytes | None:
    """Give what is kept under a key, or None."""
    if key is None:
        return None
    file = Path(root, FOLDER, key)
    try:
        hashed, _, content = file.read_bytes().partition(b"\n")
        if hashed.decode("ascii", "replace") != _HASH(content).hexdigest():
            return None
        os.utime(file)  # it was asked for
    except OSError:
        return None
    return content


def keep(root: Path | str, key: str | None, content: bytes) -> None:
    """Keep something under a key; where the machine refuses, it is made again the next time."""
    if key is None:
        return
    with suppress(OSError):
        folder = Path(root, FOLDER)
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:  # two builds may write at once
            file.write(_HASH(content).hexdigest().encode() + b"\n" + content)
        Path(file.name).replace(folder / key)
        _bound(folder)


def _bound(folder):
    """Remove what was not asked for the longest, as far as there is too much."""
    files = sorted(((file.stat().st_mtime_ns, file.stat().st_size, file) for file in folder.iterdir()), reverse=True)
    size = 0
    for _when, bytes_, file in files:
        size += bytes_
        if size > MOST:
            file.unlink(missing_ok=True)
