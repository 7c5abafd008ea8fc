"""`report serve`: the site while it is being written, with what is wrong on top of it.

After an edit all is read again, the page at hand is made and shown, and only then is everything checked: see `live`.
What is published never comes from here but from `build`.
"""

import contextlib
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from watchdog.events import EVENT_TYPE_CLOSED_NO_WRITE, EVENT_TYPE_MODIFIED, EVENT_TYPE_OPENED, FileSystemEventHandler
from watchdog.observers import Observer

from macros.desk.live import Preview, say
from macros.desk.overlay import overlaid
from macros.site.draft import failed
from macros.site.language import SETTINGS

HOST, PORT = "127.0.0.1", 8000
WATCHED = ("data", "docs", "macros", "theme", *SETTINGS.values())
PAUSE = 0.01
"""Seconds between two looks at the files once something has happened; an edit counts once two of them see the same."""
LONGEST_PAUSE = 1
"""Seconds after which they are looked at though nothing was heard of: not every disk tells."""
LONGEST_NAME, LONGEST_PATH = 200, 1000
"""How long the name of a file, and a path of such, may be, in bytes."""
HEARTBEAT = 15
"""Seconds after which a browser that waits hears that the server is still there."""
EDITS = "/.edits"
"""Where browsers hear of edits, as server-sent events."""

_Files = queue.SimpleQueue[Path | None]


class _Server(ThreadingHTTPServer):
    """Says nothing of browsers that went away, and lets many ask at once."""

    request_queue_size = 128

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
        path = unquote(self.path.partition("#")[0].partition("?")[0]).lstrip("/").removesuffix("index.html")
        if f"/{path}" == EDITS:
            self._edits()
        elif not _is_path(path):
            self.send_error(HTTPStatus.NOT_FOUND)
        elif path == "" or path.endswith("/"):
            self._page(path)
        elif "." not in path.rpartition("/")[2]:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{quote(path)}/")
            self.end_headers()
        elif file := self.preview.file(path):
            self.path = f"/{quote(file.relative_to(self.preview.folder).as_posix())}"
            super().do_HEAD() if self.command == "HEAD" else super().do_GET()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def do_HEAD(self):
        """Answer what `do_GET` does, without the content."""
        self.do_GET()

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
        if self.command != "HEAD":
            self.wfile.write(content)
        self.preview.looked_at.set()

    def _edits(self):
        """Tell the version of what is to be seen, now and whenever it changes, until the browser goes away."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.preview.listening += 1
        try:
            while self.command != "HEAD":
                version = self.preview.version
                self.wfile.write(f"data: {version}\n\n".encode())
                with self.preview.told:
                    self.preview.told.wait_for(lambda: self.preview.version != version, HEARTBEAT)  # noqa: B023
        finally:
            self.preview.listening -= 1

    def end_headers(self):
        """Let browsers ask whether a file has changed."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_words):
        """Say nothing of requests."""


def _is_path(path):
    """Say whether a file of the site may have a path: none is hidden, has a sign that cannot be seen, or is endless."""
    parts = path.split("/")
    return (
        len(path.encode("utf-8", "replace")) <= LONGEST_PATH
        and path.isprintable()
        and not any(part.startswith(".") or len(part.encode("utf-8", "replace")) > LONGEST_NAME for part in parts)
    )


def _stamps(root):
    """Give the time and size of each file that the site is made from."""
    found: dict[Path, tuple[int, int]] = {}
    for name in WATCHED:
        tree = os.walk(root / name) if (root / name).is_dir() else [(root, [], [name])]
        for folder, folders, files in tree:
            folders[:] = [inner for inner in folders if inner != "__pycache__"]
            found |= _stamped({}, (Path(folder, name) for name in files))
    return found


def _stamped(stamps, files):
    """Give times and sizes with those of some files as they are now."""
    found = {**stamps}
    for file in files:
        try:
            about = file.stat()
            found[file] = about.st_mtime_ns, about.st_size
        except OSError:
            found.pop(file, None)
    return found


class _Listener(FileSystemEventHandler):
    """Puts each file that something may have happened to into a queue, and None where it may be any."""

    def __init__(self, root, heard):
        self._root, self._heard = root, heard

    def on_any_event(self, event):
        if event.event_type in (EVENT_TYPE_OPENED, EVENT_TYPE_CLOSED_NO_WRITE):
            return
        if not event.is_directory:
            for path in filter(None, (event.src_path, event.dest_path)):
                self._add(Path(os.fsdecode(path)))
        elif event.event_type != EVENT_TYPE_MODIFIED:  # then a file in it is told of besides
            self._heard.put(None)

    def _add(self, file):
        parts = file.relative_to(self._root).parts
        if parts[0] in WATCHED and "__pycache__" not in parts:
            self._heard.put(file)


@contextlib.contextmanager
def _heard(root):
    """Give a queue of the files that something may have happened to: see `_Listener`."""
    heard: _Files = queue.SimpleQueue()
    observer = Observer()
    for name in {name if (root / name).is_dir() else "." for name in WATCHED}:
        observer.schedule(_Listener(root, heard), str(root / name), recursive=name != ".")
    try:
        observer.start()
    except OSError:  # a machine that watches enough files already; looking at them now and then is left
        observer = Observer()
        observer.start()
    try:
        yield heard
    finally:
        observer.stop()


def _taken(heard, wait):
    """Give what is in a queue, or comes within so many seconds."""
    files: set[Path | None] = set()
    with contextlib.suppress(queue.Empty):
        files.add(heard.get(timeout=wait))
        while True:
            files.add(heard.get_nowait())
    return files


def _watch(preview, heard):
    """Renew what is seen after each edit, until one of the program that can be run anew."""
    seen = now = _stamps(preview.root)
    preview.renew()
    files: set[Path | None] = set()
    while True:
        if now == seen:
            files = _taken(heard, LONGEST_PAUSE) or {None}
        else:
            time.sleep(PAUSE)
            files |= _taken(heard, 0)
        before, now = now, _stamps(preview.root) if None in files else _stamped(now, files)
        if now == seen or now != before:
            continue
        edited = {file.relative_to(preview.root) for file, _stamp in now.items() ^ seen.items()}
        seen = now
        holds = all(file.suffix in (".md", ".yml") and file.parts[0] in ("data", "docs") for file in edited)
        if any(file.parts[0] == "macros" for file in edited):  # what is kept is that of the program as it was begun
            mistake = _mistake(preview.root)
            if not mistake:
                return
            preview.stop(failed("macros", mistake))
        else:
            preview.renew(holds=holds)


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
            say(f"Adrese {address} nav brīva ({error.strerror}): varbūt vietne jau tiek rādīta citā logā.")
            say(f"The address {address} is not free: the site may already be shown in another window.")
            return 2
        with server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            say(f"{address} – atveriet pārlūkā; katru saglabāto labojumu redzēsiet uzreiz. Beigt: Ctrl+C.")
            say(f"{address} – open it in a browser; each edit is seen once it is saved. To end: Ctrl+C.")
            try:
                with _heard(Path(root)) as heard:
                    _watch(preview, heard)
            except KeyboardInterrupt:
                return 0
            finally:
                server.shutdown()
    return os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 – the program anew
