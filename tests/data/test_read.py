"""A YAML file is read strictly; each trap is told with its line, and nothing makes it fall over."""

import datetime
from decimal import Decimal

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.data.read import LARGEST_FILE, read


def read_text(tmp_path, text):
    file = tmp_path / "x.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(file, "data/x.yml")


def test_plain_values(tmp_path):
    """Only whole numbers, decimal points, dates and true/false are more than text."""
    text = 'a: 12\nb: 1.50\nc: 2024-10-01\nd: true\ne:\nf: 6-7\ng: 55 %\nh: "12"\ni: [x, 2]\nj: "no"\n'
    value, lines, problems = read_text(tmp_path, text)
    assert value == {
        "a": 12, "b": Decimal("1.50"), "c": datetime.date(2024, 10, 1), "d": True, "e": None,
        "f": "6-7", "g": "55 %", "h": "12", "i": ("x", 2), "j": "no",
    }  # fmt: skip
    assert problems == []
    assert lines["c",] == 3
    assert lines["i", 1] == 9


def test_what_stands_between_braces_is_no_mistake(tmp_path):
    """Remarks, more lines, names in quotes and a last comma are all right."""
    text = 'a: { b: x, # y\n  c: 1, "d": 2, e: [3, 4], f: "g #h", }\ni: {}\n'
    value, _lines, problems = read_text(tmp_path, text)
    assert value == {"a": {"b": "x", "c": 1, "d": 2, "e": (3, 4), "f": "g #h"}, "i": {}}
    assert problems == []


def test_decimals_keep_their_digits(tmp_path):
    """10.98 is exactly 10.98 and 1.50 keeps its zero."""
    value, _lines, _problems = read_text(tmp_path, "a: 10.98\nb: 1.50\n")
    assert str(value["a"]) == "10.98"
    assert str(value["b"]) == "1.50"


