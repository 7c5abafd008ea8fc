"""Read one YAML file strictly: plain values only, each with its line, each trap with a sentence.

YAML guesses: `no` is false, `12:30` is 750, `0123` is 83. A report must not guess, so a value is a text
unless it is written as a whole number, a number with a decimal point, a date or true/false – and what YAML would
have read differently is refused with the way to write it.
"""

import datetime
import re
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import yaml

from macros.data.broken import File, broken, odd_start
from macros.data.commas import named
from macros.data.compose import compose
from macros.data.quotes import in_curly_quotes, quoted, single_quoted
from macros.data.schema.kinds import Keys
from macros.data.slips import slip
from macros.remembered import remembered
from macros.words.language import number
from macros.words.problems import Problem
from macros.words.signs import INVISIBLE, invisible

LONGEST_NUMBER = 12  # characters; no report counts above a billion
LONGEST_TEXT = 10_000  # characters of a text, and of a line; the longest real one has about 600
LARGEST_FILE = 200_000  # bytes; the largest real one has about 20 000

_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z", re.ASCII)
_POINT = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+\Z", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", re.ASCII)
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+\Z", re.ASCII)
_CLOCK = re.compile(r"[0-9]+(:[0-9]{2})+\Z", re.ASCII)
_NAME = re.compile(r"[a-z0-9][a-z0-9_]*\Z", re.ASCII)
_PATTERN = re.compile(r"[a-z0-9][a-z0-9_.*]*\Z", re.ASCII)
_POINTED: dict[Keys, re.Pattern[str]] = {
    ("tables",): _PATTERN,  # criteria.*.methods
    ("words", "numbers"): _PATTERN,
    ("sources",): re.compile(r"[a-z0-9][a-z0-9_.]*\Z", re.ASCII),
}
_REMARK = re.compile(r"\s*#")
_LOST = re.compile(r"\s*#[^#\s]")
MERGE = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( |$)", re.MULTILINE)
"""A line between two versions of a text, as git puts it there."""
_TRUTH_LIKE = {"yes", "no", "on", "off", "y", "n"}


Value: TypeAlias = "dict[str, Value] | tuple[Value, ...] | str | int | Decimal | datetime.date | None"
"""What a file, or a place in it, holds; true and false are int."""


def read(path: Path | str, name: str) -> tuple[Value, dict[Keys, int], list[Problem]]:
    """Give `(value, lines, problems)` of the YAML file at `path`.

    `value` is None where the file cannot be read. `lines` maps the path of each value to its line (from 1).
    `name` is how the file is called in problems. Never raises for what the file holds.
    """
    text, problems = text_of(path, name)
    return (None, {}, problems) if text is None else read_text(text, name)


def text_of(path: Path | str, name: str) -> tuple[str | None, list[Problem]]:
    """Give `(text, problems)` of the file at `path`; `name` is that of `read`. Text that cannot be read is None."""
    file = File(name)
    return _text(Path(path), file), file.problems


def read_text(text: str, name: str, *, guesses: bool = True) -> tuple[Value, dict[Keys, int], list[Problem]]:
    """Give what `read` gives, of a text; without `guesses`, every plain value is a text, or None where it is empty."""
    value, lines, problems = _read_text(text, name, guesses)
    return value, lines, [*problems]


@remembered
def _read_text(text, name, guesses):
    file = File(name, text, guesses=guesses)
    value: Value = None
    if conflict := MERGE.search(text):
        file.problem(
            text.count("\n", 0, conflict.start()) + 1,
            "Failā palikušas divas viena teksta versijas; atstājiet vienu, bez rindām ar <<<<<<<, =======, >>>>>>>.",
            "Two versions of one text are left in the file; keep one, without the lines <<<<<<<, =======, >>>>>>>.",
        )
        return value, file.lines, file.problems
    try:
        node = compose(text)
        value = None if node is None else _value(node, (), file)
    except yaml.MarkedYAMLError as error:
        broken(error, file)
    except yaml.YAMLError as error:  # characters YAML does not take
        at = getattr(error, "position", 0)
        line = text.count("\n", 0, at if isinstance(at, int) else 0) + 1
        file.problem(
            line,
            "Rindā ir neredzama vadības zīme; izdzēsiet to.",
            "The line has an invisible control character; delete it.",
        )
    except RecursionError:
        file.problem(
            0,
            "Failā ir pārāk daudz atkāpju līmeņu; samaziniet to skaitu.",
            "The file has too many levels of indent; use fewer.",
        )
    return value, file.lines, file.problems


