"""The languages of the site, built side by side where there is much to do."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import wait
from pathlib import Path

from macros.data.schema import LANGUAGES
from macros.pages.address import language_folder
from macros.remembered import found_out, learn
from macros.report.book import Book
from macros.site.assets import assets
from macros.site.dated import source_date
from macros.site.language import Language, NotBuilt
from macros.site.outputs import write
from macros.words.faults import OF_THE_MACHINE
from macros.words.problems import Problems

_FORK = multiprocessing.get_context("fork")  # the book is there already, and need not be read again


def build_languages(book: Book, root: Path, folders: dict[str, Path], last: Path) -> None:
    """Build pages of the book of the project at `root` into `folders`, by language; `last` is that of the last site.

    Where most is to be made, each language has its own process; where most is kept, one follows the other, so that what
    is found out for the first serves the second. Raises NotBuilt with what the languages that failed say, and the
    `OSError`, `MemoryError` or `Fault` that kept one from its work.
    """
    date = source_date(root)
    write(assets(root).items(), folders[LANGUAGES[0]], last)
    languages = {language: Language(book, root, language, date) for language in folders}
    places = {language: (folder, last / language_folder(language)) for language, folder in folders.items()}
    if any(language.needs_engine for language in languages.values()):
        said = _side_by_side(languages, places, date)
    else:
        said = [_built(languages[language], *place) for language, place in places.items()]
    if failed := "".join(said):
        raise NotBuilt(failed)


def _built(language, folder, last):
    """Build one language; give what is wrong, or nothing."""
    try:
        write(language.files(), folder, last)
    except (NotBuilt, Problems) as end:
        return f"{end}\n"
    return ""


def _side_by_side(languages, places, date):
    """Build each language in a process of its own; give what is wrong, or nothing, for each."""
    import material.plugins.search.plugin  # noqa: F401, PLC0415 – once, not in each process

    import macros.site.frames  # noqa: F401, PLC0415

    pipes = {language: _FORK.Pipe(duplex=False) for language in places}
    processes = {
        language: _FORK.Process(target=_build, args=(languages[language], places[language], date, pipes[language][1]))
        for language in places
    }
    try:
        with uninterrupted():
            for process in processes.values():
                process.start()
        for _receiver, sender in pipes.values():
            sender.close()
        said = [_received(receiver) for receiver, _sender in pipes.values()]
    finally:
        for process in processes.values():  # where we are broken off; those that are done take no notice
            if process.pid is not None:  # it was started
                process.kill()
                process.join()
    for fault in said:
        if isinstance(fault, BaseException):
            raise fault
    return said


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
        said, found = receiver.recv()
    except EOFError:
        return "Lapu būve apstājās bez paskaidrojuma. / The building of the pages stopped without a word.\n"
    learn(found)
    return said


def end_with_parent() -> None:
    """Let this process end with the one that started it, even where that is killed and can tell nobody."""

    def watch():
        if parent := multiprocessing.parent_process():
            wait([parent.sentinel])
            os._exit(1)

    try:
        threading.Thread(target=watch, daemon=True).start()
    except RuntimeError:  # “can't start new thread”
        raise MemoryError from None


def _build(language, place, date, sender):
    """Build one language and send what is wrong, or nothing, or what the machine refuses; and what was found out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    os.environ["SOURCE_DATE_EPOCH"] = date
    try:
        end_with_parent()
        found_out()  # so far, which the parent has
        said = _built(language, *place)
    except OF_THE_MACHINE as fault:
        said = fault
    sender.send((said, found_out()))
