"""The compressed twins of files, which servers give to browsers that take them: `page.html.br`, `page.html.gz`."""

import gzip
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

from macros import kept

ENDINGS = (".html", ".css", ".js", ".json", ".jsonld", ".svg", ".xml", ".csv")
"""The files that have twins; all others are compressed as they are."""
TWINS: dict[str, Callable[[bytes], bytes]] = {
    ".br": lambda content: brotli.compress(content, quality=10),  # 11 takes three times as long for 2 % less
    ".gz": lambda content: gzip.compress(content, 9, mtime=0),
}
_HAS_ONE = "sitemap.xml"
"""MkDocs makes a twin of this, with a date that is of use to robots."""


def write_twins(site: Path, root: Path) -> None:
    """Write the twins of all files in the folder `site`; those made before are what the project at `root` has kept."""
    files = [file for file in sorted(site.rglob("*")) if file.suffix in ENDINGS and file.name != _HAS_ONE]
    with ThreadPoolExecutor() as pool:  # compressing leaves Python free
        list(pool.map(partial(_write, root), files))


def _write(root, file):
    content = file.read_bytes()
    twins = kept.files_made(root, kept.own_key("twins", content), lambda: _twins(content))
    for ending, made in twins.items():
        file.with_name(file.name + ending).write_bytes(made)


def _twins(content):
    return {ending: compress(content) for ending, compress in TWINS.items()}
