"""What the checks say where one changed line, as in `problems/`, is not enough or would move."""

import shutil

from macros.check import inspect


def test_a_noun_needs_all_its_forms(small):
    """A noun that lacks a plural form is told with its line, before a page can need the form."""
    words = small / "data/words.yml"
    text = words.read_text("utf-8")
    whole = "nominative: { zero: audzēkņu, one: audzēknis, other: audzēkņi }"
    assert whole in text
    words.write_text(text.replace(whole, "nominative: { one: audzēknis, other: audzēkņi }"), "utf-8")
    _book, found = inspect(small)
    (problem,) = [problem for problem in found if problem.level == "error"]
    assert problem.line == text.splitlines().index("  learner:") + 1
    assert problem.lv == "Vārdam “learner” (nominative) vajadzīgas formas: one, other, zero."
    assert problem.en == "The noun “learner” (nominative) needs the forms: one, other, zero."


def test_a_year_needs_pages(small):
    """Data of a school year without pages are told before the build stumbles over them."""
    shutil.copytree(small / "data/2020-2021", small / "data/2021-2022")
    _book, found = inspect(small)
    assert "Mācību gadam 2021-2022 nav lapu mapē docs/lv/2021-2022; izveidojiet tās vai izdzēsiet datus." in {
        problem.lv for problem in found if problem.level == "error"
    }
