"""What somebody typed into a cell, however people type it: the value that is meant, or why it is not clear."""

import datetime
import re
from collections.abc import Callable

from macros.data.schema import LANGUAGES
from macros.office.asked import Wanted
from macros.office.plain import decimal, short, words
from macros.office.take import digits
from macros.office.take.cell import Cell, Unclear, exact
from macros.words.language import number
from macros.words.signs import invisible
from macros.words.spaces import single_spaced

LONGEST = 20_000
"""How many signs of a text are taken; the longest real one has about 2000."""
_NOT_STATED = re.compile(
    r"[?–—−-]+|nav (?:norādīt|zinām)\w{1,2}|nezinām\w{1,2}|nav (?:datu|ziņu|informācijas)"
    r"|not (?:stated|known)|unknown|no (?:data|information)|n/a"
)
"""What people write where there is nothing to state."""
_NONE = {"nav", "nē", "no", "none"}
_LINE_ENDS = re.compile(r"\s*\n\s*")
_BETWEEN_KEYS, _PERHAPS_BETWEEN = re.compile(r"[\n;]"), re.compile(r", (?=[^\W\d_])")


def understood(cell: Cell, wanted: Wanted) -> str | None:
    """Give what is meant, as `plain` gives it: "" where it is not stated, None of an empty cell. Raises `Unclear`."""
    if cell.odd:
        raise Unclear(*cell.odd)
    value = cell.value
    if isinstance(value, str):
        value = words(value.replace("\t", " "))
        for lv, en in invisible(value):
            raise Unclear(lv, en)
        if len(value) > LONGEST:
            raise Unclear(
                f"teksts ir garāks par {number(LONGEST, 'lv')} zīmēm; sadaliet to",
                f"the text has more than {number(LONGEST, 'en')} characters; divide it",
            )
    if value is None or value == "":
        return None
    said = single_spaced(value).lower().rstrip(".") if isinstance(value, str) else ""
    if _NOT_STATED.fullmatch(said):
        return ""
    if said in _NONE and not wanted.words:
        raise Unclear(
            "nav skaidrs, vai “nav” nozīmē 0 vai “nav norādīts”; rakstiet 0 vai ?, bet tekstam – veselu teikumu",
            "it is not clear whether this means 0 or “not stated”; write 0 or ?, or a whole sentence for a text",
        )
    if isinstance(value, bool):
        raise Unclear(
            "te ir TRUE vai FALSE, ko ziņojums nelieto", "this is TRUE or FALSE, for which the report has no use"
        )
    cell = Cell(value, cell.unit)
    return digits.KINDS[wanted.kind](cell) if wanted.kind in digits.KINDS else _KINDS[wanted.kind](cell, wanted)


def _text(cell, _wanted):
    if isinstance(cell.value, datetime.date | datetime.time | datetime.timedelta):
        raise Unclear(
            "tabula to pārvērtusi par datumu vai laiku; pirms teksta rakstiet apostrofu (')",
            "the spreadsheet has made a date or time of it; type an apostrophe (') before the text",
        )
    if isinstance(cell.value, str):
        return cell.value
    return decimal(exact(cell.value))


def _choice(cell, wanted):
    found = _key(cell.value, wanted)
    if found is None:
        raise Unclear(*_one_of(cell.value, wanted))
    return found


def _keys(cell, wanted):
    found = []
    for part in (one for some in _BETWEEN_KEYS.split(str(cell.value)) for one in _parted(some, wanted)):
        if not part.strip():
            continue
        key = _key(part, wanted)
        if key is None:
            raise Unclear(*_one_of(part, wanted))
        found.append(key)
    return "\n".join(dict.fromkeys(found))


def _parted(typed, wanted):
    """Yield what stands between commas, as much of it together as is known: an address may have commas, too."""
    left = _PERHAPS_BETWEEN.split(typed)
    while left:
        known = (size for size in range(len(left), 0, -1) if _key(", ".join(left[:size]), wanted))
        size = next(known, 1)
        yield ", ".join(left[:size])
        left = left[size:]


def _key(typed, wanted):
    """Give the key or the allowed word that is meant, in either language or as the data have it; None for another.

    Raises `Unclear` where one is called so now, and another was.
    """
    plain = _folded(typed)
    now, before = (
        [key for key, text in words if plain in map(_folded, (key, text.lv, text.en))]
        for words in (wanted.reworded, wanted.words)
    )
    if now and before and now[0] not in before:
        raise Unclear(
            f"“{short(typed)}” šajā tabulā ir jauns nosaukums tam, ko sauca citādi, bet tā sauca arī ko citu; vispirms "
            "nododiet nosaukumus, tad paņemiet jaunu tabulu",
            f"“{short(typed)}” is a new name for one entry here, but was another’s; hand in the names first, then get "
            "a new workbook",
        )
    return next(iter((*now, *before)), None)


def _folded(text):
    return single_spaced(text).strip(" .").casefold()


def _one_of(typed, wanted):
    words = {**dict(wanted.words), **dict(wanted.reworded)}.values()
    latvian, english = ("; ".join(text.in_(language) for text in words) for language in LANGUAGES)
    return (
        f"“{short(typed)}” sarakstā nav; var būt: {latvian}",
        f"“{short(typed)}” is not in the list, which has: {english}",
    )


_KINDS: dict[str, Callable[[Cell, Wanted], str]] = {
    "choice": _choice,
    "yes_no": _choice,
    "keys": _keys,
    "text": _text,
    "words": lambda cell, wanted: _LINE_ENDS.sub(" ", _text(cell, wanted)),
}
