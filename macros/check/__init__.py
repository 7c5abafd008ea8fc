"""What disagrees: between the files of the data, between pages and data, between the two languages.

Each rule is a small function of the `Book`; its docstring is the rule. All run, and all findings are told at once.
They look at the data and the pages of a year, or of none; words page by page.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeGuard

from macros.check.calls import both_languages_of_a_text_show_the_same, calls_name_what_exists
from macros.check.charts import charts_name_what_exists
from macros.check.claims import claims_are_said, claims_hold, comparisons_are_bound
from macros.check.corrections import (
    corrections_are_kept,
    corrections_are_numbered_in_order,
    corrections_follow_their_dates,
    corrections_name_their_figures,
    corrections_name_their_page,
    corrections_stay_as_written,
)
from macros.check.data import (
    blanks_are_filled,
    blanks_can_be_signed,
    dates_lie_in_their_year,
    labels_are_complete,
    numbers_are_given_once,
    texts_hold_plain_words,
    unknown_keys_referred_to,
)
from macros.check.discrepancies import discrepancies_are_told, notes_have_their_place, records_have_a_reason
from macros.check.figures import figures_can_be_told_apart, figures_have_a_source, sources_name_what_exists
from macros.check.form import the_form_is_complete, the_form_knows_what_it_is_asked
from macros.check.issue_forms import issue_forms_offer_what_there_is
from macros.check.links import links_lead_somewhere, links_name_files_of_pages
from macros.check.numbers import (
    literals_hold_numbers,
    nouns_bend_with_their_number,
    numbers_come_from_the_data,
    sentences_are_read_again,
)
from macros.check.pages import (
    addresses_of_pages_are_plain,
    both_languages_have_the_same_pages,
    both_languages_show_the_same,
    lists_have_their_pages,
    nothing_is_left_to_fill_in,
    pages_say_what_they_are,
    the_address_of_the_edition_is_free,
)
from macros.check.parts import Judges, told_by_parts
from macros.check.pictures import both_languages_show_the_same_pictures
from macros.check.privacy import nothing_about_persons
from macros.check.rules import rules_hold_or_are_known_not_to, rules_name_what_exists, what_was_set_is_compared
from macros.check.sealed import a_sealed_year_stays_as_it_is
from macros.check.sift import Check, sift
from macros.check.spelling import (
    a_dash_does_not_begin_a_sentence,
    allowed_words_are_needed,
    slips_are_mended,
    words_are_in_the_dictionary,
)
from macros.check.tables import tables_are_shown_and_filled, tables_name_what_exists
from macros.check.translation import (
    a_copied_entry_is_changed_in_both_languages,
    terms_are_translated_as_in_the_glossary,
    texts_are_translated,
    translations_are_fresh,
)
from macros.check.typography import (
    quotation_marks_are_closed,
    quotation_marks_inside_others_are_single,
    sentences_end_with_a_full_stop,
    signs_are_those_of_the_language,
    signs_can_be_printed,
)
from macros.check.unused import all_data_are_used, nothing_is_listed_in_vain
from macros.check.years import (
    a_year_speaks_of_itself,
    the_front_page_leads_to_the_years,
    what_came_along_is_gone_through,
    years_have_pages,
)
from macros.report.book import Book
from macros.report.opened import read_book
from macros.words.problems import Problem, Problems

REFERENCES: tuple[Check, ...] = (unknown_keys_referred_to, the_form_knows_what_it_is_asked)
"""These run first: tables cannot be built of what does not exist, so the other rules would only stumble."""
DECLARATIONS: tuple[Check, ...] = (tables_name_what_exists, charts_name_what_exists)
"""Then these, for the same reason."""
OF_NUMBERS: tuple[Check, ...] = (
    numbers_come_from_the_data,
    sentences_are_read_again,
    nouns_bend_with_their_number,
)
"""These look at the numbers in words, and at the data of their year."""
OF_LANGUAGE: tuple[Check, ...] = (
    words_are_in_the_dictionary,
    slips_are_mended,
    a_dash_does_not_begin_a_sentence,
    signs_are_those_of_the_language,
    quotation_marks_are_closed,
    quotation_marks_inside_others_are_single,
    sentences_end_with_a_full_stop,
    signs_can_be_printed,
    comparisons_are_bound,
    *OF_NUMBERS,
)
"""These look at words that can be read."""
OF_TRANSLATION: tuple[Check, ...] = (translations_are_fresh, terms_are_translated_as_in_the_glossary)
"""These look at Latvian that is sound."""
IN_VAIN: tuple[Check, ...] = (allowed_words_are_needed,)
"""These tell of what no year needs, nor anything that belongs to none."""
OF_DATA: tuple[Check, ...] = (
    numbers_are_given_once,
    blanks_are_filled,
    blanks_can_be_signed,
    texts_are_translated,
    a_copied_entry_is_changed_in_both_languages,
    labels_are_complete,
    texts_hold_plain_words,
    dates_lie_in_their_year,
    rules_name_what_exists,
    rules_hold_or_are_known_not_to,
    records_have_a_reason,
    what_was_set_is_compared,
    claims_hold,
    claims_are_said,
    discrepancies_are_told,
    notes_have_their_place,
    corrections_are_numbered_in_order,
    corrections_follow_their_dates,
    corrections_name_their_figures,
    corrections_name_their_page,
    tables_are_shown_and_filled,
    all_data_are_used,
    nothing_is_listed_in_vain,
    sources_name_what_exists,
    figures_have_a_source,
    figures_can_be_told_apart,
    both_languages_of_a_text_show_the_same,
)
"""These look at the data, and of pages at what is known without their words: what they tell of is in the data."""
OF_PAGES: tuple[Check, ...] = (
    years_have_pages,
    what_came_along_is_gone_through,
    a_year_speaks_of_itself,
    a_sealed_year_stays_as_it_is,
    the_front_page_leads_to_the_years,
    both_languages_have_the_same_pages,
    pages_say_what_they_are,
    the_address_of_the_edition_is_free,
    addresses_of_pages_are_plain,
    lists_have_their_pages,
    links_lead_somewhere,
    links_name_files_of_pages,
    nothing_is_left_to_fill_in,
    both_languages_show_the_same_pictures,
    corrections_are_kept,
    corrections_stay_as_written,
    nothing_about_persons,
    the_form_is_complete,
    issue_forms_offer_what_there_is,
    translations_are_fresh,
)
"""These look at the pages of a year."""
OF_CALLS: tuple[Check, ...] = (calls_name_what_exists, both_languages_show_the_same, *OF_NUMBERS)
"""These look at the words of one page, or at those of the data of a year, and at the data besides."""
OF_WORDS: tuple[Check, ...] = (
    *IN_VAIN,
    literals_hold_numbers,
    terms_are_translated_as_in_the_glossary,
    *(rule for rule in OF_LANGUAGE if rule not in OF_NUMBERS),
)
"""These look at such words, and at what all years share."""


def open_book(root: str | Path, *, keep: bool = False) -> Book:
    """Give the project at `root` as a `Book` without errors; see `inspect`. Raises `Problems` with all of them."""
    book, found = inspect(root, keep=keep)
    errors = [problem for problem in found if problem.level == "error"]
    if errors or book is None:
        raise Problems(errors)
    return book


def inspect(root: str | Path, *, keep: bool = False) -> tuple[Book | None, list[Problem]]:
    """Give `(book, problems)` of the project at `root`; `book` is None where the data cannot be read.

    With `keep`, the data and what was told of a year are kept there, and taken where nothing has changed.
    """
    book, found = read_book(root, keep=keep)
    return book, judged(book, found, Path(root) if keep else None)


def judged(book: Book | None, found: Iterable[Problem], root: Path | None = None) -> list[Problem]:
    """Give all problems of a book, those that reading told of among them, or these alone where there is no book.

    With the `root` of a project, what was told is kept there, and taken where nothing has changed.
    """
    if book is None:
        return sorted(found)
    told = told_by_parts(book, _JUDGES, frozenset(rule.__name__ for rule in IN_VAIN), root)
    return sorted(sift(book, {*found, *told}, OF_LANGUAGE, OF_TRANSLATION))


def can_be_tabulated(book: Book | None) -> TypeGuard[Book]:
    """Say whether there is a book and all its tables can be built: nothing is referred to that does not exist."""
    return book is not None and not (_told(REFERENCES, book) or _told(DECLARATIONS, book))


def _told(rules: Iterable[Check], book: Book) -> set[Problem]:
    return {replace(problem, rule=rule.__name__) for rule in rules for problem in rule(book)}


_JUDGES = Judges(
    first=(partial(_told, REFERENCES), partial(_told, DECLARATIONS)),
    of_data=partial(_told, OF_DATA),
    of_pages=partial(_told, OF_PAGES),
    of_calls=partial(_told, OF_CALLS),
    of_words=partial(_told, OF_WORDS),
)
