"""What hunspell is asked, and what is made of it where it does not answer."""

import os
import time

import pytest
from project import needs_dictionaries

from macros.words import dictionary
from macros.words.faults import Fault


@needs_dictionaries
@pytest.mark.parametrize("ends", ["exit 1", "kill -9 $$", "exec sleep 60"])
def test_where_it_fails_the_check_does(tmp_path, monkeypatch, ends):
    """Nothing is taken for right, and nothing is remembered, because a program that is there gave no answer."""
    (tmp_path / "hunspell").write_text(f"#!/bin/sh\n{ends}\n", "utf-8")
    (tmp_path / "hunspell").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(dictionary, "_lacks", {})
    monkeypatch.setattr(dictionary.kept, "HOME", tmp_path)
    monkeypatch.setattr(dictionary, "PATIENCE", 0.3)
    begun = time.monotonic()
    with pytest.raises(Fault, match="gave no answer"):
        dictionary.unknown(frozenset({("lv", "vārds")}))
    assert time.monotonic() - begun < 20  # the one of the other language is not waited for


@needs_dictionaries
def test_a_dictionary_of_ones_own_counts_for_nothing(tmp_path, monkeypatch):
    """The same words are right on every machine."""
    (tmp_path / "words").write_text("blablavards\n", "utf-8")
    monkeypatch.setenv("WORDLIST", str(tmp_path / "words"))
    monkeypatch.setattr(dictionary, "_lacks", {})
    monkeypatch.setattr(dictionary.kept, "HOME", tmp_path)
    assert dictionary.unknown(frozenset({("lv", "blablavards")}))["lv"] == {"blablavards"}
