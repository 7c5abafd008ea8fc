"""Data and pages that belong together: what all checks look at and what pages are rendered from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from macros.data.load import Loaded
from macros.data.name import Name, empty_lists, leaves
from macros.data.schema import LANGUAGES, Report, Site, Text
from macros.data.schema.charts import YearsChart
from macros.pages.calls import Call
from macros.pages.page import Page
from macros.report.by_year import ByYear
from macros.report.compute import Names, empty, names
from macros.report.editions import Account
from macros.report.once import once_per_book, once_per_data
from macros.report.prose import Passage, Prose, paragraphs, passages, prose, texts
from macros.report.records import Entry
from macros.report.rules import NOT_STATED, Broken, Claim, Facts, all_rules, blank, claims, evaluate, known
from macros.report.sealed import Seal
from macros.report.tables import in_tables
from macros.report.translated import Source, Standing, compare, sources_in
from macros.words.problems import Level, Problem


@dataclass(frozen=True)
class Book:
    """Data and pages of one project, or those that belong to one year of it; whether they agree is for `check` to say.

    What belongs to a year, or to none, is a `part`. It has all data at hand, and can look up any page.
    """

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
    editions: tuple[Account, ...] = ()
    """The earlier editions that are kept: see `editions`."""
    of: frozenset[str | None] | None = None
    """The years that this part is of, None among them for what belongs to none; all where there is none."""
    part_of: "Book | None" = None
    """What this is a part of."""
    answers: dict[tuple[object, ...], Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What functions of the book gave: see `once_per_book`."""

    @once_per_book
    def part(self, year: str | None) -> "Book":
        """Give what belongs to a year, or to none."""
        pages, entries = _by_year(self)
        of = self.site.year_of
        return replace(
            self,
            of=frozenset({year}),
            part_of=self,
            pages=tuple(pages.get(year, ())),
            entries=tuple(entries.get(year, ())),
            carried={name: line for name, line in self.carried.items() if of(name) == year},
            seals={sealed: seal for sealed, seal in self.seals.items() if of(sealed) == year},
            issue_forms={} if year else self.issue_forms,
        )

    def page_alone(self, path: str) -> "Book":
        """Give a page in both languages, and nothing else."""
        pages = tuple(page for language in LANGUAGES if (page := self.page(language, path)))
        nothing: dict[str, Any] = {"entries": (), "carried": {}, "seals": {}, "issue_forms": {}}
        return replace(self, of=frozenset(), part_of=self.whole, pages=pages, **nothing)

    def has(self, year: str | None) -> bool:
        """Say whether what is of a year belongs to this part."""
        return self.of is None or year in self.of

    @property
    def whole(self) -> "Book":
        """What this is a part of, or this itself."""
        return self.part_of or self

    @property
    def site(self) -> Site:
        """All data."""
        return self.loaded.site

    @property
    def years(self) -> dict[str, Report]:
        """The reports of this part, by year."""
        return {year: report for year, report in self.site.years.items() if self.has(year)}

    def problem(self, name: Name, lv: str, en: str, level: Level = "error") -> Problem:
        """Give a problem of what has a name in the data, where that stands."""
        return Problem(*self.loaded.where(name), lv, en, level)

    @cached_property
    def sources(self) -> dict[str, str]:
        """What stands in each file of the data: its name → its text."""
        return {file: text for file, text in self.loaded.sources.items() if self.has(self.site.year_of(file))}

    def year_of(self, call: Call, year: str | None) -> str:
        """Give the year that a call asks for: the one it names, or that of where it stands, `year`, or the latest.

        A chart of several years is that up to the latest that stand side by side.
        """
        through_years = call.macro == "figure" and isinstance(self.site.charts.get(call.get("name") or ""), YearsChart)
        return call.get("year") or year or (self.side_by_side[-1] if through_years else self.site.latest)

    def shown_by(self, call: Call, year: str | None) -> Any:
        """Give what has the name that a call in a year asks for; None where nothing has, or it names none."""
        return self.names.get(self.year_of(call, year), {}).get(call.get("name") or "")

    @property
    def side_by_side(self) -> tuple[str, ...]:
        """The years that are compared, in their order: those in preparation only while there are no two others."""
        ready = sorted(self.site.years.keys() - self.site.preparing)
        return tuple(ready if ready[1:] else sorted(self.site.years))

    def page(self, language: str, path: str) -> Page | None:
        """Give the page at a path below the folder of a language, or None where there is none."""
        return _by_path(self).get((language, path))

    def in_order(self, language: str) -> Iterator[Page]:
        """Yield the pages of a language in the order of the menu."""
        return (page for path in self.nav if (page := self.page(language, path)))

    @cached_property
    def leaves(self) -> tuple[tuple[Name, Any], ...]:
        """All that stands in the data, with its name, in the order of the files; a `Text` is one."""
        years = (year for year in (None, *self.site.years) if self.has(year))
        return tuple(leaf for year in years for leaf in _leaves(self, year))

    @property
    @once_per_data
    def names(self) -> Mapping[str, Names]:
        """Everything that has a name, by year: `names["2024-2025"]["learners.total_end"]`."""

        def of_year(year: str) -> Names:
            known = names(self.site, year)
            return known | in_tables(self.site, year, known)

        return ByYear(self.site.years, of_year)

    @property
    @once_per_data
    def facts(self) -> Mapping[str, Facts]:
        """What the rules of each year look at: its names, and the captions and labels."""
        words, smallest, known = _captions(self), self.site.privacy.smallest_group, self.names
        return ByYear(known, lambda year: Facts({**words, **known[year]}, smallest, empty(self.site, year)))

    @property
    @once_per_data
    def broken_rules(self) -> Mapping[str, dict[str, Broken]]:
        """The rules that do not hold, by year and key."""

        def of_year(year: str) -> dict[str, Broken]:
            facts = self.facts[year]
            return {NOT_STATED: blank(facts), **evaluate(all_rules(self.site.years[year], facts), facts)}

        return ByYear(self.site.years, of_year)

    @property
    @once_per_data
    def small_groups(self) -> Mapping[str, frozenset[str]]:
        """The names of figures that tell of fewer people than the smallest group that may be told of, by year."""

        def of_year(year: str) -> frozenset[str]:
            rules, broken = self.site.years[year].rules, self.broken_rules[year]
            return frozenset(
                name for key, one in broken.items() if key in rules and rules[key].kind == "group" for name in one.names
            )

        return ByYear(self.site.years, of_year)

    @property
    @once_per_data
    def claims(self) -> Mapping[str, dict[str, Claim]]:
        """What is said of the data, by year and key."""
        return ByYear(self.site.years, lambda year: claims(self.site.years[year], self.facts[year]))

    @cached_property
    def blanks(self) -> tuple[Name, ...]:
        """The names of what stands empty in the data, without what a record of discrepancies asks for."""
        asked = {
            Name(year, name)
            for year, report in self.years.items()
            for record in report.discrepancies.values()
            for finding in known(record, self.broken_rules[year])
            if finding.blank
            for name in finding.names
        }
        values = (name for name, leaf in self.leaves if leaf is None)
        empty_ones = (name for year, report in self.years.items() for name in empty_lists(report, Name(year)))
        lists = (name for name in empty_ones if name.keys[1:] and name.topic != "corrections")
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
        years = [year for year in (None, *self.site.years) if self.has(year)]
        return compare(self, (source for year in years for source in _translated(self, year)))

    @cached_property
    def standings(self) -> Mapping[str | None, Standing]:
        """How the English of each year stands to the Latvian, and that of what belongs to none."""
        return ByYear((None, *self.site.years), lambda year: self.whole.part(year).translation)

    def is_under_review(self, content: Text | str, year: str | None) -> bool:
        """Say whether the English of a text, or of a page at a path, has yet to follow its Latvian.

        Both are of the `year`, or of none.
        """
        of = (None, year) if year in self.site.years else (None,)
        return any(content in self.whole.standings[one].under_review for one in of)

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


