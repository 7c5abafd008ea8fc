"""What the checks say where one changed line, as in `problems/`, is not enough or would move."""

import shutil

import pytest

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


def test_a_page_that_the_form_asks_for(small):
    """A page that is missing in both languages is told once, with its heading in both."""
    for language in ("lv", "en"):
        (small / f"docs/{language}/2020-2021/warmth.md").unlink()
    _book, found = inspect(small)
    (problem,) = [problem for problem in found if problem.rule == "the_form_is_complete"]
    assert problem.file == "docs/lv/2020-2021/warmth.md"
    assert problem.lv.endswith("jābūt rindai: # 3.1. Siltums { #warmth }")
    assert problem.en.endswith("there has to be: # 3.1. Warmth { #warmth }")


def test_a_no_break_space_is_no_other_wording(small):
    """A heading may hold no-break spaces where the form has plain ones."""
    page = small / "docs/lv/2020-2021/warmth.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("Metodes 2020", "Metodes\u00a02020"), "utf-8")
    _book, found = inspect(small)
    assert [problem for problem in found if problem.level == "error"] == []


@pytest.mark.parametrize("words", ["", "winter_2021"])
def test_names_can_be_listed_without_a_form(small, run, words):
    """Whoever names a form that does not exist is told so, by every command."""
    file = small / "data/2020-2021/report.yml"
    file.write_text(file.read_text("utf-8").replace("winter_2020", words), "utf-8")
    for command in ("check", "names"):
        done = run("--root", small, command)
        assert "Traceback" not in done.stderr
    assert run("--root", small, "check").returncode == 1


def test_a_year_needs_pages(small):
    """Data of a school year without pages are told before the build stumbles over them."""
    shutil.copytree(small / "data/2020-2021", small / "data/2021-2022")
    _book, found = inspect(small)
    assert "Mācību gadam 2021-2022 nav lapu mapē docs/lv/2021-2022; izveidojiet tās vai izdzēsiet datus." in {
        problem.lv for problem in found if problem.level == "error"
    }
