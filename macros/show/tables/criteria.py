"""The criteria of section 3, the survey, the student councils."""

from macros.report.book import Book
from macros.show.tables.shape import Group, Named, Row, Table, label, one_group, stack


def methods(book: Book, year: str, key: str) -> Table:
    """The methods that a criterion was judged by, each with those who were asked."""
    report = book.site.years[year]
    chosen = [report.criteria.methods[name] for name in report.criteria.items[key].methods]
    return one_group([Row(method.name, (method.audience,)) for method in chosen])


def indicators(book: Book, year: str, key: str) -> Table:
    """The answers to a criterion in the order and under the names of the form; a check tells of what is missing."""
    report = book.site.years[year]
    criterion, answers = book.site.forms[report.report.form].criteria[key], report.criteria.items[key].indicators
    answered = {name: item for name, item in criterion.indicators.items() if name in answers}
    groups = []
    for group in dict.fromkeys(item.group for item in answered.values()):
        rows = [
            Row(item.name, (answers[name].strengths, answers[name].needs))
            for name, item in answered.items()
            if item.group == group
        ]
        groups.append(Group(tuple(rows), heading=criterion.groups[group] if group else None))
    return Table(tuple(groups), layout="stacked", columns=criterion.heads)


def survey(book: Book, year: str) -> Table:
    """Each question with its answers, their shares and, where there are several, the sum of these."""
    report = book.site.years[year]
    groups = []
    for key, question in report.survey.questions.items():
        name = f"survey.questions.{key}"
        rows = [
            Row(answer.answer, (Named(f"{name}.answers.{answer_key}.share"),))
            for answer_key, answer in question.answers.items()
        ]
        if len(rows) > 1 and not question.other_answers:
            rows.append(Row(label(book, "total"), (Named(f"{name}.total"),), total=True))
        groups.append(Group(tuple(rows), heading=stack(question.question, label(book, f"asked_{question.asked}"))))
    return Table(tuple(groups), numeric=frozenset({1}))


def student_councils(book: Book, year: str) -> Table:
    """What the student councils did, numbered."""
    report = book.site.years[year]
    rows = [Row(str(i), (item.text,)) for i, item in enumerate(report.student_councils.activities.values(), 1)]
    return one_group(rows)
