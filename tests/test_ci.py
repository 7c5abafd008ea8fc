"""`.ci/run`, tried on a project whose targets only tell how they are made."""

import os
import shutil
import subprocess

import pytest
from project import ROOT

OWN = "/usr/bin/python3"
MAKEFILE = """
test site quick:
\t@echo "$@: $$(cd && pwd) $$(env | grep -E '^(CI|TOLD|PIP_CACHE_DIR)=' | cut -d= -f1 | sort | xargs)"
\t@test ! -e broken-$@
site: site/2020-2021/lv.pdf site/en/2020-2021/en.pdf
site/%.pdf:
\t@mkdir -p $(@D)
\t@test -e without-$(@F) || touch $@
"""

OLD = (
    not shutil.which(OWN) or subprocess.run([OWN, "-c", "import tomllib"], check=False, capture_output=True).returncode
)
"""What says that there is none since 3.11, with which tomllib came."""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(OLD), reason="the distribution has no Python that the report can be built with"),
]


@pytest.fixture
def judge(tmp_path):
    """Give a function that runs `.ci/run` where a file of a name is committed: its exit code, and what was made."""
    project, home, temporary = (tmp_path / name for name in ("project", "home", "temporary"))
    for folder in (project / ".ci", project / "bin", home, temporary):
        folder.mkdir(parents=True)
    shutil.copy(ROOT / ".ci/run", project / ".ci")
    (project / "Makefile").write_text(MAKEFILE, "utf-8")
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)

    def judge(file="nothing", python="#!/bin/sh\necho another"):
        (project / file).touch()
        (project / "bin/python3").write_text(python, "utf-8")
        (project / "bin/python3").chmod(0o755)
        for words in (["add", "."], ["-c", "user.name=A", "-c", "user.email=a@b.lv", "commit", "-qm", "A"]):
            subprocess.run(["git", *words], cwd=project, check=True)
        path = f"{project / 'bin'}:{os.environ['PATH']}"
        given = {**os.environ, "PATH": path, "HOME": str(home), "TMPDIR": str(temporary), "CI": "1", "TOLD": "1"}
        given.pop("PIP_CACHE_DIR", None)
        done = subprocess.run([".ci/run"], cwd=project, env=given, capture_output=True, text=True, check=False)
        assert list(temporary.iterdir()) == []
        made = [line.split(": ") for line in done.stdout.splitlines() if line.startswith(("test:", "site:", "quick:"))]
        return done.returncode, {name: told.replace(str(tmp_path), "") for name, told in made}

    return judge


def test_another_python_of_the_distribution(judge):
    """All tests run as things are; then site and quick tests in a clone of its own, with an empty environment and home."""
    code, made = judge()
    assert code == 0
    assert list(made) == ["test", "site", "quick"]
    assert made["test"] == "/home CI TOLD"
    for name in ("site", "quick"):
        home, told = made[name].split(" ", 1)
        assert home.startswith("/temporary/")
        assert home.endswith("/home")
        assert told == "CI PIP_CACHE_DIR"


def test_the_python_of_the_distribution_is_the_one_on_the_path(judge):
    """Nothing is done twice where both are the same."""
    code, made = judge(python=f'#!/bin/sh\nexec {OWN} "$@"')
    assert (code, list(made)) == (0, ["test"])


@pytest.mark.parametrize(
    ("file", "made"),
    [
        ("broken-test", ["test", "site", "quick"]),
        ("broken-site", ["test", "site"]),
        ("broken-quick", ["test", "site", "quick"]),
        ("without-lv.pdf", ["test", "site", "quick"]),
        ("without-en.pdf", ["test", "site", "quick"]),
    ],
)
def test_whatever_fails_fails_all(judge, file, made):
    """Each of the parts decides, a site without PDFs too; what fails first does not hide what comes after."""
    code, done = judge(file)
    assert (code, list(done)) == (1, made)
