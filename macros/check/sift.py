"""What of all that was found is told, and how strictly."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from macros.data.schema import Site
from macros.report.book import Book
from macros.words.problems import Problem

Check = Callable[[Book], Iterator[Problem]]
"""A rule: its docstring says what holds of a book, and it yields what does not."""


def sift(
    site: Site, found: Collection[Problem], of_language: Iterable[Check], of_translation: Iterable[Check]
) -> Iterator[Problem]:
    """Yield the problems without those that another one makes idle; in a final report nothing may be left to do.

    `of_language` and `of_translation` are the rules that wait for what they look at to be sound.
    """
    language, translation = ({rule.__name__ for rule in rules} for rules in (of_language, of_translation))
    wrong = {problem.file for problem in found if problem.level == "error"}
    unreadable = {(problem.file, problem.line) for problem in found if problem.rule == "shape"}
    for problem in found:
        if problem.rule in translation and problem.file.replace("docs/en/", "docs/lv/", 1) in wrong:
            continue  # the mistake comes first, then the translation
        if problem.rule in language and (problem.file, problem.line) in unreadable:
            continue  # what holds braces or HTML is no language yet
        yield _strict_where_final(site, problem)


def _strict_where_final(site, problem):
    """Give what is still to do in a final report as an error; what belongs to no year belongs to the latest."""
    year = site.year_of(problem.about or problem.file) or site.latest
    if problem.level != "todo" or site.years[year].report.status != "final":
        return problem
    return replace(
        problem,
        level="error",
        lv=f"Galīgajā ziņojumā tā palikt nedrīkst (data/{year}/report.yml: status). {problem.lv}",
        en=f"This must not remain in a final report (data/{year}/report.yml: status). {problem.en}",
    )
