"""The tiny report with a program of its own, which is served while it is being written."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from copies import copy_of, made_once
from live import PAGE, Served
from project import ROOT

from macros import kept


@made_once(of="prepared")
def owned(folder):
    """The tiny report with a program and a theme of its own, which it was built by, and the hook of `mkdocs serve`."""
    for name in ("macros", "theme"):
        (folder / name).unlink()
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("hooks: [macros/site/hook.py]\n")
    command = [sys.executable, "-m", "macros", "build"]
    subprocess.run(command, cwd=folder, env={**os.environ, "PDF": "0"}, stdout=subprocess.DEVNULL, check=True)
    shutil.rmtree(folder / "site")


root = copy_of("owned")


@pytest.fixture
def serve(root):
    """Start to serve the tiny report, with a program and a theme of its own."""
    started = []

    def serve(*command):
        started.append(Served(root, command or ("macros", "serve", "--address")))
        return started[-1]

    yield serve
    for served in started:
        served.end()


@pytest.fixture(scope="module")
def serving(owned, tmp_path_factory):
    """The tiny report while it is served, and its files as they were."""
    root = shutil.copytree(owned, tmp_path_factory.mktemp("serve") / "small", symlinks=True)
    before = _typed(root)
    served = Served(root, ("macros", "serve", "--address"))
    yield served, before
    served.end()


@pytest.fixture
def served(serving):
    """The tiny report while it is served, as it is; what a test changes in it is put back."""
    served, before = serving
    _as_it_was(served)
    yield served
    after = _typed(served.root)
    for name in after.keys() - before.keys():
        (served.root / name).unlink()
    for name in before:
        if after.get(name) != before[name]:
            (served.root / name).write_bytes(before[name])
    _as_it_was(served)


def _typed(root):
    """Give all files but those that the program writes for itself, at any time: path within `root` → bytes."""
    found = {}
    for folder, folders, names in os.walk(root):
        folders[:] = {*folders} - {"__pycache__", Path(kept.FOLDER).parent.name}
        found |= {
            (Path(folder) / name).relative_to(root).as_posix(): (Path(folder) / name).read_bytes() for name in names
        }
    return found


def _as_it_was(served):
    """Wait until the pages that tests change are as they were."""
    served.until(PAGE, "Gada beigās", ">51</data>", without=["Kļūdas:", "jāaizpilda"])
    served.until("en/" + PAGE, "At the end", ">51</data>", without=["Kļūdas:"])
