"""The tables of a year: what their rows are about, and the figures in them: those typed there, sums, what follows.

A figure of a table is called by its row and column, `tables.partners.rows.university.pupils`, or by the total of its
column, `tables.partners.total.pupils`.
"""

from collections.abc import Iterator
from fractions import Fraction

from macros.data.name import Name, is_there, leaves, parts
from macros.data.schema import Site, Text
from macros.data.schema.tables import ADDED_UP, CALCULATED, Column, Table
from macros.report.compute import Figure, Names, difference, named, ratio, total
from macros.report.kind import CHANGE_PERCENT, COUNT, SHARE, SIGNED

UNITS = ("count", "hours", "euro")
"""The units in which numbers of the data are added up."""


def tables(site: Site, year: str) -> dict[str, Table]:
    """Give the tables of a year by their names: those of all years, with what the year says of its own."""
    found = dict(site.tables)
    for key, own in site.years[year].tables.items():
        said = {field: getattr(own, field) for field in own.model_fields_set}
        found[key] = found[key].model_copy(update=said) if key in found else own
    return found


def expanded(site: Site, pattern: Name) -> list[Name]:
    """Give what a pattern stands for, in the order of the data; nothing where the data have no such place."""
    before, star, after = str(pattern).partition(".*")
    if not star:
        return [pattern] if is_there(site, pattern) else []
    holder = Name(pattern.year, before)
    inside = parts(holder.found(site))
    items = [holder.below(key) for key in inside or {}]
    return [one for item in items for one in expanded(site, item.below(after[1:]) if after else item)]


def rows_of(site: Site, year: str, key: str, table: Table) -> dict[str, Name]:
    """Give the names of the rows of a table whose rows are all of one make, and what each is about in the data."""
    own = Name(year, "tables", key, "rows")
    if isinstance(table.rows, str):
        items = [(item, item.matches(table.rows)) for item in expanded(site, Name(year, table.rows))]
        return {str(own.below("_".join(keys or item.keys[-1:]))): item for item, keys in items}
    return {str(own.below(row)): own.below(row) for row in table.own_rows}


def in_tables(site: Site, year: str, names: Names) -> Names:
    """Give what stands in the tables of a year under names of its own; `names` are all others."""
    own: Names = {}
    for key, table in site.years[year].tables.items():
        rows = leaves(table.own_rows, Name(year, "tables", key, "rows"), whole=Text)
        own |= {str(name): named(str(name), leaf) for name, leaf in rows}
    found = names | own
    for key, table in tables(site, year).items():
        for figure in _calculated(table, f"tables.{key}", rows_of(site, year, key, table), found):
            own[figure.name] = found[figure.name] = figure
    return own


def _calculated(table, own, rows, names) -> Iterator[Figure]:
    """Yield the totals of a table, and then its calculated columns, each for every row and for the totals."""
    for key, column in table.columns.items() if table.total == "sum" else ():
        name = column.show if isinstance(column.show, str) else key
        cells = [names.get(found_as(name, names, str(item), row) or "") for row, item in rows.items()]
        if column.kind not in CALCULATED and _adds_up(column, cells):
            yield total(f"{own}.total.{key}", cells)
    whole = {f"{own}.total": f"{own}.total"} if table.total == "sum" else {}
    for key, column in table.columns.items():
        if column.kind in CALCULATED:
            for row, item in ({**rows, **whole}).items():
                of = [names.get(found_as(name, names, str(item), row, own) or "") for name in column.of]
                yield calculated(column, f"{row}.{key}", [one if is_number(one) else _nothing(one) for one in of])


def found_as(name: str, names: Names, *places: str) -> str | None:
    """Give a name below the first of some places that has it, else as it is; None where there is no such name."""
    return next((one for one in (*(f"{place}.{name}" for place in places), name) if one in names), None)


def is_number(one: object) -> bool:
    """Say whether something that has a name can be added up, or is empty: no text, no range, no date, no quotient."""
    return isinstance(one, Figure) and (one.value is None or (one.kind.is_number and one.kind.unit in SIGNED))


def _nothing(one):
    return Figure(getattr(one, "name", ""), None, COUNT)


def _adds_up(column, cells):
    if column.kind and column.kind != "number":
        return column.kind in ADDED_UP
    return bool(cells) and all(is_number(one) and one.kind.unit in UNITS for one in cells)


def calculated(column: Column, name: str, of: list[Figure]) -> Figure:
    """Give the cell called `name` of a calculated column, from the figures that it is calculated from.

    `change` is in percent of the first.
    """
    match column.kind:
        case "sum":
            return total(name, of)
        case "difference":
            return difference(name, *of)
        case "share":
            return ratio(name, SHARE, *of)
    before, after = of
    known = before.value and after.value is not None
    value = 100 * (Fraction(after.number) / Fraction(before.number) - 1) if known else None
    return Figure(name, value, CHANGE_PERCENT, (before.name, after.name), operation="growth")
