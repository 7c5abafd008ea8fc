"""`report serve`: the site while it is being written, with what is wrong on top of it.

A page is made when it is looked at, and nothing else is. After an edit all is read again, the page at hand is made and
shown, and only then is everything checked. A page that cannot be made stays as it was. What only a whole site has, such
as the index of the search, is built when it is asked for. What is published never comes from here but from `build`.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from macros.check import judged
from macros.desk.overlay import BARE, Seen, overlaid
from macros.pages.address import language_of
from macros.report.book import Book
from macros.report.opened import read_book
from macros.show.shown import places
from macros.site.draft import FAILURES, Draft, Theme, failed
from macros.site.languages import SETTINGS, build_whole
from macros.words.problems import Problem

HOST, PORT = "127.0.0.1", 8000
WATCHED = ("data", "docs", "macros", "theme", *SETTINGS.values())
PAUSE = 0.1
"""Seconds between two looks at the files; an edit counts once two of them see the same."""
LONGEST_NAME = 200
"""How long the name of a file may be, in characters."""
HEARTBEAT = 15
"""Seconds after which a browser that waits hears that the server is still there."""
EDITS = "/.edits"
"""Where browsers hear of edits, as server-sent events."""


class Preview:
    """What is served: what was read after the last edit, the pages made since, and what is wrong."""

    book: Book | None = None
    """None where the data cannot be read."""

    def __init__(self, root: Path, address: str, folder: Path) -> None:
        """Take the project, the address that the site gets, and an empty folder to make it in."""
        self.root, self.address, self.folder = root, address, folder
        self.site, self.whole = folder / "site", folder / "whole"
        self.page_lock, self.whole_lock, self.told = threading.RLock(), threading.Lock(), threading.Condition()
        self.version, self.at_hand, self.said = 0, "", ""
        self.misread: set[str] = set()
        self.found: list[Problem] = []
        self.drafts: dict[str, Draft] = {}
        self.theme: Theme = {}
        self.checked = False

    def renew(self, *, theme: bool = False) -> None:
        """Read all again after an edit, show the page at hand, then check; `theme` says that the look has changed."""
        with self.page_lock:
            self.drafts, self.theme = {}, {} if theme else self.theme
            shutil.rmtree(self.whole, ignore_errors=True)
            self.whole = Path(tempfile.mkdtemp(dir=self.folder))
            self.book, read = _tried(lambda: read_book(self.root), lambda problem: (None, {problem}))
            self.misread = {problem.file for problem in read}
            self.checked = self.book is None
            # Until all is checked, what was still to do stands as it was.
            self.found = sorted(read) if self.checked else [one for one in self.found if one.level == "todo"]
            shown = self.page(self.at_hand)
        self._tell()
        if self.book:
            self.found = _tried(lambda: judged(self.book, read), lambda problem: [problem])
            self.checked = True
            if self.page(self.at_hand) != shown:
                self._tell()
        self._say()

    def stop(self, problem: Problem) -> None:
        """Show nothing new until the next edit, because of a problem."""
        self.book, self.found = None, [problem]
        self._tell()
        self._say()

    def _say(self):
        errors = "\n".join(str(problem) for problem in self.found if problem.level == "error")
        if errors != self.said:
            _say(errors or "Kļūdu nav. / No errors.")
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
                if page and f"docs/{language}/{page.file.src_uri}" not in self.misread:
                    draft.make(name)
                    fresh, todo = True, self._todo(page.file.src_uri)
                if draft and name in draft.static:
                    fresh = True
                elif draft and not page:
                    file.unlink(missing_ok=True)
            except FAILURES as failure:
                source = f"docs/{language}/{page.file.src_uri}" if page else SETTINGS[language]
                if self.checked and not errors:  # else these explain it better
                    errors = [failed(source, failure)]
            html = file.read_text("utf-8") if file.is_file() else BARE
            return Seen(page is not None or fresh, fresh, html, tuple(errors), todo, typed=fresh and page is None)

    def _draft(self, language):
        """Give the draft in a language, or None where the data cannot be read."""
        if self.book and language not in self.drafts:
            self.drafts[language] = Draft(
                self.book, self.root, language, self.site, theme=self.theme, site_url=self.address
            )
        return self.drafts.get(language)

    def _todo(self, path):
        """Give what is still to be done about the page at a path of the docs."""
        own = places(self.book, path) if self.book else set()
        return tuple(
            problem
            for problem in self.found
            if problem.level == "todo" and not own.isdisjoint({(problem.file, None), (problem.file, problem.line)})
        )

    def file(self, path: str) -> Path | None:
        """Give the file at a path of the site that is no page, or None; if need be, the whole site is built for it."""
        with self.page_lock, contextlib.suppress(*FAILURES):
            self._draft(language_of(path)[0])  # which copies what pages share
        if (self.site / path).is_file():
            return self.site / path
        with self.whole_lock:
            folder = self.whole / "site"
            if not folder.exists():
                build_whole(self.root, folder)
                folder.mkdir(exist_ok=True)
            return folder / path if (folder / path).is_file() else None


def _tried(act, instead):
    """Give what `act` gives, or, where it fails, what `instead` makes of the problem: the next edit may mend it."""
    try:
        return act()
    except Exception as failure:  # noqa: BLE001 – a file may go while it is read, the program may have a mistake
        traceback.print_exc()
        return instead(failed("data", failure))


class _Server(ThreadingHTTPServer):
    """Says nothing of browsers that went away."""

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Answers browsers: pages with what is wrong, files, and word of edits.

    It is asked by its own name or by a number only: another site's name that somebody leads here, so that its script
    could read what is being written, is refused.
    """

    def __init__(self, preview, *request, **options):
        self.preview = preview
        super().__init__(*request, **options)

    def do_GET(self):
        """Answer a request."""
        if not self._is_meant():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        path = unquote(urlsplit(self.path).path).lstrip("/").removesuffix("index.html")
        if f"/{path}" == EDITS:
            self._edits()
        elif any(part.startswith(".") or len(part) > LONGEST_NAME for part in path.split("/")):
            self.send_error(HTTPStatus.NOT_FOUND)
        elif path == "" or path.endswith("/"):
            self._page(path)
        elif "." not in path.rpartition("/")[2]:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{quote(path)}/")
            self.end_headers()
        elif file := self.preview.file(path):
            self.path = f"/{quote(file.relative_to(self.preview.folder).as_posix())}"
            super().do_GET()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def do_HEAD(self):
        """Tell nothing of what is not shown."""
        self.send_error(HTTPStatus.METHOD_NOT_ALLOWED)

    def _is_meant(self):
        with contextlib.suppress(ValueError):
            name = urlsplit(f"//{self.headers['Host']}").hostname or ""
            return name in ("localhost", urlsplit(self.preview.address).hostname) or bool(ip_address(name))
        return False

    def _page(self, path):
        version = self.preview.version  # asked first, so that an edit made meanwhile is seen
        seen = self.preview.page(path)
        content = overlaid(seen, self.preview.root, EDITS, version).encode()
        self.send_response(HTTPStatus.OK if seen.exists or seen.errors else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _edits(self):
        """Tell the version of what is to be seen, now and whenever it changes, until the browser goes away."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        while True:
            version = self.preview.version
            self.wfile.write(f"data: {version}\n\n".encode())
            with self.preview.told:
                self.preview.told.wait_for(lambda: self.preview.version != version, HEARTBEAT)  # noqa: B023

    def end_headers(self):
        """Let browsers ask whether a file has changed."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_words):
        """Say nothing of requests."""


def _stamps(root):
    """Give the time and size of each file that the site is made from."""
    found = {}
    for name in WATCHED:
        tree = os.walk(root / name) if (root / name).is_dir() else [(root, [], [name])]
        for folder, folders, files in tree:
            folders[:] = [inner for inner in folders if inner != "__pycache__"]
            for file in (Path(folder, name) for name in files):
                with contextlib.suppress(OSError):
                    found[file] = file.stat().st_mtime_ns, file.stat().st_size
    return found


def _watch(preview):
    """Renew what is seen after each edit, until one of the program that can be run anew."""
    seen = now = _stamps(preview.root)
    preview.renew()
    while True:
        time.sleep(PAUSE)
        before, now = now, _stamps(preview.root)
        if now == seen or now != before:
            continue
        edited = {file.relative_to(preview.root) for file, _stamp in now.items() ^ seen.items()}
        seen = now
        if any(file.suffix == ".py" for file in edited):
            mistake = _mistake(preview.root)
            if not mistake:
                return
            preview.stop(failed("macros", mistake))
        else:
            preview.renew(theme=any(file.parts[0] == "theme" for file in edited))


def _mistake(root):
    """Give why the program cannot be run as it is now, or nothing where it can."""
    command = [sys.executable, "-c", "import macros.desk.serve, macros.site.engine"]
    tried = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    return tried.stderr.strip().rpartition("\n")[2] if tried.returncode else ""


def serve(root: Path, host: str = HOST, port: int = PORT) -> int:
    """Serve the project at `root` until Ctrl+C; give the exit code."""
    address = f"http://{host}:{port}/"
    with tempfile.TemporaryDirectory() as folder:
        preview = Preview(Path(root), address, Path(folder))
        try:
            server = _Server((host, port), partial(_Handler, preview, directory=folder))
        except OSError as error:
            _say(f"Adrese {address} nav brīva ({error.strerror}): varbūt vietne jau tiek rādīta citā logā.")
            _say(f"The address {address} is not free: the site may already be shown in another window.")
            return 2
        with server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            _say(f"{address} – atveriet pārlūkā; katru saglabāto labojumu redzēsiet uzreiz. Beigt: Ctrl+C.")
            _say(f"{address} – open it in a browser; each edit is seen once it is saved. To end: Ctrl+C.")
            try:
                _watch(preview)
            except KeyboardInterrupt:
                return 0
            finally:
                server.shutdown()
    return os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 – the program anew


def _say(words):
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
