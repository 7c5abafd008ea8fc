"""The compressed twins of files, which servers give to browsers that take them: `page.html.br`, `page.html.gz`."""

import gzip
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import brotli

from macros import kept
from macros.html.policy import IMMUTABLE

ENDINGS = (".html", ".css", ".js", ".json", ".jsonld", ".svg", ".xml", ".csv")
"""The files that have twins; all others are compressed as they are."""
TWINS: dict[str, Callable[[bytes, bool], bytes]] = {
    # 11 makes pages 8 % smaller, and takes thirty times as long.
    ".br": lambda content, stays: brotli.compress(content, quality=11 if stays or len(content) > LARGE else 8),
    ".gz": lambda content, _stays: gzip.compress(content, 9, mtime=0),
}
"""How a file becomes its twin, by ending: of its content, and whether it stays the same for long."""
LARGE = 100_000
"""From how many bytes on a page is one that readers would wait for: the few of this kind are worth the time."""
_HAS_ONE = "sitemap.xml"
"""MkDocs makes a twin of this, with a date that is of use to robots."""


def write_twins(site: Path, root: Path) -> None:
    """Write the twins of all files in the folder `site`; those made before are what the project at `root` has kept."""
    for folder, _folders, names in os.walk(site):
        stays = Path(folder).as_posix().endswith(f"/{IMMUTABLE}")
        for name in names:
            if name.endswith(ENDINGS) and name != _HAS_ONE:
                file = Path(folder, name)
                content = file.read_bytes()
                key, make = kept.own_key("twins", repr(stays), content), partial(_twins, content, stays)
                for ending, twin in kept.files_made(root, key, make).items():
                    file.with_name(name + ending).write_bytes(twin)


def _twins(content, stays):
    return {ending: compress(content, stays) for ending, compress in TWINS.items()}
