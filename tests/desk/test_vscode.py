"""The settings of VS Code: its list of problems, and its tasks."""

import json
import re
import shutil

from project import ROOT, add_to


def settings_of(name):
    """Read a file of `.vscode/`: JSON with remarks."""
    text = (ROOT / ".vscode" / name).read_text("utf-8")
    return json.loads(re.sub(r"(?m)(^|(?<=[\s,]))//.*$", "", text))


def test_the_list_of_problems_shows_what_the_check_tells(small, run):
    """The task's patterns find each problem of the real output, with its file, line, level and words."""
    add_to(small / "docs/lv/2020-2021/warmth.md", "\nJāaizpilda.\n\n[x](nekur.md)\n")
    (small / "docs/en/2020-2021/rest.md").unlink()
    shutil.copytree(ROOT / ".github", small / ".github")
    told = {format_: run("--root", small, "check", "--format", format_).stdout for format_ in ("text", "json")}
    check, serve = settings_of("tasks.json")["tasks"]
    assert serve["problemMatcher"][0]["pattern"] == check["problemMatcher"][0]["pattern"]
    found = set()
    for line in told["text"].splitlines():
        for matcher in check["problemMatcher"]:
            pattern = matcher["pattern"]
            if match := re.search(pattern["regexp"], line):
                at = int(match[pattern["line"]]) if "line" in pattern else 0
                found.add((match[pattern["file"]], at, matcher["severity"], match[pattern["message"]]))
    severities = {"error": "error", "todo": "warning", "note": "info"}
    expected = {
        (p["file"], p["line"], severities[p["level"]], p["lv"])
        for p in json.loads(told["json"])
        if p["file"] != "hunspell"
    }
    assert found == expected
    assert {severity for _file, _line, severity, _words in found} == {"error", "warning", "info"}
    assert {bool(line) for _file, line, _severity, _words in found} == {True, False}


def test_tasks_run_what_make_has():
    """Each task is a target of the Makefile; each recommended extension is named as the marketplace names it."""
    targets = re.findall(r"(?m)^(\w+):.*##", (ROOT / "Makefile").read_text("utf-8"))
    assert [task["command"] for task in settings_of("tasks.json")["tasks"]] == ["make check", "make serve"]
    assert {"check", "serve"} <= set(targets)
    assert "redhat.vscode-yaml" in settings_of("extensions.json")["recommendations"]
    assert settings_of("settings.json")["yaml.schemaStore.enable"] is False
