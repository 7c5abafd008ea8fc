"""What the workflow “Darbi” does for those who have no terminal, as it is done there."""

import os
import shutil
import subprocess
from functools import partial

import pytest
from project import ROOT, add_to, commit

pytestmark = pytest.mark.slow

COMPARE = "https://example.org/compare/main"


def git(folder, *words):
    """Give what git says in a folder."""
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def remote(small, tmp_path):
    """The remote of the tiny report, which is in a repository of its own, without what a task writes beside it."""
    (small / ".github").mkdir()
    (small / ".github/CODEOWNERS").touch()
    (small / ".gitignore").write_text(".proposal/\n", "utf-8")
    git(small, "init", "-qb", "main")
    commit(small)
    git(tmp_path, "init", "-q", "--bare", "remote.git")
    return tmp_path / "remote.git"


@pytest.fixture
def proposed(small, remote, tmp_path):
    """Gives a function that proposes what has changed in the tiny report."""

    def propose(task, name):
        summary = tmp_path / "summary.md"
        values = {"TASK": task, "NAME": name, "REMOTE": str(remote), "COMPARE": COMPARE}
        environment = {**os.environ, **values, "GITHUB_STEP_SUMMARY": str(summary)}
        subprocess.run([ROOT / ".ci/propose"], cwd=small, env=environment, check=True)
        return summary.read_text("utf-8"), git(remote, "for-each-ref", "--format=%(refname:short)").split()

    return propose


def test_a_new_year_is_proposed_on_a_branch(small, proposed, run):
    """What was opened is pushed to a branch, and the summary leads to the page where it is proposed."""
    assert run("--root", small, "new-year", "2021-2022").returncode == 0
    told, branches = proposed("new-year", "2021-2022")
    assert branches == ["new-year-2021-2022"]
    assert f"<{COMPARE}...new-year-2021-2022?expand=1>" in told


def test_a_name_with_signs_makes_a_branch_without(small, proposed, run):
    """The name of a page has signs that mean something to git and to addresses."""
    add_to(small / "docs/lv/2020-2021/learners.md", "\nCSV.\n")
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
    home = small.with_name("home")
    shutil.copytree(small, home, symlinks=True)
    assert run("--root", small, "new-year", "2021-2022").returncode == 0
    proposed("new-year", "2021-2022")
    tips = [git(small, "ls-remote", "../remote.git")]
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
        tips.append(git(small, "ls-remote", "../remote.git"))
    assert len({tip.splitlines()[0] for tip in tips}) == 1


@pytest.fixture
def proposal(small, remote, tmp_path):
    """A proposal at the remote, on a branch and as pull request 7; gives functions for a step, and for what lies there."""
    page = small / "docs/lv/2020-2021/learners.md"
    text = page.read_text("utf-8")
    page.write_text(text + "\nCSV.\n", "utf-8")
    commit(small)
    places = ["HEAD~1:refs/heads/main", "HEAD:refs/heads/labojums", "HEAD:refs/pull/7/head"]
    git(small, "push", "-q", remote, *places)
    git(small, "reset", "-q", "--hard", "HEAD~1")

    def step(script, proposal, task="translated", name="2020-2021/learners.md"):
        values = {"TASK": task, "NAME": name, "PROPOSAL": proposal, "REMOTE": str(remote), "COMPARE": COMPARE}
        told = tmp_path / "summary.md"
        environment = {**os.environ, **values, "GITHUB_STEP_SUMMARY": str(told)}
        done = subprocess.run([ROOT / ".ci" / script], cwd=small, env=environment, capture_output=True, check=False)
        return done.returncode, told.read_text("utf-8") if told.exists() else ""

    return step, partial(git, remote)


