"""What belongs at a name of the data, as `data/hints.yml` says it to editors and in the issue forms.

Names are those of the data: `learners.areas.*.start`, where `*` is any key or item, and `report.status.draft` for an
allowed word; a file has its own name.
"""

import re
from functools import cache
from pathlib import Path

import yaml

from macros.data.name import Name
from macros.data.schema import LANGUAGES
from macros.words.problems import Sentences
from macros.words.signs import CAPITAL

_WRITTEN = re.compile(rf"; | – |\. (?={CAPITAL}|“)|\.$")
"""Where a hint goes on to say how something is written."""


@cache
def hints() -> dict[str, dict[str, str]]:
    """Give all hints: `name → {"lv": …, "en": …}`."""
    text = (Path(__file__).with_name("hints.yml")).read_text("utf-8")
    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 – both are safe


def hint(name: str) -> Sentences:
    """Give what belongs at a name, in both languages. Raises KeyError where nobody has written it."""
    known = hints()
    words = known.get(name)
    if words is None:  # a year's own chart is written like those of all years
        name = re.sub(r"^figures\.[^.]+\.chart\.", "charts.*.", name)
    if words is None and name.startswith("claims."):  # which are written like rules
        name = name.replace("claims.", "rules.", 1)
    words = words or known.get(name) or known[Name(None, name).among(known)[0] or name]
    lv, en = (words[language] for language in LANGUAGES)
    return lv, en


def belongs(name: str) -> Sentences:
    """Give what belongs at a name in a few words, without how it is written. Raises KeyError as `hint` does."""
    lv, en = (_WRITTEN.split(words)[0] for words in hint(name))
    return lv, en
