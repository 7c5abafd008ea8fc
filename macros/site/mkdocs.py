"""MkDocs, run on one language of the project."""

import os
import subprocess
import sys

LANGUAGE_CONFIGS = {"lv": "mkdocs.yml", "en": "mkdocs.en.yml"}


def start(root, config, folder):
    """Start MkDocs on one language of the project at `root`, into `folder`; give the process, with errors on stderr."""
    environment = {
        **os.environ,
        "REPORT_ONE_LANGUAGE": "1",
        "SOURCE_DATE_EPOCH": source_date(root),
        "NO_MKDOCS_2_WARNING": "1",  # the engines' banners about other versions
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    # Not --quiet: MkDocs 1.6.1 then counts no warnings, and --strict lets everything pass.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "-d", str(folder)]
    return subprocess.Popen(  # noqa: S603 – our own words only
        command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )


def source_date(root):
    """Give the seconds of the last commit's date, so that the same commit gives the same bytes; 1980 outside git."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip() or "315532800"
