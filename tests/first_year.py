"""The real report as tests know it: its first year alone, whichever years have been opened since."""

import re
import shutil

from project import translated

from macros.__main__ import main
from macros.words.language import YEAR

BESIDE = "years.md"
"""The page on which years stand side by side."""


def later_years(root):
    """Give the years of a project after the first."""
    return sorted(folder.name for folder in (root / "data").iterdir() if re.fullmatch(YEAR, folder.name))[1:]


def closed_again(root):
    """Undo in a project what opening years has done to it: all that is of a later one, or leads there, goes."""
    years = later_years(root)
    gone = [*years, *(f"{year.replace('-', '/')}:" for year in years), BESIDE]
    for folder in (root / "data", *(root / "docs" / language for language in ("lv", "en"))):
        for year in years:
            shutil.rmtree(folder / year)
        (folder / BESIDE).unlink(missing_ok=True)
    for file in (root / "mkdocs.yml", *root.glob("docs/*/index.md"), *root.glob("data/records/*.txt")):
        lines = file.read_text("utf-8").splitlines(keepends=True)
        left = "".join(line for line in lines if not any(one in line for one in gone))
        file.write_text(left, "utf-8") if left else file.unlink()
    assert main(["--root", str(root), "renew"]) == 0
    translated(root)
