"""What is drawn in charts: bars, steps, shares by the names of their figures. How it looks is for `html.chart`.

Each kind of chart has a file: its shape, its sentences, its table. What charts there are is declared in
`data/charts.yml`; pages call them with `figure`. What a chart tells of a year is in the year's `figures.yml`, and so is
a chart that only this year has.
"""

from dataclasses import dataclass

from macros.data.name import Name
from macros.data.schema import Text
from macros.data.schema.charts import BridgeChart, YearsChart
from macros.data.schema.charts import Chart as Declared
from macros.report.book import Book
from macros.report.once import once_per_data
from macros.show.charts.bars import Bars
from macros.show.charts.bridge import Bridge
from macros.show.charts.declared import drawn
from macros.show.charts.line import Lines
from macros.show.charts.matrix import Matrix
from macros.show.charts.shares import Shares
from macros.show.charts.statuses import Statuses
from macros.show.messages import is_lacking
from macros.show.sources import source
from macros.show.tables.shape import filled
from macros.words.language import year_marks

Chart = Bars | Bridge | Lines | Shares | Statuses | Matrix


def declarations(book: Book, year: str) -> dict[str, Declared]:
    """Give the charts of a year by their names: those of all years, and its own, which may stand in their place."""
    own = {name: one.chart for name, one in book.site.years[year].figures.items() if one.chart}
    return {**book.site.charts, **own}


@dataclass(frozen=True)
class Message:
    """The texts that stand round a chart; None where there are none, which checks tell."""

    heading: Text | None
    measured: Text | None
    source: Text | None


@once_per_data
def build(book: Book, year: str, name: str) -> Chart:
    """Give the `Chart` called `name` for a year. Raises KeyError where there is none."""
    chart = drawn(book, year, declarations(book, year)[name])
    if chart is None:
        raise KeyError(name)
    return chart


def place(book: Book, year: str, name: str) -> Name:
    """Give the `Name` of the data that the chart called `name` shows, the first if there are several."""
    return Name(year, data_of(book, year, name)[0])


def data_of(book: Book, year: str, name: str) -> tuple[str, ...]:
    """Give the names of the data that a chart shows."""
    chart = declarations(book, year)[name]
    if chart.data:
        return chart.data
    if isinstance(chart, YearsChart):
        return tuple(bar.show for bar in chart.bars if bar.show)
    return tuple(step.show for step in chart.steps) if isinstance(chart, BridgeChart) else (_holder(chart.rows),)


def _holder(pattern):
    """Give what holds all that a pattern stands for; of the rows of a table, that is the table."""
    return pattern.partition(".*")[0].removesuffix(".rows")


def message(book: Book, year: str, name: str) -> Message:
    """Give the `Message` of a chart."""
    chart = declarations(book, year).get(name)
    return Message(
        heading=heading(book, year, name)[0],
        measured=filled(chart.measured, **year_marks(year)) if chart else None,
        source=source(book, year, *data_of(book, year, name)),
    )


def heading(book: Book, year: str, name: str) -> tuple[Text | None, bool]:
    """Give the heading of a chart, and whether it is the year's own: else, as a number of it is missing, its subject.

    None where there is neither, which checks tell.
    """
    told, chart = book.site.years[year].figures.get(name), declarations(book, year).get(name)
    subject = chart.subject if chart else None
    if told and (subject is None or not is_lacking(book, year, told.heading)):
        return told.heading, True
    return subject, False


def subject(book: Book, year: str, name: str) -> Text | None:
    """Give what a chart is of, without what it tells; its heading where nobody has said it."""
    return declarations(book, year)[name].subject or heading(book, year, name)[0]


def is_blank(book: Book, year: str, name: str) -> bool:
    """Say whether there is nothing to draw yet, as the data of the chart are not stated."""
    return build(book, year, name).is_blank(book, year)


def of_all_years(book: Book, year: str, name: str) -> bool:
    """Say whether a chart tells of several years, and so needs no message of one."""
    return isinstance(declarations(book, year).get(name), YearsChart)


def known(book: Book, year: str) -> list[str]:
    """Give the names of all charts of a year; what needs two years has none in the first."""
    return [name for name, chart in declarations(book, year).items() if drawn(book, year, chart) is not None]
