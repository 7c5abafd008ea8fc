"""A year as sheets, one for each topic: lines to fill in, headings above them, totals below. Knows no file format."""

import datetime
import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

from macros.check.calls import read
from macros.data.hints import hint
from macros.data.name import Name, is_there
from macros.data.schema import Hours, Percent, Text
from macros.html.render import Renderer
from macros.office.asked import CHOSEN, Asked, Group, Wanted, asked
from macros.office.called import called, said
from macros.office.plain import of_figure, plain, short
from macros.office.rows import heading, in_tables
from macros.report.book import Book
from macros.report.compute import Figure
from macros.show.tables import build
from macros.words.language import year_after
from macros.words.signs import capitalised

LONGEST = 30_000
"""How many signs a cell takes; a longer text is for the file."""
TOTALS = ("sum", "difference", "ratio")
"""What a sheet adds up, takes off and divides by itself."""
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TITLE = 31

Content: TypeAlias = int | Decimal | datetime.date | str | None
"""What stands in a cell, as it is shown."""


@dataclass(frozen=True)
class Line:
    """One line: a heading (`wanted` and `total` are None), a value to fill in, or a total.

    `cells` hold what it is now in Latvian, or in no language, and in English; `before` what it was a year ago.
    """

    name: Name
    label: Text
    depth: int
    wanted: Wanted | None = None
    total: Figure | None = None
    cells: tuple[Content, Content] = (None, None)
    before: Content = None
    new: bool = False


@dataclass(frozen=True)
class Sheet:
    """All that is asked on a topic; `title` is what the sheet is called, `said` what is in it."""

    topic: str
    title: str
    said: Text
    lines: tuple[Line, ...]
    heads: tuple[Text, ...] = ()
    """What stands above the columns where each entry is a row of its own."""

    @property
    def heading(self) -> str:
        """What is in it, in both languages."""
        return f"{capitalised(self.said.lv)} / {self.said.en}"


def sheets(book: Book, year: str) -> tuple[Sheet, ...]:
    """Give the sheets of a year: one for each file, in their order, and one for each table with rows of its own."""
    made: list[Sheet] = []
    for topic, lines in asked(book, year).items():
        lv, en = hint(topic)
        title = title_of(lv, [one.title for one in made])
        values = tuple(_line(book, year, line) for line in lines if not _is_too_long(line))
        totals = tuple(_totals(book, year, topic))
        made.append(Sheet(topic, title, Text(lv=lv, en=en), values + totals))
    for topic, lines in in_tables(book, year).items():
        caption = build(book, year, topic.partition(".")[2]).caption or Text(lv=topic)
        words = said(book, caption, year)
        title = title_of(words.lv, [one.title for one in made])
        names = [line.name for line in lines if isinstance(line, Asked)]
        width = len({name.keys[-1] for name in names})
        heads = tuple(said(book, heading(book, name), year) for name in names[:width])
        made.append(Sheet(topic, title, words, tuple(_line(book, year, line) for line in lines), heads))
    return tuple(made)


def title_of(said: str, others: Collection[str]) -> str:
    """Give what a sheet about what is `said` is called: briefly, without what has no place there, not as `others`."""
    title = " ".join(_NOT_IN_A_TITLE.sub(" ", re.split(r"[;,(:]|\. ", said)[0]).split())
    while len(title) > _LONGEST_TITLE and " " in title:
        title = re.sub(r" \S+\Z| (?:un|vai|par) \S+\Z", "", title)
    title = capitalised(title[:_LONGEST_TITLE])
    return title if title not in others else f"{title[: _LONGEST_TITLE - 3]} {len(others)}"


def _is_too_long(line):
    return isinstance(line, Asked) and isinstance(line.value, Text) and len(line.value.lv + line.value.en) > LONGEST


def _line(book, year, line):
    depth = len(line.name.keys) - 1
    if isinstance(line, Group):
        return Line(line.name, called(book, line.name, as_group=True), depth, new=line.new)
    earlier = Name(year_after(year, -1), *line.name.keys)
    before = None
    if earlier.year in book.site.years and not line.new and is_there(book.site, earlier):
        before = _before(book, earlier, line.wanted)
    label = called(book, line.name)
    return Line(line.name, label, depth, line.wanted, None, shown(line.value, line.wanted), before, line.new)


def _before(book, name, wanted):
    value = name.value(book.site)
    return read(Renderer(book, "lv"), value, name.year) if isinstance(value, Text) else shown(value, wanted)[0]


def shown(value: Any, wanted: Wanted) -> tuple[Content, Content]:
    """Give what the cells of a value hold in Latvian (or in no language) and in English; None where it is empty."""
    if value is None:
        return None, None
    if wanted.kind == "text":
        return plain(value, "lv") or None, plain(value, "en") or None
    if wanted.kind in CHOSEN:
        keys = value if isinstance(value, tuple) else (value,)
        words = {key: text.lv.strip(" .") for key, text in wanted.words}
        return "; ".join(words.get(key, str(key)) for key in keys), None
    if wanted.kind == "figure" and not isinstance(value, int):
        return of_figure(value), None
    if isinstance(value, Percent | Hours):
        return Decimal(value), None
    return (value if isinstance(value, int | Decimal | datetime.date) else plain(value)), None


def spoken(value: str, wanted: Wanted, language: str) -> str:
    """Give a value as `plain` has it in the words of the sheet: `“12,5”`, `“05.09.2025”`, `“achieved”`."""
    if not value:
        return "nav norādīts" if language == "lv" else "not stated"
    if wanted.words:
        words = {key: text.in_(language).strip(" .") for key, text in (*wanted.words, *wanted.reworded)}
        value = "; ".join(words.get(key, key) for key in value.split("\n"))
    elif wanted.kind == "day":
        value = f"{datetime.date.fromisoformat(value):%d.%m.%Y}"
    elif wanted.kind in ("percent", "hours", "money", "figure") and language == "lv":
        value = value.replace(".", ",")
    return f"“{short(value)}”"


def _totals(book, year, topic):
    """Yield what follows from the numbers of a topic."""
    for figure in book.names[year].values():
        if isinstance(figure, Figure) and figure.operation in TOTALS and Name(year, figure.name).topic == topic:
            earlier = book.names.get(year_after(year, -1), {}).get(figure.name)
            before = earlier.written("lv") if isinstance(earlier, Figure) and earlier.value is not None else None
            name = Name(year, figure.name)
            yield Line(name, called(book, name), 1, None, figure, before=before)


def names_by_label(book: Book, year: str) -> dict[str, str]:
    """Give the names of the values of a year by what they are called in either language, `folded`.

    Where several are called so, it is "".
    """
    found: dict[str, str] = {}
    for sheet in sheets(book, year):
        for line in sheet.lines:
            if line.wanted and not line.new:
                name = str(line.name)
                for label in {folded(line.label.lv), folded(line.label.en)}:
                    found[label] = name if found.get(label, name) == name else ""
                found[folded(name)] = name
    return found


def folded(label: str) -> str:
    """Give what something is called as it is compared: in small letters, without quotation marks and stops round it."""
    return label.strip('“”" .:').casefold()
