"""A renderer for each language."""

import pytest
from project import LANGUAGES

from macros.html.render import Renderer


@pytest.fixture(params=LANGUAGES)
def renderer(request, book):
    """One that renders the real report."""
    return Renderer(book, request.param)
