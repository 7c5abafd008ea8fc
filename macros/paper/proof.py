"""The proof of a number on paper: each edition stays at an address of its own, by its number, with the figures it says.

`editions/NUMBER/` is a page for people and `editions/NUMBER/figures.json` the same for programs; `editions/` lists all
of them. A section of the page has the name that it has in the edition, so that the code beside its printed title leads
there. They are those of the site at hand, and those that are kept: see `report.editions`.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from macros import kept
from macros.data.hints import hint
from macros.data.schema import LANGUAGES
from macros.datasets.linked import linked_data_of, way_to
from macros.html.policy import ON_PAPER
from macros.html.render import Renderer, id_of
from macros.html.speaker import Speaker
from macros.html.templates import ours
from macros.pages.address import EDITIONS, address, language_folder, way
from macros.paper.document import EditionName
from macros.paper.edition import Printed
from macros.paper.section import section_name
from macros.paper.templates import fill
from macros.report.book import Book
from macros.report.editions import Account, Part, Said
from macros.report.looked_at import data_of, known
from macros.show.joined import NUMBERS
from macros.show.tables.numbers import called, figures
from macros.words.language import date, school_year
from macros.words.spaces import plain_spaces


def place(number: str) -> str:
    """Give the path of an edition in the site of all languages."""
    return f"{EDITIONS}{number}/"


def folder_of(language: str) -> str:
    """Give the path of the list of editions in a language."""
    return f"{language_folder(language)}{EDITIONS}"


def account_of(book: Book, edition: EditionName, sections: Iterable[Printed]) -> Account:
    """Give what an edition says, which has these sections."""
    year, language, status, number = edition
    report, speaker = book.site.years[year], Speaker(Renderer(book, language), year)

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
    return Account(
        edition=number,
        year=year,
        language=language,
        status=status,
        date=report.last_corrected or report.signatures.document.date,
        sections=parts,
    )


def files(book: Book, root: Path, today: Iterable[Account], style: str, site_url: str) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each file: of the editions of `today`, of those kept, and of their lists.

    `style` is the path of the style sheet in the site, and `site_url` the address of that. Pages made before are what
    the project at `root` has kept.
    """
    latest = {(one.year, one.language): one for one in today}
    numbers = {one.edition for one in latest.values()}
    every = [*(one for one in book.editions if one.edition not in numbers), *latest.values()]
    for account in every:
        own, now = account.as_json(), latest.get((account.year, account.language))
        later = now if now and now.edition != account.edition else None
        made_from = own, later.as_json() if later else "", data_of(book, account.year), known(book), style, site_url
        make = partial(_page, book, account, later, style, site_url)
        yield f"{place(account.edition)}index.html", kept.made(root, kept.own_key("proof", *made_from), make)
        yield f"{place(account.edition)}figures.json", own
    shown = [one for one in every if one.year not in book.site.preparing]
    shown.sort(key=lambda one: (one.edition in numbers, f"{one.date or ''}"), reverse=True)
    shown.sort(key=lambda one: LANGUAGES.index(one.language))
    shown.sort(key=lambda one: one.year, reverse=True)
    for language in LANGUAGES:
        folder = folder_of(language)
        around = _around(book, language, folder, style) | {"linked": _linked(book, language, site_url)}
        listed = [(way(folder, place(one.edition)), one, one.edition in numbers) for one in shown]
        yield f"{folder}index.html", _list(book, listed, language, around)


def _page(book, account, later, style, site_url):
    """Give the page of an edition; `later` is the latest one of its year and language, None if that is this one."""
    language, here = account.language, place(account.edition)
    label = partial(book.site.words.labels.said, language=language)
    now = {said.name: said for part in later.sections for said in part.figures} if later else None
    today = _today(book, account)
    parts = [
        {
            "id": part.name,
            "title": part.title,
            "today": today.get(part.name),
            "rows": [_row(book, account, said, now) for said in part.figures],
        }
        for part in account.sections
    ]
    count = len({row["name"] for part in parts for row in part["rows"] if row["now"]})
    heading = label("edition_page", number=account.edition)
    return fill(
        "proof.html",
        **_around(book, language, here, style),
        linked=_linked(book, language, site_url, (heading, here), account.year),
        heading=heading,
        about=_about(book, account, language),
        latest="" if later else label("edition_latest"),
        later=later and {"number": later.edition, "address": way(here, place(later.edition))},
        words=(label("edition_later"), label("edition_otherwise", count=count)),
        editions=(way(here, folder_of(language)), label("edition_list")),
        heads=[label(f"edition_{key}") for key in ("figure", "said", "now")][: 3 if later else 2],
        contents=label("contents"),
        today=label("section_today"),
        nothing=label("section_no_figures"),
        parts=parts,
    ).encode()


def _today(book, account):
    """Give the way to the page that each section of an edition is today, by the section's name."""
    here, folder = place(account.edition), language_folder(account.language)
    pages = [address(path) for path in book.nav if path.startswith(f"{account.year}/")]
    return {section_name(page.rstrip("/")): way(here, f"{folder}{page}") for page in pages}


def _row(book, account, said, now):
    """Give a figure, and what the latest edition says of it where that is another; its title leads to its source."""
    numbers, today = f"{account.year}/{NUMBERS}.md", ""
    if now is not None and (said.name not in now or now[said.name].value != said.value):
        today = (
            now[said.name].words if said.name in now else book.site.words.labels.said("edition_gone", account.language)
        )
    source = ""
    if numbers in book.nav and said.name in figures(book, account.year):
        there = f"{language_folder(account.language)}{address(numbers)}"
        source = f"{way(place(account.edition), there)}#{id_of('row', said.name)}"
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


def _about(book, account, language):
    """Give the year, status and date of an edition in a language, and in its own words the language that it is in."""
    label = partial(book.site.words.labels.said, language=language)
    year = label("school_year", year=school_year(account.year, language))
    day = label(_dated(book, account), date=date(account.date, language)) if account.date else ""
    written = book.site.words.labels.said("written_in", account.language)
    return [one for one in (year, label(f"status_{account.status}"), day) if one], written


def _dated(book, account):
    """Give the label that says what the date of an edition is: of its correction, or of its signature."""
    report = book.site.years.get(account.year)
    days = [one.date for one in report.corrections.values()] if report else []
    return "cite_corrected" if account.date in days else "cite_signed"


def _linked(book, language, site_url, edition=None, year=None):
    """Give the JSON-LD of the list of editions in a language, or of one of them, of a year: its title and place."""
    renderer = Renderer(book, language, site_url=site_url)
    every = (book.site.words.labels.said("edition_list", language), folder_of(language))
    steps = [*way_to(renderer, "index.md"), every, *([edition] if edition else [])]
    return ours(linked_data_of(renderer, steps, year))


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
