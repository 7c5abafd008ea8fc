"""Rules for charts that are declared in the data: what they name is there."""

from collections.abc import Iterator

from macros.check.tables import lacking, unknown_name
from macros.data.name import Name
from macros.data.schema.charts import BarsChart, BridgeChart, Chart, YearsChart
from macros.report.book import Book
from macros.report.compute import Figure
from macros.show.charts import declarations
from macros.show.charts.declared import pieces_of, rows
from macros.show.tables.declared import Around
from macros.words.problems import Problem, Sentences


def charts_name_what_exists(book: Book) -> Iterator[Problem]:
    """What a declared chart draws is in the data of a year: its rows, the figures and words in each.

    As a chart may show what only some years have, all years are looked at together.
    """
    if not book.has(None):
        return
    known = {name for names in book.names.values() for name, one in names.items() if isinstance(one, Figure)}
    for year in book.site.years:
        for name, chart in declarations(book, year).items():
            own = Name(year, "figures", name, "chart")
            whose = own if book.loaded.is_typed(own) else Name(None, "charts", name)
            for part, words in _faults(book, year, chart, known):
                yield book.problem(whose.below(part), *words)


def _faults(book: Book, year: str, chart: Chart, known: set[str]) -> Iterator[tuple[str, Sentences]]:
    around = Around(book, year, ())
    if isinstance(chart, YearsChart):
        yield from (("bars", unknown_name(book, year, bar.show)) for bar in chart.bars if bar.show not in known)
    elif isinstance(chart, BridgeChart):
        lost = (step.show for step in chart.steps if step.show not in known)
        yield from (("steps", unknown_name(book, year, name)) for name in lost)
    else:
        every = rows(book, year, chart.rows)
        if not every and not around.names(chart.rows.partition(".*")[0]):
            yield "rows", unknown_name(book, year, chart.rows)
        yield from (("heading", words) for words in lacking(book, year, chart.heading, every))
        field = next(field for field in ("bars", "parts", "columns", "signs") if hasattr(chart, field))
        yield from ((field, words) for words in _of_pieces(book, year, getattr(chart, field), every))
    if isinstance(chart, BarsChart):
        if chart.change and every and not any(row.figure(chart.change) for row in every):
            yield "change", unknown_name(book, year, chart.change)
        totals = (*chart.total.bars, chart.total.change or chart.total.bars[0]) if chart.total else ()
        yield from (("total", unknown_name(book, year, name)) for name in totals if not around.figure(name))


def _of_pieces(book, year, pieces, every) -> Iterator[Sentences]:
    here = [one for row in every for one in pieces_of(row, pieces)]
    for piece in pieces if every else ():
        own = [around for of, around in here if of is piece]
        if piece.each and not own and not every[0].names(piece.each.partition(".*")[0]):
            yield unknown_name(book, year, piece.each)
        for shown in (piece.words, piece.show):
            yield from lacking(book, year, shown, own)
