"""What follows from a book is worked out once, and anew for a book that is another."""

from dataclasses import replace

from macros.report.book import once_per_book


def test_a_book_is_asked_once(book):
    """A function of a book works out its answer once for the same keys."""
    asked = []

    @once_per_book
    def answer(_book, *keys):
        asked.append(keys)
        return keys

    assert [answer(book, "a"), answer(book, "b"), answer(book, "a")] == [("a",), ("b",), ("a",)]
    assert asked == [("a",), ("b",)]


def test_a_book_that_differs_is_asked_anew(book):
    """A book with other data has answers of its own."""

    @once_per_book
    def pages(book):
        return len(book.pages)

    assert pages(book) > 0
    assert pages(replace(book, pages=())) == 0
