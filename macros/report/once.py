"""Functions of a book that work out an answer once: for the book, for a part of it, or for its data alone."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, TypeVarTuple

if TYPE_CHECKING:  # a book has such functions
    from macros.report.book import Book

_Answer = TypeVar("_Answer")
_Keys = TypeVarTuple("_Keys")


def once_per_book(function: Callable[["Book", *_Keys], _Answer]) -> Callable[["Book", *_Keys], _Answer]:
    """Give the function of a book, and of keys, that works out an answer once and then has it at hand.

    What it is asked of a part, it answers of the whole.
    """
    return _once(function, lambda book: book.whole, lambda book: book.whole)


def once_per_part(function: Callable[["Book", *_Keys], _Answer]) -> Callable[["Book", *_Keys], _Answer]:
    """Give such a function whose answers are those of the part that is asked about."""
    return _once(function, lambda book: book, lambda book: book)


def once_per_data(function: Callable[["Book", *_Keys], _Answer]) -> Callable[["Book", *_Keys], _Answer]:
    """Give such a function that looks at nothing of a book but its data: its answers stay while only pages change.

    It is given a book that has no pages.
    """
    return _once(function, lambda book: book.loaded, _without_pages)


def _once(function, holder, looked_at):
    """Give such a function: the `holder` of a book has its answers, and it is given what of it is `looked_at`."""

    @wraps(function)
    def answered(book, *keys):
        answers, question = holder(book).answers, (function, *keys)
        if question not in answers:
            answers[question] = function(looked_at(book), *keys)
        return answers[question]

    return answered


class _Unseen(tuple[Any, ...]):
    """Pages and the like where nothing may look at them."""

    __slots__ = ()

    def _refuse(self, *_asked: Any) -> Any:
        raise LookupError("what follows from the data alone looks at no pages")

    __iter__ = __contains__ = __getitem__ = __len__ = __bool__ = get = items = keys = values = _refuse


def _without_pages(book):
    """Give a book of the same data in which nothing can look at pages or at what is recorded of them."""
    answers, nothing = book.loaded.answers, _Unseen()
    if _Unseen not in answers:
        recorded = {"entries": nothing, "carried": nothing, "seals": nothing, "counted": nothing, "editions": nothing}
        answers[_Unseen] = replace(book.whole, pages=nothing, nav=nothing, **recorded)
    return answers[_Unseen]
