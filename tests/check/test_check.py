"""What the checks say where one changed line, as in `problems/`, is not enough, and in which forms they say it."""

import json
import shutil
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from project import SMALL, add_to, checked, edit

from macros.check import DECLARATIONS, OF_DATA, REFERENCES
from macros.words.problems import FORMATS, LEVELS, Problem, in_short

FILES = sorted(
    path.relative_to(SMALL).as_posix() for path in SMALL.rglob("*") if path.suffix in (".yml", ".md") and path.is_file()
)
TYPED = st.one_of(
    st.sampled_from(
        ["", "0", "-1", "99999999999", "1.5", "55 %", "6-7", "[]", "{}", "[1, {a: 2}]", "2024-01-01", "*", "“"]
    ),
    st.sampled_from(["learners.*", "places", '"{{ value(1) }}"', "'<b>'", "status: final", "\n\n", "{{ table('x') }}"]),
    st.text(max_size=12),
)


def test_a_table_of_what_the_data_no_longer_have_is_told(real):
    """A page that calls for it is told, also where another page lists the tables of the year."""
    data = real / "data/2024-2025/priorities.yml"
    edit(data, data.read_text("utf-8").partition("items:\n")[2], "  {}\n")
    told = [one for one in checked(real)[1] if one.lv.startswith("Tabulas “priorities.skills” 2024-2025 datos nav.")]
    assert sorted(one.file for one in told) == [f"docs/{one}/2024-2025/priorities.md" for one in ("en", "lv")]


def test_a_noun_needs_all_its_forms(small):
    """A noun that lacks a plural form is told with its line, before a page can need the form."""
    words = small / "data/words.yml"
    text = words.read_text("utf-8")
    whole = "nominative: { zero: audzēkņu, one: audzēknis, other: audzēkņi }"
    assert whole in text
    words.write_text(text.replace(whole, "nominative: { one: audzēknis, other: audzēkņi }"), "utf-8")
    _book, found = checked(small)
    (problem,) = [problem for problem in found if problem.level == "error"]
    assert problem.line == text.splitlines().index("  learner:") + 1
    assert problem.lv == "Vārdiem “learner” (nominative) vajadzīgas tieši šīs formas: one, other, zero."
    assert problem.en == "The phrase “learner” (nominative) needs exactly these forms: one, other, zero."


def test_a_page_that_the_form_asks_for(small):
    """A page that is missing in both languages is told once, with its heading in both."""
    for language in ("lv", "en"):
        (small / f"docs/{language}/2020-2021/warmth.md").unlink()
    _book, found = checked(small)
    (problem,) = [problem for problem in found if problem.rule == "the_form_is_complete"]
    assert problem.file == "docs/lv/2020-2021/warmth.md"
    assert problem.lv.endswith("jābūt rindai: # 3.1. Siltums { #warmth }")
    assert problem.en.endswith("needs the line: # 3.1. Warmth { #warmth }")


def test_a_no_break_space_is_no_other_wording(small):
    """A heading may hold no-break spaces where the form has plain ones."""
    page = small / "docs/lv/2020-2021/warmth.md"
    text = page.read_text("utf-8")
    page.write_text(text.replace("Metodes 2020", "Metodes\u00a02020"), "utf-8")
    _book, found = checked(small)
    assert [problem for problem in found if problem.level == "error"] == []


@pytest.mark.parametrize("words", ["", "winter_2021"])
def test_names_can_be_listed_without_a_form(small, run, words):
    """Whoever names a form that does not exist is told so, by every command."""
    edit(small / "data/2020-2021/report.yml", "winter_2020", words)
    for command in ("check", "names"):
        done = run("--root", small, command)
        assert "Traceback" not in done.stderr
    assert run("--root", small, "check").returncode == 1


def test_what_only_the_front_page_shows_is_shown(small):
    """A call on a page of no year asks for the year that leads, whatever rule looks at it."""
    for language in ("lv", "en"):
        edit(small / f"docs/{language}/2020-2021/rest.md", '{{ figure("survey") }}\n', "")
        add_to(small / f"docs/{language}/index.md", '\n{{ figure("survey") }}\n')
    _book, found = checked(small)
    assert [problem for problem in found if problem.rule == "nothing_is_listed_in_vain"] == []


