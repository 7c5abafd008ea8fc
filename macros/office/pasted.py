"""Cells that somebody pasted as text: a row a line, with tabs between the columns, as office programs copy them."""

import csv
import io
from collections.abc import Mapping

from macros.office.cell import Cell
from macros.office.filled import Filled
from macros.office.unzipped import Refused
from macros.office.workbook import ENGLISH, LABEL, LATVIAN, NAME

LONGEST = 60_000
"""How many signs are taken; an issue on GitHub has room for about as many."""
_TOO_LONG = (
    f"Ielīmēts vairāk par {LONGEST} zīmēm; pievienojiet visu tabulu.",
    f"More than {LONGEST} signs were pasted; attach the whole workbook.",
)


def pasted(text: str, names: Mapping[str, str]) -> list[Filled]:
    """Give the cells in rows of a workbook, or in rows such as “label or name, value, English”. Raises `Refused`.

    `names` are the names of the data by what people call them, in small letters; "" where several are called so.
    """
    if len(text) > LONGEST:
        raise Refused(*_TOO_LONG)
    cells, number = [], 0
    rows = csv.reader(io.StringIO(text.replace("\x00", "")), delimiter="\t")
    for parts in rows:
        number, before = rows.line_num, number
        row = [part.strip() for part in parts]
        if len(row) > 1 and any(row):
            place = f"{before + 1}. rinda", f"line {before + 1}"
            called, values = _columns(row)
            name = names.get(called.strip('“”" .:').casefold(), called)
            for language, value in zip(("lv", "en"), values, strict=False):
                cells.append(Filled(place, name, language, Cell(value)))
    if not cells:
        raise Refused(
            "Ielīmētajā tekstā nav nevienas rindas ar tabulatoru starp nosaukumu un vērtību.",
            "The pasted text has no line with a tab between a label and a value.",
        )
    return cells


def _columns(row: list[str]) -> tuple[str, list[str]]:
    """Give what a row is called, or its name, and its values."""
    if len(row) >= NAME and row[NAME - 1]:
        return row[NAME - 1], row[LATVIAN - 1 : ENGLISH]
    if len(row) > ENGLISH - LABEL:
        return row[0], row[LATVIAN - 1 : ENGLISH]
    return row[0], row[1:3]
