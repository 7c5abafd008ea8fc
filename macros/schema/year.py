"""What the report of one school year consists of: one class per file in `data/<year>/`."""

from typing import Annotated, Literal

from pydantic import Field

from macros.schema.kinds import Count, Day, Figures, HoursValue, Model, Name, PercentValue, Text

Status = Literal["achieved", "partly", "not_achieved"]
"""The three answers of the form in section 2; empty where the source gives none."""


class About(Model):
    """`report.yml`: what kind of document this is."""

    status: Literal["draft", "final"]
    title: Text
    printed_sums: tuple[str, ...] = ()
    """Sums that follow from the data and that the source prints too: they are not marked “calculated”."""


class Area(Model):
    """A programme area: what belongs to it, where it is taught, how many learners it has at both dates."""

    name: Text
    covers: Text
    places: tuple[str, ...]
    start: Count
    end: Count


class Movement(Model):
    """Learners who left and who joined during the year."""

    period: Text
    left: Count
    joined: Count
    reasons: tuple[Text, ...]


class Learners(Model):
    """`learners.yml`: section 1.1."""

    start_date: Day
    end_date: Day
    areas: dict[str, Area]
    movement: Movement
    source: Text
    notes: tuple[Text, ...] = ()


class Places(Model):
    """`places.yml`: each address of delivery once, and the number of places that the source states elsewhere."""

    addresses: dict[str, Name]
    stated: Count | None


class MeasuredTarget(Model):
    """A target given as a number of learners: set a year ago, reached now, set for next year."""

    number: str
    name: Text
    unit: Literal["learners"]
    set: Count | None
    reached: Count | None
    next: Count | None


class ShareTarget(Model):
    """A target given as a share in percent, with the same three columns."""

    number: str
    name: Text
    unit: Literal["percent"]
    set: PercentValue | None
    reached: PercentValue | None
    next: PercentValue | None


class WordedTarget(Model):
    """A target told in words: what was set and what came of it."""

    figures: Figures = {}
    set: Text
    reached: Text


class NextTarget(Model):
    """A target told in words for the coming year."""

    figures: Figures = {}
    text: Text


class Targets(Model):
    """`targets.yml`: section 1.2."""

    heading: Text
    measured: dict[str, Annotated[MeasuredTarget | ShareTarget, Field(discriminator="unit")]]
    other_name: Text
    other_number: str
    other: dict[str, WordedTarget]
    next: dict[str, NextTarget]
    source: Text
    notes: tuple[Text, ...] = ()


class Part(Model):
    """The quantitative or the qualitative half of a priority."""

    status: Status | None
    figures: Figures = {}
    expected: Text
    result: Text


class Priority(Model):
    """A priority of the year."""

    number: str
    name: Text
    quantitative: Part
    qualitative: Part
    notes: tuple[Text, ...] = ()


class Priorities(Model):
    """`priorities.yml`: section 2."""

    items: dict[str, Priority]
    source: Text


class Method(Model):
    """A way of self-assessment and whom it reached."""

    name: Text
    audience: Text


class Indicator(Model):
    """A result indicator of a criterion; empty where the source's cell is empty."""

    name: Text
    group: str | None = None
    strengths: Text | None
    needs: Text | None


class Criterion(Model):
    """A criterion of section 3."""

    number: str
    name: Text
    methods: tuple[str, ...]
    groups: dict[str, Text] = {}
    indicators: dict[str, Indicator]


class Criteria(Model):
    """`criteria.yml`: the four criteria of section 3."""

    methods: dict[str, Method]
    items: dict[str, Criterion]


class Respondents(Model):
    """How many people answered the questionnaire."""

    teachers: Count
    learners: Count
    parents: Count


class Answer(Model):
    """One answer and its share of those asked."""

    answer: Text
    share: PercentValue | None


class Question(Model):
    """One question and the group that was asked."""

    asked: Literal["teachers", "learners", "parents"]
    question: Text
    answers: dict[str, Answer]


class Survey(Model):
    """`survey.yml`: respondents and the answers that the report quotes."""

    respondents: Respondents
    questions: dict[str, Question]
    source: Text


class Observation(Model):
    """Classes observed during the year."""

    planned: Count
    for_grade: Count
    teachers_observed: Count
    teachers_observed_share: PercentValue
    clear_goals_share: PercentValue
    differentiated_share: PercentValue
    new_teachers_attending: Count


class Appraisal(Model):
    """Teachers whose professional work was appraised, and the grades they were given."""

    teachers: Count
    grade_2: Count
    grade_3: Count


class Development(Model):
    """Professional development of the staff."""

    events: Count
    hours_per_employee: HoursValue


class Staff(Model):
    """`staff.yml`: teachers, observed classes, appraisal, professional development."""

    teachers: Count
    turnover_two_years: PercentValue
    observation: Observation
    appraisal: Appraisal
    development: Development


class Programmes(Model):
    """`programmes.yml`: what was opened and closed. The source states the closures in two ways."""

    opened: Count
    opened_year_before: Count
    learners_in_opened: Count
    closed_of_opened: Count
    closed: Count


class Resources(Model):
    """`resources.yml`: teaching resources published by the centre's own teachers."""

    by_area: dict[str, Count]
    in_stock: Count


class Festival(Model):
    """`festival.yml`: the Song and Dance Festival."""

    name: Text
    figures: Figures


class Fees(Model):
    """`fees.yml`: relief from the monthly co-payment."""

    relief_learners: Count
    relief_special_needs: Count
    entitled: tuple[Text, ...]


class Project(Model):
    """A project of section 4."""

    number: str
    name: Text
    summary: Text
    result: Text


class Projects(Model):
    """`projects.yml`: section 4."""

    items: dict[str, Project]
    source: Text


class Activity(Model):
    """Something that the student councils did."""

    figures: Figures = {}
    text: Text


class StudentCouncils(Model):
    """`student_councils.yml`: section 3.4.3."""

    activities: dict[str, Activity]
    source: Text


class NextPriority(Model):
    """A priority of the coming year."""

    number: str
    name: Text
    figures: Figures = {}
    qualitative: Text
    quantitative: Text


class NextYear(Model):
    """`next_year.yml`: section 11."""

    items: dict[str, NextPriority]
    source: Text


class Signatory(Model):
    """Who signs or agrees; `person` is a name, in the same letters in both languages."""

    role: Text
    person: Name | None


class Signatures(Model):
    """`signatures.yml`: the end of the report."""

    head: Signatory
    agreed: Signatory


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
    student_councils: StudentCouncils
    next_year: NextYear
    signatures: Signatures
