"""The guides say what is true: files, names and examples exist."""

import re
import shutil
from typing import get_args

import pytest
import yaml
from project import ROOT
from pydantic import TypeAdapter

from macros.check.calls import faults
from macros.commands import COMMANDS
from macros.data.load import load
from macros.data.read import read
from macros.data.schema import Report
from macros.data.schema.rules import Discrepancy, Rule
from macros.data.schema.site import Spelling
from macros.data.schema.tables import Table
from macros.data.schema.year import ChartMessage, Corrections, Sources
from macros.pages.calls import MACROS, Call, calls_in
from macros.pages.front import divided
from macros.pages.scan import scan
from macros.pages.untaken import untaken
from macros.show import outline
from macros.words.numerals import holds_number
from macros.words.problems import Problems

GUIDES = ("README.md", "data/README.md", "docs/README.md", "docs/ARCHITECTURE.md", ".github/CONTRIBUTING.md")
ANNOTATED = ("data/README.md",)
"""Guides whose examples have remarks, so that one of each is enough."""
FOR_PROGRAMMERS = {
    "submission",
    "taken",
    "applied",
    "help",
    "annotate",
    "tested",
    "bring",
    "task",
    "propose",
    "pictures",
    "bench",
    "clean",
    "requirements",
    "quick",
}
"""What `make help` lists, and .github/CONTRIBUTING.md tells of as far as it is needed."""


def test_every_data_file_is_in_the_guide_in_both_languages():
    """Whoever opens data/README.md finds each file of a year, twice."""
    guide = (ROOT / "data/README.md").read_text("utf-8")
    assert [name for name in Report.model_fields if guide.count(f"| `{name}.yml` |") != 2] == []
    shared = [file.name for file in (ROOT / "data").glob("*.yml")]
    assert [name for half in halves("data/README.md") for name in shared if f"`{name}`" not in half] == []


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
            known = {
                "value": book.names,
                "list": book.names,
                "table": outline.tables(book),
                "figure": outline.charts(book),
                "claim": book.claims,
            }[call.macro]
            name, facts = call.get("name"), book.facts["2024-2025"]
            if "clubs" not in name:  # which the guide itself declares
                assert facts.expand(name) if "*" in name else name in known["2024-2025"]


def test_the_examples_of_markdown_take():
    """What the guide of pages shows is what it says, to GitHub and to us."""
    examples = re.findall(r"```markdown\n(.*?)```", (ROOT / "docs/README.md").read_text("utf-8"), re.DOTALL)
    assert len(examples) == 4
    for example in examples:
        kinds = {block.kind for block in scan(divided(example)[1]).blocks(1).worded}
        assert [*untaken(scan(divided(example)[1]))] == []
        assert kinds >= {"heading", "call"} or kinds >= {"paragraph", "caption", "row", "source"}


def test_the_examples_of_the_data_guide_can_be_read(tmp_path):
    """The annotated examples are valid YAML without a trap, of the shape that the files have."""
    examples = re.findall(r"```yaml\n(.*?)```", (ROOT / "data/README.md").read_text("utf-8"), re.DOTALL)
    shapes = []
    for example in examples:
        name = "sources.yml" if "learners.movement: [" in example else "x.yml"
        (tmp_path / name).write_text(example, "utf-8")
        value, _lines, problems = read(tmp_path / name, name)
        assert problems == []
        if "areas" in value:
            shapes.append("learners")
            assert value["areas"]["stem"]["start"] == 381
        elif name == "sources.yml":
            shapes.append("sources")
            assert TypeAdapter(Sources).validate_python(value)
        elif "1" in value:
            shapes.append("corrections")
            assert TypeAdapter(Corrections).validate_python(value)
        elif "end_of_year" in value:
            shapes.append("discrepancies")
            assert TypeAdapter(dict[str, Discrepancy]).validate_python(value)
        elif "learners_end" in value:
            shapes.append("rules")
            assert TypeAdapter(Rule).validate_python(value["learners_end"])
        elif "culture_is_largest" in value:
            shapes.append("claims")
            assert TypeAdapter(Rule).validate_python(value["culture_is_largest"])
        elif "chart" in value.get("clubs", {}):
            shapes.append("chart")
            assert TypeAdapter(dict[str, ChartMessage]).validate_python(value)
        elif "clubs" in value:
            shapes.append("table")
            assert TypeAdapter(dict[str, Table]).validate_python(value)
        else:
            shapes.append("spelling")
            assert Spelling.model_validate(value)
    assert sorted(shapes) == [
        "chart",
        "claims",
        "corrections",
        "discrepancies",
        "discrepancies",
        "learners",
        "learners",
        "rules",
        "sources",
        "spelling",
        "spelling",
        "table",
    ]


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
        rows = re.findall(rf"^\| `{kind}` \| ([^|]*) \|$", guide, re.MULTILINE)
        assert len(rows) == 2
        of_claims = ("otherwise", "together_with", "each", "instead")
        words = [word for word in model.model_fields if word not in ("says", *of_claims, "kind", "goals")]
        assert [word for word in words for row in rows if f"`{word}`" not in row] == []


