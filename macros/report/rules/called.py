"""What is called so: the names that a pattern of names stands for, and the keys of a list.

This is looked for once among the same names, whatever stands under them.
"""

from collections import defaultdict
from functools import cache, lru_cache

from macros.data.name import Name


class Called:
    """All names of a year."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Take the names in the order of the data."""
        self._all = tuple(Name(None, name) for name in names)
        self._names = frozenset(names)
        self._alike: defaultdict[tuple[int, str], list[Name]] = defaultdict(list)
        for name in self._all:
            self._alike[_kin(name.keys)].append(name)
        self.expand, self.keys = cache(self._expand), cache(self._keys)

    def _expand(self, pattern: str) -> tuple[str, ...]:
        if "*" not in pattern:
            return (pattern,) if pattern in self._names else ()
        alike = self._all if pattern.startswith("*") else self._alike[_kin(pattern.split("."))]
        return tuple(str(name) for name in alike if name.matches(pattern))

    def _keys(self, place: str) -> tuple[str, ...]:
        above = Name(None, place).keys
        inside = (name.keys[len(above) :] for name in self._all if name.keys[: len(above)] == above)
        return tuple(dict.fromkeys(keys[0] for keys in inside if keys))


def _kin(keys):
    """Give how many keys a name has and which is the first: a pattern has the same as what it stands for."""
    return len(keys), keys[0]


called = lru_cache(maxsize=8)(Called)
"""Gives what is called so by some names, in the order of the data; the same for the same names."""
