"""Which tables are published as data, and where their files, and those of charts, stand."""

from macros.report.book import Book
from macros.report.once import once_per_book
from macros.show.joined import ALL_YEARS, NUMBERS, repeats

FOLDER = "data"
"""The folder of the site in which the data stand; a year has a folder in it."""
PAGE = f"{FOLDER}.md"
"""The page of no year that lists them; licences are told of at `#licence`."""
FIGURES = "figures"
"""The data that hold all figures, a row each: of a year, and of all years."""
CATALOGUE, YEAR_SCHEMA = f"{FOLDER}/catalog.jsonld", f"{FOLDER}/year.schema.json"
"""What portals read, and what the JSON of a year holds."""
METADATA = "csv-metadata.json"
"""How the name of the description of a CSV ends: where programs look for it."""
CHART = "figure-"
"""How the names of the files of a chart begin."""
_LISTS = ("downloads", "datasets")
"""Tables that list files."""
_REPEAT = (NUMBERS, "years", ALL_YEARS)
"""Tables that repeat figures: all of these are in `FIGURES`."""


@once_per_book
def of_year(book: Book, year: str) -> tuple[str, ...]:
    """Give the names of the tables that the pages of a year show of it, in their order."""
    return _called(book, year, [page for page in book.in_order("lv") if page.year == year])


@once_per_book
def of_all_years(book: Book) -> tuple[str, ...]:
    """Give the names of the tables that only pages of no year show, such as the glossary's."""
    latest = book.site.latest
    names = _called(book, latest, [page for page in book.in_order("lv") if page.year is None])
    return tuple(name for name in names if name not in of_year(book, latest))


def years(book: Book) -> list[str]:
    """Give the years whose data are told of, the latest first: not those that are being prepared."""
    return sorted(book.site.years.keys() - book.site.preparing, reverse=True)


def files(book: Book, name: str, year: str) -> dict[str, str]:
    """Give the files that hold a table of a year, or of none: how they end → their path in the site."""
    if name in _REPEAT:
        data, of = FIGURES, year if name == NUMBERS else None
    elif name in of_year(book, year):
        data, of = name, year
    elif name in of_all_years(book):
        data, of = name, None
    else:
        return {}
    return {ending: address(data, ending, of) for ending in ("csv", "xlsx")}


def address(name: str, ending: str, year: str | None = None) -> str:
    """Give the path in the site of a file of data, of a year or of all years: `data/2024-2025/learners.csv`."""
    return "/".join(filter(None, (FOLDER, year, f"{name}.{ending}")))


def chart_file(name: str, ending: str, year: str) -> str:
    """Give the path of a file of a chart, which lies beside the pages of its year: `2024-2025/figure-learners.csv`."""
    return f"{year}/{CHART}{name}.{ending}"


def _called(book, year, pages):
    names = [
        call.get("name")
        for page in pages
        for call in page.calls
        if not repeats(page.path)
        if call.macro == "table" and book.year_of(call, page.year) == year
    ]
    return tuple(name for name in dict.fromkeys(names) if name not in (*_LISTS, *_REPEAT))
