"""What changed since the year before: figures with another value, those that came or went, or mean something else.

These tables stay here, as they are about the names, values and meanings of all figures of two years.
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial

from macros.data.name import Name
from macros.data.schema import Text
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.kind import CHANGE_PERCENT, COUNT, HOURS, MONEY, change_of
from macros.report.once import once_per_data
from macros.report.rules import known
from macros.show.joined import CHANGES
from macros.show.tables.corrected import with_corrections
from macros.show.tables.numbers import PLANS, called, described, figures, topic_words
from macros.show.tables.of_years import heads
from macros.show.tables.shape import Content, Group, Named, PageLink, Row, Table, filled, label, one_group, stack
from macros.words.language import number

LEAST = 10
"""The least number of which a change is told in percent: of fewer, a percentage would tell little."""
UNITS = ("count", "percent", "hours", "euro")
"""The units in which there is a difference, or a line; figures of a subject stand in this order."""
_COUNTED = ("count", "chosen")
"""What counts those that there are: that these are others, as priorities are each year, is no other meaning."""
_SCHOOL_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)(?:\.?/\d{2,4}\.?)?")
_Pair = tuple[str, Figure | None, Figure | None]


def page(book: Book, year: str) -> PageLink | None:
    """Give the link to the page of what changed in a year, None where there is no such page."""
    return PageLink(CHANGES) if f"{year}/{CHANGES}.md" in book.nav else None


def changes(book: Book, year: str) -> Table:
    """The figures that both years state in one unit, and whose values differ as readers see them, by the difference."""
    groups: dict[str, list[tuple[tuple[int, Fraction], Row]]] = {}
    unclear = _unclear(book, year)
    for last, (name, old, new) in _pairs(book, year):
        if (
            old
            and new
            and None not in (old.value, new.value)
            and old.kind.unit == new.kind.unit
            and old.kind.seen(old.value) != new.kind.seen(new.value)
        ):
            size, *by = difference(book, old, new)
            head = stack(called(book, year, name) or name, *unclear.get(name, ()))
            row = Row(head, (*_both(book, last, year, name), *by), name=name)
            groups.setdefault(Name(year, name).topic, []).append((size, row))
    parts = [
        Group(tuple(row for _size, row in sorted(rows, key=lambda one: one[0])), topic_words(topic))
        for topic, rows in groups.items()
    ]
    columns, numeric = heads(book, year, "changes"), frozenset(range(1, 5))
    return Table(tuple(parts), numeric, layout="lined", columns=columns, folded=True)


def came_and_went(book: Book, year: str) -> Table:
    """The figures that only one of the years has, or states; but not what is planned for the next."""
    found: dict[str, list[Row]] = {"changes_new": [], "changes_gone": [], "changes_unstated": []}
    for last, (name, old, new) in _pairs(book, year):
        if name.startswith(PLANS):
            continue
        if old is None or new is None or (old.value is None) != (new.value is None):
            kind = "changes_new" if old is None else "changes_gone" if new is None else "changes_unstated"
            head = called(book, last if new is None else year, name) or name
            was, now = _both(book, last, year, name)
            found[kind].append(Row(head, (was if old else "–", now if new else "–"), name=name))
    parts = tuple(Group(tuple(rows), label(book, kind)) for kind, rows in found.items() if rows)
    columns = heads(book, year, "changes.figures")
    return Table(parts, frozenset({1, 2}), layout="lined", columns=columns, folded=True)


def redefined(book: Book, year: str) -> Table:
    """The figures that are called otherwise than the year before, are in another unit, or follow from others."""
    rows = [
        Row(called(book, year, name) or name, (stack(*said),), name=name)
        for last, (name, old, new) in _pairs(book, year)
        if old and new and (said := meant_otherwise(book, name, last, year))
    ]
    return one_group(rows, layout="stacked", columns=heads(book, year, "changes.definitions"))


def meant_otherwise(book: Book, name: str, earlier: str, later: str) -> list[Text]:
    """Give what is another about a figure of two years than its value: how it is called, its unit, its calculation.

    School years in what it is called are no difference, and English words are only a translation.
    """
    old, new = book.names[earlier][name], book.names[later][name]
    if not isinstance(old, Figure) or not isinstance(new, Figure):
        return []
    was, now = described(book, earlier, name), described(book, later, name)
    said: list[Text] = []
    if was and now and _SCHOOL_YEAR.sub("", was.lv) != _SCHOOL_YEAR.sub("", now.lv):
        said.append(filled(label(book, "changed_words"), name=was))
    return said + made_otherwise(book, name, earlier, later)


def made_otherwise(book: Book, name: str, earlier: str, later: str) -> list[Text]:
    """Give what is another about the unit of a figure of two years, or about what it follows from."""
    old, new = (book.names[year][name] for year in (earlier, later))
    if not isinstance(old, Figure) or not isinstance(new, Figure):
        return []
    said: list[Text] = []
    if None not in (old.value, new.value) and old.kind.unit != new.kind.unit:
        before, now = (label(book, f"unit_{figure.kind.unit}") for figure in (old, new))
        said.append(filled(label(book, "changed_unit"), before=before, now=now))
    others = {*old.parts} ^ {*new.parts} if new.operation not in _COUNTED else set()
    if new.operation == "met":  # it follows only from those that are stated
        others -= book.names[earlier].keys() & book.names[later].keys()
    if old.operation != new.operation or others:
        said.append(label(book, "changed_calculation"))
    return said


def _pairs(book: Book, year: str) -> Iterator[tuple[str, _Pair]]:
    """Yield the year before, if there is one, and `(name, its figure then, its figure now)` of the figures of both."""
    last = book.site.before(year)
    if last:
        old, new = figures(book, last), figures(book, year)
        yield from ((last, (name, old.get(name), new.get(name))) for name in dict.fromkeys((*new, *old)))


def _both(book: Book, last: str, year: str, name: str) -> tuple[Content, Content]:
    """Give a figure of two years, each with its corrections."""
    return (
        with_corrections(book, last, name, Named(name, last)),
        with_corrections(book, year, name, Named(name)),
    )


def difference(book: Book, old: Figure, new: Figure) -> tuple[tuple[int, Fraction], Content, Content]:
    """Give what to sort by, the difference, and that in percent; a dash where there is none.

    It is that of the numbers that readers see, so that they can check it; that of shares is in percentage points.
    """
    (low, least), (high, most) = (figure.kind.seen(figure.value) for figure in (old, new))
    unit = new.kind.unit
    if unit not in UNITS or old.kind.unit != unit or (low, high) != (least, most):
        return (len(UNITS), Fraction(0)), "–", "–"
    by = high - low
    told: Content = _in_both(lambda language: change_of(new.kind).write(by, language))
    if unit == "percent":
        told = filled(label(book, "points"), number=partial(number, by, signed=True))
    growth: Content = "–"
    if new.kind in (COUNT, HOURS, MONEY) and low >= LEAST:
        percent = 100 * Fraction(by) / Fraction(low)
        growth = _in_both(lambda language: CHANGE_PERCENT.write(percent, language))
    return (UNITS.index(unit), -abs(Fraction(by))), told, growth


def _in_both(write: Callable[[str], str]) -> Text:
    return Text(lv=write("lv"), en=write("en"))


@once_per_data
def _unclear(book: Book, year: str) -> dict[str, list[Text]]:
    """Give by the name of a figure what is said of the known discrepancies that it has part in, for readers."""
    found: dict[str, list[Text]] = {}
    for record in book.site.years[year].discrepancies.values():
        names = {name for finding in known(record, book.broken_rules[year]) for name in finding.names}
        for name in names if record.shown else ():
            found.setdefault(name, []).append(filled(label(book, "changes_unclear"), name=record.title))
    return found
