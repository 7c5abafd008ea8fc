"""Rules for pages: both languages, pictures, headings, what stands at their top."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from macros.check.calls import faults
from macros.check.form import pages_of_the_form
from macros.data.schema import LANGUAGES
from macros.pages.address import EDITIONS, PRINT, address
from macros.pages.front import FRONT_MATTER
from macros.pages.nav import NAV
from macros.report.book import Book
from macros.show.tables.corrected import CORRECTIONS
from macros.show.tables.doubted import DISCREPANCIES
from macros.words.language import YEAR
from macros.words.problems import Problem

_TAKEN = re.compile(rf"(?:en|assets|search|pieklustamibas-pazinojums|{YEAR})\.md")
"""Pages that would have the address of a folder of the site, or of what leads on from there."""
_TYPED_ADDRESS = re.compile(r"\s*[(\[]#[^()\[\]]*[)\]]\s*\Z")
"""An address that somebody typed in other brackets."""


def both_languages_have_the_same_pages(book: Book) -> Iterator[Problem]:
    """Each page stands in docs/lv and docs/en under the same name, and in the nav."""
    paths = {language: {p.path for p in book.pages if p.language == language} for language in LANGUAGES}
    for language, other in (("lv", "en"), ("en", "lv")):
        for path in sorted(paths[language] - paths[other]):
            if f"docs/{other}/{path}" in book.unreadable:
                continue  # it is there, and told of
            yield Problem(
                f"docs/{language}/{path}",
                0,
                f"Šai lapai nav tādas pašas lapas otrā valodā; izveidojiet docs/{other}/{path}.",
                f"This page has no counterpart in the other language; make docs/{other}/{path}.",
            )
    for path in sorted((paths["lv"] & paths["en"]) - set(book.nav)):
        yield Problem(
            f"docs/lv/{path}",
            0,
            f"Lapas nav satura rādītājā; pievienojiet to failā {NAV} pie “nav:”.",
            f"The page is not in the table of contents; add it to “nav:” in {NAV}.",
        )
    nav = [path for path in book.nav if book.has(book.site.year_of(path))]
    for path in sorted(path for path, times in Counter(nav).items() if times > 1):
        yield Problem(
            NAV,
            0,
            f"Lapa {path} pie “nav:” nosaukta vairākkārt; atstājiet vienu rindu.",
            f"“nav:” names the page {path} more than once; keep one line.",
        )
    for path in sorted({*nav} - pages_of_the_form(book)):  # those are told of already
        both = {f"docs/{language}/{path}" for language in LANGUAGES}
        if path not in paths["lv"] and path not in paths["en"] and not both & book.unreadable:
            yield Problem(
                NAV,
                0,
                f"Pie “nav:” nosaukta lapa {path}, bet tādas nav; izveidojiet lapu vai izdzēsiet rindu.",
                f"“nav:” names the page {path}, which does not exist; make the page or delete the line.",
            )


def lists_have_their_pages(book: Book) -> Iterator[Problem]:
    """Where a year has notes on discrepancies, or corrections, it has the page that lists them."""
    for year, report in book.years.items():
        noted = any(bool(record.shown) for record in report.discrepancies.values())
        for name, needed in ((DISCREPANCIES, noted), (CORRECTIONS, bool(report.corrections))):
            if needed and not book.page("lv", f"{year}/{name}.md"):
                yield Problem(
                    f"docs/lv/{year}/{name}.md",
                    0,
                    f"Šīs lapas nav, bet uz to ved piezīmes un labojumi; atjaunojiet to abās valodās, ar {{{{ "
                    f'table("{name}") }}}}.',
                    f"This page is missing, but notes and corrections lead to it; restore it in both languages, with "
                    f'{{{{ table("{name}") }}}}.',
                )


def nothing_is_left_to_fill_in(book: Book) -> Iterator[Problem]:
    """Each line that says “jāaizpilda” waits for the centre."""
    for page in book.pages:
        for line, typed in page.to_fill_in:
            words = typed.rstrip(".")
            yield page.problem(
                line,
                f"To var aizpildīt tikai centrs: “{words}”. Ierakstiet atbildi abu valodu lapās.",
                f"Only the centre can fill this in: “{words}”. Enter the answer on the pages of both languages.",
                "todo",
            )


def addresses_of_pages_are_plain(book: Book) -> Iterator[Problem]:
    """The name of a page's file is its address: small letters without marks, below no folder but that of a year."""
    for page in book.pages:
        folder, _, name = page.path.rpartition("/")
        if folder not in ("", page.year):
            yield page.problem(
                0,
                f"Lapas liek mapē docs/{page.language} vai tajā esošā gada mapē, ne dziļāk; pārvietojiet šo failu.",
                f"Pages go in docs/{page.language} or in a school year’s folder in it, no deeper; move this file.",
            )
        elif not re.fullmatch(r"[a-z0-9][a-z0-9_-]*\.md", name) or (not folder and _TAKEN.fullmatch(name)):
            yield page.problem(
                0,
                "No faila nosaukuma rodas lapas adrese, un šāda neder; tajā drīkst būt mazie burti no a līdz z, "
                "cipari un defises, piemēram, kopsavilkums.md. Pārsauciet failu abās valodās.",
                "The name of the file becomes the page’s address, and this one will not do; it may have small letters "
                "from a to z, digits and hyphens, such as overview.md. Rename the file in both languages.",
            )


