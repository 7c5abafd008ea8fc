"""Tables of a document that go into the data, so that they have a number, totals, cards on a phone and addresses.

A table with the headings of one that has rows of its own fills that one; one that the page shows of the data already
stays as it is there; another becomes a new table of the year.
"""

import difflib
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from macros.check.calls import read
from macros.check.typography import mended
from macros.data.schema import Text
from macros.data.schema.tables import Table, typed_columns
from macros.html.render import Renderer
from macros.office.asked import NEW, Wanted
from macros.office.plain import plain
from macros.office.rows import wanted_in
from macros.office.take import texts, try_out
from macros.office.take.cell import Cell, Filled, Unclear
from macros.office.take.edits import Change, Entry
from macros.office.take.entries import key_of
from macros.office.take.told import Taken
from macros.office.take.typed import understood
from macros.office.take.weighed import MOST_NEW, taken
from macros.office.word.guessed import declaration
from macros.office.word.placed import alike
from macros.pages.page import Page
from macros.report.book import Book
from macros.report.tables import tables
from macros.show.tables import build, has_own_rows, place
from macros.show.tables.caption import found
from macros.words.problems import Problems, Sentences

MOST_COLUMNS = 20
_IN_NUMBERS = ("count", "percent", "hours", "money", "day")
Cells = Sequence[Sequence[str]]


