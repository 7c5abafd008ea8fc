"""The guides say what is true: files, names and examples exist."""

import re
from typing import get_args

import pytest
import yaml
from conftest import ROOT
from pydantic import TypeAdapter

from macros.calls import calls_in
from macros.numerals import holds_number
from macros.read import read
from macros.schema import Report
from macros.schema.rules import Rule
from macros.schema.site import Spelling
from macros.schema.year import Corrections


def test_every_data_file_is_in_the_guide_in_both_languages():
    """Whoever opens data/README.md finds each file of a year, twice."""
    guide = (ROOT / "data/README.md").read_text("utf-8")
    assert [name for name in Report.model_fields if guide.count(f"| `{name}.yml` |") != 2] == []


@pytest.mark.parametrize("guide", ["data/README.md", "docs/README.md"])
def test_every_call_in_a_guide_works(book, guide):
    """A line that a guide shows can be pasted."""
    text = (ROOT / guide).read_text("utf-8")
    calls, problems = calls_in(re.sub(r"\{ #\w+ \}|`\{[^{`]*`", "", text), guide)
    assert problems == []
    assert len(calls) >= 2
    for call in calls:
        if call.macro == "literal":
            assert holds_number(call.get("words"), "lv") or holds_number(call.get("words"), "en")
        else:
            records = {year: report.discrepancies for year, report in book.site.years.items()}
            known = {"value": book.names, "table": book.tables, "figure": book.figures, "note": records}[call.macro]
            assert call.get("name") in known["2024-2025"]


def test_the_examples_of_the_data_guide_can_be_read(tmp_path):
    """The annotated examples are valid YAML without a trap, of the shape that the files have."""
    examples = re.findall(r"```yaml\n(.*?)```", (ROOT / "data/README.md").read_text("utf-8"), re.DOTALL)
    shapes = []
    for example in examples:
        (tmp_path / "x.yml").write_text(example, "utf-8")
        value, _lines, problems = read(tmp_path / "x.yml", "x.yml")
        assert problems == []
        if "areas" in value:
            shapes.append("learners")
            assert value["areas"]["stem"]["start"] == 381
        elif "1" in value:
            shapes.append("corrections")
            assert TypeAdapter(Corrections).validate_python(value)
        elif "learners_end" in value:
            shapes.append("rules")
            assert TypeAdapter(Rule).validate_python(value["learners_end"])
        else:
            shapes.append("spelling")
            assert Spelling.model_validate(value)
    assert sorted(shapes) == ["corrections", "learners", "learners", "rules", "spelling", "spelling"]


def test_the_example_in_the_file_of_corrections_is_that_of_the_guide():
    """Whoever makes the first correction takes the # away from the example, which says what the guide says."""
    remarks = (ROOT / "data/2024-2025/corrections.yml").read_text("utf-8").splitlines()
    (example,) = re.findall(r"```yaml\n(1:.*?)```", (ROOT / "data/README.md").read_text("utf-8"), re.DOTALL)
    written = [line.removeprefix("# ") for line in remarks[remarks.index("# 1:") :]]
    assert yaml.safe_load("\n".join(written)) == yaml.safe_load(example)


def test_the_guide_tells_of_every_kind_of_rule_and_its_words():
    """Both tables of the data guide name each kind and each word that it needs."""
    guide = (ROOT / "data/README.md").read_text("utf-8")
    for model in get_args(get_args(Rule)[0]):
        (kind,) = get_args(model.model_fields["kind"].annotation)
        rows = re.findall(rf"^\| `{kind}` \| (.*) \|$", guide, re.MULTILINE)
        assert len(rows) == 2
        words = [word for word in model.model_fields if word not in ("says", "kind", "goals")]
        assert [word for word in words for row in rows if f"`{word}`" not in row] == []


def test_readme_links_lead_somewhere():
    """The links of the README lead to files that exist."""
    links = re.findall(r"\]\(([^)h][^)]*)\)", (ROOT / "README.md").read_text("utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
