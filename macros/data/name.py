"""How what stands in the data is called: on pages, in rules, in labels, in messages.

A name is the way through a file, joined by points: `learners.areas.stem.end`. What all years share, such as
`centre.name`, is called so in each of them; `form` is the form that the year follows. In a pattern a `*` stands for any
one key.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from macros.data.schema import Report, Site
from macros.data.schema.kinds import Keys, Model

_NOTHING = object()
_OF_MODELS = type(Model)
_HOLDERS = (Model, dict, tuple)
_SHARED = frozenset(Site.model_fields) - frozenset(Report.model_fields)  # each year may have `tables`, too


@dataclass(frozen=True, init=False)
class Name:
    """The name of a value, of a text or of what holds them; `year` is None for what all years share."""

    year: str | None
    keys: tuple[str, ...]

    def __init__(self, year: str | None, *keys: str | int) -> None:
        """Take a name as it is written (`Name("2024-2025", "learners.areas")`), or key by key, from the year or None.

        A way through the whole `Site` is a name, too: `Name(None, "years", "2024-2025", "learners")`.
        """
        words = tuple(".".join(map(str, keys)).split(".")) if keys else ()
        if words[:1] == ("years",) and words[1:]:
            year, words = words[1], words[2:]
        elif words and words[0] in _SHARED:
            year = None
        self.__dict__.update(year=year, keys=words)

    def __str__(self) -> str:
        """Write it without its year, as pages call for it."""
        return ".".join(self.keys)

    @property
    def topic(self) -> str:
        """The name of its file, without the ending."""
        return self.keys[0]

    @property
    def above(self) -> "Name":
        """The name of what it is a part of."""
        return Name(self.year, *self.keys[:-1])

    def below(self, *keys: str | int) -> "Name":
        """Give the name of a part of it."""
        if self.keys in ((), ("years",)):  # only now is it known whose it is
            return Name(self.year, *self.keys, *keys)
        own = str(keys[0]) if len(keys) == 1 else ".".join(map(str, keys))
        part = object.__new__(Name)
        inside = part.__dict__
        inside["year"], inside["keys"] = self.year, (*self.keys, *(own.split(".") if "." in own else (own,)))
        return part

    def matches(self, pattern: str) -> tuple[str, ...] | None:
        """Give the keys that the stars of a pattern stand for here, `()` where it has none; None if it is another's."""
        size, wanted, stars = _taken_apart(pattern)
        keys = self.keys
        if len(keys) != size:
            return None
        for index, part in wanted:
            if keys[index] != part:
                return None
        return tuple([keys[index] for index in stars])

    def among(self, patterns: Iterable[str]) -> tuple[str | None, tuple[str, ...]]:
        """Give the first of some patterns that it matches, and the keys of its stars; `(None, ())` if there is none."""
        for pattern in patterns:
            if (keys := self.matches(pattern)) is not None:
                return pattern, keys
        return None, ()

    def path(self, site: Site) -> Keys:
        """Give the way to it through a `Site`: fields, keys of dicts and places in lists, which are int."""
        way = self._way(site)
        return tuple(int(key) if type(holder) is tuple and key.isdecimal() else key for key, holder, _place in way)

    def value(self, site: Site) -> Any:
        """Give what has this name in a `Site`. Raises KeyError where nothing has."""
        if (found := self.found(site, _NOTHING)) is _NOTHING:
            raise KeyError(str(self))
        return found

    def found(self, site: Site, default: Any = None) -> Any:
        """Give what has this name in a `Site`, or else the default."""
        found: Any = site
        for _key, _holder, found in self._way(site):  # noqa: B007 – the last one is wanted
            pass
        return default if found is _NOTHING else found

    def _way(self, site: Site) -> Iterator[tuple[str, Any, Any]]:
        """Yield each key, what holds it, what stands there. Keys of dicts may hold points, as names of tables do."""
        place: Any = site
        keys = self.from_the_root(site)
        at, size = 0, len(keys)
        while at < size:
            end = at + 1
            if type(place) is dict and end < size:
                end = next((longer for longer in range(size, end, -1) if ".".join(keys[at:longer]) in place), end)
            key, holder = ".".join(keys[at:end]), place
            place = (parts(place) or {}).get(key, _NOTHING)
            yield key, holder, place
            at = end

    def from_the_root(self, site: Site) -> tuple[str, ...]:
        """Give its keys from the root of a `Site`, with the year that has it or the form that its year follows."""
        if self.year is None:
            return self.keys
        if self.keys[:1] == ("form",):
            return ("forms", site.years[self.year].report.form, *self.keys[1:])
        return ("years", self.year, *self.keys)


WHOLE = Name(None)
"""What has no name of its own: the whole site, or a report when it stands alone."""


@lru_cache(maxsize=10_000)  # there are few patterns, and many names to try them on
def _taken_apart(pattern):
    """Give how many keys a pattern has, those that are given with their places, and the places of its stars."""
    parts = pattern.split(".")
    wanted = tuple((index, part) for index, part in enumerate(parts) if part != "*")
    return len(parts), wanted, tuple(index for index, part in enumerate(parts) if part == "*")


def is_there(site: Site, name: Name) -> bool:
    """Say whether a `Site` has something of this name, be it empty."""
    return name.found(site, _NOTHING) is not _NOTHING


def with_keys(pattern: str, keys: Iterable[str]) -> str:
    """Give a pattern with keys in the places of its stars: the name of what it stands for."""
    rest = iter(keys)
    return ".".join(next(rest, "*") if part == "*" else part for part in pattern.split("."))


def parts(value: Any) -> dict[str, Any] | None:
    """Give what stands right below a value of the data, by key: fields, entries, items; None where it is no such."""
    if type(type(value)) is _OF_MODELS:  # `isinstance` asks each of pydantic's models for longer
        return vars(value)
    if isinstance(value, dict):
        return value
    if type(value) is tuple:  # a Range is one value
        return {str(index): item for index, item in enumerate(value)}
    return None


def leaves(value: Any, name: Name = WHOLE, whole: type | tuple[type, ...] = ()) -> Iterator[tuple[Name, Any]]:
    """Yield `(name, leaf)` for all that stands below a value called so, in the order of the files; empty are None.

    Values of the types in `whole` are not taken apart.
    """
    left = [(name, value)]
    while left:
        name, value = left.pop()
        inside = parts(value)
        if inside is None or isinstance(value, whole):
            yield name, value
        else:
            left += [(name.below(key), item) for key, item in reversed(inside.items())]


def empty_lists(value: Any, name: Name = WHOLE) -> Iterator[Name]:
    """Yield the name of each list of entries below a value called so in which there is nothing."""
    left = [(name, value)]
    while left:
        name, value = left.pop()
        if type(value) in (dict, tuple) and not value:
            yield name
        elif type(value) is not tuple:
            inside = reversed((parts(value) or {}).items())
            left += [(name.below(key), item) for key, item in inside if isinstance(item, _HOLDERS)]
