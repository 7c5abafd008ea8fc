"""What is suggested for a name that there is not."""

import pytest

from macros.words.problems import did_you_mean

KNOWN = ("learners.total_start", "learners.share_total", "learners.areas.stem.end", "learners.areas.stem.start", "rest")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("learners.areas.stem.stat", "learners.areas.stem.start"),
        ("learners.start_total", "learners.total_start"),
        ("stem.end", "learners.areas.stem.end"),
        ("STEM start", "learners.areas.stem.start"),
        ("rets", "rest"),
    ],
)
def test_the_name_most_like_it(typed, meant):
    """It is one that has all its words, in any order, else one that differs by few letters."""
    assert did_you_mean(typed, KNOWN) == (f" Vai domājāt “{meant}”?", f" Did you mean “{meant}”?")


def test_nothing_is_suggested_that_is_unlike():
    """A word that could be a part of any name is no reason."""
    assert did_you_mean("centre.licence", KNOWN) == ("", "")
    assert did_you_mean("l", KNOWN) == ("", "")
