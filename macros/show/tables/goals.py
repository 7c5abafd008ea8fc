"""Goals: targets, priorities, projects, the coming year."""

from macros.report.book import Book
from macros.show.tables.shape import Group, Named, Row, Table, label, label_number, one_group, stack


def targets(book: Book, year: str) -> Table:
    """What was set, reached and set for the next year.

    As in the form, the first measured target stands under the form's heading, each other in a group of its own.
    """
    goals = book.site.years[year].targets
    groups: list[Group] = []
    for key, item in goals.measured.items():
        cells = tuple(Named(f"targets.measured.{key}.{column}") for column in ("set", "reached", "next"))
        row = Row(stack(item.number, item.name), cells)
        groups.append(Group((row,), heading=None if groups else goals.heading))
    columns = (
        (item.set for item in goals.other.values()),
        (item.reached for item in goals.other.values()),
        (item.text for item in goals.next.values()),
    )
    worded = tuple(stack(*column, ordered=True) for column in columns)
    groups.append(Group((Row(stack(goals.other_number, goals.other_name), worded),)))
    return Table(tuple(groups), layout="stacked")


def _status(book, status):
    return label(book, f"status_{status}") if status else None


def priorities(book: Book, year: str) -> Table:
    """How far both halves of each priority were achieved."""
    report = book.site.years[year]
    rows = [
        Row(
            stack(label_number(book, item.number), item.name),
            (_status(book, item.quantitative.status), _status(book, item.qualitative.status)),
        )
        for item in report.priorities.items.values()
    ]
    return one_group(rows, layout="stacked")


def priority(book: Book, year: str, key: str) -> Table:
    """Both halves of a priority: what was expected, what was achieved."""
    report = book.site.years[year]
    item = report.priorities.items[key]
    rows = [
        Row(label(book, name), (half.expected, stack(_status(book, half.status), half.result)))
        for name, half in (("quantitative", item.quantitative), ("qualitative", item.qualitative))
    ]
    return one_group(rows, layout="stacked")


def projects(book: Book, year: str) -> Table:
    """Each project: what it is, what came of it."""
    report = book.site.years[year]
    rows = [Row(stack(item.number, item.name), (item.summary, item.result)) for item in report.projects.items.values()]
    return one_group(rows, layout="stacked")


def next_year(book: Book, year: str) -> Table:
    """What each priority of the coming year is to bring."""
    report = book.site.years[year]
    rows = [
        Row(stack(label_number(book, item.number), item.name), (item.qualitative, item.quantitative))
        for item in report.next_year.items.values()
    ]
    return one_group(rows, layout="stacked")
