"""What the machine does to a build: no room, no right, two at once, a sudden end; the last good site stays."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from project import edit, files

from macros.paper import pdf
from macros.paper.document import NO_PDF
from macros.site import offline

pytestmark = pytest.mark.slow

BUILD = (sys.executable, "-m", "macros", "build")


def in_shell(root, words, **variables):
    """Run what a shell is told in a project, without PDF unless asked for; give what it did."""
    environment = {**os.environ, "PDF": "0", "REPORT": str(Path(sys.executable).with_name("report")), **variables}
    return subprocess.run(
        ["sh", "-c", words], cwd=root, env=environment, capture_output=True, text=True, check=False, errors="replace"
    )


def is_told(done, lv, en):
    """Say that a command ended with a sentence in each language and nothing of Python's."""
    assert done.returncode == 1, done.stdout + done.stderr
    told = done.stderr.splitlines()
    assert len(told) == 2, done.stderr
    assert lv in told[0]
    assert en in told[1]


@pytest.mark.parametrize(
    ("words", "lv", "en"),
    [
        ('touch site.new; "$REPORT" build', "site.new”: tur ir fails mapes vietā", "site.new” is in the way"),
        ('touch site.old; "$REPORT" build', "site.old”: tur ir fails mapes vietā", "site.old” is in the way"),
        ('ln -s nowhere site.new; "$REPORT" build', "site.new”: tur ir fails", "site.new” is in the way"),
        ('touch site.old; "$REPORT" pdf', "site.old”: tur ir fails mapes vietā", "site.old” is in the way"),
        ('ulimit -f 20; "$REPORT" build', "Diskā vairs nav vietas;", "There is no room left on the disk;"),
        ('ulimit -f 20; "$REPORT" zip', "Diskā vairs nav vietas;", "There is no room left on the disk;"),
        ('"$REPORT" check > /dev/full', "Diskā vairs nav vietas;", "There is no room left on the disk;"),
        (
            'mkdir pasnovertejuma-zinojums.zip.new; "$REPORT" zip',
            "zip.new”: tur ir fails mapes",
            "zip.new” is in the way",
        ),
        ('mkdir .git; PATH=/nowhere "$REPORT" build', "nav programmas “git”", "the program “git” is not there"),
        ('touch .git; PATH=/nowhere "$REPORT" zip', "nav programmas “git”", "the program “git” is not there"),
        (
            'git init -q; GIT_TEST_ASSUME_DIFFERENT_OWNER=1 "$REPORT" build',
            "Neizdevās “git rev-list”",
            "“git rev-list” failed",
        ),
        ('SOURCE_DATE_EPOCH=abc "$REPORT" build', "“abc” nav datums", "“abc” is no date"),
        ('SOURCE_DATE_EPOCH=-1 "$REPORT" build', "“-1” nav datums", "“-1” is no date"),
        ('SOURCE_DATE_EPOCH=1.5 "$REPORT" zip', "“1.5” nav datums", "“1.5” is no date"),
        ('SOURCE_DATE_EPOCH=１ "$REPORT" zip', "“１” nav datums", "“１” is no date"),
        ('SOURCE_DATE_EPOCH=7258118400 "$REPORT" zip', "“7258118400” nav datums", "“7258118400” is no date"),
        ('SOURCE_DATE_EPOCH=4294967296 "$REPORT" build', "“4294967296” nav datums", "“4294967296” is no date"),
        ('SOURCE_DATE_EPOCH=00000000009 "$REPORT" build', "“00000000009” nav datums", "“00000000009” is no date"),
        (f'SOURCE_DATE_EPOCH={"9" * 99} "$REPORT" zip', f"“{'9' * 20}” nav datums", f"“{'9' * 20}” is no date"),
    ],
)
def test_what_the_machine_refuses_is_told_and_loses_nothing(small_built, words, lv, en):
    """A sentence in each language, and the last good site as it was."""
    before = files(small_built / "site")
    is_told(in_shell(small_built, words), lv, en)
    assert files(small_built / "site") == before
    assert not (small_built / "site.new").is_dir()
    assert not (small_built / f"{offline.NAME}.zip").exists()


def test_a_site_that_was_put_aside_comes_back(small_built):
    """A build may be killed between taking the old site away and putting the new one there, and then find a mistake."""
    before = files(small_built / "site")
    (small_built / "site").rename(small_built / "site.old")
    edit(small_built / "data/2020-2021/learners.yml", "start: 10", "start: ten")
    done = in_shell(small_built, '"$REPORT" build')
    assert done.returncode == 1
    assert "iepriekšējā palika, kāda bija" in done.stdout
    assert files(small_built / "site") == before


