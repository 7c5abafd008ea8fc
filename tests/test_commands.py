"""The commands that people type."""

import os
import re
import subprocess

import pytest
from conftest import DICTIONARIES, ROOT
from test_browser import CHROMIUM
from verapdf import JAVA

import macros.engine  # noqa: F401 – mkdocs-macros reports an ImportError inside it as “module not found”
from macros import pdf


def test_make_help_lists_every_target():
    """`make help` tells of each command."""
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[1].split()
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [target for target in targets if f"make {target} " not in shown] == []


def test_check_of_the_real_report(run):
    """The real report has no error; `test_discrepancies` says what else is told of it."""
    done = run("check")
    assert done.returncode == 0, done.stdout
    assert "Kļūdas: 0; vēl darāms: 40; zināms: 4. / Errors: 0; to do: 40; known: 4.\n" in done.stdout


def test_names_shows_the_line_to_paste(run):
    """`report names` finds a figure and shows both languages."""
    done = run("names", "total_end")
    assert done.stdout.splitlines() == ['{{ value("learners.total_end") }}  2771']


def test_no_file_names_a_registry():
    """No tracked file holds the address of a package registry."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    address = re.compile(r"(pypi|pythonhosted|npmjs)\.(org|com)|--(extra-)?index-url", re.IGNORECASE)
    found = []
    for name in filter(None, listed):
        file = ROOT / name
        if file.is_file() and name != "tests/test_commands.py" and address.search(file.read_text("utf-8", "replace")):
            found.append(name)
    assert found == []


def test_readme_names_every_command():
    """The README tells of the commands that there are."""
    readme = (ROOT / "README.md").read_text("utf-8")
    reports = ("report names", "report diff", "report translated", "report verify")
    for command in ("make site", "make test", "make serve", "make check", "make review", *reports):
        assert command in readme


@pytest.mark.skipif(not os.environ.get("CI"), reason="a person's machine may lack what only some tests need")
def test_nothing_is_skipped_where_changes_are_judged():
    """Dictionaries, browser, Java and the libraries of the PDF are there, so that no test is passed over."""
    assert DICTIONARIES
    assert CHROMIUM
    assert JAVA
    assert pdf.available()
