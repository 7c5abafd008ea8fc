"""The pages of a new school year: those of the year before, without what is no longer there."""

import re
import shutil

from macros.new_year.renamed import named_anew, next_school_year

_NOTE = re.compile(r"""^\{\{ note\("([a-z0-9_]+)"\) \}\}\n+""", re.MULTILINE)
_SECTION = re.compile(r"^## .*?\{ #([\w-]+) \}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_PRIORITY = re.compile(r"""^\{\{ table\("priorities\.\w+"\) \}\}\n*""", re.MULTILINE)
_TABLES = re.compile(r"""\{\{ (?:table|figure)\("(\w+)""")


def copy_pages(folder, site, exists, before, year):
    """Copy the pages of a language, without notes on what is no longer found and links to headings no longer there."""
    shutil.copytree(folder / before, folder / year)
    records, gone = site.years[year].discrepancies, {}
    for file in sorted((folder / year).rglob("*.md")):
        text = next_school_year(file.read_text("utf-8"))
        text, gone[file.name] = _sections(text, site, year, folder.name)
        text = _NOTE.sub(lambda note: note[0] if note[1] in records else "", text).rstrip("\n") + "\n"
        file.write_text(named_anew(text, exists, before, year), "utf-8")
    for file in (folder / year).rglob("*.md"):
        text = file.read_text("utf-8")
        for page, anchor in ((page, anchor) for page, anchors in gone.items() for anchor in anchors):
            text = text.replace(f"]({page}#{anchor})", f"]({page})").replace(f"](#{anchor})", f"]({file.name})")
        file.write_text(text, "utf-8")
    index = folder / "index.md"
    text = listed(index.read_text("utf-8"), rf"^()- .*\]\({before}/index\.md\).*\n")
    if f"]({year}/index.md)" not in text:
        title = re.search(r"^# (.*?)(?: \{.*)?$", (folder / year / "index.md").read_text("utf-8"), re.MULTILINE)[1]
        text += f"\n- [{title}]({year}/index.md)\n"
    index.write_text(text, "utf-8")


def _sections(text, site, year, language):
    """Give a page with a section per priority in place of those of the year before, and the ids that are gone.

    Where a section has other tables too, only its calls change.
    """
    priorities = site.years[year].priorities.items
    calls = {key: f'{{{{ table("priorities.{key}") }}}}\n\n' for key in priorities}
    before = [part for part in _SECTION.finditer(text) if set(_TABLES.findall(part[0])) == {"priorities"}]
    if not before:
        first = _PRIORITY.search(text)
        rest = _PRIORITY.sub("", text[first.end() :]) if first else ""
        return (text[: first.start()] + "".join(calls.values()) + rest if first else text), []
    made = ""
    for key, item in priorities.items():
        number = site.words.labels.number.in_(language).replace("{number}", item.number)
        made += f"## {number}. {item.name.in_(language)} {{ #{key.replace('_', '-')} }}\n\n{calls[key]}"
    for index, part in reversed([*enumerate(before)]):
        text = text[: part.start()] + ("" if index else made) + text[part.end() :]
    return text, [part[1] for part in before if f"{{ #{part[1]} }}" not in made]


def listed(text, lines):
    """Give a list of years with the new one before the last, as that one is written; `lines` is a pattern of these."""
    last = re.search(lines, text, re.MULTILINE)
    if last is None:
        return text
    new = next_school_year(last[0], between=("./", "/", "-"))
    return text if new in text else text[: last.start()] + new + text[last.start() :]
