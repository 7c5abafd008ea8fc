"""A person's mistake, told where it was made, in Latvian and in English; to people, to GitHub, to programs."""

import difflib
import json
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Level = Literal["error", "todo", "note"]
LEVELS = {"error": "kļūda", "todo": "vēl darāms", "note": "zināms"}

Sentences = tuple[str, str]
"""The same in Latvian and in English."""
LEADS_ELSEWHERE: Sentences = (
    "Šī ir saite uz citu vietu datorā, nevis pats fails vai mape; izdzēsiet to un ielieciet pašu.",
    "This is a link to another place on a machine, not the file or folder itself; delete it and put that here.",
)
"""Of a symbolic link, which could publish what nobody has looked at."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend.

    `file` is relative to the project's folder, `line` counts from 1 (0: the file as a whole).
    `lv` and `en` each name the two things that disagree and what to do.
    An `error` stops every build; a `todo` is listed in a draft and stops a final report; a `note` only tells.
    `rule` is the name of the check that found it, for programs; “shape” where the file itself is not as it should be.
    `about` is the page or file of data that a line of a list, such as `data/records/carried.txt`, is about.
    """

    file: str
    line: int
    lv: str
    en: str
    level: Level = "error"
    rule: str = "shape"
    about: str = ""

    @property
    def place(self) -> str:
        """The file, with the line where there is one: `docs/lv/about.md:9`."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def __str__(self) -> str:
        lv, en = (" ".join(words.splitlines()) for words in (self.lv, self.en))  # GitHub runs a line like “::error::”
        return f"{self.place}: {LEVELS[self.level]}: {lv}\n    {en}"


class Reason(Exception):  # noqa: N818 – it need be nobody's error
    """Raised where something is not done; `sentences` say why, and what to do."""

    def __init__(self, lv: str, en: str) -> None:
        """Keep the two sentences."""
        self.sentences: Sentences = lv, en
        super().__init__(lv, en)

    def __str__(self) -> str:
        return self.sentences[1]


class Problems(Exception):  # noqa: N818 – it carries problems, it is not one
    """Raised where nothing sensible can follow; holds all problems found up to there."""

    def __init__(self, found: Iterable[Problem]) -> None:
        """Keep the problems sorted by file and line."""
        self.found = tuple(sorted(set(found)))
        super().__init__("\n".join(map(str, self.found)))


def did_you_mean(word: str | int, known: Iterable[str]) -> Sentences:
    """Give a suggestion in both languages, or two empty strings: ` Vai domājāt “x”?`; see `closest`."""
    return suggested(closest(word, known))


def suggested(name: str | None) -> Sentences:
    """Give the suggestion of a name in both languages, or two empty strings where there is none."""
    return (f" Vai domājāt “{name}”?", f" Did you mean “{name}”?") if name else ("", "")


def closest(word: str | int, known: Iterable[str]) -> str | None:
    """Give a name that has all words of one of several, else the one most like it, or None."""
    named, parts = list(known), _parts(str(word))
    holding = [one for one in named if parts <= _parts(one)] if len(parts) > 1 else []
    close = sorted(holding, key=len) or difflib.get_close_matches(str(word).lower(), named, n=1, cutoff=0.6)
    return close[0] if close else None


def _parts(name):
    """Give the words of a name such as `learners.total_end`, whatever their order."""
    return set(re.findall(r"[^\W_]+", name.lower()))


def as_text(found: Collection[Problem]) -> str:
    """Give problems for people, each with its place, and how many there are."""
    lv, en = _counted(found)
    return "".join(f"{problem}\n" for problem in found) + f"{lv}. / {en}.\n"


def in_short(found: Collection[Problem]) -> str:
    """Give the errors for people, as `as_text` does, and of the rest only how much there is and what lists it."""
    errors = [problem for problem in found if problem.level == "error"]
    if len(errors) == len(found):
        return as_text(found)
    lv, en = _counted(found)
    counted = f"{lv} – visu parāda “make check”. / {en} – “make check” lists them all.\n"
    return "".join(f"{problem}\n" for problem in errors) + counted


def _counted(found):
    error, todo, note = (sum(problem.level == level for problem in found) for level in LEVELS)
    return f"Kļūdas: {error}; vēl darāms: {todo}; zināms: {note}", f"Errors: {error}; to do: {todo}; known: {note}"


def as_annotations(found: Iterable[Problem]) -> str:
    """Give problems as GitHub's workflow commands, which show them beside the line in a pull request."""
    kinds = {"error": "error", "todo": "warning", "note": "notice"}
    lines = []
    for problem in found:
        place = f"file={_property(problem.file)},line={max(problem.line, 1)},title={_property(LEVELS[problem.level])}"
        words = _data(f"{problem.lv}\n{problem.en}")
        lines.append(f"::{kinds[problem.level]} {place}::{words}\n")
    return "".join(lines)


def as_json(found: Iterable[Problem]) -> str:
    """Give problems as a JSON list for programs."""
    return json.dumps([asdict(problem) for problem in found], ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Collection[Problem]], str]] = {"text": as_text, "github": as_annotations, "json": as_json}


def _data(text):
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text):
    return _data(text).replace(":", "%3A").replace(",", "%2C")
