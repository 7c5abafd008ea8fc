"""What a page's Markdown may hold, told line by line to its author.

This is advice in time; that nothing harmful gets through is the work of `html.markdown.Safe`, which looks at what
comes of it.
"""

import re
from collections.abc import Iterator

from macros.pages.calls import SPAN
from macros.words.problems import Problem
from macros.words.signs import invisible

HTML = re.compile(r"<(?!https?://|[\w.+-]+@)[A-Za-z/!?][^<>]{0,60}>?")
_ATTRIBUTES = re.compile(r"\{:?([^{}]*)\}")
ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""The address of a heading. Those of the theme and its scripts have capital letters or underscores: none meets them."""
CLASSES = ("answer", "form-section", "md-button", "md-button--primary", "way")
"""The classes that a page may use."""
BOXES = (
    *("note", "abstract", "info", "tip", "success", "question"),
    *("warning", "failure", "danger", "bug", "example", "quote"),
)
"""The kinds of boxes that Material knows."""
_ATTRIBUTE = re.compile(rf"(#[A-Za-z0-9_-]+|\.({'|'.join(CLASSES)}))\Z")
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
_SAFE_LINK = re.compile(r"(https?://[^\s\"'<>]+|mailto:[^\s\"'<>]+|tel:\+?\d+|(?!//)[\w./-]*(#[\w-]+)?)\Z")
_FOREIGN_IMAGE = re.compile(r"!\[[^\]]*\]\(\s*<?https?:")
_BARE_IMAGE = re.compile(r"!\[\s*\]\(")
_DEFINITION = re.compile(r"\s*([>*+-]\s*)*\[[^\]]+\]:")
_HEADING_WITHOUT_SPACE = re.compile(r"#{1,6}[^#\s]")
_UNDERLINE = re.compile(r"(=+|-{2,})\s*\Z")
_MERGE = re.compile(r"(<{7}|\|{7}|={7}|>{7})( |\Z)")
_ITEM = re.compile(r"\s*([-*+]|\d+\.)\s")
_BOX = re.compile(r"\s*!!! ?(?P<kind>[\w -]*[\w-])\s*(?P<title>\".*)?\Z")
_ADDRESS_WITH_CALL = re.compile(r"\]\([^)\s]*\{\{|<\w+:[^<>\s]*\{\{")
_BLOCK_CALL = re.compile(r"\{\{\s*(?:table|figure|note)\(")


def advice(body: str, file: str, first_line: int, code: frozenset[int]) -> Iterator[Problem]:
    """Yield the problems of a page's text, whose first line has the number `first_line`; `code` are lines of code."""
    before = ""
    for number, line in enumerate(body.split("\n"), first_line):
        if number in code:
            yield from (Problem(file, number, *said) for said in invisible(line))
            before = ""
            continue
        for lv, en in (*_structure(line, before), *_unsafe(SPAN.sub("", line))):
            yield Problem(file, number, lv, en)
        before = line


def _structure(line, before):
    yield from invisible(line)
    yield from _boxed(line)
    if _MERGE.match(line):
        yield (
            "Lapā palikusi neatrisināta sapludināšana (<<<<<<<, =======, >>>>>>>); atstājiet vienu no abām pusēm.",
            "An unresolved merge is left in the page (<<<<<<<, =======, >>>>>>>); keep one of the two sides.",
        )
    elif _UNDERLINE.match(line) and before.strip():
        yield (
            "Virsrakstu neraksta ar pasvītrojumu; rakstiet “## Virsraksts { #adrese }”.",
            "A heading is not underlined; write “## Heading { #address }”.",
        )
    if _HEADING_WITHOUT_SPACE.match(line):
        yield (
            "Pēc # virsrakstā vajag atstarpi: “## Virsraksts { #adrese }”.",
            "A space is needed after # in a heading: “## Heading { #address }”.",
        )
    if _DEFINITION.match(line):
        yield (
            "Rindu, kas sākas ar “[…]:”, lasītājs neredzēs; saiti raksta tekstā: [vārdi](lapa.md).",
            "A line that starts with “[…]:” is not shown to readers; write a link in the text: [words](page.md).",
        )
    if _ITEM.match(line) and before.strip() and not _ITEM.match(before) and not before.startswith((" ", "\t")):
        yield (
            "Pirms saraksta vajag tukšu rindu, citādi tas saplūst ar tekstu.",
            "An empty line is needed before a list, or it runs into the text.",
        )
    if _BARE_IMAGE.search(line):
        yield (
            "Attēlam nav apraksta; kvadrātiekavās ierakstiet, kas tajā redzams: ![Bērni zīmē](fails.png).",
            "The image has no description; say in the square brackets what it shows: ![Children draw](file.png).",
        )
    if _ADDRESS_WITH_CALL.search(line):
        yield (
            "Saites adresē izsaukuma nevar būt; uzrakstiet visu adresi.",
            "The address of a link cannot have a call in it; write out the whole address.",
        )
    if _BLOCK_CALL.search(line) and not re.fullmatch(r"\{\{[^{}]*\}\}", line.strip()):
        yield (
            "Tabulas, attēla un piezīmes izsaukumam jābūt rindā vienam pašam.",
            "The call of a table, a figure or a note has to stand alone on its line.",
        )


def _boxed(line):
    box = _BOX.match(line)
    if box and not box["title"]:
        yield (
            'Ierāmējumam vajag virsrakstu: !!! note "Piezīme".',
            'A box needs a title: !!! note "Note".',
        )
    if box and box["kind"] not in BOXES:
        kinds = ", ".join(BOXES)
        yield (
            f"Ierāmējuma “{box['kind']}” nav; aiz !!! rakstiet vienu no vārdiem: {kinds}.",
            f"There is no box “{box['kind']}”; write one of these words after !!!: {kinds}.",
        )


def _unsafe(prose):
    for match in HTML.finditer(prose):
        yield (
            f"HTML lapās nav atļauts: “{match[0]}”; rakstiet Markdown pierakstā vai izdzēsiet.",
            f"HTML is not allowed in pages: “{match[0]}”; write Markdown or delete it.",
        )
    for match in _ATTRIBUTES.finditer(prose):
        if not all(_ATTRIBUTE.match(word) for word in match[1].split()):
            yield (
                f"“{match[0]}”: vienās figūriekavās drīkst būt tikai adrese, kā {{ #merki }}; skaitli raksta divās.",
                f"“{match[0]}”: single braces may only hold an address, as {{ #targets }}; a figure takes two.",
            )
        elif any(word[0] == "#" and not ADDRESS.fullmatch(word[1:]) for word in match[1].split()):
            lv = "adresē drīkst būt tikai mazie burti bez garumzīmēm, cipari un defises, kā { #otrais-merkis }."
            en = "an address may only have small letters without accents, digits and hyphens, as { #second-target }."
            yield f"“{match[0]}”: {lv}", f"“{match[0]}”: {en}"
    for match in _LINK.finditer(prose):
        if not _SAFE_LINK.match(match[1]):
            yield (
                f"Saite “{match[1]}” nav atļauta; saite sākas ar https:// vai ved uz lapu.",
                f"The link “{match[1]}” is not allowed; a link starts with https:// or leads to a page.",
            )
    for match in _FOREIGN_IMAGE.finditer(prose):
        yield (
            f"Attēls “{match[0]}” nav no šīs vietnes; ielieciet failu blakus lapai: ![apraksts](fails.png).",
            f"The image “{match[0]}” is not of this site; put the file beside the page: ![text](file.png).",
        )
