"""Words of a report in Markdown for GitHub, so that nothing in them is taken for more than words."""

import re

BAR = r"\|"
"""A bar in a table."""
_SIGNS = re.compile(r"[\\`*_\[\]<>&|~#@]|:(?=//)|(?<=www)\.")


def plain(words: str) -> str:
    """Give words as they are, so that nothing in them is taken for Markdown, HTML or a link."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(words.split()))


def code(words: str) -> str:
    """Give words as code, so that nothing in them is taken for Markdown or HTML."""
    words = " ".join(words.split())
    fence = "`" * (1 + max(map(len, re.findall("`+", words)), default=0))
    pad = " " if len(fence) > 1 or not words else ""
    return f"{fence}{pad}{words}{pad}{fence}"
