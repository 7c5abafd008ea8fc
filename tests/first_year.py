"""The real report as it was with its first year alone: all that tests know of it, whatever years were opened since."""

import re
import shutil

from project import LANGUAGES

from macros.check import inspect
from macros.check.spelling import allowed_words_are_needed
from macros.data.load import RECORDS
from macros.pages.nav import NAV
from macros.report.counted import remember_numbers
from macros.report.editions import FOLDER, read_editions
from macros.report.issue_forms import with_lists
from macros.report.opened import read_book
from macros.report.translated import record
from macros.show.joined import FIGURES_OF_YEARS, YEARS
from macros.words.language import YEAR, school_year

FRONT = "index.md"


def years(root):
    """Give the folders of the school years of a project, the first one first."""
    return sorted(folder.name for folder in (root / "data").iterdir() if re.fullmatch(YEAR, folder.name))


def closed_again(root):
    """Take out of a project all that opening years has put beside its first one, and what was written in them since."""
    first, *later = years(root)
    if not later:
        return
    docs = {language: root / "docs" / language for language in LANGUAGES}
    for folder in (root / "data", *docs.values()):
        for year in later:
            shutil.rmtree(folder / year)
    for folder in docs.values():
        for page in (YEARS, FIGURES_OF_YEARS):
            (folder / page).unlink(missing_ok=True)
    editions = [one.edition for one in read_editions(root)[0] if one.year in later]
    for edition in editions:
        (root / FOLDER / f"{edition}.json").unlink()
    gone = "|".join((YEARS, FIGURES_OF_YEARS, *later, *(year.replace("-", "/") for year in later), *editions))
    for file in (root / NAV, *(root / RECORDS).glob("*.txt")):
        _without(file, rf".*\b({gone})\b.*")
    for language, folder in docs.items():
        _without(folder / FRONT, rf"- .*\(({gone})\b.*")
        for year in later:  # one that leads, once it is final
            _with(folder / FRONT, year, first)
            _with(folder / FRONT, *(school_year(one, language) for one in (year, first)))
    _follow(root)


def _without(file, line):
    """Take such lines out of a file; one in which none is left goes with them."""
    left = re.sub(rf"^{line}\n", "", file.read_text("utf-8"), flags=re.MULTILINE)
    file.write_text(left, "utf-8") if left else file.unlink()


def _with(file, old, new):
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def _follow(root):
    """Let follow what depends on all years: words that only others have, records of what leads and of numbers, forms."""
    unneeded = {one.line for one in inspect(root)[1] if one.rule == allowed_words_are_needed.__name__}
    spelling = root / "data/spelling.yml"
    lines = enumerate(spelling.read_text("utf-8").splitlines(keepends=True), 1)
    spelling.write_text("".join(line for number, line in lines if number not in unneeded), "utf-8")
    book = read_book(root)[0]
    record(root, book.translation, [one for one in book.translation.sources if one.content == FRONT])
    remember_numbers(root, book)
    for path, form in book.issue_forms.items():
        (root / path).write_text(with_lists(form, book), "utf-8")
