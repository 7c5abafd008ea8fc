"""The command that finds what is wrong; where nothing has changed, it tells at once what it told before."""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from macros import kept
from macros.state import state
from macros.words.problems import FORMATS, Problem, as_json

if TYPE_CHECKING:  # see below
    from macros.report.book import Book


def run_check(options: Namespace) -> int:
    code, found, _book = judged(options.root) if options.since is None else _since(options)
    print(FORMATS[options.format](found), end="")
    return code


def judged(root: Path) -> tuple[int, list[Problem], "Book | None"]:
    """Give the exit code of a check, all that it tells, and the book where it was opened for that.

    What was told of the very same files is not found out again.
    """
    key = state(root, "check")
    if (content := kept.take(root, key)) is not None:
        told = json.loads(content)
        return told["code"], [Problem(**problem) for problem in told["found"]], None
    from macros.check import inspect  # noqa: PLC0415 – where nothing has changed, nobody waits for the program
    from macros.commands.asked import exit_code  # noqa: PLC0415

    book, found = inspect(root, keep=True)
    code = exit_code(book, found)
    kept.keep(root, key, f'{{"code": {code}, "found": {as_json(found)}}}'.encode())
    kept.bound(root)
    return code, found, book


def _since(options):
    from macros.commands.asked import exit_code  # noqa: PLC0415 – see above
    from macros.history.brought import brought  # noqa: PLC0415

    change = brought(options.root, options.since)
    return exit_code(change.after, change.new), list(change.new), change.after
