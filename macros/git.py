"""What git knows of the folder that a project lies in; nobody's words become its options or its shell."""

import subprocess
from pathlib import Path

from macros.words.faults import Fault


def given(root: Path, *words: str) -> bytes | None:
    """Give what git says to `words` in a folder, or None where it fails or is not there."""
    try:
        done = subprocess.run(["git", "-c", "core.quotePath=false", *words], cwd=root, capture_output=True, check=False)  # noqa: S603, S607 – no shell
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def told(root: Path, *words: str) -> str:
    """Give it as text, nothing where git fails or is not there."""
    return (given(root, *words) or b"").decode("utf-8", "replace")


def sure(root: Path, *words: str) -> str:
    """Give it as text. Raises `Fault` where git fails or is not there."""
    said = given(root, *words)
    if said is None:
        raise Fault(
            f"Neizdevās “git {words[0]}”: pārbaudiet, vai datorā ir git un vai mape pieder jums.",
            f"“git {words[0]}” failed: see whether the machine has git, and whether the folder is yours.",
        )
    return said.decode("utf-8", "replace")
