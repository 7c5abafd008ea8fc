"""What people can choose from when they ask for a correction."""

from collections.abc import Iterator
from itertools import zip_longest

from macros.report.book import Book
from macros.report.issue_forms import with_lists
from macros.words.problems import Problem


def issue_forms_offer_what_there_is(book: Book) -> Iterator[Problem]:
    """The lists of the issue forms name the years, pages and data files that there are."""
    for path, form in book.issue_forms.items():
        pairs = zip_longest(form.splitlines(), with_lists(form, book).splitlines())
        for line, (is_, should_be) in enumerate(pairs, 1):
            if is_ != should_be:
                yield Problem(
                    path,
                    line,
                    "Kļūdas pieteikuma saraksts vairs neatbilst gadiem, lapām un datu failiem. Labojumu tas "
                    "neaiztur; sarakstu atjauno .venv/bin/report renew.",
                    "The lists of this issue form no longer match the years, pages and data files. No change has to "
                    "wait for it; .venv/bin/report renew renews the list.",
                    "note",
                )
                break
