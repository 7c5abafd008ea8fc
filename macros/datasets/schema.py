"""The JSON Schema of the JSON file of a year, made from the models of the data.

What belongs at each name it says in the words in which editors say it (`data.hints`), in both languages.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from macros.data.hints import belongs, hint
from macros.data.schema import Site
from macros.report.downloads import FORM_LEFT_OUT, YEAR_LEFT_OUT

Schema = dict[str, Any]
_RANGE = {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2, "description": "from, to"}
_WRITTEN: dict[str, Schema] = {
    "figure_type": {"anyOf": [{"type": "number"}, _RANGE]},
    "section_type": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Text"}]},
}
"""What is written otherwise than it is typed: `55 %` as 55, `6-7` as `[6, 7]`, a section always as a text."""


def year_schema() -> Schema:
    """Give the JSON Schema of `<year>/data.json`."""
    whole = _rewritten(TypeAdapter(Site).json_schema())
    models = whole["$defs"]
    report = _without(models["Report"], YEAR_LEFT_OUT - {"sources"})
    parts = {
        "centre": models["Centre"],
        "school_year": {
            "type": "string",
            "description": "Mācību gads.\nThe school year.",
            "pattern": "^[0-9]{4}-[0-9]{4}$",
        },
        "form": _without(models["Form"], FORM_LEFT_OUT),
        "report": report,
        "sources": report["properties"].pop("sources"),
        "calculated": {
            "type": "object",
            "description": "Kas izriet no ierakstītajiem skaitļiem, pēc nosaukuma.\n"
            "What follows from the figures typed, by name.",
            "additionalProperties": {"type": ["number", "string", "null"]},
        },
        "small_groups": {
            "type": "array",
            "description": "To skaitļu nosaukumi, kas ir par nedaudziem cilvēkiem.\n"
            "The names of figures that concern only a few people.",
            "items": {"type": "string"},
        },
        "corrected": {
            "type": "object",
            "description": "Labojumu numuri katram skaitlim, kas ir labots vai izriet no labota, pēc nosaukuma.\n"
            "The numbers of the corrections of each figure that was corrected, or follows from one, by name.",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
        "discrepancies": {
            "type": "object",
            "description": "Zināmo neatbilstību virsraksti katram skaitlim, kas tajās minēts, pēc nosaukuma.\n"
            "The titles of the known discrepancies for each figure that they mention, by name.",
            "additionalProperties": {"type": "array", "items": {"$ref": "#/$defs/Text"}},
        },
    }
    report["required"].remove("sources")
    report["description"] = (
        "Kas ierakstīts par gadu; null nozīmē, ka ziņojumā tas nav norādīts. Tekstos skaitļa vietā ir tā nosaukums "
        "dubultās figūriekavās.\n"
        "What was entered of the year; null means that the report does not state it. In texts, the name of a "
        "number stands for it, in double braces."
    )
    files = {**report["properties"], "sources": parts["sources"], "centre": parts["centre"], "forms.*": parts["form"]}
    _describe(files, models)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A school year of the self-assessment report",
        "type": "object",
        "properties": parts,
        "required": [*parts],
        "additionalProperties": False,
        "$defs": _used(parts, models),
    }


def _rewritten(node: Any) -> Any:
    """Give a schema of what is typed as one of what is written; the words of programmers are left out."""
    if isinstance(node, list):
        return [_rewritten(one) for one in node]
    if not isinstance(node, dict):
        return node
    if (wanted := node.get("wanted")) in _WRITTEN:
        return _WRITTEN[wanted]
    left_out = {"wanted"} | {key for key in ("title", "description") if isinstance(node.get(key), str)}
    return {key: _rewritten(one) for key, one in node.items() if key not in left_out}


def _describe(files: dict[str, Schema], models: dict[str, Schema]) -> None:
    """Say at each property what belongs there, unless it is another thing in each place where the model stands."""
    said: dict[tuple[int, str], set[str]] = {}
    held: dict[int, Schema] = {}
    for name, node in files.items():
        for model, key, words in _hinted(node, name, models):
            held[id(model)] = model
            said.setdefault((id(model), key), set()).add(words)
    for (model_id, key), told in said.items():
        if len(told) == 1:
            properties = held[model_id]["properties"]
            properties[key] = {"description": "".join(told), **properties[key]}
    for name, node in files.items():
        node |= {"description": "\n".join(belongs(name))}


def _hinted(node: Schema, name: str, models: dict[str, Schema]) -> Iterator[tuple[Schema, str, str]]:
    """Yield each property below a name that there is a hint for: the model that has it, its key, and the words."""
    reference = str(node.get("$ref", "")).removeprefix("#/$defs/")
    node = models.get(reference, node)
    if reference == "Text":
        return
    for variant in (*node.get("anyOf", ()), *node.get("oneOf", ())):
        yield from _hinted(variant, name, models)
    for key, one in node.get("properties", {}).items():
        try:
            short = belongs(f"{name}.{key}")
            words = "\n".join(hint(f"{name}.{key}") if short[0].startswith("`") else short)
        except KeyError:
            continue
        yield node, key, words
        yield from _hinted(one, f"{name}.{key}", models)
    for inside in ("additionalProperties", "items"):
        if isinstance(node.get(inside), dict):
            yield from _hinted(node[inside], f"{name}.*", models)


def _without(model: Schema, left_out: set[str]) -> Schema:
    properties = {key: one for key, one in model["properties"].items() if key not in left_out}
    return {**model, "properties": properties, "required": [*(key for key in model["required"] if key in properties)]}


def _used(node: Any, models: dict[str, Schema]) -> dict[str, Schema]:
    """Give the models that a schema refers to, and those that these refer to."""
    found: dict[str, Schema] = {}
    open_ = [node]
    while open_:
        one = open_.pop()
        if isinstance(one, dict):
            name = str(one.get("$ref", "")).removeprefix("#/$defs/")
            if name in models and name not in found:
                found[name] = models[name]
                open_.append(models[name])
            open_ += one.values()
        elif isinstance(one, list):
            open_ += one
    return {name: found[name] for name in sorted(found)}
