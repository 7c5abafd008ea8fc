"""New entries of a list: what is in them, what they lack, the key they get, whether they are there already."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import groupby
from typing import Any

from macros.data.name import Name, is_there, parts
from macros.data.schema import Text
from macros.office.asked import NEW, Asked, has_keys, may_be_left_out
from macros.office.plain import of_kind
from macros.office.take.edits import Change, Content
from macros.office.take.told import Values
from macros.report.book import Book

Typed = dict[str, dict[str, str]]
"""What was typed, by name and language."""
_CALL = re.compile(r"\{\{.*?\}\}")
_BEGINNING, _MOST_WORDS, _LONGEST_KEY = 200, 4, 40
_ENOUGH = 3
"""How many values a row has to have, to be known by all of them but one."""
_ALIKE = 0.8
"""How alike two texts are, from 0 to 1, that may be one."""
_NO_KEYS = {"yes", "no", "on", "off", "y", "n", "true", "false", "null"}


@dataclass(frozen=True)
class Row:
    """A new entry that somebody filled in: its name, what is asked of it and what is meant by its cells, by name."""

    name: Name
    asked: dict[str, Asked]
    filled: Values

    @cached_property
    def typed(self) -> Typed:
        """What was typed."""
        return {name: {one: value for one, (value, _cell) in both.items()} for name, both in self.filled.items()}

    @property
    def stated(self) -> list[Asked]:
        """What of all that is asked was typed, in the order in which it is asked."""
        return [line for name, line in self.asked.items() if name in self.typed]

    @property
    def depth(self) -> int:
        """How many keys its name has."""
        return len(self.name.keys)


def content(entry: Name, lines: Iterable[Asked], typed: Typed) -> tuple[Content, list[Name]]:
    """Give what is in a new entry, in the order of the schema, as the lines are, and the names of what it lacks."""
    lines = list(lines)
    if len(lines) == 1 and lines[0].name == entry:
        return _change(lines[0], typed), _lacking(lines[0], typed)
    fields: dict[str, Content] = {}
    missing: list[Name] = []
    depth = len(entry.keys)
    for key, group in groupby(lines, lambda line: line.name.keys[depth]):
        name, below = entry.below(key), [*group]
        if below[0].name == name:
            missing += _lacking(below[0], typed)
            change = _change(below[0], typed)
            if change or not may_be_left_out(name):
                fields[key] = change
        elif below[0].name.keys[depth + 1].startswith(NEW):
            fields[key], lacking = _list(name, below, typed)
            missing += lacking
        else:
            fields[key], lacking = content(name, below, typed)
            missing += lacking
    return fields, missing


def _list(name: Name, lines: list[Asked], typed: Typed) -> tuple[Content, list[Name]]:
    """Give the entries of a list within a new entry."""
    found: dict[str, Content] = {}
    missing: list[Name] = []
    depth = len(name.keys)
    for key, group in groupby(lines, lambda line: line.name.keys[depth]):
        below = [*group]
        if any(str(line.name) in typed for line in below):
            made, lacking = content(name.below(key), below, typed)
            found[key_for(below, typed, found)] = made
            missing += lacking
    if not found:
        missing.append(lines[0].name)
    return (found if has_keys(name) else list(found.values())), missing


def _change(line: Asked, typed: Typed) -> Change | None:
    values = {language: value for language, value in typed.get(str(line.name), {}).items() if value}
    return Change((), line.wanted, values) if values.get("lv") else None


def _lacking(line: Asked, typed: Typed) -> list[Name]:
    values = typed.get(str(line.name), {})
    return [line.name] if (line.wanted.needed or values.get("en")) and not values.get("lv") else []


def key_for(lines: Iterable[Asked], typed: Typed, others: Iterable[str]) -> str:
    """Give a key that none of the others has: a few words of the entry's name, in small letters without accents."""
    values = [typed.get(str(line.name), {}) for line in lines if line.wanted.kind in ("text", "words")]
    texts = [(one.get("en") or one.get("lv", ""))[:_BEGINNING] for one in values]
    worded = [text for text in texts if re.search(r"[^\W\d_]{2}", _CALL.sub("", text))]
    return key_of(worded[0] if worded else "", others)


