"""The tiny report as one whose past is known: committed, or final."""

import shutil
import subprocess

import pytest
from project import checked, commit, edit, translated

from macros.__main__ import main


@pytest.fixture(scope="session")
def committed(once, prepared):
    """The tiny report in a repository of its own, as it was committed; to copy, not to change."""

    def make(folder):
        for name in ("macros", "theme"):
            (folder / name).unlink()
        subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
        commit(folder)

    return once("small_committed", make, of=prepared)


@pytest.fixture
def kept(committed, tmp_path):
    """A copy of that repository that a test may break."""
    return shutil.copytree(committed, tmp_path / "small", symlinks=True)


@pytest.fixture(scope="session")
def ended(once, prepared):
    """The tiny report, with nothing left to do, as final, and judged; to copy, not to change."""

    def make(folder):
        data = folder / "data/2020-2021"
        edit(data / "report.yml", "draft", "final")
        edit(data / "criteria.yml", "needs:", "needs: { lv: Vairāk krūžu., en: More mugs. }")
        edit(data / "priorities.yml", "status:\n", "status: achieved\n")
        edit(data / "discrepancies.yml", "question:", "answer: { lv: Sākums., en: The start. }\n  question:")
        translated(folder)
        checked(folder)

    return once("small_final", make, of=prepared)


@pytest.fixture
def final(ended, tmp_path):
    """A copy of that final report that a test may break."""
    return shutil.copytree(ended, tmp_path / "small", symlinks=True)


@pytest.fixture(scope="session")
def frozen(once, ended):
    """That final report, sealed; to copy, not to change."""

    def make(folder):
        assert main(["--root", str(folder), "freeze", "2020-2021"]) == 0

    return once("small_sealed", make, of=ended)


@pytest.fixture
def sealed(frozen, tmp_path):
    """A copy of that sealed report that a test may break."""
    return shutil.copytree(frozen, tmp_path / "small", symlinks=True)
