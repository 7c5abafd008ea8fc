"""How long it takes from an edit being saved to a browser showing it, against `mkdocs build` of that page alone."""

import contextlib
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from measured import QUIET, run
from playwright.sync_api import Error
from projects import ROOT, of_years, plain

sys.path.insert(0, str(ROOT / "tests"))

from browsers import chromium

ROUNDS = 5
PAGE = "2024-2025/learners/"
EDITS = {
    "a page": ("docs/lv/2024-2025/learners.md", "Avots.", "Avots šeit {}.", "≤ 0.1 s"),
    "a number": ("data/2024-2025/learners.yml", "mūzika, dejas,", "dejas {}, mūzika,", "≤ 0.15 s"),
}
"""What is edited: a file, words in it, what stands in their place – another each time, so that none is kept –, the goal."""


@contextlib.contextmanager
def served(root, command, browser, path=PAGE):
    """Serve a project; give a browser's page that shows it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(
        [sys.executable, *command, address], cwd=root, env={**os.environ, **QUIET}, **silent
    ) as server:
        page = browser.new_page()
        try:
            while True:
                with contextlib.suppress(Error):
                    page.goto(f"http://{address}/{path}")
                    break
                time.sleep(0.1)
            yield page
        finally:
            page.close()
            server.terminate()


def saved_to_seen(page, file, content, new):
    """Give the seconds from a file being saved to the page that shows what is new in it."""
    start = time.perf_counter()
    file.write_text(content, "utf-8")
    while True:
        with contextlib.suppress(Error):  # the page is being loaded anew
            while new not in page.locator("article").text_content():
                time.sleep(0.01)
            return time.perf_counter() - start


def preview(folder: Path, years: int) -> Iterator[tuple[str, str, str]]:
    """Yield the medians, each beside that of a plain build of the one page."""
    ours = of_years(folder / "ours", years)
    run((sys.executable, "-m", "macros", "build"), ours, PDF="0")
    theirs = plain(ours, ours / "site", folder / "theirs")
    one = folder / "one"
    shutil.copytree(theirs, one, ignore=lambda _folder, names: [name for name in names if name.startswith("20")])
    page = ours / EDITS["a page"][0]
    page.write_text(page.read_text("utf-8") + "\nAvots.\n", "utf-8")
    (one / "docs/lv/2024-2025").mkdir()
    (one / "data").mkdir(exist_ok=True)
    shutil.copytree(theirs / "data/2024-2025", one / "data/2024-2025")
    shutil.copy(page, one / "docs/lv/2024-2025")
    taken: dict[str, list[float]] = {kind: [] for kind in ("yardstick", *EDITS)}
    as_it_was = {name: (ours / name).read_text("utf-8") for name, *_words in EDITS.values()}
    with chromium() as browser, served(ours, ("-m", "macros", "serve", "--address"), browser) as shown:
        for turn in range(ROUNDS):
            taken["yardstick"].append(run((sys.executable, "-m", "mkdocs", "build", "-qf", "lv.yml"), one).wall)
            for kind, (name, old, new, _goal) in EDITS.items():
                words = new.format("abcde"[turn])
                taken[kind].append(saved_to_seen(shown, ours / name, as_it_was[name].replace(old, words, 1), words))
                time.sleep(3)  # what follows an edit has ended
    yardstick = statistics.median(taken["yardstick"])
    for kind, (_name, _old, _new, goal) in EDITS.items():
        seconds = statistics.median(taken[kind])
        yield (
            f"preview, {years}: {kind} saved to seen / plain build",
            f"{seconds / yardstick:.2f} ({seconds:.2f} s)",
            goal,
        )
