"""What people call a place in the data: in the words of the report where it has some, else in those of the hints."""

from macros.check.calls import read
from macros.data.hints import belongs
from macros.data.name import Name
from macros.data.schema import LANGUAGES, Text
from macros.html.render import Renderer
from macros.office.asked import NEW, pattern
from macros.office.plain import plain
from macros.office.rows import heading, is_cell
from macros.report.book import Book
from macros.show.tables.numbers import called as called_in_numbers
from macros.words.problems import Sentences
from macros.words.signs import capitalised
from macros.words.spaces import single_spaced

_OWN = ("name", "question", "answer", "title", "text", "set", "role")
"""Fields whose words tell which entry it is."""
_LONGEST = 90


def called(book: Book, name: Name, *, as_group: bool = False) -> Text:
    """Give what a value, or a group, is called in both languages."""
    if (number := name.keys[-1]).startswith(NEW):
        return Text(lv=f"Jauns ieraksts (Nr. {number[1:]})", en=f"New entry (No. {number[1:]})")
    year = name.year or book.site.latest
    is_new = any(key.startswith(NEW) for key in name.keys)
    words = None
    if is_new and is_cell(name):
        words = heading(book, name)
    elif not is_new:
        words = _entry(book, name) if as_group else called_in_numbers(book, year, str(name))
    if words:
        return said(book, words, year)
    lv, en = _asked_for(name)
    return Text(lv=lv, en=en)


def said(book: Book, words: Text, year: str) -> Text:
    """Give words as readers see them, on one line and not too long."""
    lv, en = (_short(read(Renderer(book, language), words, year)) for language in LANGUAGES)
    return Text(lv=lv, en=en)


def _asked_for(name: Name) -> Sentences:
    """Give the first words of the hint of a name; the name where nobody has written one."""
    try:
        lv, en = map(capitalised, belongs(pattern(name)))
    except KeyError:
        if not name.keys[-1].isdecimal():
            return name.keys[-1], name.keys[-1]
        lv, en = (f"{words}, {int(name.keys[-1]) + 1}." for words in _asked_for(name.above))
    return lv, en


def _entry(book, name):
    """Give the words that tell which entry of a list it is, or which part of the form it answers."""
    form = book.site.form(name.year)
    criteria = form.criteria if form else {}
    if (keys := name.matches("criteria.items.*")) and keys[0] in criteria:
        return criteria[keys[0]].numbered
    if (keys := name.matches("criteria.items.*.indicators.*")) and keys[0] in criteria:
        indicator = criteria[keys[0]].indicators.get(keys[1])
        return indicator.name if indicator else None
    if pattern(name).endswith("*"):
        whole = name.value(book.site)
        if name.matches("tables.*.rows.*"):
            first = next(iter(vars(whole).values()))
            return first if isinstance(first, Text) else Text(lv=plain(first), en=plain(first))
        return next((getattr(whole, one) for one in _OWN if getattr(whole, one, None)), None)
    return None


def _short(words):
    words = capitalised(single_spaced(words))
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
