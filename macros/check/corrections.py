"""Rules for corrections.yml: a published correction stays, and stays as it was written."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import PurePosixPath

from macros.data.name import Name
from macros.pages.calls import calls_in
from macros.report.book import Book
from macros.report.records import TRANSLATED
from macros.report.translated import of_a_correction
from macros.show.tables.numbers import is_a_number
from macros.words.problems import Problem, did_you_mean


def corrections_are_numbered_in_order(book: Book) -> Iterator[Problem]:
    """The corrections of a year are numbered from 1 without a gap, so that none is taken away unseen."""
    for year, report in book.years.items():
        wrong = ((i, number) for i, number in enumerate(report.corrections, 1) if number != str(i))
        for wanted, number in [*wrong][:1]:  # after the first one, all are out of step
            yield book.problem(
                Name(year, "corrections", number),
                f"Labojumus numurē pēc kārtas no 1: te jābūt {wanted}. labojumam, bet ierakstīts “{number}”. Publicētu "
                "labojumu neizdzēš un nepārvieto; jaunu pievieno faila beigās ar nākamo numuru.",
                f"Corrections are numbered from 1 without a gap: this has to be number {wanted}, but “{number}” is "
                "written. A published correction is neither deleted nor moved; a new one is added at the end of the "
                "file with the next number.",
            )


def corrections_are_kept(book: Book) -> Iterator[Problem]:
    """What a correction said is still there, word for word: the list of translations remembers it, the last one too."""
    told = set()
    for source, entry in book.translation.stale:
        correction = source.name.rsplit(".", 1)[0]
        if of_a_correction(entry) and correction not in told:
            told.add(correction)
            yield Problem(
                source.file,
                source.line,
                "Publicēta labojuma datums, lapa un teksti paliek, kādi bija; atjaunojiet tos un jauno pievienojiet kā "
                "nākamo labojumu.",
                "The date, page and texts of a published correction stay as they were; restore them and add what is "
                "new as the next correction.",
            )
    for entry in filter(of_a_correction, book.translation.gone):
        yield Problem(
            TRANSLATED.file,
            entry.line,
            f"Labojuma teksta “{entry.name}” vairs nav, bet publicētu labojumu neizdzēš; atjaunojiet to.",
            f"The text “{entry.name}” of a correction is gone, but what was published is never deleted; restore it.",
        )


def corrections_follow_their_dates(book: Book) -> Iterator[Problem]:
    """No correction is dated earlier than the one before it, nor before its school year, nor before it was signed."""
    for year, report in book.years.items():
        start, signed = date(int(year[:4]), 9, 1), report.signatures.document.date
        for number, item in [*report.corrections.items()][:1]:
            if item.date < start:
                yield book.problem(
                    Name(year, "corrections", number, "date"),
                    f"Šī labojuma datums ir {item.date}, bet mācību gads sākas {start}. Izlabojiet datumu.",
                    f"This correction is dated {item.date}, but the school year begins on {start}. Correct the date.",
                )
            elif signed and item.date < signed:
                yield book.problem(
                    Name(year, "corrections", number, "date"),
                    f"Šī labojuma datums ir {item.date}, bet ziņojums parakstīts {signed} (signatures.yml); labojumi "
                    "ir tikai pēc tam. Izlabojiet to datumu, kurš nav pareizs.",
                    f"This correction is dated {item.date}, but the report was signed on {signed} (signatures.yml); "
                    "corrections come only after that. Correct the date that is wrong.",
                )
        for (_, before), (number, item) in pairwise(report.corrections.items()):
            if item.date < before.date:
                yield book.problem(
                    Name(year, "corrections", number, "date"),
                    f"Šī labojuma datums ir {item.date}, bet iepriekšējā – {before.date}; labojumus raksta tādā "
                    "secībā, kādā tie veikti. Izlabojiet datumu.",
                    f"This correction is dated {item.date}, the one before it {before.date}; corrections are written "
                    "in the order in which they are made. Correct the date.",
                )


def corrections_name_their_page(book: Book) -> Iterator[Problem]:
    """A correction is about a page of its year."""
    for year, report in book.years.items():
        pages = [PurePosixPath(page.path).stem for page in book.pages if page.year == year]
        for number, item in report.corrections.items():
            if item.page not in pages:
                lv, en = did_you_mean(item.page, pages)
                yield book.problem(
                    Name(year, "corrections", number, "page"),
                    f"Mācību gadā {year} nav lapas “{item.page}”.{lv} Rakstiet tās lapas faila nosaukumu (bez .md), "
                    "kurā labots, piemēram, learners.",
                    f"The school year {year} has no page “{item.page}”.{en} Write the file name (without .md) of the "
                    "page that was corrected, such as learners.",
                )


def corrections_name_their_figures(book: Book) -> Iterator[Problem]:
    """What a correction says was corrected are figures of its year."""
    for year, report in book.years.items():
        numbers = [name for name in book.names[year] if is_a_number(book, year, name)] if report.corrections else []
        for number, item in report.corrections.items():
            for name in item.figures:
                if name not in numbers:
                    lv, en = did_you_mean(name, numbers)
                    yield book.problem(
                        Name(year, "corrections", number, "figures"),
                        f"Mācību gada {year} datos nav skaitļa “{name}”.{lv} Izlabojiet nosaukumu vai izdzēsiet to no "
                        "“figures”.",
                        f"The data of the school year {year} have no figure “{name}”.{en} Correct the name, or delete "
                        "it from “figures”.",
                    )


def corrections_stay_as_written(book: Book) -> Iterator[Problem]:
    """The texts of a correction hold no call: what it shows would change when the data change again."""
    for name, words in book.texts:
        if name.topic == "corrections":
            for call in calls_in(words, "")[0]:
                yield book.problem(
                    name,
                    f"{call} te neder: ja datus labotu vēlreiz, mainītos arī šis ieraksts. Labojumā skaitļus un vārdus "
                    "raksta ar roku – tādus, kādi tie lapā bija vai tagad ir.",
                    f"{call} does not fit here: if the data were corrected again, this record would change too. In a "
                    "correction, figures and words are typed as they stood, or now stand, on the page.",
                )
