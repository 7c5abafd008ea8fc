"""What looks right in a line of data, and is not: a space that came along from Word, another sign for a list, none."""

import re

from macros.data.commas import LONGEST
from macros.words.problems import Sentences
from macros.words.spaces import shortened

_ODD_SPACE = re.compile(r" *(?:[^\S\t ]|-[^\S\t ]|(?:- )*[\w.]+:[^\S\t ])")
"""A space that YAML takes for a letter, where it needs one: before a name, or behind a hyphen or a colon."""
_ODD_ITEM = re.compile(r" *(?:-|[–—•·*]\s*)((?:[a-z_]+:(?:\s|\Z)|[{\[]).*)")
"""A line of a list that begins with another sign than a hyphen, or with no space behind it."""
_REMARK = re.compile(r"\s*#")


def slip(source: str) -> Sentences | None:
    """Give what is wrong with a line by itself, None where nothing is."""
    if _ODD_SPACE.match(source):
        lv = "Rindas sākumā vai aiz kola ir nedalāmā atstarpe, kāda nāk līdzi no Word vai tīmekļa"
        en = "There is a no-break space at the start of the line or after the colon, as text from Word or the web has"
        return f"{lv}; izdzēsiet to un nospiediet atstarpes taustiņu.", f"{en}; delete it and press the space bar."
    odd = _ODD_ITEM.match(source)
    return _begins(odd[1]) if odd else None


def slip_near(line: int, reason: str, lines: list[str]) -> tuple[int, Sentences] | None:
    """Give the line, from 1, and what is wrong with it where YAML could not read a `line` for a `reason` of PyYAML's.

    It may be the one before. None where nothing of this kind is.
    """
    for at in (line - 1, line):
        if said := slip(lines[at - 1]) if at > 0 else None:
            return at, said
    if "expected <block end>" in reason and (at := _unmarked(line, lines)):
        return at, _begins(lines[at - 1].strip())
    if "could not find expected ':'" in reason and ":" not in lines[line - 1]:
        return line, _no_colon()
    return None


def _no_colon():
    lv = "Šajā rindā nav kola. Ja tā turpina iepriekšējo tekstu, pierakstiet to iepriekšējās rindas beigās"
    en = "This line has no colon. If it continues the text before it, put it at the end of the previous line"
    return (
        f"{lv}; ja tā sāk ko jaunu, vajag nosaukumu, kolu un atstarpi, piemēram, “start: 1217”.",
        f"{en}; if it begins something new, it needs a name, a colon and a space, as in “start: 1217”.",
    )


def _begins(words):
    """Give the sentences about the words of a line of a list that does not begin as it has to."""
    write = f"- {shortened(words, LONGEST)}"
    return (
        f"Saraksta ieraksts sākas ar defisi un atstarpi: “{write}”.",
        f"An entry of a list begins with a hyphen and a space: “{write}”.",
    )


def _unmarked(line, lines):
    """Give the first line of an entry above one with a hyphen that has to begin with one, too; 0 where none has to."""
    source = lines[line - 1]
    inside = " " * (len(source) - len(source.lstrip()) + 2)
    if not source.lstrip().startswith("- "):
        return 0
    at = line - 1
    while at > 0 and lines[at - 1].startswith(inside) and not _REMARK.match(lines[at - 1]):
        at -= 1
    return at + 1 if at > 0 and lines[at - 1].rstrip().endswith(":") and at + 1 < line else 0
