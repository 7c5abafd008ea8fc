"""A page of the built site as a section of a document for paper, from its address, title and HTML only.

It knows no engine: it works on any built site. What paper has no use for is taken away (edit and permanent links, those
of numbers, the data and the words of a chart that are said beside them, a source that is the section itself), the
headings move down one level below the section they belong to, ids get their page's name before them, and links between
the pages of the year lead within the document.
"""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lxml.html

from macros.html.figures import figure
from macros.html.found import the_one
from macros.pages.address import PRINT
from macros.paper.edition import Printed
from macros.show.tables.declared import ABSENT
from macros.words.language import NBSP
from macros.words.spaces import single_spaced

_SPACES = (" ", NBSP)
_SCROLL = ("data-table__scroll", "figure__drawing figure__drawing--wide")
_MANY, _SHORT = 4, 60
"""How many items of a list, of up to how many letters, stand in two columns."""
_NAMED = "//@*[name() = 'data-name' or name() = 'data-says']"
_DROPPED = (
    ".//a[contains(@class, 'headerlink')][normalize-space() = '¶']",
    ".//a[contains(@class, 'md-content__button')]",
    ".//div[contains(@class, 'figure__drawing--narrow')]",
    ".//details[@class = 'figure__data']/summary",
    ".//details[@class = 'share']",
    ".//p[@class = 'table-more']",
    ".//*[@class = 'status']",
    ".//*[@class = 'edit']",
)


@dataclass(frozen=True)
class Section:
    """A page of the year."""

    path: str
    """Within the language's site, without a slash at the end, such as `2024-2025/learners`."""
    address: str
    """Absolute, ending with a slash."""
    title: str
    """The short one."""
    html: str
    """Its article."""

    @property
    def name(self) -> str:
        """The path within the year, which leads every id of the section; that of a page that belongs to none."""
        return section_name(self.path)

    @property
    def site(self) -> str:
        """The address of the language's site."""
        return self.address.removesuffix(_folder(self.path))

    @property
    def edition(self) -> str:
        """The address of the print edition, which stands in the year's folder."""
        return f"{self.site}{self.path.partition('/')[0]}/{PRINT}"


def section_name(path: str) -> str:
    """Give the name of the section that the page at a path is."""
    return "-".join(path.split("/")[1:]) or path or "index"


def _folder(path):
    return f"{path}/" if path else ""


def read_section(folder: Path, path: str) -> Section:
    """Give a page of a built site: `folder` is a language's, `path` such as `2024-2025/learners`.

    Raises `found.NotFound` where the page does not say what the edition needs.
    """
    file = Path(folder) / path / "index.html"
    page = lxml.html.fromstring(file.read_text("utf-8"))
    article = the_one(page, "//article", file)
    title = the_one(page, "//meta[@property = 'og:title']/@content", file)
    address = the_one(page, "//link[@rel = 'canonical']/@href", file)
    return Section(path, address, title, lxml.html.tostring(article, encoding="unicode", with_tail=False))


def printed(section: Section, paths: Iterable[str], *, whole: bool = False) -> Printed:
    """Give a section as it stands in the document of the pages at `paths`.

    `whole` keeps what is said beside it, for those who review.
    """
    article = _kept(section)
    said = [article.text_content(), *article.xpath(".//@alt")]
    known = {section.site + _folder(path): section_name(path) for path in paths}
    if not whole:
        _say_once(article)
    for items in article.xpath(".//ul[not(ancestor::td or ancestor::li)]"):
        if len(items) >= _MANY and max(len(item.text_content().strip()) for item in items) <= _SHORT:
            items.set("class", "short")
    for element in [*article.iter()]:
        if isinstance(element.tag, str):
            _fit(element, section, known)
            _set_apart(element)
    article.tag = "section"
    article.attrib.clear()
    article.set("id", section.name)
    article.set("class", "section")
    heading = the_one(article, "(.//h2)[1]", section.address)
    heading.set("data-title", section.title)
    article.tail = None
    figures = map(figure, article.xpath(".//*[@data-name]"))
    html = lxml.html.tostring(article, encoding="unicode")
    title = single_spaced(heading.text_content())
    words = "\n".join(map(single_spaced, said))
    return Printed(section.name, title, words, html, tuple(dict.fromkeys(figures)), section.site)


def _fit(element, section, known):
    """Change an element of a page to what it is in the document."""
    if element.tag in ("h1", "h2", "h3", "h4", "h5"):
        element.tag = f"h{int(element.tag[1]) + 1}"
    for key in {"id", "aria-labelledby", "headers"} & {*element.keys()}:
        element.set(key, " ".join(f"{section.name}--{name}" for name in element.get(key).split()))
    element.attrib.pop("tabindex", None)
    if element.get("class") in _SCROLL:
        _reach(element)
    if element.tag == "details":
        _unfold(element)
    if element.tag == "a" and element.get("href"):
        _point(element, section, known)
    if element.tag == "img":
        element.set("src", _from_here(urljoin(section.address, element.get("src")), section))


