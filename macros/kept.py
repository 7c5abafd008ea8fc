"""What was made once, kept under the hash of all it was made from, to be taken instead of made again.

It lies in the project's own folder, `.cache/kept`, a file for each thing, and nothing in it is run. A file begins with
the seal of the rest: what was cut off, changed by another hand, or came with the files of a proposal, is made anew, as
only this program on this machine can seal. What a command keeps waits until it ends, as only then is it known that
nobody touched what it read: see `unless_touched`. `make clean` empties it.
"""

import hashlib
import hmac
import itertools
import json
import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
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
_GIVEN = re.compile(rb"!ENV\s+(?:\[([^\]]*)\]|(\w+))")
"""Names of what settings take from the environment."""
PROGRAM = Path(__file__).parent
HOME = PROGRAM.parent
"""The project in which the program lies, where what concerns no other is kept."""
_DICTIONARIES = Path("/usr/share/hunspell")
_HASH = hashlib.sha256
_COMPILED = "__pycache__"
_UNFINISHED = "tmp"
"""How the name of a file begins that is being written."""
_waiting = ""
"""The folder within the store in which what is kept waits; empty where it need not."""
_numbers = itertools.count()


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
            found.update(repr([*_given((root / name).read_bytes())]).encode())
    except OSError:
        return None
    return found.hexdigest()


def _given(settings):
    """Yield what settings take from the environment, each by its name."""
    for names, name in _GIVEN.findall(settings):
        for one in (name or names).decode().split(","):
            yield one.strip(), os.environ.get(one.strip())


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


class _Odd(OSError):  # noqa: N818 – it is no error
    """There is a link, a pipe or the like, which only reading itself can judge."""


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
        raise _Odd


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
                    told += about.st_size, about.st_ino, about.st_mtime_ns, about.st_ctime_ns
                found.update(repr(told).encode("utf-8", "surrogateescape"))
    return found.hexdigest()


@contextmanager
def unless_touched(root: Path) -> Iterator[None]:
    """Keep what is made meanwhile only if nobody touches the project at `root`, or the program, until it is done.

    Else it may have been made of something else than its key says: files are read one after another.
    """
    global _waiting  # noqa: PLW0603 – what is started meanwhile has it, too
    before, outer = _touched(root), _waiting
    _waiting = f"{os.getpid()}.{next(_numbers)}"
    try:
        yield
    finally:
        settle(root, holds=before is not None and _touched(root) == before)
        _waiting = outer


def settle(root: Path, *, holds: bool) -> None:
    """Let what waits be taken from now on, if it `holds`; else drop it."""
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


def _touched(root):
    """Give what the project and the program are known by while nobody touches them; None where that cannot be told."""
    root = Path(root)
    try:
        folders = [root / name for name in FOLDERS if (root / name).is_dir()]
        files = [(file.name, file.lstat()) for file in sorted(root.glob(_SETTINGS))]
        told = [(name, about.st_ino, about.st_size, about.st_ctime_ns) for name, about in files]
        return repr((told, [left_as(folder.resolve(), _COMPILED) for folder in (*folders, PROGRAM)]))
    except OSError:
        return None


def _folder(root):
    """Give the folder of what is kept. Raises OSError where somebody has put a link in its place."""
    folder = os.path.join(root, FOLDER)  # noqa: PTH118 – it is asked for a thousand times
    if os.path.islink(folder) or os.path.islink(os.path.dirname(folder)):  # noqa: PTH114, PTH120
        raise _Odd
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
            raise _Odd
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

    One that others may read is another's: a proposal can bring along none that they may not.
    """
    with suppress(FileNotFoundError):
        if not file.lstat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
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
    """Remove what was not asked for the longest, as far as there is too much, and what waits for nobody any more."""
    with suppress(OSError):
        found = [(file.lstat(), file) for file in _folder(root).iterdir()]
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
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True
