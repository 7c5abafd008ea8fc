"""Each file in `problems/` is a mistake that a person makes in the tiny report, and all that they are told.

`file` with `replace` and `with` (or `write`, or `delete`) is the change; `told` is every new problem, word for word.
A new case needs no Python: write the change, run `pytest --renew tests/test_problems.py`, and read what it says.
"""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from conftest import DICTIONARIES

from macros.check import REFERENCES, RULES, inspect

CASES = sorted((Path(__file__).parent / "problems").glob("*.yml"))

NEED_DICTIONARIES = {
    "words_are_in_the_dictionary",
    "allowed_words_are_needed",
    "a_dash_does_not_begin_a_sentence",
}


def change(root, case):
    """Make the mistake."""
    file = root / case["file"]
    if case.get("delete"):
        file.unlink()
    elif "write" in case:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(case["write"], "utf-8")
    else:
        text = file.read_text("utf-8")
        assert text.count(case["replace"]) == 1, "the case has to say exactly what is replaced"
        file.write_text(text.replace(case["replace"], case["with"]), "utf-8")


def test_the_tiny_report_has_no_mistake(small):
    """Nothing but its two blanks and its one question is told of the report that the cases break."""
    _book, found = inspect(small)
    assert [problem.level for problem in found if problem.file not in ("data/spelling.yml", "hunspell")] == [
        "todo",
        "todo",
        "todo",
    ]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_problem(small, path, request):
    """The person is told this, in both languages, and nothing else."""
    case = yaml.safe_load(path.read_text("utf-8"))
    if not DICTIONARIES and {one["rule"] for one in case["told"]} & NEED_DICTIONARIES:
        pytest.skip("hunspell or a dictionary is missing")
    _book, before = inspect(small)
    change(small, case)
    _book, after = inspect(small)
    known = Counter((p.file, p.lv) for p in before)  # without lines: a change may move what was told before
    told = []
    for p in after:
        if known[p.file, p.lv]:
            known[p.file, p.lv] -= 1
            continue
        told.append({"where": f"{p.file}:{p.line}", "rule": p.rule, "lv": p.lv, "en": p.en})
        if p.level != "error":
            told[-1]["level"] = p.level
    if request.config.getoption("--renew"):
        case["told"] = told
        path.write_text(yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
    assert told == case["told"]
    assert told


def test_every_rule_has_a_case():
    """Each rule is broken by some case, so that what it says can be read here."""
    told = {one["rule"] for path in CASES for one in yaml.safe_load(path.read_text("utf-8"))["told"]}
    assert {rule.__name__ for rule in (*REFERENCES, *RULES)} - told == set()
