"""What an editor tells while one types: the JSON Schemas of the data, and their hints."""

import json
import math
import re
from functools import cache
from pathlib import Path
from typing import get_type_hints

import pytest
import yaml
from cases import CASES, case_of, change
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from project import ROOT, SMALL, needs_dictionaries
from pydantic import TypeAdapter, ValidationError

from macros.data.hints import hint, hints
from macros.data.read import read
from macros.data.schema import Report, Site
from macros.desk.renewed import renewed
from macros.words.dictionary import unknown

TOPICS = sorted({*Site.model_fields, *Report.model_fields} - {"years"})
FILES = sorted(path for path in (ROOT / "data").rglob("*.yml"))
ONLY_THE_CHECK_SEES = {
    "table-calculated-from-one",
    "table-cell-missing",
    "table-cell-of-another-kind",
    "chart-with-a-total-too-few",
    "column-with-a-name-of-the-program",
    "table-declared-with-too-many-columns",  # the schema of columns is written by hand
    "correction-twice-under-a-number",  # JSON has no doubled keys; editors tell of them as they read YAML
    "duplicate-key",
    "list-that-lost-a-later-hyphen",
    "missing-english",  # in a draft it may still be
    "source-in-one-language",
    "date-that-cannot-be",  # no pattern knows the lengths of months
    "hash-in-text",  # a remark is gone before the schema sees the text
    "no-means-false",  # for editors, who read YAML 1.2, it is a word
    "range-backwards",  # no pattern compares numbers
    "date-in-quotes",  # for editors, who read YAML 1.2, a date is a text in any case
    "endless-decimals",  # numbers have the digits that a machine keeps
    "endless-hours",
    "invisible-character-in-a-text",  # a schema has no say in what texts are made of
    "half-a-character-in-a-number",
    "half-a-character-in-a-text",
    "number-written-with-full-stop",  # YAML 1.2 takes it for a number
    "number-written-with-too-long",
    "sign-in-a-text-joiner",
    "sign-in-a-text-lost",
    "sign-in-a-text-next-line",
    "sign-in-a-text-object",
    "sign-in-a-text-selector",
}


class Editor(yaml.SafeLoader):
    """Reads plain values as editors do, by the core schema of YAML 1.2: dates are texts, keys are texts."""

    yaml_implicit_resolvers = {}


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), list(_first))
Editor.add_constructor(
    "tag:yaml.org,2002:int",
    lambda _loader, node: int(node.value) if math.isfinite(float(node.value)) else math.inf,  # as JavaScript has it
)
Editor.add_constructor("tag:yaml.org,2002:float", lambda _loader, node: float(node.value))
Editor.add_constructor(
    "tag:yaml.org,2002:map",
    lambda loader, node: {key.value: loader.construct_object(value, deep=True) for key, value in node.value},
)


@cache
def validators():
    """Give what judges each topic as an editor does."""
    from jsonschema import Draft7Validator  # noqa: PLC0415 – it takes seconds

    from macros.desk.editor import schemas  # noqa: PLC0415 – and so does this

    return {name: Draft7Validator(schema) for name, schema in schemas().items()}


@cache
def models():
    """Give what judges each topic as the program does."""
    kinds = {name: kind for of in (Site, Report) for name, kind in get_type_hints(of, include_extras=True).items()}
    return {name: TypeAdapter(kinds[name]) for name in TOPICS}


def told(file):
    """Give what an editor finds wrong in a file, or the mistake that keeps it from reading it."""
    try:
        value = yaml.load(file.read_text("utf-8"), Editor)  # noqa: S506 – a SafeLoader
    except yaml.YAMLError as mistake:
        return [mistake]
    return list(validators()[file.stem].iter_errors(value))


@pytest.mark.parametrize("file", [*FILES, *sorted((SMALL / "data").rglob("*.yml"))], ids=lambda file: file.stem)
def test_every_data_file_fits_its_schema(file):
    """An editor finds nothing wrong in what the program takes."""
    assert told(file) == []


