"""What is kept is taken only where nothing it was made from has changed, and where it is whole and our own."""

import fcntl
import os
import shutil
import subprocess
import sys
import threading
from hashlib import sha256

import pytest
from project import ROOT, SMALL, edit

from macros import kept, state
from macros.alone import alone


def _new(file):
    file.parent.mkdir()
    file.write_text("", "utf-8")


def store(root):
    return sorted((root / kept.FOLDER).iterdir())


def test_what_is_kept_is_given_back(tmp_path):
    kept.keep(tmp_path, "a", b"words\nof two lines")
    assert kept.take(tmp_path, "a") == b"words\nof two lines"
    assert kept.take(tmp_path, "b") is None


def test_without_a_key_nothing_is_kept(tmp_path):
    kept.keep(tmp_path, None, b"x")
    assert kept.take(tmp_path, None) is None
    assert not (tmp_path / kept.FOLDER).exists()


@pytest.mark.parametrize(
    "damage", [b"", b"x", b"\xff\n\xff", b"0" * 64 + b"\nwords", sha256(b"words").hexdigest().encode() + b"\nwords"]
)
def test_what_was_damaged_is_not_taken(tmp_path, damage):
    kept.keep(tmp_path, "a", b"words")
    (tmp_path / kept.FOLDER / "a").write_bytes(damage)
    assert kept.take(tmp_path, "a") is None


def test_what_another_machine_kept_is_not_taken(tmp_path, monkeypatch):
    """Nor is what is kept under another name: nobody can bring along what the site would be made of."""
    kept.keep(tmp_path, "a", b"words")
    shutil.copy(tmp_path / kept.FOLDER / "a", tmp_path / kept.FOLDER / "b")
    assert kept.take(tmp_path, "b") is None
    monkeypatch.setattr(kept, "SECRET", tmp_path / "another")
    assert kept.take(tmp_path, "a") is None
    kept.keep(tmp_path, "a", b"others")
    assert kept.take(tmp_path, "a") == b"others"
    assert (tmp_path / "another").stat().st_mode & 0o777 == 0o600


def test_what_was_cut_off_is_not_taken(tmp_path):
    kept.keep(tmp_path, "a", b"words")
    file = tmp_path / kept.FOLDER / "a"
    file.write_bytes(file.read_bytes()[:-1])
    assert kept.take(tmp_path, "a") is None


def test_the_store_is_bounded(tmp_path, monkeypatch):
    """What was not asked for the longest goes."""
    monkeypatch.setattr(kept, "MOST", 1000)
    monkeypatch.setattr(kept, "HOME", tmp_path / "home")
    for home in (tmp_path, kept.HOME):
        kept.keep(home, "e", bytes(1000))
        os.utime(home / kept.FOLDER / "e", (0, 0))
    for when, key in enumerate("abc"):
        kept.keep(tmp_path, key, bytes(200))
        os.utime(tmp_path / kept.FOLDER / key, (when, when))
    kept.take(tmp_path, "a")
    kept.keep(tmp_path, "d", bytes(300))
    kept.bound(tmp_path)
    assert [file.name for file in store(tmp_path)] == ["a", "c", "d"]
    assert store(kept.HOME) == []  # where what concerns no project lies


def test_many_may_write_at_once(tmp_path):
    def write():
        for number in range(50):
            kept.keep(tmp_path, f"{number}", f"{number}".encode())

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert {kept.take(tmp_path, f"{number}") for number in range(50)} == {f"{number}".encode() for number in range(50)}
    assert len(store(tmp_path)) == 50


def test_where_nothing_can_be_written_all_goes_on(tmp_path):
    (tmp_path / ".cache").write_text("in the way", "utf-8")
    kept.keep(tmp_path, "a", b"x")
    assert kept.take(tmp_path, "a") is None


def test_where_there_is_no_room_nothing_is_left(tmp_path):
    """What could be written only in part is not there."""
    code = f"from macros import kept; kept.keep({str(tmp_path)!r}, 'a', bytes(100_000))"
    subprocess.run(["sh", "-c", f'ulimit -f 20; "{sys.executable}" -c "{code}"'], cwd=ROOT, check=True)
    assert store(tmp_path) == []


