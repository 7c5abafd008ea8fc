"""What was filled in goes into the data, all of it or nothing, and is told in the sheet's own terms."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from macros.data.load import load
from macros.data.name import Name, is_there, leaves
from macros.data.read import read_text
from macros.data.schema import Site, Text
from macros.data.schema.kinds import Model
from macros.data.source import BEGUN
from macros.office.called import called
from macros.office.plain import of_kind
from macros.office.take.cell import Filled
from macros.office.take.edits import edited
from macros.office.take.told import Taken, Told
from macros.office.take.weighed import taken
from macros.report.book import Book
from macros.words.problems import Problem, Problems, Sentences


@dataclass(frozen=True)
class Outcome:
    """What came of a workbook: the files to write, by name; what is told; why nothing can be written, if so; counts."""

    texts: dict[str, str]
    told: tuple[str, ...]
    wrong: tuple[str, ...]
    taken: int = 0
    left: int = 0
    same: int = 0


def take(root: Path, book: Book, year: str, cells: list[Filled]) -> Outcome:
    """Give what comes of cells for a year of the project at `root`; nothing is written."""
    whole = taken(book, year, cells)
    made = texts(book, year, whole)
    told = tuple(_line(one, book, year) for one in whole.told)
    try:
        try_out(root, book, year, whole, made)
    except Problems as problems:
        wrong = tuple(f"{_where(problem, made, whole.told)}{problem}" for problem in problems.found)
        return Outcome({}, told, wrong)
    count = sum(one.taken for one in whole.told)
    return Outcome(made, told, (), count, len(told) - count, whole.same)


def texts(book: Book, year: str, whole: Taken) -> dict[str, str]:
    """Give the texts of the files with what is taken."""
    made = {}
    for topic in {**whole.changes, **whole.entries}:
        file = f"data/{year}/{topic}.yml"
        words = book.loaded.sources.get(file, BEGUN.format(topic=topic))
        made[file] = edited(words, whole.changes[topic], whole.entries[topic])
    return made


def _line(one: Told, book: Book, year: str) -> str:
    """Give what became of a cell, in Latvian and on the next line in English."""
    verbs = ("ņemts", "taken") if one.taken else ("atstāts", "left")
    lv, en = (
        f"{place}{label}: {verb}: {said}"
        for place, label, verb, said in zip(one.place, _label(one, book, year), verbs, one.said, strict=True)
    )
    return f"{lv}\n  {en}"


def _label(one: Told, book: Book, year: str) -> Sentences:
    if not one.name:
        return "", ""
    name = Name(year, one.name)
    held = name.found(book.site)
    label = called(book, name, as_group=isinstance(held, Model) and not isinstance(held, Text))
    return f" ({label.lv})", f" ({label.in_('en')})"


def try_out(root: Path, book: Book, year: str, whole: Taken, texts: dict[str, str]) -> None:
    """Read the data as they would be with the texts of files that hold what is taken. Raises `Problems`."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(root / "data", Path(folder, "data"), symlinks=True)
        for file, words in texts.items():
            Path(folder, file).write_text(words, "utf-8")
        _refuse_more(book.site, load(folder).site, year, whole)


def _where(problem: Problem, texts: dict[str, str], told: list[Told]) -> str:
    """Give the place in the sheet that a problem in a file comes from, nothing where it comes from none."""
    if problem.file not in texts:
        return ""
    _value, lines, _problems = read_text(texts[problem.file], problem.file)
    path = max((path for path, line in lines.items() if line <= problem.line), key=lambda path: lines[path], default=())
    keys = (Path(problem.file).stem, *map(str, path))

    def shared(one: Told) -> int:
        pairs = zip(one.name.split("."), keys, strict=False)
        return next((at for at, (a, b) in enumerate(pairs) if a != b), len(keys))

    nearest = max((one for one in told if one.taken), key=shared, default=None)
    return "" if nearest is None or not shared(nearest) else f"{' / '.join(nearest.place)}: "


def _first_new(site: Site, name: Name) -> Name:
    """Give the first on the way to a name that is not there yet; the name where all are."""
    ways = (Name(name.year, *name.keys[:end]) for end in range(1, len(name.keys)))
    return next((way for way in ways if not is_there(site, way)), name)


def _refuse_more(before: Site, after: Site, year: str, whole: Taken) -> None:
    """Raise AssertionError where the data would change in any place but those that were told: that is our mistake."""
    old, new = ({str(name): leaf for name, leaf in leaves(site.years[year], whole=Text)} for site in (before, after))
    changed = {name for name in {**old, **new} if old.get(name) != new.get(name)}
    meant = {
        str(_first_new(before, Name(year, topic, *one.path)))
        for every in (whole.changes, whole.entries)
        for topic, ones in every.items()
        for one in ones
    }
    beside = [name for name in changed if not any(f"{name}.".startswith(f"{one}.") for one in meant)]
    if beside:
        raise AssertionError(beside)
    for topic, every in whole.changes.items():
        for one in every:
            name = Name(year, topic, *one.path)
            for language, value in one.values.items():
                if of_kind(one.wanted.kind, name.value(after), language) != value:
                    raise AssertionError(name)
