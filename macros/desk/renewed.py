"""What the program keeps up to date in files of the repository because editors and GitHub look for it there.

The JSON Schemas of the data are the program's own. The issue forms are written by hand, but for their lists of what
there is to choose from: school years, the pages of the latest year and of the whole site, the files of the data.
"""

import json
from pathlib import Path

from macros.report.book import Book
from macros.report.issue_forms import with_lists

SCHEMAS = "schemas"


def renewed(book: Book) -> dict[str, str]:
    """Give what each file has to hold: path → text."""
    from macros.desk.editor import schemas  # noqa: PLC0415 – the checks need nothing but the forms

    shapes = {name: json.dumps(schema, ensure_ascii=False, indent=1) for name, schema in schemas().items()}
    files = {f"{SCHEMAS}/{name}.json": f"{shape}\n" for name, shape in shapes.items()}
    return files | {path: with_lists(form, book) for path, form in book.issue_forms.items()}


def renew(root: Path, book: Book) -> list[str]:
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
