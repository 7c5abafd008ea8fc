"""Build both languages side by side and put them in the place of the last good site only when all of it is there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from macros.check import open_book
from macros.pdf.placed import Unlike
from macros.publish import publish

CACHE = ".cache/pdf"
"""Where printed editions are kept, so that those that did not change are not printed again."""
LANGUAGE_CONFIGS = {"lv": "mkdocs.yml", "en": "mkdocs.en.yml"}


def build(root, destination):
    """Build the site of the project at `root` into `destination`; give the exit code.

    The last good `destination` stays until the new one is complete. What went wrong is written to stderr.
    """
    destination, work = _prepare(destination)
    builds = {language: start(root, config, work / language) for language, config in LANGUAGE_CONFIGS.items()}
    errors = {language: process.communicate()[1] for language, process in builds.items()}
    failed = [language for language, process in builds.items() if process.returncode]
    if failed:
        shutil.rmtree(work, ignore_errors=True)
        for language in failed:
            sys.stderr.write("".join(line for line in errors[language].splitlines(keepends=True) if "INFO" not in line))
        return builds[failed[0]].returncode
    (work / "en").rename(work / "lv" / "en")
    return _publish(root, work, destination, with_pdf=os.environ.get("PDF") != "0")


def add_paper(root, destination):
    """Put print editions and PDFs, made anew from its pages, into the site already built at `destination`.

    Gives the exit code; the site stays as it is unless all can be made.
    """
    destination, work = _prepare(destination)
    shutil.copytree(destination, work / "lv")
    return _publish(root, work, destination, with_pdf=True)


def _prepare(destination):
    """Give the folder to build and the one to build in, empty."""
    destination = Path(destination).resolve()
    work = destination.with_name(destination.name + ".new")
    for leftover in (work, _old(destination)):  # of a build that was broken off
        shutil.rmtree(leftover, ignore_errors=True)
    return destination, work


def _old(destination):
    return destination.with_name(destination.name + ".old")


def _publish(root, work, destination, *, with_pdf):
    """Add what is for paper, then put the new site in the place of the old one."""
    try:
        told = publish(open_book(root), work / "lv", Path(root) / CACHE, with_pdf=with_pdf)
    except BaseException as error:
        shutil.rmtree(work, ignore_errors=True)
        if not isinstance(error, Unlike):
            raise
        sys.stderr.write(f"{error}\n")
        return 1
    if told:
        sys.stderr.write(f"{told}\n")
    if destination.exists():
        destination.rename(_old(destination))
    (work / "lv").rename(destination)
    work.rmdir()
    shutil.rmtree(_old(destination), ignore_errors=True)
    return 0


def start(root, config, folder):
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
