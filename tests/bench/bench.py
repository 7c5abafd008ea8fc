"""How fast the report is made, each row against a yardstick from the same run, so that the machine cancels out.

`make bench` measures all there is, `make bench ROWS="build check" YEARS="1 5"` a part. RESULTS.md keeps what was measured
last, each part with its own yardstick. That of builds is MkDocs with Material and macros on the same words, tables and
charts, both languages one after the other.
"""

import contextlib
import io
import os
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

import lighthouse
import preview
import search
import served
import weight
from measured import run
from projects import LANGUAGES, ROOT, of_years, plain

ROUNDS = 3
YEARS = [1, 5, 20]
RESULTS = ROOT / "tests/bench/RESULTS.md"
REPORT = (sys.executable, "-m", "macros")
STORE = ".cache"
EDITS = {
    "a page": ("docs/lv/2024-2025/projects.md", "{ #projects }\n", "{ #projects }\n\nProjektu saraksts.\n"),
    "a number": ("data/2024-2025/festival.yml", "dance_participants: 61", "dance_participants: 62"),
}
Row = tuple[str, str, str]
"""What was measured, what it came to, and what is wanted."""
BUILD_GOALS = {
    "cold": {1: 1.0, 5: 0.8, 20: 0.7},
    "cold, by the clock": {1: 0.6, 5: 0.6, 20: 0.6},
    "after a page was edited": {1: 0.30, 5: 0.10, 20: 0.04},
    "after a number was edited": {1: 0.40, 5: 0.12, 20: 0.05},
    "nothing changed": {1: 0.08, 5: 0.03, 20: 0.01},
}


def edited(project: Path, kind: str) -> None:
    """Make an edit, or take it back."""
    name, old, new = EDITS[kind]
    file = project / name
    text = file.read_text("utf-8")
    file.write_text(text.replace(new, old) if new in text else text.replace(old, new), "utf-8")


def forgotten(project: Path) -> None:
    """Remove all that was built or kept."""
    for name in (STORE, "site"):
        shutil.rmtree(project / name, ignore_errors=True)


def build(folder: Path, years: int) -> Iterator[Row]:
    """Yield how long builds without PDFs take, of processors and by the clock, and how large they grow."""
    ours = of_years(folder / "ours", years)
    run((*REPORT, "build"), ours, PDF="0")
    theirs = plain(ours, ours / "site", folder / "theirs")
    taken: dict[str, list] = {kind: [] for kind in ("yardstick", *BUILD_GOALS)}
    sizes = []
    for _round in range(ROUNDS):
        for language in LANGUAGES:
            shutil.rmtree(theirs / "site" / language, ignore_errors=True)
        stock = [run((sys.executable, "-m", "mkdocs", "build", "-qf", f"{one}.yml"), theirs) for one in LANGUAGES]
        taken["yardstick"].append(sum(one.cpu for one in stock))
        taken.setdefault("yardstick, by the clock", []).append(sum(one.wall for one in stock))
        forgotten(ours)
        cold = run((*REPORT, "build"), ours, PDF="0")
        taken["cold"].append(cold.cpu)
        taken["cold, by the clock"].append(cold.wall)
        sizes.append(cold.megabytes)
        for kind in EDITS:
            edited(ours, kind)
            taken[f"after {kind} was edited"].append(run((*REPORT, "build"), ours, PDF="0").cpu)
        taken["nothing changed"].append(run((*REPORT, "build"), ours, PDF="0").cpu)
    yardstick, clock = (statistics.median(taken[one]) for one in ("yardstick", "yardstick, by the clock"))
    yield f"the yardstick, {_of(years)}", f"{yardstick:.2f} s", ""
    for kind, goals in BUILD_GOALS.items():
        ratio = statistics.median(taken[kind]) / (clock if "clock" in kind else yardstick)
        yield f"build, {_of(years)}: {kind}", f"{ratio:.3f}", f"≤ {goals.get(years, '–')}"
    yield (
        f"build, {_of(years)}: memory of the largest process",
        f"{max(sizes):.0f} MB",
        "≤ 150 MB" if years >= 20 else "",
    )


