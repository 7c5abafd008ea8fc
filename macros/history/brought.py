"""What a proposed change brings: problems that were not there before, at the changed lines that they are about."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from macros import git
from macros.check import can_be_tabulated, judged
from macros.check.sealed import held_to
from macros.data.name import Name
from macros.history.base import at
from macros.report.book import Book
from macros.report.opened import read_book
from macros.show.shown import with_parts
from macros.words.problems import LEVELS, Problem

_FILE = re.compile(r"\+\+\+ b/(.*)")
_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_PLACE = re.compile(r"([\w./-]+\.(?:yml|md)):(\d+)")
_NAME = re.compile(r"[“(]([\w.]+)[”)]")  # alone, or behind what the report calls it


@dataclass(frozen=True)
class Brought:
    """A project as it was and as it is, and what is wrong now; a book is None where its data cannot be read.

    `new` are the problems to tell: all errors, and of the rest what there was not before, on whichever line.
    Errors come first, and of these the ones at changed lines.
    """

    before: Book | None
    after: Book | None
    new: tuple[Problem, ...]
    standing: tuple[Problem, ...]


def brought(root: Path, base: str) -> Brought:
    """Give what the project at `root` brings since the commit, branch or tag `base`. Raises `Problems` without one."""
    before, read = at(root, base)
    stood_before = judged(before, read, root)
    after, odd = read_book(root, keep=True)
    found = judged(after and held_to(before if can_be_tabulated(before) else None, after), odd, root)
    lines = changed_lines(root, base)
    known = {replace(problem, line=0) for problem in stood_before}

    def stood(problem):
        if before is None:  # what there was cannot be told, so what stands at unchanged lines is taken for it
            return (problem.file, problem.line) not in lines
        return replace(problem, line=0) in known

    standing = [problem for problem in found if problem.level != "error" and stood(problem)]
    new = [_placed(after, problem, lines) for problem in found if problem not in standing]
    levels = list(LEVELS)
    new.sort(key=lambda problem: (levels.index(problem.level), (problem.file, problem.line) not in lines))
    return Brought(before, after, tuple(new), tuple(standing))


def changed_lines(root: Path, base: str) -> set[tuple[str, int]]:
    """Give the lines `(file, line)` of the project at `root` that are not so in the commit, branch or tag `base`."""
    shown = ["--relative", "--unified=0", "--no-color", "--no-ext-diff", "--src-prefix=a/", "--dst-prefix=b/"]
    differing = git.sure(root, "diff", *shown, "--end-of-options", base, "--", ".")
    lines: set[tuple[str, int]] = set()
    file = ""
    for line in differing.split("\n"):
        if found := _FILE.fullmatch(line):
            file = found[1]
        elif found := _HUNK.match(line):
            lines.update((file, int(found[1]) + step) for step in range(int(found[2] or 1)))
    return lines


def _placed(book, problem, lines):
    """Give a problem at the first of the changed `lines` that it is about; it then begins with where it was found."""
    own = (problem.file, problem.line)
    place = next((place for place in (own, *_places(book, problem)) if place in lines), own)
    if place == own:
        return problem
    found = f"{problem.file}:{problem.line}: "
    return replace(problem, file=place[0], line=place[1], lv=found + problem.lv, en=found + problem.en)


def _places(book, problem):
    """Yield the places that a problem tells, and those of the names that it tells and of what is behind them."""
    yield from ((file, int(line)) for file, line in _PLACE.findall(problem.lv))
    for year in book.site.years if book else ():
        if f"/{year}/" in problem.file:
            told = with_parts(book.names[year].keys() & set(_NAME.findall(problem.lv)), book, year)
            yield from sorted(book.loaded.where(Name(year, name)) for name in told)
