"""What refers to something by its key, and whether that is there."""

from collections.abc import Collection, Iterator

from macros.data.name import Name
from macros.report.book import Book
from macros.words.problems import did_you_mean


def unknown(
    book: Book, name: Name, used: Collection[str], known: Collection[str]
) -> Iterator[tuple[tuple[str, int], str, tuple[str, str]]]:
    """Yield `(file, line), key, (Latvian hint, English hint)` for each key `used` below a name that is not `known`."""
    for index, key in enumerate(used):
        if key not in known:
            place = book.loaded.where(name.below(key if isinstance(used, dict) else index))
            yield place, key, did_you_mean(key, known)
