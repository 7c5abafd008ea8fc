"""What was made once, kept under the hash of all it was made from, to be taken instead of made again.

It lies in the project's own folder, `.cache/kept`, a file for each thing, and nothing in it is run. A file begins with
the seal of the rest: what was cut off, changed by another hand, or came with the files of a proposal, is made anew, as
only this program on this machine can seal. `make clean` empties it.
"""

import hashlib
import hmac
import json
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

FOLDER = ".cache/kept"
MOST = 512_000_000
"""Bytes that are kept, twice what twenty years take; what was not asked for the longest goes first."""
SECRET = Path(sys.prefix) / ".kept"
"""What this machine seals with. It lies where the libraries do, so that no proposal brings it along."""
FOLDERS = ("data", "docs", "theme", ".github/ISSUE_TEMPLATE")
"""What a project consists of, besides its settings."""
_SETTINGS = "*.yml"
PROGRAM = Path(__file__).parent
HOME = PROGRAM.parent
"""The project in which the program lies, where what concerns no other is kept."""
_DICTIONARIES = Path("/usr/share/hunspell")
_HASH = hashlib.sha256


def state(root: Path | str, *words: str, of: tuple[str, ...] = FOLDERS) -> str | None:
    """Give the hash of the project at `root`, of the program that reads it, and of some words more, such as settings.

    `of` are the files and folders that count. It is None where that cannot be told, as there is what is no file, or
    cannot be read; then nothing is kept.
    """
    root, found = Path(root), _HASH(repr(words).encode())
    try:
        found.update(program(PROGRAM))
        for name in (*of, *sorted(file.name for file in root.glob(_SETTINGS))):
            _add(found, root / name, name, links=name == "theme")  # of this nobody but programmers has any
    except OSError:
        return None
    return found.hexdigest()


def key(*made_from: str | bytes | None) -> str | None:
    """Give the hash of what something is made from, such as states and other keys; None where one of these is None."""
    found = _HASH()
    for part in made_from:
        if part is None:
            return None
        found.update(_HASH(part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part).digest())
    return found.hexdigest()


def own_key(*made_from: str | bytes | None) -> str | None:
    """Give the key of what this program makes of nothing else; None where the program cannot be read."""
    with suppress(OSError):
        return key(program(PROGRAM), *made_from)
    return None


@cache
def program(folder: Path) -> bytes:
    """Give the hash of the program in a folder, and of what else tells; it is what runs, so it is looked at once."""
    found = _HASH(repr((sys.version, *_surroundings())).encode())
    _add(found, folder.resolve(), "macros", links=False)
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


class _Odd(OSError):  # noqa: N818 – it is no error
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


def left_as(folder: Path) -> str:
    """Give what a folder is known by while nobody touches it: what is in it by name, and when each file was changed.

    The system writes that down, and nobody can set it; the files are not read. Raises OSError.
    """
    found, folders = _HASH(), [os.fspath(folder)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                about = entry.stat(follow_symlinks=False)
                told = [entry.path, about.st_mode]
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    told += about.st_size, about.st_ino, about.st_mtime_ns, about.st_ctime_ns
                found.update(repr(told).encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def take(root: Path | str, key: str | None) -> bytes | None:
    """Give what is kept under a key, or None."""
    if key is None:
        return None
    file = Path(root, FOLDER, key)
    try:
        seal, _, content = file.read_bytes().partition(b"\n")
        if not hmac.compare_digest(seal, _seal(SECRET, key, content)):
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
        _put(folder / key, _seal(SECRET, key, content) + b"\n" + content)


def _put(file, content):
    """Write a file that is there only when it is whole; two builds may do so at once."""
    handle, name = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as unfinished:
            unfinished.write(content)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _seal(secret, key, content):
    """Give what shows that this program on this machine has kept a content under a key. Raises OSError."""
    return hmac.new(_secret(secret), f"{key}\n".encode() + content, "sha256").hexdigest().encode()


@cache
def _secret(file):
    """Give what is sealed with; at first it is made up. It is in nothing that is built."""
    with suppress(FileNotFoundError):
        return file.read_bytes()
    _put(file, os.urandom(32))
    return file.read_bytes()


def made(root: Path | str, key: str | None, make: Callable[[], bytes]) -> bytes:
    """Give what is kept under a key; what is not there is made, and kept."""
    content = take(root, key)
    if content is None:
        content = make()
        keep(root, key, content)
    return content


def files_made(root: Path | str, key: str | None, make: Callable[[], dict[str, bytes]]) -> dict[str, bytes]:
    """Give files, by path, as `made` gives one thing."""
    return _unpacked(made(root, key, lambda: _packed(make())))


def _packed(files: dict[str, bytes]) -> bytes:
    """Give files as one: a line with their paths and sizes, then one after another."""
    sizes = json.dumps({name: len(content) for name, content in files.items()})
    return b"\n".join((sizes.encode(), b"".join(files.values())))


def _unpacked(packed: bytes) -> dict[str, bytes]:
    sizes, _, contents = packed.partition(b"\n")
    files, at = {}, 0
    for name, size in json.loads(sizes).items():
        files[name] = contents[at : at + size]
        at += size
    return files


def bound(root: Path | str) -> None:
    """Remove what was not asked for the longest, as far as there is too much."""
    with suppress(OSError):
        kept = [(file.stat(), file) for file in Path(root, FOLDER).iterdir()]
        size = 0
        for about, file in sorted(kept, key=lambda one: one[0].st_mtime_ns, reverse=True):
            size += about.st_size
            if size > MOST:
                file.unlink(missing_ok=True)
