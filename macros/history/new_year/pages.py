"""The pages of a new school year: those of the year before, without what is no longer there."""

import re
import shutil

from macros.data.source import Source
from macros.history.new_year.renamed import named_anew, next_school_year
from macros.pages.calls import SPAN

_ALONE = r"""^[ \t]*\{\{\s*%s\(\s*["'](%s)["']\s*\)\s*\}\}[ \t]*(?:\n+|\Z)"""
"""A call that stands on a line of its own, however it is spaced and quoted."""
_NOTE = re.compile(_ALONE % ("note", r"\w+"), re.MULTILINE)
_PRIORITY = re.compile(_ALONE % ("table", r"priorities\.\w+"), re.MULTILINE)
_SECTION = re.compile(r"^##[ \t][^\n]*?(?:\{\s*#([\w-]+)\s*\})?[ \t]*\n.*?(?=^##[ \t]|\Z)", re.MULTILINE | re.DOTALL)
_TABLES = re.compile(r"""\{\{\s*(?:table|figure)\(\s*["'](\w+)""")


def copy_pages(folder, site, exists, before, year):
    """Copy the pages of a language, without notes on what is no longer found and links to headings no longer there.

    Give the places in the year before, such as `docs/lv/2024-2025/priorities.md:12`, of words that do not come along.
    """
    shutil.copytree(folder / before, folder / year)
    records, gone, left = site.years[year].discrepancies, {}, []
    for file in sorted((folder / year).rglob("*.md")):
        text = next_school_year(file.read_text("utf-8").rstrip("\n") + "\n")
        text, gone[file.name], lines = _sections(text, site, year, folder.name)
        left += [f"docs/{folder.name}/{before}/{file.relative_to(folder / year)}:{line}" for line in lines]
        text = _NOTE.sub(lambda note: note[0] if note[1] in records else "", text).rstrip("\n") + "\n"
        file.write_text(named_anew(text, exists, before, year), "utf-8")
    for file in (folder / year).rglob("*.md"):
        text = file.read_text("utf-8")
        for page, anchor in ((page, anchor) for page, anchors in gone.items() for anchor in anchors):
            text = text.replace(f"]({page}#{anchor})", f"]({page})").replace(f"](#{anchor})", f"]({file.name})")
        file.write_text(text, "utf-8")
    index = folder / "index.md"
    text = index.read_text("utf-8").rstrip("\n") + "\n"
    if item := re.search(rf"^[ \t]*(?:[-*+]|\d+\.)[ \t].*\]\({before}/index\.md\).*\n", text, re.MULTILINE):
        text = _with_the_next(text, *item.span())
    if f"]({year}/index.md)" not in text:
        title = re.search(r"^# (.*?)(?: \{.*)?$", (folder / year / "index.md").read_text("utf-8"), re.MULTILINE)[1]
        text += f"\n- [{title}]({year}/index.md)\n"
    index.write_text(text, "utf-8")
    return left


def _sections(text, site, year, language):
    """Give a page with a section per priority in place of those of the year before.

    With it come the ids that are gone and the lines of sections whose own words are gone with them. Where a section has
    other tables too, only its calls change.
    """
    priorities = site.years[year].priorities.items
    calls = {key: f'{{{{ table("priorities.{key}") }}}}\n\n' for key in priorities}
    before = [part for part in _SECTION.finditer(text) if set(_TABLES.findall(part[0])) == {"priorities"}]
    if not before:
        first = _PRIORITY.search(text)
        rest = _PRIORITY.sub("", text[first.end() :]) if first else ""
        return (text[: first.start()] + "".join(calls.values()) + rest if first else text), [], []
    made = ""
    for key, item in priorities.items():
        number = site.words.labels.number.in_(language).replace("{number}", item.number)
        made += f"## {number}. {item.name.in_(language)} {{ #{key.replace('_', '-')} }}\n\n{calls[key]}"
    worded = [part for part in before if SPAN.sub("", part[0].partition("\n")[2]).strip()]
    lines = [text.count("\n", 0, part.start()) + 1 for part in worded]
    for index, part in reversed([*enumerate(before)]):
        text = text[: part.start()] + ("" if index else made) + text[part.end() :]
    return text, [part[1] for part in before if part[1] and f"{{ #{part[1]} }}" not in made], lines


def in_nav(text, before):
    """Give `mkdocs.yml` with the pages of the new year before those of the year before, as these are written."""
    text = text.rstrip("\n") + "\n"
    source = Source(text)
    of_the_year = [
        next(path[:end] for end in range(2, len(path) + 1) if _all_of(source, path[:end], before))
        for path, page in source.values("nav")
        if page.startswith(f"{before}/")
    ]
    if not of_the_year:
        return text
    return _with_the_next(text, source.lines(of_the_year[0])[0], source.lines(of_the_year[-1])[1])


def _all_of(source, path, year):
    return all(page.startswith(f"{year}/") for _path, page in source.values(*path))


def _with_the_next(text, start, end):
    """Give a list of years with the new one before the last, whose lines these are."""
    new = next_school_year(text[start:end], between=("./", "/", "-"))
    return text if new in text else text[:start] + new + text[start:]
