"""The numbers that Word shows before the items of its lists, in a bookmark before each, which a reader of files keeps.

A list goes on behind what stands between its items, unless the file says that it begins anew. What is empty is no item.
"""

import re
from typing import Any

from lxml import etree

from macros.office.word.styles import SPACES

MARK = "_item-"
"""What the name of such a bookmark begins with; the number follows."""
_MOST = 99
"""Items with a higher number begin a sentence with a year, rather."""
_W = f"{{{SPACES['w']}}}"


def mark_items(document: Any, numbering: Any, styles: Any) -> None:
    """Put a bookmark before the words of each numbered item outside tables; what is not in the file is None."""
    if numbering is None:
        return
    lists = _Lists(numbering, styles)
    for paragraph in document.xpath("//w:p[.//w:t]", namespaces=SPACES):
        number = lists.number(paragraph)
        if number is not None and number <= _MOST and next(paragraph.iterancestors(f"{_W}tbl"), None) is None:
            mark = etree.Element(f"{_W}bookmarkStart", {f"{_W}id": "0", f"{_W}name": f"{MARK}{number}"})
            before = paragraph.find("w:pPr", SPACES)
            paragraph.insert(0 if before is None else 1 + paragraph.index(before), mark)


class _Lists:
    """Counts the items of lists, paragraph by paragraph."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._kinds = {_own(kind, "abstractNumId"): kind for kind in numbering.findall("w:abstractNum", SPACES)}
        self._lists = {_own(one, "numId"): one for one in numbering.findall("w:num", SPACES)}
        named = styles.findall("w:style", SPACES) if styles is not None else ()
        self._of_styles = {_own(style, "styleId"): style.find("w:pPr/w:numPr", SPACES) for style in named}
        self._counts: dict[str, dict[str, int]] = {}
        self._begun: set[str] = set()

    def number(self, paragraph):
        """Give the number before a paragraph, None where it has none."""
        stated = paragraph.find("w:pPr/w:numPr", SPACES)
        if stated is None:
            stated = self._of_styles.get(_value(paragraph, "w:pPr/w:pStyle"))
        name = None if stated is None else _value(stated, "w:numId")
        one = self._lists.get(name)
        kind = None if one is None else _value(one, "w:abstractNumId")
        if name is None or one is None or kind is None or kind not in self._kinds:
            return None
        level = _value(stated, "w:ilvl") or "0"
        counts = self._counts.setdefault(kind, {})
        if name not in self._begun:
            self._begun.add(name)
            anew = one.findall("w:lvlOverride[w:startOverride]", SPACES)
            counts |= {_own(at, "ilvl"): _number(_value(at, "w:startOverride")) - 1 for at in anew}
        found = (at for at in self._kinds[kind].findall("w:lvl", SPACES) if _own(at, "ilvl") == level)
        look = next(found, None)
        counts[level] = counts.get(level, _number(None if look is None else _value(look, "w:start")) - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return None if look is None or _value(look, "w:numFmt") == "bullet" else counts[level]


def _own(element, name):
    return element.get(f"{_W}{name}")


def _value(element, path):
    found = element.find(path, SPACES)
    return None if found is None else _own(found, "val")


def _number(written):
    """Give a number that is written in the file, 1 where that is none."""
    return int(written) if re.fullmatch(r"[0-9]{1,2}", written or "") else 1
