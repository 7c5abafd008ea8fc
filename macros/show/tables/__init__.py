"""What is shown in tables: rows and columns in both languages. How it looks is for `render`.

Each table is a function of the book, the year and the keys that the stars in its name stand for; so all criteria are
served by `criteria.*.methods`. Captions and column heads are in `data/words.yml` under the same name.
"""

from dataclasses import replace

from macros.data.name import Name, with_keys
from macros.report.book import Book, once_per_book
from macros.show.sources import source
from macros.show.tables import corrections, criteria, discrepancies, goals, learners, numbers, site_wide
from macros.show.tables.shape import Builder, Table, filled
from macros.words.language import year_marks

TABLES = {
    "corrections": Builder(corrections.corrections, "corrections"),
    "criteria.*.methods": Builder(criteria.methods, "criteria.items.*.methods"),
    "criteria.*.indicators": Builder(criteria.indicators, "criteria.items.*.indicators"),
    "survey": Builder(criteria.survey, "survey.questions"),
    "student_councils": Builder(criteria.student_councils, "student_councils"),
    "discrepancies": Builder(discrepancies.discrepancies, "discrepancies"),
    "targets": Builder(goals.targets, "targets"),
    "priorities": Builder(goals.priorities, "priorities"),
    "priorities.*": Builder(goals.priority, "priorities.items.*"),
    "projects": Builder(goals.projects, "projects"),
    "next_year": Builder(goals.next_year, "next_year"),
    "key_figures": Builder(learners.key_figures, None),
    "years": Builder(learners.years, None),
    "overview": Builder(learners.overview, "learners.areas"),
    "learners": Builder(learners.learners, "learners.areas"),
    "learners_change": Builder(learners.learners_change, "learners.areas"),
    "places": Builder(learners.places, "places.addresses"),
    "numbers": Builder(numbers.numbers, None),
    "signatures": Builder(site_wide.signatures, "signatures"),
    "signatures.document": Builder(site_wide.document, "signatures.document"),
    "downloads": Builder(site_wide.downloads, None),
    "abbreviations": Builder(site_wide.abbreviations, "terms.terms"),
    "terms": Builder(site_wide.terms, "terms.terms"),
}
"""All tables by the names that pages call them by; a star stands for one key."""


def pattern_of(name: str) -> tuple[str | None, tuple[str, ...]]:
    """Give the name in the list that serves the table called `name`, or None, and the keys its stars stand for."""
    return Name(None, name).among(TABLES)


@once_per_book
def build(book: Book, year: str, name: str) -> Table:
    """Give the `Table` called `name` for a year. Raises KeyError where there is none."""
    pattern, keys = pattern_of(name)
    if pattern is None:
        raise KeyError(name)
    words = book.site.words.tables[pattern]
    table = TABLES[pattern].build(book, year, *keys)
    subject, data = _subject(book, year, pattern, keys), place(year, name)
    return replace(
        table,
        caption=_fill(words.caption, subject, year),
        columns=tuple(_fill(column, subject, year) for column in table.columns or words.columns),
        notes=words.notes,
        source=source(book, year, str(data)) if data else None,
        empty=words.empty,
    )


def place(year: str, name: str) -> Name | None:
    """Give the `Name` of the data that the table called `name` shows, or None where they are in several files."""
    pattern, keys = pattern_of(name)
    data = TABLES[pattern].data if pattern else None
    return Name(year, with_keys(data, keys)) if data else None


def known(book: Book, year: str) -> list[str]:
    """Give the names of all tables of a year."""
    names: list[str] = []
    for pattern in TABLES:
        keys = _items(book, year, pattern) if "*" in pattern else ("",)
        names.extend(with_keys(pattern, [key]) for key in keys)
    return names


def _items(book, year, pattern):
    return Name(year, (TABLES[pattern].data or "").partition(".*")[0]).value(book.site)


def _subject(book, year, pattern, keys):
    """Give what the table is about, with a number and a name: criteria have theirs from the form."""
    if not keys:
        return None
    if pattern.startswith("criteria."):
        return book.site.form(book.site.years[year]).criteria[keys[0]]
    return _items(book, year, pattern)[keys[0]]


def _fill(text, subject, year):
    """Put the subject's name and number, and the school years, into a caption or a column's head."""

    def marks(language: str) -> dict[str, str]:
        named = {"{number}": subject.number, "{name}": subject.name.in_(language)} if subject else {}
        return year_marks(year, language) | named

    return filled(text, lv=marks("lv"), en=marks("en"))
