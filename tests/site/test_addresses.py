"""What others may link to, as `tests/addresses.txt` keeps it: addresses and anchors stay for ever."""

import re
import warnings

import pytest
from project import ROOT

from macros.paper import pdf

KEPT = ROOT / "tests" / "addresses.txt"
RENEW = ".venv/bin/pytest tests/site/test_addresses.py --renew"


def linkable(built):
    """Yield each address of the site and each anchor on its pages: headings, tables, charts, rows.

    Not what only a browser or a robot asks for, nor the ids of captions and of heads that cells name, nor the places in the print edition, which
    repeat those of the pages, nor those of editions, whose numbers follow the content.
    """
    for file in built.folder.rglob("*"):
        path = file.relative_to(built.folder).as_posix().removesuffix("index.html")
        if (
            file.is_file()
            and not re.match(r"editions/[0-9a-f]{12}/", path)
            and not {"assets", "search"} & {*path.split("/")}
            and file.suffix not in (".br", ".gz")
        ):
            yield path or "./"
    for path, page in built.pages.items():
        yield from (
            f"{path or './'}#{name}"
            for name in page.xpath("//article//*[not(self::th)]/@id")
            if not name.endswith("-caption")
        )


@pytest.mark.filterwarnings("default::UserWarning")
def test_no_link_out_there_breaks(built, request):
    """Each address and anchor that the list keeps is there; what is new stops nobody who writes, but is told of."""
    there = sorted(linkable(built))
    if request.config.getoption("--renew"):
        KEPT.write_text("".join(f"{one}\n" for one in there), "utf-8")
    kept = KEPT.read_text("utf-8").splitlines()
    if not pdf.available():
        kept = [one for one in kept if not one.endswith(".pdf")]
    gone = sorted({*kept} - {*there})
    assert not gone, f"Links out there would break: give these back or forward them, then {RENEW}: {gone}"
    if new := sorted({*there} - {*kept}):
        warnings.warn(f"Others may link to these from now on; {RENEW} keeps them: {new}", stacklevel=1)
