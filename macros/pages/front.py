"""What stands at the top of a page, between two lines ---: read as strictly as the data, but all of it is words."""

import re

from macros.data.read import read_text
from macros.words.problems import Problem, did_you_mean

FRONT_MATTER = ("title", "description")

_FRONT = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*\n", re.DOTALL)
"""What the engine takes for front matter, so that both of us see the same."""
_UNOPENED = re.compile(rf"((?:(?:{'|'.join(FRONT_MATTER)}):[^\n]*\n)+)-{{3}}[ \t]*\n")
"""The same without its first line, which somebody has deleted."""


def divided(text: str) -> tuple[str | None, str, int]:
    """Give `(front matter, or None where there is none, the text below, the line on which that begins)`."""
    match = _FRONT.match(text)
    end = match.end() if match else 0
    return match and match[1], text[end:], text.count("\n", 0, end) + 1


def read_front(text: str, file: str) -> tuple[dict[str, str] | None, dict[str, int], str, int, list[Problem]]:
    """Give `(values, their lines, the text below, its first line, problems)`.

    With a problem there are no values, unless it is only that the first line of the front matter is not there.
    """
    front, body, first_line = divided(text)
    unopened = []
    if front is None:
        lv = "Lapai jāsākas ar rindu ---, tad “title: …” un “description: …”, tad vēlreiz ---."
        en = "A page begins with a line ---, then “title: …” and “description: …”, then --- again."
        unopened = [Problem(file, 1, lv, en)]
        if not (match := _UNOPENED.match(text)):
            return None, {}, body, first_line, unopened
        front, body, first_line = match[1], text[match.end() :], text.count("\n", 0, match.end()) + 1
    before = "" if unopened else "\n"  # in the place of the line ---
    values, places, problems = read_text(f"{before}{front}", file, guesses=False)
    if values is None and not problems:
        values = {}
    if not problems and not isinstance(values, dict):
        problems.append(Problem(file, 2, *_only_texts()))
    lines = {str(path[0]): line for path, line in places.items() if len(path) == 1}
    words = {}
    for key, value in values.items() if isinstance(values, dict) and not problems else ():
        if key not in FRONT_MATTER:
            lv, en = did_you_mean(key, FRONT_MATTER)
            said = (
                f"“{key}” lapas sākumā nav atļauts; atļauti ir title un description.{lv}",
                f"“{key}” is not allowed at the top of a page; title and description are.{en}",
            )
        elif isinstance(value, dict | tuple):
            said = _only_texts()
        elif not isinstance(value, str) or not value.strip() or re.search(r"[<>{}\"\n]", value):
            said = (
                f"Aiz “{key}:” jābūt vienai rindai parasta teksta, bez zīmēm < > {{ }} un taisnajām pēdiņām.",
                f"“{key}” has to be one line of plain words, without < > {{ }} or straight quotes.",
            )
        else:
            words[key] = value
            continue
        problems.append(Problem(file, lines[key], *said))
    return (None if problems else words), lines, body, first_line, [*unopened, *problems]


def _only_texts():
    return (
        "Starp --- drīkst būt tikai “title: …” un “description: …”; tekstu ar kolu lieciet pēdiņās.",
        "Between the --- there may only be “title: …” and “description: …”; put a text with a colon in quotes.",
    )
