"""What is printed and signed, once for all tests."""

import pytest
from signing import sign, signer, small_pdf
from tagged import SAMPLE, print_page


@pytest.fixture(scope="session")
def sample(once):
    """The printed sample."""
    return once("sample", lambda folder: print_page(folder, SAMPLE)) / "out.pdf"


@pytest.fixture(scope="session")
def who():
    """Somebody who signs."""
    return signer()


@pytest.fixture(scope="session")
def signed(who):
    """The small PDF, signed."""
    return sign(small_pdf(), who)
