"""Data and pages that belong together: what all checks look at and what pages are rendered from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar, TypeVarTuple

from macros.data.load import Loaded
from macros.data.name import Name, empty_lists, leaves
from macros.data.schema import LANGUAGES, Site, Text
from macros.pages.page import Page
from macros.report.compute import Names, empty, names
from macros.report.prose import Passage, Prose, paragraphs, passages, prose, texts
from macros.report.records import Entry
from macros.report.rules import Broken, Claim, Facts, claims, evaluate, known
from macros.report.sealed import Seal
from macros.report.tables import in_tables
from macros.report.translated import Standing, compare

_Answer = TypeVar("_Answer")
_Keys = TypeVarTuple("_Keys")


@dataclass(frozen=True)
class Book:
    """Data and pages of one project; whether they agree is for `check` to say."""

    loaded: Loaded
    pages: tuple[Page, ...]
    nav: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    """What is remembered of translations."""
    carried: dict[str, int] = field(default_factory=dict)
    """What still has the words of the year before, by line: see `carried`."""
    seals: dict[str, Seal] = field(default_factory=dict)
    """The sealed years: see `sealed`."""
    issue_forms: dict[str, str] = field(default_factory=dict)
    """GitHub's issue forms: path → text."""
    unreadable: frozenset[str] = frozenset()
    """The files of pages that are there but cannot be read."""
    counted: dict[tuple[str, str], int] = field(default_factory=dict)
    """What is remembered of the numbers in sentences, by year and name: see `counted`."""
    answers: dict[tuple[object, ...], Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What functions of the book gave: see `once_per_book`."""

    @property
    def site(self) -> Site:
        """All data."""
        return self.loaded.site

    @cached_property
    def _by_path(self):
        return {(page.language, page.path): page for page in self.pages}

    def page(self, language: str, path: str) -> Page | None:
        """Give the page at a path below the folder of a language, or None where there is none."""
        return self._by_path.get((language, path))

    @cached_property
    def leaves(self) -> tuple[tuple[Name, Any], ...]:
        """All that stands in the data, with its name, in the order of the files; a `Text` is one."""
        found = leaves(self.site, whole=Text)
        return tuple((name, leaf) for name, leaf in found if name.topic != "tables" or self.loaded.is_typed(name))

    @cached_property
    def names(self) -> dict[str, Names]:
        """Everything that has a name, by year: `names["2024-2025"]["learners.total_end"]`."""
        found = {year: names(self.site, year) for year in self.site.years}
        return {year: known | in_tables(self.site, year, known) for year, known in found.items()}

    @cached_property
    def facts(self) -> dict[str, Facts]:
        """What the rules of each year look at: its names, and the captions and labels."""
        shared = [(name, leaf) for name, leaf in self.leaves if name.year is None and name.topic in ("words", "tables")]
        words = {str(name): leaf for name, leaf in shared if "*" not in name.keys}
        smallest = self.site.privacy.smallest_group
        return {year: Facts({**words, **names}, smallest, empty(self.site, year)) for year, names in self.names.items()}

    @cached_property
    def broken_rules(self) -> dict[str, dict[str, Broken]]:
        """The rules that do not hold, by year and key."""
        return {year: evaluate(report.rules, self.facts[year]) for year, report in self.site.years.items()}

    @cached_property
    def small_groups(self) -> dict[str, frozenset[str]]:
        """The names of figures that tell of fewer people than the smallest group that may be told of, by year."""
        found = {}
        for year, broken in self.broken_rules.items():
            rules = self.site.years[year].rules
            found[year] = frozenset(
                name for one in broken.values() if rules[one.rule].kind == "group" for name in one.names
            )
        return found

    @cached_property
    def claims(self) -> dict[str, dict[str, Claim]]:
        """What is said of the data, by year and key."""
        return {year: claims(report, self.facts[year]) for year, report in self.site.years.items()}

    @cached_property
    def blanks(self) -> tuple[Name, ...]:
        """The names of what stands empty in the data, without what a record of discrepancies asks for."""
        asked = {
            Name(year, name)
            for year, report in self.site.years.items()
            for record in report.discrepancies.values()
            for finding in known(record, self.broken_rules[year])
            if finding.blank
            for name in finding.names
        }
        values = (name for name, leaf in self.leaves if leaf is None)
        lists = (name for name in empty_lists(self.site) if name.year and name.keys[1:])
        return tuple(
            name
            for name in (*values, *lists)
            if self.loaded.is_typed(name)
            and name not in asked
            and name.topic not in ("claims", "rules")
            and (name.topic != "tables" or name.keys[3:])
        )

    @cached_property
    def translation(self) -> Standing:
        """How the English stands to the Latvian."""
        return compare(self)

    @cached_property
    def texts(self) -> tuple[tuple[Name, str], ...]:
        """Each text of the data with its name, in each language: see `prose.texts`."""
        return tuple(texts(self))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every `Passage` of pages and data."""
        return tuple(passages(self))

    @cached_property
    def paragraphs(self) -> tuple[tuple[list[Passage], str], ...]:
        """The passages that run together, each with their words: see `prose.paragraphs`."""
        return tuple(paragraphs(self))

    @cached_property
    def prose(self) -> dict[str, Prose]:
        """What is written, by language: see `prose.Prose`."""
        return {language: prose(self, language) for language in LANGUAGES}


def once_per_book(function: Callable[[Book, *_Keys], _Answer]) -> Callable[[Book, *_Keys], _Answer]:
    """Give the function of a book, and of keys, that works out an answer once and then has it at hand."""

    @wraps(function)
    def answered(book: Book, *keys: *_Keys) -> _Answer:
        question: tuple[object, ...] = (function, *keys)
        if question not in book.answers:
            book.answers[question] = function(book, *keys)
        answer: _Answer = book.answers[question]
        return answer

    return answered
