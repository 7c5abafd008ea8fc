"""What tables are made of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Self, TypeVar

from macros.data.name import Name
from macros.data.schema import LANGUAGES, Text
from macros.data.schema.kinds import Filled
from macros.report.book import Book
from macros.report.compute import Figure

Words = TypeVar("Words", Text, str)


@dataclass(frozen=True)
class Named:
    """A cell that shows a named value, of another year if one is given."""

    name: str
    year: str | None = None


@dataclass(frozen=True)
class Formula:
    """How a calculated figure is calculated, with its numbers."""

    name: str


@dataclass(frozen=True)
class Place:
    """Where in the data a figure stands: the file and, where it is typed, the line."""

    name: str


@dataclass(frozen=True)
class Stack:
    """Several contents one below the other in a cell; `ordered` numbers them."""

    items: "tuple[Content, ...]"
    ordered: bool = False


@dataclass(frozen=True)
class Link:
    """A link to a file beside the year's front page."""

    address: str
    text: Text


@dataclass(frozen=True)
class Download:
    """A link to a file that all languages share; `path` is its path in the site, `of` tells what is in the file."""

    path: str
    text: Text
    of: "Content" = None


@dataclass(frozen=True)
class PageLink:
    """A link to a page of the year, under its title; `page` is its file without the ending, `section` an id on it."""

    page: str
    section: str = ""


@dataclass(frozen=True)
class SiteLink:
    """A link to a page of no year, or to another file; `path` is its file, `row` the name of a row of a table on it."""

    path: str
    text: Text
    row: str = ""


@dataclass(frozen=True)
class OfYear:
    """What is said of another year than that of the table."""

    content: "Content"
    year: str


@dataclass(frozen=True)
class Series:
    """The same figure in all years, the earliest first, to be drawn as a small line; None where a year has none."""

    figures: tuple[Named | None, ...]


@dataclass(frozen=True)
class Translated:
    """The words of a text in the language that the page is not in."""

    text: Text


@dataclass(frozen=True)
class Mark:
    """Whether something is there: the words for it where it is, else a dash."""

    is_there: bool
    words: Text

    @property
    def shown(self) -> Text | str:
        """What readers see."""
        return self.words if self.is_there else "–"


@dataclass(frozen=True)
class Blank:
    """An empty line to write on by hand; only the Latvian text is signed, so English says “not stated”."""


def filled(text: Text, **marks: Text | str | Callable[[str], str]) -> Filled:
    """Give the text with what stands for each of its marks: `filled(text, name=…)` puts it in the place of `{name}`.

    That is a text, words that are the same in both languages, or what gives the words in a language.
    """
    done = {}
    for language in LANGUAGES:
        done[language] = getattr(text, language)
        for mark, one in marks.items():
            words = one if isinstance(one, str) else one.in_(language) if isinstance(one, Text) else one(language)
            done[language] = done[language].replace(f"{{{mark}}}", words)
    return Filled(origin=text, **done)


class FromSection(Filled):
    """What something is taken from, where that is one section of the report alone; `section` is its number, `3.4.3`."""

    section: str


def only_section(source: Text | None) -> str:
    """Give the number of the section that a source is, or nothing where it is another or several."""
    return source.section if isinstance(source, FromSection) else ""


class Told(Filled):
    """Words for something in the data that is no figure; `of` is its name there."""

    of: str


class ToldAlike(str):
    """The same where the words are alike in all languages, such as addresses."""

    __slots__ = ("of",)
    of: str

    def __new__(cls, words: str, of: Name) -> Self:
        """Take the words and the name."""
        told = super().__new__(cls, words)
        told.of = str(of)
        return told


def told(words: Words, of: Name) -> Words:
    """Give words with what they are for, and whatever else it is as it is."""
    if isinstance(words, Text):
        return Told(lv=words.lv, en=words.en, origin=getattr(words, "origin", words), of=str(of))
    return ToldAlike(words, of) if isinstance(words, str) else words


