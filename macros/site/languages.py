"""The languages of the site, made by MkDocs: side by side of a book that is open already, or anew of the project."""

import logging
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import wait
from pathlib import Path

from macros.pages.nav import NAV
from macros.report.book import Book
from macros.site.given import given
from macros.words.faults import Fault

SETTINGS = {"lv": NAV, "en": "mkdocs.en.yml"}
"""The files that MkDocs is told what to build by."""
_FORK = multiprocessing.get_context("fork")  # the book is there already, and need not be read again
NEWEST = 4354819198
"""The end of 2107, the latest time that a zip can tell, in seconds since 1970."""


class Listener(logging.Handler):
    """Hands on what MkDocs complains of, which then writes it nowhere."""

    def __init__(self, hear: Callable[[logging.LogRecord], None]) -> None:
        """Take the function that hears of it."""
        super().__init__(logging.WARNING)
        self._hear = hear

    def emit(self, record: logging.LogRecord) -> None:
        """Hand on a complaint."""
        self._hear(record)


class NotBuilt(Exception):  # noqa: N818 – the name says what is wrong
    """MkDocs ended with warnings or errors, which are the message."""


def build_side_by_side(book: Book, root: Path, folders: dict[str, Path]) -> None:
    """Build pages of the book of the project at `root` into `folders`, by language, each in its own process.

    Raises NotBuilt with what the languages that failed say, and the `OSError` or `Fault` that kept one from its work.
    """
    import mkdocs.commands.build  # noqa: F401, PLC0415 – once, before the processes part; other commands need it not

    date = source_date(root)
    pipes = {language: _FORK.Pipe(duplex=False) for language in folders}
    processes = {
        language: _FORK.Process(
            target=_build, args=(book, root / SETTINGS[language], folders[language], date, pipes[language][1])
        )
        for language in folders
    }
    try:
        with uninterrupted():
            for process in processes.values():
                process.start()
        for _receiver, sender in pipes.values():
            sender.close()
        said = {language: _received(receiver) for language, (receiver, _sender) in pipes.items()}
    finally:
        for process in processes.values():  # where we are broken off; those that are done take no notice
            if process.pid is not None:  # it was started
                process.kill()
                process.join()
    for fault in said.values():
        if isinstance(fault, OSError):
            raise fault
    if failed := [words for words in said.values() if words]:
        raise NotBuilt("".join(failed))


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait: where it comes while processes are forked, Python 3.11 loses it or waits for ever."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _received(receiver):
    """Give what a process says in the end; one that ends without a word was killed or has a fault."""
    try:
        return receiver.recv()
    except EOFError:
        return "Lapu būve apstājās bez paskaidrojuma. / The building of the pages stopped without a word.\n"


def end_with_parent() -> None:
    """Let this process end with the one that started it, even where that is killed and can tell nobody."""

    def watch():
        if parent := multiprocessing.parent_process():
            wait([parent.sentinel])
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _build(book, settings, folder, date, sender):
    """Build one language and send what is wrong, or nothing; or what the machine refuses."""
    from mkdocs.commands.build import build  # noqa: PLC0415 – see above
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    end_with_parent()
    os.environ["SOURCE_DATE_EPOCH"] = date
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    said: list[str] = []
    listener = Listener(lambda record: said.append(f"{record.levelname}: {record.getMessage()}\n"))
    logger = logging.getLogger("mkdocs")
    logger.handlers, logger.propagate = [listener], False
    logger.setLevel(logging.INFO)  # where it is WARNING, MkDocs 1.6.1 counts none, and strict lets everything pass
    try:
        with given(book):
            config = load_config(str(settings), site_dir=str(folder), strict=True, hooks=[])
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            config.plugins.on_shutdown()
    except (SystemExit, MkDocsException) as end:
        said.append(f"{end}\n")
    except OSError as fault:
        sender.send(fault)
        return
    sender.send("".join(said))


def build_whole(root: Path, folder: Path) -> None:
    """Build both languages of the project at `root` into `folder` as MkDocs alone does, as far as it gets."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(folder)]
    subprocess.run(command, cwd=root, capture_output=True, check=False)  # noqa: S603


def source_date(root: Path) -> str:
    """Give the seconds of the last commit's date, so that the same commit gives the same bytes; 1980 outside git.

    Raises `Fault` where that cannot be told, or where the date is none.
    """
    if stated := os.environ.get("SOURCE_DATE_EPOCH"):
        return _checked(stated, "SOURCE_DATE_EPOCH")
    git = shutil.which("git")
    if git is None:
        if any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents)):
            raise Fault(
                "Nevar uzzināt, no kura datuma ir šie faili, jo datorā nav programmas “git”: sudo apt-get install git",
                "The date of these files cannot be told, as the program “git” is not there: sudo apt-get install git",
            )
        return "315532800"
    done = subprocess.run([git, "log", "-1", "--format=%ct"], cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    return _checked(done.stdout.strip() or "315532800", "git log")


def _checked(seconds, source):
    """Give seconds since 1970 that are a date until 2107, told by a source."""
    if seconds.isascii() and seconds.isdigit() and int(seconds[:12]) <= NEWEST:
        return seconds
    raise Fault(
        f"{source}: “{seconds[:20]}” nav datums līdz 2107. gadam sekundēs kopš 1970. gada; izlabojiet to.",
        f"{source}: “{seconds[:20]}” is no date until 2107 in seconds since 1970; correct it.",
    )
