"""What was aimed at: targets, priorities, projects, the coming year."""

from typing import Annotated, Literal

from pydantic import Field

from macros.data.schema.kinds import Count, Entries, Figures, Model, PercentValue, Status, Text, Topic


class MeasuredTarget(Model):
    """A target given as a number of learners: set a year ago, reached now, set for next year."""

    number: str
    name: Text
    unit: Literal["learners"]
    set: Count
    reached: Count
    next: Count


class ShareTarget(Model):
    """A target given as a share in percent, with the same three columns."""

    number: str
    name: Text
    unit: Literal["percent"]
    set: PercentValue
    reached: PercentValue
    next: PercentValue


class WordedTarget(Model):
    """A target told in words: what was set and what came of it."""

    figures: Figures = {}
    set: Text
    reached: Text | None


class NextTarget(Model):
    """A target told in words for the coming year."""

    figures: Figures = {}
    text: Text


class Targets(Topic):
    """`targets.yml`: section 1.2."""

    heading: Text
    measured: dict[str, Annotated[MeasuredTarget | ShareTarget, Field(discriminator="unit")]]
    other_name: Text
    other_number: str
    other: dict[str, WordedTarget]
    next: Entries[NextTarget]


class Part(Model):
    """The quantitative or the qualitative half of a priority."""

    status: Status | None
    figures: Figures = {}
    named: dict[str, Text] = {}
    """What the result names one by one, where a target says how many there should be."""
    expected: Text
    result: Text | None


class Priority(Model):
    """A priority of the year."""

    number: str
    name: Text
    quantitative: Part
    qualitative: Part


class Priorities(Topic):
    """`priorities.yml`: section 2."""

    items: dict[str, Priority]


class Project(Model):
    """A project of section 4."""

    number: str
    name: Text
    figures: Figures = {}
    summary: Text
    result: Text


class Projects(Topic):
    """`projects.yml`: section 4."""

    items: dict[str, Project]
    named: dict[str, Text] = {}
    """Projects that the report names elsewhere, so that each name is typed once."""


class Agreements(Topic):
    """`agreements.yml`: section 5, in words; a list of partners is a table, see `tables.yml`."""

    partners: Text | None = None


class NextPriority(Model):
    """A priority of the coming year."""

    number: str
    name: Text
    figures: Figures = {}
    qualitative: Text
    quantitative: Text


class NextYear(Topic):
    """`next_year.yml`: section 11."""

    items: Entries[NextPriority]
