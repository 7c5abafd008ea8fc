"""Learners: by area, from start to end, and where each area is taught."""

from macros.report.book import Book
from macros.show.charts.bars import Bar, Bars, Group
from macros.show.charts.bridge import Bridge, Step
from macros.show.charts.matrix import Matrix
from macros.show.tables.shape import Named, label


def learners(book: Book, year: str) -> Bars:
    """The areas at both dates, their changes, and the totals."""
    areas = book.site.years[year].learners.areas
    return Bars(
        tuple(Group(area.name, _at_both_dates(f"learners.areas.{key}.")) for key, area in areas.items()),
        changes=tuple(Named(f"learners.areas.{key}.change") for key in areas),
        total=Group(label(book, "all_areas"), _at_both_dates("learners.total_")),
        total_change=Named("learners.change"),
    )


def _at_both_dates(prefix):
    """Give a bar for each of the two dates on which learners are counted."""
    return tuple(Bar(Named(f"learners.{moment}_date"), Named(f"{prefix}{moment}")) for moment in ("start", "end"))


def learners_flow(book: Book, year: str) -> Bridge:
    """As the report has it: what was counted, who joined and left, and the number printed with the goals."""
    steps = [
        Step("level", label(book, "flow_start"), Named("learners.total_start")),
        Step("more", label(book, "flow_joined"), Named("learners.movement.joined")),
        Step("less", label(book, "flow_left"), Named("learners.movement.left")),
        Step("level", label(book, "flow_end"), Named("learners.total_end")),
    ]
    goal = book.site.years[year].targets.measured.get("learners")
    if goal and goal.reached != book.facts[year].figure("learners.total_end").value:
        steps.append(Step("elsewhere", label(book, "flow_reported"), Named("targets.measured.learners.reached")))
    return Bridge(tuple(steps))


def places(book: Book, year: str) -> Matrix:
    """Addresses by area, those with the most areas first."""
    report = book.site.years[year]
    areas = report.learners.areas
    taught = {key: tuple(key in area.places for area in areas.values()) for key in report.places.addresses}
    rows = [(report.places.addresses[key], taught[key]) for key in sorted(taught, key=lambda key: -sum(taught[key]))]
    corner = book.site.tables["places"].columns["address"].heading
    return Matrix(corner, tuple(area.name for area in areas.values()), tuple(rows))
