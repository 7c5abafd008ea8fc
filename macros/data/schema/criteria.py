"""Section 3: criteria, the survey, the student councils."""

from typing import Literal

from macros.data.schema.kinds import Count, Figures, Model, PercentValue, Text, Topic


class Method(Model):
    """A way of self-assessment and whom it reached."""

    name: Text
    audience: Text


class IndicatorAnswer(Model):
    """What is answered to a result indicator of the form; empty where the source's cell is empty."""

    strengths: Text | None
    needs: Text | None


class CriterionAnswer(Model):
    """What is answered to a criterion of the form: the methods used, and each of its indicators."""

    methods: tuple[str, ...]
    indicators: dict[str, IndicatorAnswer]


class Criteria(Topic):
    """`criteria.yml`: what is answered to the criteria of section 3, which the form lays down."""

    methods: dict[str, Method]
    items: dict[str, CriterionAnswer]


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
    """One question and the group that was asked; `other_answers` says that the report gives only some answers."""

    asked: Literal["teachers", "learners", "parents"]
    question: Text
    answers: dict[str, Answer]
    other_answers: Literal["not_stated"] | None = None


class Survey(Topic):
    """`survey.yml`: respondents and the answers that the report quotes."""

    respondents: Respondents
    questions: dict[str, Question]


class Activity(Model):
    """Something that the student councils did."""

    figures: Figures = {}
    text: Text


class StudentCouncils(Topic):
    """`student_councils.yml`: section 3.4.3."""

    activities: dict[str, Activity]
