"""One style sheet out of several, without what can match nothing on our pages.

A selector goes only where it names a part of Material that we do not have. What is new, to us or in Material, stays
until it is listed here. That no page has what is listed, and that no element looks otherwise for it, is tested.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import tinycss2

UNUSED = frozenset(Path(__file__).with_name("unused.txt").read_text("utf-8").split())
"""Classes, tags, attributes and values of such, each with all whose names begin with it and - or _."""
_FAMILIES = tuple(f"{name}{mark}" for name in sorted(UNUSED) for mark in "-_")
_NESTING = ("container", "layer", "media", "supports")
_ONE_OF = ("has", "is", "where")
"""Functions of a selector, of whose selectors one has to match."""


def is_unused(name: str) -> bool:
    """Say whether the name of a class, tag or attribute, or a value of one, is of what we do not have."""
    return name in UNUSED or name.startswith(_FAMILIES)


def joined(sheets: Iterable[str]) -> str:
    """Give style sheets as one, in their order, without remarks and needless spaces; nothing else is left out."""
    return "".join(_written(_rules(sheet), lambda _selector: True, lambda _name: True) for sheet in sheets)


def for_paper(sheet: str) -> str:
    """Give a style sheet as one that holds on paper only."""
    return f"@media print{{{sheet}}}"


def trimmed(sheet: str) -> str:
    """Give a style sheet without selectors that match nothing here, and variables and animations nobody asks for."""
    rules = _rules(sheet)
    named: dict[str, set[str]] = {}
    for whose, names in _names_in_values(rules):
        named.setdefault(whose, set()).update(names)
    asked: set[str] = set()
    left = [""]
    while left:
        new = named.get(left.pop(), set()) - asked
        asked |= new
        left += new
    return _written(rules, _may_match, asked.__contains__)


def _rules(sheet):
    return _opened(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


def _opened(rules):
    """Give rules with what stands in them as rules and declarations, too; animations stay as they are written."""
    for rule in rules:
        if rule.type in ("qualified-rule", "at-rule") and rule.content is not None and not _is_animation(rule):
            parse = tinycss2.parse_blocks_contents
            if rule.type == "at-rule" and rule.lower_at_keyword in _NESTING:
                parse = tinycss2.parse_rule_list
            rule.content = _opened(parse(rule.content, skip_comments=True, skip_whitespace=True))
    return rules


def _is_animation(rule):
    return rule.type == "at-rule" and rule.lower_at_keyword == "keyframes"


def _written(rules: Iterable[Any], stays: Callable[[list[Any]], bool], asked: Callable[[str], bool]) -> str:
    """Give rules, and declarations among them, as text: those whose selectors stay, and what is asked for by name."""
    return "".join(_one(rule, stays, asked) for rule in rules).rstrip(";")


def _one(rule, stays, asked):
    if rule.type == "declaration":
        mark = "!important" if rule.important else ""
        return f"{rule.name}:{_text(rule.value)}{mark};" if not rule.name.startswith("--") or asked(rule.name) else ""
    if rule.type == "qualified-rule":
        selectors = ",".join(_text(one) for one in _parts(rule.prelude) if stays(one))
        inner = _written(rule.content, stays, asked)
        return f"{selectors}{{{inner}}}" if selectors and inner else ""
    if rule.type != "at-rule":
        return ""  # a mistake, which browsers pass over, too
    head = f"@{rule.at_keyword} {_text(rule.prelude)}".rstrip()
    if rule.content is None:
        return f"{head};"
    if _is_animation(rule):
        return f"{head}{{{_text(rule.content)}}}" if asked(_text(rule.prelude)) else ""
    inner = _written(rule.content, stays, asked)
    return f"{head}{{{inner}}}" if inner else ""


def _text(tokens: list[Any]) -> str:
    """Give the words of a part of a rule with single spaces."""
    return tinycss2.serialize(_tight(tokens)).strip()


def _tight(tokens):
    found = []
    for token in tokens:
        if token.type == "whitespace":
            token.value = " "
        elif token.type == "comment":
            continue
        for inner in ("content", "arguments"):
            if isinstance(getattr(token, inner, None), list):
                setattr(token, inner, _tight(getattr(token, inner)))
        found.append(token)
    return found


def _parts(tokens: list[Any]) -> list[list[Any]]:
    """Give the parts of a list that commas part."""
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _may_match(selector: list[Any]) -> bool:
    """Say whether all that a selector names may stand on a page; what it does not know, it lets stand."""
    before = None
    for token in selector:
        if token.type in ("ident", "hash") and before != ":" and is_unused(token.value):
            return False
        if token.type == "[] block" and _names_unused(token.content):
            return False
        one_of = token.type == "function" and token.lower_name in _ONE_OF
        if one_of and not any(map(_may_match, _parts(token.arguments))):
            return False
        before = token
    return True


def _names_unused(attribute: list[Any]) -> bool:
    """Say whether `[name]`, or `[name=value]` with that very value, is of what we do not have."""
    name, *value = [token.value for token in attribute if token.type != "whitespace"]
    return is_unused(name) or (value[:1] == ["="] and is_unused(value[1]))


def _names_in_values(rules: Iterable[Any]) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield what is asked for by name, variables and animations, and whose value does: "" that of what always stays."""
    for rule in rules:
        if rule.type == "declaration":
            yield rule.name if rule.name.startswith("--") else "", _names(rule.value)
        elif rule.type not in ("qualified-rule", "at-rule") or rule.content is None:
            continue
        elif _is_animation(rule):
            yield _text(rule.prelude), _names(rule.content)
        elif rule.type == "at-rule" or any(map(_may_match, _parts(rule.prelude))):
            yield from _names_in_values(rule.content)


def _names(tokens: list[Any]) -> Iterator[str]:
    for token in tokens:
        if token.type == "ident":
            yield token.value
        for inner in ("content", "arguments"):
            if isinstance(getattr(token, inner, None), list):
                yield from _names(getattr(token, inner))
