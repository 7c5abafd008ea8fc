"""Which pages have yet to be gone through in a new school year."""

import pytest

from macros.report.carried import carry, to_review
from macros.report.opened import read_book


@pytest.mark.parametrize(
    ("call", "stale"),
    [
        ('{{ value("learners.total_end") }}', True),
        ('{{ value("learners.total_end", year="2020-2021") }}', True),
        ('{{ value("fees.relief_learners") }}', False),
        ('{{ value("centre.name") }}', False),
    ],
)
def test_a_page_of_no_year_shows_what_the_latest_one_has(small, call, stale):
    """Also the front page is to be gone through again while the data that it shows are."""
    carry(small, ["data/2020-2021/learners.yml"])
    front = small / "docs" / "lv" / "index.md"
    front.write_text("---\ntitle: Ziņojums\ndescription: Ziņojums.\n---\n\n# Ziņojums\n\n" + call + "\n", "utf-8")
    book, _problems = read_book(small)
    assert to_review(book, book.page("lv", "index.md")) is stale
