"""The languages of the site, made by MkDocs: side by side of a book that is open already, or anew of the project."""

import logging
import multiprocessing
import os
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
from macros.site.dated import source_date
from macros.site.given import given

SETTINGS = {"lv": NAV, "en": "mkdocs.en.yml"}
"""The files that MkDocs is told what to build by."""
_FORK = multiprocessing.get_context("fork")  # the book is there already, and need not be read again


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
    import mkdocs_macros.plugin  # noqa: F401, PLC0415

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
