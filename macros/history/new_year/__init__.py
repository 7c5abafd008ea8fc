"""Open a new school year: the pages and data of the one before, with their numbers blank, as a draft.

Files are changed as text, so that remarks and the way they are written stay. All is done in a copy of the project,
which is checked before anything of it is brought home. The data come home last: where they are, the year is complete.
"""

import re
import shutil
import tempfile
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from macros.check import inspect, open_book
from macros.data.load import load
from macros.data.name import Name, is_there, leaves
from macros.data.schema import LANGUAGES, Text
from macros.data.source import Source
from macros.history.new_year.data import carry_priorities, carry_targets, change, keep_records, values
from macros.history.new_year.pages import copy_pages, in_nav, keep_places, set_side_by_side, tell_changes
from macros.history.new_year.renamed import SCHOOL_YEAR, named_anew, next_school_year
from macros.pages.calls import SPAN
from macros.pages.nav import NAV
from macros.report.book import Book
from macros.report.carried import carry
from macros.report.opened import read_book
from macros.report.records import CARRIED, TRANSLATED
from macros.report.rules import all_rules, evaluate
from macros.report.translated import earlier, record
from macros.show import outline
from macros.show.joined import CHANGES, FIGURES_OF_YEARS, YEARS, repeats
from macros.show.tables.corrected import CORRECTIONS
from macros.show.tables.doubted import DISCREPANCIES
from macros.words.language import YEAR, school_year, year_after
from macros.words.problems import Problem, Problems

WHAT_IS_READ = ("data", "docs", NAV)
OF_ANY_YEAR = {"report", DISCREPANCIES, CORRECTIONS}
"""Files and pages whose words fit any year, unless they show what only the year before has."""
SITE_WIDE = ("index.md", YEARS, FIGURES_OF_YEARS)
"""Pages of no year that name the new one, too."""


@dataclass(frozen=True)
class Opened:
    """What was done: from which year, and what of it stayed behind as it speaks of what is no longer there."""

    before: str
    rules: tuple[str, ...]
    """The keys of these rules."""
    texts: tuple[str, ...]
    """The places, such as `docs/lv/2024-2025/priorities.md:12`, of sections with words of their own."""


def new_year(root: Path, year: str) -> Opened:
    """Open `year`, such as `2025-2026`, in the project at `root`; give what was done.

    Raises `Problems` where it exists, does not follow the last one, or the project has mistakes; then nothing changes.
    """
    root = Path(root)
    before = _before(root, year)
    translation = _read(root).translation
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder)
        for name in WHAT_IS_READ:
            if (root / name).is_dir():
                shutil.copytree(root / name, stage / name, ignore=shutil.ignore_patterns(year))
            else:
                shutil.copy(root / name, stage / name)
        try:
            rules, texts = _open(stage, before, year)
            _record_translations(stage, _read(stage).translation, translation, before, year)
            open_book(stage)
        except Problems as mistake:
            raise Problems([_where_it_comes_from(problem, root, before, year) for problem in mistake.found]) from None
        _bring_home(stage, root, year)
    return Opened(before, rules, texts)


def _read(root):
    """Give the project at `root`, whatever its rules say. Raises `Problems` where it cannot be read."""
    book, found = read_book(root)
    if book is None:
        raise Problems(found)
    return book


def _where_it_comes_from(problem, root, before, year):
    """Give a problem of a copy, which nobody will see, as one of the file it was copied from."""
    if (root / problem.file).exists():
        return problem
    lv, en = (school_year(year, language) for language in LANGUAGES)
    return replace(
        problem,
        file=problem.file.replace(year, before),
        line=0,
        lv=f"Šā faila kopijā {lv} mācību gadam, {problem.line}. rindā, ir kļūda: {problem.lv}",
        en=f"The copy of this file for the school year {en} has an error on line {problem.line}: {problem.en}",
    )


def _before(root, year):
    """Give the year that the new one follows; see `new_year` for what it raises."""
    last: str | None = max(
        (folder.name for folder in (root / "data").iterdir() if re.fullmatch(YEAR, folder.name)), default=None
    )
    if last is None:
        raise Problems(problem for problem in inspect(root)[1] if problem.level == "error")  # that there is no year
    following = year_after(last)
    pages = root / "docs" / "lv" / year
    if re.fullmatch(YEAR, year) and (root / "data" / year).is_dir():
        lv, en = f"Mācību gads {year} jau ir atvērts.", f"The school year {year} is already open."
        raise Problems([Problem(f"data/{year}", 0, lv, en)])
    if year != following:
        command = f".venv/bin/report new-year {following}"
        lv = f"Pēc mācību gada {last} nāk {following}, bet prasīts “{year}”. Rakstiet: {command}"
        en = f"After the school year {last} comes {following}, but “{year}” was asked for. Write: {command}"
        raise Problems([Problem("data", 0, lv, en)])
    if not _half_done(root, year).is_dir():  # else what has come home is no more than a part
        open_book(root, keep=True)
        if pages.is_dir():
            lv = f"Mācību gadam {year} jau ir lapas, bet nav datu. Pārvietojiet šo mapi citur vai izdzēsiet to."
            en = f"The school year {year} already has pages but no data. Move this folder away or delete it."
            raise Problems([Problem(f"docs/lv/{year}", 0, lv, en)])
    return last


