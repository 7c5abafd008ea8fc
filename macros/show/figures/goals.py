"""Goals: what was set, reached and set for the next year; how far the priorities were achieved."""

from macros.show.figures.shape import Bar, Bars, Group, Status, Statuses, builder
from macros.show.tables.shape import filled, label
from macros.words.language import school_year

HUNDRED = 100
COLUMNS = ("set", "reached", "next")
TWO_YEARS = 2
STATUSES = ("achieved", "partly", "not_achieved")


@builder("targets", topic="targets")
def _targets(site, year):
    """The measured targets, each on a scale of its own: people from zero, shares out of a hundred."""
    groups = [
        Group(
            label(site, "target_group_learners") if target.unit == "learners" else target.name,
            tuple(Bar(label(site, f"target_{column}"), f"targets.measured.{key}.{column}") for column in COLUMNS),
            full=HUNDRED if target.unit == "percent" else None,
        )
        for key, target in site.years[year].targets.measured.items()
    ]
    return Bars(tuple(groups), groups_differ=True)


@builder("learners_years", topic="targets")
def _learners_years(site, year):
    """Target and result of each year up to this one, as soon as there are two."""
    years = [
        other for other in sorted(site.years) if other <= year and "learners" in site.years[other].targets.measured
    ]
    if len(years) < TWO_YEARS:
        return None
    return Bars(tuple(_target_and_result(site, other) for other in years))


def _target_and_result(site, year):
    years = {language: {"{year}": school_year(year, language)} for language in ("lv", "en")}
    bars = tuple(
        Bar(label(site, f"target_{column}"), f"targets.measured.learners.{column}", year)
        for column in ("set", "reached")
    )
    return Group(filled(label(site, "school_year"), **years), bars)


@builder("priorities", topic="priorities")
def _priorities(site, year):
    rows = []
    for item in site.years[year].priorities.items.values():
        marks = {language: {"{number}": item.number} for language in ("lv", "en")}
        name = filled(
            label(site, "priority_row"),
            **{language: marks[language] | {"{name}": item.name.in_(language)} for language in ("lv", "en")},
        )
        halves = (item.quantitative.status, item.qualitative.status)
        rows.append((name, tuple(_status(site, status) for status in halves)))
    columns = (label(site, "quantitative"), label(site, "qualitative"))
    counts = tuple((label(site, f"status_{key}"), f"priorities.{key}") for key in STATUSES)
    return Statuses(columns, tuple(rows), counts)


def _status(site, key):
    return Status(key, label(site, f"status_{key}" if key else "not_stated"))
