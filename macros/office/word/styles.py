"""Which runs of a file of Word have a mark: by themselves, or by the styles of words, paragraphs and tables."""

from collections.abc import Iterator
from typing import Any

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_W = f"{{{SPACES['w']}}}"
_OFF = ("0", "false", "off")
_LOOK = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
"""What of its style a table shows, as Word has written it in one number."""


class Styles:
    """Says which runs have a mark, directly or by the styles of their words, of their paragraph and of their table."""

    def __init__(self, root: Any) -> None:
        """Take the part of the file with its styles, None where it has none."""
        styles = root.iter(f"{_W}style") if root is not None else ()
        self._styles = {style.get(f"{_W}styleId"): style for style in styles}
        self._usual = {
            kind: next((key for key, one in self._styles.items() if _is_usual(one, kind)), None)
            for kind in ("paragraph", "table")
        }

        self._parts: dict[Any, tuple[str | None, tuple[str, ...]]] = {}

    def marked(self, run: Any, mark: str) -> bool:
        """Say whether a run has a mark; where two of its styles have it, they undo one another, as in Word."""
        own = _switched(run, mark)
        if own is not None:
            return own
        paragraph, cell = (next(run.iterancestors(f"{_W}{tag}"), None) for tag in ("p", "tc"))
        by_words = self._by_style(_value(run, "w:rPr/w:rStyle"), mark)
        by_paragraph = paragraph is not None and self._by_style(
            _value(paragraph, "w:pPr/w:pStyle") or self._usual["paragraph"], mark
        )
        by_table = cell is not None and self._by_table(cell, mark)
        return bool(by_words) ^ bool(by_paragraph) ^ bool(by_table)

    def _by_table(self, cell, mark):
        """Say whether the words of a cell have a mark by the style of its table, as a whole or of where they stand."""
        if cell not in self._parts:
            table = next(cell.iterancestors(f"{_W}tbl"))
            style = _value(table, "w:tblPr/w:tblStyle") or self._usual["table"]
            self._parts |= {one: (style, ("", *parts)) for one, parts in _parts(table)}
        style, parts = self._parts[cell]
        stated = (self._by_style(style, mark, part) for part in parts)
        return next((one for one in reversed([*stated]) if one is not None), False)

    def _by_style(self, key: str | None, mark: str, part: str = "") -> bool | None:
        """Say what a style, or one that it follows, says of a mark; `part` is a part of a table, "" the whole."""
        path, seen = f"w:tblStylePr[@w:type='{part}']" if part else ".", set()
        while key in self._styles and key not in seen:
            seen.add(key)
            for one in self._styles[key].findall(path, SPACES):
                own = _switched(one, mark)
                if own is not None:
                    return own
            key = _value(self._styles[key], "w:basedOn")
        return None


def _is_usual(style, kind):
    return style.get(f"{_W}type") == kind and style.get(f"{_W}default") not in (None, *_OFF)


def _parts(table: Any) -> Iterator[tuple[Any, list[str]]]:
    """Yield each cell of a table with the parts that it is of, those last whose say counts most."""
    look = table.find("w:tblPr/w:tblLook", SPACES)
    first_row, last_row, first, last, no_rows, no_columns = (_is_shown(look, one) for one in _LOOK)
    rows = _inside(table, "tr", "tbl")
    for row, cells in enumerate(_inside(one, "tc", "tr") for one in rows):
        for column, cell in enumerate(cells):
            applies = {
                f"band{(column - first) % 2 + 1}Vert": not no_columns and column >= first,
                f"band{(row - first_row) % 2 + 1}Horz": not no_rows and row >= first_row,
                "firstCol": first and column == 0,
                "lastCol": last and column == len(cells) - 1,
                "firstRow": first_row and row == 0,
                "lastRow": last_row and row == len(rows) - 1,
            }
            yield cell, [part for part, does in applies.items() if does]


def _inside(whole, tag, of):
    """Give what has a tag in a table or a row, but not in a table within it."""
    return [one for one in whole.iter(f"{_W}{tag}") if next(one.iterancestors(f"{_W}{of}")) is whole]


def _is_shown(look, what):
    """Say whether a table shows, or leaves out, what its look names: in words, or all in one number."""
    if look is None:
        return False
    own, number = look.get(f"{_W}{what}"), look.get(f"{_W}val", "0")
    return own not in _OFF if own is not None else bool(int(number, 16) & _LOOK[what])


def _value(element: Any, path: str) -> str | None:
    found = element.find(path, SPACES)
    return None if found is None else found.get(f"{_W}val")


def _switched(element: Any, mark: str) -> bool | None:
    """Say whether a mark is switched on or off; None where it is neither."""
    found = element.find(f"w:rPr/w:{mark}", SPACES)
    return None if found is None else found.get(f"{_W}val") not in _OFF
