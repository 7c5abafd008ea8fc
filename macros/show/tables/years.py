"""The years side by side."""

from functools import partial
from itertools import pairwise

from macros.data.name import Name
from macros.data.schema import Text
from macros.report.book import Book
from macros.report.tables import tables
from macros.show import published
from macros.show.joined import ALL_YEARS, NUMBERS, YEARS
from macros.show.tables.changes import UNITS, difference, made_otherwise, meant_otherwise
from macros.show.tables.corrected import with_corrections
from macros.show.tables.declared import ABSENT, declared
from macros.show.tables.numbers import called, figures, topic_words
from macros.show.tables.of_years import heads, named
from macros.show.tables.shape import (
    Content,
    Download,
    Group,
    Named,
    OfYear,
    Row,
    Series,
    SiteLink,
    Table,
    filled,
    label,
    one_group,
    stack,
)
from macros.words.language import school_year, years_through
from macros.words.signs import uncapitalised

LEADING = "key_figures"
"""The table of the figures by which years are compared; it leads to that page."""
NEWEST = 4
"""How many years stand side by side with all their figures, and have all their files listed: a file has all years."""
DRAWN = 10
"""Through how many years, the newest, the line of one of all figures goes."""


def years(book: Book, _year: str) -> Table:
    """The key figures of all years side by side, the latest first; what a year does not have is a dash.

    It stays here, as no declaration knows how many columns there are: one for each year, also for those between of
    which there is no report. What a year leaves out because another figure says the same is there if another year has
    it. A small line goes through the years, and breaks off where one is missing.
    """
    through = years_through(book.side_by_side[0], book.side_by_side[-1])
    shown = {row.head for year in book.side_by_side for row in _rows(book, year)}
    told = {year: {row.head: row.cells[0] for row in _rows(book, year, same_too=True)} for year in book.side_by_side}
    heads = [head for year in reversed(through) for head in told.get(year, ()) if head in shown]
    rows = [
        _key_row(book, head, {year: told.get(year, {}).get(head, ABSENT) for year in through})
        for head in dict.fromkeys(heads)
    ]
    columns = _columns(book, label(book, "figure_group"), through)
    return one_group(rows, numeric=frozenset(range(2, len(columns))), layout="years", columns=columns)


def _key_row(book, head, of_years):
    """Give the row of a key figure; what is calculated in every year is said to be so once."""
    drawn = {year: _figure(content, year) for year, content in of_years.items()}
    figures = [book.names[one.year][one.name] for one in drawn.values() if one]
    once = bool(figures) and all(one.calculated for one in figures)
    told = {**of_years, **{year: one for year, one in drawn.items() if one and once}}
    cells = (_of_year(book, year, told[year]) for year in reversed(told))
    return Row(stack(head, label(book, "calculated")) if once else head, (Series(tuple(drawn.values())), *cells))


def since_last_year(book: Book, year: str) -> Table:
    """The key figures of a year and of the one before, and the difference; without a year before it has no rows.

    It stays here, as `years` does: what is called the same is compared, as it is there.
    """
    columns, last = heads(book, year, "changes.leading"), book.site.before(year)
    rows = _compared(book, last, year) if last else ()
    return one_group(rows, numeric=frozenset(range(1, len(columns))), layout="lined", columns=columns)


def _compared(book, last, year):
    """Yield the rows of the key figures of a year beside what the year before says."""
    was = {row.head: row.cells[0] for row in _rows(book, last, same_too=True)}
    for row in _rows(book, year):
        both = {last: was.get(row.head, ABSENT), year: row.cells[0]}
        shown = (_of_year(book, one, _figure(cell, one) or cell) for one, cell in both.items())
        yield Row(row.head, (*shown, *_difference(book, both)))


def _difference(book, both):
    """Give the difference of what two years say, and that in percent; dashes unless both state a number."""
    named = [_figure(cell, year) for year, cell in both.items()]
    old, new = (book.names[one.year][one.name] if one else None for one in named)
    if old is None or new is None or None in (old.value, new.value):
        return ABSENT, ABSENT
    return difference(book, old, new)[1:]


