"""The survey: each question with its base, its answers and their true sum."""

from macros.show.figures.shape import Bar, Question, Shares, builder
from macros.show.tables.shape import label


@builder("survey", topic="survey")
def _survey(site, year):
    questions = []
    for key, question in site.years[year].survey.questions.items():
        name = f"survey.questions.{key}"
        answers = tuple(
            Bar(answer.answer, f"{name}.answers.{answer_key}.share") for answer_key, answer in question.answers.items()
        )
        shares = [answer.share for answer in question.answers.values()]
        total = f"{name}.total" if len(shares) > 1 and None not in shares else None
        asked = label(site, f"surveyed_{question.asked}")
        questions.append(Question(question.question, asked, f"survey.respondents.{question.asked}", answers, total))
    return Shares(tuple(questions))
