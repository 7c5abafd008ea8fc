"""`make quick` stays quick: what is not marked as slow can start nothing that is."""

import sys

import pytest


@pytest.mark.parametrize(
    "words",
    [
        ["/usr/bin/chromium", "--headless"],
        ["firefox-esr"],
        [sys.executable, "tests/verapdf.py", "x.pdf", "PDFUA-1"],
        [sys.executable, "-m", "mkdocs", "build"],
        [sys.executable, "-m", "macros", "--root", ".", "build"],
    ],
)
def test_a_quick_test_starts_nothing_slow(words):
    """A browser, Java, MkDocs and a build of ours are refused before they begin."""
    with pytest.raises(pytest.fail.Exception, match="has to be marked"):
        sys.audit("subprocess.Popen", words[0], words, None, None)


def test_a_quick_test_does_not_fork():
    """Pages and PDFs are made in forks."""
    with pytest.raises(pytest.fail.Exception, match="has to be marked"):
        sys.audit("os.fork")


@pytest.mark.parametrize("words", [["git", "log"], ["hunspell", "-l"], [sys.executable, "-m", "macros", "names", "a"]])
def test_what_is_quick_may_run(words):
    """Other programs, and commands that build nothing, are let through."""
    sys.audit("subprocess.Popen", words[0], words, None, None)


@pytest.mark.slow
def test_a_slow_test_may_start_all():
    """Nothing is refused to a test that is marked."""
    sys.audit("subprocess.Popen", "chromium", ["chromium"], None, None)
    sys.audit("os.fork")
