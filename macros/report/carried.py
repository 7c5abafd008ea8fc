"""What a new school year still says in the words of the year before: `docs/carried.txt`, a list to work through.

Each line names a page (`2025-2026/learners.md`) or a file of data (`data/2025-2026/learners.yml`). Whoever has gone
through it deletes its line.
"""

from pathlib import Path

FILE = "docs/carried.txt"


def read_carried(root):
    """Give the names in `docs/carried.txt` below `root` with their lines; none where there is no such file."""
    file = Path(root) / FILE
    lines = file.read_bytes().decode("utf-8", "replace").splitlines() if file.is_file() else []
    return {line.strip(): number for number, line in enumerate(lines, 1) if line.strip()}


def to_review(book, page):
    """Say whether a page, or data that it shows, have yet to be gone through."""
    shown = {f"data/{page.year}/{(call.get('name') or '').split('.')[0]}.yml" for call in page.calls}
    return page.path in book.carried or not shown.isdisjoint(book.carried)
