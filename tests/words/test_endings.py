"""The one table of Latvian endings, from which numbers, glossary and search take theirs."""

import pytest
from paradigms import adjective, noun

from macros.words.endings import ADJECTIVE, DEFINITE, ENDINGS, FIFTH, FIRST, FOURTH, SECOND, SIXTH, THIRD


@pytest.mark.parametrize(
    ("declension", "kind", "word", "stem"),
    [
        (FIRST, "1", "vīrs", "vīr"),
        (SECOND, "2 hard", "tētis", "tēt"),
        (THIRD, "3", "tirgus", "tirg"),
        (FOURTH, "4", "skola", "skol"),
        (FIFTH, "5 hard", "mute", "mut"),
        (SIXTH, "6 hard", "balss", "bals"),
    ],
)
def test_the_endings_of_a_noun(declension, kind, word, stem):
    """A declension has the endings that grammars give it, and no others."""
    assert {stem + ending for number in declension for ending in number} == set(noun(word, kind))


def test_the_endings_of_an_adjective():
    """Indefinite and definite forms together are those that grammars give."""
    endings = {ending for declension in (ADJECTIVE, DEFINITE) for number in declension for ending in number}
    assert {f"lab{ending}" for ending in endings} == {form for form in adjective("labs") if "āk" not in form}


def test_the_endings_of_a_soft_stem():
    """“ceļš” has another nominative."""
    assert "š" in ENDINGS