def _set_apart(element):
    """Let the space before an element be an element, else WeasyPrint 70 may end the line far before it.

    It takes words that have room, but for the space behind them, for words that have none.
    """
    before, around = element.getprevious(), element.getparent()
    words = "" if around is None else (around.text if before is None else before.tail) or ""
    if words[-1:] in _SPACES and words.strip() and element.tag != "tspan":
        space = element.makeelement("span")
        space.text = words[-1]
        element.addprevious(space)
        if before is None:
            around.text = words[:-1]
        else:
            before.tail = words[:-1]


def _kept(section):
    """Give the article as an element, without what paper has no use for."""
    article = lxml.html.fromstring(section.html.replace("\u00ad", ""))  # where a line breaks is for WeasyPrint to say
    for path in _DROPPED:
        for element in article.xpath(path):
            element.drop_tree()
    for link in article.find_class("bound"):  # on the screen numbers lead to their sources, and this is made from that
        link.drop_tag()
    return article


def _say_once(article):
    """Take away what the page says beside it: data and words of charts, and sources that the headings above name.

    Of data, other tables or the words of that chart say all; of words, its drawing or other tables say each of them,
    and the drawing is then described by them for those who do not see it.
    """
    tables = _said(article, ".//table[not(ancestor::details[@class = 'figure__data'])]")
    for data in [one for one in article.find_class("figure__data") if _is_said_beside(one, tables)]:
        data.drop_tree()
    for words in article.find_class("figure__words"):
        drawing, own = words.getparent().find(".//svg"), _said(words)
        if own and own <= _said(drawing) | tables and _words([words]) <= _words([drawing, *article.iter("table")]):
            drawing.find("title").text = single_spaced(words.text_content())
            words.drop_tree()
    for source in article.xpath(".//*[@data-section]"):
        section = f"{source.attrib.pop('data-section')}."
        if any(heading.text_content().split()[:1] == [section] for heading in _headings(source)):
            source.drop_tree()


def _said(element, of="."):
    """Give the names of the figures, and of what words stand for, in an element or what is `of` it."""
    return set(element.xpath(f"{of}{_NAMED}"))


def _words(elements):
    """Give the words in elements, and what is written in digits, without capitals."""
    return {word for element in elements for word in re.findall(r"\w+", " ".join(element.itertext()).casefold())}


def _headings(element):
    """Give the headings that an element stands under, the title of the page and that of its part."""
    return [found for level in ("h1", "h2") for found in element.xpath(f"preceding::{level}[1]")]


def _is_said_beside(data, tables):
    """Say whether each figure, and each word that stands for something, of a chart's data is said beside it."""
    own, words = _said(data), _said(data.getparent(), "./p[@class = 'figure__words']")
    return bool(own) and own <= words | tables and all(cell.xpath(f".{_NAMED}") for cell in _unnamed_by_head(data))


def _unnamed_by_head(data):
    """Yield the cells that hold something, but for those of columns whose heads stand for something in the data."""
    heads = data.xpath(".//thead/tr[last()]/th")
    for row in data.xpath(".//tbody/tr[td]"):
        cells = row.findall("td")
        for head, cell in zip(heads[-len(cells) :], cells, strict=True):
            if cell.text_content() != ABSENT and not head.xpath(".//@data-says"):
                yield cell


def _reach(scroll):
    """On a phone tables and drawings scroll sideways: they are named, and reached by keyboard (WCAG 2.2, 2.1.1)."""
    shown = scroll.getparent()
    if shown.tag == "figure":
        shown.find("figcaption").set("id", f"{shown.get('id')}-caption")
    if "data-table--headline" not in shown.get("class"):
        scroll.attrib.update({"role": "region", "tabindex": "0", "aria-labelledby": f"{shown.get('id')}-caption"})


def _unfold(details):
    """Open what is folded; of the data of a chart no more than the table is left."""
    if details.get("class") == "figure__data":
        details.tag = "div"
    else:
        details.set("open", "")


def _point(link, section, known):
    """A link to a page of the document leads within it; any other is written out in full."""
    target = urljoin(section.address, link.get("href"))
    page, _, place = target.partition("#")
    if page in known:
        target = f"#{known[page]}--{place}" if place else f"#{known[page]}"
    link.set("href", target)
    for key in ("target", "rel"):
        link.attrib.pop(key, None)


def _from_here(address, section):
    """Give the way from the print edition to a file of the site."""
    here, there = urlsplit(section.edition), urlsplit(address)
    return address if here[:2] != there[:2] else posixpath.relpath(there.path, here.path)