@pytest.mark.parametrize("name", TOPICS)
def test_the_schemas_are_json_schema(name):
    """Each is valid itself."""
    validators()[name].check_schema(validators()[name].schema)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_data_file_names_its_schema_in_the_first_line(file):
    """The line is the same in each year's folder, so that a copy of the folder needs no change."""
    line = file.read_text("utf-8").splitlines()[0]
    assert (
        line
        == f"# yaml-language-server: $schema={'../' * (len(file.relative_to(ROOT).parts) - 1)}schemas/{file.stem}.json"
    )
    assert (file.parent / line.split("=")[1]).is_file()


def test_the_schemas_are_up_to_date(book):
    """What lies in `schemas/` is what the models and hints of today give; otherwise: .venv/bin/report renew."""
    kept = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (ROOT / "schemas").iterdir()}
    assert kept == {path: text for path, text in renewed(book).items() if path.startswith("schemas/")}
    assert kept.keys() == {f"schemas/{name}.json" for name in {*Report.model_fields, *Site.model_fields} - {"years"}}


def of_shape(path):
    """Say whether a case is a mistake in the shape of a file that has a schema."""
    case = case_of(path)
    file = Path(case["file"])
    wrong = "shape" in {one["rule"] for one in case["told"]} and not case.get("delete")
    return wrong and file.suffix == ".yml" and file.stem in TOPICS


@pytest.mark.parametrize("path", list(filter(of_shape, CASES)), ids=lambda path: path.stem)
def test_an_editor_sees_mistakes_of_shape(small, path):
    """What the program refuses by its shape, an editor marks too, but for what JSON Schema has no words for."""
    case = case_of(path)
    change(small, case)
    assert (told(small / case["file"]) == []) == (path.stem in ONLY_THE_CHECK_SEES)


PLACES = [
    ("centre", "name"),
    ("centre", "website"),
    ("spelling", "english"),
    ("spelling", "wrong"),
    ("privacy", "smallest_group"),
    ("report", "status"),
    ("report", "form"),
    ("learners", "start_date"),
    ("learners", "places"),
    ("learners", "start"),
    ("learners", "from_month"),
    ("learners", "lv"),
    ("places", "ledus_1"),
    ("targets", "number"),
    ("targets", "unit"),
    ("survey", "share"),
    ("staff", "hours_per_employee"),
    ("festival", "figures"),
    ("festival", "days"),
    ("agreements", "partners"),
    ("signatures", "person"),
    ("signatures", "date"),
    ("corrections", "reason"),
    ("rules", "kind"),
    ("discrepancies", "since"),
]
"""For each kind of value a file and a name in it."""
TYPED = st.one_of(
    st.sampled_from(["", "~", "true", "no", "0", "-1", "1.0", "14.8", "100", "100.0", "101", "1,5", "2020-09-01"]),
    st.sampled_from(
        ["55 %", "055%", "100.0 %", "101 %", "6 h", "0.5h", "6-7", "6 – 7", "7-6", "a", '" "', "'1'", "ā", "Ю"]
    ),
    st.sampled_from(
        ["draft", "achieved", "reader", "learners", "sum", "www.example.lv", '"*"', "a b*", "a*b", "|\n  a"]
    ),
    st.sampled_from(
        ["[]", "{}", "[a, b]", "[a, 1]", "{ lv: a, en: b }", "{ lv: a }", "{ a: 1, b: 6 h }", "[{ lv: a, en: b }]"]
    ),
    st.from_regex(r"(0|[1-9][0-9]{0,2})(\.[0-9])?( ?[%h–-] ?[0-9]{0,2})?", fullmatch=True),
    st.text(st.characters(codec="utf-8", max_codepoint=0x24F, exclude_categories=["C"]), max_size=6).map(
        lambda text: json.dumps(text, ensure_ascii=False)
    ),
)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=2000)
@given(place=st.sampled_from(PLACES), typed=TYPED)
def test_an_editor_takes_what_the_program_takes(small, place, typed):
    """Whatever is typed in place of a value: if the program has nothing against its shape, the editor has neither.

    But YAML 1.2 takes `1e2` and `01.5` for numbers, the program for texts: there the editor asks for quotes.
    """
    name, key = place
    (source,) = (SMALL / "data").rglob(f"{name}.yml")
    text, found = re.subn(
        rf"\b{key}: (?:\{{.*?\}}|\[.*?\]|[^,}}\n]+)", lambda _: f"{key}: {typed}", source.read_text("utf-8"), count=1
    )
    file = small / f"{name}.yml"
    file.write_text(text, "utf-8")
    value, _lines, problems = read(file, file.name)
    assert found == 1
    try:
        models()[name].validate_python(value)
    except ValidationError:
        return
    assert problems or told(file) == []


