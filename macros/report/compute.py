"""Every figure of a school year by its name: what was typed, and what follows from it.

A name is the way through the file, joined by points: `learners.areas.stem.end`.
Arithmetic is exact (int, Decimal, Fraction); rounding belongs to `language`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

from macros.data.name import Name, empty_lists, leaves
from macros.data.schema import Percent, Site, Text
from macros.data.schema.kinds import Month, Status
from macros.report.kind import CHANGE_PERCENT, COUNT, MONTH, PERCENT, SHARE, Kind, Measure, change_of, kind_of
from macros.words.language import school_year

IN_TABLES = "tables"
"""The file of a year whose tables have names of their own: see `report.tables`."""
ABOUT_THE_DATA = ("rules", "claims", "discrepancies", "sources")
"""Files of a year that speak of its data: nothing in them has a name that pages can call with `value`."""
NAMELESS = (*ABOUT_THE_DATA, IN_TABLES)
TEXT_PARTS = {"learners.movement.period": ("learners.movement.from_month", "learners.movement.to_month")}
"""What a calculated text follows from; calculated figures know their own parts."""


@dataclass(frozen=True)
class Figure:
    """One number with its name.

    `value` is None where the source gives none. `parts` names what a calculated one follows from, and `operation` says
    how: sum (of the parts), difference (the second less the first), ratio (100 · first / second), growth (of the first
    to the second, in percent), met (how many of the pairs result, target are met), chosen (how many of the parts are of
    a kind), count (of a list), month (of a date), same (another name of the part).
    """

    name: str
    value: Measure | None
    kind: Kind
    parts: tuple[str, ...] = ()
    operation: str | None = None

    @property
    def calculated(self) -> bool:
        """Say whether it follows from others, which readers are told: the source does not print it."""
        return self.operation is not None

    @property
    def number(self) -> int | Decimal:
        """Give the value of one that is a number and stated. Raises TypeError for any other."""
        if not isinstance(self.value, int | Decimal):
            raise TypeError(self.name)
        return self.value

    @property
    def plain(self) -> int | Decimal | str | None:
        """Give the value as programs read it."""
        return None if self.value is None else self.kind.plain(self.value)

    def written(self, language: str) -> str:
        """Write the value as a reader sees it, without any word for an empty one."""
        return self.kind.write(self.value, language)


Names = dict[str, Figure | Text | str]
"""What stands under each name."""


def names(site: Site, year: str) -> Names:
    """Give everything that has a name in `year`, typed values first."""
    report = site.years[year]
    called = {topic: part for topic, part in vars(report).items() if topic not in NAMELESS}
    typed = [
        *((name, leaf) for name, leaf in leaves(called, Name(year), whole=Text) if not _is_of_a_chart(name)),
        *leaves(site.centre, Name(None, "centre"), whole=Text),
        *_asked(site.form(year), Name(year, "form")),
    ]
    found: Names = {str(name): named(str(name), leaf) for name, leaf in typed}
    found["report.year"] = year
    if before := site.before(year):
        found["report.year_before"] = Text(lv=school_year(before, "lv"), en=school_year(before, "en"))
    found["learners.movement.period"] = _period(site.words, report.learners.movement)
    found |= {f"places.everywhere.{key}": report.places.addresses[key] for key in _everywhere(report)}
    return found | {figure.name: figure for figure in _calculated(report)}


def empty(site: Site, year: str) -> frozenset[str]:
    """Give the names of the lists in which there is nothing: of the data, and of what follows from them."""
    report = site.years[year]
    follows = () if _everywhere(report) else ("places.everywhere",)
    return frozenset((*map(str, empty_lists(report)), *follows))


def _is_of_a_chart(name):
    """Say whether it is declared of a chart, so that pages cannot call it."""
    return name.topic == "figures" and "chart" in name.keys[2:3]


def _period(words, movement):
    """Give “no oktobra līdz martam”, or a figure that is not stated."""
    if None in (movement.from_month, movement.to_month):
        return Figure("learners.movement.period", None, COUNT)
    first, last = words.months[movement.from_month - 1], words.months[movement.to_month - 1]
    return Text(lv=f"no {first.after_no} līdz {last.after_lidz}", en=f"from {first.english} to {last.english}")


def _asked(form, called):
    """What the form asks for; its headings are for checks only, with the school years still to be put in."""
    if form:
        yield from (
            (name, leaf) for name, leaf in leaves(form, called, whole=Text) if name.keys[1] not in ("parts", "sections")
        )


def named(name: str, leaf: Any) -> "Figure | Text | str":
    """Give what stands under a name: a number as a `Figure`, words as they are."""
    if isinstance(leaf, Text | str):
        return leaf
    if leaf is None:
        return Figure(name, None, COUNT)
    return Figure(name, leaf, kind_of(leaf))


def _calculated(report):
    yield from _learners(report.learners)
    yield from _targets(report.targets)
    yield from _priorities(report.priorities)
    yield Figure("learners.area_count", len(report.learners.areas), COUNT, ("learners.areas",), operation="count")
    yield Figure("places.count", len(report.places.addresses), COUNT, ("places.addresses",), operation="count")
    everywhere = [f"places.addresses.{key}" for key in _everywhere(report)]
    yield Figure("places.everywhere_count", len(everywhere), COUNT, tuple(everywhere), operation="count")
    activities = report.student_councils.activities
    yield Figure("student_councils.count", len(activities), COUNT, ("student_councils.activities",), operation="count")
    for key, question in report.survey.questions.items():
        name, asked = f"survey.questions.{key}", f"survey.respondents.{question.asked}"
        yield Figure(
            f"{name}.respondents", getattr(report.survey.respondents, question.asked), COUNT, (asked,), operation="same"
        )
        if not question.other_answers:
            shares = {f"{name}.answers.{answer}.share": item.share for answer, item in question.answers.items()}
            total = Percent(sum(shares.values())) if shares and None not in shares.values() else None
            yield Figure(f"{name}.total", total, PERCENT, tuple(shares), operation="sum")
    yield from _discrepancies(report.discrepancies.values())


def _everywhere(report):
    """Give the keys of the addresses where all areas are taught."""
    areas = report.learners.areas.values()
    return [key for key in report.places.addresses if areas and all(key in area.places for area in areas)]


def _learners(learners):
    areas = [
        (
            name := f"learners.areas.{key}",
            Figure(f"{name}.start", area.start, COUNT),
            Figure(f"{name}.end", area.end, COUNT),
        )
        for key, area in learners.areas.items()
    ]
    start = total("learners.total_start", [area_start for _name, area_start, _end in areas])
    end = total("learners.total_end", [area_end for _name, _start, area_end in areas])
    yield start
    yield end
    for moment, day in (("start", learners.start_date), ("end", learners.end_date)):
        yield Figure(
            f"learners.{moment}_month", Month(day.month), MONTH, (f"learners.{moment}_date",), operation="month"
        )
    yield from _change("learners", start, end)
    for name, area_start, area_end in areas:
        yield from _change(name, area_start, area_end)
        yield ratio(f"{name}.share_end", SHARE, area_end, end)
    yield ratio("learners.share_total", SHARE, end, end)
    movement = learners.movement
    joined = Figure("learners.movement.joined", movement.joined, COUNT)
    left = Figure("learners.movement.left", movement.left, COUNT)
    yield difference("learners.movement.net", left, joined)


def _change(name, before, after):
    change = difference(f"{name}.change", before, after)
    yield change
    yield ratio(f"{name}.change_percent", CHANGE_PERCENT, change, before)


def total(name: str, parts: Sequence[Figure]) -> Figure:
    """Add up; where one is not stated, neither is the sum. It is of the kind of what is added up."""
    values = [one.value for one in parts]
    kind = next((one.kind for one in parts if one.value is not None), COUNT)
    value = None if None in values else kind.type(sum(values))
    return Figure(name, value, kind, tuple(one.name for one in parts), operation="sum")


def difference(name: str, before: Figure, after: Figure) -> Figure:
    """Give how much more the second is than the first; not stated where either is."""
    known = None not in (before.value, after.value)
    value: Any = after.value - before.value if known else None  # type: ignore[operator]
    kind = (before if before.value is not None else after).kind
    return Figure(name, value, change_of(kind), (before.name, after.name), operation="difference")


def ratio(name: str, kind: Kind, part: Figure, whole: Figure) -> Figure:
    """Give 100 · part / whole; not stated where either is, or where the whole is nothing."""
    known = part.value is not None and whole.value
    value: Any = 100 * Fraction(part.value) / Fraction(whole.value) if known else None  # type: ignore[arg-type]
    return Figure(name, value, kind, (part.name, whole.name), operation="ratio")


def _targets(targets):
    """Count the targets that were set, those of them that have a result, and those whose result is at least that."""
    aims = {key: target for key, target in targets.measured.items() if target.set is not None}
    known = {key: target for key, target in aims.items() if target.reached is not None}
    met = [key for key, target in known.items() if target.reached >= target.set]
    results = tuple(f"targets.measured.{key}.reached" for key in known)
    pairs = tuple(f"targets.measured.{key}.{half}" for key in known for half in ("reached", "set"))
    names = tuple(f"targets.measured.{key}.set" for key in aims)
    yield Figure("targets.set_count", len(aims) if aims else None, COUNT, names, operation="count")
    counted, reached = (len(known), len(met)) if known else (None, None)
    yield Figure("targets.measured_count", counted, COUNT, results, operation="count")
    yield Figure("targets.met", reached, COUNT, pairs, operation="met")


def _discrepancies(records):
    """Count the discrepancies recorded, those of them that readers are shown, and those that wait for an answer."""
    counts = {
        "count": len(records),
        "shown": sum(bool(record.shown) for record in records),
        "open": sum(record.question is not None and record.answer is None for record in records),
    }
    yield from (Figure(f"discrepancies.{key}", count, COUNT, operation="count") for key, count in counts.items())


def _priorities(priorities):
    """Count the halves of priorities (quantitative, qualitative) by the status that the form gives them."""
    statuses = {
        f"priorities.items.{key}.{half}.status": getattr(item, half).status
        for key, item in priorities.items.items()
        for half in ("quantitative", "qualitative")
    }
    yield Figure("priorities.count", len(priorities.items), COUNT, ("priorities.items",), operation="count")
    yield Figure("priorities.results", len(statuses), COUNT, tuple(statuses), operation="count")
    for status in get_args(Status):
        count = sum(value == status for value in statuses.values()) if any(statuses.values()) else None
        yield Figure(f"priorities.{status}", count, COUNT, tuple(statuses), operation="chosen")
