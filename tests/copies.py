"""Projects that are made once for all tests, and copies of them that a test may break."""

import shutil

import pytest


def made_once(of=None):
    """Let a function that fills a folder be the fixture of that folder, a copy of another to begin with; not to change."""

    def fixture(make):
        def made(once, request):
            return once(make.__name__, make, of=of and request.getfixturevalue(of))

        made.__doc__ = make.__doc__
        return pytest.fixture(scope="session", name=make.__name__)(made)

    return fixture


def copy_of(made, name="small"):
    """Give the fixture of a copy of what another one made."""

    @pytest.fixture
    def copied(tmp_path, request):
        """A copy that a test may break."""
        return shutil.copytree(request.getfixturevalue(made), tmp_path / name, symlinks=True)

    return copied
