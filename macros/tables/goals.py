"""Goals: targets, priorities, projects, the coming year."""

from macros.tables.shape import Group, Named, Row, Table, builder, label, label_number, one_group, stack


@builder("targets")
def _targets(_site, report):
    targets = report.targets

    def cells(key):
        return tuple(Named(f"targets.measured.{key}.{column}") for column in ("set", "reached", "next"))

    def head(number, name):
        return stack(number, name)

    first, *others = targets.measured.items()
    other = (
        stack(*(item.set for item in targets.other.values()), ordered=True),
        stack(*(item.reached for item in targets.other.values()), ordered=True),
        stack(*(item.text for item in targets.next.values()), ordered=True),
    )
    groups = (
        Group((Row(head(first[1].number, first[1].name), cells(first[0])),), heading=targets.heading),
        *(Group((Row(head(item.number, item.name), cells(key)),)) for key, item in others),
        Group((Row(head(targets.other_number, targets.other_name), other),)),
    )
    return Table(groups, layout="stacked", notes=targets.notes, source=targets.source)


def _status(site, status):
    return label(site, f"status_{status}") if status else None


@builder("priorities")
def _priorities(site, report):
    rows = [
        Row(
            stack(label_number(site, item.number), item.name),
            (_status(site, item.quantitative.status), _status(site, item.qualitative.status)),
        )
        for item in report.priorities.items.values()
    ]
    return one_group(rows, layout="stacked", source=report.priorities.source)


@builder("priorities.*")
def _priority(site, report, key):
    item = report.priorities.items[key]
    rows = [
        Row(label(site, name), (half.expected, stack(_status(site, half.status), half.result)))
        for name, half in (("quantitative", item.quantitative), ("qualitative", item.qualitative))
    ]
    return one_group(rows, layout="stacked", notes=item.notes, source=report.priorities.source)


@builder("projects")
def _projects(_site, report):
    rows = [Row(stack(item.number, item.name), (item.summary, item.result)) for item in report.projects.items.values()]
    return one_group(rows, layout="stacked", source=report.projects.source)


@builder("next_year")
def _next_year(site, report):
    rows = [
        Row(stack(label_number(site, item.number), item.name), (item.qualitative, item.quantitative))
        for item in report.next_year.items.values()
    ]
    return one_group(rows, layout="stacked", source=report.next_year.source)
