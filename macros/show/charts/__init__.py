"""What is drawn in charts: bars, steps, shares by the names of their figures. How it looks is for `html.chart`.

Each kind of chart has a file: its shape, its sentences, its table. Each chart is a function of the book and the year in
the file of its topic. Pages call it with `figure`, by its name in the list below; what it measures is in
`data/words.yml` under that name, what it tells of a year in the year's `figures.yml`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from macros.data.name import Name
from macros.data.schema import LANGUAGES, Text
from macros.report.book import Book, once_per_book
from macros.show.charts import goals, learners, survey
from macros.show.charts.bars import Bars
from macros.show.charts.bridge import Bridge
from macros.show.charts.matrix import Matrix
from macros.show.charts.shares import Shares
from macros.show.charts.statuses import Statuses
from macros.show.messages import heading
from macros.show.sources import source
from macros.show.tables.shape import filled
from macros.words.language import year_marks

Chart = Bars | Bridge | Shares | Statuses | Matrix


class Builder(NamedTuple):
    """How a chart is made, None where a year has nothing to draw; and the names of the data that it shows."""

    build: Callable[[Book, str], Chart | None]
    data: tuple[str, ...]


CHARTS = {
    "targets": Builder(goals.targets, ("targets.measured",)),
    "learners_years": Builder(goals.learners_years, ("targets.measured.learners",)),
    "priorities": Builder(goals.priorities, ("priorities.items",)),
    "learners": Builder(learners.learners, ("learners.areas",)),
    "learners_flow": Builder(
        learners.learners_flow, ("learners.movement", "learners.areas", "targets.measured.learners.reached")
    ),
    "places": Builder(learners.places, ("learners.areas",)),
    "survey": Builder(survey.survey, ("survey.questions", "survey.respondents")),
}
"""All charts by the names that pages call them by."""
OF_ALL_YEARS = ("learners_years",)
"""Charts that tell of several years, and so have no message of one."""


@dataclass(frozen=True)
class Message:
    """The texts that stand round a chart; None where there are none, which checks tell."""

    heading: Text | None
    measured: Text | None
    source: Text | None


@once_per_book
def build(book: Book, year: str, name: str) -> Chart:
    """Give the `Chart` called `name` for a year. Raises KeyError where there is none."""
    chart = CHARTS[name].build(book, year)
    if chart is None:
        raise KeyError(name)
    return chart


def place(year: str, name: str) -> Name:
    """Give the `Name` of the data that the chart called `name` shows, the first if there are several."""
    return Name(year, CHARTS[name].data[0])


def message(book: Book, year: str, name: str) -> Message:
    """Give the `Message` of a chart."""
    words = book.site.words.figures.get(name)
    marks = {language: year_marks(year, language) for language in LANGUAGES}
    return Message(
        heading=heading(book, year, name)[0],
        measured=filled(words.measured, **marks) if words else None,
        source=source(book, year, *CHARTS[name].data),
    )


def is_blank(book: Book, year: str, name: str) -> bool:
    """Say whether there is nothing to draw yet, as the data of the chart are not stated."""
    return build(book, year, name).is_blank(book, year)


def known(book: Book, year: str) -> list[str]:
    """Give the names of all charts of a year; what needs two years has none in the first."""
    return [name for name, builder in CHARTS.items() if builder.build(book, year) is not None]