def test_a_year_needs_pages(small):
    """Data of a school year without pages are told before the build stumbles over them."""
    shutil.copytree(small / "data/2020-2021", small / "data/2021-2022")
    _book, found = checked(small)
    assert "Mācību gadam 2021-2022 nav lapu mapē docs/lv/2021-2022; izveidojiet tās vai izdzēsiet datus." in {
        problem.lv for problem in found if problem.level == "error"
    }


@pytest.mark.slow
@given(file=st.sampled_from(FILES), at=st.floats(0, 1), cut=st.integers(0, 40), typed=TYPED)
@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_is_typed_makes_the_check_fall_over(small, file, at, cut, typed):
    """Wherever something is deleted and something else typed, the person is told, or nothing is wrong; no traceback."""
    path = small / file
    before = path.read_bytes()
    text = before.decode()
    start = int(at * len(text))
    try:
        path.write_text(text[:start] + typed + text[start + cut :], "utf-8", errors="surrogatepass")
        _book, found = checked(small)
        assert all(problem.lv and problem.en and problem.level in LEVELS for problem in found)
    finally:
        path.write_bytes(before)


FOUND = [
    Problem("data/a,b.yml", 3, "100 % nav\nlabi", "100% is wrong", rule="x"),
    Problem("docs/lv", 0, "Vēl", "Yet", "todo"),
    Problem("docs/lv/a.md", 1, "Zināms", "Known", "note"),
]


def test_problems_as_annotations():
    """GitHub shows them beside the line: escaped as its workflow commands ask."""
    assert FORMATS["github"](FOUND) == (
        "::error file=data/a%2Cb.yml,line=3,title=kļūda::100 %25 nav%0Alabi%0A100%25 is wrong\n"
        "::warning file=docs/lv,line=1,title=vēl darāms::Vēl%0AYet\n"
        "::notice file=docs/lv/a.md,line=1,title=zināms::Zināms%0AKnown\n"
    )


def test_problems_as_json():
    """Programs get every field."""
    listed = json.loads(FORMATS["json"](FOUND))
    assert listed[0] == {
        "file": "data/a,b.yml",
        "line": 3,
        "lv": "100 % nav\nlabi",
        "en": "100% is wrong",
        "level": "error",
        "rule": "x",
        "about": "",
    }
    assert [problem["level"] for problem in listed] == ["error", "todo", "note"]


def test_problems_as_text():
    """People get each with its place, Latvian first, and how many there are."""
    assert FORMATS["text"](FOUND[1:]) == (
        "docs/lv: vēl darāms: Vēl\n    Yet\n"
        "docs/lv/a.md:1: zināms: Zināms\n    Known\n"
        "Kļūdas: 0; vēl darāms: 1; zināms: 1. / Errors: 0; to do: 1; known: 1.\n"
    )


def test_problems_in_short():
    """Whoever builds gets the errors whole, and of the rest only how much there is and what lists it."""
    told = "data/a,b.yml:3: kļūda: 100 % nav labi\n    100% is wrong\n"
    assert in_short(FOUND) == (
        f"{told}Kļūdas: 1; vēl darāms: 1; zināms: 1 – visu parāda “make check”. / "
        "Errors: 1; to do: 1; known: 1 – “make check” lists them all.\n"
    )
    assert in_short(FOUND[:1]) == told + "Kļūdas: 1; vēl darāms: 0; zināms: 0. / Errors: 1; to do: 0; known: 0.\n"


@pytest.mark.parametrize("rule", [*REFERENCES, *DECLARATIONS, *OF_DATA], ids=lambda rule: rule.__name__)
def test_rules_of_data_look_at_no_words_of_pages(book, rule):
    """They need not be asked again where only words of pages have changed."""
    bare = replace(book, pages=tuple(page.without_words() for page in book.pages))
    assert {*rule(bare)} == {*rule(book)}
