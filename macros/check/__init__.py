"""What disagrees: between the files of the data, between pages and data, between the two languages.

Each rule is a small function of the `Book`; its docstring is the rule. All run, and all findings are told at once.
They look at the data and the pages of a year, or of none; words page by page.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeGuard

from macros.check import (
    calls,
    charts,
    claims,
    corrections,
    data,
    discrepancies,
    figures,
    form,
    issue_forms,
    links,
    numbers,
    pages,
    privacy,
    references,
    rules,
    sealed,
    spelling,
    tables,
    translation,
    typography,
    unused,
    years,
)
from macros.check.parts import Judges, told_by_parts
from macros.check.sift import Check, sift
from macros.report.book import Book
from macros.report.opened import read_book
from macros.words.problems import Problem, Problems

REFERENCES: tuple[Check, ...] = (
    references.unknown_keys_referred_to,
    references.the_form_knows_what_it_is_asked,
)
"""These run first: tables cannot be built of what does not exist, so the other rules would only stumble."""
DECLARATIONS: tuple[Check, ...] = (tables.tables_name_what_exists, charts.charts_name_what_exists)
"""Then these, for the same reason."""
OF_NUMBERS: tuple[Check, ...] = (
    numbers.numbers_come_from_the_data,
    numbers.sentences_are_read_again,
    numbers.nouns_bend_with_their_number,
)
"""These look at the numbers in words, and at the data of their year."""
OF_LANGUAGE: tuple[Check, ...] = (
    spelling.words_are_in_the_dictionary,
    spelling.slips_are_mended,
    spelling.a_dash_does_not_begin_a_sentence,
    typography.signs_are_those_of_the_language,
    typography.quotation_marks_are_closed,
    typography.quotation_marks_inside_others_are_single,
    typography.sentences_end_with_a_full_stop,
    typography.signs_can_be_printed,
    claims.comparisons_are_bound,
    *OF_NUMBERS,
)
"""These look at words that can be read."""
OF_TRANSLATION: tuple[Check, ...] = (
    translation.translations_are_fresh,
    translation.terms_are_translated_as_in_the_glossary,
)
"""These look at Latvian that is sound."""
IN_VAIN: tuple[Check, ...] = (spelling.allowed_words_are_needed,)
"""These tell of what no year needs, nor anything that belongs to none."""
OF_DATA: tuple[Check, ...] = (
    data.numbers_are_given_once,
    data.blanks_are_filled,
    data.blanks_can_be_signed,
    translation.texts_are_translated,
    translation.a_copied_entry_is_changed_in_both_languages,
    data.labels_are_complete,
    data.texts_hold_plain_words,
    data.dates_lie_in_their_year,
    rules.rules_name_what_exists,
    rules.rules_hold_or_are_known_not_to,
    discrepancies.records_have_a_reason,
    rules.what_was_set_is_compared,
    claims.claims_hold,
    claims.claims_are_said,
    discrepancies.discrepancies_are_told,
    discrepancies.notes_have_their_place,
    corrections.corrections_are_numbered_in_order,
    corrections.corrections_follow_their_dates,
    corrections.corrections_name_their_figures,
    corrections.corrections_name_their_page,
    tables.tables_are_shown_and_filled,
    unused.all_data_are_used,
    unused.nothing_is_listed_in_vain,
    figures.sources_name_what_exists,
    figures.figures_have_a_source,
    figures.figures_can_be_told_apart,
    calls.both_languages_of_a_text_show_the_same,
)
"""These look at the data, and of pages at what is known without their words: what they tell of is in the data."""
OF_PAGES: tuple[Check, ...] = (
    years.years_have_pages,
    years.what_came_along_is_gone_through,
    years.a_year_speaks_of_itself,
    sealed.a_sealed_year_stays_as_it_is,
    years.the_front_page_leads_to_the_years,
    pages.both_languages_have_the_same_pages,
    pages.pages_say_what_they_are,
    pages.the_address_of_the_edition_is_free,
    pages.addresses_of_pages_are_plain,
    pages.lists_have_their_pages,
    links.links_lead_somewhere,
    links.links_name_files_of_pages,
    pages.nothing_is_left_to_fill_in,
    pages.both_languages_show_the_same_pictures,
    corrections.corrections_are_kept,
    corrections.corrections_stay_as_written,
    privacy.nothing_about_persons,
    form.the_form_is_complete,
    issue_forms.issue_forms_offer_what_there_is,
    translation.translations_are_fresh,
)
"""These look at the pages of a year."""
OF_CALLS: tuple[Check, ...] = (calls.calls_name_what_exists, pages.both_languages_show_the_same, *OF_NUMBERS)
"""These look at the words of one page, or at those of the data of a year, and at the data besides."""
OF_WORDS: tuple[Check, ...] = (
    *IN_VAIN,
    numbers.literals_hold_numbers,
    translation.terms_are_translated_as_in_the_glossary,
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
