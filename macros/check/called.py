"""What readers call a value of the data, so that a message speaks of rows and columns, with the data's name behind."""

import re
from functools import partial

from macros.check.calls import read
from macros.data.hints import belongs
from macros.data.name import Name
from macros.data.schema import LANGUAGES
from macros.html.render import Renderer
from macros.report.book import Book
from macros.report.compute import Figure
from macros.show.tables.numbers import called, words_of
from macros.words.problems import Sentences
from macros.words.signs import uncapitalised

_NAME = re.compile(r"(?P<bracket>\()?“(?P<name>[a-z_]\w*(?:\.\w+)+)”")
_NAMED = (
    "targets.measured.*.*",
    "priorities.items.*.*.*",
    "projects.items.*.*",
    "next_year.items.*.*",
    "survey.questions.*.*",
)
"""What belongs to a target, a priority and so on, which has a name of its own."""


def called_by_readers(book: Book, name: Name) -> Sentences:
    """Give what readers call a value, in both languages; what belongs there where they have no words for it."""
    year, keys = name.year or book.site.latest, name.matches("criteria.items.*.indicators.*.*")
    figure = book.names.get(year, {}).get(str(name))
    if isinstance(figure, Figure) and figure.operation == "same":  # another name of it
        return called_by_readers(book, Name(year, figure.parts[0]))
    form = book.site.form(year)
    if keys and form and keys[0] in form.criteria and keys[1] in form.criteria[keys[0]].indicators:
        row, column = form.criteria[keys[0]].indicators[keys[1]].name, _asked(name)
        number = _section(form, keys[0])
        lv, en = (row.in_(language).rstrip(".;") for language in LANGUAGES)
        return (
            f"{number}. punkts, rinda ‘{lv}’, aile ‘{column[0]}’",
            f"section {number}, row ‘{en}’, column ‘{column[1]}’",
        )
    if label := called(book, year, str(name)):
        lv, en = (read(Renderer(book, language), label, year) for language in LANGUAGES)
        return lv, en
    if name.keys[-2:-1] == ("figures",):  # of which all that is asked is a number
        return str(name), str(name)
    lv, en = _asked(name)
    if lv != str(name) and any(name.matches(pattern) for pattern in _NAMED):
        owner = words_of(book.site, name.above)
        lv, en = f"{owner.lv}: {uncapitalised(lv)}", f"{owner.in_('en')}: {uncapitalised(en)}"
    return lv, en


def _asked(name):
    """Give what belongs at a name, without how it is written; the name itself of what is computed."""
    try:
        return belongs(str(name))
    except KeyError:
        return str(name), str(name)


def _section(form, criterion):
    """Give the number of the section that has the table of a criterion's indicators; else the criterion's own."""
    table = f"criteria.{criterion}.indicators"
    headings = (section.heading.lv for section in form.sections if table in section.tables)
    numbers = (re.match(r"[\d.]*\d", heading) for heading in headings)
    return next((number[0] for number in numbers if number), form.criteria[criterion].number.rstrip("."))


def in_words(book: Book, year: str | None, lv: str, en: str) -> Sentences:
    """Give sentences in which what readers call each “name” stands before it: “Learners at the end” (learners.…)."""

    def words(found: re.Match[str], at: int) -> str:
        name = found["name"]
        spoken = called_by_readers(book, Name(year, name))[at]
        if spoken == name:
            return found[0]
        return f"(“{spoken}”; {name}" if found["bracket"] else f"“{spoken}” ({name})"

    return _NAME.sub(partial(words, at=0), lv), _NAME.sub(partial(words, at=1), en)


def named(book: Book, year: str | None, *names: str) -> Sentences:
    """Give names in both languages, each behind what readers call it: “Learners at the end” (learners.…), …."""
    typed = ", ".join(f"“{name}”" for name in names)
    return in_words(book, year, typed, typed)
