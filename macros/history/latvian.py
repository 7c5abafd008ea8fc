"""What the Latvian of a page or text was when its English was made from it: looked up in the history of its file."""

import difflib
import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import yaml

from macros import git
from macros.pages.front import read_front
from macros.report.records import Entry
from macros.report.translated import Source, fingerprint_of

COMMITS = 200
"""In how many of the last commits of a file it is looked for."""


def latvian_before(root: Path, source: Source, entry: Entry) -> str | None:
    """Give the Latvian that is remembered in `entry`; None where the history of the project at `root` has none such."""
    page = isinstance(source.content, str)
    file = f"docs/lv/{source.content}" if page else source.name.partition(":")[0]
    log = git.told(root, "log", f"--max-count={COMMITS}", "--format=%H", "--", file)
    for commit in log.split():
        text = git.told(root, "show", f"{commit}:./{file}")
        for words in _of_page(text, file) if page else _of_data(text, source.name.partition(":")[2]):
            if fingerprint_of(*words) == entry.fingerprint[: len(fingerprint_of(""))]:
                return words[-1]
    return None


def _of_page(text, file):
    front, _lines, body, _first, _problems = read_front(text, file)
    front = front or {}
    yield front.get("title", ""), front.get("description", ""), body


def _of_data(text: str, name: str) -> Iterator[tuple[str]]:
    """Yield the Latvian words of all texts called so; the items of a list share one name."""
    try:
        left: list[tuple[tuple[str, ...], Any]] = [((), yaml.safe_load(text))]
    except yaml.YAMLError:
        return
    while left:
        keys, place = left.pop()
        if isinstance(place, dict):
            if ".".join(keys) == name and isinstance(place.get("lv"), str):
                yield (place["lv"].strip(),)
            left += [((*keys, str(key)), value) for key, value in place.items()]
        elif isinstance(place, list):
            left += [(keys, value) for value in place]


def changed(before: str, after: str, english: str) -> list[tuple[str, str]]:
    """Give each changed paragraph of a Latvian text, as `difference` gives it, with the English one in its place.

    That is empty where the two languages have not as many paragraphs.
    """
    old, new, beside = (re.split(r"\n\s*\n", text.strip()) for text in (before, after, english))
    pairs = []
    beside = beside if len(new) == len(beside) else []
    for what, begin, end, first, last in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            both = zip_longest(old[begin:end], new[first:last], beside[first:last], fillvalue="")
            pairs += [(difference(was, now), there) for was, now, there in both]
    return pairs


def difference(before: str, after: str) -> str:
    """Give a text with what was taken out of it as [-…-] and what was put in as {+…+}, word by word."""
    old, new = (re.findall(r"\s+|[^\s]+", words) for words in (before, after))
    said = ""
    for what, begin, end, first, last in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            said += "".join(new[first:last])
            continue
        out, put = "".join(old[begin:end]), "".join(new[first:last])
        said += (f"[-{out}-]" if out.strip() else "") + (f"{{+{put}+}}" if put.strip() else put)
    return said
