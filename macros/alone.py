"""One at a time: what changes the folder of a site waits for whoever does so already."""

import errno
import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.kept import settle


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Let nobody else build the project at `root` meanwhile; where somebody does, say so and wait until that has ended.

    What is started meanwhile holds the folder, too, so that nothing of a build that was killed is still at work.
    """
    folder = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lv = "Šo vietni jau būvē citā logā; gaida, kamēr tur pabeigs. Negaidīt: Ctrl+C."
        en = "This site is being built in another window; waiting for it to end. To stop waiting: Ctrl+C."
        sys.stderr.write(f"{lv}\n{en}\n")
        fcntl.flock(folder, fcntl.LOCK_EX)
        settle(root, holds=False)  # nothing was read before, so an edit meanwhile is no matter
    except OSError as error:
        if error.errno not in (errno.EBADF, errno.ENOLCK, errno.ENOTSUP):  # a disk of the network may know no locks
            raise
    try:
        yield
    finally:
        os.close(folder)
