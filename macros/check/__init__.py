"""What disagrees: between the files of the data, between pages and data, between the two languages.

Each rule is a small function of the `Book`; its docstring is the rule. All run, and all findings are told at once.
"""

from dataclasses import replace

from macros.book import Book, nav
from macros.check.calls import both_languages_of_a_text_show_the_same, calls_name_what_exists
from macros.check.data import blanks_are_filled, labels_are_complete, unknown_keys_referred_to
from macros.check.pages import (
    both_languages_have_the_same_pages,
    both_languages_show_the_same,
    links_lead_somewhere,
    nothing_is_left_to_fill_in,
    pages_say_what_they_are,
    years_have_pages,
)
from macros.check.spelling import (
    a_dash_does_not_begin_a_sentence,
    allowed_words_are_needed,
    slips_are_mended,
    words_are_in_the_dictionary,
)
from macros.check.typography import (
    quotation_marks_are_closed,
    sentences_end_with_a_full_stop,
    signs_are_those_of_the_language,
)
from macros.load import load
from macros.pages import read_pages
from macros.problems import Problems

OF_LANGUAGE = (
    words_are_in_the_dictionary,
    allowed_words_are_needed,
    slips_are_mended,
    a_dash_does_not_begin_a_sentence,
    signs_are_those_of_the_language,
    quotation_marks_are_closed,
    sentences_end_with_a_full_stop,
)
RULES = (
    blanks_are_filled,
    labels_are_complete,
    calls_name_what_exists,
    both_languages_of_a_text_show_the_same,
    years_have_pages,
    both_languages_have_the_same_pages,
    pages_say_what_they_are,
    links_lead_somewhere,
    nothing_is_left_to_fill_in,
    both_languages_show_the_same,
    *OF_LANGUAGE,
)


def open_book(root):
    """Give the project at `root` as a `Book` without errors. Raises `Problems` with all of them."""
    book, found = inspect(root)
    errors = [problem for problem in found if problem.level == "error"]
    if errors:
        raise Problems(errors)
    return book


def inspect(root):
    """Give `(book, problems)` of the project at `root`; `book` is None where the data cannot be read."""
    pages, found = read_pages(root)
    try:
        book = Book(load(root), tuple(pages), nav(root))
    except Problems as problems:
        return None, sorted({*found, *problems.found})
    dangling = [replace(problem, rule="unknown_keys_referred_to") for problem in unknown_keys_referred_to(book)]
    if dangling:  # tables cannot be built of what does not exist, so the other rules would only stumble
        return book, sorted({*found, *dangling})
    unreadable = {(problem.file, problem.line) for problem in found}  # what holds braces or HTML is no language yet
    for rule in RULES:
        told = [replace(problem, rule=rule.__name__) for problem in rule(book)]
        found.extend(one for one in told if rule not in OF_LANGUAGE or (one.file, one.line) not in unreadable)
    return book, sorted(set(found))
