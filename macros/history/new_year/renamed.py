"""How names follow into a new school year: school years in words, and calls of what only the year before has."""

import re
from collections.abc import Collection, Container, Mapping

from macros.words.language import YEAR

Existing = Mapping[str, Mapping[str, Container[str]]]
"""The names that there are: year → macro → names."""
SCHOOL_YEAR = re.compile(r"\b(20\d\d)(\./|/|-)((?:20)?\d\d)\b")
_CALL = re.compile(r"""\b(value|table|figure|claim)\(\s*(\\?"|''?)([a-z0-9_.]+)\2([^(){}]*?)\s*\)""")
"""A call, also within a text in quotes, where its own are written as `\\"` or `''`."""


def next_school_year(text: str, between: Collection[str] = ("./", "/")) -> str:
    """Put each school year, `2024./2025.` or `2024/25`, one further."""

    def moved(match):
        first, second = int(match[1]), match[3]
        if match[2] not in between or int(second[-2:]) != (first + 1) % 100:
            return match[0]
        return f"{first + 1}{match[2]}{str(first + 2)[-len(second) :]}"

    return SCHOOL_YEAR.sub(moved, text)


def named_anew(text: str, exists: Existing, before: str, year: str) -> str:
    """Let a call of what only the year before has say so; let one that names a year name the one after it."""

    def renamed(call):
        macro, quote, name, rest = call[1], call[2], call[3], call[4]
        later = next_school_year(rest, between=("-",))
        if later != rest and (found := re.search(YEAR, later)):
            there = exists.get(found[0], exists[year])[macro]
            return f"{macro}({quote}{name}{quote}{later if name in there else rest})"
        if name in exists[before][macro] and name not in exists[year][macro]:
            return f"{macro}({quote}{name}{quote}{rest}, year={quote}{before}{quote})"
        return call[0]

    return _CALL.sub(renamed, text)
