"""What Lighthouse gives pages on a phone of its own making, from 0 to 100, beside Material as shipped."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from measured import run
from projects import ROOT, of_years, plain
from served import NGINX, behind_nginx
from weight import KINDS

sys.path.insert(0, str(ROOT / "tests"))

from browsers import CHROMIUM

LIGHTHOUSE = shutil.which("lighthouse")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless --no-sandbox --disable-dev-shm-usage"


def judged(folder: Path, address: str) -> list[int]:
    """Give the marks of the page at an address in each category."""
    told = folder / "report.json"
    wanted = [f"--only-categories={','.join(CATEGORIES)}", "--output=json", f"--output-path={told}", "--quiet"]
    run((LIGHTHOUSE, address, *wanted, f"--chrome-flags={FLAGS}"), folder, CHROME_PATH=CHROMIUM)
    found = json.loads(told.read_text("utf-8"))["categories"]
    return [round(100 * found[category]["score"]) for category in CATEGORIES]


def lighthouse(folder: Path, years: int) -> Iterator[tuple[str, str, str]]:
    """Yield the marks of a page of each kind in both languages; more years change nothing."""
    if years > 1:
        return
    if LIGHTHOUSE is None or NGINX is None:
        yield "Lighthouse on a phone", "not measured: lighthouse or nginx is not on this machine", ""
        return
    ours = of_years(folder / "ours", 1)
    served = folder / "served"
    served.mkdir()
    with behind_nginx(served, ours / "site") as (port, _plainly):
        run((sys.executable, "-m", "macros", "build"), ours, PDF="0", SITE_URL=f"http://127.0.0.1:{port}/")
        theirs = plain(ours, ours / "site", folder / "theirs")
        run((sys.executable, "-m", "mkdocs", "build", "-qf", "lv.yml"), theirs)
        (ours / "site/theirs").symlink_to(theirs / "site/lv")
        for kind, path in KINDS.items():
            own = [judged(served, f"http://127.0.0.1:{port}/{language}{path}") for language in ("", "en/")]
            stock = judged(served, f"http://127.0.0.1:{port}/theirs/{path}")
            marks = [" ".join(map(str, one)) for one in (*own, stock)]
            yield f"Lighthouse, {kind}", "; ".join(marks[:2]) + f"; Material as shipped {marks[2]}", "100 100 100 100"
