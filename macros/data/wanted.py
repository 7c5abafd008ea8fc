"""What has to stand in a place of the data, and what stands there instead, as it is told to who typed it."""

import re
from collections.abc import Iterable
from typing import Any

from pydantic_core import ErrorDetails

from macros.data.hints import hint
from macros.data.mistyped import NUMBERS, bare, number_typed
from macros.data.name import Name
from macros.data.schema.kinds import Keys
from macros.words.problems import Sentences, closest
from macros.words.spaces import shortened

WANTED = {
    "int_type": ("veselam skaitlim, piemēram, 1283", "a whole number such as 1283"),
    "percent_type": (
        "procentu skaitlim bez % zīmes, piemēram, 55 vai 14.8",
        "a percentage without %, such as 55 or 14.8",
    ),
    "percent_range": ("procentiem no 0 līdz 100", "a percentage from 0 to 100"),
    "hours_type": ("stundu skaitam, piemēram, 10.98", "a number of hours such as 10.98"),
    "money_type": ("summai eiro, piemēram, 1250 vai 12.50", "an amount in euros such as 1250 or 12.50"),
    "yes_or_no": ("vārdam jā vai nē", "the word jā (yes) or nē (no)"),
    "calculation": (
        "ailei ar “kind: sum” un vismaz vienu nosaukumu pie “of:”, citam aprēķinam – ar tieši diviem",
        "a column with “kind: sum” and at least one name at “of:”, or another calculation with exactly two",
    ),
    "column_name": (
        "citiem aiļu nosaukumiem: “copy”, “json”, “model_…” un dažus citus lieto pati programma",
        "other names of columns: “copy”, “json”, “model_…” and some others are the program’s own",
    ),
    "totals_of_bars": (
        "tikpat kopsummām (total: bars), cik ir stabiņu",
        "as many totals (total: bars) as there are bars",
    ),
    "total_type": ("vārdam sum vai kopsummu nosaukumiem", "the word sum, or the names of totals"),
    "range_type": ("diviem skaitļiem, mazākais pirmais, piemēram, 6-7", "two numbers, the smaller first, such as 6-7"),
    "entry_type": (
        "vārdam vai vārdiem, zvaigznīte tikai beigās, piemēram, labizjūt*",
        "a word or words, an asterisk only at the end, such as colour*",
    ),
    "citations_type": ("punktu sarakstam, piemēram, [1.1, 3.2.3]", "a list of sections such as [1.1, 3.2.3]"),
    "section_type": (
        "punkta numuram, piemēram, 3.2.3; citam avotam – tekstam ar “lv:” un “en:”",
        "the number of a section such as 3.2.3; for another source, a text with “lv:” and “en:”",
    ),
    "figure_type": ("skaitlim: 24, 55 %, 6 h vai 6-7", "a number: 24, 55 %, 6 h or 6-7"),
    "string_type": ("tekstam; skaitli rakstiet pēdiņās", "a text; put a number in quotes"),
    "string_pattern_mismatch": (
        "vietnes adresei bez https://, piemēram, www.jauniba.lv",
        "the address of a website without https://, such as www.jauniba.lv",
    ),
    "licence_type": (
        "licences adresei, piemēram, https://creativecommons.org/licenses/by/4.0/",
        "the address of a licence, such as https://creativecommons.org/licenses/by/4.0/",
    ),
    "string_too_short": ("tekstam, kas nav tukšs", "a text that is not empty"),
    "model_type": (
        "apakšpunktiem, katram savā rindā ar atkāpi; tekstam – “lv:” un “en:”",
        "indented names below it, one per line; for a text, “lv:” and “en:”",
    ),
    "dict_type": (
        "nosauktiem apakšpunktiem, katram savā rindā ar atkāpi",
        "named items below it, one per line, indented",
    ),
    "tuple_type": ("sarakstam, kurā katra rinda sākas ar “- ”", "a list, each line starting with “- ”"),
    "date_type": ("datumam (gads-mēnesis-diena), piemēram, 2025-05-31", "a date, year-month-day, such as 2025-05-31"),
    "too_short": ("sarakstam, kas nav tukšs", "a list that is not empty"),
    "goal_choice": ("tieši vienai no rindām “result:” un “items:”", "exactly one of the lines “result:” and “items:”"),
    "bool_type": ("true vai false", "true or false"),
}
"""By the kind of mistake, in the words of “jābūt …” and “this has to be …”; editors say the same."""

