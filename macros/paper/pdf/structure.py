"""Write the structure of a document into its PDF (ISO 32000-1, 14.7), through pikepdf."""

from itertools import count

import pikepdf
from lxml.html import HtmlElement
from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, Operator, String

from macros.paper.document import Fault, Unlike
from macros.paper.pdf.marked import Piece, pieces
from macros.paper.pdf.tags import Node, tree

POINTS = 0.75
"""Points in a CSS pixel."""
SCOPES = {"col": "Column", "row": "Row", "rowgroup": "Column"}
"""The head of a group stands across all columns above its rows, so for PDF it is a column's head."""


def retag(pdf: pikepdf.Pdf, body: HtmlElement) -> None:
    """Replace the structure tree of the open `pdf` by that of the HTML `body`. Raises Unlike."""
    drawn = pieces(pdf)
    root = tree(drawn, body)
    _check_links(pdf, root, drawn)
    top = _Writer(pdf).write(root)
    pdf.Root.StructTreeRoot = top
    read = {(kid.page, kid.mcid) for node in _nodes(root) for kid in node.kids if isinstance(kid, Piece)}
    for number, page in enumerate(pdf.pages):
        _mark_artifacts(pdf, page, {mcid for at, mcid in read if at == number})


def _nodes(node):
    yield node
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _nodes(kid)


def _check_links(pdf, root, drawn):
    """Every link of the HTML leads where the HTML says, and there is no other. Raises Unlike."""
    placed = set()
    for node in _nodes(root):
        if node.role == "Link":
            wanted, found = node.element.get("href"), {_target(annotation) for annotation in node.links.values()}
            if found != {wanted}:
                led = ", ".join(sorted(found)) or "–"
                raise Fault(f"PDF saite uz {wanted} ved uz {led}.", f"The PDF’s link to {wanted} leads to {led}.")
            placed |= set(node.links)
    repeated = {number for piece in drawn for number in piece.links} - placed  # in the head of a table drawn again
    for number, page in enumerate(pdf.pages, 1):
        annotations = page.get("/Annots", ())
        for annotation in annotations:
            if annotation.objgen not in placed | repeated:
                target = _target(annotation)
                lv = f"PDF {number}. lappusē ir saite uz {target}, bet tai nav vārdu."
                raise Fault(lv, f"Page {number} of the PDF has a link to {target} without words.")
        if annotations:
            page.Annots = Array([annotation for annotation in annotations if annotation.objgen not in repeated])


def _target(annotation):
    return f"#{annotation.Dest}" if "/Dest" in annotation else str(annotation.A.URI)