class Tables:
    """Takes tables of a page's document, one by one, in their order."""

    def __init__(self, book: Book, root: Path, page: Page) -> None:
        """Take the page that they are for, of the project at `root`."""
        self._book, self._root, self._page, self._year = book, root, page, str(page.year)
        self._whole = Taken()
        self._done: dict[str, Table | None] = {}
        self._renderer = Renderer(book, page.language)
        self.told: list[Sentences] = []

    @property
    def files(self) -> dict[str, str]:
        """The texts of the files that hold what was taken."""
        return texts(self._book, self._year, self._whole)

    def __call__(self, caption: str, cells: Cells | None) -> str | None:
        """Give the call of the table that now holds these cells, the heads first; None where they stay on the page.

        `cells` are None where some go over several rows or columns, or hold more than words.
        """
        language = self._page.language
        caption = mended(caption, language)
        cells = [[mended(words, language) for words in row] for row in _without_numbers(cells or ()) if any(row)]
        if not _is_whole(cells):
            return self._leave(
                caption,
                "tai vajag aiļu virsrakstus un katrā rindā tikpat šūnu (sapludinātās sadaliet), tikai ar vārdiem un "
                "skaitļiem",
                "it needs column headings and as many cells in each row (split merged ones), only words and numbers",
            )
        if name := self._shown_already(cells[0]):
            self._say_where(name, caption)
            return f'{{{{ table("{name}") }}}}'
        key, table, names = self._declared(caption, cells)
        if table is None and language != "lv":
            return self._leave(
                caption,
                "datos tādas nav vai rindu skaits atšķiras; vispirms nododiet latviešu tekstu ar šo tabulu",
                "the data have no such table, or not as many rows; first hand in the Latvian text with this table",
            )
        try:
            new = self._new(key, caption, cells) if table is None else self._filled(key, table, names, caption, cells)
            changed = any(chain(*new.changes.values(), *new.entries.values()))
            if changed:
                self._keep(new)
        except Unclear as unclear:
            return self._leave(caption, *unclear.sentences)
        self._done[key] = table
        if changed:
            rows = len(cells) - 1
            lv, en = ("jauna tabula", "a new table") if table is None else ("rindas ierakstītas", "rows were entered")
            file = f"data/{self._year}/tables.yml: {key}"
            self._tell(caption, f"{lv} ({rows}), {file}.", f"{en} ({rows}), {file}.")
        rest = "; ".join(_not_among(table, names, cells)) if table and language == "lv" else ""
        if rest:
            self._tell(
                caption,
                f"datos ir arī rindas, kuru te nav, un tās paliek: {rest}.",
                f"the data have rows that are not here, and these stay: {rest}.",
            )
        return f'{{{{ table("{key}") }}}}'

    def _shown_already(self, heads: Sequence[str]) -> str | None:
        """Give the table with these heads that the page shows of what stands elsewhere in the data, None if none is."""
        for call in self._page.calls:
            name = str(call.get("name"))
            pattern, table, _keys = found(self._book, self._year, name)
            if call.macro != "table" or pattern is None or table is None or has_own_rows(pattern, table):
                continue
            columns = [one for one in build(self._book, self._year, name).columns if isinstance(one, Text)]
            words = {str(at): read(self._renderer, one, self._year) for at, one in enumerate(columns)}
            if _matched(words, heads):
                return name
        return None

    def _say_where(self, name, caption):
        data = place(self._book, self._year, name)
        file = f"data/{self._year}/{data.topic}.yml" if data else f"data/{self._year}/"
        where = f"Excel tabulā vai failā {file}", f"in the workbook of the year or in {file}"
        lv = f"lapa to jau rāda no datiem, tāpēc no šīs neko neņēma; jauno ierakstiet {where[0]}."
        self._tell(caption, lv, f"the page shows it of the data, so nothing was taken; enter what is new {where[1]}.")

    def _tell(self, caption, lv, en):
        self.told.append((f"Tabula “{caption}”: {lv}", f"Table “{caption}”: {en}"))

    def _leave(self, caption, lv, en):
        lv = f"Tabula “{caption}” palika lapā, kāda ir: {lv}."
        self.told.append((lv, f"The table “{caption}” stays on the page as it is: {en}."))

    def _keep(self, new: Taken) -> None:
        """Add to what is taken, if all of it can be read as data."""
        both = Taken()
        for one in (self._whole, new):
            both.changes["tables"] += one.changes["tables"]
            both.entries["tables"] += one.entries["tables"]
        try:
            try_out(self._root, self._book, self._year, both, texts(self._book, self._year, both))
        except Problems as problems:
            raise Unclear(problems.found[0].lv, problems.found[0].en) from None
        self._whole = both

    def _declared(self, caption: str, cells: Cells) -> tuple[str, Table | None, tuple[str, ...]]:
        """Give the key of the table that these cells are of, the table, and the column that each cell of a row is of.

        For a new one it is the key that it gets, and None.
        """
        language, shared = self._page.language, self._book.site.tables
        known = tables(self._book.site, self._year)
        own = {key: one for key, one in known.items() if has_own_rows(key, one) and "." not in key}
        for key, one in own.items():
            names = _matched({name: column.heading.in_(language) for name, column in _shown(one).items()}, cells[0])
            is_it = key in shared or (one.caption and alike(caption, one.caption.in_(language)))
            if names and is_it and key not in self._done and (language == "lv" or _same_rows(one, cells)):
                return key, one, names
        if language != "lv":
            page = self._book.page("lv", self._page.path)
            called = [call.get("name") for call in page.calls if call.macro == "table"] if page else []
            for key, one in ((key, own[key]) for key in called if key in own and key not in self._done):
                columns = _shown(one)
                if len(columns) == len(cells[0]) and _same_rows(one, cells) and not _is_translated(one):
                    return str(key), one, tuple(columns)
        return key_of(caption, [*known, *self._done]), None, ()

    def _filled(self, key: str, table: Table, names: tuple[str, ...], caption: str, cells: Cells) -> Taken:
        """Give what fills a table. Raises `Unclear`."""
        wanted, language = wanted_in(self._book, self._year, table), self._page.language
        keys = [*table.own_rows] if language == "en" else _keys(table, names, cells)
        filled = []
        for number, (row, name) in enumerate(zip(cells[1:], keys, strict=True), 1):
            place = f"tabula “{caption}”, {number}. rinda", f"table “{caption}”, row {number}"
            for column, words in zip(names, row, strict=True):
                if language == "lv" or wanted[column].kind == "text":
                    filled.append(Filled(place, f"tables.{key}.rows.{name}.{column}", language, Cell(words)))
                elif wanted[column].kind in _IN_NUMBERS:
                    _agrees(words, wanted[column], getattr(table.own_rows[name], column))
        new = taken(self._book, self._year, filled)
        for told in new.told:
            if not told.taken:
                raise Unclear(*(f"{place}: {said}" for place, said in zip(told.place, told.said, strict=True)))
        if language == "en" and key not in self._book.site.tables:
            new.changes["tables"] += _in_english(key, table, caption, dict(zip(names, cells[0], strict=True)))
        return new

    def _new(self, key: str, caption: str, cells: Cells) -> Taken:
        """Give a new table with these cells. Raises `Unclear`."""
        new = Taken()
        new.entries["tables"].append(Entry((), key, declaration(caption, cells)))
        return new


