"""Give a printed PDF the structure of the HTML it was printed from, and prove that no word or link of it was lost.

WeasyPrint 70 tags what it draws: a table that runs over three pages becomes three (Kozea/WeasyPrint#2903), and so do
sections, lists and paragraphs; heads repeated on each page are read again; languages and scopes are missing. So its
tree is read only for the order of what is drawn. Each drawn piece is found in the words of the HTML, and a new tree is
written in which each element of the HTML stands once (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7).
"""

from dataclasses import dataclass, field

from lxml.html import HtmlElement
from pikepdf import Object

from macros.paper.pdf.marked import Piece
from macros.paper.pdf.placed import above, place

ROLES = {
    "body": "Document",
    **dict.fromkeys(("header", "nav", "section"), "Sect"),
    **{tag: tag.upper() for tag in ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "tr", "th", "td")},
    "summary": "P",
    **dict.fromkeys(("figure", "details"), "Div"),
    "blockquote": "BlockQuote",
    **dict.fromkeys(("ul", "ol"), "L"),
    "table": "Table",
    **dict.fromkeys(("caption", "figcaption"), "Caption"),
    "thead": "THead",
    "tbody": "TBody",
    "a": "Link",
    **dict.fromkeys(("svg", "img"), "Figure"),
}
"""HTML element → structure type; a `div` of words is a paragraph, all others leave no trace but their language."""
CONTENTS = {"ol": "TOC", "li": "TOCI", "a": "Reference"}
"""What they are within `nav`."""
CELLS = ("caption", "thead", "tbody", "tr", "th", "td")
WITHIN = {"LI": "LBody", "Reference": "Link"}
"""What the words of such an element stand in."""
INLINE = {"a", "abbr", "b", "br", "code", "data", "em", "i", "small", "span", "strong", "sub", "sup"}


@dataclass(eq=False)
class Node:
    """A structure element to be written."""

    role: str
    element: HtmlElement | None = None
    kids: "list[Node | Piece]" = field(default_factory=list)
    language: str | None = None
    expansion: str | None = None
    """What an abbreviation stands for."""
    links: dict[tuple[int, int], Object] = field(default_factory=dict)
    """The annotations of a link, by their number in the PDF."""


def tree(drawn: list[Piece], body: HtmlElement) -> Node:
    """Give the `Node` of the HTML `body`, in which every piece that is `drawn` has its place.

    Table heads drawn again on a further page are left out. Raises Unlike where words are missing or too many.
    """
    grown = _Tree(body)
    for piece, element in place(drawn, body):
        if element is not None:
            grown.put(piece, element)
    return grown.node(body)


class _Tree:
    """Gives each element of the HTML its node, made when its first words come."""

    def __init__(self, body):
        self.body = body
        self.nodes = {}
        """HTML element → the node that its words go to."""
        self.items = {}
        """HTML list item → its node, which holds its mark too."""

    def put(self, piece, element):
        """Put the piece into the element."""
        node = self.node(element)
        if "Lbl" in piece.roles:
            self.items[element].kids.insert(0, Node("Lbl", kids=[piece]))
            return
        node.kids.append(piece)
        link = above(element, "a")
        if link is not None:
            self.node(link).links |= piece.links

    def node(self, element):
        """Give the node that the element's words go to."""
        if element not in self.nodes:
            around = self.node(element.getparent()) if element is not self.body else None
            if element not in self.nodes:  # a table makes all its cells, the empty ones too
                self.nodes[element] = self._made(element, around)
                for part in element.iter(*CELLS) if element.tag == "table" else ():
                    self.node(part)
        return self.nodes[element]

    def _made(self, element, around):
        role, language = _role(element), _language(element)
        expansion = element.get("title") if element.tag == "abbr" else None
        if not (role or language or expansion):
            return around
        node = Node(role or ("Span" if element.tag in INLINE else "Div"), element, [], language, expansion)
        if around:
            around.kids.append(node)
        if element.tag == "li":
            self.items[element] = node
        if node.role not in WITHIN:
            return node
        node.kids.append(Node(WITHIN[node.role], element))
        return node.kids[0]


def _role(element):
    if element.tag == "div":
        return "P" if all(child.tag in INLINE for child in element) else None
    if element.tag in CONTENTS and above(element, "nav") is not None:
        return CONTENTS[element.tag]
    return ROLES.get(element.tag)


def _language(element):
    """Give the element's language where it differs from what is round it."""
    given = element.get("lang")
    around = next((one.get("lang") for one in element.iterancestors() if one.get("lang")), None)
    return given if given != around else None
