"""What tests of the data share."""

import pytest
from csvs import AT, YEAR

from macros.datasets.files import files_of_all_years, files_of_charts, files_of_year


@pytest.fixture(scope="module")
def files(book):
    """The files of the real year, and of all years."""
    return files_of_year(book, YEAR) | files_of_charts(book, YEAR) | files_of_all_years(book, AT)


@pytest.fixture(scope="module")
def folder(files, tmp_path_factory):
    """They as they lie in the site."""
    top = tmp_path_factory.mktemp("site")
    for path, content in files.items():
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_bytes(content)
    return top