EDITED = {
    "a page": "docs/lv/index.md",
    "data": "data/2020-2021/learners.yml",
    "the settings": "mkdocs.yml",
    "a template": "theme/main.html",
    "the program": "program/x.py",
}


@pytest.mark.parametrize("file", EDITED.values(), ids=EDITED)
def test_what_was_made_while_somebody_wrote_is_not_kept(small, file, monkeypatch):
    """Nor if that was undone before the end: nobody knows what was read. The command itself takes what it has kept."""
    (small / "theme").unlink()
    for name in ("theme", "program"):
        (small / name).mkdir()
    (small / "theme" / "main.html").symlink_to(small / "main.html")
    for name in ("main.html", "program/x.py"):
        (small / name).write_text("x", "utf-8")
    monkeypatch.setattr(state, "PROGRAM", small / "program")
    with kept.unless_touched(small):
        kept.keep(small, "a", b"x")
        assert kept.take(small, "a") == b"x"
        text = (small / file).read_bytes()
        (small / file).write_bytes(text + b"\n")
        (small / file).write_bytes(text)
    assert kept.take(small, "a") is None
    assert not [one for one in store(small) if one.is_dir() or one.name == "a"]


def test_what_was_made_undisturbed_is_kept(small):
    """When it is done: till then, nobody else takes it."""
    with kept.unless_touched(small):
        kept.keep(small, "a", b"x")
        with kept.unless_touched(small):
            kept.keep(small, "c", b"z")
        assert kept.take(small, "c") == b"z"
        code = f"from macros import kept; assert kept.take({str(small)!r}, 'a') is None"
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    assert [kept.take(small, key) for key in "ac"] == [b"x", b"z"]
    assert not [one for one in store(small) if one.is_dir()]


def test_an_edit_before_anything_was_read_is_no_matter(small, capfd):
    """While a command waits for another one, files may be edited: it reads them as they are then."""
    other = os.open(small, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)

    def other_ends():
        (small / "docs/lv/index.md").touch()
        os.close(other)

    with kept.unless_touched(small):
        ends = threading.Timer(0.5, other_ends)
        ends.start()
        with alone(small):
            kept.keep(small, "a", b"x")
    ends.join()
    assert "gaida, kamēr tur pabeigs" in capfd.readouterr().err
    assert kept.take(small, "a") == b"x"


def test_an_edit_that_was_taken_up_is_no_matter(small):
    """What serves the site settles what it has made after each edit; what it makes from then on is kept at its end."""
    with kept.unless_touched(small):
        kept.keep(small, "a", b"x")
        (small / "docs/lv/index.md").touch()
        kept.settle(small, holds=True)
        kept.keep(small, "b", b"y")
    assert [kept.take(small, key) for key in "ab"] == [b"x", b"y"]
    with kept.unless_touched(small):
        kept.settle(small, holds=True)
        kept.keep(small, "c", b"z")
        (small / "docs/lv/index.md").touch()
    assert kept.take(small, "c") is None


def test_what_waited_for_one_that_was_killed_goes(small):
    made = f"waits = kept.unless_touched({str(small)!r}); waits.__enter__(); kept.keep({str(small)!r}, 'a', b'x')"
    code = f"import os; from macros import kept; {made}; os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert [one for one in store(small) if one.is_dir()]
    (small / kept.FOLDER / f"{'9' * 30}.0").mkdir()  # of no process that there can be
    with kept.unless_touched(small):
        kept.keep(small, "b", b"y")
        kept.bound(small)
        assert [one.name.partition(".")[0] for one in store(small) if one.is_dir()] == [str(os.getpid())]
        assert kept.take(small, "b") == b"y"
    assert not [one for one in store(small) if one.is_dir()]


def test_a_link_in_its_place_is_no_store(tmp_path, monkeypatch):
    """Nothing behind it is taken, written or deleted."""
    monkeypatch.setattr(kept, "MOST", 1)
    own = tmp_path / "own"
    own.mkdir()
    (own / "letter").write_text("words", "utf-8")
    (tmp_path / ".cache").mkdir()
    (tmp_path / kept.FOLDER).symlink_to(own)
    kept.keep(tmp_path, "a", b"x")
    assert kept.take(tmp_path, "a") is None
    kept.bound(tmp_path)
    assert [one.name for one in own.iterdir()] == ["letter"]


