"""The command that builds the site; where nothing has changed, the site that is there is the one."""

import os
from argparse import Namespace
from pathlib import Path

from macros import kept
from macros.alone import alone
from macros.commands.check import judged
from macros.site.dated import source_date
from macros.words.problems import in_short
from macros.words.progress import stage

_SETTINGS = ("PDF", "SITE_URL", "REPO_URL")


def run_build(options: Namespace) -> int:
    root, site = options.root, options.root / options.to
    with alone(root):
        stage("Pārbauda datus un lapas", "Checking data and pages")
        key = _key(root)
        code, found, book = judged(root)
        print(in_short(found), end="")
        if code:
            print(
                "Vietne nav uzbūvēta; iepriekšējā palika, kāda bija. / "
                "The site was not built; the previous one is unchanged."
            )
            return 1
        built = kept.take(root, key)
        done = 0 if built and built.decode() == _left_as(site) else _build(book, root, site)
        if not done and _key(root) == key:  # else a file was saved meanwhile
            kept.keep(root, key, _left_as(site).encode())
            kept.bound(root)
    print(f"Gatavs: {options.to}/index.html / Done." if not done else "Vietne nav uzbūvēta. / The site was not built.")
    return done


def _key(root):
    given = (f"{name}={os.environ.get(name)}" for name in _SETTINGS)
    return kept.state(root, "build", source_date(root), *given)


def _left_as(site: Path) -> str:
    return kept.left_as(site) if site.is_dir() else ""


def _build(book, root, site):
    """Build it of the book, which is read where nobody has done so."""
    from macros.build import build  # noqa: PLC0415 – where nothing has changed, nobody waits for the program
    from macros.report.opened import read_book  # noqa: PLC0415

    book = book or read_book(root, keep=True)[0]  # what was judged sound needs no judging again
    return build(book, root, site) if book else 1
