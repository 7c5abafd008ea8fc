"""Data and pages that belong together: what all checks look at and what pages are rendered from."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import yaml

from macros.data.load import Loaded
from macros.data.schema import LANGUAGES, Text, empty_lists, leaves
from macros.pages.page import Page
from macros.report.compute import names
from macros.report.prose import paragraphs, passages, prose, texts
from macros.report.rules import Facts, evaluate
from macros.report.translated import Entry, compare
from macros.show import figures
from macros.show.tables import known, numbers
from macros.words.problems import Problem, Problems


@dataclass(frozen=True)
class Book:
    """Data and pages of one project; whether they agree is for `check` to say."""

    loaded: Loaded
    pages: tuple[Page, ...]
    nav: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    """What is remembered of translations."""
    carried: dict = field(default_factory=dict)
    """What still has the words of the year before, by line: see `carried`."""
    seals: dict = field(default_factory=dict)
    """The sealed years: see `sealed`."""
    issue_forms: dict = field(default_factory=dict)
    """GitHub's issue forms: path → text."""

    @property
    def site(self):
        """All data."""
        return self.loaded.site

    @cached_property
    def names(self):
        """Everything that has a name, by year: `names["2024-2025"]["learners.total_end"]`."""
        return {year: names(self.site, year) for year in self.site.years}

    @cached_property
    def facts(self):
        """What the rules of each year look at: its names, and the captions and labels."""
        texts = leaves(self.site.words, ("words",), whole=Text)
        words = {".".join(map(str, path)): leaf for path, leaf in texts if not any("*" in str(part) for part in path)}
        smallest = self.site.privacy.smallest_group
        return {
            year: Facts({**words, **names}, smallest, frozenset(map(".".join, empty_lists(self.site.years[year]))))
            for year, names in self.names.items()
        }

    @cached_property
    def broken_rules(self):
        """The rules that do not hold, by year and key."""
        return {year: evaluate(report, self.facts[year]) for year, report in self.site.years.items()}

    @cached_property
    def blanks(self):
        """The paths of what stands empty in the data, without what a record of discrepancies asks for."""
        asked = {
            ("years", year, *name.split("."))
            for year, report in self.site.years.items()
            for record in report.discrepancies.values()
            for rule in record.found
            for finding in (self.broken_rules[year][rule].findings if rule in self.broken_rules[year] else ())
            if finding.blank
            for name in finding.names
        }
        values = (path for path, leaf in leaves(self.site) if leaf is None)
        lists = (path for path in empty_lists(self.site) if path[0] == "years" and len(path) > len(("years", "", "")))
        return tuple(path for path in (*values, *lists) if path in self.loaded.lines and path not in asked)

    @cached_property
    def translation(self):
        """How the English stands to the Latvian."""
        return compare(self)

    @cached_property
    def tables(self):
        """The names of all tables, by year."""
        return {year: known(self.site, year) for year in self.site.years}

    @cached_property
    def figures(self):
        """The names of all figures, by year."""
        return {year: figures.known(self.site, year) for year in self.site.years}

    @cached_property
    def numbers(self):
        """The names that have a row on the page of figures and their sources, by year; none where there is no page."""
        return {
            year: numbers.figures(self.site, year).keys() if f"{year}/{NUMBERS}.md" in self.nav else ()
            for year in self.site.years
        }

    @cached_property
    def texts(self):
        """Each text of the data with its path, in each language: see `prose.texts`."""
        return tuple(texts(self.site))

    @cached_property
    def passages(self):
        """Every `Passage` of pages and data."""
        return tuple(passages(self))

    @cached_property
    def paragraphs(self):
        """The passages that run together, each with their words: see `prose.paragraphs`."""
        return tuple(paragraphs(self))

    @cached_property
    def prose(self):
        """What is written, by language: see `prose.Prose`."""
        return {language: prose(self, language) for language in LANGUAGES}

    @cached_property
    def table_numbers(self):
        """`(year, table) → number` in the order in which the nav's pages call for them, from 1 in each year.

        The pages of the year itself come first: what another year shows of it later changes no number in it.
        """
        return self._numbered("table")

    @cached_property
    def figure_numbers(self):
        """`(year, figure) → number`, as for tables; pages of no year count too."""
        return self._numbered("figure")

    def _numbered(self, macro):
        numbers, last = {}, {}
        pages = {page.path: page for page in self.pages if page.language == "lv"}
        calls = [
            (page.year, call.get("year") or page.year or self.site.latest, call)
            for page in filter(None, map(pages.get, self.nav))
            for call in (page.calls if page.year or macro == "figure" else ())
        ]
        for _own, year, call in sorted(calls, key=lambda one: one[0] != one[1]):
            key = (year, call.get("name"))
            if call.macro == macro and key not in numbers and not (macro == "table" and key[1] in UNNUMBERED):
                numbers[key] = last[year] = last.get(year, 0) + 1
        return numbers


DISCREPANCIES = "discrepancies"
"""The page of a year that lists its known discrepancies, and the table on it."""
CORRECTIONS = "corrections"
"""The page of a year that lists what was corrected after publication, and the table on it."""
NUMBERS = "numbers"
"""The page of a year that gives the source of each figure, and the table on it."""
UNNUMBERED = {
    "key_figures", "overview", "signatures", "signatures.document", "downloads", DISCREPANCIES, CORRECTIONS, NUMBERS,
}  # fmt: skip
"""Tables that carry no number: the front page's figures and files, the lines to sign on, what is said of the report."""


def nav(root):
    """Give the paths of the pages in the order of `mkdocs.yml`. Raises `Problems` where they cannot be read."""

    class Loader(yaml.SafeLoader):
        """Passes over tags such as `!ENV`, which only MkDocs knows."""

    Loader.add_multi_constructor("", lambda _loader, _tag, _node: None)
    try:
        config = yaml.load((Path(root) / "mkdocs.yml").read_text("utf-8"), Loader)  # noqa: S506 – a SafeLoader
        return tuple(_flat(config["nav"]))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        mark = getattr(error, "problem_mark", None)
        lv = "Satura rādītāju “nav” nevar nolasīt; katra lapa ir savā rindā: “- 2024-2025/index.md”, gadi ar atkāpi."
        en = "“nav” cannot be read; each page has its own line: “- 2024-2025/index.md”, years are indented."
        raise Problems([Problem("mkdocs.yml", mark.line + 1 if mark else 0, lv, en)]) from None


def _flat(items):
    for item in items:
        if isinstance(item, str):
            yield item
        else:
            for value in item.values():
                yield from [value] if isinstance(value, str) else _flat(value)