@once_per_data
def _leaves(book: Book, year: str | None) -> list[tuple[Name, Any]]:
    """Give what stands in the data of a year, or in those of none."""
    shared = {key: value for key, value in vars(book.site).items() if key != "years"}
    found = leaves(book.site.years[year] if year else shared, Name(year), whole=Text)
    return [(name, leaf) for name, leaf in found if name.topic != "tables" or book.loaded.is_typed(name)]


@once_per_data
def _translated(book: Book, year: str | None) -> list[Source]:
    return list(sources_in(book, _leaves(book, year)))


@once_per_data
def _captions(book: Book) -> dict[str, Any]:
    """Give the captions and labels of all years by their names."""
    shared = (one for one in _leaves(book, None) if one[0].topic in ("words", "tables"))
    return {str(name): leaf for name, leaf in shared if "*" not in name.keys}


@once_per_book
def _by_year(book: Book) -> tuple[dict[str | None, list[Page]], dict[str | None, list[Entry]]]:
    """Give the pages, and what is remembered of translations, by year."""
    pages: dict[str | None, list[Page]] = {}
    entries: dict[str | None, list[Entry]] = {}
    for page in book.pages:
        pages.setdefault(book.site.year_of(page.path), []).append(page)
    for entry in book.entries:
        entries.setdefault(book.site.year_of(entry.name), []).append(entry)
    return pages, entries


@once_per_book
def _by_path(book: Book) -> dict[tuple[str, str], Page]:
    return {(page.language, page.path): page for page in book.pages}
