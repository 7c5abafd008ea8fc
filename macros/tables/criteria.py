"""The criteria of section 3, the survey, the student councils."""

from macros.tables.shape import Group, Named, Row, Table, builder, label, one_group, stack


@builder("criteria.*.methods")
def _methods(_site, report, key):
    chosen = [report.criteria.methods[name] for name in report.criteria.items[key].methods]
    return one_group([Row(method.name, (method.audience,)) for method in chosen])


@builder("criteria.*.indicators")
def _indicators(_site, report, key):
    criterion = report.criteria.items[key]
    groups = []
    for name in dict.fromkeys(item.group for item in criterion.indicators.values()):
        rows = [
            Row(item.name, (item.strengths, item.needs)) for item in criterion.indicators.values() if item.group == name
        ]
        groups.append(Group(tuple(rows), heading=criterion.groups[name] if name else None))
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
