"""The files beside a year's pages: all its data for programs and for the files of whoever keeps them."""

import json
from decimal import Decimal
from typing import Any

from macros.data.schema.kinds import Model
from macros.report.book import Book
from macros.report.compute import ABOUT_THE_DATA, Figure
from macros.report.corrected import corrected
from macros.report.doubted import doubted
from macros.report.kind import kind_of
from macros.report.once import once_per_data

FORM_LEFT_OUT = {"parts", "sections"}
YEAR_LEFT_OUT = {*ABOUT_THE_DATA, "figures"}
"""What is not in the file: headings of the form, what speaks of the data, what charts tell."""


@once_per_data
def data_json(book: Book, year: str) -> bytes:
    """Give the year as UTF-8 JSON, a final newline: `form`, `report`, `sources` as typed, `calculated` by name.

    `small_groups` are the names of figures that tell of few people; `corrected` has the numbers of the
    corrections of each figure that has any, or follows from one, `discrepancies` what those that speak of it are about.
    """
    calculated = {
        name: figure for name, figure in book.names[year].items() if isinstance(figure, Figure) and figure.calculated
    }
    site, records = book.site, book.site.years[year].discrepancies
    content: dict[str, Any] = {
        "centre": site.centre,
        "school_year": year,
        "form": _without(FORM_LEFT_OUT, site.forms[site.years[year].report.form]),
        "report": _without(YEAR_LEFT_OUT, site.years[year]),
        "sources": site.years[year].sources,
        "calculated": calculated,
        "small_groups": sorted(book.small_groups[year]),
        "corrected": corrected(book, year),
        "discrepancies": {name: [records[key].title for key in keys] for name, keys in doubted(book, year).items()},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, default=_plain) + "\n").encode()


def _without(names, model):
    return {name: value for name, value in vars(model).items() if name not in names}


def _plain(value):
    """Give a part of the data, a figure or a value as typed, for JSON, which knows no Decimal: numbers stay numbers."""
    if isinstance(value, Model):
        return vars(value)
    plain = value.plain if isinstance(value, Figure) else kind_of(value).plain(value)
    if isinstance(plain, Decimal):
        return int(plain) if plain == int(plain) else float(plain)
    return plain
