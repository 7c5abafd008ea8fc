"""A page with the texts of a document: below each heading that both have, those of the document."""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.office.word.read import Part
from macros.pages.page import Page

ALIKE = 0.85
"""How alike two headings are, from 0 to 1, that are one."""
_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?(?=\s)")
_DEEPEST = 4


@dataclass
class _Section:
    """A heading of the page, and what stands below it until the next; the words of the page's top have no heading."""

    level: int
    heading: str
    lines: str
    blocks: list[str]
    above: tuple[str, ...] = ()
    """What stays above the texts when these are replaced: what has attributes of its own."""
    behind: tuple[str, ...] = ()
    """What stays behind them: tables, figures, lists of the data, pictures."""


def placed(page: Page, parts: Sequence[Part], other: Page | None = None) -> str:
    """Give the text of a page, without its front matter, with the parts of a document in their places.

    Below a heading of both, the document's texts take the place of the page's; what stands alone there – tables,
    figures, lists of the data – stays behind them. A heading that the page has not comes behind the one before it and
    all that is under that, with the address that it has on the `other` page, that of the other language, if it is there
    already, and else with one of its own. What the document does not speak of stays as it is, and a table that is
    called already is not called again.
    """
    sections = [*_sections(page)]
    known = {section.heading: section for section in sections if section.heading}
    calls = {block: section for section in sections for block in section.behind}
    at, levels = sections[:2][-1], (0, 0)
    given: dict[int, int] = {}
    here = {one.id for one in page.headings}
    elsewhere = [one for one in other.headings if one.id and one.id not in here] if other else []
    for part in parts:
        given = {level: one for level, one in given.items() if level <= part.level}
        found = _same(part.heading, known) if part.level else next(iter(known.values()), at)
        if found is None:
            level = min(max(levels[1] + part.level - levels[0], 2), at.level + 1, _DEEPEST)
            level = given.get(part.level, level)
            same = next((one for one in elsewhere if one.level == level), None)
            if same:
                elsewhere.remove(same)
            address = (same and same.id) or _address(part.heading, page, sections)
            found = _Section(level, part.heading, f"{'#' * level} {part.heading} {{ #{address} }}", [])
            sections.insert(_end(sections, at, level), found)
        elif part.level:
            levels = part.level, found.level
        given[part.level] = found.level
        if part.blocks:
            behind = (block for block in found.behind if block not in part.blocks)
            blocks = (block for block in part.blocks if calls.get(block, found) is found)
            found.blocks = [*found.above, *blocks, *behind]
        at = found
    texts = (text for section in sections for text in (section.lines, *section.blocks) if text)
    return "\n\n".join(texts) + "\n"


def _end(sections, at, level):
    """Give where a new heading of a level goes: behind the section `at` and all deeper ones that follow it."""
    start = sections.index(at) + 1
    return next((place for place in range(start, len(sections)) if sections[place].level <= level), len(sections))


def _sections(page: Page) -> Iterator[_Section]:
    """Yield what stands before the first heading, and each heading with what stands below it."""
    lines = dict(page.lines)
    section = _Section(0, "", "", [])
    for block in page.blocks.top:
        typed = "\n".join(lines[line] for line in range(block.first, block.last + 1)).rstrip()
        if block.kind == "heading":
            yield section
            section = _Section(block.level, block.words.strip(), typed, [])
        else:
            section.blocks.append(typed)
            if block.attributes:
                section.above += (typed,)
            elif block.kind == "call" or (block.links and all(link.image for link in block.links)):
                section.behind += (typed,)
    yield section


def _same(heading, known):
    """Give the section of a heading: the one with its number, the same words, or almost."""
    number = _NUMBER.match(heading)
    by_number = {found[0].rstrip("."): one for title, one in known.items() if (found := _NUMBER.match(title))}
    if number and number[0].rstrip(".") in by_number:
        return by_number[number[0].rstrip(".")]
    plain = {_plain(title): one for title, one in known.items()}
    near = difflib.get_close_matches(_plain(heading), plain, 1, ALIKE)
    return plain[near[0]] if near else None


def alike(one: str, other: str) -> bool:
    """Say whether two headings are one."""
    return difflib.SequenceMatcher(None, _plain(one), _plain(other)).ratio() >= ALIKE


def _plain(heading):
    return " ".join(re.findall(r"\w+", heading.casefold()))


def _address(heading, page, sections):
    """Give an address that the page does not have yet: the heading's words in letters of English."""
    letters = unicodedata.normalize("NFKD", _NUMBER.sub("", heading).casefold()).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", letters))[:40].strip("-") or "section"
    taken = {one.id for one in page.headings} | set(
        re.findall(r"\{ #(\S+) \}", " ".join(one.lines for one in sections))
    )
    return next(name for name in (words, *(f"{words}-{n}" for n in range(2, 1000))) if name not in taken)
