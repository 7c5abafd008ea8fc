"""What was added to a PDF after it was built, and whether that is signatures and nothing else.

A PDF is signed by adding bytes after its end (PAdES; ISO 32000-1, 7.5.6 and 12.8). The built file stays in front, byte
for byte, but a reader shows the last version of each object. So equal bytes prove little: `compared` looks at every
object, in the last version of the file and in each version that somebody signed.

Why not pyHanko's `diff_analysis` (0.38), which knows this idea: it judges what follows a signature, and raises for a
document that had no form, as what we build has none. Helped over that, it allows another title or edition, another
catalogue, bytes behind the end, and fields for signatures that hide a page, act or draw outside their rectangle, and
it refuses rounded numbers (tests/paper/test_signed.py); it names no page, and takes 2 s where this takes 0.2 s.
"""

import io
import re
from dataclasses import dataclass

import pikepdf

from macros.data.schema import Text
from macros.paper.verify.compared import compared

MANY = 100  # signatures of one file
UNREADABLE = Text(
    lv="beigās pievienots kaut kas, ko nevar droši pārbaudīt",
    en="something was added at the end that cannot be checked safely",
)


@dataclass(frozen=True)
class Added:
    """What stands in a PDF behind the built file.

    `changes` say what is no longer as built; empty when signatures alone were added.
    `signatures` counts those that cover the whole built file; whether they are valid was not tested.
    `visible` are the numbers of pages on which the picture of a signature stands.
    """

    changes: tuple[Text, ...] = ()
    signatures: int = 0
    visible: tuple[int, ...] = ()


def added(built: bytes, file: bytes) -> Added:
    """Give what the bytes `file`, which begin with the bytes `built`, add to them."""
    last = _version(built, file)
    if last is None:
        return Added((UNREADABLE,))
    ends = {end for span, value in last.signatures if (end := _signed_until(span, value, file, len(built)))}
    signed = [_version(built, file[:end]) for end in sorted(ends)[:MANY]]
    changes = last.changes.union(*({UNREADABLE} if each is None else each.changes for each in signed))
    return Added(tuple(sorted(changes, key=str)), len(ends), tuple(sorted(last.visible)))


def _version(built, file):
    """Give one version compared with the built file, or None where programs may differ in how they read it."""
    tail = file[len(built) :]
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda match: bytes.fromhex(match[1].decode()), tail)
    if not re.search(rb"startxref\s+\d+\s+%%EOF\s*\Z", tail[-1024:]) or b"/XRefStm" in plain:  # two tables in one
        return None
    try:
        with _opened(built) as before, _opened(file) as after:
            found = compared(before, after, tail)
            mended = after.get_warnings() or after.is_encrypted
            return None if mended else found
    except (pikepdf.PdfError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None  # a shape that no signer writes


def _opened(data):
    return pikepdf.open(io.BytesIO(data), attempt_recovery=False, inherit_page_attributes=False)


def _signed_until(span, value, file, start):
    """Give where the bytes end that a signature covers, or 0 if it does not cover the built file around its value."""
    zero, until, again, length = span
    gap, end = file[until:again], again + length
    if zero or not start <= until < again < end <= len(file):
        return 0
    return end if re.fullmatch(rb"<[0-9A-Fa-f]*>", gap) and gap[1:-1].lower() == value.hex().encode() else 0
