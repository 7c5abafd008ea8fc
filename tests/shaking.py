"""A book in which one number of the year is another: each number in turn, and whatever it may be instead."""

import dataclasses
from decimal import Decimal

from macros.data.name import Name, leaves
from macros.data.schema import Percent, Range
from macros.report.book import Book, _captions, _leaves
from macros.report.compute import Figure
from macros.report.kind import ends
from macros.report.rules import names_in

YEAR = "2024-2025"


def shaken(book):
    """Yield `(name, value)`: each number of the year, changed in seven ways and to all with which it is compared."""
    site, facts = book.site, book.facts[YEAR]
    numbers = [
        (name, value)
        for name, value in leaves(site.years[YEAR], Name(YEAR))
        if isinstance(value, int | Decimal | Range) and not isinstance(value, bool)
    ]
    rules = [*site.years[YEAR].rules.values(), *site.years[YEAR].claims.values()]
    together = [{name for _role, one in names_in(rule) for name in facts.expand(one)} for rule in rules]
    for at, (name, value) in enumerate(numbers):
        kind, own = type(value), ends(value)[1]
        compared = {one for names in together if str(name) in names for one in names}
        others = [found.value for one in sorted(compared) if isinstance(found := facts.names[one], Figure)]
        worths = (0, 1, own - 1, own + 1, own * 2, 21, ends(numbers[at - 1][1])[1])
        for worth in dict.fromkeys((*worths, *(one for one in others if isinstance(one, int | Decimal)))):
            if worth == own or worth < 0 or (kind is Percent and worth > 100) or worth != int(worth):
                continue
            if name.keys[-1] in ("from_month", "to_month") and not 1 <= worth <= 12:
                continue
            yield name, int(worth) if kind is Range else kind(worth)


def put(place, keys, value):
    """Give a part of the data with another value in one place."""
    key, *below = keys
    if isinstance(place, tuple):
        return (*place[: int(key)], put(place[int(key)], below, value), *place[int(key) + 1 :])
    inside = place if isinstance(place, dict) else vars(place)
    new = put(inside[key], below, value) if below else value
    return {**place, key: new} if isinstance(place, dict) else place.model_copy(update={key: new})


def with_value(book, name, value):
    """Give a book in which one number of the year is another; what belongs to no year, and all words, are as before."""
    site = put(book.site, name.path(book.site), value)
    changed = Book(dataclasses.replace(book.loaded, site=site), book.pages, book.nav, book.entries)
    for same in ((_leaves.__wrapped__, None), (_captions.__wrapped__,)):
        changed.loaded.answers[same] = book.loaded.answers[same]
    vars(changed)["standings"] = book.standings
    return changed
