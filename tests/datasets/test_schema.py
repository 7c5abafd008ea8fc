"""The JSON of a year holds what its schema says, judged by jsonschema."""

import json
from functools import cache

import pytest

from macros.data.schema import LANGUAGES
from macros.datasets.schema import year_schema
from macros.report.downloads import data_json
from macros.report.opened import read_book


@cache
def validator():
    """Give what judges by the schema of a year."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 – it takes seconds

    return Draft202012Validator(year_schema())


def faults(content):
    """Give where a content is not as the schema says."""
    return [one.json_path for one in validator().iter_errors(content)]


def test_the_schema_is_one():
    """It is JSON Schema of 2020-12."""
    validator().check_schema(year_schema())


@pytest.mark.parametrize("root", ["book", "small", "two_years"])
def test_each_year_is_as_it_says(root, request):
    """The JSON of the real year, of the tiny one, and of one that has only been opened."""
    given = request.getfixturevalue(root)
    book = given if root == "book" else read_book(given)[0]
    assert [faults(json.loads(data_json(book, year))) for year in book.site.years] == [[] for _ in book.site.years]


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (("report", "learners", "areas", "stem", "end"), "509"),
        (("report", "staff", "teachers"), -1),
        (("report", "report", "status"), "done"),
        (("report", "targets", "measured", "talented", "set"), 155),
        (("calculated", "learners.total_end"), [1]),
        (("school_year",), "2024"),
        (("report", "survey", "more"), 1),
    ],
)
def test_it_sees_what_is_wrong(book, keys, value):
    """A value of the wrong kind, or in a place that there is not, is told with its place."""
    content = json.loads(data_json(book, "2024-2025"))
    place = content
    for key in keys[:-1]:
        place = place[key]
    place[keys[-1]] = value
    assert faults(content)


def test_it_says_what_each_value_is():
    """At each name, in both languages, so that nobody has to know the program; words of programmers are left out."""
    schema = year_schema()
    area = schema["$defs"]["Area"]["properties"]["start"]
    assert area["description"].splitlines() == [
        "Audzēkņu skaits mācību gada sākumā",
        "The number of learners at the start of the school year",
    ]
    models = {name: model for name, model in schema["$defs"].items() if name != "Text"}
    models |= {"": schema, "report": schema["properties"]["report"]}
    silent = [
        f"{name}.{key}"
        for name, model in models.items()
        for key, node in model["properties"].items()
        if len(node.get("description", "").splitlines()) != len(LANGUAGES)
    ]
    assert silent == []
    assert "`centre.yml`" not in json.dumps(schema)
    assert "`true`\\n" not in json.dumps(schema)
