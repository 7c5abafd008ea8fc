"""YAML as nodes, from PyYAML in C where that tells all, and never deeper than a report is.

Nothing is guessed here: every plain value stays a text.
"""

import contextlib
import re
from functools import lru_cache
from typing import Any

import yaml

DEEPEST = 20  # levels of nesting; the deepest real one has 6

_ODD = re.compile(r"\t|(?:^|[\s\[{,:-])[&*]", re.MULTILINE)  # tabs, which libyaml lets pass, and aliases
_QUICKEST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Quick(_QUICKEST):
    """Composes nodes only; every plain value stays a text until `read` looks at it."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # PyYAML's own way to switch its guessing off


class _Loader(yaml.SafeLoader):
    """The same in Python, ten times as slow: its errors tell more, and it can refuse aliases."""

    yaml_implicit_resolvers = {}

    def compose_node(self, parent, index):
        """Refuse `*names` (a few of them can make a file of gigabytes) and the `&names` they refer to."""
        if self.check_event(yaml.AliasEvent) or getattr(self.peek_event(), "anchor", None):
            raise yaml.composer.ComposerError(None, None, "alias", self.peek_event().start_mark)
        return super().compose_node(parent, index)


@lru_cache(maxsize=100)  # `serve` reads all files again after each edit of one
def compose(text: str) -> yaml.Node | None:
    """Give the node of a text, None where it holds nothing.

    Raises YAMLError for what cannot be read, aliases too, and RecursionError for what is nested too deep.
    """
    quick = not _ODD.search(text)
    _refuse_depth(text, _Quick if quick else _Loader)
    if quick:
        try:
            return yaml.compose(text, Loader=_Quick)
        except yaml.YAMLError:
            pass  # told by the other loader
    return yaml.compose(text, Loader=_Loader)


def _refuse_depth(text, loader):
    """Raise RecursionError for what is nested too deep, before anything goes down into it: in C, nothing else would."""
    depth = 0
    with contextlib.suppress(yaml.YAMLError):  # which composing tells
        for event in yaml.parse(text, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise RecursionError
