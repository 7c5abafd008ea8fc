"""Open a new school year: the pages and data of the one before, with their numbers blank, as a draft.

Files are changed as text, so that remarks and the way they are written stay. All is done in a copy of the project,
which is checked before anything of it is brought home. The data come home last: where they are, the year is complete.
"""

import json
import re
import shutil
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from macros import figures
from macros.book import CORRECTIONS, DISCREPANCIES, NUMBERS, Book
from macros.carried import FILE as CARRIED
from macros.check import inspect
from macros.compute import names
from macros.load import YEAR, load
from macros.problems import Problem, Problems
from macros.rules import evaluate
from macros.schema import LANGUAGES, Range, Text, leaves
from macros.source import Source
from macros.tables import known
from macros.translated import FILE as TRANSLATED
from macros.translated import record

WHAT_IS_READ = ("data", "docs", "mkdocs.yml")
KEPT_AS_IT_IS = ("rules", DISCREPANCIES, CORRECTIONS)
"""Files whose numbers and dates are not those of the year."""
OF_ANY_YEAR = {"report", NUMBERS, DISCREPANCIES, CORRECTIONS}
"""Files and pages whose words fit any year."""
KNOWN_BEFORE = {("programmes", "opened_year_before"): ("programmes", "opened")}
"""What a year says of the one before: its place → the place there."""
RESULTS = ("status", "result")
HALVES = ("quantitative", "qualitative")
_SCHOOL_YEAR = re.compile(r"\b(20\d\d)(\./|/|-)((?:20)?\d\d)\b")
_CALL = re.compile(r"""\b(value|table|figure)\((\\?")([a-z0-9_.]+)\2([^(){}]*)\)""")
_NOTE = re.compile(r"""^\{\{ note\("([a-z0-9_]+)"\) \}\}\n+""", re.MULTILINE)
_SECTION = re.compile(r"^## .*?\{ #([\w-]+) \}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_PRIORITY = re.compile(r"""^\{\{ table\("priorities\.\w+"\) \}\}\n*""", re.MULTILINE)
_TABLES = re.compile(r"""\{\{ (?:table|figure)\("(\w+)""")


@dataclass(frozen=True)
class Opened:
    """What was done: from which year, and which of its rules speak of what is no longer there."""

    before: str
    left_out: tuple[str, ...]


def new_year(root, year):
    """Open `year`, such as `2025-2026`, in the project at `root`; give what was done as `Opened`.

    Raises `Problems` where it exists, does not follow the last one, or the project has mistakes; then nothing changes.
    """
    root = Path(root)
    before = _before(root, year)
    translation = inspect(root)[0].translation
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder)
        for name in WHAT_IS_READ:
            if (root / name).is_dir():
                shutil.copytree(root / name, stage / name, ignore=shutil.ignore_patterns(year))
            else:
                shutil.copy(root / name, stage / name)
        left_out = _open(stage, before, year)
        book = _sound(stage)
        _record_translations(stage, book.translation, translation, before, year)
        _bring_home(stage, root, year)
    return Opened(before, left_out)


def _before(root, year):
    """Give the year that the new one follows; see `new_year` for what it raises."""
    last = max(folder.name for folder in (root / "data").iterdir() if YEAR.match(folder.name))
    following = f"{last[5:]}-{int(last[5:]) + 1}"
    pages = root / "docs" / "lv" / year
    if (root / "data" / year).is_dir():
        lv, en = f"Mācību gads {year} jau ir atvērts.", f"The school year {year} is already open."
        raise Problems([Problem(f"data/{year}", 0, lv, en)])
    if year != following:
        lv = f"Pēc mācību gada {last} nāk {following}, bet prasīts “{year}”. Rakstiet: report new-year {following}"
        en = f"After the school year {last} comes {following}, but “{year}” was asked for. Write: report new-year "
        raise Problems([Problem("data", 0, lv, en + following)])
    if not _half_done(root, year).is_dir():  # else what has come home is no more than a part
        _sound(root)
        if pages.is_dir():
            lv = f"Mācību gadam {year} jau ir lapas, bet nav datu. Pārvietojiet šo mapi citur vai izdzēsiet to."
            en = f"The school year {year} already has pages but no data. Move this folder away or delete it."
            raise Problems([Problem(f"docs/lv/{year}", 0, lv, en)])
    return last


def _sound(root):
    book, found = inspect(root)
    wrong = [problem for problem in found if problem.level == "error"]
    if wrong:
        raise Problems(wrong)
    return book


def _open(stage, before, year):
    """Make data and pages of the year; give the keys of the rules that are left out."""
    data = stage / "data" / year
    shutil.copytree(stage / "data" / before, data)
    for file in data.glob("*.yml"):
        file.write_text(_next_school_year(file.read_text("utf-8")), "utf-8")
    report = load(stage).site.years[before]
    last = {file.stem: Source(file.read_text("utf-8")) for file in (stage / "data" / before).glob("*.yml")}
    for name, values in _values(report, last).items():
        _change(data, name, lambda source, values=values: source.put(values))
    _change(data, CORRECTIONS, lambda source: source.without(source.keys()))
    _carry_targets(data, report, last)
    _carry_priorities(data, report, last)
    left_out = _follow(stage, before, year)
    opened = load(stage).site.years[year]
    files = {path[0] for path, leaf in leaves(opened, whole=Text) if isinstance(leaf, Text | str)}
    pages = {page.stem for page in (stage / "docs" / "lv" / year).glob("*.md")}
    lines = [f"{year}/{page}.md\n" for page in sorted(pages - OF_ANY_YEAR)]
    lines += [f"data/{year}/{file}.yml\n" for file in sorted(files - OF_ANY_YEAR)]
    kept = (stage / CARRIED).read_text("utf-8").splitlines(keepends=True) if (stage / CARRIED).is_file() else []
    (stage / CARRIED).write_text("".join(dict.fromkeys([*kept, *lines])), "utf-8")
    return left_out


def _change(data, name, change):
    file = data / f"{name}.yml"
    file.write_text(change(Source(file.read_text("utf-8"))), "utf-8")


def _next_school_year(text, between=("./", "/")):
    """Put each school year, `2024./2025.` or `2024/25`, one further."""

    def moved(match):
        first, second = int(match[1]), match[3]
        if match[2] not in between or int(second[-2:]) != (first + 1) % 100:
            return match[0]
        return f"{first + 1}{match[2]}{str(first + 2)[-len(second) :]}"

    return _SCHOOL_YEAR.sub(moved, text)


def _values(report, last):
    """Give what is to be written where, by file: nothing for numbers, what is known, the days a year later."""
    values = defaultdict(dict)
    for path, value in leaves(report):
        if path[0] not in KEPT_AS_IT_IS and isinstance(value, int | Decimal | Range):
            values[path[0]][path[1:]] = ""
    for key in report.targets.measured:
        values["targets"]["measured", key, "set"] = last["targets"].words(("measured", key, "next"))
    for new, old in KNOWN_BEFORE.items():
        values[new[0]][new[1:]] = last[old[0]].words(old[1:])
    for key in ("start_date", "end_date"):
        day = getattr(report.learners, key)
        values["learners"][key,] = str(day).replace(str(day.year), str(day.year + 1), 1)
    document = type(report.signatures.document).model_fields
    return {**values, "signatures": {("document", key): "" for key in document}, "report": {("status",): "draft"}}


def _carry_targets(data, report, last):
    """Put what was set in words for the next year where this year's is; what was reached is blank.

    Where nothing was set, that of the year before stays, to be rewritten.
    """
    if not report.targets.next:
        blank = {("other", key, "reached"): "" for key in report.targets.other}
        _change(data, "targets", lambda source: source.put(blank))
        return
    items = ""
    for key, item in report.targets.next.items():
        items += f"  {key}:\n"
        items += last["targets"].moved(("next", key, "figures"), "figures", 4) if item.figures else ""
        items += last["targets"].moved(("next", key, "text"), "set", 4) + "    reached:\n"
    items = _carried(items)
    _change(data, "targets", lambda source: source.inside(("other",), items))
    _change(data, "targets", lambda source: source.inside(("next",), ""))


def _carry_priorities(data, report, last):
    """Put the priorities planned for the next year where this year's are; their results are blank.

    Where none were planned, those of the year before stay, to be rewritten.
    """
    if not report.next_year.items:
        items = report.priorities.items
        blank = {("items", key, half, part): "" for key in items for half in HALVES for part in RESULTS}
        _change(data, "priorities", lambda source: source.put(blank))
        return
    source, items = last["next_year"], ""
    for key, item in report.next_year.items.items():
        place = ("items", key)
        halves = {name: _half_with(item, key, name) for name in item.figures}
        items += f"  {key}:\n" + "".join(source.moved((*place, part), part, 4) for part in ("number", "name"))
        for half in HALVES:
            own = [name for name in halves if halves[name] == half]
            items += f"    {half}:\n      status:\n" + ("      figures:\n" if own else "")
            items += "".join(source.moved((*place, "figures", name), name, 8) for name in own)
            items += source.moved((*place, half), "expected", 6) + "      result:\n"
        for name, half in halves.items():
            figure = f"{key}.figures.{name}"
            items = items.replace(f"next_year.items.{figure}", f"priorities.items.{key}.{half}.figures.{name}")
    items = _carried(items)
    _change(data, "priorities", lambda source: source.inside(("items",), items))
    _change(data, "next_year", lambda source: source.inside(("items",), ""))


def _half_with(item, key, figure):
    """Give the half of a priority whose text has the figure."""
    return next((half for half in HALVES if f'{key}.figures.{figure}"' in getattr(item, half).lv), HALVES[0])


def _carried(items):
    return _next_school_year(items).replace("targets.next.", "targets.other.")


def _follow(stage, before, year):
    """Let rules, records, texts and pages follow: what only the year before has is left out or said to be its."""
    data, loaded = stage / "data" / year, load(stage)
    site, facts = loaded.site, Book(loaded, (), ()).facts[year]
    rules = site.years[year].rules
    left_out = tuple(key for key, rule in rules.items() if [*facts.unfit(rule), *facts.incomparable(rule)])
    _change(data, "rules", lambda source: source.without(left_out))
    broken = {key: one for key, one in evaluate(site.years[year], facts).items() if not one.blank}
    _keep_records(data, site.years[before], broken)
    exists = {
        one: {"value": names(site, one), "table": known(site, one), "figure": figures.known(site, one)}
        for one in site.years
    }
    for file in data.glob("*.yml"):
        file.write_text(_named_anew(file.read_text("utf-8"), exists, before, year), "utf-8")
    for language in LANGUAGES:
        _copy_pages(stage / "docs" / language, load(stage).site, exists, before, year)
    nav = stage / "mkdocs.yml"
    nav.write_text(_listed(nav.read_text("utf-8"), rf"^( +)- {before.replace('-', '/')}:\n(?:\1 .*\n)+"), "utf-8")
    return left_out


def _keep_records(data, report, broken):
    """Keep the records of what the texts, which stay, still say."""
    for key, record_ in report.discrepancies.items():
        still = [rule for rule in record_.found if rule in broken]
        found = "".join(f"    {rule}: {json.dumps(broken[rule].found, ensure_ascii=False)}\n" for rule in still)
        if still:
            _change(data, DISCREPANCIES, lambda source, key=key, found=found: source.inside((key, "found"), found))
        else:
            _change(data, DISCREPANCIES, lambda source, key=key: source.without([key]))


def _named_anew(text, exists, before, year):
    """Let a call of what only the year before has say so; let one that names a year name the one after it."""

    def renamed(call):
        macro, quote, name, rest = call[1], call[2], call[3], call[4]
        later = _next_school_year(rest, between=("-",))
        if later != rest:
            named = re.search(r"20\d\d-20\d\d", later)[0]
            return f"{macro}({quote}{name}{quote}{later if name in exists.get(named, exists[year])[macro] else rest})"
        if name in exists[before][macro] and name not in exists[year][macro]:
            return f"{macro}({quote}{name}{quote}{rest}, year={quote}{before}{quote})"
        return call[0]

    return _CALL.sub(renamed, text)


def _copy_pages(folder, site, exists, before, year):
    """Copy the pages of a language, without notes on what is no longer found and links to headings no longer there."""
    shutil.copytree(folder / before, folder / year)
    records, gone = site.years[year].discrepancies, {}
    for file in sorted((folder / year).rglob("*.md")):
        text = _next_school_year(file.read_text("utf-8"))
        text, gone[file.name] = _sections(text, site, year, folder.name)
        text = _NOTE.sub(lambda note: note[0] if note[1] in records else "", text).rstrip("\n") + "\n"
        file.write_text(_named_anew(text, exists, before, year), "utf-8")
    for file in (folder / year).rglob("*.md"):
        text = file.read_text("utf-8")
        for page, anchor in ((page, anchor) for page, anchors in gone.items() for anchor in anchors):
            text = text.replace(f"]({page}#{anchor})", f"]({page})").replace(f"](#{anchor})", f"]({file.name})")
        file.write_text(text, "utf-8")
    index = folder / "index.md"
    text = _listed(index.read_text("utf-8"), rf"^()- .*\]\({before}/index\.md\).*\n")
    if f"]({year}/index.md)" not in text:
        title = re.search(r"^# (.*?)(?: \{.*)?$", (folder / year / "index.md").read_text("utf-8"), re.MULTILINE)[1]
        text += f"\n- [{title}]({year}/index.md)\n"
    index.write_text(text, "utf-8")


def _sections(text, site, year, language):
    """Give a page with a section per priority in place of those of the year before, and the ids that are gone.

    Where a section has other tables too, only its calls change.
    """
    priorities = site.years[year].priorities.items
    calls = {key: f'{{{{ table("priorities.{key}") }}}}\n\n' for key in priorities}
    before = [part for part in _SECTION.finditer(text) if set(_TABLES.findall(part[0])) == {"priorities"}]
    if not before:
        first = _PRIORITY.search(text)
        rest = _PRIORITY.sub("", text[first.end() :]) if first else ""
        return (text[: first.start()] + "".join(calls.values()) + rest if first else text), []
    made = ""
    for key, item in priorities.items():
        number = site.words.labels.number.in_(language).replace("{number}", item.number)
        made += f"## {number}. {item.name.in_(language)} {{ #{key.replace('_', '-')} }}\n\n{calls[key]}"
    for index, part in reversed([*enumerate(before)]):
        text = text[: part.start()] + ("" if index else made) + text[part.end() :]
    return text, [part[1] for part in before if f"{{ #{part[1]} }}" not in made]


def _listed(text, lines):
    """Give a list of years with the new one before the last, as that one is written; `lines` is a pattern of these."""
    last = re.search(lines, text, re.MULTILINE)
    if last is None:
        return text
    new = _next_school_year(last[0], between=("./", "/", "-"))
    return text if new in text else text[: last.start()] + new + text[last.start() :]


def _record_translations(stage, now, until_now, before, year):
    """The English that came along fits the Latvian that came along, where it did before."""
    stale = {_bare(source, before) for source, _entry in until_now.stale}
    new = [source for source in now.sources if f"/{year}/" in source.name or source.content == "index.md"]
    record(stage, now, [source for source in new if _bare(source, year) not in stale])


def _bare(source, year):
    """Give what is the same of a text in both years: its English words without calls and years; a page by its name."""
    if isinstance(source.content, str):
        return source.content.removeprefix(f"{year}/")
    return re.sub(r"\{\{.*?\}\}", "", _SCHOOL_YEAR.sub("", source.content.en), flags=re.DOTALL)


def _half_done(root, year):
    """Give the folder where the data wait while the rest comes home."""
    return root / ".cache" / "new-year" / year


def _bring_home(stage, root, year):
    waiting = _half_done(root, year)
    shutil.rmtree(waiting, ignore_errors=True)
    shutil.copytree(stage / "data" / year, waiting)
    for language in LANGUAGES:
        shutil.copytree(stage / "docs" / language / year, root / "docs" / language / year, dirs_exist_ok=True)
    for file in ("docs/lv/index.md", "docs/en/index.md", "mkdocs.yml", TRANSLATED, CARRIED):
        if (stage / file).is_file():
            shutil.copy(stage / file, root / file)
    waiting.rename(root / "data" / year)
