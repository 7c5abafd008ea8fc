"""What pages show of the data of a year: names and words, in their text and in the tables and charts they call for."""

from collections.abc import Iterable, Mapping
from dataclasses import fields

from macros.data.name import Name
from macros.data.schema import LANGUAGES, Text
from macros.pages.calls import calls_in
from macros.pages.page import Page
from macros.report.book import Book
from macros.report.compute import TEXT_PARTS, Figure
from macros.show import charts, outline, tables
from macros.show.charts import Message
from macros.show.tables.shape import Group, Named, PageLink, Row, Stack, Table


def shown(book: Book, page: Page, year: str) -> tuple[set[str], list[str]]:
    """Give `(names, words)` of a year that a page shows: by calls, and in all its tables but that of all figures."""
    used: set[str] = set()
    words: list[str] = []
    for call in page.calls:
        name = call.get("name")
        if name is None or (call.get("year") or page.year or book.site.latest) != year or year not in book.site.years:
            continue
        if call.macro == "value":
            used.add(name)
        elif call.macro == "table" and name in outline.tables(book)[year] and name != outline.NUMBERS:
            _add(tables.build(book, year, name), used, words)
        elif call.macro == "figure" and name in outline.charts(book)[year]:
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
                notes = [f"discrepancies.{call.get('name')}" for call in page.calls if call.macro == "note"]
                names = {*shown(book, page, year)[0], *notes} if year == (page.year or book.site.latest) else ()
                found.update(book.loaded.where(Name(year, name)) for name in names)
    return found


def with_parts(used: Iterable[str], names: Mapping[str, Figure | Text | str]) -> set[str]:
    """Give names with those behind them: those that a text calls for, and what a calculated figure follows from."""
    found, open_ = set(used), list(used)
    while open_:
        name = open_.pop()
        one = names.get(name)
        parts = set(one.parts if isinstance(one, Figure) else TEXT_PARTS.get(name, ()))
        new = (parts | (_called(one) if isinstance(one, Text) else set())) - found
        found |= new
        open_ += new
    return found


def _add(content, used, words):
    """Add the names and the words of what is shown."""
    for one in _contents(content):
        if isinstance(one, Named):
            used.add(one.name)
        elif isinstance(one, Text):
            used.update(_called(one))
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
    elif isinstance(content, Table | Group | Row | Stack | Message):
        for field in fields(content):
            yield from _contents(getattr(content, field.name))


def _called(text):
    calls = (call for language in LANGUAGES for call in calls_in(text.in_(language), "")[0])
    return {call.get("name") for call in calls if call.macro != "literal"}
