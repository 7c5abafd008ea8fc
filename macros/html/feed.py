"""The corrections of all years as a feed (Atom, RFC 4287), which tells whoever follows it of each new one."""

from datetime import UTC, date, datetime

from macros.html.cell import cell
from macros.html.render import Renderer, row_id
from macros.html.speaker import Speaker
from macros.html.templates import fill, ours
from macros.pages.address import language_folder
from macros.report.book import Book
from macros.show.outline import CORRECTIONS
from macros.show.tables import build
from macros.words.language import school_year

FEED = "corrections.xml"
"""The file of the feed, at the top of a language of the site."""


def feed_files(renderer: Renderer) -> dict[str, bytes]:
    """Give the feed: what each row of the tables of corrections says, that of the latest first."""
    book, language, label = renderer.book, renderer.language, Speaker(renderer, renderer.site.latest).label
    home = renderer.home or f"https://{renderer.site.centre.website}/{language_folder(language)}"
    entries = []
    for year, report in sorted(book.site.years.items(), reverse=True):
        about = label("school_year", year=school_year(year, language))
        dated = zip(_rows(book, year), report.corrections.items(), strict=True)
        for (row, heads), (number, item) in reversed(list(dated)):
            page = renderer.title(f"{year}/{item.page}.md", language)
            entries.append(
                {
                    "title": label("feed_entry", number=number, page=page, year=about),
                    "address": f"{home}{year}/{CORRECTIONS}/#{row_id(row.name)}",
                    "day": _day(item.date),
                    "said": [
                        (ours(cell(renderer, head, year, linked=False)), ours(cell(renderer, said, year, linked=False)))
                        for head, said in zip(heads, row.cells, strict=True)
                        if said is not None
                    ],
                }
            )
    feed = fill(
        "feed.xml",
        language=language,
        title=label("feed"),
        centre=renderer.site.centre.name.in_(language),
        home=home,
        address=f"{home}{FEED}",
        day=_day(max(filter(None, _days(book)))),
        entries=sorted(entries, key=lambda entry: entry["day"], reverse=True),
    )
    return {FEED: f"{feed}\n".encode()}


def _rows(book: Book, year: str):
    """Give each row of the table of corrections with the heads of its cells."""
    table = build(book, year, CORRECTIONS)
    return [(row, table.columns[1:]) for group in table.groups for row in group.rows]


def _days(book):
    """Yield all days from which the feed may be: of corrections and signatures, and on which a school year begins."""
    for year, report in book.site.years.items():
        yield from (date(int(year[:4]), 9, 1), report.signatures.document.date)
        yield from (item.date for item in report.corrections.values())


def _day(day: date) -> str:
    return datetime(day.year, day.month, day.day, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
