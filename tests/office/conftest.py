"""A copy of the real project, to take things into."""

import pytest
from project import copied


@pytest.fixture
def real(tmp_path):
    """A copy of the real project."""
    return copied(tmp_path)