@pytest.mark.usefixtures("able_to_print")
@pytest.mark.parametrize(
    ("words", "lv"),
    [
        ('rm -rf .cache; touch .cache; "$REPORT" build', "Traucē “.cache"),
        ('ulimit -f 300; "$REPORT" pdf', "Diskā vairs nav vietas;"),
        ('rm -rf .cache; mkdir -p .cache; touch .cache/pdf; "$REPORT" pdf', "Traucē “.cache/pdf”"),
    ],
)
def test_what_the_machine_refuses_to_the_pdf_is_told_and_loses_nothing(small_built, words, lv):
    """Also where the pages are there already."""
    before = files(small_built / "site")
    is_told(in_shell(small_built, words, PDF="1"), lv, "")
    assert files(small_built / "site") == before


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever may do everything is refused nothing")
@pytest.mark.parametrize("words", ["build", "zip", "translated --all", "review", "new-year 2021-2022"])
def test_a_folder_that_may_only_be_read_is_told(small_built, words):
    """Whatever is to be written; what is only shown is."""
    for folder in (small_built, small_built / "data/records"):
        folder.chmod(0o555)
    try:
        is_told(
            in_shell(small_built, f'"$REPORT" {words}'), "vai mape nav tikai lasāma", "whether the folder is read-only"
        )
        assert in_shell(small_built, '"$REPORT" check').returncode == 0
    finally:
        for folder in (small_built, small_built / "data/records"):
            folder.chmod(0o755)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "iso8859-13", "utf-8"])
def test_an_output_that_lacks_signs_ends_nothing(small_built, encoding):
    """What cannot be shown becomes a question mark; exit codes are those of what was done."""
    done = in_shell(small_built, '"$REPORT" check; "$REPORT" build', PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, "")


def test_without_git_outside_of_git(small_built):
    """Files that somebody has downloaded are built where there is no git, too."""
    assert in_shell(small_built, 'PATH=/nowhere "$REPORT" build').returncode == 0


@pytest.mark.parametrize("umask", ["077", "027", "022", "000"])
def test_a_server_can_read_the_site_whatever_else_it_cannot(small_built, umask):
    """The files of a site and of its zip are for everybody to read and for their owner to write."""
    shutil.rmtree(small_built / "site")
    assert in_shell(small_built, f'umask {umask}; "$REPORT" build && "$REPORT" zip').returncode == 0
    every = [small_built / "site", *(small_built / "site").rglob("*"), small_built / f"{offline.NAME}.zip"]
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in every}
    assert modes == {(True, 0o755), (False, 0o644)}


@pytest.mark.parametrize("second", ["build", "build --to other", "zip", "pdf"])
def test_two_at_once(small_built, second):
    """The second waits, says so, and ends well; so does the first."""
    if second == "pdf" and not pdf.available():
        pytest.skip(NO_PDF)
    before = files(small_built / "site")
    first = subprocess.Popen(BUILD, cwd=small_built, env={**os.environ, "PDF": "0"}, stdout=subprocess.DEVNULL)
    while not (small_built / "site.new").exists():
        assert first.poll() is None
        time.sleep(0.005)
    first.send_signal(signal.SIGSTOP)
    command = [*BUILD[:-1], *second.split()]
    with subprocess.Popen(command, cwd=small_built, env={**os.environ, "PDF": "0"}, stderr=subprocess.PIPE) as other:
        lv, en = (other.stderr.readline().decode().rstrip("\n") for _language in "12")
        first.send_signal(signal.SIGCONT)
        assert other.stderr.read() == b""
    assert (first.wait(), other.returncode) == (0, 0)
    assert lv == "Šo vietni jau būvē citā logā; gaida, kamēr tur pabeigs. Negaidīt: Ctrl+C."
    assert en == "This site is being built in another window; waiting for it to end. To stop waiting: Ctrl+C."
    assert second == "pdf" or files(small_built / "site") == before
    assert not [*small_built.glob("*.new"), *small_built.glob("*.old")]


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("seen", ["site.new/lv/2020-2021", ".cache/pdf"])
def test_whoever_is_killed_leaves_nobody_at_work(small_built, ending, seen):
    """What a build has started ends with it; the last good site is there, and the next build goes well."""
    if seen.startswith(".cache") and not pdf.available():
        pytest.skip(NO_PDF)
    before = files(small_built / "site")
    killed = subprocess.Popen(BUILD, cwd=small_built, start_new_session=True, stdout=subprocess.DEVNULL)
    while not (small_built / seen).exists():
        assert killed.poll() is None
        time.sleep(0.005)
    killed.send_signal(ending)
    killed.wait()
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            os.killpg(killed.pid, 0)
        except ProcessLookupError:
            break
        time.sleep(0.05)
    else:
        pytest.fail("somebody is still at work")
    assert files(small_built / "site") == before
    assert in_shell(small_built, '"$REPORT" build').returncode == 0
    assert files(small_built / "site") == before
    assert not [*small_built.glob("*.new"), *small_built.glob("*.old")]
