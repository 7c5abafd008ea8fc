"""What a year's data ask for, found in the schema: each value with its name, what it has to be and what it is now."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter

from macros.data.hints import hint
from macros.data.name import Name
from macros.data.schema import Report, Text
from macros.data.schema.year import REFERS
from macros.report.book import Book

NOT_ASKED = {
    "report.form", "rules", "claims", "sources", "corrections", "tables",
    *(f"discrepancies.*.{key}" for key in ("found", "shown", "since", "title", "note")),
}  # fmt: skip
"""What names parts of the data, of pages or of the form: that takes more than a cell. Of tables see `rows`."""
FIXED = {
    "learners.areas", "targets.measured", "criteria.items", "criteria.items.*.indicators", "figures", "discrepancies",
}  # fmt: skip
"""Lists whose entries are named elsewhere, in the form, on pages or in rules; here they do not grow."""
NEW = "+"
"""What the key of an entry begins with that is not there yet: `projects.items.+1.name`."""
SPARE = {True: 12, False: 3}
"""How many empty entries a list is given: many of a value or two each, few of more."""
SPARE_INSIDE = 4
"""How many a list within an entry is given."""
_SMALL = 2

Node = dict[str, Any]
"""A part of the schema, as JSON Schema has it."""
_WHOLE: Node = TypeAdapter(Report).json_schema(ref_template="{model}")
_MODELS: dict[str, Node] = _WHOLE["$defs"]
_WANTED = {"percent_type": "percent", "hours_type": "hours", "figure_type": "figure"}
_NUMBERS = ("count", "percent", "hours", "figure")
CHOSEN = ("choice", "yes_no", "keys")
"""The kinds that are chosen from words."""
_MONTHS = 12


@dataclass(frozen=True)
class Wanted:
    """What has to stand in a place.

    `kind` is count, percent, hours, money, figure (a count, a share, hours or a range), month, day, yes_no, choice (one
    of `words`), keys (some of `words`), text (in both languages) or words (the same in both). `needed` says that it may
    not be empty. `words` are keys or allowed words, each with what people call it; keys are those of the list `of`.
    """

    kind: str
    needed: bool
    words: tuple[tuple[str, Text], ...] = ()
    of: str = ""
    reworded: tuple[tuple[str, Text], ...] = ()
    """Those of the words that are called otherwise where this is filled in, as they are there."""


@dataclass(frozen=True)
class Asked:
    """One value to fill in: its name in its year, what is wanted and what it is, None where nothing is stated."""

    name: Name
    wanted: Wanted
    value: Any
    new: bool = False
    """Whether it belongs to an entry that is not there yet."""


@dataclass(frozen=True)
class Group:
    """What belongs together: all below a name; `new` as in `Asked`."""

    name: Name
    new: bool = False


Lines = tuple[Asked | Group, ...]


def asked(book: Book, year: str) -> dict[str, Lines]:
    """Give what is asked of a year, by topic, in the order of the schema; a topic that asks for nothing is left out."""
    report = book.site.years[year]
    found = {
        topic: tuple(_below(book, _At(Name(year, topic)), _plain(_WHOLE["properties"][topic]), getattr(report, topic)))
        for topic in Report.model_fields
        if topic not in NOT_ASKED
    }
    return {topic: lines for topic, lines in found.items() if any(isinstance(line, Asked) for line in lines)}


def pattern(name: Name) -> str:
    """Give the name as hints have it: with a star for each key of an entry."""
    return _found(name)[0]


def can_grow(name: Name) -> bool:
    """Say whether entries may be added to what has this name, as far as people can say all that these need."""
    path, node = _found(name)
    item = _plain(node.get("additionalProperties") or node.get("items") or {})
    return bool(item) and path not in FIXED and "discriminator" not in item and _kind(item) not in _NUMBERS


def has_keys(name: Name) -> bool:
    """Say whether the entries of a list have keys; else they stand one after the other."""
    return _found(name)[1].get("type") != "array"


def may_be_left_out(name: Name) -> bool:
    """Say whether a field need not be there at all, not even empty."""
    return name.keys[-1] not in _found(name.above)[1].get("required", (name.keys[-1],))


def _found(name):
    """Give `(pattern, node)` of a name: how hints call it, and the part of the schema that it belongs to."""
    node, keys = {"properties": _WHOLE["properties"]}, []
    for key in name.keys:
        if "discriminator" in node:
            node = _plain({"$ref": next(iter(node["discriminator"]["mapping"].values()))})
        fields = node.get("properties", {})
        keys.append(key if key in fields else "*")
        node = _plain(fields.get(key) or node.get("additionalProperties") or node.get("items") or {})
    return ".".join(keys), node


def _plain(node):
    """Give a node without references and without what says that it may be empty."""
    if node.get("$ref") not in (None, "Text"):
        return _plain(_MODELS[node["$ref"]])
    variants = [one for one in node.get("anyOf", ()) if one != {"type": "null"}]
    if len(variants) == 1:
        return _plain({**{key: value for key, value in node.items() if key != "anyOf"}, **variants[0]})
    return node


def _may_be_empty(node):
    return {"type": "null"} in node.get("anyOf", ())


def _kind(node):
    """Give the kind of a value, or None of what holds several."""
    if node.get("$ref") == "Text":
        return "text"
    if node.get("wanted") in _WANTED:
        return _WANTED[node["wanted"]]
    if node.get("type") == "integer":
        return "month" if node.get("maximum") == _MONTHS else "count"
    if "enum" in node or "const" in node:
        return "choice"
    if node.get("type") == "array" and node["items"].get("type") == "string":
        return "keys"
    if node.get("type") == "string":
        return "day" if node.get("format") == "date" else "words"
    return None


@dataclass(frozen=True)
class _At:
    """Where the walk through the schema is: see `Asked` and `Wanted`."""

    name: Name
    needed: bool = True
    new: bool = False

    def below(self, key, **changed):
        """Give the place of a part of what stands here."""
        return replace(self, name=self.name.below(key), **changed)


def _below(book, at, node, value) -> Iterator[Asked | Group]:
    """Yield what is asked for at a place and below it."""
    if "discriminator" in node:
        word = node["discriminator"]
        node = _plain({"$ref": word["mapping"][getattr(value, word["propertyName"])]})
        node = {
            **node,
            "properties": {key: one for key, one in node["properties"].items() if key != word["propertyName"]},
        }
    if kind := _kind(node):
        of = REFERS.get(pattern(at.name), "")
        wanted = Wanted(kind, at.needed, tuple(_words(book, at.name, node, kind)), of)
        yield Asked(at.name, wanted, value, new=at.new)
        return
    if at.name.keys[1:]:
        yield Group(at.name, at.new)
    if "properties" in node:
        for key, inner in node["properties"].items():
            yield from _field(book, at.below(key, needed=key in node.get("required", ())), inner, value)
        return
    item = node.get("additionalProperties") or node["items"]
    empty, item = _may_be_empty(item), _plain(item)
    inside = value or {}
    for key, one in inside.items() if isinstance(inside, dict) else enumerate(inside):
        yield from _below(book, at.below(key, needed=not empty), item, one)
    if can_grow(at.name):
        small = bool(_kind(item)) or len(item["properties"]) <= _SMALL
        for number in range(1, 1 + (SPARE_INSIDE if at.name.keys[2:] else SPARE[small])):
            yield from _below(book, at.below(f"{NEW}{number}", needed=True, new=True), item, None)


def _field(book, at, node, whole):
    """Yield what is asked for at a field of a `whole`, which is None where the whole is not there yet.

    A list that may be left out, and is, holds names for the texts of its entry: who writes no YAML has no use for it.
    """
    if pattern(at.name) in NOT_ASKED:
        return
    value = None if whole is None else getattr(whole, at.name.keys[-1])
    inner = _plain(node)
    if not at.needed and _kind(inner) is None and not value:
        return
    yield from _below(book, replace(at, needed=at.needed and not _may_be_empty(node)), inner, value)


def _words(book, name, node, kind):
    """Yield allowed words, or keys that may be referred to, each with what people call it."""
    if kind == "choice":
        for word in node.get("enum", [node.get("const")]):
            lv, en = hint(f"{pattern(name)}.{word}")
            yield word, Text(lv=lv, en=en)
    elif kind == "keys" and (whole := REFERS.get(pattern(name))):
        yield from called_by_key(book, name.year, whole)


def called_by_key(book: Book, year: str, whole: str) -> Iterator[tuple[str, Text]]:
    """Yield the keys of the entries of a list, each with what people call the entry."""
    for key, one in Name(year, whole).value(book.site).items():
        yield key, Text(lv=one, en=one) if isinstance(one, str) else one.name
