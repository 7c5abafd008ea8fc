"""What of a file YAML cannot read, in words for someone who has never heard of it."""

import re
from typing import TYPE_CHECKING

import yaml

from macros.data.commas import colon_is_missing
from macros.words.problems import Problem

if TYPE_CHECKING:
    from macros.data.schema.kinds import Keys

_ODD_START = re.compile(r"\s*(?:- )*[\w.]+:\s+(?:([*&%@`?!])|([>|])[^\s+-]|(-)(?:\s|\Z))")
_NO_VALUE = re.compile("cannot start any token|expected the node content|expected chomping")
_SIGNS = tuple("*&%@`?!>|-")


class File:
    """What is found on the way through one file; `guesses` says whether `12` is a number there, and `no` refused."""

    def __init__(self, name: str, text: str = "", *, guesses: bool = True) -> None:
        """Take what the file is called in problems, and what stands in it."""
        self.name = name
        self.guesses = guesses
        self.source = text.splitlines()
        self.lines: dict[Keys, int] = {}
        self.problems: list[Problem] = []

    def problem(self, line: int, lv: str, en: str) -> None:
        """Tell what is wrong in a line."""
        self.problems.append(Problem(self.name, line, lv, en))


def broken(error: yaml.MarkedYAMLError, file: File) -> None:
    """Tell what PyYAML could not read, in words for someone who has never heard of a scanner."""
    begun = "quoted scalar" in (error.context or "") or "simple key" in (error.context or "")
    mark = (error.context_mark if begun else None) or error.problem_mark or error.context_mark
    line = min(mark.line + 1, len(file.source)) if mark else 0
    reason = error.problem or ""
    source = file.source[line - 1] if line else ""
    if "\t" in source:
        file.problem(
            line,
            "Rindā ir tabulators; lietojiet atstarpes (atkāpei – divas katram līmenim).",
            "There is a tab in the line; use spaces (two for each level of indent).",
        )
    elif reason == "alias" or "alphabetic or numeric character" in reason or _ODD_START.match(source):
        typed = _ODD_START.match(source) or re.search(r"[&*]", source)
        odd_start(typed[typed.lastindex or 0] if typed else "*", line, file)
    elif mark and _NO_VALUE.search(reason) and source[mark.column : mark.column + 1] in _SIGNS:
        odd_start(source[mark.column], line, file)
    elif "could not find expected ':'" in reason:
        file.problem(line, *colon_is_missing())
    elif "mapping values are not allowed" in reason:
        file.problem(
            line,
            "Tekstā ir kols ar atstarpi aiz tā (tad tekstu liek taisnās pēdiņās), vai aiz nosaukuma trūkst kola un "
            "atstarpes, vai nesakrīt atkāpe šajā vai iepriekšējā rindā.",
            "There is a colon and a space in a text (then it needs straight quotes), or none after a name, or the "
            "indent does not match here or in the line before.",
        )
    else:
        file.problem(
            line,
            "Šo rindu nevar nolasīt. Pārbaudiet atkāpes, kolu aiz nosaukuma un pēdiņas šajā un iepriekšējā rindā.",
            "This line cannot be read. Check the indents, the colon after the name, and quotes in this "
            "line and the one before.",
        )


def odd_start(sign: str, line: int, file: File) -> None:
    """Tell of a sign that means something to YAML at the beginning of a value."""
    file.problem(
        line,
        f"Vērtība nevar sākties ar zīmi “{sign}”: tekstu ielieciet taisnās pēdiņās, skaitlim rakstiet tikai ciparus; "
        "ja vērtība nav zināma, aiz kola neko nerakstiet.",
        f"A value cannot begin with the character “{sign}”: put a text in straight quotes, write only the digits of a "
        "number; if the value is not known, write nothing after the colon.",
    )
