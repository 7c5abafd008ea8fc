"""Figures on a page, and in the plain words of a drawing, where they are marked with what they are in the data."""

import html
import re
from typing import Any

from macros.words.language import NBSP
from macros.words.signs import capitalised

_MARKED = re.compile("\ue010([^\ue012]*)\ue011([^\ue012]*)\ue011([^\ue012]*)\ue012")
"""The name, value and words of a figure, between signs that nobody can type."""


def marked(words: str, name: str, value: object) -> str:
    """Give the words of a figure with its name and value, None where it is not stated; no line breaks within them."""
    return f"\ue010{name}\ue011{'' if value is None else value}\ue011{words.replace(' ', NBSP)}\ue012"


def unmarked(words: str) -> str:
    """Give words as readers see them."""
    return _MARKED.sub(r"\3", words)


def capital(words: str) -> str:
    """Give words with a capital letter at their beginning."""
    figure = _MARKED.match(words)
    at = figure.start(3) if figure else 0
    return words[:at] + capitalised(words[at:])


def as_svg(words: str, attributes: str, tag: str = "text") -> str:
    """Give words as a text of SVG; its figures have the attributes `data-name` and, where stated, `data-value`."""
    if figure := _MARKED.fullmatch(html.escape(words)):
        return f"<{tag}{attributes}{_of(figure)}>{figure[3]}</{tag}>"
    return f"<{tag}{attributes}>{in_svg(words)}</{tag}>"


def in_svg(words: str) -> str:
    """Give words as they stand within a text of SVG."""
    return _MARKED.sub(lambda figure: f"<tspan{_of(figure)}>{figure[3]}</tspan>", html.escape(words))


def _of(figure):
    stated = f' data-value="{figure[2]}"' if figure[2] else ""
    return f' data-name="{figure[1]}"{stated}'


def figure(element: Any) -> tuple[str, str | None, str]:
    """Give the name, value and words of the figure that an element of a page or of a drawing is."""
    return element.get("data-name"), element.get("value", element.get("data-value")), "".join(element.itertext())