def the_address_of_the_edition_is_free(book: Book) -> Iterator[Problem]:
    """No page of a year is called “print”, where its print edition stands, and none “editions”, where those stay."""
    for page in book.pages:
        if page.year:
            own, lv, en = f"{page.year}/{PRINT}", "gada drukas izdevums", "the year’s print edition"
        else:
            own, lv, en = EDITIONS, "ziņojuma izdevumu saraksts", "the list of the report’s editions"
        if address(page.path).startswith(own):
            name = own.split("/")[-2]
            yield page.problem(
                0,
                f"Lapu nevar saukt par “{name}”: šajā adresē ir {lv}; dodiet failam citu nosaukumu.",
                f"A page cannot be called “{name}”: {en} has that address; rename the file.",
            )


def pages_say_what_they_are(book: Book) -> Iterator[Problem]:
    """Each page has a title and a description at its top, begins with one level-1 heading, and skips no level."""
    for page in book.pages:
        for key in FRONT_MATTER:
            if page.front_matter is not None and key not in page.front_matter:
                yield page.problem(
                    1,
                    f"Lapas sākumā trūkst rindas “{key}: …”; pievienojiet to.",
                    f"A line “{key}: …” is missing at the top of the page; add it.",
                )
        levels = [heading.level for heading in page.headings]
        if levels.count(1) != 1 or levels[0] != 1:
            line = page.headings[0].line if page.headings else 1
            yield page.problem(
                line,
                "Lapā jābūt vienam virsrakstam “# …”, un tam jābūt pirmajam; apakšvirsraksti ir “## …”.",
                "A page has one heading “# …”, which comes first; those below it are “## …”.",
            )
        for before, after in pairwise(page.headings):
            if after.level > before.level + 1:
                yield page.problem(
                    after.line,
                    f"Uzreiz pēc {before.level}. līmeņa virsraksta nevar būt {after.level}. līmeņa virsraksts; "
                    f"rakstiet “{'#' * (before.level + 1)} …”.",
                    f"A heading of level {after.level} cannot directly follow one of level {before.level}; write "
                    f"“{'#' * (before.level + 1)} …”.",
                )


def both_languages_show_the_same(book: Book) -> Iterator[Problem]:
    """A page and its translation call for the same figures and tables, in the same order, under the same headings."""
    for page in book.pages:
        other = book.page("en", page.path)
        if page.language == "en" or other is None:
            continue
        if not any(_wrong_calls(book, side) for side in (page, other)):  # a wrong name is told once, by its own rule
            yield from _first_difference(page, other, _calls, ("izsaukums", "call"))
        yield from _first_difference(page, other, _headings, ("virsraksts", "heading"))
        for side, beside in ((page, other), (other, page)):
            ids = [heading.id for heading in side.headings]
            for heading, meant in zip(side.headings, _addressed(side, beside), strict=True):
                if heading.id is None:
                    lv, en = ", piemēram, “## Mērķi { #targets }”", ", such as “## Targets { #targets }”"
                    if meant.id and meant.id not in ids:
                        words = _TYPED_ADDRESS.sub("", heading.text)
                        lv = en = f": “{'#' * heading.level} {words} {{ #{meant.id} }}”"
                    yield side.problem(
                        heading.line,
                        f"Virsrakstam trūkst adreses; pievienojiet to, abās valodās vienādu{lv}.",
                        f"The heading has no address; add one, the same in both languages{en}.",
                    )
                elif ids.count(heading.id) > 1:
                    yield side.problem(
                        heading.line,
                        f"Adrese #{heading.id} lapā ir vairākkārt; katram virsrakstam dodiet savu.",
                        f"The address #{heading.id} is on the page more than once; give each heading its own.",
                    )


