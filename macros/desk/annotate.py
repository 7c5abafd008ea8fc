"""Mark in the HTML of pages where each number comes from: see `review`."""

from collections.abc import Callable

from lxml.html import HtmlElement, builder

from macros.report.prose import FIGURE
from macros.words.numerals import Nouns, numbers, uncounted

Rows = dict[tuple[str, str], int]
"""The name of a figure and what is shown of it → the number of its row in the list of numbers."""
INLINE = frozenset({"a", "abbr", "b", "em", "i", "small", "span", "strong", "sub", "sup"})
OURS = frozenset(
    {"data-table__number", "figure__number", "mark", "missing", "review-row", "review-literal", "review-open"}
)
"""Classes of what the program has written or marked itself."""


def annotate(
    section: HtmlElement, language: str, nouns: Nouns, rows: Rows, kind_in: Callable[[HtmlElement], str]
) -> list[str]:
    """Mark every number of a section; give the kind of each, in no order.

    A number from the data (`stated`, `calculated`, or `missing`) is followed by its number among the `rows`, which grow
    here. One that is `literal` is followed by its reason. What is left is
    framed: a number that counts is of the kind that `kind_in` gives for its block, others are of those of `uncounted`.
    """
    kinds = []
    for element in section.xpath(".//data[@data-name] | .//span[@class = 'missing'][@data-name]"):
        shown = " ".join(element.text_content().split())
        row = rows.setdefault((element.get("data-name"), shown), len(rows) + 1)
        sign = "=" if element.get("class") == "calculated" else ""
        put_behind(element, builder.A({"class": "review-row", "href": f"#number-{row}"}, f"[{sign}{row}]"))
        kinds.append(element.get("class"))
    for element in section.find_class("literal"):
        element.set("class", "review-literal")
        element.append(builder.SMALL(f" [{element.attrib.pop('title')}]"))
        kinds.append("literal")
    for block in [element for element in section.iter() if _is_block(element)]:
        slots = list(_slots(block))
        words = "".join(text for _element, _place, text in slots)
        found = [(number.start, number.end, kind_in(block)) for number in numbers(words, language, nouns)]
        for start, end, kind in sorted([*found, *uncounted(words, language, nouns)], reverse=True):
            _frame(slots, start, end, kind)
            kinds.append(kind)
    return kinds


def _is_block(element):
    if not isinstance(element.tag, str) or element.tag in (*INLINE, "data"):
        return False
    return not any(
        outer.tag in ("svg", "code") or outer.get("class", "").startswith("review-")
        for outer in (element, *element.iterancestors())
    )


def _slots(element):
    """Yield the words that stand in a block but in none within it, as `(element, "text" or "tail", words)`.

    Where there is something else, such as a number from the data, one sign stands for it.
    """
    yield element, "text", element.text or ""
    for child in element:
        if child.tag in INLINE and not OURS.intersection(child.get("class", "").split()):
            yield from _slots(child)
        else:
            yield None, "", "\n" if _is_block(child) else FIGURE
        yield child, "tail", child.tail or ""


def _frame(slots, start, end, kind):
    """Put a frame round the words from `start` to `end`, as far as they stand in one slot."""
    slots = iter(slots)
    element, place, text = next(slots)
    while start >= len(text):
        start, end = start - len(text), end - len(text)
        element, place, text = next(slots)
    framed = builder.SPAN({"class": f"review-{kind}"}, text[start:end])
    framed.tail = getattr(element, place)[end:]
    setattr(element, place, text[:start])
    if place == "text":
        element.insert(0, framed)
    else:
        element.getparent().insert(element.getparent().index(element) + 1, framed)


def put_behind(element: HtmlElement, new: HtmlElement) -> None:
    """Put a new element right behind another."""
    new.tail, element.tail = element.tail, None
    element.getparent().insert(element.getparent().index(element) + 1, new)
