"""The data of a figure as a table."""

from dataclasses import replace

from macros.show.figures.shape import Bars, Bridge, Matrix, Shares, Statuses
from macros.show.tables.shape import Group, Named, Row, Table, label, one_group


def tabulate(drawing, site):
    """Give the `Table` with all that a drawing shows; its caption is for the caller to set.

    It may be folded, so nothing in it takes the focus: its numbers lead nowhere, and it never scrolls.
    """
    return replace(_TABLES[type(drawing)](drawing, site), layout="stacked", plain_numbers=True)


def _bars(drawing, site):
    groups = [*drawing.groups, *([drawing.total] if drawing.total else [])]
    changes = [*drawing.changes, *([drawing.total_change] if drawing.total else [])]
    rows = []
    for index, group in enumerate(groups):
        cells = [Named(bar.name, bar.year) for bar in group.bars] + [Named(name) for name in changes[index : index + 1]]
        rows.append(Row(group.heading, tuple(cells), total=group is drawing.total))
    heads = [bar.words for bar in groups[0].bars] + ([label(site, "change_head")] if changes else [])
    return _numbers(one_group(rows), (label(site, "figure_group"), *heads))


def _bridge(drawing, site):
    rows = [Row(step.words, (Named(step.name),)) for step in drawing.steps]
    return _numbers(one_group(rows), (label(site, "figure_step"), label(site, "figure_value")))


def _shares(drawing, site):
    groups = []
    for question in drawing.questions:
        rows = [Row(answer.words, (Named(answer.name),)) for answer in question.answers]
        rows.append(Row(question.asked, (Named(question.base),)))
        if question.total:
            rows.append(Row(label(site, "total"), (Named(question.total),), total=True))
        groups.append(Group(tuple(rows), heading=question.words))
    return _numbers(Table(tuple(groups)), (label(site, "figure_answer"), label(site, "figure_value")))


def _statuses(drawing, site):
    rows = [Row(name, tuple(status.words for status in statuses)) for name, statuses in drawing.rows]
    return replace(one_group(rows), columns=(label(site, "figure_group"), *drawing.columns))


def _matrix(drawing, site):
    yes = label(site, "figure_there")
    rows = [Row(name, tuple(yes if there else "–" for there in cells)) for name, cells in drawing.rows]
    return replace(one_group(rows), columns=(drawing.corner, *drawing.columns))


def _numbers(table, columns):
    """Give the table with its heads; all columns but the first are numbers."""
    return replace(table, columns=columns, numeric=frozenset(range(1, len(columns))))


_TABLES = {Bars: _bars, Bridge: _bridge, Shares: _shares, Statuses: _statuses, Matrix: _matrix}
