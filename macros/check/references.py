"""What refers to something by its key, and whether that is there."""

from collections.abc import Iterator

from macros.words.problems import did_you_mean


def unknown(book, name, used, known) -> Iterator[tuple[tuple[str, int], str, tuple[str, str]]]:
    """Yield `(file, line), key, (Latvian hint, English hint)` for each key `used` below a `Name` that is not `known`."""
    for index, key in enumerate(used):
        if key not in known:
            place = book.loaded.where(name.below(key if isinstance(used, dict) else index))
            yield place, key, did_you_mean(key, known)
