"""The corrections of all years as a feed (Atom, RFC 4287), which tells whoever follows it of each new one."""

import re
from datetime import UTC, date, datetime
from urllib.parse import urljoin

from macros.html.cell import cell
from macros.html.render import Renderer, id_of
from macros.html.speaker import Speaker
from macros.html.templates import fill, ours
from macros.pages.address import FEED, language_folder
from macros.report.book import Book
from macros.show.tables import build
from macros.show.tables.corrected import CORRECTIONS
from macros.words.language import school_year

_LINK = re.compile(r'(?<=href=")[^"]*')


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
                    "address": f"{home}{year}/{CORRECTIONS}/#{id_of('row', row.name)}",
                    "day": _day(item.date),
                    "said": [
                        (ours(cell(renderer, head, year, linked=False)), ours(_with_addresses(said, home)))
                        for head, content in zip(heads, row.cells, strict=True)
                        if (said := cell(renderer, content, year, linked=False)) not in ("", "–")
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
        day=_day(max(_days(book))),
        entries=sorted(entries, key=lambda entry: entry["day"], reverse=True),
    )
    return {FEED: f"{feed}\n".encode()}


def _rows(book: Book, year: str):
    """Give each row of the table of corrections with the heads of its cells."""
    table = build(book, year, CORRECTIONS)
    return [(row, table.columns[1:]) for group in table.groups for row in group.rows]


def _days(book):
    """Yield the days of all corrections, and that on which the first school year began: there may be no corrections."""
    yield date(int(min(book.site.years)[:4]), 9, 1)
    for report in book.site.years.values():
        yield from (item.date for item in report.corrections.values())


def _with_addresses(said: str, home: str) -> str:
    """Give HTML whose links have whole addresses, as a feed is read elsewhere."""
    return _LINK.sub(lambda link: urljoin(home, link[0]), said)


def _day(day: date) -> str:
    return datetime(day.year, day.month, day.day, tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