@pytest.mark.parametrize(
    ("text", "line", "lv", "en"),
    [
        ("a: 1\na: 2\n", 2, "ierakstīts otrreiz", "second time"),
        ("a: no\n", 1, "jā vai nē", "yes or no"),
        ("a: 012\n", 1, "sākas ar nulli", "starts with a zero"),
        ("a: 12:30\n", 1, "pulksteņa laiks", "if it is a time"),
        ("a: 2024-02-30\n", 1, "kalendārā nav", "no date"),
        ("a: “teksts”\n", 1, "taisnās pēdiņas", "straight ones"),
        ("a:\n\tb: 1\n", 2, "tabulators", "tab"),
        ("a: x: y\n", 1, "kols", "colon"),
        ("a: *b\n", 1, "nevar sākties ar zīmi", "cannot begin with"),
        ("a: &b [1]\nc: *b\n", 1, "nevar sākties ar zīmi", "cannot begin with"),
        ("a: &Gaismas iela 9\n", 1, "nevar sākties ar zīmi", "cannot begin with"),
        ("a: teksts #1 un cits\n", 1, "aiz #", "after #"),
        ('a: x\nb: "y\nc: z\n', 2, "nav aizvērtas", "not closed"),
        ('a: x\nb: "y\nc: z\nd: "w"\n', 2, "nav aizvērtas", "not closed"),
        ('a:\n  lv: "x\n  en: "y"\n', 2, "nav aizvērtas", "not closed"),
        ("a:\n  - 'x\n  - y\nb: It's\n", 2, "nav aizvērtas", "not closed"),
        ('a: { lv: "x, en: y }\nb: { lv: "z" }\n', 1, "nav aizvērtas", "not closed"),
        ('a: "x "y" z"\n', 1, 'vēl ir “y" z"”', 'still “y" z"”'),
        ('a: "x\n  y" z\n', 2, "vēl ir “z”", "still “z”"),
        ('a: "C:\\dati"\n', 1, "rakstiet divreiz", "write it twice"),
        ("x:\n  a: 1\n  b:1217\n  c: 2\n", 3, "kolu un atstarpi", "colon and a space"),
        ("a: 1\nLielais: 2\n", 2, "mazie", "small letters from a to z"),
        ("a:\t1217\n\tb: 2\n", 1, "tabulators", "tab"),
        ("a: !!python/object:os.system x\n", 1, "zīmi “!”", "character “!”"),
        ("a: { b: >75, c: 1 }\n", 1, "nevar sākties ar zīmi “>”", "cannot begin with the character “>”"),
        ("a: { b: - }\n", 1, "nevar sākties ar zīmi “-”", "cannot begin with the character “-”"),
        ("a: { b: @x }\n", 1, "nevar sākties ar zīmi “@”", "cannot begin with the character “@”"),
        ("a: { b: 39,5 }\n", 1, "tātad 39.5.", "with a point, 39.5."),
        ("a: { b: 1,217 }\n", 1, "tūkstoši, 1217.", "thousands, 1217."),
        ("a:\n  - { b: x,\n      y, z }\n", 3, '"x, y, z"', '"x, y, z"'),
        ("a: { b: “x”, y }\n", 1, "komats beidz vērtību", "a comma ends the value"),
        ("a: { b: 1, c:2 }\n", 1, "kolu un atstarpi", "colon and a space"),
        ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> other\n", 1, "divas viena teksta versijas", "Two versions"),
        (b"\xef\xbb\xbfa: 1\n", 1, "BOM", "byte order mark"),
        ("a: 1\nb: skol\u0113ns\n".encode("utf-16"), 1, "UTF-8", "UTF-8"),
        (b"a: 1\nb: \xe2kurs\n", 2, "UTF-8", "UTF-8"),
        (b"a: " + b"x" * LARGEST_FILE, 0, "lielāks", "more than"),
        ("a: [1, 2\nb: 3\n", 2, "nevar nolasīt", "cannot be read"),
        ("a: \x07\n", 1, "vadības zīme", "control character"),
        ("[" * 3000, 0, "atkāpju līmeņu", "levels of indent"),
    ],
)
def test_traps(tmp_path, text, line, lv, en):
    """Each trap of YAML is told in both languages with the line where it stands."""
    _value, _lines, problems = read_text(tmp_path, text)
    assert [problem.line for problem in problems] == [line]
    assert lv in problems[0].lv
    assert en in problems[0].en


@pytest.mark.parametrize(
    ("text", "write", "meant"),
    [
        ('a: “Es teicu "labi" tev”\n', "'Es teicu \"labi\" tev'", 'Es teicu "labi" tev'),
        ("a: “It's”\n", "'“It''s”'", "“It's”"),
        ("a: “C:\\dati”\n", "'C:\\dati'", "C:\\dati"),
        ("a: C:\\dati: x\n", "a: 'C:\\dati: x'", {"a": "C:\\dati: x"}),
        ("a: x \"b\" 'c': d\n", "a: 'x \"b\" ''c'': d'", {"a": "x \"b\" 'c': d"}),
        ("a: { b: x 'c' \"d\", e }\n", "'x ''c'' \"d\", e'", "x 'c' \"d\", e"),
    ],
)
def test_what_to_put_in_quotes_is_told_as_it_can_be_typed(tmp_path, text, write, meant):
    """A text that has quotes or a backslash is told in such quotes that it reads as it was meant."""
    (problem,) = read_text(tmp_path, text)[2]
    assert write in problem.lv
    assert write in problem.en
    assert yaml.safe_load(write) == meant


@given(st.one_of(st.binary(max_size=300), st.text(alphabet="ab:- \n\t\"'{}[]&*!#|>%@`0123.,“”\u0000", max_size=200)))
@settings(max_examples=400)
def test_any_bytes_in_never_a_traceback_out(tmp_path_factory, content):
    """Whatever a file holds, it is read or told about."""
    folder = tmp_path_factory.mktemp("any")
    value, _lines, problems = read_text(folder, content)
    assert value is None or isinstance(value, dict | tuple | str | int | bool | Decimal | datetime.date)
    assert all(problem.lv and problem.en for problem in problems)
