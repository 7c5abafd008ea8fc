"""A copy of the real project, to take things into."""

import shutil

import pytest
from project import ROOT


@pytest.fixture
def real(tmp_path):
    """A copy of the real project."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("macros", "theme", "README.md", ".github"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path
