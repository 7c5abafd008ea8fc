"""MkDocs hook: `mkdocs build` and `mkdocs serve` of the Latvian site do the English one too.

Nothing depends on it: `mkdocs build` followed by `mkdocs build -f mkdocs.en.yml` gives the same site.
"""

import os
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import event_priority


@event_priority(100)  # before the macros plugin imports our program
def on_config(config):
    """Forget the program: `mkdocs serve` keeps what it imported, and an edit of it would not be seen."""
    if config.theme["language"] == "lv":
        for name in [name for name in sys.modules if name.split(".")[0] == "macros"]:
            del sys.modules[name]


def on_post_build(config):
    """Build the other language into the same site."""
    other = Path(config.config_file_path).with_name("mkdocs.en.yml")
    if config.theme["language"] != "lv" or not other.exists() or os.environ.get("REPORT_ONE_LANGUAGE"):
        return
    english = load_config(
        str(other), site_dir=str(Path(config.site_dir) / "en"), site_url=config.site_url, strict=config.strict
    )
    english.plugins.on_startup(command="build", dirty=False)
    build(english)
    english.plugins.on_shutdown()