_NAMES = re.compile(r"[\w.-]{1,60}(?:, ?[\w.-]{1,60}){0,9}")
"""What may stand in the brackets of a list as it is."""


def one_of(choices: Iterable[str], name: Name | None = None) -> Sentences:
    """Give what has to stand where only some words are allowed, with what each says at a name of the data."""
    said = [_meaning(name, word) for word in choices]
    lv, en = (", ".join(words) for words in zip(*said, strict=True))
    return f"vienam no vārdiem: {lv}", f"one of: {en}"


def _hinted(name, word):
    """Give what a word says at a name of the data, in both languages; the word itself where nothing tells."""
    try:
        return hint(str(Name(None, *name.keys, word))) if name else (word, word)
    except KeyError:
        return word, word


def _meaning(name, word):
    lv, en = _hinted(name, word)
    return (word if lv == word else f"{word} ({lv.rstrip('.')})"), (
        word if en == word else f"{word} ({en.rstrip('.')})"
    )


def word_meant(detail: ErrorDetails, path: Keys) -> Sentences:
    """Give which of the only words allowed to write, each sentence after a space; nothing where that is a guess."""
    words = re.findall(r"'(\w+)'", detail["ctx"]["expected"])
    typed = str(detail["input"])[:100].strip().lower()
    said = {word: [one.rstrip(".").lower() for one in _hinted(Name(None, *path), word)] for word in words}
    meant = next((word for word in words if typed in said[word]), None) or closest(typed, words)
    return (f" Rakstiet {meant}.", f" Write {meant}.") if meant else ("", "")


def wanted(kind: str, detail: ErrorDetails, path: Keys) -> Sentences:
    """Give what has to stand at a path where pydantic found a mistake of a kind."""
    if kind in ("literal_error", "union_tag_invalid"):
        context = detail["ctx"]
        choices = context.get("expected") or context["expected_tags"]
        return one_of(re.findall(r"'(\w+)'", choices), Name(None, *path) if kind == "literal_error" else None)
    if kind == "union_tag_not_found":
        key = detail["ctx"]["discriminator"].strip("'")
        return f"rindai “{key}: …”, kurā nosaukts veids", f"a line “{key}: …” that names the kind"
    if kind == "too_long":
        most = detail["ctx"]["max_length"]
        return f"ne vairāk kā {most} ierakstiem", f"no more than {most} entries"
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = detail["ctx"].get("ge", detail["ctx"].get("le"))
        more = kind == "greater_than_equal"
        return (
            f"skaitlim {limit} vai {'lielākam' if more else 'mazākam'}",
            f"{limit} or {'more' if more else 'less'}",
        )
    if kind == "tuple_type" and isinstance(detail["input"], str) and _NAMES.fullmatch(detail["input"]):
        return f"sarakstam: [{detail['input']}]", f"a list: [{detail['input']}]"
    return WANTED.get(kind, ("citādai vērtībai", detail["msg"]))


def got(value: Any, kind: str) -> Sentences:
    """Give what stands there instead."""
    if value is None:
        return "vērtība nav ierakstīta", "nothing is written"
    if isinstance(value, dict):
        return "zem tā ir apakšpunkti", "it has items below it"
    if isinstance(value, tuple):
        return "ierakstīts saraksts", "a list is written"
    if value == "":
        return "ierakstīts tukšs teksts", "an empty text is written"
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    shown = shortened(shown, 40)  # enough to recognise it
    if isinstance(value, str) and kind in NUMBERS and bare(value).isdigit():
        return number_typed(value, shown)
    if isinstance(value, str) and kind.startswith("date"):
        day = bare(value)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", day):
            quoted = ("pēdiņās", "in quotes") if day == value else ("ar neredzamu zīmi", "with an invisible character")
            return f"datums “{day}” ir {quoted[0]}", f"the date “{day}” is written {quoted[1]}"
    return f"ierakstīts “{shown}”", f"“{shown}” is written"
