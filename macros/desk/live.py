"""The site while it is being written: what was read after the last edit, the pages made since, what is wrong with them.

A page is made when it is looked at, and nothing else is. A page that cannot be made stays as it was. What only a whole
site has, such as the index of the search, is built when it is asked for.
"""

import contextlib
import sys
import threading
import time
import traceback
from pathlib import Path

from macros.check import judged
from macros.desk.overlay import BARE, Seen
from macros.kept import settle
from macros.pages.address import language_of
from macros.report.book import Book
from macros.report.opened import read_book
from macros.show.shown import places
from macros.site.draft import FAILURES, Draft, failed
from macros.site.language import SETTINGS, NotBuilt
from macros.words.faults import OF_THE_MACHINE, told
from macros.words.problems import Problem

PATIENCE = 0.3
"""Seconds that checking waits for a browser to fetch what was made."""


class Preview:
    """What is served: what was read after the last edit, the pages made since, and what is wrong."""

    book: Book | None = None
    """None where the data cannot be read."""

    def __init__(self, root: Path, address: str, folder: Path) -> None:
        """Take the project, the address that the site gets, and an empty folder to make it in."""
        self.root, self.address, self.folder = root, address, folder
        self.site = folder / "site"
        self.page_lock, self.told = threading.RLock(), threading.Condition()
        self.version, self.at_hand, self.said = 0, "", ""
        self.misread: set[str] = set()
        self.found: list[Problem] = []
        self.todo: dict[str, tuple[Problem, ...]] = {}
        self.drafts: dict[str, Draft] = {}
        self.checked = False
        self.listening, self.looked_at = 0, threading.Event()

    def renew(self, *, holds: bool = True) -> None:
        """Read all again after an edit, show the page at hand, then check.

        What was made since the last one may have been made of what was edited, unless it `holds`: words of pages and
        data are read at once, all else when it is needed.
        """
        with self.page_lock:
            settle(self.root, holds=holds)
            self.drafts = {}
            self.book, read = _tried(lambda: read_book(self.root), lambda problem: (None, {problem}))
            self.misread = {problem.file for problem in read if problem.level == "error"}
            self.checked = self.book is None
            # Until all is checked, what was still to do stands as it was.
            self.found = sorted(read) if self.checked else [one for one in self.found if one.level == "todo"]
            shown = self.page(self.at_hand)
        self.looked_at.clear()
        self._tell()
        if self.listening:  # let them see it first: checking would hold them up
            self.looked_at.wait(PATIENCE)
        if self.book:
            self.found = _tried(lambda: judged(self.book, read, self.root), lambda problem: [problem])
            self.checked = True
            if self.page(self.at_hand) != shown:
                self._tell()
        self._say()

    def stop(self, problem: Problem) -> None:
        """Show nothing new until the next edit, because of a problem."""
        with self.page_lock:
            settle(self.root, holds=False)
            self.book, self.found = None, [problem]
        self._tell()
        self._say()

    def _say(self):
        errors = "\n".join(str(problem) for problem in self.found if problem.level == "error")
        if errors != self.said:
            say(errors or "Kļūdu nav. / No errors.")
        self.said = errors

    def _tell(self):
        with self.told:
            self.version = time.time_ns()
            self.told.notify_all()

    def page(self, path: str) -> Seen:
        """Give the page at a path of the site such as `en/about/` as it is `Seen` now."""
        with self.page_lock:
            self.at_hand = path
            language, name = language_of(f"{path}index.html")
            file, page, fresh, todo = self.site / path / "index.html", None, False, ()
            errors = [problem for problem in self.found if problem.level == "error"]
            try:
                draft = self._draft(language)
                page = draft.pages.get(name) if draft else None
                if draft and page and page.file not in self.misread:
                    draft.make(name)
                    fresh, todo = True, self._todo(page.path)
                elif draft and not page:
                    fresh = draft.copy(name)
                    if not fresh:
                        file.unlink(missing_ok=True)
            except FAILURES as failure:
                if self.checked and not errors:  # else these explain it better
                    source = page.file if page and not isinstance(failure, NotBuilt) else SETTINGS[language]
                    errors = [failed(source, failure)]
            html = file.read_text("utf-8") if file.is_file() else BARE
            return Seen(page is not None or fresh, fresh, html, tuple(errors), todo, typed=fresh and page is None)

    def _draft(self, language):
        """Give the draft in a language, or None where the data cannot be read."""
        if self.book and language not in self.drafts:
            self.drafts[language] = Draft(self.book, self.root, language, self.site, site_url=self.address)
        return self.drafts.get(language)

    def _todo(self, path):
        """Give what is still to be done about the page at a path of the docs; until all is checked, what was before."""
        if self.book and self.checked:
            own = places(self.book, path)
            self.todo[path] = tuple(
                problem
                for problem in self.found
                if problem.level == "todo" and not own.isdisjoint({(problem.file, None), (problem.file, problem.line)})
            )
        return self.todo.get(path, ())

    def file(self, path: str) -> Path | None:
        """Give the file at a path of the site that is no page, or None; if need be, the whole site is built for it."""
        language, name = language_of(path)
        is_gone = False
        with self.page_lock, contextlib.suppress(*FAILURES):
            draft = self._draft(language)
            is_gone = draft is not None and not draft.copy(name) and name not in draft.make_whole()
        return None if is_gone or not (self.site / path).is_file() else self.site / path


def _tried(act, instead):
    """Give what `act` gives, or, where it fails, what `instead` makes of the problem: the next edit may mend it."""
    try:
        return act()
    except OF_THE_MACHINE as fault:
        return instead(Problem("data", 0, *told(fault)))
    except Exception as failure:  # noqa: BLE001 – a file may go while it is read, the program may have a mistake
        traceback.print_exc()
        return instead(failed("data", failure))


def say(words: str) -> None:
    """Tell the person at the terminal."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
