"""The tiny report as one whose past is known: committed, or final."""

import subprocess

from copies import copy_of, made_once
from project import checked, commit, made_final

from macros.__main__ import main


@made_once(of="prepared")
def committed(folder):
    """The tiny report in a repository of its own, as it was committed."""
    for name in ("macros", "theme"):
        (folder / name).unlink()
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    commit(folder)


@made_once(of="prepared")
def ended(folder):
    """The tiny report, with nothing left to do, as final, and judged."""
    made_final(folder)
    checked(folder)


@made_once(of="ended")
def frozen(folder):
    """That final report, sealed."""
    assert main(["--root", str(folder), "freeze", "2020-2021"]) == 0


kept = copy_of("committed")
final = copy_of("ended")
sealed = copy_of("frozen")
