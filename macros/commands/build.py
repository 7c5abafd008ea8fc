"""The command that builds the site; where nothing has changed, the site that is there is the one."""

import os
from argparse import Namespace
from pathlib import Path

from macros import kept
from macros.alone import alone
from macros.commands.check import judged
from macros.site.dated import source_date
from macros.state import left_as, state
from macros.words.problems import in_short
from macros.words.progress import stage


def run_build(options: Namespace) -> int:
    root, site = options.root, options.root / options.to
    with alone(root):
        if not site.exists():  # a build may have been killed between taking it away and putting the new one there
            from macros.build import restore  # noqa: PLC0415 – see below

            restore(site)
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
        if built and built.decode() == _left_as(site):
            done = 0
        elif not (done := _build(book, root, site)) and _is_whole(site):
            kept.keep(root, key, _left_as(site).encode())
            kept.bound(root)
    print(f"Gatavs: {options.to}/index.html / Done." if not done else "Vietne nav uzbūvēta. / The site was not built.")
    return done


def _key(root):
    return state(root, "build", source_date(root), f"PDF={os.environ.get('PDF')}")


def _is_whole(site):
    """Say whether the site has PDFs, if they are wanted: where they could not be made, the next build tries again."""
    from macros.pages.address import PDF_NAMES  # noqa: PLC0415 – see below

    return os.environ.get("PDF") == "0" or all(any(site.rglob(name.format(year="*"))) for name in PDF_NAMES.values())


def _left_as(site: Path) -> str:
    return left_as(site) if site.is_dir() else ""


def _build(book, root, site):
    """Build it of the book, which is read where nobody has done so."""
    from macros.build import build  # noqa: PLC0415 – where nothing has changed, nobody waits for the program
    from macros.report.opened import read_book  # noqa: PLC0415

    book = book or read_book(root, keep=True)[0]  # what was judged sound needs no judging again
    return build(book, root, site) if book else 1
