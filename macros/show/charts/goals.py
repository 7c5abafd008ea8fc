"""Goals: what was set, reached and set for the next year; how far the priorities were achieved."""

from macros.report.book import Book
from macros.show.charts.bars import Bar, Bars, Group
from macros.show.charts.statuses import Status, Statuses
from macros.show.tables.shape import Named, filled, label
from macros.words.language import school_year

HUNDRED = 100
COLUMNS = ("set", "reached", "next")
TWO_YEARS = 2
STATUSES = ("achieved", "partly", "not_achieved")


def targets(book: Book, year: str) -> Bars:
    """The measured targets, each on a scale of its own: people from zero, shares out of a hundred."""
    groups = [
        Group(
            label(book, "target_group_learners") if target.unit == "learners" else target.name,
            _bars(book, key, COLUMNS),
            full=HUNDRED if target.unit == "percent" else None,
        )
        for key, target in book.site.years[year].targets.measured.items()
    ]
    return Bars(tuple(groups), groups_differ=True)


def learners_years(book: Book, year: str) -> Bars | None:
    """Target and result of each year up to this one, as soon as there are two."""
    years = book.site.years
    told = [other for other in sorted(years) if other <= year and "learners" in years[other].targets.measured]
    if len(told) < TWO_YEARS:
        return None
    return Bars(tuple(_target_and_result(book, other) for other in told))


def _target_and_result(book, year):
    marks = {language: {"{year}": school_year(year, language)} for language in ("lv", "en")}
    return Group(filled(label(book, "school_year"), **marks), _bars(book, "learners", ("set", "reached"), year))


def _bars(book, key, columns, year=None):
    return tuple(
        Bar(label(book, f"target_{column}"), Named(f"targets.measured.{key}.{column}", year)) for column in columns
    )


def priorities(book: Book, year: str) -> Statuses:
    """How far both halves of each priority were achieved, and how many halves have each status."""
    rows = []
    for item in book.site.years[year].priorities.items.values():
        marks = {language: {"{number}": item.number, "{name}": item.name.in_(language)} for language in ("lv", "en")}
        halves = (item.quantitative.status, item.qualitative.status)
        rows.append((filled(label(book, "priority_row"), **marks), tuple(_status(book, status) for status in halves)))
    columns = (label(book, "quantitative"), label(book, "qualitative"))
    counts = tuple((label(book, f"status_{key}"), Named(f"priorities.{key}")) for key in STATUSES)
    return Statuses(columns, tuple(rows), counts)


def _status(book, key):
    return Status(key, label(book, f"status_{key}" if key else "not_stated"))