def test_every_hint_is_seen():
    """No hint is left without a place; a place without a hint is a KeyError with its name."""
    seen = json.dumps([schema.schema for schema in validators().values()], ensure_ascii=False)
    unseen = [
        name
        for name, words in hints().items()
        if any(json.dumps(it, ensure_ascii=False)[1:-1] not in seen for it in words.values())
    ]
    assert unseen == []
    with pytest.raises(KeyError, match=r"learners\.areas\.\*\.nobody"):
        hint("learners.areas.*.nobody")


def test_a_hint_says_what_it_is_and_how_to_write_it():
    """First Latvian, then English; and what a mistake is told has the words of `report check`."""
    areas = validators()["learners"].schema["properties"]["areas"]
    start = next(iter(areas["patternProperties"].values()))["properties"]["start"]
    assert start["description"] == (
        "Audzēkņu skaits mācību gada sākumā. Te jābūt veselam skaitlim, piemēram, 1283. "
        "Ja vērtība nav zināma, aiz kola neko nerakstiet.\n\n"
        "The number of learners at the start of the school year. This has to be a whole number such as 1283. "
        "If the value is not known, write nothing after the colon."
    )
    assert (
        start["errorMessage"]
        == "Te jābūt veselam skaitlim, piemēram, 1283.\nThis has to be a whole number such as 1283."
    )


def test_the_guide_says_the_same():
    """What data/README.md says of each file of a year and of each kind of rule is what the editor shows."""
    guide = (ROOT / "data/README.md").read_text("utf-8").replace("'", "’")
    kinds = [name.split(".")[-1] for name in hints() if name.startswith("rules.*.kind.")]
    rows = {f"{name}.yml": hint(name) for name in Report.model_fields} | {
        kind: hint(f"rules.*.kind.{kind}") for kind in kinds
    }
    assert len(kinds) == 26
    missing = [
        f"| `{name}` | {said} |"
        for name, both in rows.items()
        for said in both
        if f"| `{name}` | {said} |" not in guide
    ]
    assert missing == []


@needs_dictionaries
def test_hints_are_spelt_right(book):
    """Each word of a hint is in the dictionary or in `spelling.yml`, but for names and code."""
    code = re.compile(r"`[^`]*`|“[^”]*”|\"[^\"]*\"|\{[^}]*\}|\[[^]]*\]|\w*[._(]\w[\w.*(]*")
    written = {
        (language, word)
        for words in hints().values()
        for language, text in words.items()
        for word in re.findall(r"[^\W\d_]{2,}(?:’[a-z]+)?", code.sub(" ", text))
    }
    allowed = [entry.rstrip("*").lower() for entry in book.site.spelling.latvian]
    found = {language: sorted(words) for language, words in unknown(frozenset(written)).items()}
    found = {
        language: [word for word in words if not word.lower().startswith(tuple(allowed))]
        for language, words in found.items()
    }
    assert found == {"lv": [], "en": []}
