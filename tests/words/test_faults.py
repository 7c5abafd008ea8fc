"""What the machine refuses is one sentence in each language."""

import errno
import os
import shutil
from concurrent.futures import BrokenExecutor

import pytest

from macros.words.faults import Fault, told


@pytest.mark.parametrize(
    ("fault", "lv", "en"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Diskā vairs nav vietas;", "There is no room left"),
        (OSError(errno.EFBIG, "File too large", "a.zip"), "Diskā vairs nav vietas;", "There is no room left"),
        (OSError(errno.EROFS, "Read-only", "site.new"), "rakstīt “site.new”;", "let “site.new” be read"),
        (PermissionError(errno.EACCES, "Denied", b"\xc4\x81"), "rakstīt “ā”;", "let “ā” be read"),
        (PermissionError(errno.EACCES, "Denied"), "rakstīt kādu failu;", "let a file be read"),
        (FileExistsError(errno.EEXIST, "Exists", "{site} %s"), "Traucē “{site} %s”:", "“{site} %s” is in the way:"),
        (NotADirectoryError(errno.ENOTDIR, "No folder", "a/b"), "Traucē “a/b”:", "“a/b” is in the way:"),
        (FileNotFoundError(errno.ENOENT, "Nothing", "git"), "Nevar atrast “git”:", "“git” cannot be found:"),
        (
            OSError(errno.EIO, "Input/output error", "a"),
            "Ar “a” neizdevās izdarīt prasīto: Input/output error.",
            "“a”: Input/output error.",
        ),
        (shutil.Error([("a", "b", "[Errno 28] No space")]), "Diskā vairs nav vietas;", "There is no room left"),
        (shutil.Error([("a", "b", "odd")]), "Ar kādu failu neizdevās izdarīt prasīto: ", "of a file: "),
        (OSError("no number"), "Ar kādu failu neizdevās izdarīt prasīto: no number.", "of a file: no number."),
        (MemoryError(), "Datoram pietrūka atmiņas;", "ran out of memory;"),
        (BrokenExecutor("killed"), "Datoram pietrūka atmiņas;", "ran out of memory;"),
        (Fault("Tas.", "That."), "Tas.", "That."),
    ],
)
def test_what_is_refused_is_told(fault, lv, en):
    """It names the file, as far as it is known, and what to do."""
    sentences = told(fault)
    assert lv in sentences[0]
    assert en in sentences[1]
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in sentences)


def test_what_has_no_sentence_of_its_own_is_told_in_the_words_of_the_machine():
    """Each number that the system may give ends in a sentence."""
    for code in errno.errorcode:
        lv, en = told(OSError(code, os.strerror(code), "a.yml"))
        assert lv.endswith(".")
        assert en.endswith(".")
        assert "NAME" not in lv + en
        assert "WHY" not in lv + en
