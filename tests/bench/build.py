"""Measure the build: ours against plain Material for MkDocs on the same words, side by side.

Prints ratios, not seconds: the machine cancels out. `make bench`
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import lxml.html

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 5
PLAIN = """
site_name: Plain
theme: {{ name: material, language: {language}, font: false }}
plugins: [search]
"""


def plain_project(folder, site, language):
    """Write what our pages say as plain Markdown without data, tables or templates of our own."""
    docs = folder / "docs"
    source = site / ("en" if language == "en" else "")
    for file in source.rglob("index.html"):
        relative = file.relative_to(source)
        if language == "lv" and relative.parts[0] == "en":
            continue
        article = lxml.html.fromstring(file.read_text("utf-8")).find(".//article")
        if article is not None:
            target = docs / relative.with_suffix(".md")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(
                "\n\n".join(line for line in article.text_content().splitlines() if line.strip()), "utf-8"
            )
    (folder / "mkdocs.yml").write_text(PLAIN.format(language=language), "utf-8")


def seconds(*command, cwd, **variables):
    """Give how long a command took."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", **variables}
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def main():
    """Build both, turn about, and print the ratio of the medians."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, whole, plain, check = [], [], [], []
        seconds(sys.executable, "-m", "macros", "build", "--to", folder / "site", cwd=ROOT)
        for language in ("lv", "en"):
            plain_project(folder / language, folder / "site", language)
        for _round in range(ROUNDS):
            command = (sys.executable, "-m", "macros", "build", "--to", folder / "site")
            ours.append(seconds(*command, cwd=ROOT, PDF="0"))
            whole.append(seconds(*command, cwd=ROOT))
            plain.append(
                sum(
                    seconds(sys.executable, "-m", "mkdocs", "build", cwd=folder / language) for language in ("lv", "en")
                )
            )
            check.append(seconds(sys.executable, "-m", "macros", "check", cwd=ROOT))
            shutil.rmtree(folder / "lv" / "site")
        yardstick = statistics.median(plain)
        pages = len(list((folder / "site").rglob("index.html")))
        size = (folder / "site/2024-2025/learners/index.html").stat().st_size
        print(f"pages: {pages}; one page of tables: {size} bytes of HTML")
        print(f"plain Material, both languages: {yardstick:.2f} s (the yardstick)")
        print(f"report build without PDF / plain Material: {statistics.median(ours) / yardstick:.2f}")
        print(f"report build with both PDFs / plain Material: {statistics.median(whole) / yardstick:.2f}")
        print(f"report check / plain Material: {statistics.median(check) / yardstick:.2f}")


if __name__ == "__main__":
    main()
