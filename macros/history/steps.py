"""What is left to do in a year, in the order in which it is best done: a line for each kind of work, not each place."""

from collections.abc import Iterator

from macros.history.filled import filled
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.records import CARRIED

_WORDS = {
    "lv": {
        "mend": "Izlabot kļūdas: {count}; tās parāda “make check”",
        "fill": "Mapē data/{year} ierakstīt, kā trūkst (līdz šim: {files})",
        "file": "{topic}: {filled} no {places}",
        "read": "Pārlasīt pārņemtos tekstus – lapas: {pages}, datu faili: {files} – un izdzēst rindas failā {carried}",
        "translate": "Pārskatīt tulkojumus: {count}; tos parāda “.venv/bin/report translations”",
        "ask": "Atbildēt uz jautājumiem centram: {count}; tos parāda “make questions”",
        "preparing": "Kad gadu var rādīt visiem, failā {report} “preparing” vietā ierakstīt “draft”",
        "draft": "Kad nekas vairs nav darāms, failā {report} “draft” vietā ierakstīt “final”",
        "final": "Kad ziņojums parakstīts, noslēgt gadu: make freeze YEAR={year} vai “Darbi” → freeze",
        "sealed": "Nekas: gads ir noslēgts",
    },
    "en": {
        "mend": "Correct the mistakes: {count}; “make check” shows them",
        "fill": "Enter what is missing in data/{year} (so far: {files})",
        "file": "{topic}: {filled} of {places}",
        "read": "Read the texts taken over – pages: {pages}, data files: {files} – and delete their lines in {carried}",
        "translate": "Review translations: {count}; “.venv/bin/report translations” shows them",
        "ask": "Answer the questions to the centre: {count}; “make questions” shows them",
        "preparing": "Once the year may be shown to all, replace “preparing” with “draft” in {report}",
        "draft": "When nothing is left to do, replace “draft” with “final” in {report}",
        "final": "Once the report is signed, seal the year: make freeze YEAR={year} or “Darbi” → freeze",
        "sealed": "Nothing: the year is sealed",
    },
}


def steps(book: Book, year: str, language: str, mistakes: int = 0) -> list[str]:
    """Give what is left to do in a year, six sentences without a full stop at most; there are so many `mistakes`."""
    words = _WORDS[language]
    first = [words["mend"].format(count=mistakes)] if mistakes and year not in book.seals else []
    return first + [words[key].format(year=year, **about) for key, about in _left(book, year, words)]


def _left(book: Book, year: str, words: dict[str, str]) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what is to be said, and of what."""
    is_sealed = year in book.seals  # what is blank there stays so, and a record says why
    lacking = [one for one in filled(book, year) if one.filled < one.places and not is_sealed]
    if lacking:
        yield "fill", {"files": ", ".join(words["file"].format(**vars(one)) for one in lacking)}
    carried = [name for name in book.carried if book.site.year_of(name) == year]
    files = sum(name.startswith("data/") for name in carried)
    if carried:
        yield "read", {"pages": len(carried) - files, "files": files, "carried": CARRIED.file}
    stale = [source for source, _entry in book.translation.stale if f"/{year}/" in source.name]
    if stale:
        yield "translate", {"count": len(stale)}
    asked = book.names[year]["discrepancies.open"]
    if isinstance(asked, Figure) and asked.value:
        yield "ask", {"count": asked.value}
    status = book.site.years[year].report.status
    yield "sealed" if is_sealed else status, {"report": f"data/{year}/report.yml"}
