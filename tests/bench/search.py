"""Measure the search: ours against Material’s as shipped and Pagefind, over the same words and the same pages.

Prints recall, precision, bytes and ratios of times, not seconds: the machine cancels out. `make bench`
"""

import gzip
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from projects import plain

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from browsers import chromium, serving  # noqa: E402 – beside the tests
from paradigms import forms  # noqa: E402
from searcher import Searcher, folded  # noqa: E402

ROUNDS = 9
QUERY = "audzēkņi"
STOCK = {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"]}
"""What Material’s search does with Latvian as shipped."""
PAGEFIND = """async ([script, queries]) => {
    const pagefind = await import(script);
    const found = [];
    for (const query of queries) {
        const { results } = await pagefind.search(query);
        found.push(await Promise.all(results.map(async result => (await result.data()).url)));
    }
    return found;
}"""


def words():
    """Give every form of the words of `search_words.yml`, each with its word."""
    listed = yaml.safe_load((ROOT / "tests/search_words.yml").read_text("utf-8"))
    return [
        (word, form)
        for kinds in listed.values()
        for kind, groups in kinds.items()
        for group, names in groups.items()
        for word in names.split()
        for form in forms(word, kind, group)
    ]


def judge(every, asked, found):
    """Say how well words were found: `asked` are numbers of forms in `every`, `found` the numbers each query found."""
    own = {}
    for number, (word, _form) in enumerate(every):
        own.setdefault(word, set()).add(number)
    recall, precision = [], []
    for number, places in zip(asked, found, strict=True):
        word, form = every[number]
        recall.append(len(places & own[word]) / len(own[word]))
        right = own[word] | {place for place in places if folded(every[place][1]) == folded(form)}
        precision += [len(places & right) / len(places)] if places else []
    nothing = sum(not places for places in found) / len(found)
    return f"recall {statistics.mean(recall):.1%}, precision {statistics.mean(precision):.1%}, no hit {nothing:.1%}"


def of_words(browser, server, folder):
    """Print how well each search finds the forms of words."""
    every = words()
    for number, (_word, form) in enumerate(every):
        page = folder / "words" / str(number) / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f'<!doctype html><html lang="lv"><title>.</title><body>{form}</body></html>', "utf-8")
    pagefind(folder / "words")
    docs = [{"location": f"{number}/", "title": "", "text": form} for number, (_word, form) in enumerate(every)]
    of_material = {
        name: Searcher(browser, f"{server}ours/", docs, config)
        for name, config in (("ours", None), ("Material as shipped", STOCK))
    }
    page = browser.new_page()
    page.goto(f"{server}words/0/")
    print(f"{len({word for word, _form in every})} words, {len(every)} forms; of every tenth form:")
    asked = range(0, len(every), 10)
    for typing, typed in (("as written", str), ("without diacritics", folded)):
        queries = [typed(every[number][1]) for number in asked]
        for name, search in of_material.items():
            found = [{int(place.rstrip("/")) for place in one} for one in search.sections(queries)]
            print(f"  {name}, {typing}: {judge(every, asked, found)}")
        found = page.evaluate(PAGEFIND, [f"{server}words/pagefind/pagefind.js", queries])
        found = [{int(place.strip("/").split("/")[-1]) for place in one} for one in found]
        print(f"  Pagefind, {typing}: {judge(every, asked, found)}")


def pagefind(folder):
    """Index the pages of a folder with Pagefind."""
    subprocess.run([sys.executable, "-m", "pagefind", "--site", folder], check=True, capture_output=True)


def with_material(page):
    """Turn to the search of a page, type, and wait for the first result."""
    page.focus(".md-search__input")
    page.keyboard.type(QUERY)
    page.keyboard.press("End")
    page.wait_for_selector(".md-search-result__item a")


def with_pagefind(page):
    """Ask Pagefind on a page for the same, and wait for the words of the first result."""
    page.evaluate(PAGEFIND.replace("results.map", "results.slice(0, 1).map"), ["/found/pagefind/pagefind.js", [QUERY]])


def first_result(browser, address, search):
    """Open a page and search at once. Give the milliseconds to the first result, and the compressed bytes of it all.

    The bytes are those of worker, index and language file, whether they come with the page or with the search.
    """
    page, answers = browser.new_page(), []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 – Playwright cannot mark a method
    page.goto(address)
    start = page.evaluate("performance.now()")
    search(page)
    took = page.evaluate("performance.now()") - start
    parts = [one for one in answers if any(part in one.url for part in ("search", "lunr", "pagefind"))]
    total = sum(len(gzip.compress(one.body())) for one in parts)
    page.close()
    return took, total


def of_pages(browser, server):
    """Print the bytes of each search on the report’s pages, and how long the first result takes."""
    searches = {
        "Material as shipped": (f"{server}stock/2024-2025/learners/", with_material),
        "ours": (f"{server}ours/2024-2025/learners/", with_material),
        "Pagefind": (f"{server}found/2024-2025/learners/", with_pagefind),
    }
    rounds = {name: [] for name in searches}
    for _round in range(ROUNDS):
        for name, search in searches.items():
            rounds[name].append(first_result(browser, *search))
    yardstick = statistics.median(took for took, _bytes in rounds["Material as shipped"])
    for name, measured in rounds.items():
        ratio = statistics.median(took for took, _bytes in measured) / yardstick
        print(f"{name}: {measured[0][1]} bytes compressed, time to the first result / Material as shipped {ratio:.2f}")


def main():
    """Build the report, the same pages plain, and Pagefind’s index of them; ask all three."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for target in ("ours", "found"):
            build = [sys.executable, "-m", "macros", "build", "--to", folder / target]
            subprocess.run(build, cwd=ROOT, env={**os.environ, "PDF": "0"}, check=True, capture_output=True)
        pagefind(folder / "found")
        stock = plain(ROOT, folder / "ours", folder / "plain")
        command = [sys.executable, "-m", "mkdocs", "build", "-f", "lv.yml"]
        subprocess.run(command, cwd=stock, check=True, capture_output=True)
        (stock / "site/lv").rename(folder / "stock")
        with serving(folder) as server, chromium() as browser:
            of_words(browser, server, folder)
            of_pages(browser, server)


if __name__ == "__main__":
    main()
