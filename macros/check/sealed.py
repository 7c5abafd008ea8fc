"""The rule that a sealed year is opened only by corrections that tell of all that changes in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from macros.data.name import Name
from macros.data.schema import Text
from macros.data.schema.year import REFERS, Correction
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.corrected import WORDLESS
from macros.report.editions import FOLDER as EDITIONS
from macros.report.once import once_per_book
from macros.report.records import SEALED, Entry
from macros.report.sealed import Seal
from macros.report.translated import of_a_correction
from macros.show.shown import shown, with_parts
from macros.words.language import NBSP
from macros.words.problems import Problem

FRONT = "index"
"""How corrections call the front page of a year."""
LONGEST_NAME = 200
"""How many letters a name may have that a correction is to say."""


@dataclass(frozen=True)
class Change:
    """What is not as it was when its year was sealed: a file of the pages, or a value of the data, which has a name."""

    file: str
    name: Name | None
    pages: tuple[str, ...]
    """The pages that show it, as corrections call them: none where no page does."""


def a_sealed_year_stays_as_it_is(book: Book) -> Iterator[Problem]:
    """What a sealed year says stays as it is, unless a correction of a page that shows it tells of the change."""
    for year, seal in book.seals.items():
        if year not in book.site.years:
            yield Problem(
                SEALED.file,
                seal.line,
                f"Mācību gads {year} ir noslēgts, bet tā datu vairs nav. Atjaunojiet mapi data/{year}.",
                f"The school year {year} is sealed, but its data are gone. Restore the folder data/{year}.",
            )
            continue
        for change in untold(book, year):
            if change.name and is_the_status(change):
                yield book.problem(
                    change.name,
                    f"Mācību gads {year} ir noslēgts, tāpēc ziņojums paliek galīgs. Atjaunojiet “status: final”.",
                    f"The school year {year} is sealed, so its report stays final. Restore “status: final”.",
                )
                continue
            file, line = book.loaded.where(change.name) if change.name else (change.file, 0)
            what = f"“{change.name}”" if change.name else change.file
            pages, value = [f"“page: {page}”" for page in change.pages or (FRONT,)], _said(book, change)
            lv, en = f" ar {' vai '.join(pages)}", f" with {' or '.join(pages)}"
            if value:
                lv, en = f"{lv}, kurā pie “now:” ir {value}", f"{en}, which has {value} in “now:”"
            yield Problem(
                change.file,
                line if file == change.file else 0,
                f"Mācību gads {year} ir noslēgts, bet {what} vairs nav, kā bija, un neviens jauns labojums par to "
                f"nestāsta. Atjaunojiet to vai failam data/{year}/corrections.yml pievienojiet labojumu{lv}. Gatavu "
                f"ierakstu dod kopsavilkums pie labojuma; datorā to pieraksta “.venv/bin/report correct {year}”.",
                f"The school year {year} is sealed, but {what} is not as it was, and no new correction tells of it. "
                f"Restore it, or add a correction{en} to data/{year}/corrections.yml. The summary of the proposed "
                f"change has the record ready; on a computer, “.venv/bin/report correct {year}” writes it.",
            )
        if len(book.site.years[year].corrections) < seal.corrections:
            yield Problem(
                f"data/{year}/corrections.yml",
                0,
                f"Kad mācību gadu {year} noslēdza, labojumu skaits bija {seal.corrections}, bet tagad ir "
                f"{len(book.site.years[year].corrections)}. Publicētu labojumu neizdzēš; atjaunojiet to.",
                f"The number of corrections was {seal.corrections} when the school year {year} was sealed, and is now "
                f"{len(book.site.years[year].corrections)}. A published correction is never deleted; restore it.",
            )


def untold(book: Book, year: str) -> list[Change]:
    """Give what has changed in a sealed year, and no correction that was added since tells of."""
    seal = book.seals[year]
    since = [*book.site.years[year].corrections.values()][seal.corrections :]
    changes = (_change(book, year, name) for name in seal.changed)
    return [change for change in changes if not any(_tells(book, correction, change) for correction in since)]


def renewed(book: Book) -> dict[str, Seal]:
    """Give the seals that are to be made anew: of the years in which corrections tell of all that has changed."""
    years = ((year, seal, book.site.years.get(year)) for year, seal in book.seals.items())
    return {
        year: replace(seal, corrections=len(report.corrections), kept=seal.today)
        for year, seal, report in years
        if report and len(report.corrections) > seal.corrections and not untold(book, year)
    }


def held_to(before: Book | None, book: Book) -> Book:
    """Give a book with the records that main will have of `before`, also where it has yet to renew them.

    So a correction that was merged stays as it is, and tells of no later change. What is kept of editions is for the
    seal at hand.
    """
    if before is None:
        return book
    known = {entry.name for entry in book.entries}
    published = (Entry(source.fingerprint, source.name) for source in before.translation.sources)
    entries = [entry for entry in published if of_a_correction(entry) and entry.name not in known]
    seals = dict(book.seals)
    for year, seal in renewed(before).items():
        if year in seals:
            now = seals[year]
            editions = {name: mark for name, mark in now.kept.items() if is_edition(name)}
            seals[year] = replace(seal, line=now.line, kept=seal.kept | editions, today=now.today)
    return replace(book, seals=seals, entries=(*book.entries, *entries))


def is_edition(name: str) -> bool:
    """Say whether a file is what an edition said, which is kept for good."""
    return name.startswith(f"{EDITIONS}/")


def _tells(book: Book, correction: Correction, change: Change) -> bool:
    """Tell whether a correction is of a page that shows what has changed, and has what is to be said of it now.

    Of what no page shows by itself, the front page tells. What an earlier edition said is no matter of corrections,
    nor is whether the report is final.
    """
    if is_edition(change.file) or is_the_status(change):
        return False
    if correction.page not in (change.pages or (FRONT,)) or _denies(correction, change.file):
        return False
    said, now = _said(book, change), correction.now.lv.replace(NBSP, " ")
    return said is None or re.search(rf"(?<![\d,]){re.escape(said)}(?!\d|,\d)", now) is not None


def _denies(correction, file):
    """Say whether a correction says that the language of a page has not changed."""
    language = file.split("/")[1]
    return file.endswith(".md") and correction.now.in_(language) == WORDLESS[language]["same"]


def is_the_status(change: Change) -> bool:
    """Say whether a change is about whether the report is final, which in a sealed year it stays."""
    return str(change.name) == "report.status"


def _said(book: Book, change: Change) -> str | None:
    """Give the words that a correction has to have: a number that has changed, as Latvian writes it today.

    Of what no page shows by itself, they are the words, too, as long as they are a name rather than a text.
    """
    now = book.names[change.name.year or ""].get(str(change.name)) if change.name else None
    if isinstance(now, Figure):
        return None if now.value is None else now.written("lv").replace(NBSP, " ")
    words = now.lv if isinstance(now, Text) else now
    if not isinstance(words, str) or change.pages or len(words) > LONGEST_NAME or "{{" in words:
        return None
    return words.replace(NBSP, " ")


def _change(book, year, changed):
    file, _, keys = changed.partition(":")
    path = PurePosixPath(file)
    if keys:
        name = Name(year, f"{path.stem}.{keys}")
        return Change(file, name, _pages(book, year, name, lost=changed not in book.seals[year].today))
    if path.suffix == ".md":
        return Change(file, None, (path.relative_to("/".join(path.parts[:3])).with_suffix("").as_posix(),))
    pages = (page for page in book.pages if page.year == year and path.name in page.body)
    return Change(file, None, tuple(dict.fromkeys(page.name for page in pages)))


def _pages(book, year, name, *, lost):
    """Give the pages that show a value, or what its keys are of; of a lost one, those of what stood beside it."""
    all_ = _shown(book, year)
    if lost:
        ways = (Name(year, *name.keys[:length]) for length in range(len(name.keys) - 1, 1, -1))
        found = ([page for page, shows in all_ if shows.below(book, way)] for way in ways)
        return tuple(next(filter(None, found), ()))
    kin = referred(book, name)
    return tuple(page for page, shows in all_ if shows(book, name) or _shows_kin(book, shows, name.above, kin))


def _shows_kin(book, shows, holder, kin):
    return shows.below(book, holder) and any(
        shows.below(book, one) or one.found(book.site) in shows.words for one in kin
    )


def referred(book: Book, name: Name) -> list[Name]:
    """Give the names that a list of the data has keys of: the addresses of an area; none where it is no such list."""
    whole = next((whole for pattern, whole in REFERS.items() if name.matches(pattern) is not None), None)
    return [Name(name.year, whole, key) for key in name.found(book.site) or ()] if whole else []


@once_per_book
def _shown(book: Book, year: str) -> list[tuple[str, "_Shows"]]:
    """Give each page of a year, the front page last, and what it shows of the data."""
    pages = [page for page in book.in_order("lv") if page.year == year]
    pages.sort(key=lambda page: page.name == FRONT)
    found = ((page, shown(book, page, year)) for page in pages)
    return [(page.name, _Shows(with_parts(names, book, year), frozenset(words))) for page, (names, words) in found]


@dataclass(frozen=True)
class _Shows:
    """What a page shows: names, and the Latvian of texts. It says of a name whether it is among these."""

    names: set[str]
    words: frozenset[str]

    def __call__(self, book: Book, name: Name) -> bool:
        own = _without_places(str(name))
        if any(f"{own}.".startswith(f"{_without_places(one)}.") for one in self.names):
            return True
        texts = (
            text.lv
            for one, text in book.leaves
            if isinstance(text, Text) and one.year == name.year and _without_places(str(one)) == own
        )
        return not self.words.isdisjoint(texts)

    def below(self, book: Book, name: Name) -> bool:
        """Say whether it shows a part of what has the name."""
        own = f"{_without_places(str(name))}."
        if any(f"{_without_places(one)}.".startswith(own) for one in self.names):
            return True
        texts = (
            text.lv
            for one, text in book.leaves
            if isinstance(text, Text) and one.year == name.year and f"{one}.".startswith(own)
        )
        return not self.words.isdisjoint(texts)


def _without_places(name):
    """Give a name without the places of items in lists."""
    return ".".join(key for key in name.split(".") if not key.isdecimal())
