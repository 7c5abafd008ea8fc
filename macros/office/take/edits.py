"""What was taken goes into a file of the data as text: remarks, order and the way all is written stay."""

from dataclasses import dataclass
from typing import TypeAlias

from macros.data.schema import LANGUAGES
from macros.data.schema.kinds import Keys
from macros.data.source import Source
from macros.office.asked import Wanted
from macros.office.take.written import Made, block, flow, text, written


@dataclass(frozen=True)
class Change:
    """Another value of what is there: `values` as `plain` has them, by language; of one without languages as "lv"."""

    path: Keys
    wanted: Wanted
    values: dict[str, str]


Content: TypeAlias = "dict[str, Content] | list[Content] | Change | None"
"""What is in a new entry, in its order: a value, or what holds several; None is written empty."""


@dataclass(frozen=True)
class Entry:
    """A new entry of the list at `path`: its key, None in a list without keys, and what is in it."""

    path: Keys
    key: str | None
    content: Content


def edited(words: str, changes: list[Change], entries: list[Entry]) -> str:
    """Give the text of a file with changed values and new entries."""
    source = Source(words)
    values: dict[Keys, str] = {}
    rest = []
    for change in changes:
        known = _in_place(source, change)
        values |= known or {}
        rest += [] if known is not None else [change]
    words = source.put(values)
    for change in rest:
        words = _grown(Source(words), change)
    for entry in entries:
        words = _with(Source(words), entry)
    return words


def _in_place(source: Source, change: Change) -> dict[Keys, str] | None:
    """Give what is written where, of a value that has all its places; None where it gets lines of its own."""
    path = change.path
    if path not in source:
        return None
    if change.wanted.kind != "text":
        return {path: _written(source, path, change.wanted, change.values["lv"])}
    if change.values.get("lv") == "":
        return {path: ""}
    places = {language: (*path, language) for language in change.values}
    if not all(place in source for place in places.values()):
        return None
    return {place: _written(source, place, change.wanted, change.values[one]) for one, place in places.items()}


def _written(source, place, wanted, value):
    return written(value, wanted, source.words(place), source.column(place), in_braces=source.is_in_braces(place))


def _grown(source: Source, change: Change) -> str:
    """Give the text with a value that has had no place of its own: a text that was empty, a field that was left out."""
    path = change.path
    if path not in source:
        above = path[:-1]
        indent = source.indent(above)
        made: Made = {str(path[-1]): _made(change, indent, in_braces=source.is_in_braces_below(above))}
        return source.with_entry(above, block(made, indent), flow(made).strip("{} "))
    words = source.text
    for language in LANGUAGES:
        if language in change.values:
            words = _with_language(Source(words), path, language, change.values[language])
    return words


def _with_language(source, path, language, value):
    place = (*path, language)
    if place in source:
        return source.put({place: _written(source, place, Wanted("text", needed=False), value)})
    if not value:
        return source.text
    indent = source.indent(path)
    said = text(value, "", indent + 2, in_braces=source.is_in_braces_below(path))
    return source.with_entry(path, f"{' ' * indent}{language}: {said}\n", f"{language}: {said}")


def _with(source: Source, entry: Entry) -> str:
    """Give the text with a new entry at the end of its list; what holds the list begins with it, if need be."""
    while entry.path and entry.path not in source:
        held = entry.content if entry.key is None else {entry.key: entry.content}
        entry = Entry(entry.path[:-1], str(entry.path[-1]), held)
    indent = source.indent(entry.path)
    content = _made(entry.content, indent, in_braces=source.is_in_braces_below(entry.path))
    if entry.key is None:
        return source.with_entry(entry.path, block([content], indent), flow(content))
    made: Made = {entry.key: content}
    return source.with_entry(entry.path, block(made, indent), f"{entry.key}: {flow(content)}")


def _made(content: Content, indent: int, *, in_braces: bool) -> Made:
    """Give what is in an entry as it is written; `indent` is that of its key."""
    if content is None:
        return ""
    if isinstance(content, list):
        return [_made(one, indent + 2, in_braces=in_braces) for one in content]
    if isinstance(content, dict):
        return {key: _made(one, indent + 2, in_braces=in_braces) for key, one in content.items()}
    if content.wanted.kind == "text":
        return {
            language: text(content.values[language], "", indent + 4, in_braces=in_braces)
            for language in LANGUAGES
            if content.values.get(language)
        }
    return written(content.values["lv"], content.wanted, "", indent, in_braces=in_braces)
