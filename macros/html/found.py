"""What is looked for in HTML or CSS of the program's own, and has to be there."""

import re
from pathlib import Path
from typing import Any


class NotFound(LookupError):  # noqa: N818 – the name says what is wrong
    """The program looks for what is not there: something was changed in one place only, or Material has changed."""


def the_one(element: Any, path: str, where: Path | str) -> Any:
    """Give the one element or text within `element` that an XPath leads to; `where` says in what it is looked for.

    Raises NotFound where there is none, more than one, or one without a word.
    """
    found = element.xpath(path)
    if len(found) != 1 or (isinstance(found[0], str) and not found[0].strip()):
        said = "an empty one" if len(found) == 1 else len(found)
        raise NotFound(f"{where}: found {said} of {path}, which has to be there once")
    return found[0]


def with_added(text: str, pattern: str, added: str, where: Path | str) -> str:
    """Give `text` with something `added` behind what a regular expression first finds. Raises NotFound."""
    found = re.search(pattern, text, re.DOTALL)
    if not found:
        raise NotFound(f"{where}: found nothing of {pattern}, behind which something has to be put")
    return text[: found.end()] + added + text[found.end() :]


def without(text: str, words: str, where: Path | str) -> str:
    """Give `text` without some words that stand in it once. Raises NotFound."""
    if text.count(words) != 1:
        raise NotFound(f"{where}: found {text.count(words)} of {words}, which has to be there once")
    return text.replace(words, "")
