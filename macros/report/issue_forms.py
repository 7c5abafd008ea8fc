"""GitHub's issue forms, and what they offer: school years, pages, files of data."""

import json
import re
from pathlib import Path

from macros.data.hints import hint
from macros.data.schema import LANGUAGES, Report, Site
from macros.report.book import Book
from macros.words.language import school_year

ISSUE_FORMS = ".github/ISSUE_TEMPLATE"
LARGEST = 50_000
"""The largest that is read, in bytes; ours have a tenth of it."""
_LIST = re.compile(
    r"^ +id: (?P<id>year|page|file)\n(?:(?! *- type:) .*\n)*?"
    r"(?P<indent> +)options:\n(?P<items>(?:(?P=indent)  - .*\n)+)",
    re.MULTILINE,
)


def read_issue_forms(root: Path | str) -> dict[str, str]:
    """Give the issue forms of the project at `root`: path → text. Never raises for what a file holds."""
    files = [file for file in sorted(Path(root, ISSUE_FORMS).glob("*.yml")) if file.is_file() and not file.is_symlink()]
    small = [file for file in files if file.stat().st_size <= LARGEST]
    return {f"{ISSUE_FORMS}/{file.name}": file.read_text("utf-8", "replace") for file in small}


def with_lists(form: str, book: Book) -> str:
    """Give an issue form with its lists as they are today."""
    lists = {"year": _years, "page": _pages, "file": _files}

    def renew(match: re.Match[str]) -> str:
        items = dict.fromkeys(lists[match["id"]](book))  # GitHub takes no form that offers the same twice
        lines = (f"{match['indent']}  - {json.dumps(item, ensure_ascii=False)}\n" for item in items)
        return match[0].removesuffix(match["items"]) + "".join(lines)

    return _LIST.sub(renew, form)


def _years(book):
    for year in sorted(book.site.years, reverse=True):
        yield school_year(year, "lv")


def _pages(book):
    titles = {page.file: (page.front_matter or {}).get("title", page.path) for page in book.whole.pages}
    for path in book.nav:
        if "/" not in path or path.startswith(f"{book.site.latest}/"):
            yield " / ".join(titles.get(f"docs/{language}/{path}", path) for language in LANGUAGES)
    yield "cita lapa vai visa vietne / another page, or the whole site"


def _files(_book):
    for name in (*Report.model_fields, *Site.model_fields):
        if name != "years":
            yield f"{name}.yml – " + " / ".join(hint(name))
