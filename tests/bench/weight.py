"""What the first visit of a page, and a page after another, take over the wire, beside Material as shipped."""

import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import brotli
from measured import run
from projects import ROOT, of_years, plain

sys.path.insert(0, str(ROOT / "tests"))

from browsers import chromium, serving

KINDS = {
    "the front page": "",
    "a year": "2024-2025/",
    "a page of tables and charts": "2024-2025/learners/",
    "a page of words": "2024-2025/mission/",
    "all figures": "2024-2025/numbers/",
}
BEFORE = "about/"
"""The page that a reader comes from to a later one."""
TEXTS = (".html", ".css", ".js", ".json", ".svg", "/")


def asked(page, address: str) -> set[str]:
    """Open an address, and look at it for a moment; give the paths of what the browser asked for."""
    paths: list[str] = []
    hear = paths.append
    page.on("request", lambda request: hear(urlsplit(request.url).path))
    page.goto(address)
    page.wait_for_timeout(500)
    return {path for path in paths if not path.endswith("favicon.ico")}


def size(folder: Path, path: str) -> int:
    """Give how many bytes of a file are sent to a browser that takes Brotli: as it was built, or as it could best be."""
    file = folder / path.lstrip("/")
    file = file / "index.html" if path.endswith("/") else file
    twin = file.with_name(f"{file.name}.br")
    if twin.is_file():
        return twin.stat().st_size
    content = file.read_bytes()
    return len(brotli.compress(content)) if path.endswith(TEXTS) else len(content)


def visits(browser, folder: Path) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Yield the kind of a page of the site in a folder, and bytes and requests of its first visit, and of a later one.

    What a browser has it does not ask for again, as servers may tell it. A browser that nobody looks at asks for no icon;
    ours is 0.3 kB.
    """
    with serving(folder) as server:
        for kind, path in KINDS.items():
            with browser.new_context() as context:
                first = asked(context.new_page(), server + path)
            with browser.new_context() as context:
                before = asked(context.new_page(), server + BEFORE)
                later = asked(context.new_page(), server + path) - before
            yield kind, *((sum(size(folder, one) for one in found), len(found)) for found in (first, later))


def weight(folder: Path, years: int) -> Iterator[tuple[str, str, str]]:
    """Yield what pages take of the report of one year; more years are more pages, and no larger ones."""
    if years > 1:
        return
    ours = of_years(folder / "ours", 1)
    run((sys.executable, "-m", "macros", "build"), ours, PDF="0")
    theirs = plain(ours, ours / "site", folder / "theirs")
    run((sys.executable, "-m", "mkdocs", "build", "-qf", "lv.yml"), theirs)
    with chromium() as browser:
        own, stock = (list(visits(browser, site)) for site in (ours / "site", theirs / "site/lv"))
    for (kind, *taken), (_kind, *yardstick) in zip(own, stock, strict=True):
        for when, (bytes_, requests), (most, many), goal in zip(
            ("first visit", "later"), taken, yardstick, ("≤ 30 kB, ≤ 6", "≤ 12 kB"), strict=True
        ):
            told = f"{bytes_ / 1000:.1f} kB in {requests}; Material as shipped {most / 1000:.1f} kB in {many}"
            yield f"{when}, {kind}", told, goal
