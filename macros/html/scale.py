"""From where to where a drawing has to reach for the numbers in it."""

from collections.abc import Iterable


def scale(values: Iterable[float]) -> tuple[float, float]:
    """Give the least and the most of some values and zero, from which lengths begin, and never the same for both."""
    ends = [0, *values]
    least, most = min(ends), max(ends)
    return least, most if most > least else least + 1
