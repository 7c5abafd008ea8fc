"""Cells that somebody pasted as text: a row a line, with tabs between the columns, as office programs copy them."""

import csv
import io
import re
from collections.abc import Iterator, Mapping

from macros.data.schema import LANGUAGES
from macros.office.take.cell import Cell, Filled
from macros.office.unzipped import Refused
from macros.office.workbook import ENGLISH, LABEL, LATVIAN, NAME
from macros.office.workbook.sheets import folded
from macros.words.language import number

LONGEST = 60_000
"""How many signs are taken; an issue on GitHub has room for about as many."""
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+ *")
_BAR, _BREAK = re.compile(r"(?<!\\)\|"), re.compile(r"<br */?>", re.IGNORECASE)
_TOO_LONG = (
    f"Ielīmēts vairāk par {number(LONGEST, 'lv')} zīmēm; pievienojiet visu tabulu.",
    f"More than {number(LONGEST, 'en')} characters were pasted; attach the whole workbook.",
)


def pasted(text: str, names: Mapping[str, str]) -> list[Filled]:
    """Give the cells in rows of a workbook, or in rows such as “label or name, value, English”. Raises `Refused`.

    `names` are the names of the data by what people call them, `folded`; "" where several are called so.
    """
    if len(text) > LONGEST:
        raise Refused(*_TOO_LONG)
    cells = []
    for line, row in _rows(text.replace("\x00", "")):
        if len(row) > 1 and any(row):
            place = f"{line}. rinda", f"line {line}"
            called, values = _columns(row)
            name = names.get(folded(called), called)
            for language, value in zip(LANGUAGES, values, strict=False):
                cells.append(Filled(place, name, language, Cell(value)))
    if not cells:
        raise Refused(
            "Ielīmētajā tekstā nav nevienas rindas ar tabulatoru starp nosaukumu un vērtību.",
            "The pasted text has no line with a tab between a label and a value.",
        )
    return cells


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with its line; GitHub makes a Markdown table of cells that are pasted there."""
    lines = text.splitlines()
    if any(_RULE.fullmatch(line) for line in lines):
        for number, line in enumerate(lines, 1):
            if line.startswith("|") and not _RULE.fullmatch(line):
                parts = _BAR.split(line.strip().strip("|"))
                yield number, [_BREAK.sub("\n", part.replace("\\|", "|")).strip() for part in parts]
        return
    reader, before = csv.reader(io.StringIO(text, newline=None), delimiter="\t"), 0
    for parts in reader:
        yield before + 1, [part.strip() for part in parts]
        before = reader.line_num


def _columns(row: list[str]) -> tuple[str, list[str]]:
    """Give what a row is called, or its name, and its values."""
    if len(row) >= NAME and row[NAME - 1]:
        return row[NAME - 1], row[LATVIAN - 1 : ENGLISH]
    if len(row) > ENGLISH - LABEL:
        return row[0], row[LATVIAN - 1 : ENGLISH]
    return row[0], row[1:3]
