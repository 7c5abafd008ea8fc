"""What a process takes, with all that it starts: seconds of processors, seconds of the clock, megabytes at its largest."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONDONTWRITEBYTECODE": ""}


@dataclass(frozen=True)
class Taken:
    """What one run took."""

    cpu: float
    wall: float
    megabytes: float


def run(command: Sequence[object], cwd: Path, **environment: str) -> Taken:
    """Run a command and give what it took; what it says is shown where it fails. Raises CalledProcessError."""
    words, start = [str(word) for word in command], time.perf_counter()
    with subprocess.Popen(
        words, cwd=cwd, env={**os.environ, **QUIET, **environment}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        said = process.stdout.read()
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, words, said.decode("utf-8", "replace"))
    return Taken(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)
