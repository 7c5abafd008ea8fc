"""Measure the printing: ours against plain WeasyPrint on the same pages, one after the other.

Ours adds the structure of the HTML, the proof that no word is lost, metadata and data, and prints both languages side
by side. Prints ratios, not seconds: the machine cancels out. `make bench`
"""

import resource
import statistics
import tempfile
import time
from pathlib import Path

from weasyprint import HTML

from macros.build import build
from macros.check import open_book
from macros.paper.publish import publish

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 3


def seconds(work, *arguments, **options):
    """Give how long a function took."""
    start = time.perf_counter()
    work(*arguments, **options)
    return time.perf_counter() - start


def print_plainly(pages):
    """Print pages as WeasyPrint does out of the box, tagged."""
    for page in pages:
        HTML(filename=page).write_pdf(pdf_tags=True)


def longer(page, times):
    """Give the page's HTML with its sections so many times."""
    text = page.read_text("utf-8")
    head, mark, rest = text.partition("<main>")
    sections, end, foot = rest.partition("</main>")
    return head + mark + sections * times + end + foot


def main():
    """Print turn about and show the ratios of the medians, and how the time grows with the pages."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(open_book(ROOT), ROOT, folder / "site")
        site, book = folder / "site", open_book(ROOT)
        pages = sorted(site.rglob("print/index.html"))
        plain, fresh, kept = [], [], []
        for number in range(ROUNDS):
            cache = folder / f"cache-{number}"
            plain.append(seconds(print_plainly, pages))
            fresh.append(seconds(publish, book, site, cache, with_pdf=True))
            kept.append(seconds(publish, book, site, cache, with_pdf=True))
        yardstick = statistics.median(plain)
        print(f"plain WeasyPrint, {len(pages)} editions one after the other: {yardstick:.2f} s (the yardstick)")
        print(f"report, both printed anew / plain WeasyPrint: {statistics.median(fresh) / yardstick:.2f}")
        print(f"report, both unchanged / plain WeasyPrint: {statistics.median(kept) / yardstick:.2f}")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"largest memory of one printing process: {peak:.0f} MB")
        once = None
        for times in (1, 2, 4):
            page = HTML(string=longer(pages[0], times), base_url=str(pages[0]))
            took = seconds(page.write_pdf, pdf_tags=True)
            once = once or took
            print(f"plain WeasyPrint, {times} times the sections / once: {took / once:.2f}")


if __name__ == "__main__":
    main()
