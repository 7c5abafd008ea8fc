"""Each file in `problems/` is a mistake that a person makes in the tiny report, and all that they are told.

`file` with `replace` and `with` (or `write`, or `delete`) is the change, `beside` what lies there for it; `told` is every new problem, word for word.
A new case needs no Python: write the change, run `pytest --renew tests/check/test_problems.py`, and read what it says.
"""

import re
from collections import Counter

import pytest
import yaml
from cases import CASES, case_of, change
from project import DICTIONARIES, checked

from macros.check import DECLARATIONS, OF_DATA, OF_PAGES, OF_WORDS, REFERENCES
from macros.words.problems import as_annotations, as_text

NEED_DICTIONARIES = {"words_are_in_the_dictionary", "a_dash_does_not_begin_a_sentence"}
SUGGESTED = re.compile(r"((?:Varbūt|Perhaps) “[^”]*”)(?:, “[^”]*”)+(?=\?)")
"""What a dictionary suggests: the first word is the one that was meant, the others are each version's own."""


def test_the_tiny_report_has_no_mistake(told_before):
    """Nothing but its two blanks and its one question is told of the report that the cases break."""
    assert [problem.level for problem in told_before if problem.file != "hunspell"] == ["todo"] * 3


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_problem(small, told_before, path, request):
    """The person is told this, in both languages, and nothing else; what was judged before the change is kept."""
    case = case_of(path)
    if not DICTIONARIES and {one["rule"] for one in case["told"]} & NEED_DICTIONARIES:
        pytest.skip("hunspell or a dictionary is missing")
    change(small, case)
    _book, after = checked(small)
    known = Counter((p.file, p.lv) for p in told_before)  # without lines: a change may move what was told before
    told = []
    for p in after:
        if known[p.file, p.lv]:
            known[p.file, p.lv] -= 1
            continue
        lv, en = (SUGGESTED.sub(r"\1", words) for words in (p.lv, p.en))
        told.append({"where": f"{p.file}:{p.line}", "rule": p.rule, "lv": lv, "en": en})
        if p.level != "error":
            told[-1]["level"] = p.level
    if request.config.getoption("--renew"):
        case["told"] = told
        path.write_text(yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
    assert told == case["told"]
    assert told


def test_every_rule_has_a_case():
    """Each rule is broken by some case, so that what it says can be read here."""
    told = {one["rule"] for path in CASES for one in case_of(path)["told"]}
    assert {rule.__name__ for rule in (*REFERENCES, *DECLARATIONS, *OF_DATA, *OF_PAGES, *OF_WORDS)} - told == set()


def test_words_of_a_file_begin_no_line(small):
    """A log takes a line that begins like `::error::` for a command; what is told of a text with such a line has none."""
    file = small / "data/2020-2021/targets.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("lv: ", 'lv: "x\\n::add-mask::a", b, ', 1), "utf-8")
    _book, found = checked(small)
    assert any("::add-mask::" in problem.lv for problem in found)
    for told in (as_text(found), as_annotations(found)):
        assert not [line for line in told.splitlines() if line.lstrip().startswith("::add-mask")]
