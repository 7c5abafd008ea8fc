"""The pages of a new school year: those of the year before, without what is no longer there."""

import re
import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from macros.data.schema import Report, Site
from macros.data.source import Source
from macros.history.new_year.data import change
from macros.history.new_year.renamed import Existing, named_anew, next_school_year
from macros.pages.calls import SPAN, calls_in
from macros.pages.front import divided
from macros.pages.scan import read_blocks
from macros.show.joined import CHANGES, FIGURES_OF_YEARS, YEARS
from macros.show.tables.doubted import DISCREPANCIES
from macros.words.language import YEAR, year_after

_SECTION = 2
"""The level of the headings of a page's sections."""
_CLAIM = re.compile(r"""[ ]?\{\{\s*claim\(\s*["'](\w+)["']\s*\)\s*\}\}""")
_TABLES = re.compile(r"""\{\{\s*(?:table|figure)\(\s*["'](\w+)""")
_FOR_THE_MUNICIPALITY = re.compile(r"^#+ [^\n]*\{ *#municipality *\}\n\n(?=- )", re.MULTILINE)
_YEAR_LISTED = re.compile(rf"^- \[[^\n]*\]\({YEAR}/index\.md\)[^\n]*\n", re.MULTILINE)


@dataclass(frozen=True)
class _Part:
    """A section of a page, from its heading to the next: where it starts and ends in the text, its line and id."""

    start: int
    end: int
    line: int
    id: str | None
    text: str


def copy_pages(folder: Path, site: Site, exists: Existing, before: str, year: str) -> list[str]:
    """Copy the pages of a language, without links to headings and claims no longer there.

    Give the places in the year before, such as `docs/lv/2024-2025/priorities.md:12`, of words that do not come along.
    """
    shutil.copytree(folder / before, folder / year)
    gone, left = {}, []
    for file in sorted((folder / year).rglob("*.md")):
        text = next_school_year(file.read_text("utf-8").rstrip("\n") + "\n")
        text, gone[file.name], lines = _sections(text, site, year, folder.name)
        left += [f"docs/{folder.name}/{before}/{file.relative_to(folder / year)}:{line}" for line in lines]
        text = _CLAIM.sub(lambda call: call[0] if call[1] in exists[year]["claim"] else "", text)
        file.write_text(named_anew(text.rstrip("\n") + "\n", exists, before, year), "utf-8")
    for file in (folder / year).rglob("*.md"):
        text = file.read_text("utf-8")
        for page, anchor in ((page, anchor) for page, anchors in gone.items() for anchor in anchors):
            text = text.replace(f"]({page}#{anchor})", f"]({page})").replace(f"](#{anchor})", f"]({file.name})")
        file.write_text(text, "utf-8")
    index = folder / "index.md"
    text = index.read_text("utf-8").rstrip("\n") + "\n"
    if item := _item_with(text, f"{before}/index.md"):
        text = _with_the_next(text, *item)
    if f"]({year}/index.md)" not in text:
        title = _blocks((folder / year / "index.md").read_text("utf-8")).headings[0].words
        text += f"\n- [{title}]({year}/index.md)\n"
    index.write_text(text, "utf-8")
    return left


def tell_changes(folder: Path, year: str) -> None:
    """Begin the page of the year that tells what changed since the one before, unless it came along from that.

    What is for the municipality leads to it first, where there is such a section.
    """
    page, front = folder / year / f"{CHANGES}.md", folder / year / "index.md"
    if not page.is_file():
        shutil.copy(Path(__file__).with_name(f"{CHANGES}.{folder.name}.md"), page)
        text = front.read_text("utf-8")
        front.write_text(_FOR_THE_MUNICIPALITY.sub(rf"\g<0>- {_link_to(page)}\n", text, count=1), "utf-8")


def set_side_by_side(folder: Path) -> None:
    """Begin the pages on which years stand side by side, unless there are; the list of years leads to the first."""
    page, front = folder / YEARS, folder / "index.md"
    if page.is_file():
        return
    for begun in (YEARS, FIGURES_OF_YEARS):
        shutil.copy(Path(__file__).with_name(f"{Path(begun).stem}.{folder.name}.md"), folder / begun)
    words = front.read_text("utf-8")
    if (listed := [*_YEAR_LISTED.finditer(words)]) and f"]({YEARS})" not in words:
        end = listed[-1].end()
        front.write_text(f"{words[:end]}- {_link_to(page)}\n{words[end:]}", "utf-8")


def _link_to(page):
    """Give a link to a page beside the one it is for, called as its heading is."""
    return f"[{_blocks(page.read_text('utf-8')).headings[0].words}]({page.name})"


def keep_places(data: Path, report: Report, pages: Path) -> None:
    """Let the notes of records whose section is gone stand on its page; `pages` is the folder of the Latvian ones."""
    ids = {
        f"{file.relative_to(pages).with_suffix('').as_posix()}#{heading.id}"
        for file in pages.rglob("*.md")
        for heading in _blocks(file.read_text("utf-8")).headings
    }
    for key, record in report.discrepancies.items():
        places = dict.fromkeys(place if place in ids else place.partition("#")[0] for place in record.shown)
        if tuple(places) != record.shown:
            change(data, DISCREPANCIES, partial(Source.put, values={(key, "shown"): f"[{', '.join(places)}]"}))


