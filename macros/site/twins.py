"""The compressed twins of files, which servers give to browsers that take them: `page.html.br`, `page.html.gz`."""

import os
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import brotli

from macros import kept
from macros.html.policy import IMMUTABLE
from macros.site.outputs import write

_GZIP = 31
"""What tells zlib to write a gzip, with no name and no time; `gzip` has begun it otherwise since Python 3.13."""
ENDINGS = (".html", ".css", ".js", ".json", ".jsonld", ".svg", ".xml", ".csv")
"""The files that have twins; all others are compressed as they are."""
TWINS: dict[str, Callable[[bytes, int], bytes]] = {
    ".br": lambda content, quality: brotli.compress(content, quality=quality),
    ".gz": lambda content, _quality: zlib.compress(content, 9, wbits=_GZIP),
}
"""How a file becomes its twin, by ending: of its content, and the quality of Brotli."""
ENOUGH = 12_000
"""How many bytes of a compressed page are few enough for whoever waits for it."""
_HAS_ONE = "sitemap.xml"
"""MkDocs makes a twin of this, with a date that is of use to robots."""


def write_twins(site: Path, root: Path, last: Path) -> None:
    """Write the twins of all files in the folder `site`; those made before are what the project at `root` has kept.

    What the `last` site has is linked.
    """
    for folder, _folders, names in os.walk(site):
        before = last / os.path.relpath(folder, site)
        for name in names:
            if name.endswith(ENDINGS) and name != _HAS_ONE:
                file = Path(folder, name)
                content = file.read_bytes()
                kind = IMMUTABLE if folder.endswith(f"/{IMMUTABLE}") else Path(name).suffix
                key, make = kept.own_key("twins", kind, content), partial(twins_of, content, kind)
                twins = kept.files_made(root, key, make)
                write(((name + ending, twin) for ending, twin in twins.items()), file.parent, before)


def twins_of(content: bytes, kind: str) -> dict[str, bytes]:
    """Give the twins of a file by ending; its kind is the folder of what is kept for ever, or the ending of its name.

    Brotli works at 8; at 11 for what changes with the program alone; and at 10, which makes a page 9 % smaller and
    takes fifteen times as long, for pages that would come to more than `ENOUGH`.
    """
    made = {ending: compress(content, 11 if kind == IMMUTABLE else 8) for ending, compress in TWINS.items()}
    if kind == ".html" and len(made[".br"]) > ENOUGH:
        made[".br"] = TWINS[".br"](content, 10)
    return made