def figures_of_years(book: Book, _year: str) -> Table:
    """Each figure that several years have, with a small line, the latest year first; what a year has not is a gap.

    It stays here, as `years` does. A row says where its figure came to mean something else; in another unit, or
    calculated otherwise, its line begins anew. With more and more years the table gets no wider.
    """
    through = _drawn(book)
    newest_first = book.side_by_side[::-1]
    groups: dict[str, list[Row]] = {}
    for name in dict.fromkeys(name for year in newest_first for name in figures(book, year)):
        having = [year for year in newest_first if name in figures(book, year)]
        if having[1:]:
            groups.setdefault(Name(None, name).keys[0], []).append(_row_of(book, name, through, having))
    parts = tuple(Group(tuple(rows), topic_words(topic)) for topic, rows in groups.items())
    columns = _columns(book, book.site.tables[ALL_YEARS].columns["name"].heading, through)[: 2 + NEWEST]
    return Table(
        parts,
        numeric=frozenset(range(2, len(columns))),
        layout="years",
        columns=columns,
        plain_numbers=True,
        folded=True,
        of_years=_shown(through),
    )


def of_all_figures(book: Book) -> tuple[SiteLink | Download, ...]:
    """Give the ways on from that table: to the sources of each year that is shown, and to the figures of all years."""
    sources = [
        SiteLink(path, named(book, year, "sources_of_year"))
        for year in _shown(_drawn(book))
        if (path := f"{year}/{NUMBERS}.md") in book.nav
    ]
    return *sources, Download(published.address(published.FIGURES, "xlsx"), label(book, "years_file"))


def _drawn(book):
    """Give the years that lines of all figures go through, the earliest first."""
    return years_through(book.side_by_side[0], book.side_by_side[-1])[-DRAWN:]


def _shown(through):
    """Give those of which all figures are shown, the latest first."""
    return tuple(reversed(through[-NEWEST:]))


def _columns(book: Book, first: Text, through: list[str]) -> tuple[Text, ...]:
    """Give the heads of a table of years: of its first column, of the line from the earliest, of the latest and on."""
    since = filled(label(book, "years_since"), first=partial(school_year, through[0]))
    return first, since, *(named(book, year) for year in reversed(through))


def _row_of(book, name, through, having):
    """Give the row of a figure in years, the earliest first; those `having` it, the latest first, are some of them."""
    meant = [(later, meant_otherwise(book, name, earlier, later)) for later, earlier in pairwise(having)]
    since = next((now for now, was in pairwise(having) if made_otherwise(book, name, was, now)), having[-1])
    is_drawn = figures(book, having[0])[name].kind.unit in UNITS
    drawn = tuple(Named(name, one) if is_drawn and one in having and one >= since else None for one in through)
    notes = [_since(book, later, otherwise) for later, otherwise in meant if otherwise and later in through]
    if any(figures(book, year)[name].calculated for year in having):
        notes.insert(0, label(book, "calculated"))
    shown = {year: with_corrections(book, year, name, Named(name, year)) for year in having[:NEWEST]}
    cells = (shown.get(year, ABSENT) for year in _shown(through))
    return Row(stack(called(book, having[0], name) or name, *notes), (Series(drawn), *cells), name=name)


def _since(book, year, otherwise):
    """Give what is said of a figure that came to mean something else in a year."""

    def said(language: str) -> str:
        return "; ".join(uncapitalised(text.in_(language)) for text in otherwise)

    return filled(label(book, "changed_since"), year=partial(school_year, year), change=said)


def _of_year(book: Book, year: str, content: Content) -> Content:
    """Give what a cell of a year holds, with its corrections where that is a figure."""
    if content == ABSENT:  # it may be one that there is no report of
        return ABSENT
    if not isinstance(content, Named):
        return OfYear(content, year)
    shown = with_corrections(book, year, content.name, content)
    return shown if content.year else OfYear(shown, year)


def _figure(content: Content, year: str) -> Named | None:
    """Give what a cell holds as a figure of its year; None where it holds anything else."""
    return Named(content.name, content.year or year) if isinstance(content, Named) else None


def beside(book: Book) -> SiteLink | None:
    """Give the link to the page of all years, or None where there is none."""
    return SiteLink(YEARS, label(book, "years_beside")) if YEARS in book.nav else None


def _rows(book: Book, year: str, *, same_too: bool = False) -> list[Row]:
    """Give the rows of the key figures of a year; those that only repeat another figure are left out or `same_too`."""
    table = tables(book.site, year)[LEADING]
    if same_too and isinstance(table.rows, tuple):
        blocks = [block.model_copy(update={"differs_from": None}) for block in table.rows]
        table = table.model_copy(update={"rows": tuple(blocks)})
    return [row for group in declared(book, year, LEADING, table, ()).groups for row in group.rows]
