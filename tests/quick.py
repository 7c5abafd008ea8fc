"""What is quick, and what is slow: a test is slow by what it asks for, and a quick one starts nothing that is."""

import re
import sys

import pytest

SLOW = {
    "built",
    "opened_site",
    "small_site",
    "small_paper",
    "small_built",
    "small_printed",
    "reviewed",
    "stale_site",
    "chromium",
    "process",
    "served",
}
"""What makes a test slow that asks for it: a whole build, a browser, a process of its own."""
HEAVY = re.compile(r"chrom|firefox|playwright|verapdf|mkdocs (build|serve)|macros .*\b(build|serve|zip)\b")
"""What no quick test starts: browsers, Java, MkDocs, and our own commands that start them."""
_quick = False  # whether the test that runs is a quick one


def pytest_collection_modifyitems(items):
    """Mark the tests that are slow by what they ask for; others say so themselves. Slow ones go first, to end together."""
    for item in items:
        if not SLOW.isdisjoint(item.fixturenames):
            item.add_marker("slow")
    items.sort(key=_is_quick)


def _is_quick(item):
    return item.get_closest_marker("slow") is None


def pytest_runtest_setup(item):
    """Keep in mind which kind of test runs."""
    global _quick  # noqa: PLW0603 – what Python tells of is told of the whole process
    _quick = _is_quick(item)


def pytest_runtest_teardown():
    """What a fixture of the session ends is nobody's test."""
    global _quick  # noqa: PLW0603
    _quick = False


def _watch(event, arguments):
    """Let no quick test start what is slow: MkDocs is forked, all else is a program with words."""
    if _quick and event in ("os.fork", "subprocess.Popen"):
        started = "a fork" if event == "os.fork" else " ".join(map(str, arguments[1]))
        if event == "os.fork" or HEAVY.search(started):
            pytest.fail(f"a slow test has to be marked so; this one starts {started}")


sys.addaudithook(_watch)
