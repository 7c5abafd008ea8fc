"""What tests stand on: the real project, its built site, a tiny report of an invented centre to break, a browser."""

import gc
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from types import SimpleNamespace

import browsers
import hypothesis
import pytest
from built import Built
from copies import copy_of, made_once
from filelock import FileLock
from first_year import closed_again, years
from project import ROOT, SMALL, build, checked, copied, made, translated

from macros.__main__ import main
from macros.history.new_year import new_year
from macros.paper import pdf
from macros.paper.document import NO_PDF

if threading.current_thread() is threading.main_thread():  # run in the background, what we start would ignore Ctrl-C
    signal.signal(signal.SIGINT, signal.default_int_handler)
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # our commands are started hundreds of times, but compiled once
os.environ.pop("GITHUB_ACTIONS", None)  # what our commands print while they are tested, nobody takes for a command
sys.dont_write_bytecode = False  # nor are tests prepared anew each time
MEMORY, ROOM = "/dev/shm", 2 * 2**30  # noqa: S108 – what tests write there, pytest itself keeps apart
"""What Linux offers for files that need no disk, and how many bytes of it have to be free; tests take a fifth of them."""


def _takes_projects(folder):
    """Say whether small projects can be copied into a folder thousands of times, and their programs run there."""
    with suppress(OSError):
        about = os.statvfs(folder)
        runs = os.access(folder, os.W_OK) and not about.f_flag & os.ST_NOEXEC
        return runs and about.f_bavail * about.f_frsize > ROOM
    return False


if "TMPDIR" not in os.environ and _takes_projects(MEMORY):
    os.environ["TMPDIR"] = tempfile.tempdir = MEMORY
pytest_plugins = ["quick"]
gc.set_threshold(100_000, 50, 50)  # as commands do
hypothesis.settings.register_profile("untimed", deadline=None)  # a busy machine is no mistake
hypothesis.settings.load_profile("untimed")


def pytest_addoption(parser):
    """`--renew` writes the golden files anew instead of comparing with them."""
    parser.addoption("--renew", action="store_true", help="write golden files anew")


def pytest_collection_finish():
    """Take what is imported by now for lasting: else the collector looks through all of it in every test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def once(tmp_path_factory, worker_id):
    """Give the folder of a name that `make(folder)` makes once for all workers, of a copy of another where there is one."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def once(name, make, of=None):
        with FileLock(shared / f"{name}.lock"):
            if not (shared / name).exists():
                part = shared / f"{name}.part"
                shutil.rmtree(part, ignore_errors=True)
                if of:
                    shutil.copytree(of, part, symlinks=True)
                make(part)
                part.rename(shared / name)
        return shared / name

    return once


@pytest.fixture(scope="session")
def report(once):
    """The real report, without the years that were opened after its first one, of which no test knows; not to change."""
    return once("report", lambda folder: closed_again(copied(folder, ROOT))) if years(ROOT)[1:] else ROOT


@pytest.fixture(scope="session")
def built(once, report):
    """The whole real site, built once for all workers."""

    def make(folder):
        assert build(report, folder) == 0

    return Built(once("site", make))


@pytest.fixture(scope="session")
def inspected(report):
    """The real report and all that the check tells of it."""
    return checked(report)


@pytest.fixture(scope="session")
def book(inspected):
    """The real report."""
    book, _found = inspected
    return book


@made_once()
def prepared(folder):
    """The tiny report as tests begin with it, judged, with the program and the theme beside it."""
    shutil.copytree(SMALL, folder)
    for name in ("words", "tables", "charts"):  # the program's own labels, the same for every centre
        shutil.copy(ROOT / "data" / f"{name}.yml", folder / "data")
    for name in ("macros", "theme"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / ".gitignore", folder)
    translated(folder)
    checked(folder)


@pytest.fixture
def nothing_kept(monkeypatch):
    """Have the program draw anew what it would otherwise take from what it has kept."""
    monkeypatch.setattr("macros.kept.own_key", lambda *_made_from: None)


@pytest.fixture(scope="session")
def real_judged(once, report):
    """What the real report consists of, judged; to copy, not to change."""
    return once("real_judged", lambda folder: checked(copied(folder, report)))


@made_once(of="prepared")
def two_years(folder):
    """The tiny report after a second year, 2021-2022, was opened."""
    new_year(folder, "2021-2022")


@made_once(of="two_years")
def two_years_made(folder):
    """A project of two years that has kept what was told and made of it."""
    assert made(folder)


@made_once(of="real_judged")
def opened(folder):
    """The real project in which the year after the last one was opened."""
    new_year(folder, "2025-2026")
    checked(folder)


def _add_site(folder):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PDF", "0")
        assert build(folder, folder / "site") == 0


@made_once(of="opened")
def opened_site(folder):
    """The same with its site, built without PDF."""
    _add_site(folder)


@pytest.fixture(scope="session")
def told_before(prepared):
    """What the check tells of the tiny report before a test breaks it."""
    return checked(prepared)[1]


@made_once(of="prepared")
def small_site(folder):
    """The tiny report, which was checked, with its site, built without PDF."""
    assert main(["--root", str(folder), "check"]) == 0
    _add_site(folder)


@made_once(of="small_site")
def small_paper(folder):
    """The tiny report with its site and PDFs, and these kept as printed."""
    assert main(["--root", str(folder), "pdf"]) == 0


small = copy_of("prepared")
real = copy_of("real_judged", "real")
small_built = copy_of("small_site")
small_printed = copy_of("small_paper")


@pytest.fixture
def run(capsys, monkeypatch):
    """Run `report` with words, without PDF, and give what it did."""

    def run(*words, cwd=ROOT):
        capsys.readouterr()
        with monkeypatch.context() as patch:
            patch.chdir(cwd)
            patch.setenv("PDF", "0")
            try:
                code = main([str(word) for word in words])
            except SystemExit as ended:
                code = ended.code
        told = capsys.readouterr()
        return SimpleNamespace(returncode=code, stdout=told.out, stderr=told.err)

    return run


@pytest.fixture
def process():
    """Run `report` with words as people do, as a process of its own, without PDF, and give what it did."""

    def process(*words, cwd=ROOT, **variables):
        command = [sys.executable, "-m", "macros", *map(str, words)]
        environment = {**os.environ, "PDF": "0", **variables}
        return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)

    return process


@pytest.fixture(scope="session")
def able_to_print():
    """What makes a PDF; a test that asks for it is skipped where it is missing."""
    if not pdf.available():
        pytest.skip(NO_PDF)


@pytest.fixture(scope="session")
def chromium():
    """Chromium, started once a worker."""
    if browsers.CHROMIUM is None:
        pytest.skip(browsers.MISSING)
    with browsers.chromium() as running:
        yield running


@pytest.fixture
def browser(chromium):
    """Chromium to open pages with, which are closed behind the test."""
    before = chromium.contexts
    yield chromium
    for context in set(chromium.contexts) - set(before):
        context.close()


@pytest.fixture(scope="session")
def server(built):
    """The address of the built site on this machine, below a folder, as on any host."""
    with browsers.serving(built.folder) as address:
        yield address
