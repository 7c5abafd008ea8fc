"""The tiny report while it is served."""

import html
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

PATIENCE = 60  # seconds until an edit has to be seen; it takes less than one
PAGE = "2020-2021/learners/"
LV, EN = "docs/lv/2020-2021/learners.md", "docs/en/2020-2021/learners.md"


class Served:
    """The tiny report while it is served."""

    def __init__(self, root, command):
        self.root = root
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{free.getsockname()[1]}"
        self.address = f"http://{address}/"
        self.log = root.parent / "serve.log"
        environment = {**os.environ, "PYTHONPATH": str(root), "NO_MKDOCS_2_WARNING": "1"}
        with self.log.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *command, address], cwd=root, env=environment, stdout=output, stderr=output
            )

    def end(self):
        """Serve it no more."""
        self.process.terminate()
        self.process.wait()

    def get(self, path):
        """Give the status and the words that the server answers with, or nothing where it does not."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as page:  # noqa: S310 – our own server
                return page.status, page.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()
        except (urllib.error.URLError, ConnectionError):
            return 0, ""

    def until(self, path, *words, without=()):
        """Wait until a page holds the words, and none of others; give its HTML."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            text = self.get(path)[1]
            if all(word in html.unescape(text) for word in words) and not any(word in text for word in without):
                return text
            time.sleep(0.1)
        raise AssertionError(f"{path} has not {words}: {self.log.read_text('utf-8')}")

    def edit(self, file, old, new):
        """Save a file with other words in it."""
        text = (self.root / file).read_text("utf-8")
        assert old in text
        (self.root / file).write_text(text.replace(old, new), "utf-8")


def sheet_of(page):
    """Give the path of the style sheet of a page."""
    return re.search(r'"[./]*(assets/[^"]+\.css)"', page)[1]
