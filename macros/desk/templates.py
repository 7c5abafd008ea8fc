"""Fills the templates of this room: see `html.templates`."""

from pathlib import Path

from macros.html.templates import filler

fill = filler(Path(__file__).with_name("templates"))
