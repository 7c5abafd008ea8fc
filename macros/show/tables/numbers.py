"""Every figure of a year: what it is, its value, how it was calculated, where it comes from, what it was a year ago."""

from typing import get_args, get_type_hints

from macros.data.hints import hint
from macros.data.name import Name, is_there
from macros.data.schema import Site, Text
from macros.report.book import Book
from macros.report.compute import ABOUT_THE_DATA, IN_TABLES, TEXT_PARTS, Figure
from macros.report.kind import DATE, KINDS
from macros.report.once import once_per_data
from macros.report.tables import rows_of, tables
from macros.show.joined import FIGURES_OF_YEARS, NUMBERS
from macros.show.sources import source
from macros.show.tables.corrected import links, with_corrections
from macros.show.tables.doubted import doubts
from macros.show.tables.of_years import heads
from macros.show.tables.shape import Content, Formula, Group, Named, Place, Row, SiteLink, Table, filled, label, stack
from macros.words.language import with_years
from macros.words.signs import capitalised

_ENDINGS = {"set": "was_set", "reached": "was_reached"}
"""How the name of a figure ends → the label that says what it is."""
PLANS = ("targets.next.", "next_year.")
"""Where names begin of what is planned: it is new each year, as what was planned is a target now."""
_NOT_OF_THE_YEAR = ("centre", "corrections", "signatures")
"""Where names begin that are no figures of the school year."""


def numbers(book: Book, year: str) -> Table:
    """A row for each figure; the column of the year before is there only if the site has that.

    It stays here, as it is about the names, sources and formulas of all figures; other tables are about values.
    """
    before = book.site.before(year)
    groups: dict[str, list[Row]] = {}
    for name in figures(book, year):
        cells: list[Content] = [
            Named(name),
            Formula(name),
            stack(
                *filter(None, [source(book, year, name), _few(book, year, name)]),
                *links(book, year, name),
                *doubts(book, year, name),
                Place(name),
            ),
        ]
        if before:
            cells.insert(1, _before(book, before, name))
        row = Row(called(book, year, name) or name, tuple(cells), name=name)
        groups.setdefault(Name(year, name).topic, []).append(row)
    columns = heads(book, year, NUMBERS)
    parts = tuple(Group(tuple(rows), topic_words(topic)) for topic, rows in groups.items())
    numeric = frozenset(range(1, len(columns) - 2))
    return Table(parts, numeric=numeric, layout="stacked", columns=columns, plain_numbers=True, folded=True)


def _before(book: Book, year: str, name: str) -> Content:
    """Give a figure of the year before."""
    if not isinstance(book.names[year].get(name), Figure):
        return "–"
    return with_corrections(book, year, name, Named(name, year))


def over_the_years(book: Book, year: str) -> SiteLink | None:
    """Give the way from the figures of a year to those of all years, if these have what it and the year before have."""
    has_rows = book.site.before(year) in book.side_by_side[:-1] and FIGURES_OF_YEARS in book.nav
    return SiteLink(FIGURES_OF_YEARS, label(book, "over_the_years")) if has_rows else None


def topic_words(topic: str) -> Text:
    """Give what the figures of a file of data are about."""
    lv, en = hint("forms" if topic == "form" else topic)
    return Text(lv=capitalised(lv), en=capitalised(en))


def small_group(book: Book) -> Text:
    """Give what is said of figures that tell of few people."""
    return filled(label(book, "small_group"), number=str(book.site.privacy.smallest_group))


def _few(book, year, name):
    return small_group(book) if name in book.small_groups[year] else None


@once_per_data
def figures(book: Book, year: str) -> dict[str, Figure]:
    """Give `name → Figure` of all numbers of a year, those not stated among them; dates and periods are none."""
    return {
        name: figure
        for name, figure in book.names[year].items()
        if isinstance(figure, Figure)
        and figure.kind is not DATE
        and name not in TEXT_PARTS
        and Name(year, name).topic not in (*_NOT_OF_THE_YEAR, *ABOUT_THE_DATA)
        and figure.operation != "same"
        and (figure.operation != "sum" or len(figure.parts) > 1)
        and is_a_number(book, year, name)
    }


def is_a_number(book: Book, year: str, name: str) -> bool:
    """Say whether a name is that of a number: one that is stated or calculated, or that an empty place is for."""
    figure = book.names[year].get(name)
    if not isinstance(figure, Figure):
        return False
    return figure.value is not None or bool(figure.operation) or is_for_a_number(book.site, Name(year, name))


