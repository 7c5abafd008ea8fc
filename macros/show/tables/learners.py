"""Learners: the front page of a year, section 1.1."""

from macros.data.schema import LANGUAGES
from macros.report.book import Book
from macros.show.tables.shape import Named, OfYear, Row, SiteLink, Table, filled, label, one_group, stack
from macros.words.language import school_year

YEARS = "years.md"
"""The page of no year on which the years stand side by side; there is none while there is one year."""


def key_figures(book: Book, year: str) -> Table:
    """The year's front page: what each number is, and the number. A year without a target or question leaves it out."""
    report = book.site.years[year]
    rows = [
        Row(label(book, "key_learners_start"), (Named("learners.total_start"),)),
        Row(label(book, "key_learners_end"), (Named("learners.total_end"),)),
    ]
    if given_elsewhere(book, year):
        rows.append(Row(label(book, "key_learners_reported"), (Named("targets.measured.learners.reached"),)))
    results = [target.reached for target in report.targets.measured.values() if target.set is not None]
    statuses = [
        part.status for item in report.priorities.items.values() for part in (item.quantitative, item.qualitative)
    ]
    rows += [
        Row(label(book, "key_targets_met"), (_of_all(book, "targets_met", results),)),
        Row(label(book, "key_priorities_achieved"), (_of_all(book, "priorities_achieved", statuses),)),
        Row(label(book, "key_programmes_opened"), (Named("programmes.opened"),)),
    ]
    safety = report.survey.questions.get("safe_premises")
    if safety and "agree" in safety.answers:
        rows.append(Row(label(book, "key_safe"), (Named("survey.questions.safe_premises.answers.agree.share"),)))
    beside = SiteLink(YEARS, label(book, "years_beside")) if YEARS in book.nav else None
    return one_group(rows, numeric=frozenset({1}), layout="headline", more=beside)


def years(book: Book, _year: str) -> Table:
    """The key figures of all years side by side, the latest first; what a year leaves out is not stated there."""
    newest_first = sorted(book.site.years, reverse=True)
    told = {year: {row.head: row.cells[0] for row in key_figures(book, year).groups[0].rows} for year in newest_first}
    heads = dict.fromkeys(head for rows in sorted(told.values(), key=len, reverse=True) for head in rows)
    rows = [Row(head, tuple(OfYear(told[year].get(head), year) for year in newest_first)) for head in heads]
    columns = (label(book, "figure_group"), *(_named(book, year) for year in newest_first))
    return one_group(rows, numeric=frozenset(range(1, len(columns))), columns=columns)


def _named(book, year):
    """Give a school year in words, marked while it is being prepared."""
    key = "year_in_preparation" if year in book.site.preparing else "year_alone"
    marks = {language: {"{year}": school_year(year, language)} for language in LANGUAGES}
    return filled(label(book, key), **marks)


def given_elsewhere(book: Book, year: str) -> bool:
    """Say whether the report gives the number of learners at the end with its goals, too, and another one there."""
    report = book.site.years[year]
    goal = report.targets.measured.get("learners")
    return goal is not None and book.facts[year].figure("learners.total_end").value != goal.reached


def _of_all(book, key, values):
    """Give “2 of 3”, or that nothing is stated while none of the values is."""
    return label(book, f"key_{key}_value") if any(value is not None for value in values) else None


def overview(book: Book, year: str) -> Table:
    """Learners by area at both dates, the change, and the totals."""
    report = book.site.years[year]
    rows = [
        Row(area.name, tuple(Named(f"learners.areas.{key}.{column}") for column in ("start", "end", "change")))
        for key, area in report.learners.areas.items()
    ]
    totals = ("total_start", "total_end", "change")
    rows.append(Row(label(book, "total"), tuple(Named(f"learners.{total}") for total in totals), total=True))
    return one_group(rows, numeric=frozenset({1, 2, 3}))


def learners(book: Book, year: str) -> Table:
    """Areas: what they cover, where they are taught, their learners at both dates."""
    report = book.site.years[year]
    rows = [
        Row(
            stack(area.name, area.covers),
            (
                ", ".join(report.places.addresses[place] for place in area.places),
                Named(f"learners.areas.{key}.start"),
                Named(f"learners.areas.{key}.end"),
            ),
        )
        for key, area in report.learners.areas.items()
    ]
    return one_group(rows, numeric=frozenset({2, 3}), layout="stacked")


def learners_change(book: Book, year: str) -> Table:
    """Learners by area at both dates, the change in people and in percent, the share of all, and the totals."""
    report = book.site.years[year]
    columns = ("start", "end", "change", "change_percent", "share_end")
    totals = ("total_start", "total_end", "change", "change_percent", "share_total")
    rows = [
        Row(area.name, tuple(Named(f"learners.areas.{key}.{column}") for column in columns))
        for key, area in report.learners.areas.items()
    ]
    rows.append(Row(label(book, "total"), tuple(Named(f"learners.{total}") for total in totals), total=True))
    return one_group(rows, numeric=frozenset({1, 2, 3, 4, 5}))


def places(book: Book, year: str) -> Table:
    """Each address and the areas that are taught there."""
    report = book.site.years[year]
    rows = []
    for key, address in report.places.addresses.items():
        offered = [area.name for area in report.learners.areas.values() if key in area.places]
        rows.append(Row(address, (stack(*offered),)))
    return one_group(rows, layout="scroll")