def both_languages_show_the_same_pictures(book: Book) -> Iterator[Problem]:
    """A picture that a page shows is shown by the page in the other language, too."""
    for page in book.pages:
        for language in LANGUAGES:
            other = book.page(language, page.path)
            if language == page.language or other is None:
                continue
            shown = {path for _line, path in other.pictures}
            lines = {path: line for line, path in page.pictures if path in page.files and path not in shown}
            for path, line in lines.items():
                name = page.files[path].source.name
                yield other.problem(
                    0,
                    f"Attēls “{name}” ir otras valodas lapā ({page.file}:{line}), bet šajā nav; ielieciet to arī šeit "
                    "un kvadrātiekavās šīs lapas valodā pasakiet, kas tajā redzams. Fails nav jākopē.",
                    f"The picture “{name}” is on the page in the other language ({page.file}:{line}) but not on this "
                    "one; put it here, too, and say in the square brackets what it shows, in the language of this "
                    "page. The file need not be copied.",
                )


def _wrong_calls(book, page):
    return page.broken or any(any(faults(book, call, page.year)) for call in page.calls)


def _addressed(page, other):
    """Give the headings of a page, those without an address with that of the heading in their place on the other."""
    there = [*other.headings, *[None] * len(page.headings)]
    return [
        replace(ours, id=theirs.id) if ours.id is None and theirs and theirs.level == ours.level else ours
        for ours, theirs in zip(page.headings, there, strict=False)
    ]


def _calls(page, _other):
    return [(call.in_both, call.line) for call in page.calls]


def _headings(page, other):
    """Give the headings without their words, each with its line."""
    return [("#" * one.level + (f" {{ #{one.id} }}" if one.id else ""), one.line) for one in _addressed(page, other)]


def _first_difference(page, other, listed, kind):
    """Tell of the first that is not the same among what is `listed` of each page beside the other."""
    ours, theirs = listed(page, other), listed(other, page)
    ends = [("–", each[-1][1] if each else 1) for each in (ours, theirs)]
    for number, both in enumerate(zip_longest(ours, theirs), 1):
        left, right = (one or end for one, end in zip(both, ends, strict=True))
        if left[0] != right[0]:
            yield other.problem(right[1], *_told(page, left, right, number, kind))
            return


def _told(page, left, right, number, kind):
    """Say what to do about the first difference: what one page has and the other lacks, or what each has."""
    where = f"{page.file}:{left[1]}"
    if right[0] == "–":
        return (
            f"Angļu lapā trūkst {left[0]}, kas ir latviešu lapā ({where}). Pievienojiet to vai izdzēsiet abās.",
            f"The English page lacks {left[0]}, which the Latvian has ({where}). Add it, or delete it in both.",
        )
    if left[0] == "–":
        return (
            f"Angļu lapā ir {right[0]}, bet latviešu lapā tā nav. Izdzēsiet to vai pievienojiet latviešu lapai.",
            f"The English page has {right[0]}, which the Latvian lacks. Delete it, or add it to the Latvian.",
        )
    lv = f"Valodas atšķiras: {number}. {kind[0]} latviešu lapā ir {left[0]} ({where}), angļu lapā – {right[0]}."
    en = f"The languages differ: {kind[1]} {number} is {left[0]} on the Latvian page ({where}) and {right[0]} on the "
    return (
        f"{lv} Ierakstiet abās vienu un to pašu, tajā pašā vietā.",
        f"{en}English. Write the same on both, in the same place.",
    )
