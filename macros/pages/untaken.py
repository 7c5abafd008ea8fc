"""What a person meant for a list, a table, a link, and readers would see as signs: each such mark with its sentence."""

import re
from collections.abc import Iterator

from macros.data.schema.tables import MOST_COLUMNS
from macros.pages import marks
from macros.pages.dialect import MARK, NESTING
from macros.pages.scan import Scan
from macros.words.problems import Sentences

_TAKEN = "\ufffc"
"""Stands for what took, and for a sign that was typed with a backslash before it."""
_SHOWN = 60
"""How many signs of what was typed are shown."""


def untaken(read: Scan, *, data: bool = False) -> Iterator[tuple[int, Sentences]]:
    """Yield the line, from 0, of each mark that did not take, with what to say of it; `data` is a text of the data."""
    known = (*marks.IN_DATA, *marks.IN_LINES) if data else marks.IN_LINES
    texts: list[tuple[int, list[str]]] = []
    for before, token in zip(read.tokens, read.tokens[1:], strict=False):
        if token.type == "inline" and token.map:
            begin, lines = token.map[0], _lines(token.children)
            texts.append((begin, lines))
            if "long" in token.meta:
                yield read.numbers[begin], marks.LONG
                continue
            found = (*_in_text(lines, known, before.tag in ("th", "td")), *_of_links(token.children))
            yield from ((read.numbers[begin + line], said) for line, said in found)
    for index, token in enumerate(read.tokens):
        if token.map and token.type == "table_open" and (not index or read.tokens[index - 1].type != "caption_close"):
            yield read.numbers[token.map[0]], marks.NAMELESS
        if token.map and (said := _of_block(token, read)):
            yield read.numbers[token.map[0]], said
    if not any(re.search(r"[^\s*]\*(?!\w)", line) for _begin, lines in texts for line in lines):
        yield from ((read.numbers[begin], _starless(lines[0])) for begin, lines in texts if lines[0].startswith("* "))


def _lines(children):
    """Give the plain words of a text line by line, without what took."""
    lines = [""]
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            lines.append("")
        else:
            typed = child.markup if child.info == "entity" or child.content == child.markup else ""  # `&lt;` or `\\a`
            lines[-1] += child.content if child.type == "text" else typed or _TAKEN
    return [MARK.sub(_TAKEN, line) for line in lines]


def _in_text(lines, known, is_cell):
    """Yield what is to be said of a paragraph, a heading or a cell; of each line once."""
    if not is_cell and (said := _list(lines) or _table(lines)):
        yield 0, said
        return
    for number, line in enumerate(lines):
        for mark in known:
            if found := mark.typed.search(line):
                begin, end = found.span()
                least = 20 if end - begin <= len("**") else 0  # signs that say nothing alone
                yield number, _told(line[max(begin - least, 0) : end + least].strip(), *_instead(found[0], mark))
                break


def _table(lines):
    """Give what is to be said of a paragraph that was meant for a table, or None."""
    if any("\t" in line for line in lines):
        head, *rows = ([cell.strip() for cell in line.split("\t")] for line in lines[:3])
        instead = " ⏎ ".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows))
        return (
            f"Šūnas te atdala tabulatori, kā kopējot no Excel; tabulu raksta tā (⏎ ir jauna rinda): {instead}",
            f"Tabs separate the cells here, as copied from Excel; write a table so (⏎ is a new line): {instead}",
        )
    if wrong := next((line for line in lines if "|" in line and not line.startswith("|||||||")), None):
        return _told(
            wrong.strip(),
            "ja tā ir tabula, zem virsraksta vajag rindu | --- | --- |, kurā ir tikpat šūnu; ja ne, lieciet “–”.",
            "if this is a table, the head needs a row | --- | --- | below it, with as many cells; if not, put “–”.",
        )
    return None


