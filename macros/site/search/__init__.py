"""The search worker with the part that knows a language, and the index that it looks in.

Material's worker knows the language by the NAME that is `search.config.lang` in `theme/partials/language.html`.
"""

import html
import json
import posixpath
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import lxml.html

from macros.data.schema import Site
from macros.html.found import NotFound
from macros.html.page import Content
from macros.html.render import Renderer
from macros.site.assets import named, worker_with
from macros.site.dress import LAST
from macros.words.endings import ENDINGS

HERE = Path(__file__).parent
NAMES = {"lv": ("lv", "latvian.js"), "en": ("en-GB", "english.js")}
"""By language of the site: what Material calls the language of the search, and the file that knows its words."""
INDEX = "search/search_index.json"
"""What the search looks in, in the folder of a language."""


def worker_file(renderer: Renderer) -> dict[str, bytes]:
    """Give the search worker of the renderer's language: path → bytes."""
    content = worker_with(language_file(renderer.site, renderer.language)).encode()
    return {named("worker.js", content): content}


def worker_from_index(renderer: Renderer) -> str:
    """Give the way from the index of the renderer's language to its worker, which the index tells."""
    (path,) = worker_file(renderer)
    return posixpath.relpath(path, posixpath.dirname(INDEX))


Entries = list[dict[str, Any]]
"""What the index has of pages, each part of one an entry: `location`, `title`, `text` and how much it counts."""


def entries(page: str, title: str, content: Content, counts: dict[str, float], of: str = "") -> Entries:
    """Give the entries of the page at the address `page`: how much it `counts` and which year it is `of` tells `dress`.

    Raises NotFound where a row of its tables is not among them.
    """
    from material.plugins.search.plugin import SearchIndex  # noqa: PLC0415 – only where pages have changed
    from mkdocs.structure.toc import get_toc  # noqa: PLC0415

    index = SearchIndex()
    said = {"title": title, "search": counts}
    toc = get_toc(content.headings)
    index.add_entry_from_context(SimpleNamespace(content=content.html, toc=toc, url=page, title=title, meta=said))
    return _parted(index.entries, f"<article>{content.html}</article>", page, of)


def lowered(found: Entries, unfilled: Collection[str]) -> Entries:
    """Give the entries of a page with those of its parts that are still to be filled in after the others."""
    for entry in found:
        if entry["location"].partition("#")[2] in unfilled:
            entry["boost"] = round(entry.get("boost", 1) * LAST, 4)
    return found


def part_rows(
    folder: Path,
    worker: str,
    of: Mapping[str, str] | None = None,
    unfilled: Mapping[str, Collection[str]] | None = None,
) -> None:
    """Make each row of a table a paragraph in the index at `folder`, so that a result shows the rows that were found.

    Rows whose cells have paragraphs or lists are shown by these. The index also tells where its `worker` is, and which
    year a page, by its address, is `of`; its `unfilled` parts count less. Raises NotFound where the index lacks a row.
    """
    file = folder / INDEX
    index = json.loads(file.read_text("utf-8"))
    pages: dict[str, Entries] = {}
    for entry in index["docs"]:
        pages.setdefault(entry["location"].partition("#")[0], []).append(entry)
    for page, found in pages.items():
        _parted(found, (folder / page / "index.html").read_text("utf-8"), page, (of or {}).get(page, ""))
        lowered(found, (unfilled or {}).get(page, ()))
    file.write_text(as_json(index | {"worker": worker}), "utf-8")


def as_json(index: dict[str, Any]) -> str:
    """Give an index as it is published."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _parted(found, html, page, of):
    """Part the rows in the entries of a page, and tell which year it is of."""
    rows = _rows(html)
    for row, needed in rows:
        if needed and not any(_found(row, entry["text"]) for entry in found):
            raise NotFound(f"{INDEX}: found no row {' '.join(row)} of the page {page}")
    for entry in found:
        entry["text"] = _with_rows(entry["text"], rows)
        if entry["location"] == page and of.removeprefix(" – ") not in entry["title"].replace("\u00a0", " "):
            entry["title"] += of
    return found


def _rows(page):
    """Give the words of each row of the tables of a page, as the index has them, and whether it has to be there.

    It has to unless the row holds tags that Material 9.8.2 keeps between its words.
    """
    rows = []
    for row in lxml.html.fromstring(page).xpath("//article//tr[not(.//p or .//li)]"):
        indexed = row.xpath(".//text()[not(ancestor::*[@data-search-exclude])]")
        if words := "".join(indexed).split():
            escaped = [html.escape(word, quote=False) for word in words]
            rows.append((escaped, not row.xpath(".//code | .//pre | .//sub | .//sup")))
    return rows


def _with_rows(text, rows):
    parts, at = [], 0
    for row, _needed in rows:
        if found := _found(row, text, at):
            start, end = found
            parts += [text[at:start], f"<p>{text[start:end]}</p>"]
            at = end
    return "".join([*parts, text[at:]])


def _found(words, text, at=0):
    """Give where words stand one after the other in a text, with spaces of any kind between them, or None."""
    plain = " ".join(words)
    if (start := text.find(plain, at)) >= 0:
        return start, start + len(plain)
    if not all(word in text for word in words):
        return None
    found = re.compile(r"\s+".join(map(re.escape, words))).search(text, at)
    return found.span() if found else None


def language_file(site: Site, language: str) -> str:
    """Give the script that teaches lunr the words of a `language`, with the names of `terms.yml` that mean the same."""
    name, words = NAMES[language]
    given = {"name": name, "names": same_names(site, language)}
    if language == "lv":  # “aj” goes later, as any suffix
        given["endings"] = " ".join(ending for ending in ENDINGS if not ending.startswith("aj"))
    constants = [f"const {key} = {json.dumps(value, ensure_ascii=False)};" for key, value in given.items()]
    parts = [(HERE / file).read_text("utf-8") for file in ("fold.js", words, "query.js")]
    return "\n".join(["(() => {", *constants, *parts, "})();", ""])


def same_names(site: Site, language: str) -> list[list[str]]:
    """Give the names that mean the same: lists of a term, its abbreviation and its other names."""
    groups = []
    for term in site.terms.terms.values():
        names = [name.in_(language) for name in (term.term, term.short, *term.searched_as) if name]
        names += term.also if language == "en" else ()
        groups.append(names)
    for further in site.terms.translations:
        groups += [[getattr(further, language), *(name.in_(language) for name in further.searched_as)]]
    return [names for names in groups if len(names) > 1]