def _text(path, file):
    data = path.read_bytes()
    if len(data) > LARGEST_FILE:
        file.problem(
            0,
            f"Fails ir lielāks par {number(LARGEST_FILE, 'lv')} baitiem; vai tiešām tie ir ziņojuma dati?",
            f"The file has more than {number(LARGEST_FILE, 'en')} bytes; is it really data of the report?",
        )
        return None
    if line := misread(data):
        file.problem(
            line, "Fails nav UTF-8 kodējumā; saglabājiet to kā UTF-8.", "The file is not UTF-8; save it as UTF-8."
        )
        return None
    text = data.decode("utf-8")
    if long := next((number for number, line in enumerate(text.split("\n"), 1) if len(line) > LONGEST_TEXT), None):
        file.problem(
            long,
            f"Rinda ir garāka par {number(LONGEST_TEXT, 'lv')} zīmēm; saīsiniet vai sadaliet to.",
            f"The line is longer than {number(LONGEST_TEXT, 'en')} characters; shorten or divide it.",
        )
        return None
    if text.startswith("\ufeff"):
        file.problem(
            1,
            "Faila sākumā ir neredzama BOM zīme; saglabājiet failu kā “UTF-8” (bez BOM).",
            "The file starts with an invisible byte order mark; save it as “UTF-8” without BOM.",
        )
        return None
    return text