def _list(lines):
    """Give what is to be said of a paragraph that is a list of Word, or None."""
    for item, least in marks.ITEMS:
        items = [line for line in lines if item.match(line)]
        if len(items) >= least:
            instead = f"“- {item.sub('', items[0], count=1)[:_SHOWN]}”"
            return _told(
                items[0].strip(),
                f"tas nav saraksts, rindas saplūst; katru rindu sāciet ar “- ” vai “1. ”: {instead}",
                f"this is not a list: the lines run together; begin each with “- ” or “1. ”: {instead}",
            )
    return None


def _instead(typed, mark):
    """Give the two sentences of a mark, and for HTML what to write instead."""
    name, inside = re.match(r"</?([a-z]+[1-6]?)", typed.lower()), re.match(r"<\w+>([^<>]+)<", typed)
    lv, en = next((tag[1:] for tag in marks.TAGS if name and re.fullmatch(tag[0], name[1])), ("", ""))
    if inside:
        lv, en = lv.replace("vārdi", inside[1]), en.replace("words", inside[1])
    lv, en = (f"rakstiet {lv}", f"write {en}") if lv else ("izdzēsiet to.", "delete it.")
    return mark.lv.replace("{lv}", lv), mark.en.replace("{en}", en)


def _told(typed, lv, en):
    shown = f"“{typed[:_SHOWN]}{'…' if len(typed) > _SHOWN else ''}”".replace(_TAKEN, "…")
    return f"{shown}: {lv}", f"{shown}: {en}"


def _starless(line):
    return _told(
        line,
        "zvaigznīte sāk piezīmi, bet neviena vārda ar zvaigznīti* te nav; saraksta rindu sāciet ar “- ”.",
        "an asterisk begins a note, but no word here has an asterisk*; begin an item of a list with “- ”.",
    )


def _of_links(children):
    """Yield what is to be said of the links and images of a text that took."""
    line = 0
    for child in children:
        line += child.type in ("softbreak", "hardbreak")
        if child.attrs.get("title"):
            yield (
                line,
                _told(
                    str(child.attrs["title"]),
                    "aiz adreses pēdiņās neko neraksta; rakstiet [vārdi](adrese) vai ![apraksts](fails.png).",
                    "nothing is written in quotes after an address; write [words](address) or ![text](file.png).",
                ),
            )
        if child.type == "image" and not child.content.strip():
            yield line, marks.UNDESCRIBED


def _of_block(token, read):
    """Give what is to be said of a block, or None."""
    if token.type == "heading_open" and token.markup[0] in "=-":
        return marks.UNDERLINED
    if token.type == "fence" and not _ends(token, read.source):
        return _told(
            token.markup,
            f"te sākas kods, kam nav beigu; aiz tā pēdējās rindas rakstiet {token.markup} vai izdzēsiet šo rindu.",
            f"code begins here but does not end; write {token.markup} below its last line, or delete this line.",
        )
    if token.level >= NESTING - 1 and token.type in ("list_item_open", "blockquote_open", "alert_open"):
        return marks.DEEP
    if token.type == "tr_open":
        return _of_row(token.content, **token.meta)
    return {"definition": marks.DEFINED, "code_block": marks.INDENTED}.get(token.type)


def _ends(fence, lines):
    first, end = fence.map
    return end - first > 1 and lines[end - 1].strip(" >").startswith(fence.markup)


def _of_row(row, cells, heads, *, is_head):
    """Give what is to be said of a row of a table, or None."""
    if "|" not in row:
        return _told(
            row,
            "tas kļūtu par tabulas rindu; aiz tabulas atstājiet tukšu rindu.",
            "this would become a row of the table; leave an empty line below the table.",
        )
    if heads > MOST_COLUMNS and is_head:
        return _told(
            row,
            f"aiļu skaits te ir {heads}, bet lapā ir vieta ne vairāk kā {MOST_COLUMNS}; sadaliet tabulu vairākās.",
            f"the table has {heads} columns, but a page has room for {MOST_COLUMNS}; make it into several tables.",
        )
    if cells > heads:
        return _told(
            row,
            f"šūnu rindā ir {cells}, bet virsrakstā – {heads}, un liekās pazustu; zīmi | šūnā raksta \\|.",
            f"the row has {cells} cells, the head {heads}: the extra ones would be lost; a | in a cell is written \\|.",
        )
    return None
