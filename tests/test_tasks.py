"""What the workflow “Darbi” does for those who have no terminal, as it is done there."""

import os
import shutil
import subprocess

import pytest
from project import ROOT

pytestmark = pytest.mark.slow

COMPARE = "https://example.org/compare/main"


@pytest.fixture
def proposed(small, tmp_path):
    """The tiny report in a repository with a remote; gives a function that proposes what has changed in it."""
    git, remote = shutil.which("git"), tmp_path / "remote.git"
    (small / ".github").mkdir()
    (small / ".github/CODEOWNERS").touch()
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for words in (["init", "-qb", "main"], ["add", "."], [*identity, "commit", "-qm", "A"]):
        subprocess.run([git, *words], cwd=small, check=True)
    subprocess.run([git, "init", "-q", "--bare", remote], check=True)

    def propose(task, name):
        summary = tmp_path / "summary.md"
        values = {"TASK": task, "NAME": name, "REMOTE": str(remote), "COMPARE": COMPARE}
        environment = {**os.environ, **values, "GITHUB_STEP_SUMMARY": str(summary)}
        subprocess.run([ROOT / ".ci/propose"], cwd=small, env=environment, check=True)
        branches = subprocess.run(
            [git, "for-each-ref", "--format=%(refname:short)"], cwd=remote, capture_output=True, text=True, check=True
        )
        return summary.read_text("utf-8"), branches.stdout.split()

    return propose


def test_a_new_year_is_proposed_on_a_branch(small, proposed, run):
    """What was opened is pushed to a branch, and the summary leads to the page where it is proposed."""
    assert run("--root", small, "new-year", "2021-2022").returncode == 0
    told, branches = proposed("new-year", "2021-2022")
    assert branches == ["new-year-2021-2022"]
    assert f"<{COMPARE}...new-year-2021-2022?expand=1>" in told


def test_a_name_with_signs_makes_a_branch_without(small, proposed, run):
    """The name of a page has signs that mean something to git and to addresses."""
    page = small / "docs/lv/2020-2021/learners.md"
    page.write_text(page.read_text("utf-8") + "\nCSV.\n", "utf-8")
    assert run("--root", small, "translated", "2020-2021/learners.md").returncode == 0
    _told, branches = proposed("translated", "2020-2021/learners.md")
    assert branches == ["translated-2020-2021-learners-md"]


def test_nothing_is_proposed_where_nothing_has_changed(proposed):
    """A task that changes nothing says so and pushes nothing."""
    told, branches = proposed("freeze", "2020-2021")
    assert branches == []
    assert told == "Nekas nav mainījies. / Nothing has changed.\n"


def test_a_branch_that_somebody_works_on_stays(small, proposed, run):
    """The same task again leaves the branch there is as it is; only what differs gets a branch beside it."""
    git, home = shutil.which("git"), small.with_name("home")
    shutil.copytree(small, home, symlinks=True)
    assert run("--root", small, "new-year", "2021-2022").returncode == 0
    proposed("new-year", "2021-2022")
    tips = [subprocess.run([git, "ls-remote", "../remote.git"], cwd=small, capture_output=True, text=True, check=True)]
    for edited, wanted in (
        (False, ["new-year-2021-2022"]),
        (True, ["new-year-2021-2022", "new-year-2021-2022-2"]),
        (True, ["new-year-2021-2022", "new-year-2021-2022-2"]),
    ):
        shutil.rmtree(small)
        shutil.copytree(home, small, symlinks=True)
        assert run("--root", small, "new-year", "2021-2022").returncode == 0
        if edited:
            (small / "data/records/carried.txt").unlink()
        told, branches = proposed("new-year", "2021-2022")
        assert branches == wanted
        assert told.rstrip().endswith(f"<{COMPARE}...{wanted[-1]}?expand=1>")
        tips.append(
            subprocess.run([git, "ls-remote", "../remote.git"], cwd=small, capture_output=True, text=True, check=True)
        )
    assert all(tip.stdout.splitlines()[0] == tips[0].stdout.splitlines()[0] for tip in tips)