def _without_numbers(cells: Cells) -> Cells:
    """Give cells without a first column that only numbers the rows: the program can do that."""
    numbers = [row[0].strip(" .") for row in cells[1:] if row]
    if len(cells) > 1 and min(map(len, cells)) > 2 and numbers == [str(at) for at in range(1, len(cells))]:  # noqa: PLR2004
        return [row[1:] for row in cells]
    return cells


def _is_whole(cells: Cells) -> bool:
    """Say whether there are rows below heads, all as wide, and no more than a table may have."""
    if not 2 <= len(cells) <= MOST_NEW or not 2 <= len(cells[0]) <= MOST_COLUMNS:  # noqa: PLR2004
        return False
    return {len(row) for row in cells} == {len(cells[0])} and all(cells[0])


def _shown(table: Table):
    return {key: one for key, one in typed_columns(table.columns).items() if not one.by_hand}


def _matched(headings: dict[str, str], heads: Sequence[str]) -> tuple[str, ...]:
    """Give the column that each head stands above; () where some head or column has none."""
    left, found = dict(headings), []
    for head in heads:
        near = difflib.get_close_matches(head.casefold(), map(str.casefold, left.values()), 1, 0)
        name = next((key for key, one in left.items() if near and one.casefold() == near[0] and alike(one, head)), None)
        if name is None:
            return ()
        found.append(name)
        del left[name]
    return () if left else tuple(found)


def _first(table: Table) -> str:
    """Give the column that tells which row it is."""
    return next(iter(typed_columns(table.columns)))


def _keys(table: Table, names: Sequence[str], cells: Cells) -> list[str]:
    """Give the key of the row that each row of cells is: one that begins alike, else a new one."""
    there: dict[str, list[str]] = defaultdict(list)
    for key, row in table.own_rows.items():
        there[plain(getattr(row, _first(table)))].append(key)
    begun = [row[names.index(_first(table))] for row in cells[1:]]
    return [there[words].pop(0) if there[words] else f"{NEW}{at}" for at, words in enumerate(begun, 1)]


def _not_among(table: Table, names: Sequence[str], cells: Cells) -> list[str]:
    """Give what those rows of a table begin with that are not among cells."""
    there = Counter(plain(getattr(row, _first(table))) for row in table.own_rows.values())
    return [*(there - Counter(row[names.index(_first(table))] for row in cells)).elements()]


def _same_rows(table: Table, cells: Cells) -> bool:
    return len(table.own_rows) == len(cells) - 1


def _is_translated(table: Table) -> bool:
    return any(one.heading.en for one in table.columns.values())


def _agrees(words: str, wanted: Wanted, value: object) -> None:
    """Raise `Unclear` where the English text has another number than the data: then its rows are maybe others."""
    if (understood(Cell(words), wanted) or "") != plain(value):
        raise Unclear(
            f"“{words}” nav tas pats, kas datos: “{plain(value)}”",
            f"“{words}” is not what the data have: “{plain(value)}”",
        )


def _in_english(key: str, table: Table, caption: str, heads: dict[str, str]) -> list[Change]:
    """Give what changes where a table of the year gets the English of its caption and headings."""
    said: dict[tuple[str, ...], tuple[str, str]] = {
        ("caption",): (table.caption.en if table.caption else "", caption),
        **{("columns", one, "heading"): (table.columns[one].heading.en, words) for one, words in heads.items()},
    }
    wanted = Wanted("text", needed=True)
    return [Change((key, *path), wanted, {"en": words}) for path, (now, words) in said.items() if now != words]
