"""What was made once, kept under the hash of all it was made from, to be taken instead of made again.

It lies in the project's own folder, `.cache/kept`, a file for each thing, and nothing in it is run. A file begins with
the seal of the rest: what was cut off, changed by another hand, or came with the files of a proposal, is made anew, as
only this program on this machine can seal. What a command keeps waits until it ends, as only then is it known that
nobody touched what it read: see `unless_touched`. `make clean` empties it.
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
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from macros import state

FOLDER = ".cache/kept"
MOST = 512_000_000
"""Bytes that are kept, twice what twenty years take; what was not asked for the longest goes first."""
SECRET = Path(sys.prefix) / ".kept"
"""What this machine seals with. It lies where the libraries do, so that no proposal brings it along."""
HOME = state.PROGRAM.parent
"""The project in which the program lies, where what concerns no other is kept."""
_HASH = hashlib.sha256
_UNFINISHED = "tmp"
"""How the name of a file begins that is being written."""
_waiting = ""
"""The folder within the store in which what is kept waits; empty where it need not."""
_begun: str | None = None
"""What the project and the program were known by when that began to be made."""


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
        return key(state.program(state.PROGRAM), *made_from)
    return None


@contextmanager
def unless_touched(root: Path) -> Iterator[None]:
    """Keep what is made meanwhile only if nobody touches the project at `root`, or the program, until it is done.

    Else it may have been made of something else than its key says: files are read one after another.
    """
    global _waiting, _begun  # what is started meanwhile has them, too
    outer = _waiting, _begun
    _waiting, _begun = f"{os.getpid()}.{os.urandom(8).hex()}", state.touched(root)
    try:
        yield
    finally:
        _settle(root, holds=_begun is not None and state.touched(root) == _begun)
        _waiting, _begun = outer


def settle(root: Path, *, holds: bool) -> None:
    """Let what waits be taken from now on, if it `holds`, else drop it; what is read from now on is another matter."""
    global _begun  # noqa: PLW0603 – as above
    _settle(root, holds=holds)
    _begun = state.touched(root) if _waiting else None


def _settle(root, *, holds):
    for home in {Path(root).resolve(), HOME} if _waiting else ():
        with suppress(OSError):
            folder = _folder(home)
            for file in (folder / _waiting).iterdir():
                if file.name.startswith(_UNFINISHED):
                    continue
                if holds:
                    file.replace(folder / file.name)
                else:
                    file.unlink()
            (folder / _waiting).rmdir()


def _folder(root):
    """Give the folder of what is kept. Raises OSError where somebody has put a link in its place."""
    folder = os.path.join(root, FOLDER)  # noqa: PTH118 – it is asked for a thousand times
    if os.path.islink(folder) or os.path.islink(os.path.dirname(folder)):  # noqa: PTH114, PTH120
        raise state.Odd
    return Path(folder)


def take(root: Path | str, key: str | None) -> bytes | None:
    """Give what is kept under a key, or None."""
    if key is None:
        return None
    with suppress(OSError):
        folder = _folder(root)
        for file in (folder / key, *([folder / _waiting / key] if _waiting else [])):
            with suppress(OSError):
                seal, _, content = _read(file).partition(b"\n")
                if hmac.compare_digest(seal, _seal(SECRET, key, content)):
                    with suppress(OSError):  # a store may be only for reading
                        os.utime(file)  # it was asked for
                    return content
    return None


def _read(file):
    """Give the content of a file, which is no link and no pipe. Raises OSError."""
    with open(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as opened:  # noqa: PTH123
        if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
            raise state.Odd
        return opened.read()


def keep(root: Path | str, key: str | None, content: bytes) -> None:
    """Keep something under a key; where the machine refuses, it is made again the next time."""
    if key is None:
        return
    with suppress(OSError):
        folder = _folder(root) / _waiting
        folder.mkdir(parents=True, exist_ok=True)
        _put(folder / key, _seal(SECRET, key, content) + b"\n" + content)


def _put(file, content):
    """Write a file that is there only when it is whole; two builds may do so at once."""
    handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=file.parent)
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
    """Give what is sealed with; at first it is made up. It is in nothing that is built.

    When its file came to be, and where on the disk, is part of it: that no proposal can bring along.
    """
    if not os.path.lexists(file):
        _put(file, os.urandom(32))
    about = file.lstat()
    return _read(file) + repr((about.st_ino, about.st_ctime_ns)).encode()


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
    """Remove what was not asked for the longest, as far as there is too much, and what waits for nobody any more."""
    for home in {Path(root).resolve(), HOME}:
        _bound(home)


def _bound(home):
    with suppress(OSError):
        found = [(file.lstat(), file) for file in _folder(home).iterdir()]
        size = 0
        for about, file in sorted(found, key=lambda one: one[0].st_mtime_ns, reverse=True):
            if stat.S_ISDIR(about.st_mode):
                if not _is_running(file.name.partition(".")[0]):
                    shutil.rmtree(file, ignore_errors=True)
                continue
            size += about.st_size
            if size > MOST:
                file.unlink(missing_ok=True)


def _is_running(process):
    """Say whether there is a process of a number."""
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
