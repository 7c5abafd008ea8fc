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
LARGE = 60_000
"""From how many bytes on a page is one that readers would wait for."""
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
                quality = _quality(Path(folder), len(content))
                key, make = kept.own_key("twins", str(quality), content), partial(_twins, content, quality)
                twins = kept.files_made(root, key, make)
                write(((name + ending, twin) for ending, twin in twins.items()), file.parent, before)


def _quality(folder, size):
    """Give the quality of Brotli: 10 makes a page 9 % smaller than 8, and takes fifteen times as long.

    11 makes it 2 % smaller, and takes three times as long again: that is for what changes with the program alone.
    """
    if folder.as_posix().endswith(f"/{IMMUTABLE}"):
        return 11
    return 10 if size > LARGE else 8


def _twins(content, quality):
    return {ending: compress(content, quality) for ending, compress in TWINS.items()}
