"""`mkdocs serve` shows both languages anew after an edit of a page, a YAML file, a macro or a template."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from conftest import ROOT

PATIENCE = 60  # seconds until a rebuild has to be seen; it takes about three


@pytest.fixture
def served(small):
    """The tiny report under `mkdocs serve`, with a program and a theme of its own; gives `(root, see)`."""
    for name in ("macros", "theme"):
        (small / name).unlink()
        shutil.copytree(ROOT / name, small / name)
    with (small / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [macros/hook.py]\nwatch: [data, macros, theme, docs/en, mkdocs.en.yml]\n")
    log = small / "serve.log"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "PYTHONPATH": str(small), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with log.open("w") as output, subprocess.Popen(command, cwd=small, env=environment, stderr=output) as process:

        def see(path, words):
            """Wait until the page (or, for None, what the server tells) holds the words; give whether it did."""
            end = time.monotonic() + PATIENCE
            while time.monotonic() < end and process.poll() is None:
                if path is None and words in log.read_text("utf-8"):
                    return True
                try:
                    with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as page:
                        if words in page.read().decode():
                            return True
                except (urllib.error.URLError, TimeoutError, ConnectionError):
                    pass
                time.sleep(0.2)
            return False

        yield small, see
        process.terminate()


def edit(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_edits_are_seen_in_both_languages(served):
    """Each kind of edit shows, and a mistake in between does not end the server."""
    root, see = served
    page = "2020-2021/learners/"
    assert see(page, ">51</data>")
    assert see("en/" + page, ">51</data>")
    edit(root / "docs/lv/2020-2021/learners.md", "Gada beigās", "Gada noslēgumā")
    assert see(page, "Gada noslēgumā")
    edit(root / "docs/en/2020-2021/learners.md", "At the end", "In the end")
    assert see("en/" + page, "In the end")
    learners = root / "data/2020-2021/learners.yml"
    edit(learners, "end: 21", "end: twenty")
    assert see(None, "“learners.areas.snow.end”: ierakstīts “twenty”")
    edit(learners, "end: twenty", "end: 22")
    assert see(None, "22 + 30 = 52, bet “targets.measured.learners.reached” ir 51")
    edit(root / "data/2020-2021/targets.yml", "reached: 51", "reached: 52")
    edit(learners, "left: 4", "left: 3")
    assert see(page, ">52</data>")
    assert see("en/" + page, ">52</data>")
    edit(root / "macros/render.py", "data-table__number", "data-table__order")
    assert see(page, "data-table__order")
    assert see("en/" + page, "data-table__order")
    edit(root / "theme/partials/logo.html", "wordmark", "seen-wordmark")
    assert see(page, "seen-wordmark")
    assert see("en/" + page, "seen-wordmark")