def key_of(text: str, others: Iterable[str]) -> str:
    """Give a key of a few of a text's words that none of the others has."""
    others = set(others)
    plainly = unicodedata.normalize("NFKD", _CALL.sub(" ", text[:_BEGINNING])).encode("ascii", "ignore")
    words = re.findall(r"[a-z0-9]+", plainly.decode().replace("'", "").lower())
    stem = "_".join(words[:_MOST_WORDS])[:_LONGEST_KEY].strip("_")
    if not stem or stem in _NO_KEYS or stem[0].isdigit():
        stem = f"entry_{stem}".strip("_")
    numbered = (stem if number == 1 else f"{stem}_{number}" for number in range(1, len(others) + 2))
    return next(key for key in numbered if key not in others)


def said_in(content: Content) -> Text | None:
    """Give the words that an entry, or its name, consists of."""
    named = content.get("name") if isinstance(content, dict) else content
    return Text(lv=named.values["lv"], en=named.values.get("en", "")) if isinstance(named, Change) else None


def said_already(book: Book, row: Row) -> bool:
    """Say whether the list has an entry with all that was typed: the same workbook was taken before."""
    return any(not _differing(one, row) for one in there(book, row.name.above).values())


def there(book: Book, listed: Name) -> dict[str, Any]:
    """Give the entries of a list by key, or by place where they have none; nothing where the list is not there yet."""
    return (parts(listed.value(book.site)) if is_there(book.site, listed) else None) or {}


def _differing(one: Any, row: Row) -> list[Asked]:
    """Give what an entry holds otherwise than it was typed in a row."""
    return [line for line in row.stated if not says(one, line, row.depth, row.typed[str(line.name)])]


def nearly_there(book: Book, row: Row, rows: Iterable[Row], in_workbook: frozenset[str]) -> str | None:
    """Give the key of what may be the same entry as a row, as it was before somebody changed the row; None of none.

    Its first text is almost the same, or all is but for one value. It came after the workbook was made, as it has no
    name among those `in_workbook`, and no other of the `rows` of new entries says it.
    """
    listed, stated = row.name.above, row.stated
    named = next((line for line in stated if line.wanted.kind == "text"), stated[0])
    called = row.typed[str(named.name)].get("lv", "")
    held = {name.removeprefix(f"{listed}.").partition(".")[0] for name in in_workbook if name.startswith(f"{listed}.")}
    others = [other for other in rows if other.name.above == listed]
    for key, one in there(book, listed).items() if held else ():
        almost = len(stated) >= _ENOUGH and len(_differing(one, row)) == 1
        is_near = almost or _is_alike(_held_in(one, named, row.depth, "lv"), called)
        if is_near and key not in held and all(_differing(one, other) for other in others):
            return key
    return None


def _is_alike(one: str, other: str) -> bool:
    """Say whether two texts may be one that somebody has mended: other numbers make them two."""
    numbers = re.findall(r"\d+", one) == re.findall(r"\d+", other)
    return (
        bool(one)
        and numbers
        and SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio() >= _ALIKE
    )


def begun_already(book: Book, row: Row) -> str | None:
    """Give the key of the only entry that lacks but a part of what was typed; None where there is none.

    It was taken from the same row before, and has been filled in further since.
    """
    named = next((line for line in row.stated if line.wanted.kind == "text"), None)
    has_lists = any(key.startswith(NEW) for line in row.stated for key in line.name.keys[row.depth :])
    if named is None or has_lists or not has_keys(row.name.above):
        return None

    def fits(one):
        found = ((line, *each) for line in row.stated for each in row.typed[str(line.name)].items())
        held = ((_held_in(one, line, row.depth, language), value) for line, language, value in found)
        lv = row.typed[str(named.name)].get("lv")
        return _held_in(one, named, row.depth, "lv") == lv and all(has in ("", value) for has, value in held)

    keys = [key for key, one in there(book, row.name.above).items() if fits(one)]
    return keys[0] if len(keys) == 1 else None


def _held_in(one: Any, line: Asked, depth: int, language: str) -> str:
    """Give what an entry, whose name has `depth` keys, holds of what is asked, as `plain` does."""
    for key in line.name.keys[depth:]:
        one = (parts(one) or {}).get(key)
    return of_kind(line.wanted.kind, one, language)


def says(one: Any, line: Asked, depth: int, values: dict[str, str]) -> bool:
    """Say whether an entry, whose name has `depth` keys, holds what was typed; of a list within it, any entry may."""
    places, kind = [one], line.wanted.kind
    for key in line.name.keys[depth:]:
        inside = [parts(place) or {} for place in places]
        places = [found for every in inside for found in (every.values() if key.startswith(NEW) else [every.get(key)])]
    return any(all(of_kind(kind, place, language) == value for language, value in values.items()) for place in places)
