"""What is wrong, as HTML on top of the page that a person is writing: see `serve`."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from macros.desk.templates import fill
from macros.html.found import with_added
from macros.html.policy import COLOURS, ON_PAGES, ON_PAPER, hashed, policy
from macros.html.templates import ours
from macros.words.problems import Problem
from macros.words.spaces import shortened

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
LONGEST = 200
"""How many letters of a line that is wrong are shown."""
SCRIPT, STYLE = fill("overlay.js"), fill("overlay.css")
BARE = fill("bare.html")
"""The page where there is none that could be shown."""


@dataclass(frozen=True)
class Seen:
    """A page as it is seen while it is being written."""

    exists: bool
    """Whether there is a page at the address."""
    fresh: bool
    """Whether it is as it was saved last; else it could not be made, and `html` is of an earlier time."""
    html: str
    errors: tuple[Problem, ...]
    """All that is wrong anywhere."""
    todo: tuple[Problem, ...]
    """What is still to be done about this page."""
    typed: bool = False
    """Whether it stands in the docs as HTML, and is not made by the program."""


def overlaid(seen: Seen, root: Path, edits: str, version: int) -> str:
    """Give the HTML of a page with what is wrong; it loads anew when the address `edits` tells of another `version`."""
    if seen.typed and "<body" not in seen.html:  # which HTML need not have
        return seen.html
    count = len(seen.errors or seen.todo)
    lv, en = ("Kļūdas", "Errors") if seen.errors else ("Šajā lapā vēl darāms", "To do on this page")
    added = fill(
        "overlay.html",
        exists=seen.exists,
        fresh=seen.fresh,
        bare=seen.html == BARE,
        summary={"lv": f"{lv}: {count}", "en": f"{en}: {count}"},
        errors=[_shown(problem, root) for problem in seen.errors],
        todo=[_shown(problem, root) for problem in seen.todo],
        edits=edits,
        version=version,
        frame=hashlib.sha256(_ARTICLE.sub("", seen.html).encode()).hexdigest(),
        script=ours(SCRIPT),
        style=ours(STYLE),
    )
    allowed = policy([COLOURS, hashed(SCRIPT)], [hashed(STYLE)])
    page = seen.html.replace(ON_PAGES, allowed, 1).replace(ON_PAPER, allowed, 1)
    page = with_added(page, r"<body[^>]*>", added, "the page that is shown")
    return with_added(page, "<title>", f"Kļūdas: {count} – " if seen.errors else "", "the page that is shown")


def _shown(problem, root):
    return {
        "place": problem.place,
        "typed": _line(root / problem.file, problem.line),
        "lv": problem.lv,
        "en": problem.en,
    }


def _line(file, number):
    """Give a line of a file of the project as it was typed, as far as it is shown."""
    if not number:
        return ""
    try:
        lines = file.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    return shortened(lines[number - 1].strip(), LONGEST) if 0 < number <= len(lines) else ""
