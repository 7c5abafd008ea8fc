"""The tiny report as one whose past is known: committed, or final."""

import subprocess

import pytest
from project import commit, edit, translated


@pytest.fixture
def kept(small):
    """The tiny report in a repository of its own, as it was committed."""
    for name in ("macros", "theme"):
        (small / name).unlink()
    subprocess.run(["git", "init", "-q"], cwd=small, check=True)
    commit(small)
    return small


@pytest.fixture
def final(small):
    """The tiny report, with nothing left to do, as final."""
    data = small / "data/2020-2021"
    edit(data / "report.yml", "draft", "final")
    edit(data / "criteria.yml", "needs:", "needs: { lv: Vairāk krūžu., en: More mugs. }")
    edit(data / "priorities.yml", "status:\n", "status: achieved\n")
    edit(data / "discrepancies.yml", "question:", "answer: { lv: Sākums., en: The start. }\n  question:")
    translated(small)
    return small
