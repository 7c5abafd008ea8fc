"""Section 3: criteria, the survey, the student councils."""

from typing import Literal

from macros.schema.kinds import Count, Figures, Model, PercentValue, Text


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
    """A criterion of section 3.

    `heads` are the column heads of its table of indicators where the form words them differently in this section.
    """

    number: str
    name: Text
    heads: tuple[Text, ...] = ()
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
    share: PercentValue


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


class Activity(Model):
    """Something that the student councils did."""

    figures: Figures = {}
    text: Text


class StudentCouncils(Model):
    """`student_councils.yml`: section 3.4.3."""

    activities: dict[str, Activity]
    source: Text
