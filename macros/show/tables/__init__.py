"""What is shown in tables: rows and columns in both languages. How it looks is for `render`.

Each table is a function of the data, registered under the name that pages call it by; a `*` in a name stands for one
key, so `criteria.*.methods` serves all criteria. Captions and column heads are in `data/words.yml` under the same name.
"""

from dataclasses import replace

from macros.data.schema import Report
from macros.show.tables import (  # noqa: F401 – they register their tables
    corrections,
    criteria,
    discrepancies,
    goals,
    learners,
    numbers,
    site_wide,
)
from macros.show.tables.shape import (
    BUILDERS,
    DATA,
    Blank,
    Formula,
    Group,
    Link,
    Named,
    PageLink,
    Place,
    Row,
    Stack,
    Table,
    Translated,
    filled,
)
from macros.words.language import year_marks

__all__ = [
    "Blank",
    "Formula",
    "Group",
    "Link",
    "Named",
    "PageLink",
    "Place",
    "Row",
    "Stack",
    "Table",
    "Translated",
    "build",
    "known",
    "pattern_of",
    "place",
]


def pattern_of(name):
    """Give the registered pattern that serves the table called `name` and the keys its stars stand for, or None."""
    words = name.split(".")
    for pattern in BUILDERS:
        parts = pattern.split(".")
        if len(parts) == len(words) and all(p in ("*", w) for p, w in zip(parts, words, strict=True)):
            return pattern, [w for p, w in zip(parts, words, strict=True) if p == "*"]
    return None


def build(name, site, year):
    """Give the `Table` called `name` for a year. Raises KeyError where there is none."""
    match = pattern_of(name)
    if match is None:
        raise KeyError(name)
    pattern, keys = match
    words = site.words.tables[pattern]
    table = BUILDERS[pattern](site, site.years[year], *keys)
    subject = _subject(site, site.years[year], pattern, keys)
    return replace(
        table,
        caption=_fill(words.caption, subject, year),
        columns=tuple(_fill(column, subject, year) for column in table.columns or words.columns),
        notes=words.notes,
        empty=words.empty,
    )


def place(name, year):
    """Give the path of the data that the table called `name` shows, or None where they are in several files."""
    pattern, keys = pattern_of(name)
    if DATA[pattern] is None:
        return None
    path = tuple(keys.pop(0) if part == "*" else part for part in DATA[pattern].split("."))
    return ("years", year, *path) if path[0] in Report.model_fields else path


def known(site, year):
    """Give the names of all tables of a year."""
    report, result = site.years[year], []
    for pattern in BUILDERS:
        head, star, tail = pattern.partition("*")
        keys = _items(report, pattern) if star else ("",)
        result.extend(head + key + tail for key in keys)
    return result


def _items(report, pattern):
    return getattr(report, pattern.split(".")[0]).items


def _subject(site, report, pattern, keys):
    """Give what the table is about, with a number and a name: criteria have theirs from the form."""
    if not keys:
        return None
    return (site.form(report).criteria if pattern.startswith("criteria.") else _items(report, pattern))[keys[0]]


def _fill(text, subject, year):
    """Put the subject's name and number, and the school years, into a caption or a column's head."""

    def marks(language):
        named = {"{number}": subject.number, "{name}": subject.name.in_(language)} if subject else {}
        return year_marks(year, language) | named

    return filled(text, lv=marks("lv"), en=marks("en"))