class _Writer:
    """Writes nodes as structure elements and keeps what the tree's tables need to know of them."""

    def __init__(self, pdf):
        self.pdf = pdf
        self.pages = [page.obj for page in pdf.pages]
        self.page_of = {link.objgen: page for page in self.pages for link in page.get("/Annots", ())}
        self.by_mcid: list[dict[int, pikepdf.Object]] = [{} for _page in self.pages]
        self.by_link = []
        self.by_id = {}
        self.cells = {}
        """HTML cell → its own ID, or None, and the IDs of its heads."""
        self.numbers = count(1)

    def write(self, root):
        """Give the root of the structure tree."""
        top = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = Array([self._element(root, top)])
        numbered = Array()
        for index, (page, elements) in enumerate(zip(self.pages, self.by_mcid, strict=True)):
            page.StructParents = index
            row = [elements.get(mcid) for mcid in range(max(elements, default=-1) + 1)]
            numbered.append(index)
            numbered.append(self.pdf.make_indirect(Array(row)))
        for index, (link, element) in enumerate(self.by_link, len(self.pages)):
            link.StructParent = index
            numbered.append(index)
            numbered.append(element)
        top.ParentTree = self.pdf.make_indirect(Dictionary(Nums=numbered))
        top.ParentTreeNextKey = len(self.pages) + len(self.by_link)
        if self.by_id:
            named = Array()
            for key, element in self.by_id.items():  # in order: their numbers have leading zeros
                named.extend([String(key), element])
            top.IDTree = self.pdf.make_indirect(Dictionary(Names=named))
        return top

    def _element(self, node, parent):
        element = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.role}"), P=parent))
        if node.language:
            element.Lang = String(node.language)
        if node.expansion:
            element.E = String(node.expansion)
        if node.role == "Table":
            self.cells |= _heads(node.element, self.numbers)
        describe = {"Figure": self._figure, "L": self._list, "TH": self._cell, "TD": self._cell}.get(node.role)
        if describe:
            describe(node, element)
        inside = Array()
        for kid in node.kids:
            inside.append(self._element(kid, element) if isinstance(kid, Node) else self._content(kid, element))
        for link in node.links.values():
            words = node.element.text_content().split() or node.element.xpath(".//@alt")
            link.Contents = String(" ".join(words))
            reference = Dictionary(Type=Name.OBJR, Obj=link, Pg=self.page_of[link.objgen])
            inside.append(self.pdf.make_indirect(reference))
            self.by_link.append((link, element))
        element.K = inside
        return element

    def _content(self, piece, element):
        """Give what stands for the piece in its element: its number, with its page where that is another."""
        self.by_mcid[piece.page][piece.mcid] = element
        page = self.pages[piece.page]
        if "/Pg" not in element:
            element.Pg = page
        if element.Pg.objgen == page.objgen:
            return piece.mcid
        return Dictionary(Type=Name.MCR, Pg=page, MCID=piece.mcid)

    def _figure(self, node, element):
        """A picture says what it shows, and where it stands on its page."""
        title = node.element.find(".//title") if node.element.tag == "svg" else None
        words = node.element.get("alt") if title is None else title.text
        if not words:
            lv = "Attēlam nav apraksta: elementam <svg> vajag <title>, elementam <img> – alt."
            raise Unlike(lv, "A picture has no description: an <svg> needs a <title>, an <img> an alt.")
        element.Alt = String(" ".join(words.split()))
        left, top, right, bottom = (side * POINTS for side in node.kids[0].box)
        height = float(self.pages[node.kids[0].page].MediaBox[3])
        element.A = Dictionary(O=Name.Layout, BBox=Array([left, height - bottom, right, height - top]))

    def _list(self, node, element):
        element.A = Dictionary(O=Name.List, ListNumbering=Name.Decimal if node.element.tag == "ol" else Name.Disc)

    def _cell(self, node, element):
        cell = node.element
        element.A = Dictionary(O=Name.Table)
        if int(cell.get("colspan", 1)) > 1:
            element.A.ColSpan = int(cell.get("colspan"))
        key, heads = self.cells[cell]
        if key:
            element.A.Scope = Name(f"/{SCOPES[_scope(cell)]}")
            element.ID = String(key)
            self.by_id[key] = element
        if heads:
            element.A.Headers = Array([String(head) for head in heads])


def _scope(cell):
    """Give what a head is the head of; tables written in a page do not say."""
    if cell.tag != "th":
        return None
    return cell.get("scope") or ("col" if cell.getparent().getparent().tag == "thead" else "row")


def _heads(table, numbers):
    """Give `cell → (its ID or None, IDs of its heads)` of an HTML table: columns, then group, then row.

    A cell that names its heads has those, and no others.
    """
    columns: dict[int, str | None] = {}
    named: dict[str | None, str | None] = {}
    cells, group = {}, None
    for row in table.iter("tr"):
        place, own = 0, None
        group = group if row.getprevious() is not None else None  # each group has a tbody of its own
        for cell in row:
            span = int(cell.get("colspan", 1))
            scope = _scope(cell)
            key = f"h{next(numbers):05}" if cell.tag == "th" else None
            heads = [columns[at] for at in range(place, place + span) if at in columns] if scope != "col" else []
            if scope == "col":
                columns |= dict.fromkeys(range(place, place + span), key)
            elif scope == "rowgroup":
                heads, group = [], key
            elif scope == "row":
                own = key
            if names := cell.get("headers"):
                cells[cell] = key, [named[name] for name in names.split()]
            else:
                cells[cell] = key, [head for head in (*heads, group, own) if head and head != key]
            named[cell.get("id")] = key
            place += span
    return cells


def _mark_artifacts(pdf, page, read):
    """What is drawn but not read (running heads, repeated table heads) is said to be so."""
    instructions: list[ContentStreamInstruction | ContentStreamInlineImage] = []
    for instruction in pikepdf.parse_content_stream(page):
        properties = instruction.operands[1] if instruction.operator == Operator("BDC") else None
        if isinstance(properties, Dictionary) and "/MCID" in properties and properties.MCID not in read:
            operands = [Name.Artifact, Dictionary(Type=Name.Pagination)]
            instructions.append(ContentStreamInstruction(operands, instruction.operator))
        else:
            instructions.append(instruction)
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(instructions))