Linked = Link | Download | PageLink | SiteLink
"""Whatever leads elsewhere."""
Content = Text | Named | Formula | Place | Stack | Linked | OfYear | Series | Translated | Mark | Blank | str | None
"""What a cell can hold; None is shown as “not stated”."""


@dataclass(frozen=True)
class Row:
    """The head of a row and its cells, one per further column; `name` lets links lead to it.

    `place` is what a row that is entered in the table itself is called in the data. `of_group` heads what a row says of
    its whole group where that is data: there it is no row among the others, but a column.
    """

    head: Content
    cells: tuple[Content, ...]
    total: bool = False
    name: str = ""
    place: Name | None = None
    of_group: Text | None = None


@dataclass(frozen=True)
class Group:
    """Rows under a heading of their own; `heading` is None where the table has no groups."""

    rows: tuple[Row, ...]
    heading: Content = None


@dataclass(frozen=True)
class Table:
    """A table in both languages.

    `numeric` holds the indexes of the columns with numbers. `layout` is “scroll” for numbers side by side, “years” for
    those of many years and “lined” for what is as short (below the head of their row on a phone), “stacked” for columns
    of text (a card per row on a phone), “headline” for a few large numbers, “plain” for what is small.
    `about` is how many of the first columns say what a row is about; these stand above where others need the width.
    `by_hand` holds the indexes of the columns that are there to be written in by hand, so in Latvian only. A table
    without rows says `empty` instead, if it has these words. `plain_numbers` says that numbers lead to its rows, so
    that those in it lead nowhere. `folded` says that on the screen its parts are closed until one is opened or words
    are looked for. `more` leads on, on the screen only: what is signed knows nothing of later years. `of_years` are the
    years of the last columns, whose numbers have rows of the same name among the figures of their year.
    """

    groups: tuple[Group, ...]
    numeric: frozenset[int] = frozenset()
    layout: str = "scroll"
    about: int = 1
    notes: tuple[Text, ...] = ()
    source: Text | None = None
    caption: Text | None = None
    columns: tuple[Text | Named, ...] = ()
    by_hand: frozenset[int] = frozenset()
    empty: Text | None = None
    plain_numbers: bool = False
    folded: bool = False
    more: tuple[PageLink | SiteLink | Download, ...] = ()
    of_years: tuple[str, ...] = ()

    @property
    def has_rows(self) -> bool:
        """Whether there is anything to show."""
        return any(group.rows for group in self.groups)

    def without(self, columns: frozenset[int]) -> "Table":
        """Give the table without the columns that have these indexes; the heads of rows, which are column 0, stay."""
        kept = [index for index in range(len(self.columns)) if index not in columns]

        def narrowed(row: Row) -> Row:
            return replace(row, cells=tuple(row.cells[index - 1] for index in kept[1:]))

        return replace(
            self,
            groups=tuple(replace(group, rows=tuple(map(narrowed, group.rows))) for group in self.groups),
            columns=tuple(self.columns[index] for index in kept),
            numeric=frozenset(new for new, index in enumerate(kept) if index in self.numeric),
        )


def one_group(rows: Iterable[Row], **rest: Any) -> Table:
    """Give a table without groups; `rest` are further fields of a `Table`."""
    return Table((Group(tuple(rows)),), **rest)


def figure_of(book: Book, named: Named, year: str) -> Figure:
    """Give the `Figure` that a `Named` means, of a year where it has none of its own. Raises KeyError for a text."""
    found = book.names[named.year or year][named.name]
    if not isinstance(found, Figure):
        raise KeyError(named.name)
    return found


def label(book: Book, key: str) -> Text:
    """Give one of the program's own labels as a `Text`."""
    return getattr(book.site.words.labels, key)


def stack(*items: Content) -> Stack | None:
    """Give contents one below the other, None where there are none at all."""
    return Stack(tuple(items)) if any(item is not None for item in items) else None
