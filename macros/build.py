"""Build both languages into a new folder and put it in the place of the last good site only when all of it is there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

LANGUAGE_CONFIGS = (("mkdocs.yml", ""), ("mkdocs.en.yml", "en"))


def build(root, destination):
    """Build the site of the project at `root` into `destination`; give the exit code.

    The last good `destination` stays until the new one is complete. What went wrong is written to stderr.
    """
    destination = Path(destination).resolve()
    new = destination.with_name(destination.name + ".new")
    old = destination.with_name(destination.name + ".old")
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    environment = {
        **os.environ,
        "REPORT_ONE_LANGUAGE": "1",
        "SOURCE_DATE_EPOCH": source_date(root),
        "NO_MKDOCS_2_WARNING": "1",  # the engines' banners about other versions
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    for config, folder in LANGUAGE_CONFIGS:
        # Not --quiet: MkDocs 1.6.1 then counts no warnings, and --strict lets everything pass.
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "-d", str(new / folder)]
        done = subprocess.run(  # noqa: S603 – our own words only
            command, cwd=root, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            shutil.rmtree(new, ignore_errors=True)
            sys.stderr.write("".join(line for line in done.stderr.splitlines(keepends=True) if "INFO" not in line))
            return done.returncode
    if destination.exists():
        destination.rename(old)
    new.rename(destination)
    shutil.rmtree(old, ignore_errors=True)
    return 0


def source_date(root):
    """Give the seconds of the last commit's date, so that the same commit gives the same bytes; 1980 outside git."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    command = ["git", "log", "-1", "--format=%ct"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip() or "315532800"
