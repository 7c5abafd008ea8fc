"""The criteria of section 3: what is answered, and what else the data know of each.

These tables stay here, as their rows stand in several files: names, order and groups in the form, answers in the year,
what was needed in the year before, and which figures belong to a criterion in `sources.yml`.
"""

from collections.abc import Iterator

from macros.data.name import Name
from macros.data.schema import Text
from macros.data.schema.form import Criterion
from macros.pages.calls import calls_in
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.tables import expanded
from macros.show.sources import cited
from macros.show.tables.discrepancies import discrepancies
from macros.show.tables.numbers import called, figures
from macros.show.tables.of_years import heads
from macros.show.tables.shape import Content, Group, Named, OfYear, PageLink, Row, Stack, Table, label, one_group

_GOALS = {
    "targets.measured.*": ("set", "reached"),
    "targets.other.*": ("set", "reached"),
    "priorities.items.*.quantitative": ("expected", "result"),
    "priorities.items.*.qualitative": ("expected", "result"),
    "targets.next.*": ("text", None),
    "next_year.items.*": ("quantitative", None),
}
"""What was aimed at: what says it, and what tells how far it was met."""


def indicators(book: Book, year: str, key: str) -> Table:
    """The answers to a criterion in the order and under the names of the form; a check tells of what is missing."""
    criterion = _criterion(book, year, key)
    return Table(tuple(_answers(book, year, key, None)), layout="stacked", columns=criterion.heads)


def compared(book: Book, year: str, key: str) -> Table:
    """The answers, beside what was needed by the report before, where there is one."""
    before = book.site.before(year)
    columns = heads(book, year, "criteria.*.compared")
    return Table(tuple(_answers(book, year, key, before)), layout="stacked", columns=columns)


def _answers(book, year, key, before) -> Iterator[Group]:
    """Yield the answers to a criterion, by group, behind what was needed in the year `before`, if there is one."""
    criterion, answers = _criterion(book, year, key), book.site.years[year].criteria.items[key].indicators
    earlier = book.site.years[before].criteria.items.get(key) if before else None
    answered = {name: item for name, item in criterion.indicators.items() if name in answers}
    for group in dict.fromkeys(item.group for item in answered.values()):
        rows = []
        for name, item in answered.items():
            if item.group == group:
                needed = earlier.indicators.get(name) if earlier else None
                past: list[Content] = [OfYear(needed.needs, before) if needed else "–"] if before else []
                rows.append(Row(item.name, (*past, answers[name].strengths, answers[name].needs)))
        yield Group(tuple(rows), heading=criterion.groups[group] if group else None)


def figures_of(book: Book, year: str, key: str) -> Table:
    """The figures that the report gives in the section of a criterion, and where else in it each stands."""
    before = book.site.before(year)
    earlier = book.names[before] if before else {}
    columns = heads(book, year, "criteria.*.figures")
    rows = []
    for name in _own_figures(book, year, key):
        cells: list[Content] = [Named(name), _sections(book, year, name)]
        if before:
            cells.insert(1, Named(name, before) if isinstance(earlier.get(name), Figure) else "–")
        rows.append(Row(called(book, year, name) or name, tuple(cells)))
    numeric = frozenset(range(1, len(columns) - 1))
    return one_group(rows, numeric=numeric, layout="lined", columns=columns)


def goals(book: Book, year: str, key: str) -> Table:
    """The targets and priorities, of the year and of the next, that tell of a figure of a criterion."""
    own, rows = {*_own_figures(book, year, key)}, []
    for pattern, (aim, outcome) in _GOALS.items():
        for item in expanded(book.site, Name(year, pattern)):
            if own & _told_in(book, item):
                name = getattr(item.value(book.site), "name", None) or getattr(
                    item.above.value(book.site), "name", None
                )
                page = PageLink(_page_of(book, year, item.topic))
                what = Stack((name, page)) if name else page
                rows.append(Row(what, (_said(book, item, aim), _said(book, item, outcome) if outcome else "–")))
    return one_group(rows, layout="stacked")


def unclear(book: Book, year: str, key: str) -> Table:
    """The known discrepancies that are told of on the page of a criterion."""
    number = _criterion(book, year, key).number
    page = next(
        (one.page for one in _form(book, year).sections if one.level == 1 and one.heading.lv.startswith(number)), ""
    )
    return discrepancies(book, year, page.removesuffix(".md"))


def _form(book, year):
    return book.site.forms[book.site.years[year].report.form]


def _criterion(book, year, key) -> Criterion:
    return _form(book, year).criteria[key]


def _own_figures(book, year, key):
    """Yield the names of the figures of a year that stand in the section of a criterion."""
    number = _criterion(book, year, key).number
    for name in figures(book, year):
        if any(isinstance(one, str) and f"{one}.".startswith(number) for one in cited(book, year, name)):
            yield name


def _sections(book, year, name):
    """Give the numbers of the sections in which a figure stands, as each language writes them."""
    found = [one for one in cited(book, year, name) if isinstance(one, str)]
    return Text(lv=", ".join(f"{one}." for one in found), en=", ".join(found))


def _told_in(book, item):
    """Give the names of the figures that stand in an item of the data, or that its words call for."""
    names = {name for name in book.names[item.year] if name.startswith(f"{item}.")}
    texts = (one for name in names if isinstance(one := book.names[item.year][name], Text))
    return names | {call.get("name") for text in texts for call in calls_in(text.lv, "")[0]}


def _page_of(book, year, topic):
    """Give the page on which the form wants the tables of a file of the data."""
    sections = _form(book, year).sections
    return next(
        (one.page.removesuffix(".md") for one in sections if any(name.split(".")[0] == topic for name in one.tables)),
        "index",
    )


def _said(book, item, field) -> Content:
    """Give what stands in a field of an item, below its status where it has one."""
    place = item.value(book.site)
    value = getattr(place, field)
    shown = value if isinstance(value, Text) or value is None else Named(str(item.below(field)))
    status = getattr(place, "status", None) if field == "result" else None
    return Stack((label(book, f"status_{status}"), shown)) if status else shown