def check(folder: Path, years: int) -> Iterator[Row]:
    """Yield how long `report check` takes: at first, after a page was edited, and when nothing has changed."""
    ours = of_years(folder / "ours", years)
    taken: dict[str, list[float]] = {"yardstick": [], "cold": [], "after a page was edited": [], "nothing changed": []}
    reading = "import pathlib, yaml\nfor f in pathlib.Path('data').rglob('*.yml'): yaml.load(f.read_text('utf-8'), yaml.BaseLoader)"
    for _round in range(ROUNDS):
        taken["yardstick"].append(run((sys.executable, "-c", reading), ours).cpu)
        forgotten(ours)
        taken["cold"].append(run((*REPORT, "check"), ours).cpu)
        edited(ours, "a page")
        taken["after a page was edited"].append(run((*REPORT, "check"), ours).cpu)
        taken["nothing changed"].append(run((*REPORT, "check"), ours).cpu)
    yardstick = statistics.median(taken.pop("yardstick"))
    yield f"PyYAML reads the data, {_of(years)} (the yardstick)", f"{yardstick:.2f} s", ""
    for kind, times in taken.items():
        seconds = statistics.median(times)
        yield f"check, {_of(years)}: {kind}", f"{seconds / yardstick:.2f} ({seconds:.2f} s)", "≤ 0.6 s"


def paper(folder: Path, years: int) -> Iterator[Row]:
    """Yield how long the PDFs of both languages of a year take, against plain WeasyPrint on the same pages."""
    if years > 1:  # each year is printed for itself
        return
    ours = of_years(folder / "ours", 1)
    run((*REPORT, "build"), ours, PDF="0")
    pages = sorted((ours / "site").rglob("print/index.html"))
    plainly = "import sys\nfrom weasyprint import HTML\nfor page in sys.argv[1:]: HTML(filename=page).write_pdf(pdf_tags=True)"
    taken: dict[str, list[float]] = {"yardstick": [], "printed anew": [], "unchanged": []}
    for _round in range(ROUNDS):
        forgotten(ours)
        without = run((*REPORT, "build"), ours, PDF="0").cpu
        taken["yardstick"].append(run((sys.executable, "-c", plainly, *pages), ours).cpu)
        forgotten(ours)
        taken["printed anew"].append(run((*REPORT, "build"), ours).cpu - without)
        taken["unchanged"].append(run((*REPORT, "build"), ours).cpu)
    yardstick = statistics.median(taken.pop("yardstick"))
    yield f"plain WeasyPrint prints {len(pages)} editions (the yardstick)", f"{yardstick:.2f} s", ""
    for kind, goal in (("printed anew", "≤ 1.1"), ("unchanged", "≤ 0.02")):
        yield f"PDFs of both languages, {kind}", f"{statistics.median(taken[kind]) / yardstick:.3f}", goal


ROWS: dict[str, Callable[[Path, int], Iterator[Row]]] = {
    "build": build,
    "check": check,
    "paper": paper,
    "preview": preview.preview,
    "weight": weight.weight,
    "served": served.served,
    "lighthouse": lighthouse.lighthouse,
}


def _of(years):
    return "1 year" if years == 1 else f"{years} years"


def parts(rows: Collection[str], years: Iterable[int]) -> Iterator[tuple[str, Callable[[Path], Iterator[Row]]]]:
    """Yield what is measured by itself: what it is called, and what measures it in a folder."""
    for name in rows:
        for count in years if name in ROWS else ():
            yield f"{name}, {_of(count)}", partial(ROWS[name], years=count)


def kept() -> dict[str, list[str]]:
    """Give the lines of each part that was measured before."""
    text = RESULTS.read_text("utf-8") if RESULTS.is_file() else ""
    return {
        name: lines.strip().split("\n") for name, lines in re.findall(r"^## (.*)\n\n((?:.+\n)+)", text, re.MULTILINE)
    }


def write(measured: dict[str, list[str]]) -> None:
    """Write what was measured, now or before, in the order of the rows."""
    order = [name for name, _measure in parts([*ROWS], YEARS)] + ["search"]
    top = "# What was measured\n\nRatios to a yardstick of the same run: see bench.py. Written by `make bench`, part by part.\n"
    found = [f"\n## {name}\n\n" + "\n".join(measured[name]) + "\n" for name in order if name in measured]
    RESULTS.write_text(top + "".join(found), "utf-8")


def main() -> None:
    """Measure the parts that are asked for, and keep what they came to."""
    chosen = os.environ.get("ROWS", "").split() or [*ROWS, "search"]
    years = [int(one) for one in os.environ.get("YEARS", "").split()] or YEARS
    for name, measure in parts(chosen, years):
        lines = ["| what | came to | wanted |", "| --- | --- | --- |"]
        print(*lines, sep="\n", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            for row in measure(Path(folder)):
                lines.append(f"| {' | '.join(row)} |")
                print(lines[-1], flush=True)
        if lines[2:]:
            write(kept() | {name: lines})
    if "search" in chosen:
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            search.main()
        print(said.getvalue(), end="")
        write(kept() | {"search": [f"- {line}" for line in said.getvalue().splitlines()]})


if __name__ == "__main__":
    main()
