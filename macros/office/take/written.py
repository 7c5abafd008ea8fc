"""What is typed as YAML: how a value is written so that it is read as meant, beside what stands there already."""

import json
import textwrap
from typing import TypeAlias

from macros.data.read import read_text
from macros.office.asked import Wanted

WIDTH = 120
"""How long a line may be."""
YES_OR_NO = {"yes": "jā", "no": "nē"}
"""How these are written: in English, YAML would take them for something else."""
Made: TypeAlias = "dict[str, Made] | list[Made] | str"
"""A value to be written, or what holds several: str are as they are written."""


def written(value: str, wanted: Wanted, before: str, indent: int, *, in_braces: bool) -> str:
    """Give how a plain value is written where `before` stands, whose key is indented by `indent`; nothing for none."""
    if not value:
        return ""
    if wanted.kind == "yes_no":
        return YES_OR_NO[value]
    if wanted.kind == "keys":
        return f"[{', '.join(value.split(chr(10)))}]"
    if wanted.kind in ("text", "words"):
        return text(value, before, indent + 2, in_braces=in_braces)
    return value


def text(value: str, before: str, indent: int, *, in_braces: bool) -> str:
    """Give how a text is written: over several lines if it has them, or if what stood there did, or if it is long."""
    edge = " " * indent
    if not in_braces and "\n" in value:
        return "|\n" + "\n".join(edge + line if line else "" for line in value.split("\n"))
    quoted = json.dumps(value, ensure_ascii=False)
    if in_braces or "  " in value:
        return value if _is_read(value, value, in_braces=in_braces) else quoted
    long = before.startswith(">") or (not before and len(value) > WIDTH - indent)
    if long and "\n" not in value:
        lines = textwrap.wrap(
            value, WIDTH - indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
        )
        folded = ">-\n" + "\n".join(edge + line for line in lines)
        if _is_read(folded, value, in_braces=False):
            return folded
    return value if _is_read(value, value, in_braces=False) else quoted


def _is_read(words, value, *, in_braces):
    """Say whether a text that is written so is read as the value."""
    line = f"a: {{ b: {words}, c: 1 }}\n" if in_braces else f"a: {words}\n"
    found, _lines, problems = read_text(line, "a.yml")
    if not isinstance(found, dict) or problems:
        return False
    return found == ({"a": {"b": value, "c": 1}} if in_braces else {"a": value})


def block(made: Made, indent: int) -> str:
    """Give the lines below a key, each indented by `indent` at least: entries by key, or items of a list."""
    edge, lines = " " * indent, ""
    if isinstance(made, list):
        for one in made:
            inner = block(one, indent + 2) if isinstance(one, dict) else f"{edge}  {one}\n"
            lines += f"{edge}- {inner[indent + 2 :]}"
        return lines
    assert isinstance(made, dict)  # noqa: S101 – for mypy
    for key, one in made.items():
        if isinstance(one, str):
            lines += f"{edge}{key}: {one}".rstrip() + "\n"
        else:
            lines += f"{edge}{key}:\n{block(one, indent + 2)}"
    return lines


def flow(made: Made) -> str:
    """Give the same on one line, between braces; texts have to be written for that."""
    if isinstance(made, dict):
        return "{ " + ", ".join(f"{key}: {flow(one)}".rstrip() for key, one in made.items()) + " }"
    return f"[{', '.join(map(flow, made))}]" if isinstance(made, list) else made
