"""What is drawn on the pages of a tagged PDF: its marked content, with the words it shows, in reading order."""

import re
from dataclasses import dataclass

import pikepdf

Kid = pikepdf.Object | int
"""An element or a reference, or the number of marked content."""
UNKNOWN = "\ufffd"
_BF_CHAR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


@dataclass(frozen=True, eq=False)
class Piece:
    """Marked content as one leaf of the structure tree: words on one line, or a picture."""

    page: int
    """Counted from 0."""
    mcid: int
    words: str
    """What its glyphs stand for by the fonts' ToUnicode tables."""
    roles: tuple[str, ...]
    """The structure types above it, outermost first, without the slash."""
    links: dict[tuple[int, int], pikepdf.Object]
    """The annotations of the links that it is drawn in, outermost first: number of the object → annotation."""
    box: tuple[float, ...] | None
    """Of a picture: left, top, right, bottom in CSS pixels of the page, as WeasyPrint has it."""


def pieces(pdf: pikepdf.Pdf) -> list[Piece]:
    """Give every `Piece` that the structure tree reaches, in its order."""
    words = [marked_words(page) for page in pdf.pages]
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    found = []

    def walk(kid, above, page):
        if isinstance(kid, int):
            roles = tuple(str(element.S)[1:] for element in above)
            links = {
                inner.Obj.objgen: inner.Obj
                for element in above
                for inner in kids(element)
                if not isinstance(inner, int) and inner.get("/Type") == "/OBJR"
            }
            box = above[-1].A.BBox if roles[-1] == "Figure" else None
            found.append(Piece(page, kid, words[page].get(kid, ""), roles, links, box and tuple(map(float, box))))
        elif kid.get("/Type") == "/MCR":
            walk(kid.MCID, above, pages[kid.Pg.objgen] if "/Pg" in kid else page)
        elif kid.get("/Type") != "/OBJR":
            page = pages[kid.Pg.objgen] if "/Pg" in kid else page
            for inner in kids(kid):
                walk(inner, (*above, kid), page)

    for kid in kids(pdf.Root.StructTreeRoot):
        walk(kid, (), None)
    return found


def kids(element: pikepdf.Object) -> tuple[Kid, ...]:
    """Give what stands in the structure element."""
    inside = element.get("/K")
    if inside is None:
        return ()
    return tuple(inside) if isinstance(inside, pikepdf.Array) else (inside,)


def marked_words(page: pikepdf.Page) -> dict[int | None, str]:
    """Give the words of a page by the number of what is marked; those in no mark that has one are under None."""
    found: dict[int | None, str] = {}
    _collect(page, found, [])
    return found


def _collect(stream, found, open_marks):
    """Add the words of a page, or of a form that is drawn on it, to those of the innermost mark with a number."""
    fonts = {name: glyphs(font) for name, font in stream.Resources.get("/Font", {}).items()}
    font = {}
    for instruction in pikepdf.parse_content_stream(stream):
        operands, operator = instruction.operands, str(instruction.operator)
        match operator:
            case "BDC":
                properties = operands[1]
                open_marks.append(properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None)
            case "BMC":
                open_marks.append(None)
            case "EMC":
                open_marks.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ":
                mcid = next((mark for mark in reversed(open_marks) if mark is not None), None)
                shown = operands[0] if operator == "TJ" else operands
                words = "".join(_shown(bytes(part), font) for part in shown if isinstance(part, pikepdf.String))
                found[mcid] = found.get(mcid, "") + words
            case "Do":
                drawn = stream.Resources.XObject[str(operands[0])]
                if drawn.get("/Subtype") == "/Form" and "/Resources" in drawn:
                    _collect(drawn, found, open_marks)


def _shown(text, characters):
    """Two bytes a glyph (Identity-H)."""
    codes = (text[index : index + 2] for index in range(0, len(text), 2))
    return "".join(characters.get(code, UNKNOWN) if any(code) else UNKNOWN for code in codes)  # glyph 0 is a box


def glyphs(font: pikepdf.Object) -> dict[bytes, str]:
    """Give `glyph → characters` of a font, the glyph as two bytes, by its ToUnicode table."""
    table = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
        for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL)
        for code, text in _BF_CHAR.findall(block)
    }
