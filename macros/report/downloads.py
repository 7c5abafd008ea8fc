"""The files beside a year's pages: all its data for programs and for the files of whoever keeps them."""

import datetime
import json
from decimal import Decimal
from fractions import Fraction

from macros.report.compute import ABOUT_THE_DATA, Figure, names
from macros.words.language import rounded


def data_files(renderer):
    """Give the data of each year: `<year>/data.json` → bytes."""
    return {f"{year}/data.json": data_json(renderer.site, year) for year in renderer.site.years}


def data_json(site, year):
    """Give the year as UTF-8 JSON: `form` and `report` as typed, `calculated` as name → number; a final newline."""
    calculated = {
        name: figure.value
        for name, figure in names(site, year).items()
        if isinstance(figure, Figure) and (figure.parts or figure.marked)
    }
    content = {
        "centre": site.centre.model_dump(),
        "school_year": year,
        "form": site.form(site.years[year]).model_dump(exclude={"parts", "sections"}),
        "report": site.years[year].model_dump(exclude={*ABOUT_THE_DATA, "figures"}),
        "calculated": calculated,
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, default=_plain) + "\n").encode()


def _plain(value):
    """Numbers stay numbers; a fraction is rounded to six places."""
    if isinstance(value, Decimal | Fraction):
        exact = rounded(value, 6) if isinstance(value, Fraction) else value
        return int(exact) if exact == int(exact) else float(exact)
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(value)
