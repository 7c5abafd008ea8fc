"""Join the sections of a year into one stand-alone document for paper."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from macros.html.policy import ON_PAPER
from macros.html.templates import ours
from macros.paper.code import code
from macros.paper.templates import fill
from macros.words.spaces import single_spaced

_OF_FORM = re.compile(r'<p class="form-section">.*?</p>\n?', re.DOTALL)


@dataclass(frozen=True)
class Printed:
    """A page of the year as a section of the document: see `section`."""

    name: str
    """Its id, which leads every id within."""
    title: str
    """Its heading, as the contents have it."""
    said: str
    """All that it says, pictures too, with single spaces."""
    html: str
    figures: tuple[tuple[str, str | None, str], ...]
    """Each figure in it, once for each way in which it is written: its name in the data, its value, its words."""
    site: str
    """The address of the language's site."""


@dataclass(frozen=True)
class Cover:
    """What stands on the first page; plain words where nothing else is said."""

    language: str
    title: str
    centre: str
    centre_html: str
    """The centre's name as HTML, with Latvian words marked."""
    year: str
    status: str
    written: str
    """The language, as words."""
    edition: str
    """The label before the edition's number."""
    document: tuple[tuple[str, str], ...]
    """What the document is given when it is signed: label, and HTML or nothing where a line is to be filled in."""
    note: str
    """Which language prevails; empty in Latvian."""
    contents: str
    """The heading of the contents."""


@dataclass(frozen=True)
class Proof:
    """Where the figures of an edition stay, and what else only a site knows of it."""

    address: str
    words: str
    """What stands there."""
    code: str
    """What the square code that leads there says of itself, with `{address}` for where it leads."""
    sections: Mapping[str, str]
    """Where the code of each section leads, by its name."""
    section_code: str
    """What that code says of itself, with `{address}`, too."""
    linked: str
    """Its JSON-LD."""


def edition_id(cover: Cover, sections: Iterable[Printed]) -> str:
    """Give the number of an edition: the first twelve hexadecimal digits of SHA-256 over all that it says.

    It follows the words and pictures' descriptions alone, so the same report has the same number wherever it is built.
    """
    said = [single_spaced(f"{key}: {value}") for key, value in vars(cover).items()]
    said += [line for section in sections for line in (section.name, section.said)]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:12]


def assemble(cover: Cover, sections: Sequence[Printed], number: str, style: str, proof: Proof | None = None) -> str:
    """Give the document as HTML; `number` is that of the edition, `style` the address of its style sheet.

    The cover leads to the `proof`, and each section to where that says.
    """
    return fill(
        "edition.html",
        cover=cover,
        centre=ours(cover.centre_html),
        lines=[(label, ours(entry)) for label, entry in cover.document],
        number=number,
        proof=proof,
        code=ours(code(proof.address, proof.code)) if proof else "",
        style=style,
        policy=ours(ON_PAPER),
        linked=ours(proof.linked) if proof else "",
        contents=[(section.name, section.title) for section in sections],
        sections=[ours(_with_code(section, proof) if proof else section.html) for section in _formed_once(sections)],
    )


def _formed_once(sections):
    """Yield the sections; the line that says which part of the form one belongs to is not said again by the next."""
    before = None
    for section in sections:
        line = _OF_FORM.search(section.html)
        repeated = line and before and line[0] == before[0]
        yield replace(section, html=_OF_FORM.sub("", section.html, count=1)) if repeated else section
        before = line


def _with_code(section, proof):
    """Give the HTML of a section with the code behind its title."""
    title, end, rest = section.html.partition("</h2>")
    return f"{title}{end}{code(proof.sections[section.name], proof.section_code)}{rest}"
