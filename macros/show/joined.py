"""Pages that tell again, joined, what other pages tell: they are in no edition, search or data."""

from pathlib import PurePosixPath

NUMBERS = "numbers"
"""The page of a year that gives the source of each figure, and the table on it."""
ALL_YEARS = "all_years"
"""The table of the figures of all years."""
YEARS = "years.md"
"""The page of no year on which the years stand side by side; there is none while there is one year."""
FIGURES_OF_YEARS = "all-figures.md"
"""That of all their figures, which comes with it."""
CHANGES = "changes"
"""The page of a year that tells what changed since the year before; there is none in the first."""
CRITERION = "criterion-"
"""How the page begins that joins all there is of a criterion; the key of the criterion follows."""


def repeats(path: str) -> bool:
    """Say whether the page at a path is one of them."""
    page = PurePosixPath(path)
    is_of_year = bool(page.parent.name) and page.stem in (NUMBERS, CHANGES)
    return is_of_year or stands_aside(path) or path == FIGURES_OF_YEARS


def stands_aside(path: str) -> bool:
    """Say whether it is one of a criterion: these stand together in the menu, folded, and no arrow leads to them."""
    return f"/{CRITERION}" in path
