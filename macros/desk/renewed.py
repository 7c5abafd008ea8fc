"""What the program keeps up to date in files of the repository because editors and GitHub look for it there.

The JSON Schemas of the data are the program's own. The issue forms are written by hand, but for their lists of what
there is to choose from: school years, the pages of the latest year and of the whole site, the files of the data.
"""

import json
import re
from pathlib import Path

from macros.data.schema import LANGUAGES, Report, Site
from macros.desk.hints import hint
from macros.words.language import school_year

SCHEMAS = "schemas"
ISSUE_FORMS = ".github/ISSUE_TEMPLATE"
_LIST = re.compile(
    r"^ +id: (?P<id>year|page|file)\n(?:(?! *- type:) .*\n)*?"
    r"(?P<indent> +)options:\n(?P<items>(?:(?P=indent)  - .*\n)+)",
    re.MULTILINE,
)


def read_issue_forms(root):
    """Give the issue forms of the project at `root`: path → text. Never raises for what a file holds."""
    files = [file for file in sorted(Path(root, ISSUE_FORMS).glob("*.yml")) if file.is_file() and not file.is_symlink()]
    return {f"{ISSUE_FORMS}/{file.name}": file.read_text("utf-8", "replace") for file in files}


def with_lists(form, book):
    """Give an issue form with its lists as they are today."""
    lists = {"year": _years, "page": _pages, "file": _files}

    def renew(match):
        items = dict.fromkeys(lists[match["id"]](book))  # GitHub takes no form that offers the same twice
        lines = (f"{match['indent']}  - {json.dumps(item, ensure_ascii=False)}\n" for item in items)
        return match[0].removesuffix(match["items"]) + "".join(lines)

    return _LIST.sub(renew, form)


def renewed(book):
    """Give what each file has to hold: path → text."""
    from macros.desk.editor import schemas  # noqa: PLC0415 – the checks need nothing but the forms

    shapes = {name: json.dumps(schema, ensure_ascii=False, indent=1) for name, schema in schemas().items()}
    files = {f"{SCHEMAS}/{name}.json": f"{shape}\n" for name, shape in shapes.items()}
    return files | {path: with_lists(form, book) for path, form in book.issue_forms.items()}


def renew(root, book):
    """Write what each file has to hold, delete schemas of no file, and give the paths of what has changed."""
    files = renewed(book)
    kept = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in Path(root, SCHEMAS).glob("*.json")}
    changed = [path for path, text in files.items() if (kept | book.issue_forms).get(path) != text]
    gone = [path for path in kept if path not in files]
    for path in changed:
        file = Path(root, path)
        file.parent.mkdir(exist_ok=True)
        file.write_text(files[path], "utf-8")
    for path in gone:
        Path(root, path).unlink()
    return sorted(changed + gone)


def _years(book):
    for year in sorted(book.site.years, reverse=True):
        yield school_year(year, "lv")


def _pages(book):
    titles = {page.file: (page.front_matter or {}).get("title", page.path) for page in book.pages}
    for path in book.nav:
        if "/" not in path or path.startswith(f"{book.site.latest}/"):
            yield " / ".join(titles.get(f"docs/{language}/{path}", path) for language in LANGUAGES)
    yield "cita lapa vai visa vietne / another page, or the whole site"


def _files(_book):
    for name in (*Report.model_fields, *Site.model_fields):
        if name != "years":
            yield f"{name}.yml – " + " / ".join(hint(name))
