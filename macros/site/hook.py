"""MkDocs hook: `mkdocs build` builds the other language into the same site; `mkdocs serve` is `report serve`.

Nothing depends on it: `mkdocs build` followed by `mkdocs build -f mkdocs.en.yml` gives the same site.
"""

import os
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from macros.data.schema import LANGUAGES
from macros.pages.address import language_folder
from macros.site.language import SETTINGS

STARTED: list[str] = []
"""The command that runs: `build` or `serve`."""


def on_startup(command: str, **_how: object) -> None:
    """Remember the command."""
    STARTED.append(command)


@event_priority(100)  # before the macros plugin reads the data
def on_config(config: MkDocsConfig) -> None:
    """Serve in our own way: MkDocs would build all pages of both languages after each edit, and end at a mistake."""
    if STARTED == ["serve"]:
        root, (host, port) = Path(config.config_file_path).parent, config.dev_addr
        report = [sys.executable, "-m", "macros", "--root", str(root), "serve", "--address", f"{host}:{port}"]
        os.execv(sys.executable, report)  # noqa: S606 – our own words only


def on_post_build(config: MkDocsConfig) -> None:
    """Build the other languages into the site of the first."""
    if config.theme["language"] != LANGUAGES[0]:
        return
    for language in LANGUAGES[1:]:
        settings = Path(config.config_file_path).with_name(SETTINGS[language])
        if settings.exists():
            folder = Path(config.site_dir) / language_folder(language)
            other = load_config(str(settings), site_dir=str(folder), site_url=config.site_url, strict=config.strict)
            other.plugins.on_startup(command="build", dirty=False)
            build(other)
            other.plugins.on_shutdown()