@pytest.mark.parametrize("named", ["labojums", "7"])
def test_a_task_is_done_in_a_proposal(small, proposal, run, named):
    """What was done goes to the branch of the proposal, named or found by its number; main stays as it is."""
    step, at_remote = proposal
    main = at_remote("rev-parse", "main")
    assert step("bring", named)[0] == 0
    assert run("--root", small / ".proposal", "translated", "2020-2021/learners.md").returncode == 0
    code, told = step("propose", named)
    assert code == 0
    assert told.startswith("Gatavs: pievienots zaram “labojums”.")
    assert at_remote("diff", "--name-only", "labojums~1", "labojums").split() == ["data/records/translated.txt"]
    assert at_remote("rev-parse", "main") == main


def test_a_proposal_from_a_copy_gets_a_branch_here(small, proposal, run):
    """Nothing can be put into somebody else's copy; all of the proposal, with what was done, is on a new branch."""
    step, at_remote = proposal
    at_remote("branch", "-qD", "labojums")
    assert step("bring", "7")[0] == 0
    assert run("--root", small / ".proposal", "translated", "2020-2021/learners.md").returncode == 0
    code, told = step("propose", "7")
    assert code == 0
    assert f"<{COMPARE}...translated-2020-2021-learners-md?expand=1>" in told
    changed = at_remote("diff", "--name-only", "main", "translated-2020-2021-learners-md").split()
    assert changed == ["data/records/translated.txt", "docs/lv/2020-2021/learners.md"]


@pytest.mark.parametrize("named", ["main", "x:refs/heads/main", "nav-tada", "a..b"])
def test_what_is_no_proposal_is_refused(proposal, named):
    """Neither main nor what is no branch."""
    step, _at_remote = proposal
    assert step("bring", named)[0] != 0


def test_links_of_a_proposal_lead_nowhere(small, proposal):
    """A link in a proposal is laid out as a file, so that no task writes to another place through it."""
    step, at_remote = proposal
    work = small.with_name("work")
    git(small, "clone", "-q", "-b", "labojums", small.with_name("remote.git"), work)
    (work / "data/records/translated.txt").unlink(missing_ok=True)
    (work / "data/records").mkdir(exist_ok=True)
    (work / "data/records/translated.txt").symlink_to("../../../../elsewhere.txt")
    committing = ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "C"]
    for words in (["add", "."], committing, ["push", "-q", "origin", "labojums"]):
        git(work, *words)
    assert at_remote("ls-tree", "labojums", "data/records/translated.txt").startswith("120000")
    assert step("bring", "labojums")[0] == 0
    assert not (small / ".proposal/data/records/translated.txt").is_symlink()


@pytest.mark.parametrize(
    ("file", "words", "is_laid_out"),
    [
        ("mkdocs.yml", "nav:\n  - new.md\n  - 2021/2022:\n      - 2021-2022/index.md\n", True),
        ("mkdocs.yml", "nav:\n  - x: !!python/object/apply:os.system [exit]\n", False),
        ("mkdocs.yml", "plugins:\n  /macros: { module_name: docs/lv/x }\nnav:\n", False),
        ("mkdocs.yml", "nav:\n  - x.md\r\n", False),
        ("mkdocs.en.yml", "x: !!python/name:os.system\n", False),
        ("theme/main.html", "{{ x }}", False),
        ("theme", "elsewhere", False),
    ],
)
def test_a_proposal_brings_no_program(small, proposal, file, words, is_laid_out):
    """Sealing a year makes its pages, which runs templates and what settings name: both have to be those of main."""
    step, _at_remote = proposal
    work = small.with_name("work")
    git(small, "clone", "-q", "-b", "labojums", small.with_name("remote.git"), work)
    if file.startswith("theme"):
        (work / "theme").unlink()
    (work / file).parent.mkdir(exist_ok=True)
    old = (work / file).read_text("utf-8") if (work / file).exists() else ""
    new = old.replace("nav:\n", words, 1) if file == "mkdocs.yml" else old + words
    (work / file).write_text(new, "utf-8", newline="")
    commit(work)
    git(work, "push", "-q", "origin", "labojums")
    assert (step("bring", "labojums")[0] == 0) == (small / ".proposal").exists() == is_laid_out
