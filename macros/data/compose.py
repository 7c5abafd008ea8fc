"""YAML as nodes, from PyYAML in C where that tells all, and never deeper than a report is.

Nothing is guessed here: every plain value stays a text.
"""

from typing import Any

import yaml

DEEPEST = 20  # levels of nesting; the deepest real one has 6

_QUICKEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Quick(_QUICKEST):
    """Composes nodes only; every plain value stays a text until `read` looks at it."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # PyYAML's own way to switch its guessing off


class _Loader(yaml.SafeLoader):
    """The same in Python, ten times as slow: its errors tell more."""

    yaml_implicit_resolvers = {}


def compose(text: str) -> yaml.Node | None:
    """Give the node of a text, None where it holds nothing.

    Raises YAMLError for what cannot be read, aliases too, and RecursionError for what is nested too deep.
    """
    if "\t" not in text:  # which libyaml lets pass
        try:
            _refuse_what_grows(text, _Quick)
            return yaml.compose(text, Loader=_Quick)
        except yaml.YAMLError:
            pass  # told by the other loader
    _refuse_what_grows(text, _Loader)
    return yaml.compose(text, Loader=_Loader)


def _refuse_what_grows(text, loader):
    """Raise RecursionError for what is nested too deep, before anything goes down into it: in C, nothing else would.

    Raises YAMLError for what cannot be read, and for aliases: a few `*names` can make a file of gigabytes.
    """
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise RecursionError
        if getattr(event, "anchor", None):
            mark: Any = event.start_mark
            raise yaml.composer.ComposerError(None, None, "alias", mark)
