"""The survey: each question with its base, its answers and their true sum."""

from macros.report.book import Book
from macros.show.charts.shares import Answer, Question, Shares
from macros.show.tables.shape import Named, label


def survey(book: Book, year: str) -> Shares:
    """The questions in the order of the data."""
    questions = []
    for key, question in book.site.years[year].survey.questions.items():
        name = f"survey.questions.{key}"
        answers = tuple(
            Answer(answer.answer, Named(f"{name}.answers.{answer_key}.share"))
            for answer_key, answer in question.answers.items()
        )
        shares = [answer.share for answer in question.answers.values()]
        all_given = len(shares) > 1 and None not in shares and not question.other_answers
        total = Named(f"{name}.total") if all_given else None
        asked = label(book, f"surveyed_{question.asked}")
        base = Named(f"survey.respondents.{question.asked}")
        questions.append(Question(question.question, asked, base, answers, total))
    return Shares(tuple(questions))
