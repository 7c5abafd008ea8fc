"""Whether a proposed change may be taken in: what its summary says before all else."""

import re
from collections.abc import Iterable
from pathlib import Path

from macros import git
from macros.data.schema import LANGUAGES
from macros.history.brought import Brought
from macros.history.changes import unsealed
from macros.pages.nav import NAV
from macros.report.issue_forms import ISSUE_FORMS
from macros.words.language import plural

CONTENT = ("data/", "docs/", f"{ISSUE_FORMS}/", "schemas/")
"""Where nothing is that runs: what a report says, and what the program writes for forms and editors."""
_NAV = re.compile(r"^nav:\n(?: +- +(?:[\w./-]+\.md|20\d\d/20\d\d:) *\n)+", re.MULTILINE)
"""The nav where it holds nothing but pages and years."""
_WORDS = {
    "errors": (
        "Vēl nevar apvienot: jāizlabo {count} {noun}",
        "Cannot be merged yet: {count} {noun} to correct",
    ),
    "unsealed": (
        "Vēl nevar apvienot: noslēgts gads mainīts bez ieraksta failā corrections.yml",
        "Cannot be merged yet: a sealed year has changed without a record in corrections.yml",
    ),
    "unbuilt": (
        "Vēl nevar apvienot: vietni neizdevās uzbūvēt",
        "Cannot be merged yet: the site could not be built",
    ),
    "program": (
        "Vēl nevar apvienot: vispirms jāapskata programmētājam, jo mainīta arī programma",
        "Cannot be merged yet: a programmer has to look at it first, as the program has changed, too",
    ),
    "good": ("Var apvienot: kļūdu nav", "Can be merged: there are no errors"),
}
_ERRORS = {"lv": {"one": "kļūda"}, "en": {"one": "error"}}
_MORE_ERRORS = {"lv": "kļūdas", "en": "errors"}


def verdict(change: Brought, program: Iterable[str], language: str, *, unbuilt: bool) -> list[str]:
    """Give the verdict as a heading of Markdown in a language, and in the other one below it.

    `program` are the files of the program that have changed; `unbuilt` says that the site could not be built.
    """
    count = sum(problem.level == "error" for problem in change.new)
    key = _key(change, program, count, unbuilt=unbuilt)
    said = {}
    for one, words in zip(LANGUAGES, _WORDS[key], strict=True):
        said[one] = words.format(count=count, noun=_ERRORS[one].get(plural(count, one), _MORE_ERRORS[one]))
    below = [f"*{words}*" for one, words in said.items() if one != language]
    return [f"# {said[language]}", *below]


def _key(change, program, count, *, unbuilt):
    if count or change.after is None:
        return "errors"
    if change.before and unsealed(change.before, change.after):
        return "unsealed"
    if unbuilt:
        return "unbuilt"
    return "program" if [*program] else "good"


def changed_program(root: Path, base: str) -> list[str]:
    """Give the files of the project at `root` that can hold a program and differ from those in the commit `base`."""
    changed = git.sure(
        root, "diff", "--relative", "--no-renames", "--name-only", "-z", "--end-of-options", base, "--", "."
    )
    files = [file for file in changed.split("\0") if file and not file.startswith(CONTENT)]
    return [file for file in files if file != NAV or not _only_nav(root, base)]


def _only_nav(root, base):
    """Say whether no more than the pages of the nav differ in its file."""
    file = Path(root) / NAV
    if not file.is_file():
        return False
    texts = git.sure(root, "show", "--end-of-options", f"{base}:./{NAV}"), file.read_text("utf-8")
    before, after = (_NAV.sub("nav:\n", text, count=1) for text in texts)
    return before == after
