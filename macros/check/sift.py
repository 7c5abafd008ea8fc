"""What of all that was found is told, and how strictly."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from macros.report.book import Book
from macros.words.problems import Problem

Check = Callable[[Book], Iterator[Problem]]
"""A rule: its docstring says what holds of a book, and it yields what does not."""

_OF_SIGNS = ("shape", "texts_hold_plain_words")
"""Rules that tell of what is not even language yet."""
_NEVER_STOPS = ("sentences_are_read_again", "blanks_can_be_signed")
"""Rules that tell of what is over once a change has been taken into main, or can be written by hand on paper."""


def sift(
    book: Book, found: Collection[Problem], of_language: Iterable[Check], of_translation: Iterable[Check]
) -> Iterator[Problem]:
    """Yield the problems without those that another one makes idle; in a final report nothing may be left to do.

    `of_language` and `of_translation` are the rules that wait for what they look at to be sound.
    """
    language, translation = ({rule.__name__ for rule in rules} for rules in (of_language, of_translation))
    wrong = {problem.file for problem in found if problem.level == "error"}
    unreadable = {place for one in found if one.rule in _OF_SIGNS for place in _block(book, one)}
    for problem in found:
        if problem.rule in translation and problem.file.replace("docs/en/", "docs/lv/", 1) in wrong:
            continue  # the mistake comes first, then the translation
        if problem.rule in language and (problem.file, problem.line) in unreadable:
            continue  # what holds braces, HTML or marks that did not take is no language yet
        yield _strict_where_final(book.site, problem)


def _block(book, problem):
    """Yield the place of a problem, and on a page those of all lines of its block."""
    yield problem.file, problem.line
    for page in book.pages:
        if page.file == problem.file and (around := page.blocks.at.get(problem.line)):
            yield from ((page.file, line) for line in range(around[-1].first, around[-1].last + 1))


def _strict_where_final(site, problem):
    """Give what is still to do in a final report as an error; what belongs to no year keeps none from being final."""
    year = site.year_of(problem.about or problem.file)
    stops = problem.level == "todo" and problem.rule not in _NEVER_STOPS
    if not stops or year not in site.years or site.years[year].report.status != "final":
        return problem
    return replace(
        problem,
        level="error",
        lv=f"Galīgajā ziņojumā tā palikt nedrīkst (data/{year}/report.yml: status). {problem.lv}",
        en=f"This must not remain in a final report (data/{year}/report.yml: status). {problem.en}",
    )
