"""Measure the preview: from an edit being saved to a browser showing it, against plain Material for MkDocs.

Prints ratios, not seconds: the machine cancels out. `make bench`
"""

import contextlib
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from build import ROOT, plain_project, seconds
from playwright.sync_api import Error, sync_playwright

ROUNDS = 7
PAGE = "2024-2025/learners/"
OURS = ("-m", "macros", "serve", "--address")
PLAIN = ("-m", "mkdocs", "serve", "-a")
WORDS = "visstraujāk", "visātrāk"
EDITS = {
    "page": ("docs/lv/2024-2025/learners.md", WORDS),
    "YAML": ("data/2024-2025/learners.yml", ("mūzika, dejas,", "dejas, mūzika,")),
}


@contextlib.contextmanager
def served(root, command, browser):
    """Serve a project; give a browser's page that shows it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([sys.executable, *command, address], cwd=root, env=os.environ, **quiet) as server:
        page = browser.new_page()
        while True:
            with contextlib.suppress(Error):
                page.goto(f"http://{address}/{PAGE}")
                break
            time.sleep(0.1)
        yield page
        page.close()
        server.terminate()


def saved_to_seen(page, file, old, new):
    """Give the seconds from a save to the page that shows it."""
    start = time.perf_counter()
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    while True:
        with contextlib.suppress(Error):  # the page is being loaded anew
            while new not in page.locator("article").text_content():
                time.sleep(0.01)
            return time.perf_counter() - start


def main():
    """Measure each kind of edit, and the same edit of a page of plain Material with the same words."""
    os.environ.update(NO_MKDOCS_2_WARNING="1", DISABLE_MKDOCS_2_WARNING="true")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder, chromium = Path(name), shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        ours, plain, one = folder / "ours", folder / "plain", folder / "one"
        for part in ("data", "docs", "theme", "macros"):
            shutil.copytree(ROOT / part, ours / part, ignore=shutil.ignore_patterns("__pycache__"))
        for part in ("mkdocs.yml", "mkdocs.en.yml"):
            shutil.copy(ROOT / part, ours)
        seconds(sys.executable, "-m", "macros", "build", "--to", folder / "site", cwd=ROOT, PDF="0")
        plain_project(plain, folder / "site", "lv")
        source = plain / "docs" / PAGE / "index.md"
        (one / "docs").mkdir(parents=True)
        shutil.copy(source, one / "docs")
        shutil.copy(plain / "mkdocs.yml", one)
        whole, single, taken = [], [], {kind: [] for kind in EDITS}
        with served(plain, PLAIN, browser) as theirs, served(ours, OURS, browser) as page:
            for turn in range(ROUNDS):
                step = 1 if turn % 2 == 0 else -1  # to and fro
                whole.append(saved_to_seen(theirs, source, *WORDS[::step]))
                single.append(seconds(sys.executable, "-m", "mkdocs", "build", cwd=one))
                for kind, (file, words) in EDITS.items():
                    taken[kind].append(saved_to_seen(page, ours / file, *words[::step]))
                    time.sleep(3)  # what follows an edit has ended
        for kind, times in taken.items():
            seen = statistics.median(times)
            print(
                f"{kind}: saved to seen / plain Material's serve with the same pages: {seen / statistics.median(whole):.2f}"
            )
            print(
                f"{kind}: saved to seen / `mkdocs build` of that one page alone: {seen / statistics.median(single):.2f}"
            )


if __name__ == "__main__":
    main()
