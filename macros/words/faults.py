"""What the machine refuses – no room, no right, no program – told in one sentence instead of Python's own words."""

import errno
import os
import re
import shutil
from concurrent.futures import BrokenExecutor

from macros.words.problems import Reason, Sentences


class Fault(Reason):
    """Raised where the machine keeps the work from being done."""


OF_THE_MACHINE = (Fault, OSError, MemoryError, BrokenExecutor)
"""What `told` has a sentence for."""
_NO_ROOM: Sentences = (
    "Diskā vairs nav vietas; atbrīvojiet to un mēģiniet vēlreiz.",
    "There is no room left on the disk; free some and try again.",
)
_NO_MEMORY: Sentences = (
    "Datoram pietrūka atmiņas; aizveriet citas programmas un mēģiniet vēlreiz.",
    "The machine ran out of memory; close other programs and try again.",
)
_NO_FILES: Sentences = (
    "Dators ļauj vienlaikus atvērt pārāk maz failu (ulimit -n); atļaujiet vairāk un mēģiniet vēlreiz.",
    "The machine lets too few files be open at once (ulimit -n); allow more and try again.",
)
_NO_RIGHT: Sentences = (
    "Dators neļauj lasīt vai rakstīt NAME; pārbaudiet, vai mape nav tikai lasāma un vai tā pieder jums.",
    "The machine does not let NAME be read or written; see whether the folder is read-only, and whether it is yours.",
)
_IN_THE_WAY: Sentences = (
    "Traucē NAME: tur ir fails mapes vietā vai mape faila vietā; pārsauciet vai izdzēsiet to.",
    "NAME is in the way: a file where a folder belongs, or a folder where a file does; rename or delete it.",
)
_GONE: Sentences = (
    "Nevar atrast NAME: tas vai tā mape pazuda, kamēr programma strādāja, vai arī nav uzstādīta programma.",
    "NAME cannot be found: it or its folder has gone meanwhile, or a program is not installed.",
)
_OTHER: Sentences = ("Ar NAME neizdevās izdarīt prasīto: WHY.", "The machine did not do what was asked of NAME: WHY.")
_TOLD = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _NO_ROOM),
    **dict.fromkeys((errno.ENOMEM, errno.EAGAIN), _NO_MEMORY),
    **dict.fromkeys((errno.EMFILE, errno.ENFILE), _NO_FILES),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _NO_RIGHT),
    **dict.fromkeys((errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENOTEMPTY), _IN_THE_WAY),
    errno.ENOENT: _GONE,
}
_NUMBER = re.compile(r"\[Errno (\d+)\]")
_SOMETHING: Sentences = ("kādu failu", "a file")


def told(fault: BaseException) -> Sentences:
    """Give what the machine refused, and what to do about it, in both languages."""
    if isinstance(fault, Fault):
        return fault.sentences
    if not isinstance(fault, OSError):
        return _NO_MEMORY  # a process of ours was killed, which hardly anything else does
    if isinstance(fault, shutil.Error) and (number := _NUMBER.search(str(fault))):  # only words are left of the first
        fault = OSError(int(number[1]), os.strerror(int(number[1])))
    lv, en = (
        words.replace("NAME", _name(fault) or some).replace("WHY", fault.strerror or str(fault))
        for words, some in zip(_TOLD.get(fault.errno or 0, _OTHER), _SOMETHING, strict=True)
    )
    return lv, en


def _name(fault):
    """Give the file that a fault is about, in quotation marks, or nothing."""
    name = fault.filename
    return f"“{os.fsdecode(name)}”" if isinstance(name, str | bytes | os.PathLike) else ""
