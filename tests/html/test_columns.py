"""Columns of tables of texts get the width with which the table is shortest."""

import pytest

from macros.html.columns import PARTS, Sharing, sharing

SHORT, LONG = "a) rezultāti", "<p>" + "vārds " * 100 + "</p>"
SENTENCES = "<p>" + "vārds " * 30 + "</p>"
FOUND = [["Kas nav", "3.2. Vienlīdzība un iekļaušana " * 3, SENTENCES, SENTENCES]] * 3


def beside(head, rows):
    """Give the parts of a table whose heads stand beside their rows."""
    shared = sharing(head, rows)
    assert not shared.above
    return shared.parts


@pytest.mark.parametrize("rows", [[["a", "b"]], [[SHORT, LONG]], [["", ""]], []])
def test_the_whole_width_is_shared(rows):
    """All twenty parts are given away, whatever the cells hold."""
    assert sum(beside(["Kas", "Ko"], rows)) == PARTS


def test_long_texts_get_the_room():
    """A column of short words leaves its width to one of long texts."""
    narrow, wide = beside(["Kas", "Ko"], [[SHORT, LONG]])
    assert narrow < wide


def test_columns_alike_are_as_wide():
    """Columns that hold the same get the same."""
    assert beside(["Kas", "Ko"], [[LONG, LONG]]) == (10, 10)


def test_no_word_is_cut():
    """A column is wide enough for its longest word, even where the table gets longer by it."""
    first, _second = beside(["Kas", "Ko"], [["a" * 40, LONG]])
    assert first * 120 / PARTS > 40


def test_sentences_are_not_squeezed():
    """Where three columns of sentences have no room beside a column of heads, the heads stand above and leave it."""
    shared = sharing(["Rādītājs", "a", "b", "c"], [["Kā iestāde to dara un kāpēc " * 4, *[SENTENCES] * 3]] * 2)
    assert (shared.above, shared.parts[0], sum(shared.parts)) == (1, 0, PARTS)


def test_narrow_heads_stand_above_what_gets_shorter():
    """Also heads that take little room do so, where the table is shorter by a tenth."""
    assert sharing(["Par ko", "Kur", "Kas", "Ko"], FOUND).above == 1


def test_all_that_a_row_is_about_stands_above():
    """Where two columns say what a row is about, both stand above, and the others share all of the width."""
    assert sharing(["Par ko", "Kur", "Kas", "Ko"], FOUND, about=2) == Sharing(2, (0, 0, 10, 10))


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (["Kas", "Ko"], [[SENTENCES, SENTENCES]]),
        (["Kas", "a", "b"], [["a) īsi", SENTENCES, SENTENCES]] * 3),
        (["Kas", "a", "b", "c"], [["Kā iestāde to dara", "1", "2", "3"]] * 9),
    ],
    ids=["no third column", "heads that are narrow", "cells that are short"],
)
def test_heads_stay_beside_their_rows(head, rows):
    """Heads stay beside their rows where nothing would be gained."""
    assert not sharing(head, rows).above


def test_many_columns_take_no_time():
    """From eight columns on all ways would be a hundred thousand: each gets as much as another."""
    assert sorted(beside(["a"] * 12, [["vārds"] * 12]))[::11] == [1, 2]
