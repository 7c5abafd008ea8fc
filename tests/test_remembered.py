"""What functions of texts have answered is remembered from one command to the next, and nothing in it is run."""

import os
import pickle
from dataclasses import dataclass
from functools import partial
from types import SimpleNamespace

import pytest
from project import ROOT

from macros import kept, remembered, state
from macros.data.load import load
from macros.pages.calls import Call
from macros.report.prose import inline
from macros.site.languages import _side_by_side


@pytest.fixture
def counted(tmp_path, monkeypatch):
    """Give a function that is remembered in a store of its own, and what it was really asked."""
    monkeypatch.setattr(kept, "HOME", tmp_path)
    monkeypatch.setattr(remembered, "_tables", [])
    asked = []

    def made():
        def shout(words, *, twice=False):
            asked.append(words)
            return words.upper() * (1 + twice)

        return remembered.remembered(shout)

    return made, asked


def test_it_is_asked_once(counted):
    made, asked = counted
    shout = made()
    assert (shout("a"), shout("a"), shout("a", twice=True)) == ("A", "A", "AA")
    assert asked == ["a", "a"]


def test_the_next_command_remembers(counted):
    made, asked = counted
    made()("a")
    remembered.save()
    assert made()("a") == "A"
    assert asked == ["a"]


@pytest.mark.slow
def test_what_each_language_finds_out_is_remembered(counted, tmp_path):
    """Languages that are built side by side hand it over, and it is saved with the rest."""
    made, asked = counted
    shout = made()
    shout("a")

    def found(words):
        yield words, shout(words).encode()

    built = {words: SimpleNamespace(files=partial(found, words)) for words in ("b", "c")}
    assert _side_by_side(built, dict.fromkeys(built, (tmp_path, tmp_path)), "0") == ["", ""]
    assert [shout(words) for words in "abc"] == ["A", "B", "C"]
    remembered.save()
    assert [made()(words) for words in "abc"] == ["A", "B", "C"]
    assert asked == ["a"]


def test_another_program_begins_anew(counted, monkeypatch):
    made, asked = counted
    made()("a")
    remembered.save()
    monkeypatch.setattr(state, "program", lambda _folder: b"another")
    assert made()("a") == "A"
    assert asked == ["a", "a"]


def test_what_nobody_asks_for_any_more_goes(counted):
    made, asked = counted
    first = made()
    for number in range(3000):
        first(f"{number}")
    remembered.save()
    second = made()
    second("0")
    second("new")
    remembered.save()
    asked.clear()
    third = made()
    assert (third("0"), third("new"), third("1")) == ("0", "NEW", "1")
    assert asked == ["1"]


def test_there_is_a_bound(counted, monkeypatch):
    made, asked = counted
    monkeypatch.setattr(remembered, "MOST", 2)
    shout = made()
    assert [shout(word) for word in "abca"] == ["A", "B", "C", "A"]
    assert asked == ["a", "b", "c", "a"]


@dataclass(frozen=True)
class Foreign:
    """A class that is none of the program's."""


class Runs:
    """Would run something by being read."""

    def __reduce__(self):
        return os.mkdir, ("was-run",)


class Evaluates:
    """Would run a function of the program by being read."""

    def __reduce__(self):
        return inline, ("x",)


@pytest.mark.parametrize("odd", [Runs(), Evaluates(), Foreign(), ROOT])
def test_nothing_but_values_is_read(counted, tmp_path, monkeypatch, odd):
    """What is kept may have come from anybody: where it holds anything else, all is made anew."""
    monkeypatch.chdir(tmp_path)
    made, asked = counted
    made()
    (table,) = remembered._tables  # noqa: SLF001 – what a stranger would put there
    kept.keep(tmp_path, table.key, pickle.dumps({(("a",),): odd, ("a",): "by another hand"}))
    assert made()("a") == "A"
    assert asked == ["a"]
    assert not (tmp_path / "was-run").exists()


def test_data_classes_of_the_program_are_read(counted, tmp_path):
    made, _asked = counted
    made()
    (table,) = remembered._tables  # noqa: SLF001 – see above
    kept.keep(tmp_path, table.key, pickle.dumps({("a",): Call("value", (("name", "x"),), 1)}))
    assert made()("a") == Call("value", (("name", "x"),), 1)


@pytest.mark.parametrize("content", [b"", b"x", pickle.dumps(3), pickle.dumps({("a",): "A"})[:-3]])
def test_what_cannot_be_read_is_made_anew(counted, tmp_path, content):
    made, asked = counted
    made()
    (table,) = remembered._tables  # noqa: SLF001 – see above
    kept.keep(tmp_path, table.key, content)
    assert made()("a") == "A"
    assert asked == ["a"]


def test_the_data_of_the_report_are_recalled(tmp_path):
    """All that the data consist of is among what may be read again, and is the same."""
    site = load(ROOT).site
    made = []

    def recalled():
        return remembered.recalled(tmp_path, kept.key("data"), lambda: made.append(1) or site)

    assert recalled() is site
    assert recalled() == site
    assert made == [1]
