"""What is shown in tables: rows and columns in both languages. How it looks is for `render`.

Each table is a function of the data, registered under the name that pages call it by; a `*` in a name stands for one
key, so `criteria.*.methods` serves all criteria. Captions and column heads are in `data/words.yml` under the same name.
"""

from dataclasses import replace

from macros.language import school_year
from macros.tables import criteria, goals, learners, site_wide  # noqa: F401 – they register their tables
from macros.tables.shape import BUILDERS, Blank, Group, Link, Named, Row, Stack, Table, Translated, filled

__all__ = ["Blank", "Group", "Link", "Named", "Row", "Stack", "Table", "Translated", "build", "known", "pattern_of"]


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
    subject = _subject(site.years[year], pattern, keys)
    return replace(
        table,
        caption=_fill(words.caption, subject, year),
        columns=tuple(_fill(column, subject, year) for column in table.columns or words.columns),
        notes=words.notes,
    )


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


def _subject(report, pattern, keys):
    return _items(report, pattern)[keys[0]] if keys else None


def _fill(text, subject, year):
    """Put the subject's name and number, and the school years, into a caption or a column's head."""
    first = int(year[:4])
    years = {"{last_year}": first - 1, "{year}": first, "{next_year}": first + 1}

    def marks(language):
        words = {mark: school_year(f"{start}-{start + 1}", language) for mark, start in years.items()}
        if subject:
            words |= {"{number}": subject.number, "{name}": subject.name.in_(language)}
        return words

    return filled(text, lv=marks("lv"), en=marks("en"))
