"""What a page's Markdown may hold, told line by line to its author.

This is advice in time; that nothing harmful gets through is the work of `html.markdown.Writer`, which writes what
comes of it.
"""

import re
from collections.abc import Iterator

from macros.data.read import MERGE
from macros.pages.blocks import Blocks
from macros.pages.calls import SPAN, UNBRACED
from macros.pages.files import PICTURES
from macros.pages.scan import BLOCK_CALL, scan
from macros.pages.untaken import untaken
from macros.words.problems import Problem
from macros.words.signs import invisible

_ATTRIBUTES = re.compile(r"\{:?([^{}]*)\}")
ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""The address of a heading. Those of the theme and its scripts have capital letters or underscores: none meets them."""
CLASSES = ("answer", "form-section", "md-button", "md-button--primary", "way")
"""The classes that a page may use."""
_ATTRIBUTE = re.compile(rf"(#[A-Za-z0-9_-]+|\.({'|'.join(CLASSES)}))\Z")
_SAFE_LINK = re.compile(r"(https?://[^\s\"'<>]+|mailto:[^\s\"'<>]+|tel:\+?\d+|(?!//)[\w./-]*(#[\w=-]+)?)\Z")
_ADDRESS_WITH_CALL = re.compile(r"\]\([^)\s]*\{\{|<\w+:[^<>\s]*\{\{")


def advice(body: str, file: str, first_line: int, blocks: Blocks) -> Iterator[Problem]:
    """Yield the problems of a page's text, whose first line has the number `first_line`."""
    for number, line in enumerate(body.split("\n"), first_line):
        yield from (Problem(file, number, *said) for said in invisible(line))
        if number not in blocks.code:
            yield from (Problem(file, number, *said) for said in _of_line(line))
    unbraced = {body.count("\n", 0, call.start(1)) for call in UNBRACED.finditer(body)}
    told = ((index, said) for index, said in untaken(scan(body)) if index not in unbraced)
    yield from (Problem(file, first_line + index, *said) for index, said in told)
    for link in blocks.links:
        if link.image and re.match("https?:|//", link.target):
            lv = f"Attēls “{link.target}” nav no šīs vietnes; ielieciet failu blakus lapai: ![apraksts](fails.png)."
            en = f"The picture “{link.target}” is not of this site; put the file beside the page: ![text](file.png)."
            yield Problem(file, link.line, lv, en)
        elif link.image and re.match(r"[a-z]+:|.*\\", link.target, re.IGNORECASE):
            shown, name = link.target[:60], re.split(r"[:/\\]", link.target)[-1]
            lv_name, en_name = (name if name.endswith(PICTURES) else one for one in ("fails.png", "file.png"))
            lv = f"Attēls “{shown}” nav fails šajā mapē; ielieciet failu blakus lapai: ![apraksts]({lv_name})."
            en = f"The picture “{shown}” is no file of this folder; put the file beside the page: ![text]({en_name})."
            yield Problem(file, link.line, lv, en)
        elif not link.image and "{{" not in link.target and not _SAFE_LINK.match(link.target):
            lv = f"Saite “{link.target}” nav atļauta; saite sākas ar https:// vai ved uz lapu."
            en = f"The link “{link.target}” is not allowed; a link starts with https:// or leads to a page."
            yield Problem(file, link.line, lv, en)


def _of_line(line):
    if MERGE.match(line):
        yield (
            "Lapā palikušas divas viena teksta versijas; atstājiet vienu, bez rindām ar <<<<<<<, =======, >>>>>>>.",
            "Two versions of one text are left on the page; keep one, without the lines <<<<<<<, =======, >>>>>>>.",
        )
    if _ADDRESS_WITH_CALL.search(line):
        yield (
            "Saites adresē izsaukuma nevar būt; uzrakstiet visu adresi.",
            "The address of a link cannot have a call in it; write out the whole address.",
        )
    if BLOCK_CALL.search(line) and not re.fullmatch(r"\{\{[^{}]*\}\}", line.strip()):
        yield (
            "Tabulas, attēla un saraksta izsaukumam jābūt rindā vienam pašam.",
            "The call of a table, a figure or a list has to stand alone on its line.",
        )
    for match in _ATTRIBUTES.finditer(UNBRACED.sub("", SPAN.sub("", line))):
        if not all(_ATTRIBUTE.match(word) for word in match[1].split()):
            yield (
                f"“{match[0]}”: vienās figūriekavās drīkst būt tikai adrese, kā {{ #merki }}; skaitli raksta divās.",
                f"“{match[0]}”: single braces may only hold an address, as in {{ #targets }}; a figure takes two.",
            )
        elif any(word[0] == "#" and not ADDRESS.fullmatch(word[1:]) for word in match[1].split()):
            lv = "adresē drīkst būt tikai mazie burti no a līdz z, cipari un defises, kā { #otrais-merkis }."
            en = "an address may only have small letters from a to z, digits and hyphens, as in { #second-target }."
            yield f"“{match[0]}”: {lv}", f"“{match[0]}”: {en}"
