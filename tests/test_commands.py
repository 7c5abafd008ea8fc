"""The commands that people type."""

import os
import re
import shutil
import subprocess
from importlib import import_module

import pytest
from browsers import CHROMIUM
from project import DICTIONARIES, ROOT
from verapdf import JAVA
from workbooks import SOFFICE

import macros.site.engine  # noqa: F401 – mkdocs-macros reports an ImportError inside it as “module not found”
from macros.commands import COMMANDS
from macros.commands.parser import parsed
from macros.history.new_year import new_year
from macros.paper import pdf


def test_make_help_lists_every_target():
    """`make help` tells of each command."""
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[1].split()
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [target for target in targets if f"make {target} " not in shown] == []


def test_check_of_the_real_report(run):
    """The real report has no error; how much else is told of it is counted. `test_discrepancies` says what that is."""
    done = run("check")
    assert done.returncode == 0, done.stdout
    to_do, known = (
        len(re.findall(rf"^\S+: {level}: ", done.stdout, re.MULTILINE)) for level in ("vēl darāms", "zināms")
    )
    assert to_do > known > 0
    counted = f"Kļūdas: 0; vēl darāms: {to_do}; zināms: {known}. / Errors: 0; to do: {to_do}; known: {known}.\n"
    assert counted in done.stdout


def test_names_shows_the_line_to_paste(run, report):
    """`report names` finds a figure and shows both languages."""
    done = run("names", "total_end", cwd=report)
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


@pytest.mark.skipif(not os.environ.get("CI"), reason="a person's machine may lack what only some tests need")
def test_nothing_is_skipped_where_changes_are_judged():
    """Dictionaries, browser, Java, LibreOffice and the libraries of the PDF are there, so that no test is passed over."""
    assert DICTIONARIES
    assert CHROMIUM
    assert JAVA
    assert SOFFICE
    assert pdf.available()


@pytest.mark.parametrize("name", COMMANDS)
def test_help_in_both_languages_with_an_example_that_is_understood(run, name):
    """Each command's help says in Latvian and English what it does and shows one example that can be pasted."""
    done = run(name, "--help", cwd=ROOT)
    assert done.returncode == 0
    for words in (COMMANDS[name].lv, COMMANDS[name].en, "Paraugs / example:", COMMANDS[name].example):
        assert words in done.stdout
    assert parsed(COMMANDS[name].example.split()[1:]).command == name
    module = import_module(f"macros.commands.{COMMANDS[name].module}")
    assert callable(getattr(module, f"run_{name.replace('-', '_')}"))


def test_what_cannot_be_understood_is_told_with_an_example(run):
    """A misspelt command or one without what it needs ends with a sentence in both languages."""
    done = run("frooze")
    assert done.returncode == 2
    assert "Komandu nevar saprast. Vai domājāt “freeze”? Paraugs: report check." in done.stderr
    assert "Did you mean “freeze”?" in done.stderr
    assert "Paraugs: report freeze 2024-2025. Palīdzība: report freeze --help" in run("freeze").stderr


@pytest.mark.parametrize(
    ("words", "misspelt"),
    [
        (["--root", "build", "frezee"], True),
        (["--root=.", "frezee", "--help"], True),
        (["--root", "frezee"], False),
        (["check", "frezee"], False),
    ],
)
def test_only_what_stands_for_a_command_is_taken_for_a_misspelt_one(capsys, words, misspelt):
    """The folder before it and what a command is given are none."""
    with pytest.raises(SystemExit, match="2"):
        parsed(words)
    told = capsys.readouterr().err
    assert "Komandu nevar saprast." in told
    assert ("Did you mean “freeze”?" in told) == misspelt


@pytest.mark.parametrize("words", [["--help", "frezee"], ["-h"], ["freeze", "--help"]])
def test_help_goes_before_all_else(capsys, words):
    """Whoever asks for help gets it, and its usage is named in both languages."""
    with pytest.raises(SystemExit, match="0"):
        parsed(words)
    assert capsys.readouterr().out.startswith("lietošana / usage: report ")