def _open(stage, before, year):
    """Make data and pages of the year; give the rules and texts that stay behind: see `Opened`."""
    data = stage / "data" / year
    shutil.copytree(stage / "data" / before, data)
    for file in data.glob("*.yml"):
        file.write_text(next_school_year(file.read_text("utf-8").rstrip("\n") + "\n"), "utf-8")
    site = load(stage).site
    report = site.years[before]
    last = {file.stem: Source(file.read_text("utf-8")) for file in (stage / "data" / before).glob("*.yml")}
    for name, written in values(site, before, last).items():
        change(data, name, partial(Source.put, values=written))
    change(data, CORRECTIONS, lambda source: source.without(source.entries()))
    carry_targets(data, report, last)
    carry_priorities(data, report, last)
    rules, texts = _follow(stage, before, year)
    opened = load(stage).site.years[year]
    files = {name.topic for name, leaf in leaves(opened, whole=Text) if isinstance(leaf, Text | str)}
    pages = {page.stem for page in (stage / "docs" / "lv" / year).glob("*.md")}
    came = {path for page in pages - OF_ANY_YEAR if not repeats(path := f"{year}/{page}.md")}
    dated = re.compile(rf"year=[\"']{before}")  # what says so speaks of the year before
    fit = {file for file in files & OF_ANY_YEAR if not dated.search((data / f"{file}.yml").read_text("utf-8"))}
    carry(stage, came | {f"data/{year}/{file}.yml" for file in files - fit})
    return rules, texts


def _follow(stage, before, year):
    """Let rules, records, texts and pages follow: what only the year before has is left out or said to be its."""
    data, loaded = stage / "data" / year, load(stage)
    site, book = loaded.site, Book(loaded, (), ())
    facts = book.facts[year]
    report = site.years[year]
    rules, claims = (_left_out(written, facts) for written in (report.rules, report.claims))
    change(data, "rules", lambda source: source.without((key,) for key in rules))
    change(data, "claims", lambda source: source.without((key,) for key in claims))
    gone = [(name,) for name in report.sources if not is_there(site, Name(year, name))]
    change(data, "sources", lambda source: source.without(gone))
    broken = {key: one for key, one in evaluate(all_rules(report, facts), facts).items() if not one.blank}
    keep_records(data, site.years[before], broken)
    exists = {
        one: {
            "value": book.names[one],
            "table": outline.tables(book)[one],
            "figure": outline.charts(book)[one],
            "claim": site.years[one].claims.keys() - ({*claims} if one == year else set()),
        }
        for one in site.years
    }
    for file in data.glob("*.yml"):
        file.write_text(named_anew(file.read_text("utf-8"), exists, before, year), "utf-8")
    texts = []
    for language in LANGUAGES:
        folder = stage / "docs" / language
        texts += copy_pages(folder, load(stage).site, exists, before, year)
        tell_changes(folder, year)
        set_side_by_side(folder)
    nav = stage / NAV
    nav.write_text(in_nav(nav.read_text("utf-8"), before), "utf-8")
    keep_places(data, load(stage).site.years[year], stage / "docs" / "lv" / year)
    return (*rules, *claims), tuple(texts)


def _left_out(rules, facts):
    """Give the keys of rules, or of claims, about what there is no more."""
    return [key for key, rule in rules.items() if not facts.can_judge(rule)]


def _record_translations(stage, now, until_now, before, year):
    """The English that came along fits the Latvian that came along, but for what was stale before."""
    stale = {_bare(source, before): entry for source, entry in until_now.stale}
    begun = (*SITE_WIDE, f"{year}/{CHANGES}.md")
    index = [source for source, _entry in now.stale if source.content in begun and source.content not in stale]
    along = [
        (source, earlier(source, stale[_bare(source, year)]))
        for source in now.sources
        if f"/{year}/" in source.name and _bare(source, year) in stale
    ]
    record(stage, replace(now, stale=(*now.stale, *along)), index)


def _bare(source, year):
    """Give what is the same of a text in both years: its English words without calls and years; a page by its name."""
    if isinstance(source.content, str):
        return source.content.removeprefix(f"{year}/")
    return SPAN.sub("", SCHOOL_YEAR.sub("", source.content.en))


def _half_done(root, year):
    """Give the folder where the data wait while the rest comes home."""
    return root / ".cache" / "new-year" / year


def _bring_home(stage, root, year):
    waiting = _half_done(root, year)
    shutil.rmtree(waiting, ignore_errors=True)
    shutil.copytree(stage / "data" / year, waiting)
    for language in LANGUAGES:
        shutil.copytree(stage / "docs" / language / year, root / "docs" / language / year, dirs_exist_ok=True)
    pages = [f"docs/{language}/{page}" for language in LANGUAGES for page in SITE_WIDE]
    for file in (*pages, NAV, TRANSLATED.file, CARRIED.file):
        if (stage / file).is_file():
            shutil.copy(stage / file, root / file)
    waiting.rename(root / "data" / year)
