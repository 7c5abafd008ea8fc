"""Marks of a markup that did not take: what a person meant for a list, a table, a link, and readers would see as signs.

Some are of other kinds of Markdown, some came from Word or Excel, some lack a sign. Each is told with what to write.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.data.schema.tables import MOST_COLUMNS
from macros.pages.dialect import MARK, NESTING
from macros.pages.scan import Scan
from macros.words.problems import Sentences

_TAKEN = "\ufffc"
"""Stands for what took, and for a sign that was typed with a backslash before it."""
_SHOWN = 60
"""How many signs of what was typed are shown."""


class _Mark(NamedTuple):
    typed: re.Pattern
    lv: str
    en: str


def _mark(typed, lv, en):
    return _Mark(re.compile(typed), lv, en)


def _no(typed, lv, en):
    return _mark(typed, f"{lv} te nelieto; izdzēsiet šīs zīmes.", f"there is no {en} here; delete these signs.")


_IN_DATA = (
    _no(r"\A#{1,6} ", "virsrakstus", "heading"),
    _no(r"\A>", "citātus", "quotation"),
    _no(r"\A(?:-{3,}|_{3,}|\*{3,})\Z", "līnijas", "line"),
    _no(r"!?\[[^\]\[]*\]\([^)]*\)?", "saites un attēlus (tos liek lapā)", "link or image (they go on pages)"),
    _no(r"\{\s*[:#.][^{}]*\}", "adreses un klases", "address or class"),
)
"""What only pages know."""
_IN_LINES = (
    _mark(
        r"<(b|strong|i|em|li|h[1-6])>[^<>]{1,60}</\1>|<(?!https?://|[\w.+-]+@)[A-Za-z/!?][^<>]{0,60}>?",
        "HTML te nelieto; {lv}",
        "HTML is not used here; {en}",
    ),
    _mark(
        r"\A#{1,6}(?=[^\s#])",
        "aiz # virsrakstā vajag atstarpi: “## Virsraksts { #adrese }”.",
        "a space is needed after # in a heading: “## Heading { #address }”.",
    ),
    _mark(
        r"\[\^[^\]\s]{1,40}\]:?",
        "vēres te nelieto; paskaidrojiet iekavās vai lieciet zvaigznīti*, bet zemāk – rindkopu “* Skaidrojums.”",
        "there are no footnotes; explain in brackets, or put an asterisk* at the word and below a paragraph “* Note.”",
    ),
    _mark(
        r"\[![A-Za-z]+\]|\A(?:!!!|\?\?\?\+?|:::|===) ?\S*",
        "ierāmējumam raksta “> [!NOTE]”, zem tā tekstu, arī aiz “> ”; der NOTE, TIP, IMPORTANT, WARNING, CAUTION.",
        "for a box write “> [!NOTE]” and below it the text, also after “> ”; or TIP, IMPORTANT, WARNING, CAUTION.",
    ),
    _no(r"\[[ xX]?\](?!\()", "atzīmējamus lodziņus", "box to tick"),
    _mark(
        r"\[\[[^\]]*\]\]|\[?[^\]\[]{0,40}\] ?\((?!\d)[^)]*\)?|\[?[^\]\[]{0,40}\]\[[^\]]*\]?",
        "saite nav izdevusies; raksta [vārdi](adrese): starp ] un ( nekā nav, adresē nav ne atstarpju, ne pēdiņu.",
        "the link did not work; write [words](address): nothing between ] and (, no spaces or quotes in the address.",
    ),
    _mark(
        r"(?<!\*)\*\*(?!\*)|(?<!\S)\*(?=\w)(?<!\A\*)|__+(?=\w)",
        "zvaigznītes te neko neizceļ; izceļ šādi: **vārdi**, bez atstarpēm zvaigznīšu iekšpusē.",
        "the asterisks emphasise nothing here; write **words**, without spaces inside the asterisks.",
    ),
    _no(r"~~+|~\S(?:[^~]*[^\s~])?~", "pārsvītrojumu", "struck-out text"),
    _no(r"==\S.*==|\+\+\S.*\+\+", "iekrāsojumu", "marked text"),
    _no(r"(?<![\w:]):[a-z+-][a-z0-9_+-]*:(?!\w)", "emocijzīmes", "emoji"),
    _no(r"\$\$|\$[^\s$\d][^$]*\$", "formulas", "formula"),
    _mark(
        r"`+",
        "kodam vajag ` abās pusēs; ja tas nav kods, izdzēsiet šo zīmi vai lieciet ’.",
        "code needs a ` on both sides; if it is no code, delete this sign or put ’.",
    ),
    _mark(
        r"\A:\s{2,}",
        "tas nav skaidrojums; rakstiet vienā rindā: **Jēdziens** – skaidrojums.",
        "this is no definition; write in one line: **Term** – definition.",
    ),
    _mark(r"&#?[A-Za-z0-9]{2,8};", "rakstiet pašu zīmi, nevis tās apzīmējumu.", "write the sign itself, not its name."),
    _mark(r"\\", "slīpsvītru \\ lasītājs redzētu; izdzēsiet to.", "readers would see the backslash; delete it."),
)
"""What may stand anywhere in a line."""
_TAGS = (
    ("b|strong", "**vārdi**", "**words**"),
    ("i|em", "*vārdi*", "*words*"),
    ("a", "[vārdi](adrese)", "[words](address)"),
    ("img", "![apraksts](fails.png)", "![text](file.png)"),
    ("li", "- vārdi", "- words"),
    ("ul|ol", "rindas sākumā “- ” vai “1. ”", "“- ” or “1. ” at the beginning of a line"),
    ("h[1-6]", "## vārdi { #adrese }", "## words { #address }"),
    ("p|div|br|span", "starp rindkopām tukšu rindu", "an empty line between paragraphs"),
    ("table|thead|tbody|tr|t[dh]", "| šūna | šūna |", "| cell | cell |"),
)
"""Names of HTML, as a pattern → what is written instead."""
_ITEMS = (
    (re.compile(r"\s*[•·▪◦‣●○■□➢✓∙]\s*"), 1),
    (re.compile(r"\s*[–—] "), 1),
    (re.compile(r"\s*[a-zā-ž]\) "), 2),
)
"""How Word begins an item → how many lines that begin so make a list."""
_UNDERLINED = (
    "Virsrakstu neraksta ar pasvītrojumu; rakstiet “## Virsraksts { #adrese }”. Virs līnijas atstājiet tukšu rindu.",
    "A heading is not underlined; write “## Heading { #address }”. Leave an empty line above a line.",
)
_DEFINED = (
    "Rindu, kas sākas ar “[…]:”, lasītājs neredzēs; saiti raksta tekstā: [vārdi](lapa.md).",
    "A line that starts with “[…]:” is not shown to readers; write a link in the text: [words](page.md).",
)
_UNDESCRIBED = (
    "Attēlam nav apraksta; kvadrātiekavās ierakstiet, kas tajā redzams: ![Bērni zīmē](fails.png).",
    "The image has no description; say in the square brackets what it shows: ![Children draw](file.png).",
)
_NAMELESS = (
    "Tabulai nav virsraksta; rindkopā virs tās rakstiet “Tabula: …”; rindkopā zem tās var rakstīt “Avots: …”.",
    "The table has no caption; write “Table: …” in a paragraph above it; below it there can be “Source: …”.",
)
_DEEP = (
    "Saraksti vai citāti te ir viens otrā tik dziļi, ka lasītājs to neredzētu; samaziniet atkāpes.",
    "Lists or quotations stand in each other so deep here that readers would not see it; indent less.",
)
_LONG = (
    "Rindkopa ir pārāk gara, vai tajā ir pārāk daudz zīmju [; sadaliet to.",
    "The paragraph is too long, or has too many signs [; divide it.",
)
_INDENTED = (
    "Rinda sākas ar četrām vai vairāk atstarpēm, tāpēc lasītājs to redzētu kā programmu; izdzēsiet atstarpes.",
    "The line begins with four or more spaces, so readers would see it as a program; delete the spaces.",
)


def untaken(read: Scan, *, data: bool = False) -> Iterator[tuple[int, Sentences]]:
    """Yield the line, from 0, of each mark that did not take, with what to say of it; `data` is a text of the data."""
    marks = (*_IN_DATA, *_IN_LINES) if data else _IN_LINES
    texts: list[tuple[int, list[str]]] = []
    for before, token in zip(read.tokens, read.tokens[1:], strict=False):
        if token.type == "inline" and token.map:
            begin, lines = token.map[0], _lines(token.children)
            texts.append((begin, lines))
            if "long" in token.meta:
                yield read.numbers[begin], _LONG
                continue
            found = (*_in_text(lines, marks, before.tag in ("th", "td")), *_of_links(token.children))
            yield from ((read.numbers[begin + line], said) for line, said in found)
    for index, token in enumerate(read.tokens):
        if token.map and token.type == "table_open" and (not index or read.tokens[index - 1].type != "caption_close"):
            yield read.numbers[token.map[0]], _NAMELESS
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


def _in_text(lines, marks, is_cell):
    """Yield what is to be said of a paragraph, a heading or a cell; of each line once."""
    if not is_cell and (said := _list(lines) or _table(lines)):
        yield 0, said
        return
    for number, line in enumerate(lines):
        for mark in marks:
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
            f"Cells are parted by tabs here, as copied from Excel; a table is written so (⏎ is a new line): {instead}",
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
    for item, least in _ITEMS:
        items = [line for line in lines if item.match(line)]
        if len(items) >= least:
            instead = f"“- {item.sub('', items[0], count=1)[:_SHOWN]}”"
            return _told(
                items[0].strip(),
                f"tas nav saraksts, rindas saplūst; katru rindu sāciet ar “- ” vai “1. ”: {instead}",
                f"this is no list, the lines run together; begin each with “- ” or “1. ”: {instead}",
            )
    return None


def _instead(typed, mark):
    """Give the two sentences of a mark, and for HTML what to write instead."""
    name, inside = re.match(r"</?([a-z]+[1-6]?)", typed.lower()), re.match(r"<\w+>([^<>]+)<", typed)
    lv, en = next((tag[1:] for tag in _TAGS if name and re.fullmatch(tag[0], name[1])), ("", ""))
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
                    "aiz adreses pēdiņās nekā nav; rakstiet [vārdi](adrese) vai ![apraksts](fails.png).",
                    "nothing stands in quotes behind an address; write [words](address) or ![text](file.png).",
                ),
            )
        if child.type == "image" and not child.content.strip():
            yield line, _UNDESCRIBED


def _of_block(token, read):
    """Give what is to be said of a block, or None."""
    if token.type == "heading_open" and token.markup[0] in "=-":
        return _UNDERLINED
    if token.type == "fence" and not _ends(token, read.source):
        return _told(
            token.markup,
            f"te sākas kods, kam nav beigu; aiz tā pēdējās rindas rakstiet {token.markup} vai izdzēsiet šo rindu.",
            f"here begins code that does not end; write {token.markup} below its last line, or delete this line.",
        )
    if token.level >= NESTING - 1 and token.type in ("list_item_open", "blockquote_open", "alert_open"):
        return _DEEP
    if token.type == "tr_open":
        return _of_row(token.content, **token.meta)
    return {"definition": _DEFINED, "code_block": _INDENTED}.get(token.type)


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
            f"tabulā ir {heads} ailes, bet lapā ir vieta {MOST_COLUMNS}; sadaliet to vairākās tabulās.",
            f"the table has {heads} columns, but a page has room for {MOST_COLUMNS}; make several tables of it.",
        )
    if cells > heads:
        return _told(
            row,
            f"šūnu rindā ir {cells}, bet virsrakstā – {heads}, un liekās pazustu; zīmi | šūnā raksta \\|.",
            f"the row has {cells} cells, the head {heads}: those too many would be lost; a | in a cell is written \\|.",
        )
    return None
