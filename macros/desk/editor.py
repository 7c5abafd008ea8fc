"""What editors are told of the data: a JSON Schema for each file, made from the models.

At each name it says what belongs there (`hints`) and how that is written, in the words of `data.wanted`.
JSON Schema cannot say everything: what an editor lets pass, `report check` still tells.
"""

from typing import Any

from pydantic import TypeAdapter

from macros.data.hints import hint
from macros.data.name import Name
from macros.data.read import names_at
from macros.data.schema import Site
from macros.data.wanted import WANTED, one_of

Schema = dict[str, Any]
"""A JSON Schema; only JSON bounds what stands in it."""
_WHOLE = TypeAdapter(Site).json_schema(ref_template="{model}")
_MODELS = _WHOLE["$defs"]
_KEPT = ("enum", "minimum", "maximum", "pattern", "minItems", "maxItems", "required", "oneOf")
"""What is taken over from pydantic as it is; the rest, such as titles, is for programmers."""
_CODES = {
    "integer": "int_type",
    "boolean": "bool_type",
    "string": "string_type",
    "date": "date_type",
    "array": "tuple_type",
    "dict": "dict_type",
    "object": "model_type",
}
_BLANK = "Ja vērtība nav zināma, aiz kola neko nerakstiet.", "If the value is not known, write nothing after the colon."
_OPTIONAL = "Rindu var izlaist.", "The line may be left out."


def schemas() -> dict[str, Schema]:
    """Give the JSON Schema of each file of the data, by the file's name without its ending."""
    files = {**_WHOLE["properties"], **_MODELS["Report"]["properties"]}
    del files["years"]
    draft = {"$schema": "http://json-schema.org/draft-07/schema#"}
    text = {"$defs": {"Text": _shape(_MODELS["Text"], "text")}}
    return {name: draft | _said(hint(name)) | _shape(node, name) | text for name, node in files.items()}


def _place(node, name, needed=True):
    """Give the schema of what stands at a name: what is said of it, and its shape."""
    if "const" in node:  # the word by which one of several shapes was chosen
        return {"const": node["const"]}
    if _is_open(node):
        return _said(*[hint(name)], *([] if needed else [_OPTIONAL]))
    whole, shape, said = _whole(node), _shape(node, name), [hint(name)]
    if whole["type"][0] in ("integer", "number", "array") or {"format", "wanted"} & whole.keys():
        said.append(_must(whole))
    if not needed:
        said.append(_OPTIONAL)
    elif "null" in whole["type"]:
        said.append(_BLANK)
        shape["default"] = None  # or completion would put a 0 there
    return _said(*said) | shape


def _is_open(node):
    """Tell whether what stands there can be written in several ways, which the check tells apart."""
    return not {"type", "$ref", "anyOf", "oneOf", "enum", "const"} & _bare(node).keys()


def _bare(node):
    """Give the one variant of a node that may also be empty, else the node."""
    variants = [one for one in node.get("anyOf", ()) if one != {"type": "null"}]
    return variants[0] if len(variants) == 1 else node


def _said(*sentences):
    return {"description": "\n\n".join(map(" ".join, zip(*sentences, strict=True)))}


def _shape(node, name):
    """Give the schema of what stands at a name, without what is said of it."""
    if node == {"$ref": "Text"} or _is_open(node):
        return {} if _is_open(node) else {"$ref": "#/$defs/Text"}
    node = _whole(node)
    node |= {"enum": [node["const"]]} if "const" in node else {}
    shape = {key: node[key] for key in _KEPT if key in node}
    kinds = {"type": node["type"] if node["type"][1:] else node["type"][0], "errorMessage": "\n".join(_must(node))}
    if "object" in node["type"]:
        shape["allOf"] = [kinds]  # beside the properties, the message would hide which of them is missing
    else:
        shape |= kinds
    if "discriminator" in node:
        return _choice(shape, node["discriminator"], name)
    if "properties" in node:
        inside = "text" if node["properties"] is _MODELS["Text"]["properties"] else name
        needed = node.get("required", ())
        properties = node["properties"].items()
        shape["properties"] = {key: _place(one, f"{inside}.{key}", key in needed) for key, one in properties}
        shape["additionalProperties"] = False
    elif "additionalProperties" in node:
        keys = names_at(Name(None, name).keys).pattern.removesuffix(r"\Z")
        shape["patternProperties"] = {f"^{keys}$": _place(node["additionalProperties"], f"{name}.*")}
        shape["additionalProperties"] = False
    elif "items" in node:
        shape["items"] = _shape(node["items"], f"{name}.*")
    elif "enum" in node and "string" in node["type"]:
        shape["enum"] = [*node["enum"], *[None] * ("null" in node["type"])]
        said = [_BLANK if word is None else hint(f"{name}.{word}") for word in shape["enum"]]
        shape["enumDescriptions"] = list(map(" / ".join, said))
    elif "minLength" in node:
        shape |= {"pattern": r"\S", "patternErrorMessage": "\n".join(_sentences(*WANTED["string_too_short"]))}
    elif "format" in node:
        shape["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    return shape


def _choice(shape, discriminator, name):
    """Give the schema of one of several shapes, which a word chooses."""
    word, shapes = discriminator["propertyName"], discriminator["mapping"]
    del shape["oneOf"]
    for value, model in shapes.items():
        chosen = {"type": "object", "required": [word], "properties": {word: {"const": value}}}
        shape["allOf"].append({"if": chosen, "then": _shape({"$ref": model}, name)})
    words = _place({"type": "string", "enum": list(shapes)}, f"{name}.{word}")
    return {**shape, "required": [word], "properties": {word: words}}


def _whole(node):
    """Give a node of pydantic's schema without references, and with all the types that it may have in one list."""
    node = _MODELS.get(node.get("$ref"), node)
    variants = [_whole(variant) for variant in node.get("anyOf", ())]
    whole = {key: value for variant in variants for key, value in variant.items()} | node
    whole["type"] = [kind for variant in variants for kind in variant["type"]] or [node.get("type", "object")]
    return whole


def _must(node):
    """Give what has to stand there, as a sentence in both languages."""
    if "enum" in node:
        return _sentences(*one_of(map(str, node["enum"])))
    kind = "date" if "format" in node else "dict" if node.get("additionalProperties") else node["type"][0]
    return _sentences(*WANTED[node.get("wanted") or _CODES[kind]])


def _sentences(lv, en):
    return f"Te jābūt {lv}.", f"This has to be {en}."
