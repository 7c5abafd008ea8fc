"""What a page says of itself below its heading."""

import lxml.html
import pytest
from project import words

from macros.html.notes import corrected
from macros.html.render import Renderer
from macros.report.opened import read_book

YEAR = "2020-2021"
FIRST, SECOND = "row-correction-1", "row-correction-2"


@pytest.mark.parametrize(("page", "rows"), [("learners", [FIRST]), ("index", [FIRST, SECOND]), ("warmth", [])])
def test_a_corrected_page_says_so(small, page, rows):
    """Each of its corrections is named with its day, and leads to its record; the front page of a year names all."""
    book = read_book(small)[0]
    path = f"{YEAR}/{page}.md"
    html = corrected(Renderer(book, "lv"), book.page("lv", path))
    assert bool(html) == bool(rows)
    links = lxml.html.fromstring(html).findall("a") if html else []
    assert [link.get("href") for link in links] == [f"{YEAR}/corrections/#{row}" for row in rows]
    days = ["Nr. 1 (01.09.2021.)", "Nr. 2 (01.10.2021.)"]
    assert [words(link) for link in links] == days[: len(rows)]
