"""Goals: targets, priorities, projects, the coming year."""

from macros.show.tables.shape import Group, Named, Row, Table, builder, label, label_number, one_group, stack


@builder("targets")
def _targets(_site, report):
    """As in the form: the first measured target under the form's heading, each other in a group of its own."""
    targets = report.targets
    groups = []
    for key, item in targets.measured.items():
        cells = tuple(Named(f"targets.measured.{key}.{column}") for column in ("set", "reached", "next"))
        row = Row(stack(item.number, item.name), cells)
        groups.append(Group((row,), heading=None if groups else targets.heading))
    columns = (
        (item.set for item in targets.other.values()),
        (item.reached for item in targets.other.values()),
        (item.text for item in targets.next.values()),
    )
    worded = tuple(stack(*column, ordered=True) for column in columns)
    groups.append(Group((Row(stack(targets.other_number, targets.other_name), worded),)))
    return Table(tuple(groups), layout="stacked", source=targets.source)


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


@builder("priorities.*", data="priorities.items.*")
def _priority(site, report, key):
    item = report.priorities.items[key]
    rows = [
        Row(label(site, name), (half.expected, stack(_status(site, half.status), half.result)))
        for name, half in (("quantitative", item.quantitative), ("qualitative", item.qualitative))
    ]
    return one_group(rows, layout="stacked", source=report.priorities.source)


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
