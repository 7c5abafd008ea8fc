"""Rules for tables that are declared in the data: what they name is there, and what they calculate can be."""

from collections.abc import Iterable, Iterator

from macros.check.calls import called_on_pages
from macros.data.name import Name
from macros.data.schema.tables import CALCULATED, Column, Show, Shown
from macros.data.schema.tables import Table as Declared
from macros.report.book import Book
from macros.report.compute import Figure
from macros.show import outline
from macros.show.tables import FILLED, found, has_own_rows
from macros.show.tables.declared import OWN_NAMES, Around, rows
from macros.words.problems import Problem, Sentences, did_you_mean


def tables_name_what_exists(book: Book) -> Iterator[Problem]:
    """What a declared table shows is in the data, what it calculates with are numbers of one unit."""
    for year in book.years:
        for name in outline.tables(book)[year]:
            pattern, table, keys = found(book, year, name)
            for parts, words in _faults(book, year, (pattern or "", table, keys)) if table else ():
                yield book.problem(_place(book, year, pattern or "", *parts), *words)


def _place(book, year, pattern, *parts):
    own = Name(year, "tables", pattern, *parts)
    return own if book.loaded.is_typed(own) else Name(None, "tables", pattern, *parts)


def _faults(book, year, declaration) -> Iterator[tuple[tuple[str | int, ...], Sentences]]:
    """Yield the part of the declaration that is wrong, and what is wrong with it."""
    pattern, table, keys = declaration
    if not table.caption or not table.columns:
        lv = "Tabulai vajag virsrakstu (caption) un ailes (columns); pievienojiet tos šeit vai failā data/tables.yml."
        en = "A table needs a caption and columns; add them here or in data/tables.yml."
        yield (), (lv, en)
        return
    of_year = book.site.years[year].tables.get(pattern)
    if table.own_rows and (of_year is None or not isinstance(of_year.rows, dict)):
        lv = "Rindas, ko ieraksta pašā tabulā, liek gada mapē, failā tables.yml, zem šīs tabulas nosaukuma."
        en = "Rows that are entered in the table itself go into tables.yml of a year, below the name of this table."
        yield ("rows",), (lv, en)
        return
    if pattern in FILLED:
        return
    blocks = list(rows(book, year, pattern, table, keys))
    for at, block, here in blocks:
        place: tuple[str | int, ...] = ("rows", at) if isinstance(table.rows, tuple) else ("rows",)
        if block.each and not here and not _is_there(book, year, block.each):
            yield place, unknown_name(book, year, block.each)
        if block.show and len(block.show) != len(table.columns):
            yield place, _columns(len(table.columns), len(block.show))
        yield from ((place, words) for words in lacking(book, year, block.show, here))
    made = [around for _at, block, here in blocks if not block.show for around in here]
    for key, column in table.columns.items() if made else ():
        yield from ((("columns", key), words) for words in _of_a_column(book, year, key, column, made))
    yield from _totals(book, year, table)


def _is_there(book, year, each):
    """Say whether there is a place for the rows, though there are none yet."""
    around = Around(book, year, ())
    return bool(around.names(each.partition(".*")[0])) or each.startswith("tables.")


def lacking(book: Book, year: str, show: Show | tuple[Show, ...] | None, here: list[Around]) -> Iterator[Sentences]:
    """Yield what is wrong with what is shown: names that none of the rows has; nothing while there are no rows."""
    for name in _names(show):
        place = name.partition(".*")[0]  # in a list there may be nothing yet
        if here and not any(around.names(name) or around.names(place) for around in here):
            inside = [f"{place}." for around in here[:1] for place in around.places]
            own = [one.removeprefix(place) for place in inside for one in book.names[year] if one.startswith(place)]
            yield unknown_name(book, year, name, own)


def _names(show: Show | tuple[Show, ...] | None) -> Iterator[str]:
    if isinstance(show, str):
        if show not in OWN_NAMES:
            yield show
    elif isinstance(show, Shown):
        yield from _names(show.show)
    elif isinstance(show, tuple):
        for one in show:
            yield from _names(one)


