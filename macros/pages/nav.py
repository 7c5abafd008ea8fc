"""Which pages there are, in which order: the list “nav” in the project's settings."""

from pathlib import Path

import yaml

from macros.words.problems import Problem, Problems

NAV = "mkdocs.yml"
"""The file that has the list, by the name under which the site's engine looks for it."""


def nav(root: Path | str) -> tuple[str, ...]:
    """Give the paths of the pages in their order. Raises `Problems` where they cannot be read."""

    class Loader(yaml.SafeLoader):
        """Passes over tags such as `!ENV`, which only the engine knows."""

    Loader.add_multi_constructor("", lambda _loader, _tag, _node: None)
    try:
        config = yaml.load((Path(root) / NAV).read_text("utf-8"), Loader)  # noqa: S506 – a SafeLoader
        return tuple(_flat(config["nav"]))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, AttributeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        lv = "Satura rādītāju “nav” nevar nolasīt; katra lapa ir savā rindā: “- 2024-2025/index.md”, gadi ar atkāpi."
        en = "“nav” cannot be read; each page has its own line: “- 2024-2025/index.md”, years are indented."
        raise Problems([Problem(NAV, mark.line + 1 if mark else 0, lv, en)]) from None


def _flat(items):
    for item in items:
        if isinstance(item, str):
            yield item
        else:
            for value in item.values():
                yield from [value] if isinstance(value, str) else _flat(value)
