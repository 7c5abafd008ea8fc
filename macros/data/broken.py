"""What of a file YAML cannot read, in words for someone who has never heard of it."""

import re
from typing import TYPE_CHECKING

import yaml

from macros.data.commas import LONGEST, colon_is_missing
from macros.data.quotes import quoted
from macros.data.slips import slip_near
from macros.words.problems import Problem
from macros.words.signs import INVISIBLE
from macros.words.spaces import shortened

if TYPE_CHECKING:
    from macros.data.schema.kinds import Keys

_ODD_START = re.compile(r"\s*(?:- )*[\w.]+:\s+(?:([*&%@`?!])|([>|])[^\s+-]|(-)(?:\s|\Z))")
_NO_VALUE = re.compile("cannot start any token|expected the node content|expected chomping")
_SIGNS = tuple("*&%@`?!>|-")
_ENTRY = re.compile(r"\s*(?:- |[\w.]+:(?:\s|\Z))")
"""How a line begins that is a new entry, and no further line of a text."""
_TEXT = re.compile(r"\s*(?:- )*(?P<key>[\w.]+:)[ ]+(?P<words>[^\s{\[].*)")
_REMARK = re.compile(r"\s*#")


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
    if mark and _quotes(error, mark, file):
        return
    reason = error.problem or ""
    if slipped := slip_near(line, reason, file.source):
        file.problem(slipped[0], *slipped[1])
        return
    source, column = (file.source[line - 1] if line else ""), (mark.column if mark else 0)
    if "\t" in source:
        file.problem(
            line,
            "Rindā ir tabulators; lietojiet atstarpes (atkāpei – divas katram līmenim).",
            "There is a tab in the line; use spaces (two for each level of indent).",
        )
    elif reason == "alias" or "alphabetic or numeric character" in reason or _ODD_START.match(source):
        typed = _ODD_START.match(source) or re.search(r"[&*]", source)
        odd_start(typed[typed.lastindex or 0] if typed else "*", line, file)
    elif _NO_VALUE.search(reason) and source[column : column + 1] in _SIGNS:
        odd_start(source[column], line, file)
    elif "escape character" in reason or "escape sequence" in reason:
        file.problem(
            line,
            "Taisnajās pēdiņās zīmei “\\” ir īpaša nozīme; izdzēsiet to vai rakstiet divreiz: “\\\\”.",
            "In straight quotes the character “\\” has a meaning of its own; delete it, or write it twice: “\\\\”.",
        )
    elif "could not find expected ':'" in reason:
        file.problem(line, *colon_is_missing())
    elif "mapping values are not allowed" in reason and (text := _TEXT.match(source, 0, column)):
        file.problem(line, *_colon_in(text["key"], source[text.start("words") :].rstrip()))
    elif "mapping values are not allowed" in reason or "expected <block end>" in reason:
        file.problem(line, *_does_not_fit(line, file))
    else:
        file.problem(
            line,
            "Šo rindu nevar nolasīt. Pārbaudiet atkāpes, kolu aiz nosaukuma un pēdiņas šajā un iepriekšējā rindā.",
            "This line cannot be read. Check the indents, the colon after the name, and quotes in this "
            "line and the one before.",
        )


def _colon_in(key, words):
    """Give the sentences about a text with a colon, and what stands before it."""
    write = f"{key} {quoted(shortened(words, LONGEST))}"
    return (
        f"Tekstā ir kols ar atstarpi aiz tā, tāpēc visu tekstu ielieciet taisnās pēdiņās: {write}",
        f"There is a colon and a space in the text, so put the whole text in straight quotes: {write}",
    )


def _does_not_fit(line, file):
    """Give the sentences about a line that does not go with the one before: by its indent, or what either lacks."""
    before = next((one for one in reversed(file.source[: line - 1]) if one.strip() and not _REMARK.match(one)), "")
    own, other = (len(one) - len(one.lstrip()) for one in (file.source[line - 1], before))
    if own == other:
        lv = "Šo rindu nevar nolasīt. Pārbaudiet kolu aiz nosaukuma un pēdiņas šajā un iepriekšējā rindā."
        en = "This line cannot be read. Check the colon after the name, and quotes in this line and the one before."
        return lv, en
    lv = (
        f"Šīs rindas sākumā atstarpju skaits ir {own}, iepriekšējās – {other}, un tās nesader: vienā līmenī tas ir "
        "vienāds, nākamajā – par 2 lielāks. Ja atkāpes ir pareizas, pārbaudiet kolu un pēdiņas abās rindās."
    )
    en = (
        f"The number of spaces at the start of this line is {own}, at the start of the previous one {other}, and these "
        "do not go together: on the same level it is equal, on the next it is 2 more. If the indents are right, check "
        "the colon and quotes in both lines."
    )
    return lv, en


def _quotes(error, mark, file):
    """Tell of straight quotes that are not closed, or closed too early, and say whether they are what is wrong."""
    if "end of stream" in (error.problem or "") and "quoted scalar" in (error.context or ""):
        _not_closed(mark, file)
        return True
    if (quoted := _quoted_before(mark, file)) is None:
        return False
    lines = range(quoted.start_mark.line + 1, quoted.end_mark.line + 1)
    if any(_ENTRY.match(file.source[line]) for line in lines):
        _not_closed(quoted.start_mark, file)
        return True
    source, end = file.source[mark.line], quoted.end_mark.column
    sign, after = source[end - 1], INVISIBLE.sub("", source[end:]).strip()[:LONGEST]
    file.problem(
        mark.line + 1,
        f"Aiz taisnajām pēdiņām ({sign}), kas noslēdz tekstu, vēl ir “{after}”: lieko izdzēsiet. Ja iepriekš kādam "
        "tekstam trūkst beigu pēdiņu, pielieciet tās; ja pēdiņas ir pašā tekstā, tur rakstiet “ ”, apostrofu – ’.",
        f"After the straight quotes ({sign}) that end the text there is still “{after}”: delete what is too much. If "
        "an earlier text lacks its closing quotes, add them; in the text itself write quotes “ ” and an apostrophe ’.",
    )
    return True


def _quoted_before(mark, file):
    """Give the token of the quoted value that ends in the line of a mark, right before it, or None."""
    quoted = None
    try:
        for token in yaml.scan("\n".join(file.source)):
            if token.start_mark.index >= mark.index:
                break
            quoted = token if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"') else None
    except yaml.YAMLError:
        pass  # it is about this that we are asked
    return quoted if quoted and quoted.end_mark.line == mark.line else None


def _not_closed(mark, file):
    sign = file.source[mark.line][mark.column]
    file.problem(
        mark.line + 1,
        f"Šajā rindā sākas taisnās pēdiņas ({sign}), kas nav aizvērtas; teksta beigās pielieciet tādas pašas.",
        f"In this line straight quotes ({sign}) open that are not closed; put the same at the end of the text.",
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
