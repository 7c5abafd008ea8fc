"""What runs on GitHub: sound, safe, nothing that could not be run here, and really run here."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from project import ROOT, commit, edit

pytestmark = pytest.mark.slow
needs_make = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")

HUB = ROOT / ".github"
WORKFLOWS = sorted((HUB / "workflows").iterdir())
LEARNERS = "data/2020-2021/learners.yml"


def workflow(name):
    """Give a workflow as a mapping; the key `on` stays a word."""
    return yaml.load((HUB / "workflows" / name).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 – only words


def steps(name):
    """Give all steps of a workflow."""
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def ours(program, *words):
    """Run a program of our environment; give what it tells where it finds something."""
    command = [Path(sys.executable).with_name(program), *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_schemas_know_them():
    """Workflows and dependabot.yml have the shape that GitHub asks for, by the schemas that check-jsonschema holds."""
    assert ours("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS) == ""
    assert ours("check-jsonschema", "--builtin-schema", "vendor.dependabot", HUB / "dependabot.yml") == ""


def test_nothing_in_them_is_unsafe():
    """Zizmor finds nothing, not even what only the pedantic mind."""
    assert ours("zizmor", "--offline", "--pedantic", "--strict-collection", "--no-progress", HUB) == ""


def test_strangers_get_no_rights():
    """A change is checked without secrets, only reading; publishing runs nothing else; tasks are started by the staff."""
    assert {file.name for file in WORKFLOWS} == {"check.yml", "publish.yml", "take.yml", "tasks.yml"}
    assert workflow("check.yml")["on"] == "pull_request"
    assert set(workflow("publish.yml")["on"]) == {"push", "workflow_dispatch"}
    assert set(workflow("tasks.yml")["on"]) == {"workflow_dispatch"}
    assert set(workflow("take.yml")["on"]) == {"workflow_dispatch"}
    for file in WORKFLOWS:
        assert workflow(file.name)["permissions"] == {}
        assert "secrets" not in file.read_text("utf-8").split("permissions:", 1)[1]
    rights = {
        "deploy": {"pages": "write", "id-token": "write"},
        "task": {"contents": "write"},
        "remember": {"contents": "write"},
        "read": {"contents": "read", "issues": "read"},
        "propose": {"contents": "write", "actions": "read"},
    }
    for name, job in (item for file in WORKFLOWS for item in workflow(file.name)["jobs"].items()):
        publishes = name == "deploy"
        assert job["permissions"] == rights.get(name, {"contents": "read"})
        assert int(job["timeout-minutes"]) <= 60
        assert not (publishes and [step for step in job["steps"] if "run" in step])
        checkouts = [step["with"] for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
        assert [given["persist-credentials"] for given in checkouts] == ([] if publishes else ["false"])


def test_actions_are_pinned():
    """Each action is named by the hash of a commit, with its version beside it, the same everywhere."""
    text = "".join(file.read_text("utf-8") for file in WORKFLOWS)
    pinned = set(re.findall(r"uses: ([\w/-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)\n", text))
    assert len(re.findall("uses:", text)) == len(re.findall(r"uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+\n", text))
    assert len({action for action, _hash, _version in pinned}) == len(pinned) == 4


def test_each_script_is_a_target_of_make():
    """What a step runs is one `make` target that exists, so that it runs anywhere; nothing is pasted into a shell."""
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    runs = [step["run"] for file in WORKFLOWS for step in steps(file.name) if "run" in step]
    wanted = [
        *("annotate", "applied", "bring", "propose", "propose", "remember", "site", "submission", "summary", "taken"),
        *("task", "tested", "zip"),
    ]
    assert sorted(runs) == [f"make {target}" for target in wanted]
    assert [run for run in runs if run.removeprefix("make ") not in targets] == []


def test_owners_are_those_of_folders_that_exist():
    """Each line names a folder or file, and teams of the organisation that the Makefile takes for ours."""
    organisation = re.search(r"REPO_URL \?= https://github.com/([\w-]+)/", (ROOT / "Makefile").read_text("utf-8"))[1]
    lines = [line.split() for line in (HUB / "CODEOWNERS").read_text("utf-8").splitlines() if line.strip()]
    owned = [line for line in lines if line[0] != "#"]
    assert owned[0][0] == "*"
    for place, *owners in owned:
        assert place == "*" or (ROOT / place.lstrip("/")).exists()
        assert owners
        assert all(re.fullmatch(rf"@{organisation}/[a-z]+", owner) for owner in owners)


@pytest.mark.parametrize("place", ["mkdocs.yml", "mkdocs.en.yml", "theme", "macros", ".github", "requirements", ".ci"])
def test_what_can_hold_a_program_has_a_programmer_for_its_owner(place):
    """And nobody else: of several owners GitHub asks any one."""
    lines = [
        line.split() for line in (HUB / "CODEOWNERS").read_text("utf-8").splitlines() if line.startswith(("*", "/"))
    ]
    own = [owners for pattern, *owners in lines if pattern == "*" or f"/{place}/".startswith(pattern.rstrip("/") + "/")]
    assert [owner.rpartition("/")[2] for owner in own[-1]] == ["programma"]


@pytest.mark.parametrize("name", ["publish.yml", "take.yml", "tasks.yml"])
def test_only_the_program_of_main_may_write(name):
    """What may be started by hand on any branch does nothing on another one."""
    here = " && !github.event.repository.fork" if name == "publish.yml" else ""  # a fork has no site of its own
    for job in workflow(name)["jobs"].values():
        assert "needs" in job or job["if"] == f"github.ref == 'refs/heads/main'{here}"


@pytest.mark.parametrize(
    ("repository", "stated", "address"),
    [
        ("bjc/report", "", "https://bjc.github.io/report/"),
        ("bjc/bjc.github.io", "", "https://bjc.github.io/"),
        ("BJC/bjc.github.io", "", "https://BJC.github.io/"),
        ("bjc/other.github.io", "", "https://bjc.github.io/other.github.io/"),
        ("bjc/bjc", "", "https://bjc.github.io/bjc/"),
        ("bjc/bjc.github.io", "https://www.jauniba.lv/", "https://www.jauniba.lv/"),
    ],
)
def test_the_address_is_the_one_that_pages_has(repository, stated, address):
    """By the name of the repository, unless one is stated; the check builds with the same as what publishes."""
    jobs = workflow("check.yml")["jobs"]["check"], workflow("publish.yml")["jobs"]["build"]["steps"][1]
    (words,) = {job["env"]["SITE_URL"] for job in jobs}
    owner, name = repository.split("/")
    same = re.fullmatch(
        r"\$\{\{ vars\.SITE_URL \|\| (?P<name>\S+) == format\('(?P<own>\S+)', (?P<owner>\S+)\) "
        r"&& format\('(?P<short>\S+)', (?P=owner)\) \|\| format\('(?P<long>\S+)', (?P=owner), (?P=name)\) \}\}",
        words,
    )
    assert (same["name"], same["owner"]) == ("github.event.repository.name", "github.repository_owner")
    is_own = name.lower() == same["own"].format(owner).lower()  # GitHub compares without regard to capitals
    assert (stated or (same["short"] if is_own else same["long"]).format(owner, name)) == address


@pytest.fixture
def proposed(small, tmp_path):
    """A clone of the tiny report, with the Makefile and the environment of ours, in which a change is proposed."""
    for name in ("Makefile", "pyproject.toml", "requirements"):
        (small / name).symlink_to(ROOT / name)
    (small / ".gitignore").write_text(".venv\nsite\n*.zip\n.cache\n", "utf-8")
    someone = ["-c", "user.name=A", "-c", "user.email=a@b.lv", "-c", "init.defaultBranch=main"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "A"], ["clone", "-q", ".", tmp_path / "proposed"]):
        subprocess.run(["git", *someone, *words], cwd=small, check=True)
    environment = tmp_path / "proposed/.venv"  # as it is: whatever its age, no test sets it up anew
    environment.mkdir()
    (environment / "bin").symlink_to(Path(sys.prefix, "bin"))
    (environment / "site").touch()
    return tmp_path / "proposed"


def github(root, job):
    """Run the scripts of a job as GitHub does; give the names of the steps that failed, outputs, summary and log."""
    context = {
        "github.base_ref": "main",
        "github.head_ref": "labojums",
        "github.server_url": "https://github.com",
        "github.repository": "a/b",
        "github.event.pull_request.head.repo.full_name": "c/b",
    }

    def filled(words):
        """Put in what stands in for `${{ … }}`: the address where none is set, what is known, or nothing."""

        def value(found):
            address = re.match(r"vars\.SITE_URL \|\|", found[1])
            return "https://a.github.io/b/" if address else context.get(found[1], "")

        return re.sub(r"\$\{\{ (.*?) \}\}", value, words)

    told = {name: root.parent / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    failed, log = [], ""
    for step in job["steps"]:
        if failed and step.get("if") != "${{ !cancelled() }}":
            continue
        if "run" in step:
            given = {name: filled(value) for name, value in {**job.get("env", {}), **step.get("env", {})}.items()}
            environment = {**os.environ, **given, **{name: str(file) for name, file in told.items()}}
            command = ["bash", "-e", "-c", step["run"]]
            done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
            log += done.stdout + done.stderr
            failed += [step["name"]] if done.returncode else []
            outputs = told["GITHUB_OUTPUT"].read_text("utf-8") if told["GITHUB_OUTPUT"].exists() else ""
            told["GITHUB_OUTPUT"].unlink(missing_ok=True)
            for line in outputs.splitlines():
                name, value = line.split("=", 1)
                context[f"steps.{step['id']}.outputs.{name}"] = value
        elif "actions/upload-artifact@" in step["uses"]:
            assert (root / filled(step["with"]["path"])).is_file()
            context[f"steps.{step['id']}.outputs.artifact-url"] = f"https://github.com/a/b/{step['id']}"
    return failed, told["GITHUB_STEP_SUMMARY"].read_text("utf-8"), log


@pytest.mark.usefixtures("able_to_print")
@needs_make
def test_a_sound_change(proposed):
    """The scripts of the check run as on GitHub: the site for reading offline and both PDFs are there and linked."""
    edit(proposed / "docs/lv/2020-2021/warmth.md", "\n\n", "\n\nVēl viens teikums.\n\n")
    failed, summary, log = github(proposed, workflow("check.yml")["jobs"]["check"])
    assert failed == [], log
    assert "::warning file=docs/en/2020-2021/warmth.md,line=1," in log
    assert summary.startswith("# Var apvienot: kļūdu nav\n")
    for name in (
        "[Vietne](https://github.com/a/b/site)",
        "(https://github.com/a/b/pdf_lv)",
        "(https://github.com/a/b/pdf_en)",
    ):
        assert name in summary
    assert "# Pārmaiņas kopš `origin/main`\n" in summary
    front = (proposed / "site/en/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://a.github.io/b/en/">' in front


@needs_make
def test_a_change_with_a_mistake(proposed):
    """Nothing is built of it; the mistake is marked, and the summary says how to mend it and links the line."""
    edit(proposed / LEARNERS, "end: 21", "end: 2 1")
    failed, summary, log = github(proposed, workflow("check.yml")["jobs"]["check"])
    assert failed == ["Atrast kļūdas"]
    assert f"::error file={LEARNERS},line=" in log
    assert not (proposed / "site").exists()
    assert summary.startswith("# Vēl nevar apvienot: jāizlabo 1 kļūda\n")
    assert f"(https://github.com/c/b/edit/labojums/{LEARNERS}#L" in summary


@needs_make
@pytest.mark.parametrize(
    ("file", "old", "new", "is_tested"),
    [
        (LEARNERS, "end: 21", "end: 22", False),
        ("docs/en/2020-2021/warmth.md", "title: ", "title: All ", False),
        ("mkdocs.yml", "      - 2020-2021/warmth.md\n", "", False),
        ("mkdocs.yml", "nav:\n", "strict: true\nnav:\n", True),
        (".gitignore", "site\n", "", True),
    ],
)
def test_only_a_change_of_the_program_is_tested(proposed, file, old, new, is_tested):
    """Whoever changes a number sees no test of the program fail; where it cannot be told what has changed, all are run."""
    (proposed / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/tested", proposed / ".ci")
    stand_in = proposed.parent / "stand-in"  # for the tests, which would take minutes
    stand_in.mkdir()
    (stand_in / "make").write_text(f'#!/bin/sh\n[ "$1" = test ] && echo TESTS || exec {shutil.which("make")} "$@"\n')
    (stand_in / "make").chmod(0o755)
    commit(proposed)
    edit(proposed / file, old, new)
    commit(proposed)
    (step,) = (step for step in workflow("check.yml")["jobs"]["test"]["steps"] if "run" in step)
    for base, expected in (("HEAD~1", is_tested), ("nowhere", True)):
        environment = {**os.environ, "PATH": f"{stand_in}:{os.environ['PATH']}", "BASE": base}
        command = step["run"].split()
        done = subprocess.run(command, cwd=proposed, env=environment, capture_output=True, text=True, check=False)
        assert ("TESTS" in done.stdout) == expected, done.stderr