def test_what_is_no_file_is_not_read(tmp_path):
    """Neither a link nor a pipe, which would never end."""
    kept.keep(tmp_path, "a", b"x")
    folder = tmp_path / kept.FOLDER
    os.mkfifo(folder / "pipe")
    (folder / "own").mkdir()
    (folder / "a").rename(folder / "own" / "a")
    (folder / "a").symlink_to(folder / "own" / "a")  # sealed, and of this name
    assert kept.take(tmp_path, "pipe") is kept.take(tmp_path, "a") is None


def test_a_secret_that_came_along_seals_nothing(tmp_path, monkeypatch):
    """A proposal may bring the file, and what was sealed with it elsewhere: it is another file on this machine."""
    monkeypatch.setattr(kept, "SECRET", tmp_path / "theirs" / "secret")
    (tmp_path / "theirs").mkdir()
    kept.keep(tmp_path / "theirs", "a", b"x")
    assert kept.take(tmp_path / "theirs", "a") == b"x"
    shutil.copytree(tmp_path / "theirs", tmp_path / "here")
    monkeypatch.setattr(kept, "SECRET", tmp_path / "here" / "secret")
    assert kept.take(tmp_path / "here", "a") is None
    kept.keep(tmp_path / "here", "a", b"y")
    assert kept.take(tmp_path / "here", "a") == b"y"


@pytest.mark.parametrize("typed", ["copyright: !ENV [NAMED, x]", 'copyright: !ENV "NAMED"', "copyright: !ENV\n- NAMED"])
def test_what_settings_take_from_the_environment_is_of_the_state(small, monkeypatch, typed):
    monkeypatch.setenv("NAMED", "a")
    edit(small / "mkdocs.yml", "site_name:", typed + "\nsite_name:")
    before = state.state(small)
    monkeypatch.setenv("OTHER", "b")
    assert state.state(small) == before
    monkeypatch.setenv("NAMED", "b")
    assert state.state(small) != before


CHANGES = {
    "a number": lambda root: edit(root / "data/2020-2021/learners.yml", "start: 10", "start: 11"),
    "a remark": lambda root: edit(root / "data/2020-2021/learners.yml", "start: 10", "start: 10 # x"),
    "a page": lambda root: edit(root / "docs/en/2020-2021/learners.md", "#", "# "),
    "a name": lambda root: (root / "docs/lv/index.md").rename(root / "docs/lv/indexes.md"),
    "a new file": lambda root: (root / "docs/lv/new.md").write_text("", "utf-8"),
    "a file that Python would pass over": lambda root: _new(root / "docs/lv/__pycache__/x.md"),
    "a new folder": lambda root: (root / "data/2021-2022").mkdir(),
    "what is gone": lambda root: (root / "data/2020-2021/claims.yml").unlink(),
    "the settings": lambda root: edit(root / "mkdocs.yml", "site_name", "site_name "),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_another_state(small, change):
    before = state.state(small, "check")
    assert state.state(small, "check") == before
    CHANGES[change](small)
    assert state.state(small, "check") != before


def test_the_program_belongs_to_the_state(small, tmp_path, monkeypatch):
    program = shutil.copytree(SMALL, tmp_path / "program")
    monkeypatch.setattr(state, "PROGRAM", program)
    before = state.state(small)
    (program / "data" / "new.py").write_text("", "utf-8")
    state.program.cache_clear()  # one that runs is what it was when it was begun
    assert state.state(small) != before
    assert state.state(small, "PDF=0") != state.state(small, "PDF=1")


@pytest.mark.parametrize("odd", ["link", "pipe"])
def test_what_is_no_file_has_no_state(small, odd):
    if odd == "link":
        (small / "data/link.yml").symlink_to(small / "data/words.yml")
    else:
        os.mkfifo(small / "docs/lv/pipe")
    assert state.state(small) is None
