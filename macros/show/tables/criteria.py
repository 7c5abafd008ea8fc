"""The criteria of section 3."""

from macros.report.book import Book
from macros.show.tables.shape import Group, Row, Table


def indicators(book: Book, year: str, key: str) -> Table:
    """The answers to a criterion in the order and under the names of the form; a check tells of what is missing.

    It stays here, as its rows stand in two files: names, order, groups and columns in the form, answers in the year.
    """
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
