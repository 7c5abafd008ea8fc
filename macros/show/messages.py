"""What a chart tells of its year, as long as all that it says is known."""

from collections.abc import Iterator

from macros.data.schema import Text
from macros.pages.calls import calls_in
from macros.report.book import Book
from macros.report.compute import Figure


def is_lacking(book: Book, year: str, text: Text) -> bool:
    """Say whether a text of a year calls for a number that is not stated, or for a claim that says nothing."""
    texts = [text]
    for name, of in _called(text, "claim", year):
        claim = book.claims[of].get(name)
        if claim is None or not claim.said:
            return True
        texts += claim.said
    return any(_is_missing(book, of, name) for one in texts for name, of in _called(one, "value", year))


def _called(text: Text, macro: str, year: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the year of each call of a macro."""
    for call in calls_in(text.lv, "")[0]:
        if call.macro == macro:
            yield call.get("name") or "", call.get("year") or year


def _is_missing(book: Book, year: str, name: str) -> bool:
    names = book.facts[year].expand(name)
    return any(isinstance(one := book.names[year].get(key), Figure) and one.value is None for key in names)
