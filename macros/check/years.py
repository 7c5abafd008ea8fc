"""Rules about school years: their pages and data, the way to them, what still has the words of the year before."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from macros.report.book import Book
from macros.report.records import CARRIED, SEALED
from macros.show.outline import DISCREPANCIES
from macros.show.shown import noted, shown, with_parts
from macros.words.language import school_year, year_after
from macros.words.problems import Problem, did_you_mean


def years_have_pages(book: Book) -> Iterator[Problem]:
    """Each school year of the data has pages, and each year of the pages has data."""
    with_pages = {page.year for page in book.pages if page.year}
    for year in sorted(book.site.years.keys() - with_pages):
        yield Problem(
            f"data/{year}",
            0,
            f"Mācību gadam {year} nav lapu mapē docs/lv/{year}; izveidojiet tās vai izdzēsiet datus.",
            f"The school year {year} has no pages in docs/lv/{year}; make them or delete the data.",
        )
    for year in sorted(with_pages - book.site.years.keys()):
        yield Problem(
            f"docs/lv/{year}",
            0,
            f"Mācību gadam {year} nav datu mapē data/{year}; izveidojiet tos vai izdzēsiet lapas.",
            f"The school year {year} has no data in data/{year}; make them or delete the pages.",
        )


def what_came_along_is_gone_through(book: Book) -> Iterator[Problem]:
    """What a new year took over from the one before has been gone through: its line is gone from carried.txt."""
    files = {page.path: page.file for page in book.pages if page.language == "lv"}
    files |= {file: file for file in book.loaded.sources}
    files = {name: file for name, file in files.items() if book.site.year_of(name)}
    for name, line in book.carried.items():
        year = book.site.year_of(name)
        if year is None or name not in files:
            lv, en = did_you_mean(name, files)
            yield Problem(
                CARRIED.file,
                line,
                f"Tādas mācību gada lapas vai datu faila “{name}” nav.{lv} Izdzēsiet šo rindu.",
                f"No school year has a page or data file “{name}”.{en} Delete this line.",
                "todo",
                about=name,
            )
            continue
        before = year_after(year, -1)
        yield Problem(
            files[name],
            0,
            f"Teksts ir tāds, kāds bija {school_year(before, 'lv')} mācību gadā. Pārlasiet to abās valodās, "
            f"izlabojiet, kas mainījies, un izdzēsiet rindu “{name}” failā {CARRIED}.",
            f"The text is that of the school year {school_year(before, 'en')}. Read it in both languages, correct what "
            f"has changed, and delete the line “{name}” in {CARRIED}.",
            "todo",
        )


def the_front_page_leads_to_the_years(book: Book) -> Iterator[Problem]:
    """The front page leads to each school year, first of all to the latest final one (or, without one, the first)."""
    for page in book.pages:
        if page.path != "index.md":
            continue
        led = [target.split("/")[0] for _line, target in page.links if target.endswith("/index.md")]
        latest = book.site.latest
        if latest in led and led[0] != latest:
            line = next(line for line, target in page.links if target == f"{led[0]}/index.md")
            yield Problem(
                page.file,
                line,
                f"Sākumlapā pirmajam jābūt jaunākajam galīgajam ziņojumam ({latest}), bet te saite ved uz {led[0]}. "
                "Izlabojiet virsrakstu, pogu un saiti.",
                f"On the front page the latest final report ({latest}) comes first, but this link leads to {led[0]}. "
                "Correct the heading, the button and the link.",
            )
        for year in sorted(book.site.years.keys() - set(led)):
            yield Problem(
                page.file,
                0,
                f"Sākumlapā nav saites uz {year} mācību gadu. Pievienojiet to: [{school_year(year, 'lv')} mācību "
                f"gads]({year}/index.md).",
                f"The front page has no link to the school year {year}. Add one: [The {school_year(year, 'en')} school "
                f"year]({year}/index.md).",
            )


def a_sealed_year_stays_as_it_is(book: Book) -> Iterator[Problem]:
    """The pages and data of a sealed year are those that were sealed; a change needs a correction that tells of it."""
    for year, seal in book.seals.items():
        if year not in book.site.years:
            yield Problem(
                SEALED.file,
                seal.line,
                f"Mācību gads {year} ir noslēgts, bet tā datu vairs nav. Atjaunojiet mapi data/{year}.",
                f"The school year {year} is sealed, but its data are gone. Restore the folder data/{year}.",
            )
            continue
        corrections = len(book.site.years[year].corrections)
        pages = _corrected_since(book, year, seal)
        for file in seal.changed:
            where = _shown_on(book, year, file)
            if pages and (not where or where & pages):
                yield Problem(file, 0, *_to_seal_anew(year, seal, file))
                continue
            of_pages = ", ".join(f"page: {page}" for page in sorted(where))
            lv, en = (f" ({of_pages})", f" ({of_pages})") if where else ("", "")
            yield Problem(
                file,
                0,
                f"Mācību gads {year} ir noslēgts, bet šis fails vairs nav tāds kā tad. Atjaunojiet to vai pievienojiet "
                f"labojumu par lapu, kurā tas redzams{lv}, failā data/{year}/corrections.yml: kas tika labots, kas tur "
                "bija un kas ir.",
                f"The school year {year} is sealed, but this file is no longer as it was then. Restore it, or add a "
                f"correction of a page that shows it{en} in data/{year}/corrections.yml: what was corrected, what it "
                "said and says now.",
            )
        if corrections != seal.corrections and not seal.changed:
            yield Problem(
                SEALED.file,
                seal.line,
                f"Mācību gadam {year} labojumu skaits ir {corrections}, bet noslēgts tas ar {seal.corrections}. "
                f"Rakstiet šajā rindā “{year}  {corrections}”.",
                f"The school year {year} has {corrections} corrections, but was sealed with {seal.corrections}. Write "
                f"“{year}  {corrections}” on this line.",
            )


def _corrected_since(book, year, seal):
    """Give the pages of which the corrections speak that have been added since a year was sealed."""
    return {item.page for item in [*book.site.years[year].corrections.values()][seal.corrections :]}


def _shown_on(book, year, file):
    """Give the pages that show what stands in a file: the page itself, or those with something of a file of data."""
    path = PurePosixPath(file)
    if path.parts[0] == "docs":
        return {path.relative_to("/".join(path.parts[:3])).with_suffix("").as_posix()}
    pages = [page for page in book.pages if page.year == year and page.language == "lv"]
    return {
        page.path.removeprefix(f"{year}/").removesuffix(".md")
        for page in pages
        if any(name.partition(".")[0] == path.stem for name in with_parts(shown(book, page, year)[0], book, year))
        or (path.stem == DISCREPANCIES and noted(book, page, year))
    }


def _to_seal_anew(year, seal, file):
    """Say how a corrected file is sealed anew, by a command or by hand."""
    old, new = seal.kept.get(file), seal.today.get(file)
    if old and new:
        lv, en = f"{old[1]}. rindā {old[0]} aizstājiet ar {new}", f"on line {old[1]} replace {old[0]} by {new}"
    elif new:
        line = f"“{new}  {file}”"
        lv, en = f"zem rindas “{year}  …” pievienojiet rindu {line}", f"below the line “{year}  …” add the line {line}"
    else:
        lv, en = f"izdzēsiet {old[1]}. rindu", f"delete line {old[1]}"
    lv = f"izpildiet “.venv/bin/report freeze {year}” vai failā {SEALED} {lv}."
    en = f"run “.venv/bin/report freeze {year}” or, in {SEALED}, {en}."
    return (
        f"Noslēgtā mācību gada labojums ir pierakstīts; noslēdziet gadu no jauna: {lv}",
        f"The correction of the sealed school year is recorded; seal the year anew: {en}",
    )
