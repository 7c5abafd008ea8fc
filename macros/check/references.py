"""What refers to something by its key, and whether that is there."""

from collections.abc import Collection, Iterator

from macros.data.name import Name
from macros.words.problems import Sentences, did_you_mean


def unknown(name: Name, used: Collection[str], known: Collection[str]) -> Iterator[tuple[Name, str, Sentences]]:
    """Yield `(name of it, key, hint)` for each key `used` below a name that is not `known`."""
    for index, key in enumerate(used):
        if key not in known:
            yield name.below(key if isinstance(used, dict) else index), key, did_you_mean(key, known)
