"""Which pages there are, in which order: the list “nav” in the project's settings."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from macros.data.compose import compose
from macros.words.problems import Problem, Problems
from macros.words.signs import INVISIBLE, invisible

NAV = "mkdocs.yml"
"""The file that has the list, by the name under which the site's engine looks for it."""


def nav(root: Path | str) -> tuple[str, ...]:
    """Give the paths of the pages in their order. Raises `Problems` where they cannot be read."""
    try:
        node = compose((Path(root) / NAV).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise Problems([_unreadable(mark.line + 1 if mark else 0)]) from None
    entries = node.value if isinstance(node, yaml.MappingNode) else ()
    listed = [value for key, value in entries if key.value == "nav"]
    if len(listed) != 1 or not isinstance(listed[0], yaml.SequenceNode):
        raise Problems([_unreadable(listed[-1].start_mark.line + 1 if listed else 0)])
    pages = list(_pages(listed[0]))
    if odd := [Problem(NAV, line, *said) for line, path in pages for said in invisible(path)]:
        raise Problems(odd)
    return tuple(path for _line, path in pages)


def _pages(node: yaml.Node) -> Iterator[tuple[int, str]]:
    """Yield the line and the path of each page in a list of pages and of named lists."""
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    for item in items:
        if isinstance(item, yaml.ScalarNode) and INVISIBLE.sub("", item.value).strip():
            yield item.start_mark.line + 1, item.value
        elif isinstance(item, yaml.MappingNode):
            for _name, inside in item.value:
                yield from _pages(inside)
        else:
            raise Problems([_unreadable(item.start_mark.line + 1)])


def _unreadable(line):
    lv = "Satura rādītāju “nav:” nevar nolasīt; katra lapa ir savā rindā: “- 2024-2025/index.md”, gadi ar atkāpi."
    en = "“nav:” cannot be read; each page has its own line: “- 2024-2025/index.md”, years are indented."
    return Problem(NAV, line, lv, en)