def halves(guide):
    """Give the Latvian and the English half of a guide."""
    latvian, english = (ROOT / guide).read_text("utf-8").split("\n---\n\n# ")
    return latvian, "# " + english


def structure(half, kinds):
    """Give the headings, rows of tables, items of lists and blocks of code of a half, in their order."""
    without_code = re.sub(r"^(```\w*)\n.*?^```$", r"\1", half, flags=re.MULTILINE | re.DOTALL)
    marks = re.findall(r"^(#+|\||- |\d+\.|!\[|```\w*)", without_code, re.MULTILINE)
    return [mark for mark in marks if mark[0] in kinds]


@pytest.mark.parametrize("guide", GUIDES)
def test_both_halves_of_a_guide_say_the_same(guide):
    """Latvian first, English second: the same headings, rows, steps, pictures and commands."""
    latvian, english = halves(guide)
    kinds = "#|-123456789!" + ("" if guide in ANNOTATED else "`")
    assert structure(latvian, kinds) == structure(english, kinds)
    plain = [re.sub(r"-en(?=\.(?:png|svg)\b)", "-lv", re.sub(r"`.*?`", "", half)) for half in (latvian, english)]
    links = [re.findall(r"\]\(([^)]+)\)", half) for half in plain]
    assert sorted(links[0]) == sorted(links[1])


@pytest.mark.parametrize("guide", GUIDES)
def test_links_and_files_of_a_guide_exist(guide):
    """Links lead to files, and files and folders that are named with their folder are there."""
    text, here = (ROOT / guide).read_text("utf-8"), (ROOT / guide).parent
    links = re.findall(r"\]\(([^)h{][^)]*)\)", re.sub(r"^```.*?^```$|`.*?`", "", text, flags=re.MULTILINE | re.DOTALL))
    assert [link for link in links if not (here / link.split("#")[0]).exists()] == []
    named = re.findall(r"`((?:data|docs|macros|tests|theme|requirements|\.github)/[\w./-]*)`", text)
    made = ("data/records/carried.txt", "data/records/sealed.txt")  # by commands, when they are needed
    assert [name for name in named if name not in made and not (ROOT / name).exists()] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_commands_of_a_guide_exist(guide):
    """Each `make` target and each `report` command that a guide names is one."""
    text = (ROOT / guide).read_text("utf-8")
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[1].split()
    assert set(re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE)) <= set(targets)
    assert set(re.findall(r"(?:bin/|`)report ([a-z-]+)", text)) <= set(COMMANDS)


def test_every_command_is_in_the_readme_in_both_languages():
    """What can be typed is in both tables of the README."""
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[1].split()
    for half in halves("README.md"):
        made = {*re.findall(r"make ([a-z-]+)", half)}
        assert set(COMMANDS) - {"build"} - {*re.findall(r"report ([a-z-]+)", half)} - made == set()
        assert set(targets) - made - FOR_PROGRAMMERS == set()


def test_every_word_for_pages_is_in_the_guide_in_both_languages():
    """Each macro and each of its options stands in both tables of docs/README.md."""
    for half in halves("docs/README.md"):
        for macro, takes in MACROS.items():
            assert f"{macro}(" in half
            assert all(f"{option}=" in half for option in takes.named)


def test_the_message_in_the_guide_for_pages_is_the_one_that_is_told(book):
    """Both halves of docs/README.md show what a misspelt name is answered."""
    call, page = Call("value", (("name", "learners.totl_end"),), 9), book.page("lv", "2024-2025/learners.md")
    (said,) = faults(book, call, page.year)
    problem = page.problem(call.line, *said)
    assert [f"```\n{problem}\n```" in half for half in halves("docs/README.md")] == [True, True]


def test_the_message_in_the_guide_for_data_is_the_one_that_is_told(tmp_path):
    """data/README.md shows what a space in a number is answered."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    path = tmp_path / "data/2024-2025/learners.yml"
    path.write_text(path.read_text("utf-8").replace("end: 1283", "end: 12 84"), "utf-8")
    with pytest.raises(Problems) as told:
        load(tmp_path)
    assert f"```\n{told.value}\n```" in (ROOT / "data/README.md").read_text("utf-8")
