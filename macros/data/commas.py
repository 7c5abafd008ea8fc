"""Commas between braces: there they end a value, whatever the person meant."""

import re

import yaml

from macros.data.quotes import in_curly_quotes, quoted
from macros.words.problems import Sentences
from macros.words.signs import INVISIBLE
from macros.words.spaces import shortened

LONGEST = 60  # signs of a text that are shown

_COLON = re.compile(r"\s*:")
_BLANK = re.compile(r"\s*(?:#.*)?\Z")
_DIGITS = re.compile(r"[-+]?[0-9]+", re.ASCII)
_DECIMALS = re.compile(r"([0-9]+)(\s?[%h])?", re.ASCII)
_NO_SPACE = re.compile(r"[a-z0-9_]+:(?!//)", re.ASCII)

Entry = tuple[yaml.Node, yaml.Node]


def named(node: yaml.MappingNode, source: list[str]) -> tuple[list[Entry], list[tuple[int, str, str]]]:
    """Give the entries of a mapping that have a colon, and a line with two sentences for each that has none.

    `source` are the lines of the file. Only between braces YAML takes words without a colon for a name: they are what
    stands after a comma in a text or a number.
    """
    if not node.flow_style:
        return node.value, []
    names: list[Entry] = []
    told: list[tuple[int, str, str]] = []
    pieces: list[yaml.Node] = []
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.style or key.value == "" or _has_colon(key.end_mark, source):
            _close(pieces, names, told)
            names.append((key, value))
            pieces = [value]
        elif _NO_SPACE.match(key.value) or not pieces:
            told.append((key.start_mark.line + 1, *colon_is_missing()))
        else:
            pieces.append(key)
    _close(pieces, names, told)
    return names, told


def _close(pieces, names, told):
    """Tell of the value that was read last, if commas have cut it; what is left of it is not looked at."""
    if cut := _cut(pieces):
        told += cut
        names.pop()


def colon_is_missing() -> Sentences:
    """Give the two sentences about a name without a colon, or without a space after it."""
    return (
        "Pēc nosaukuma vajag kolu un atstarpi, piemēram, “start: 1217”.",
        "A colon and a space are needed after the name, as in “start: 1217”.",
    )


def _has_colon(mark, source):
    line, column = mark.line, mark.column
    while line < len(source) and _BLANK.match(source[line], column):
        line, column = line + 1, 0
    return line < len(source) and _COLON.match(source[line], column) is not None


def _cut(pieces):
    """Give the line and the sentences about a value and what commas have cut off it, if they have."""
    if len(pieces) < 2:  # noqa: PLR2004 – the value itself
        return []
    line = pieces[1].start_mark.line + 1
    words = [INVISIBLE.sub("", piece.value) if isinstance(piece, yaml.ScalarNode) else "…" for piece in pieces]
    digits, decimals = _DIGITS.fullmatch(words[0]), _DECIMALS.fullmatch(words[1])
    if digits and decimals and len(pieces) == 2:  # noqa: PLR2004
        point, whole = f"{words[0]}.{words[1]}"[:LONGEST], f"{words[0]}{words[1]}"[:LONGEST]
        more = (f", bet, ja tie ir tūkstoši, {whole}", f" or, if these are thousands, {whole}")
        lv, en = more if len(decimals[1]) == 3 else ("", "")  # noqa: PLR2004 – as thousands are set apart
        return [
            (
                line,
                f"Skaitlī nelieto komatu: decimāldaļas raksta ar punktu, tātad {point}{lv}.",
                f"A number takes no comma: decimals are written with a point, {point}{en}.",
            )
        ]
    text = ", ".join(words)
    write = quoted(shortened(in_curly_quotes(text) or text, LONGEST))
    return [
        (
            line,
            f"Figūriekavās komats beidz vērtību; tekstu, kurā ir komats, ielieciet taisnās pēdiņās: {write}.",
            f"Between braces a comma ends the value; put a text that has a comma in straight quotes: {write}.",
        )
    ]