def misread(content: bytes) -> int:
    """Give the first line that is not UTF-8, or 0."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return content.count(b"\n", 0, error.start) + 1
    return 0


def _value(node, path, file):
    line = node.start_mark.line + 1
    file.lines[path] = line
    if node.tag not in ("tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"):
        odd_start("!", line, file)
        return None
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, file)
    if isinstance(node, yaml.SequenceNode):
        return tuple(_value(item, (*path, index), file) for index, item in enumerate(node.value))
    return _scalar(node, line, file)


def _mapping(node, path, file):
    result: dict[str, Value] = {}
    names, told = named(node, file.source)
    for line, lv, en in told:
        file.problem(line, lv, en)
    for key_node, value_node in names:
        line = key_node.start_mark.line + 1
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
        if key is None or key == "":
            file.problem(line, "Šeit jābūt nosaukumam un kolam.", "There has to be a name and a colon here.")
            continue
        if not names_at((Path(file.name).stem, *path)).match(key):
            if said := slip(file.source[line - 1]):
                file.problem(line, *said)
                continue
            key = INVISIBLE.sub("\ufffd", key)
            file.problem(
                line,
                f"Nosaukumā “{key}” drīkst būt tikai mazie burti no a līdz z, cipari un _.",
                f"The name “{key}” may only have small letters from a to z, digits and _.",
            )
            continue
        if key in result:
            first = file.lines[(*path, key)]
            lv, en = "atstājiet vienu", "keep one"
            if key.isdecimal():
                lv, en = "jaunam ierakstam dodiet nākamo numuru", "give a new entry the next number"
            elif path and isinstance(path[-1], int) and key == next(iter(result)):
                lv = f"atstājiet vienu vai, ja te sākas jauns ieraksts, sāciet rindu ar defisi un atstarpi: “- {key}:”"
                en = f"keep one or, if a new entry begins here, begin the line with a hyphen and a space: “- {key}:”"
            file.problem(
                line,
                f"“{key}” šeit ierakstīts otrreiz (pirmoreiz {first}. rindā); {lv}.",
                f"“{key}” is written a second time (first in line {first}); {en}.",
            )
            continue
        result[key] = _value(value_node, (*path, key), file)
        file.lines[(*path, key)] = line
    return result


def names_at(path: Keys) -> re.Pattern[str]:
    """Give what names may look like at a place: a file without its ending, and the path in it."""
    return _POINTED.get(path, _NAME)


def _seen(text, line, file):
    """Give a text without signs that nobody sees, telling of them; of those in a number the model tells."""
    if not file.guesses or re.search(r"[^\W\d_]|[\ud800-\udfff]", text) or not re.search(r"\d", text):
        for lv, en in invisible(text):
            file.problem(line, lv, en)
            return INVISIBLE.sub("", text)
    return text


def _tell_lost(node, line, file):
    """Tell of words that YAML takes for a remark."""
    end = node.end_mark
    after = file.source[end.line] if not node.style and end.line < len(file.source) else ""
    if not file.guesses and _REMARK.match(after, end.column):
        file.problem(
            line,
            "Viss, kas ir aiz #, pazustu; tekstu ielieciet taisnās pēdiņās, bet piezīmi izdzēsiet.",
            "Everything after # would be lost; put the text in straight quotes, or delete the remark.",
        )
    elif _LOST.match(after, end.column):
        file.problem(
            line,
            "Viss, kas ir aiz #, pazustu; tekstu ielieciet pēdiņās, bet, ja tā ir piezīme, aiz # lieciet atstarpi.",
            "Everything after # would be lost; put the text in quotes or, if it is a remark, put a space after #.",
        )


def _scalar(node, line, file):
    if len(node.value) > LONGEST_TEXT:
        file.problem(
            line,
            f"Teksts ir garāks par {number(LONGEST_TEXT, 'lv')} zīmēm; saīsiniet vai sadaliet to.",
            f"The text is longer than {number(LONGEST_TEXT, 'en')} characters; shorten or divide it.",
        )
        return None
    text = _seen(unicodedata.normalize("NFC", node.value), line, file)
    _tell_lost(node, line, file)
    if node.style:  # quoted or a block (a plain one has None in Python, "" in C): the person said that it is a text
        return text
    if text in ("", "~", "null"):
        return None
    if not file.guesses:
        return text
    if text in ("true", "false"):
        return text == "true"
    if _WHOLE.match(text):
        return int(text) if len(text) <= LONGEST_NUMBER else text
    if _POINT.match(text):
        return Decimal(text) if len(text) <= LONGEST_NUMBER else text
    if _DATE.match(text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            file.problem(
                line,
                f"Datuma {text} kalendārā nav; rakstiet gads-mēnesis-diena, piemēram, 2025-05-31.",
                f"There is no date {text}; write year-month-day, for example 2025-05-31.",
            )
            return None
    return _trap(text, line, file)


def _trap(text, line, file):
    if text.lower() in _TRUTH_LIKE:
        file.problem(
            line,
            f'“{text}” te nozīmētu jā vai nē; ja tas ir vārds, ielieciet to pēdiņās: "{text}".',
            f'“{text}” would be read here as yes or no, not as a word; if it is a word, put it in quotes: "{text}".',
        )
    elif _LEADING_ZERO.match(text) and len(text) <= LONGEST_NUMBER:
        plain = re.sub(r"^(-?)\+?0+(?=\d)", r"\1", text)
        file.problem(
            line,
            f'Skaitlis “{text}” sākas ar nulli; rakstiet {plain} vai, ja tas ir apzīmējums, "{text}".',
            f'The number “{text}” starts with a zero; write {plain} or, if it is a label, "{text}".',
        )
    elif _CLOCK.match(text):
        file.problem(
            line,
            f'“{text}” var nolasīt arī kā skaitli; ja tas ir pulksteņa laiks, ielieciet to pēdiņās: "{text}".',
            f'“{text}” may be read as a number; if it is a time, put it in quotes: "{text}".',
        )
    elif (inside := in_curly_quotes(text)) is not None:
        file.problem(
            line,
            f"Viss teksts ir apaļajās pēdiņās {text[0]} {text[-1]}; ap tekstu rakstiet taisnās pēdiņas: "
            f"{quoted(inside)} – vai, ja tās ir teksta daļa, {single_quoted(text)}.",
            f"The whole text stands in curly quotes {text[0]} {text[-1]}; write straight ones round it: "
            f"{quoted(inside)} – or, if they belong to the text, {single_quoted(text)}.",
        )
    return text
