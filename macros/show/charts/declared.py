"""Charts that are declared: `data/charts.yml`, and `figures.yml` of a year, say what is drawn.

Names are looked for as in tables.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from macros.data.schema import Text
from macros.data.schema.charts import BarsChart, BridgeChart, Chart, MatrixChart, SharesChart, StatusesChart, YearsChart
from macros.report.book import Book
from macros.report.compute import Figure
from macros.show.charts.bars import Bar, Bars, Group
from macros.show.charts.bridge import Bridge, Step
from macros.show.charts.line import Line, Lines
from macros.show.charts.matrix import Matrix
from macros.show.charts.shape import Shown
from macros.show.charts.shares import Answer, Question, Shares
from macros.show.charts.statuses import Status, Statuses
from macros.show.tables.declared import Around, differ, show
from macros.show.tables.shape import Named, filled, label, told
from macros.words.language import school_year, years_through

HUNDRED = 100
TWO_YEARS = 2


def rows(book: Book, year: str, pattern: str) -> list[Around]:
    """Give where names are looked for, for each of the rows of a chart."""
    around = Around(book, year, ())
    return [
        replace(around, places=(str(item),), key=item.keys[-1], position=at, item=item)
        for at, item in enumerate(around.names(pattern), 1)
    ]


def drawn(book: Book, year: str, chart: Chart) -> Bars | Lines | Shares | Statuses | Matrix | Bridge | None:
    """Give what a declared chart draws for a year, None where there is nothing to draw."""
    return _DRAWN[type(chart)](book, year, chart)


def _words(row: Around, shown: Any) -> Any:
    """Give what is shown: words, or a figure where that stands in their place."""
    return show(row, shown)


def _headed(chart, row) -> Any:
    return chart.instead.get(row.key) or _words(row, chart.heading)


def _named(row, name) -> Named:
    """Give a figure by its name, as it is called from a row."""
    return Named(next((str(one) for one in row.names(name)), name))


def _bars(book, year, chart) -> Bars | None:
    groups, around = [], Around(book, year, ())
    for row in rows(book, year, chart.rows):
        bars = tuple(Bar(_words(row, bar.words), _named(row, bar.show)) for bar in chart.bars)
        shares = [one.kind.is_share for bar in chart.bars if (one := row.figure(bar.show)) and one.value is not None]
        full = HUNDRED if chart.own_scale and shares and all(shares) else None
        groups.append(Group(_headed(chart, row), bars, full))
    total = None
    if chart.total:
        pairs = zip(chart.bars, chart.total.bars, strict=True)
        bars = tuple(Bar(_words(around, bar.words), Named(name)) for bar, name in pairs)
        total = Group(chart.total.heading, bars)
    changes = tuple(_named(row, chart.change) for row in rows(book, year, chart.rows)) if chart.change else ()
    change = Named(chart.total.change) if chart.total and chart.total.change else None
    return Bars(tuple(groups), chart.own_scale, changes, total, change) if groups else None


def _years(book, year, chart) -> Bars | Lines | None:
    """Give bars or lines from the first year that has any of them to the last up to this, as soon as there are two."""
    told = [
        other
        for other in book.side_by_side
        if other <= year and any(_in_year(book, other, bar.show) for bar in chart.bars)
    ]
    if len(told) < TWO_YEARS:
        return None
    around = Around(book, year, ())
    school = label(book, "year_alone" if chart.kind == "line" else "school_year")  # along a line there is less room
    drawn = years_through(told[0], told[-1])
    heads = [filled(school, year=partial(school_year, other)) for other in drawn]
    words = [_words(around, bar.words) for bar in chart.bars]
    figures = [tuple(_in_year(book, other, bar.show) for other in drawn) for bar in chart.bars]
    if chart.kind == "line":
        return Lines(tuple(heads), tuple(map(Line, words, figures)))
    by_year = zip(*figures, strict=True)
    return Bars(tuple(Group(head, tuple(map(Bar, words, of))) for head, of in zip(heads, by_year, strict=True)))


def _in_year(book, year, name) -> Shown:
    """Give a figure of a year, None where its report has none, words for that where there is no report."""
    if year not in book.side_by_side:
        return label(book, "no_report")
    return Named(name, year) if isinstance(book.names[year].get(name), Figure) else None


def pieces_of(row: Around, pieces: tuple[Any, ...]) -> Iterator[tuple[Any, Around]]:
    """Yield each piece with where its names are looked for: one for each of a pattern, else the row itself."""
    for piece in pieces:
        for item in row.names(piece.each) if piece.each else [None]:
            yield piece, replace(row, places=(str(item), *row.places), item=item) if item else row


def _shares(book, year, chart) -> Shares | None:
    questions = []
    for row in rows(book, year, chart.rows):
        pieces = list(pieces_of(row, chart.parts))
        answers = tuple(Answer(_words(here, piece.words), _named(here, piece.show)) for piece, here in pieces)
        total = row.figure(chart.total) if chart.total and answers[1:] else None
        questions.append(
            Question(
                _headed(chart, row),
                _words(row, chart.asked) if chart.asked else None,
                _words(row, chart.base) if chart.base else None,
                answers,
                Named(total.name) if total and total.value is not None else None,
            )
        )
    return Shares(tuple(questions)) if questions else None


def _statuses(book, year, chart) -> Statuses | None:
    found = [
        (_headed(chart, row), tuple(_status(row, sign.show) for sign in chart.signs))
        for row in rows(book, year, chart.rows)
    ]
    around = Around(book, year, ())
    counts = tuple((_words(around, count.words), Named(count.show)) for count in chart.counts)
    return Statuses(tuple(sign.words for sign in chart.signs), tuple(found), counts) if found else None


def _status(row, show) -> Status:
    name = next(iter(row.names(show)), None)
    key = row.value(name) if name else None
    words = label(row.book, f"status_{key}" if key else "not_stated")
    return Status(key, told(words, name) if name else words)


def _matrix(book, year, chart) -> Matrix | None:
    """Give the rows, those with the most first."""
    columns = list(pieces_of(Around(book, year, ()), chart.columns))
    found = [
        (_headed(chart, row), tuple(_is_there(row, *one) for one in columns)) for row in rows(book, year, chart.rows)
    ]
    found.sort(key=lambda row: -sum(row[1]))
    words = tuple(_of_column(piece, here) for piece, here in columns)
    said = (chart.there, chart.counted, chart.everywhere)
    return Matrix(chart.corner, words, tuple(found), *said) if found else None


def _of_column(piece, here) -> Text:
    words = _words(here, piece.words)
    return told(words, here.item.below(piece.holding)) if piece.holding else words


def _is_there(row, piece, here) -> bool:
    if piece.holding:
        return row.key in (row.value(here.item.below(piece.holding)) or ())
    return any(row.value(one) not in (None, "no") for one in row.names(piece.show))


def _bridge(book, year, chart) -> Bridge | None:
    around = Around(book, year, ())
    steps = [step for step in chart.steps if not step.differs_from or differ(around, step.show, step.differs_from)]
    if not [step for step in steps if step.what != "elsewhere"][1:]:
        return None
    return Bridge(tuple(Step(step.what, step.words, Named(step.show)) for step in steps))


_DRAWN: dict[type, Callable[[Book, str, Any], Any]] = {
    BarsChart: _bars,
    YearsChart: _years,
    SharesChart: _shares,
    StatusesChart: _statuses,
    MatrixChart: _matrix,
    BridgeChart: _bridge,
}
