"""A new page of a year in both languages, in its place in the menu and in the list of sections, with data to fill in.

What the form asks of a page of this name – headings, tables, a criterion – is put on it; any other page gets a table.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from macros.check.form import wanted_heading
from macros.data.schema import LANGUAGES
from macros.data.source import BEGUN, Source
from macros.pages.nav import NAV
from macros.report.book import Book
from macros.show.tables.doubted import DISCREPANCIES
from macros.words.problems import Problem, Problems

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""How a page may be called: small letters and hyphens, for it is an address."""
_NEW = {"lv": "Jauna lapa", "en": "New page"}
_DESCRIBED = {"lv": "Apraksts vēl jāaizpilda.", "en": "The description is yet to be filled in."}
_TO_FILL_IN = {"lv": "Lapas teksts: jāaizpilda.", "en": "The text of the page: to be filled in."}
_TABLE = """{key}:
  caption: {{ lv: Jauna tabula, en: New table }}
  columns:
    name:
      heading: {{ lv: Nosaukums, en: Name }}
    count:
      heading: {{ lv: Skaits, en: Number }}
      kind: count
  rows:
"""


@dataclass(frozen=True)
class _Page:
    """The page to make: its name, its year, the sections of the form that belong on it."""

    name: str
    year: str
    sections: tuple[int, ...]

    @property
    def table(self) -> str:
        """The table that it gets if the form asks for none."""
        return self.name.replace("-", "_")


def new_page(root: Path, book: Book, name: str) -> list[str]:
    """Make the page `name`, such as `wellbeing`, in the newest year; give the files written.

    Raises `Problems` where it cannot be called so, or is there already.
    """
    year = max(book.site.years)
    file = f"docs/lv/{year}/{name}.md"
    if not NAME.fullmatch(name):
        lv = f"Lapu nevar nosaukt “{name}”: der mazie burti no a līdz z, cipari un defises, piemēram, wellbeing."
        en = f"A page cannot be called “{name}”: use small letters from a to z, digits and hyphens, such as wellbeing."
        raise Problems([Problem(f"docs/lv/{year}", 0, lv, en)])
    if any((root / f"docs/{language}/{year}/{name}.md").exists() for language in LANGUAGES):
        raise Problems([Problem(file, 0, "Šāda lapa jau ir.", "There already is such a page.")])
    form = book.site.form(year)
    sections = tuple(at for at, one in enumerate(form.sections if form else ()) if one.page == f"{name}.md")
    page = _Page(name, year, sections)
    written = {f"docs/{language}/{year}/{name}.md": _text(book, page, language) for language in LANGUAGES}
    written |= _listed(root, book, page) | _data(root, book, page)
    for path, text in written.items():
        (root / path).write_text(text, "utf-8")
    return [*written]


def _text(book, page, language):
    """Give the Markdown of the page: what the form asks for, else a heading and its table."""
    form = book.site.form(page.year)
    headings = [wanted_heading(book, form.sections[at], page.year, language) for at in page.sections]
    title = headings[0].text if headings else _NEW[language]
    lines = ["---", f"title: {_quoted(title)}", f"description: {_DESCRIBED[language]}", "---"]
    if not headings:
        lines += [f"# {title} {{ #{page.name} }}", "", _TO_FILL_IN[language], "", _call(page.table)]
    for at, heading in zip(page.sections, headings, strict=True):
        lines += [f"{'#' * heading.level} {heading.text} {{ #{heading.id} }}", ""]
        lines += [part.heading.in_(language) for part in form.parts if heading.level == 1 and page.name in _names(part)]
        lines += ["", *(words for name in form.sections[at].tables for words in (_call(name), ""))]
        lines += [] if form.sections[at].tables else [_TO_FILL_IN[language], ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip() + "\n"


def _names(part):
    return [page.removesuffix(".md") for page in part.pages]


def _quoted(title):
    return f'"{title}"' if ": " in title else title


def _call(table):
    return f'{{{{ table("{table}") }}}}'


def _before(book, page):
    """Give the page that the new one follows: the one before it in the form, else the last before the lists."""
    own = [path for path in book.nav if path.startswith(f"{page.year}/")]
    form = book.site.form(page.year)
    asked = [f"{page.year}/{one.page}" for one in form.sections[: page.sections[0]]] if page.sections else []
    lists = f"{page.year}/{DISCREPANCIES}.md"
    default = own[own.index(lists) - 1] if lists in own[1:] else own[-1]
    return next((path for path in reversed(asked) if path in own), default)


def _listed(root, book, page):
    """Give the menu and the front pages of the year with the new page after the one before it."""
    before = _before(book, page)
    text = (root / NAV).read_text("utf-8")
    found = {NAV: _after(text, rf"^( *- ){re.escape(before)}\n", rf"\g<0>\g<1>{page.year}/{page.name}.md\n")}
    for language in LANGUAGES:
        path, last = f"docs/{language}/{page.year}/index.md", before.rpartition("/")[2]
        form = book.site.form(page.year)
        wanted = [wanted_heading(book, form.sections[at], page.year, language).text for at in page.sections]
        link = f"- [{wanted[0] if wanted else _NEW[language]}]({page.name}.md)\n"
        text = (root / path).read_text("utf-8")
        found[path] = _after(text, rf"^- \[[^]\n]*\]\({re.escape(last)}\)\n", rf"\g<0>{link}")
    return found


def _after(text, pattern, instead):
    """Give a text with what comes after the last line of a pattern, as it is where there is none."""
    lines = [*re.finditer(pattern, text, re.MULTILINE)]
    return text[: lines[-1].start()] + lines[-1].expand(instead) + text[lines[-1].end() :] if lines else text


def _data(root, book, page):
    """Give the data that the page waits for: the answers to its criterion, or a table of its own."""
    report, form = book.site.years[page.year], book.site.form(page.year)
    asked = {name for at in page.sections for name in form.sections[at].tables}
    new = [key for key in form.criteria if f"criteria.{key}.indicators" in asked and key not in report.criteria.items]
    if new:
        path = f"data/{page.year}/criteria.yml"
        text = (root / path).read_text("utf-8").rstrip("\n") + "\n"
        source, last = Source(text), [*report.criteria.items][-1]
        end = source.lines(("items", last))[1]
        return {path: text[:end] + "".join(map(_answers, new, (form.criteria[key] for key in new))) + text[end:]}
    if page.sections:
        return {}
    path = f"data/{page.year}/tables.yml"
    file = root / path
    text = file.read_text("utf-8").rstrip("\n") + "\n" if file.exists() else BEGUN.format(topic="tables")
    return {path: text + _TABLE.format(key=page.table)}


def _answers(key, criterion):
    blanks = "".join(f"      {name}:\n        strengths:\n        needs:\n" for name in criterion.indicators)
    return f"  {key}:\n    methods: []\n    indicators:\n{blanks}"