def is_for_a_number(site: Site, name: Name) -> bool:
    """Tell whether an empty place of the data is one for a number; what is calculated is one."""
    if not is_there(site, name):
        return True
    if name.topic == "form":  # what it may leave out are words
        return False
    place = name.above.value(site)
    if isinstance(place, dict):
        return True
    wanted = get_type_hints(type(place)).get(name.keys[-1]) if not isinstance(place, tuple) else None
    return bool({kind.type for kind in KINDS if kind.is_number} & set(get_args(wanted)))


def called(book: Book, year: str, name: str) -> Text | None:
    """Give how a figure is called among the others, see `described`; None where nothing says what it is.

    One planned for the next year says so where the goal or priority is kept: this year's figure is called the same.
    """
    words = described(book, year, name)
    if words is None or not name.startswith(PLANS):
        return words
    kept = (one for one in book.names[year] if _planned(Name(year, one)) == name)
    if any(described(book, year, one) == words for one in kept):
        return filled(label(book, "for_next_year"), name=words)
    return words


def described(book: Book, year: str, name: str) -> Text | None:
    """Give what a figure is, by `numbers:` in words.yml; None where nothing says so.

    A number of a table is told by its row and column, one of a goal or a priority also as the year before planned it,
    one of a priority also by the priority.
    """
    labels, keys = book.site.words.numbers, Name(year, name).keys
    pattern, _keys = Name(year, name).among(labels)
    if pattern is None and Name(year, name).topic == IN_TABLES:
        return _cell(book, year, Name(year, name))
    if pattern is None and (planned := _planned(Name(year, name))):
        before = book.site.before(year)
        then = described(book, before, planned) if before and planned in book.names[before] else None
        return then or _of_a_priority(book, year, Name(year, name))
    if pattern is None or "{name}" not in labels[pattern].lv:
        return labels[pattern] if pattern else None
    stars = [at for at, part in enumerate(pattern.split("."), 1) if part == "*"]
    words = [words_of(book.site, Name(year, *keys[:at])) for at in stars]
    return filled(labels[pattern], name=lambda language: capitalised(": ".join(one.in_(language) for one in words)))


def _planned(name):
    """Give the name under which the year before planned a figure of a goal or a priority; None for others."""
    if own := name.matches("targets.other.*.figures.*"):
        return "targets.next.{}.figures.{}".format(*own)
    if own := name.matches("priorities.items.*.*.figures.*"):
        return "next_year.items.{0}.figures.{2}".format(*own)
    return None


def _of_a_priority(book, year, name):
    """Give what was set or reached in a priority, where only one of its figures is that."""
    own = name.matches("priorities.items.*.*.figures.*")
    if own is None:
        return None
    key, _half, figure = own
    item, ending = book.site.years[year].priorities.items[key], figure.rpartition("_")[2]
    endings = [one.rpartition("_")[2] for one in (*item.quantitative.figures, *item.qualitative.figures)]
    if ending not in _ENDINGS or endings.count(ending) > 1:
        return None
    return filled(label(book, _ENDINGS[ending]), name=lambda one: capitalised(item.name.in_(one)))


def _cell(book, year, name):
    """Give what the number of a table is: its row and column, or its table and column where it is a total."""
    key, column = name.keys[1], name.keys[-1]
    table = tables(book.site, year).get(key)
    if table is None or column not in table.columns or name.keys[2] not in ("rows", "total"):
        return None
    item = rows_of(book.site, year, key, table).get(str(name.above))
    about = table.caption if item is None else _row_words(book.site, item, table)
    heading = table.columns[column].heading
    if about is None:
        return None
    return filled(
        label(book, "cell_total" if item is None else "cell"),
        name=lambda language: capitalised(about.in_(language)),
        table=lambda language: with_years(about.in_(language), year, language),
        column=lambda language: with_years(heading.in_(language), year, language),
    )


def _row_words(site, item, table):
    """Give the words of a row: what it is called in the data, or what stands first in it."""
    place = item.value(site)
    first = getattr(place, next(iter(table.columns)), None)
    if isinstance(first, str):
        first = Text(lv=first, en=first)
    return first if isinstance(first, Text) else words_of(site, item)


def words_of(site: Site, name: Name) -> Text:
    """Give the words of what has a name in the data, or of what it belongs to: an area, a target, a question."""
    if keys := name.matches("resources.by_area.*"):
        name = Name(name.year, "learners.areas", *keys)
    place = name.value(site)
    found: Text | None = next(
        (getattr(place, word) for word in ("name", "question", "answer") if hasattr(place, word)), None
    )
    return found or words_of(site, name.above)
