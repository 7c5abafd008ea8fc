"""What pages show of the data of a year: names and words, in their text and in the tables and charts they call for."""

from collections.abc import Iterable
from dataclasses import fields

from macros.data.name import Name
from macros.data.schema import LANGUAGES, Text
from macros.pages.calls import calls_in
from macros.pages.page import Page
from macros.report.book import Book
from macros.report.compute import TEXT_PARTS, Figure
from macros.show import charts, outline, tables
from macros.show.charts import Message
from macros.show.joined import ALL_YEARS, NUMBERS, repeats
from macros.show.tables.shape import Group, Mark, Named, PageLink, Row, Stack, Table

CLAIMS = "claims."
"""How the names of claims begin."""


def shown(book: Book, page: Page, year: str) -> tuple[set[str], list[str]]:
    """Give `(names, words)` of a year that a page shows: by calls, and in tables that repeat no other page."""
    used: set[str] = set()
    words: list[str] = []
    for call in page.calls:
        name = call.get("name")
        if name is None or book.year_of(call, page.year) != year or year not in book.site.years:
            continue
        if call.macro not in ("table", "figure"):
            used.update(_named(call))
        elif name not in (NUMBERS, ALL_YEARS) and not (call.macro == "table" and repeats(page.path)):
            names, told = shown_in(book, year, call.macro, name)
            used |= names
            words += told
    for key in noted(book, page, year):
        _add(book.site.years[year].discrepancies[key].note, used, words)
    return used, words


def shown_in(book: Book, year: str, macro: str, name: str) -> tuple[set[str], list[str]]:
    """Give `(names, words)` that a table or a chart of a year shows, nothing where there is none called so."""
    used: set[str] = set()
    words: list[str] = []
    if macro == "table" and name in outline.tables(book)[year]:
        _add(tables.build(book, year, name), used, words)
    elif macro == "figure" and name in outline.charts(book)[year]:
        _add(charts.build(book, year, name).table(book), used, words)
        _add(charts.message(book, year, name), used, words)
    return used, words


def places(book: Book, path: str) -> set[tuple[str, int | None]]:
    """Give `(file, line)` of the values and notes that a page shows in either language, `(file, None)` of itself."""
    found: set[tuple[str, int | None]] = set()
    for page in book.pages:
        if page.path == path:
            found.add((page.file, None))
            for year in book.site.years:
                records = [f"discrepancies.{key}" for key in noted(book, page, year)]
                names = [*shown(book, page, year)[0], *records] if year == (page.year or book.site.latest) else []
                found.update(book.loaded.where(Name(year, name)) for name in names if "*" not in name)
    return found


def noted(book: Book, page: Page, year: str) -> list[str]:
    """Give the keys of the records of a year that have a note on a page."""
    if page.year != year:
        return []
    records = book.site.years[year].discrepancies if year in book.site.years else {}
    return [key for key, record in records.items() if page.name in (at.split("#")[0] for at in record.shown)]


def with_parts(used: Iterable[str], book: Book, year: str) -> set[str]:
    """Give names with those behind them: what a pattern stands for, a text calls for, a figure is calculated of."""
    names = book.names.get(year, {})
    found = {*used}
    open_ = [*found]
    while open_:
        name = open_.pop()
        one = names.get(name)
        parts = set(one.parts if isinstance(one, Figure) else TEXT_PARTS.get(name, ()))
        parts |= called_in(one) if isinstance(one, Text) else set()
        if "*" in name and year in book.facts:
            parts |= {*book.facts[year].expand(name)}
        elif name.startswith(CLAIMS) and (claim := book.site.years[year].claims.get(name.removeprefix(CLAIMS))):
            parts |= {name for words in claim.sentences() for name in called_in(words)}
        new = parts - found
        found |= new
        open_ += new
    return found


def _add(content, used, words):
    """Add the names and the words of what is shown."""
    for one in _contents(content):
        if isinstance(one, Named):
            used.add(one.name)
        elif isinstance(one, Text):
            used.update(called_in(one))
            words.append(one.lv)
        else:
            words.append(one)


def _contents(content):
    """Yield all that stands in a table, its caption and notes: `Named`, `Text`, plain words and names of pages."""
    if isinstance(content, Named | Text | str):
        yield content
    elif isinstance(content, PageLink):
        yield content.page
    elif isinstance(content, tuple):
        for item in content:
            yield from _contents(item)
    elif isinstance(content, Table | Group | Row | Stack | Mark | Message):
        for field in fields(content):
            yield from _contents(getattr(content, field.name))


def called_in(text: Text) -> set[str]:
    """Give the names that a text of the data calls for in either language; those of claims begin with `CLAIMS`."""
    calls = (call for language in LANGUAGES for call in calls_in(text.in_(language), "")[0])
    return {name for call in calls for name in _named(call)}


def _named(call):
    """Give the name that a call calls for, in a set; a claim has it below `CLAIMS`."""
    if call.macro == "literal":
        return set()
    return {f"{CLAIMS}{call.get('name')}" if call.macro == "claim" else call.get("name")}
