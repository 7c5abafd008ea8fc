"""Columns of tables of texts get the width with which the table is shortest."""

import pytest

from macros.html.columns import PARTS, shares

SHORT, LONG = "a) rezultāti", "<p>" + "vārds " * 100 + "</p>"


@pytest.mark.parametrize("rows", [[["a", "b"]], [[SHORT, LONG]], [["", ""]], []])
def test_the_whole_width_is_shared(rows):
    """All twenty parts are given away, whatever the cells hold."""
    assert sum(shares(["Kas", "Ko"], rows)) == PARTS


def test_long_texts_get_the_room():
    """A column of short words leaves its width to one of long texts."""
    narrow, wide = shares(["Kas", "Ko"], [[SHORT, LONG]])
    assert narrow < wide


def test_columns_alike_are_as_wide():
    """Columns that hold the same get the same."""
    assert shares(["Kas", "Ko"], [[LONG, LONG]]) == (10, 10)


def test_no_word_is_cut():
    """A column is wide enough for its longest word, even where the table gets longer by it."""
    first, _second = shares(["Kas", "Ko"], [["a" * 40, LONG]])
    assert first * 120 / PARTS > 40
