"""The criteria of section 3, the survey, the student councils."""

from macros.show.tables.shape import Group, Named, Row, Table, builder, label, one_group, stack


@builder("criteria.*.methods", data="criteria.items.*.methods")
def _methods(_site, report, key):
    chosen = [report.criteria.methods[name] for name in report.criteria.items[key].methods]
    return one_group([Row(method.name, (method.audience,)) for method in chosen])


@builder("criteria.*.indicators", data="criteria.items.*.indicators")
def _indicators(site, report, key):
    """In the order and under the names of the form; an indicator without an answer is told by a check."""
    criterion, answers = site.form(report).criteria[key], report.criteria.items[key].indicators
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


@builder("survey")
def _survey(site, report):
    groups = []
    for key, question in report.survey.questions.items():
        name = f"survey.questions.{key}"
        rows = [
            Row(answer.answer, (Named(f"{name}.answers.{answer_key}.share"),))
            for answer_key, answer in question.answers.items()
        ]
        if len(rows) > 1:
            rows.append(Row(label(site, "total"), (Named(f"{name}.total"),), total=True))
        groups.append(Group(tuple(rows), heading=stack(question.question, label(site, f"asked_{question.asked}"))))
    return Table(tuple(groups), numeric=frozenset({1}), source=report.survey.source)


@builder("student_councils")
def _student_councils(_site, report):
    rows = [Row(str(i), (item.text,)) for i, item in enumerate(report.student_councils.activities.values(), 1)]
    return one_group(rows, source=report.student_councils.source)
