"""What follows from a book is worked out once, and anew for a book that is another."""

from dataclasses import replace

import pytest
from project import edit

from macros.data import load
from macros.report.once import once_per_book, once_per_data
from macros.report.opened import read_book


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


def test_what_follows_from_the_data_stays_while_only_pages_change(small):
    """The data are another's where a file of them, or a year, comes or changes."""
    asked = []

    @once_per_data
    def answer(book):
        asked.append(book)

    def opened():
        book, _found = read_book(small)
        if book:
            answer(book)
        return book

    first = opened()
    edit(small / "docs/lv/2020-2021/learners.md", "Gada beigās", "Gada noslēgumā")
    second = opened()
    assert first.pages != second.pages
    assert first.names is second.names
    assert len(asked) == 1
    edit(small / "data/2020-2021/learners.yml", "\n", "\n# x\n")
    assert opened().names is not first.names
    assert len(asked) == 2
    (small / "data/2019-2020").mkdir()
    assert opened() is None  # nothing is in it, but it is there


@pytest.mark.parametrize("look", [list, len, bool, lambda pages: "a" in pages, lambda pages: pages[0]])
@pytest.mark.parametrize("what", ["pages", "nav", "entries"])
def test_what_follows_from_the_data_looks_at_no_pages(book, what, look):
    """It would stay as it is when they change."""

    @once_per_data
    def answer(book):
        return look(getattr(book, what))

    with pytest.raises(LookupError, match="looks at no pages"):
        answer(book)


def test_what_is_kept_of_the_data_is_what_was_read(small, monkeypatch):
    """A file that changes while it is being read is not taken for what it was before."""
    file = small / "data/2020-2021/learners.yml"
    before, read = file.read_text("utf-8"), load.text_of

    def read_and_changed(path, name):
        found = read(path, name)
        if path == file:
            file.write_text(before.replace("end: 21", "end: 20"), "utf-8")
        return found

    with monkeypatch.context() as patch:
        patch.setattr(load, "text_of", read_and_changed)
        first = load.load(small, keep=True)
    second = load.load(small, keep=True)
    assert [one.sources["data/2020-2021/learners.yml"] for one in (first, second)] == [before, file.read_text("utf-8")]
    assert first.site != second.site
