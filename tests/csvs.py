"""The files of the data, to be read again."""

import csv
import io

YEAR, AT = "2024-2025", "https://data.example.org/"
"""The real year, and where the files are said to lie."""


def rows(content):
    """Give the rows of a CSV, by the names of its columns."""
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def of(files, ending):
    """Give the paths of one kind of files."""
    return sorted(path for path in files if path.endswith(ending))
