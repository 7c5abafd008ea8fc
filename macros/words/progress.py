"""What is being done, for whoever waits at a terminal; files and other programs get nothing of it."""

import sys


def stage(lv: str, en: str) -> None:
    """Tell in one line what begins now."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{lv} … / {en} …\n")
