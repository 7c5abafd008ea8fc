"""A person's mistake, told where it was made, in Latvian and in English."""

import difflib
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend.

    `file` is relative to the project's folder, `line` counts from 1 (0: the file as a whole).
    `lv` and `en` each name the two things that disagree and what to do.
    An `error` stops every build; a `todo` is listed in a draft and stops a final report.
    `rule` is the name of the check that found it, for programs; “shape” where the file itself is not as it should be.
    """

    file: str
    line: int
    lv: str
    en: str
    level: Literal["error", "todo"] = "error"
    rule: str = "shape"

    def __str__(self):
        place = f"{self.file}:{self.line}" if self.line else self.file
        head = "kļūda" if self.level == "error" else "vēl darāms"
        return f"{place}: {head}: {self.lv}\n    {self.en}"


class Problems(Exception):  # noqa: N818 – it carries problems, it is not one
    """Raised where nothing sensible can follow; holds all problems found up to there."""

    def __init__(self, found):
        """Keep the problems sorted by file and line."""
        self.found = tuple(sorted(set(found)))
        super().__init__("\n".join(map(str, self.found)))


def did_you_mean(word, known):
    """Give a suggestion in both languages, or two empty strings: ` Vai domājāt “x”?`."""
    close = difflib.get_close_matches(str(word).lower(), [str(name) for name in known], n=1, cutoff=0.6)
    if not close:
        return "", ""
    return f" Vai domājāt “{close[0]}”?", f" Did you mean “{close[0]}”?"
