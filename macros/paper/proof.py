"""The proof of a number on paper: each edition stays at an address of its own, by its number, with the figures it says.

`editions/NUMBER/` is a page for people and `editions/NUMBER/figures.json` the same for programs; `editions/` lists all
of them. They are those of the site at hand, and those that are kept: see `report.editions`.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial

from macros.data.hints import hint
from macros.data.schema import LANGUAGES
from macros.html.policy import ON_PAPER
from macros.html.render import Renderer, row_id
from macros.html.speaker import Speaker
from macros.html.templates import ours
from macros.pages.address import address, language_folder, way
from macros.paper.edition import Printed
from macros.paper.templates import fill
from macros.report.book import Book
from macros.report.editions import Edition, Part, Said
from macros.show.joined import NUMBERS
from macros.show.tables.numbers import called, figures
from macros.words.language import date, school_year
from macros.words.spaces import plain_spaces

FOLDER = "editions"
"""Where editions stay, in the site of all languages; the list in English stands in its folder."""


def place(number: str) -> str:
    """Give the path of an edition in the site of all languages."""
    return f"{FOLDER}/{number}/"


def edition_of(book: Book, year: str, language: str, number: str, sections: Iterable[Printed]) -> Edition:
    """Give what is to be kept of an edition of a year in a language, which has these sections."""
    report, speaker = book.site.years[year], Speaker(Renderer(book, language), year)
    days = [one.date for one in report.corrections.values()] or filter(None, [report.signatures.document.date])

    def titled(name):
        if words := called(book, year, name):
            return plain_spaces(speaker.words(words))
        with suppress(KeyError):
            return dict(zip(LANGUAGES, hint(name), strict=True))[language].removesuffix(".")
        return name

    parts = tuple(
        Part(
            name=section.name,
            title=section.title,
            figures=tuple(
                Said(name=name, title=titled(name), value=value, words=words) for name, value, words in section.figures
            ),
        )
        for section in sections
    )
    return Edition(
        edition=number,
        year=year,
        language=language,
        status=report.report.status,
        date=max(days, default=None),
        sections=parts,
    )


def files(book: Book, today: Iterable[Edition], style: str) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each file: of the editions of `today`, of those kept, and of their lists.

    `style` is the path of the style sheet in the site.
    """
    latest = {(one.year, one.language): one for one in today}
    editions = {one.edition: one for one in (*book.editions, *latest.values())}
    for number, edition in editions.items():
        yield f"{place(number)}index.html", _page(book, edition, latest.get((edition.year, edition.language)), style)
        yield f"{place(number)}figures.json", edition.as_json()
    shown = [one for one in editions.values() if one.year not in book.site.preparing]
    shown.sort(key=lambda one: (one in latest.values(), f"{one.date or ''}"), reverse=True)
    shown.sort(key=lambda one: LANGUAGES.index(one.language))
    shown.sort(key=lambda one: one.year, reverse=True)
    for language in LANGUAGES:
        folder = f"{language_folder(language)}{FOLDER}/"
        listed = [(way(folder, place(one.edition)), one, one in latest.values()) for one in shown]
        yield f"{folder}index.html", _list(book, listed, language, _around(book, language, folder, style))


def _page(book, edition, latest, style):
    """Give the page of an edition; `latest` is that of its year and language, None where there are no such any more."""
    language, here = edition.language, place(edition.edition)
    label = partial(book.site.words.labels.said, language=language)
    later = latest if latest and latest != edition else None
    now = {said.name: said for part in later.sections for said in part.figures} if later else None
    parts = [(part.title, [_row(book, edition, said, now) for said in part.figures]) for part in edition.sections]
    count = len({row["name"] for _title, rows in parts for row in rows if row["now"]})
    return fill(
        "proof.html",
        **_around(book, language, here, style),
        heading=label("edition_page", number=edition.edition),
        about=_about(book, edition, language),
        latest=label("edition_latest") if latest == edition else "",
        later=later and {"number": later.edition, "address": way(here, place(later.edition))},
        words=(label("edition_later"), label("edition_otherwise", count=count)),
        editions=(way(here, f"{language_folder(language)}{FOLDER}/"), label("edition_list")),
        heads=[label(f"edition_{key}") for key in ("figure", "said", "now")][: 3 if later else 2],
        parts=[(title, rows) for title, rows in parts if rows],
    ).encode()


def _row(book, edition, said, now):
    """Give a figure, and what the latest edition says of it where that is another; its title leads to its source."""
    numbers, today = f"{edition.year}/{NUMBERS}.md", ""
    if now is not None and (said.name not in now or now[said.name].value != said.value):
        today = (
            now[said.name].words if said.name in now else book.site.words.labels.said("edition_gone", edition.language)
        )
    source = ""
    if numbers in book.nav and said.name in figures(book, edition.year):
        there = f"{language_folder(edition.language)}{address(numbers)}"
        source = f"{way(place(edition.edition), there)}#{row_id(said.name)}"
    return {"name": said.name, "title": said.title, "words": said.words, "now": today, "source": source}


def _list(book, listed, language, around):
    label = partial(book.site.words.labels.said, language=language)
    return fill(
        "proofs.html",
        **around,
        heading=label("edition_list"),
        how=label("edition_how"),
        latest=label("edition_is_latest"),
        editions=[(there, one, _about(book, one, language), is_latest) for there, one, is_latest in listed],
    ).encode()


def _about(book, edition, language):
    """Give the year, status and date of an edition in a language, and in its own words the language that it is in."""
    label = partial(book.site.words.labels.said, language=language)
    year = label("school_year", year=school_year(edition.year, language))
    day = label("edition_date", date=date(edition.date, language)) if edition.date else ""
    written = book.site.words.labels.said("written_in", edition.language)
    return [one for one in (year, label(f"status_{edition.status}"), day) if one], written


def _around(book, language, here, style):
    """Give what both kinds of pages have round their own words."""
    return {
        "language": language,
        "centre": book.site.centre.name.in_(language),
        "centre_html": ours(Renderer(book, language).value("centre.name")),
        "policy": ours(ON_PAPER),
        "style": way(here, style),
        "home": way(here, language_folder(language)),
    }
