"""HTML is laid out in templates, one folder of them to a room: what Python decides, they only put in its place."""

import os
import re
import zlib
from collections.abc import Callable
from pathlib import Path

import jinja2
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup


class _Indented(Extension):
    """Lets HTML be indented in templates: a line break goes where the next line is indented, or a tag of Jinja's."""

    def preprocess(self, source, name, filename=None):  # noqa: ARG002 – the signature is the library's
        return re.sub(r"\n(?: +|(?=\{%))", "", source) if name.endswith(".html") else source


def compiled() -> jinja2.BytecodeCache | None:
    """Give where compiled templates are kept: where Python keeps what it has compiled of Jinja, if it may do so."""
    folder = Path(jinja2.__file__).with_name("__pycache__")
    if not os.access(folder, os.W_OK):
        return None
    how = f"{jinja2.__version__}_{zlib.crc32(Path(__file__).read_bytes()):x}"  # what compiles, and in which way
    return jinja2.FileSystemBytecodeCache(str(folder), f"__jinja2_{how}_%s.cache")


def filler(folder: Path) -> Callable[..., str]:
    """Give the function that fills templates of a folder: `fill("table.html", caption=…)` gives HTML as a str.

    A value that is not of `ours` is escaped; one that is missing is an error. A template that was edited is read anew.
    """
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,  # a line break behind a tag goes, too
        loader=FileSystemLoader(folder),
        extensions=[_Indented],
        bytecode_cache=compiled(),
    )

    def fill(name: str, **values: object) -> str:
        return environment.get_template(name).render(values)

    return fill


fill = filler(Path(__file__).with_name("templates"))
"""Fills the templates of this room."""


def ours(html: str) -> Markup:
    """Mark HTML as our own: a template takes it as it is."""
    return Markup(html)  # noqa: S704 – what others typed was escaped where it became HTML
