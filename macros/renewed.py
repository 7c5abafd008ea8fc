"""Files that the program writes and the repository keeps, because editors look for them there."""

import json
from pathlib import Path

from macros.editor import schemas

SCHEMAS = "schemas"


def renewed(_book):
    """Give what each file has to hold: path → text."""
    shapes = {name: json.dumps(schema, ensure_ascii=False, indent=1) for name, schema in schemas().items()}
    return {f"{SCHEMAS}/{name}.json": f"{shape}\n" for name, shape in shapes.items()}


def renew(root, book):
    """Write what each file has to hold, delete schemas of no file, and give the paths of what has changed."""
    files = renewed(book)
    kept = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in Path(root, SCHEMAS).glob("*.json")}
    changed = [path for path, text in files.items() if kept.get(path) != text]
    gone = [path for path in kept if path not in files]
    for path in changed:
        file = Path(root, path)
        file.parent.mkdir(exist_ok=True)
        file.write_text(files[path], "utf-8")
    for path in gone:
        Path(root, path).unlink()
    return sorted(changed + gone)
