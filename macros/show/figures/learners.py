"""Learners: by area, from start to end, and where each area is taught."""

from macros.data.schema import Text
from macros.show.figures.shape import Bar, Bars, Bridge, Group, Matrix, Step, builder
from macros.show.tables.shape import label


def at_both_dates(prefix, columns=("start", "end")):
    """Give a bar for each of the two dates on which learners are counted."""
    dates = [f'{{{{ value("learners.{moment}_date") }}}}' for moment in ("start", "end")]
    return tuple(Bar(Text(lv=date, en=date), f"{prefix}.{column}") for date, column in zip(dates, columns, strict=True))


@builder("learners", topic="learners")
def _learners(site, year):
    areas = site.years[year].learners.areas
    names = [f"learners.areas.{key}" for key in areas]
    return Bars(
        tuple(Group(area.name, at_both_dates(name)) for area, name in zip(areas.values(), names, strict=True)),
        changes=tuple(f"{name}.change" for name in names),
        total=Group(label(site, "all_areas"), at_both_dates("learners", ("total_start", "total_end"))),
        total_change="learners.change",
    )


@builder("learners_flow", topic="learners")
def _learners_flow(site, year):
    """As the report has it: what was counted, who joined and left, and the number printed with the goals."""
    steps = [
        Step("level", label(site, "flow_start"), "learners.total_start"),
        Step("more", label(site, "flow_joined"), "learners.movement.joined"),
        Step("less", label(site, "flow_left"), "learners.movement.left"),
        Step("level", label(site, "flow_end"), "learners.total_end"),
    ]
    if "learners" in site.years[year].targets.measured:
        steps.append(Step("elsewhere", label(site, "flow_reported"), "targets.measured.learners.reached"))
    return Bridge(tuple(steps))


@builder("places", topic="learners")
def _places(site, year):
    report = site.years[year]
    areas = report.learners.areas
    taught = {key: tuple(key in area.places for area in areas.values()) for key in report.places.addresses}
    rows = [(report.places.addresses[key], taught[key]) for key in sorted(taught, key=lambda key: -sum(taught[key]))]
    corner = site.words.tables["places"].columns[0]
    return Matrix(corner, tuple(area.name for area in areas.values()), tuple(rows))
