"""Shares: answers to questions as parts of a hundred."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.data.schema import Text
from macros.report.book import Book
from macros.show.charts.shape import Leading, Piece, Sentence, data_table, is_unstated, joined
from macros.show.tables.shape import Group, Named, Row, Table, label


@dataclass(frozen=True)
class Answer:
    """An answer and its share of all."""

    words: Text
    share: Named


@dataclass(frozen=True)
class Question:
    """A question of a survey: who was asked and how many, each answer and its share, and the sum of these.

    `total` is None where the report does not give all answers, `asked` where nobody was.
    """

    words: Text
    asked: Text | None
    base: Named | None
    answers: tuple[Answer, ...]
    total: Named | None


@dataclass(frozen=True)
class Shares:
    """Answers to questions as parts of bars whose whole width is 100 %."""

    questions: tuple[Question, ...]

    def is_blank(self, book: Book, year: str) -> bool:
        """Say whether no answer has a share."""
        answers = (answer for question in self.questions for answer in question.answers)
        return all(is_unstated(book, year, answer.share) for answer in answers)

    def sentences(self, book: Book, _year: str) -> Iterator[Sentence]:
        """Yield each question with all its answers."""
        for question in self.questions:
            if question.asked is None or question.base is None:
                parts = joined(", ", [(answer.words, " – ", answer.share) for answer in question.answers])
                yield Sentence(label(book, "told_item"), {"name": (question.words,), "value": parts})
                continue
            marks: dict[str, tuple[Piece, ...]] = {
                "name": (question.words,),
                "asked": (question.asked,),
                "base": (question.base,),
                "value": joined(", ", [(answer.words, " – ", answer.share) for answer in question.answers]),
                "total": (question.total,) if question.total else (),
            }
            yield Sentence(label(book, "told_question" if question.total else "told_single_answer"), marks)

    @property
    def leading(self) -> Leading:
        """The answers to the first question."""
        return tuple((answer.words, answer.share) for answer in self.questions[0].answers)

    def table(self, book: Book) -> Table:
        """Give the data: a group for each question, a row for each answer, the base and the sum."""
        groups = []
        for question in self.questions:
            rows = [Row(answer.words, (answer.share,)) for answer in question.answers]
            if question.asked:
                rows.append(Row(question.asked, (question.base,), of_group=label(book, "figure_surveyed")))
            if question.total:
                rows.append(Row(label(book, "total"), (question.total,), total=True))
            groups.append(Group(tuple(rows), heading=question.words))
        return data_table(groups, (label(book, "figure_answer"), label(book, "figure_value")))