def _of_a_column(book, year, key, column: Column, here) -> Iterator[Sentences]:
    if column.kind in CALCULATED:
        for name in column.of:
            if not any(around.figure(name) for around in here):
                yield unknown_name(book, year, name)
        units = {one.kind.unit for around in here for name in column.of if (one := _stated(around, name))}
        if len(units) > 1:
            lv = f"Ailē “{key}” nevar rēķināt: pie “of:” ir dažādas mērvienības. Nosauciet viena veida skaitļus."
            en = f"The column “{key}” cannot be calculated: “of:” mixes units. Name figures of one kind."
            yield lv, en
    elif column.show is not None or not column.by_hand:
        yield from lacking(book, year, key if column.show is None else column.show, here)
    if column.kind == "place":
        known = book.site.years[year].places.addresses
        values = (around.value(one) for around in here for one in around.names(key))
        for value in dict.fromkeys(one for one in values if isinstance(one, str) and one not in known):
            lv, en = did_you_mean(value, known)
            yield (
                f"Adrese “{value}” failā places.yml nav aprakstīta.{lv} Izlabojiet nosaukumu vai pievienojiet to tur.",
                f"The address “{value}” is not described in places.yml.{en} Correct the name or add it there.",
            )


def _stated(around, name):
    figure = around.figure(name)
    return figure if figure and figure.value is not None else None


def _totals(book, year, table: Declared) -> Iterator[tuple[tuple[str | int, ...], Sentences]]:
    if isinstance(table.total, tuple):
        if len(table.total) != len(table.columns) - 1:
            yield ("total",), _columns(len(table.columns) - 1, len(table.total))
        for name in table.total:
            if not isinstance(book.names[year].get(name), Figure):
                yield ("total",), unknown_name(book, year, name)


def unknown_name(book: Book, year: str, name: str, own: Iterable[str] = ()) -> Sentences:
    """Say that nothing has a name."""
    hint_lv, hint_en = did_you_mean(name, [*own, *book.names[year]])
    lv = f"Ne rindās, ne gada datos nav nekā ar nosaukumu “{name}”.{hint_lv} Izlabojiet to; visus nosaukumus "
    en = f"Neither the rows nor the year’s data have “{name}”.{hint_en} Correct it; "
    return f"{lv}parāda “.venv/bin/report names”.", f"{en}“.venv/bin/report names” lists all names."


def _columns(wanted, given) -> Sentences:
    return (
        f"Aiļu skaits ir {wanted}, bet šeit nosaukto – {given}; abiem jābūt vienādiem.",
        f"The number of columns is {wanted}, of those named here {given}; the two have to be the same.",
    )


def tables_are_shown_and_filled(book: Book) -> Iterator[Problem]:
    """A table of a year stands on a page, and has rows."""
    if any(page.broken for page in book.whole.pages):
        return
    called = called_on_pages(book)
    for year, report in book.years.items():
        for name in (name for name in report.tables if ("table", year, name) not in called):
            shown = f'{{{{ table("{name}") }}}}'
            lv = f"Tabulas “{name}” nav nevienā lapā. Ielieciet lapā {shown} vai izdzēsiet tabulu."
            en = f"No page has the table “{name}”. Put {shown} on a page or delete the table."
            yield book.problem(Name(year, "tables", name), lv, en, "todo")
        for name in (name for name in outline.tables(book)[year] if ("table", year, name) in called):
            pattern, table, _keys = found(book, year, name)
            if pattern and table and has_own_rows(pattern, table) and not table.rows:
                lv = f"Tabulā “{name}” vēl nav nevienas rindas; ierakstiet tās failā data/{year}/tables.yml."
                en = f"The table “{name}” has no rows yet; enter them in data/{year}/tables.yml."
                yield book.problem(_place(book, year, pattern), lv, en, "todo")