def _sections(text, site, year, language):
    """Give a page with a section per priority in place of those of the year before.

    With it come the ids that are gone and the lines of sections whose own words are gone with them. Where a section has
    other tables too, only its calls change.
    """
    priorities = site.years[year].priorities.items
    calls = {key: f'{{{{ table("priorities.{key}") }}}}\n\n' for key in priorities}
    before = [part for part in _parts(text) if set(_TABLES.findall(part.text)) == {"priorities"}]
    if not before:
        places = [place for place, name in _alone(text, "table") if name.startswith("priorities.")]
        kept = _without(text, places)
        return (kept[: places[0].start] + "".join(calls.values()) + kept[places[0].start :] if places else text), [], []
    made = ""
    for key, item in priorities.items():
        number = site.words.labels.said("number", language, number=item.number)
        made += f"## {number}. {item.name.in_(language)} {{ #{key.replace('_', '-')} }}\n\n{calls[key]}"
    lines = [part.line for part in before if SPAN.sub("", part.text.partition("\n")[2]).strip()]
    for index, part in reversed([*enumerate(before)]):
        text = text[: part.start] + ("" if index else made) + text[part.end :]
    return text, [part.id for part in before if part.id and f"{{ #{part.id} }}" not in made], lines


def _blocks(text):
    _front, body, first_line = divided(text)
    return read_blocks(body, first_line)


def _alone(text, macro):
    """Yield where each call of a macro that stands alone lies, with the empty lines below it, and what it names."""
    for around in _blocks(text).all:
        block = around[-1]
        for call in calls_in(block.words, "")[0] if block.kind == "call" else ():
            if call.macro == macro:
                below = text[_offset(text, block.last + 1) :]
                yield slice(_offset(text, block.first), len(text) - len(below.lstrip("\n"))), call.get("name")


def _without(text, places):
    for place in reversed(places):
        text = text[: place.start] + text[place.stop :]
    return text


def _parts(text):
    """Yield each `_Part` of a page that has a heading of the second level."""
    headings = [block for block in _blocks(text).top if block.kind == "heading" and block.level <= _SECTION]
    starts = [*(_offset(text, heading.first) for heading in headings), len(text)]
    for heading, start, end in zip(headings, starts, starts[1:], strict=False):
        if heading.level == _SECTION:
            yield _Part(start, end, heading.first, heading.id, text[start:end])


def _item_with(text, target):
    """Give where the first item of a list that links to a page starts and ends, or None."""
    for around in _blocks(text).all:
        items = [block for block in around if block.kind == "item"]
        if items and any(link.target == target for link in around[-1].links):
            return _offset(text, items[-1].first), _offset(text, items[-1].last + 1)
    return None


def _offset(text, line):
    """Give where a line starts in a text."""
    return sum(len(before) + 1 for before in text.split("\n")[: line - 1])


def in_nav(text: str, before: str) -> str:
    """Give the settings with the pages of the new year before those of the year before, as these are written.

    The pages on which years stand side by side come after all of them.
    """
    text = text.rstrip("\n") + "\n"
    source = Source(text)
    of_the_year = [
        next(path[:end] for end in range(2, len(path) + 1) if _all_of(source, path[:end], before))
        for path, page in source.values("nav")
        if page.startswith(f"{before}/")
    ]
    if not of_the_year:
        return text
    start, end = source.lines(of_the_year[0])[0], source.lines(of_the_year[-1])[1]
    if YEARS not in dict(source.values("nav")).values():
        indent = text[start:].partition("-")[0]
        text = f"{text[:end]}{indent}- {YEARS}\n{indent}- {FIGURES_OF_YEARS}\n{text[end:]}"
    year = year_after(before)
    there = any(page.startswith(f"{year}/") for _path, page in source.values("nav"))
    return _with_changes(text if there else _with_the_next(text, start, end), year)


def _with_changes(text, year):
    """Give the settings with the page of what changed in a year before its lists, unless they have it."""
    path = f"{year}/{CHANGES}.md"
    pages = [*re.finditer(rf"^( *- ){year}/([\w-]+)\.md\n", text, re.MULTILINE)]
    if not pages or path in text:
        return text
    at = next((page.start() for page in pages if page[2] == DISCREPANCIES), pages[-1].end())
    return f"{text[:at]}{pages[-1][1]}{path}\n{text[at:]}"


def _all_of(source, path, year):
    return all(page.startswith(f"{year}/") for _path, page in source.values(*path))


def _with_the_next(text, start, end):
    """Give a list of years with the new one before the last, whose lines these are."""
    new = next_school_year(text[start:end], between=("./", "/", "-"))
    return text if new in text else text[:start] + new + text[start:]
