"""What belongs at a name of the data, as `schema/hints.yml` says it to editors and in the issue forms.

Names are those of the data: `learners.areas.*.start`, where `*` is any key or item, and `report.status.draft` for an
allowed word; a file has its own name.
"""

from functools import cache
from pathlib import Path

import yaml

from macros.data.schema import LANGUAGES


@cache
def hints():
    """Give all hints: `name → {"lv": …, "en": …}`."""
    text = (Path(__file__).with_name("hints.yml")).read_text("utf-8")
    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 – both are safe


def hint(name):
    """Give what belongs at a name, in both languages. Raises KeyError where nobody has written it."""
    known, keys = hints(), name.split(".")
    for pattern in (name, *known):
        parts = pattern.split(".")
        if pattern in known and len(parts) == len(keys) and all(map(_fits, parts, keys)):
            return tuple(known[pattern][language] for language in LANGUAGES)
    raise KeyError(name)


def _fits(part, key):
    return part in ("*", key)
