"""The report of one school year: one field per file in `data/<year>/`."""

import datetime

from macros.data.schema.charts import Chart
from macros.data.schema.criteria import Criteria, StudentCouncils, Survey
from macros.data.schema.goals import Agreements, NextYear, Priorities, Projects, Targets
from macros.data.schema.kinds import Citations, Day, Entries, MayBeEmpty, Model, ReportStatus, Text, Untranslated
from macros.data.schema.people import (
    Achievements,
    Fees,
    Festival,
    Learners,
    Places,
    Programmes,
    Resources,
    Staff,
    ValuesEducation,
)
from macros.data.schema.rules import Discrepancy, Rule
from macros.data.schema.tables import Table

REFERS = {"learners.areas.*.places": "places.addresses", "criteria.items.*.methods": "criteria.methods"}
"""Lists of keys, and whose keys they are."""
STATED_BEFORE = {
    "programmes.opened_year_before": "programmes.opened",
    "targets.measured.*.set": "targets.measured.*.next",
}
"""Numbers of a year that are those of the year before → what these are called there."""


class About(Model):
    """`report.yml`: what kind of document this is, and by which form of `forms.yml`."""

    status: ReportStatus
    form: str
    title: Text


class Signatory(Model):
    """Who signs or agrees; `person` is a name, in the same letters in both languages."""

    role: Text
    person: Untranslated | None


class Document(Model):
    """What the document is given when it is signed; empty until then."""

    number: Untranslated | None
    place: Untranslated | None
    date: Day | None


class Signatures(Model):
    """`signatures.yml`: the end of the report. What is empty here is a line to write on by hand, in Latvian."""

    head: Signatory
    agreed: Signatory
    document: Document

    @property
    def signatories(self) -> tuple[Signatory, Signatory]:
        """Those who sign, in the order in which they do."""
        return self.head, self.agreed


class Correction(Model):
    """What was corrected after publication, on one page: what stood there and what stands there now.

    `page` is a file in the folder of the year, without its ending; `figures` names those that were corrected, which the
    program writes. The texts are a record: they hold no calls.
    """

    date: Day
    page: Untranslated
    figures: tuple[Untranslated, ...] = ()
    was: Text
    now: Text
    reason: Text | None = None


Corrections = Entries[Correction]
"""Corrections by their numbers, “1” first; a file in which nothing but remarks stands has none."""


class ChartMessage(Model):
    """`figures.yml`: what a chart of this year tells, as its heading; and the chart, if only this year has it."""

    heading: Text
    chart: Chart | None = None


Sources = Entries[Citations]
"""`sources.yml`: where figures and texts are taken from, by their names or those of what holds several."""


class Report(Model):
    """A school year: one field per file of its folder."""

    report: About
    learners: Learners
    places: Places
    targets: Targets
    priorities: Priorities
    criteria: Criteria
    survey: Survey
    staff: Staff
    programmes: Programmes
    resources: Resources
    festival: Festival
    fees: Fees
    projects: Projects
    agreements: MayBeEmpty[Agreements]
    student_councils: StudentCouncils
    values_education: ValuesEducation
    achievements: Achievements
    next_year: NextYear
    sources: Sources
    figures: dict[str, ChartMessage]
    corrections: Corrections
    signatures: Signatures
    rules: dict[str, Rule]
    claims: Entries[Rule]
    discrepancies: Entries[Discrepancy]
    tables: Entries[Table] = {}

    @property
    def last_corrected(self) -> datetime.date | None:
        """The day of the last correction, None where there was none."""
        return max((one.date for one in self.corrections.values()), default=None)