@pytest.mark.parametrize("address", ["localhost", "127.0.0.1", ":8000", "127.0.0.1:99999", "127.0.0.1:a"])
def test_an_address_that_is_none_is_told(run, address):
    """`report serve` wants a host and a port."""
    done = run("serve", "--address", address)
    assert done.returncode == 2
    assert "Komandu nevar saprast. Paraugs: report serve." in done.stderr


def test_commands_are_about_the_newest_year_or_the_one_asked_for(small, run):
    """Whoever writes a new year finds its names without asking for it; an older one can be asked for."""
    new_year(small, "2021-2022")
    newest, older = (run("--root", small, "names", "cold", *words) for words in ((), ("--year", "2020-2021")))
    assert "priorities.items.cold.number" not in newest.stdout
    assert "priorities.items.cold.number" in older.stdout
    unknown = run("--root", small, "names", "--year", "1999-2000")
    assert unknown.returncode == 2
    assert "Mācību gada 1999-2000 datu nav" in unknown.stderr
    assert "2021./2022. mācību gads" in run("--root", small, "questions").stdout


TYPED = ("YEAR", "FORMAT", "BASE", "NAME", "TASK", "SITE_URL", "REPO_URL", "PDF")


@pytest.fixture
def made(tmp_path):
    """Give a function that makes targets of the Makefile with a program that only tells what it is given."""
    tells = tmp_path / "report"
    tells.write_text('#!/bin/sh\nfor word; do printf "<%s>" "$word"; done; echo\n', "utf-8")
    tells.chmod(0o755)

    def made(*words, **variables):
        command = ["make", "--silent", "--assume-old=.venv/site", f"BIN={tmp_path}", *words]
        environment = {**os.environ, **variables}
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout

    return made


@pytest.mark.parametrize("command", ["questions", "review"])
def test_make_hands_over_the_year(made, command):
    """As one word, and only where one is typed."""
    assert made(command) == made(command, "YEAR=") == f"<{command}>\n"
    assert made(command, "YEAR=2020-2021") == f"<{command}><--year><2020-2021>\n"
    assert made(command, YEAR="a b'\"") == f"<{command}><--year><a b'\">\n"
    assert made("check") == "<check><--format><text>\n"
    assert made("check", "FORMAT=json") == "<check><--format><json>\n"


@pytest.mark.parametrize("name", TYPED)
@pytest.mark.parametrize("typed", ["$(shell touch HERE)", "${shell touch HERE}", "`touch HERE`", '"; touch HERE; "'])
def test_make_runs_nothing_that_is_typed(made, tmp_path, name, typed):
    """What is handed over, behind the target or by the environment, is words, whatever they look like."""
    typed = typed.replace("HERE", str(tmp_path / "ran"))
    targets = ("questions", "review", "check", "annotate", "diff", "new-year", "freeze", "task", "site")
    for told in (made(*targets, f"{name}={typed}"), made(*targets, **{name: typed})):
        assert f"<{typed}>" in told or name in ("SITE_URL", "REPO_URL", "PDF")
    assert not (tmp_path / "ran").exists()


def test_github_takes_nothing_that_is_printed_for_a_command(made):
    """Before anything else each target tells it to heed none, until a word that is another each time; but for annotate."""
    given = {"GITHUB_ACTIONS": "true", "NAME": "##[error]x"}
    first, again = (made("task", TASK="correct", **given).splitlines() for _time in range(2))
    assert re.fullmatch("::stop-commands::[0-9a-f]{32}", first[0])
    assert first[1:] == again[1:] == ["<--root><.><correct><--><##[error]x>"]
    assert first[0] != again[0]
    assert "stop-commands" not in made("annotate", GITHUB_ACTIONS="true") + made("task")


def test_a_project_without_a_year_is_told(small, run):
    """Where the data of all years are gone, each command says so."""
    shutil.rmtree(small / "data/2020-2021")
    for words in (["check"], ["names"], ["questions"], ["new-year", "2021-2022"], ["freeze", "2020-2021"]):
        done = run("--root", small, *words)
        assert done.returncode == 1
        assert "data: kļūda: Te nav nevienas mācību gada mapes" in done.stdout + done.stderr
