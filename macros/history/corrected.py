"""Corrections of sealed years, made ready: what pages said when the year was sealed, and what they say now."""

import difflib
import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from macros import git
from macros.check.calls import faults, read
from macros.check.sealed import Change, held_to, is_edition, is_the_status, referred, untold
from macros.data.name import Name
from macros.data.schema import LANGUAGES, Text
from macros.history.base import at
from macros.html.render import Renderer
from macros.pages.calls import SPAN, calls_in
from macros.pages.files import DOCUMENT
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.corrected import WORDLESS
from macros.report.records import SEALED
from macros.show.tables.numbers import called, is_a_number
from macros.words.problems import Problems
from macros.words.signs import capitalised
from macros.words.spaces import single_spaced

COMMITS = 20
"""In how many of the last commits that sealed something it is looked for."""
Sides = tuple[tuple[str, str], tuple[str, str]]
"""What was and what is now, each in both languages; empty where that is not known."""

_PICTURE = re.compile(r"!\[([^\]\n]*)\]\([^()\n]*\)")
_FILE = {
    "lv": {"picture": "attēls", "document": "dokuments", "earlier": "iepriekšējais", "new": "jauns", "": ""},
    "en": {"picture": "picture", "document": "document", "earlier": "earlier", "new": "new", "": ""},
}
"""What a file beside a page is called."""
_WHOLE = ("table", "figure")
"""The calls that stand for no words."""


def corrections(root: Path, base: Book | None, book: Book, year: str, day: str) -> str:
    """Give, as YAML to be put at the end of `corrections.yml`, a record for each page of which one is missing.

    `base` is what stands in main, if that is known; `day` is their date. What was is empty where neither that nor the
    history of the project at `root` has it.
    """
    book = held_to(base, book)
    changes = [change for change in untold(book, year) if not is_the_status(change)]  # of this nothing is to be told
    if not changes:
        return ""
    before = _as_sealed(root, base, book, year)
    by_page: dict[str, list[Sides]] = {}
    figures: dict[str, list[str]] = {}
    for change in changes:
        page = next((page for page in change.pages if page in by_page), (*change.pages, "index")[0])
        by_page.setdefault(page, []).extend(_said(before, book, year, change))
        if is_a_number(book, year, str(change.name)):
            figures.setdefault(page, []).append(str(change.name))
    number = len(book.site.years[year].corrections)
    records = enumerate(by_page.items(), number + 1)
    return "".join(
        _record(at, day, (page, figures.get(page, [])), said, before is not None) for at, (page, said) in records
    )


def day_of(root: Path) -> str:
    """Give the day of the latest commit, or nothing."""
    return git.told(root, "log", "-1", "--format=%cs").strip()


def _record(number, day, about, said, known):
    page, figures = about
    lines = [f"{number}:", f"  date: {day}", f"  page: {page}"]
    lines += [f"  figures: [{', '.join(figures)}]"] if figures else []
    was_and_now = [[_together(one[at][place] for one in said) for at in (0, 1)] for place in range(len(LANGUAGES))]
    differ = any(was != now for was, now in was_and_now)
    for side, key in enumerate(("was", "now")):
        remark = "" if known or side else " # kas te bija, jāraksta ar roku / what it said has to be typed"
        lines.append(f"  {key}:{remark}")
        for language, (was, now) in zip(LANGUAGES, was_and_now, strict=True):
            own = "" if differ and was == now else (was, now)[side]
            words = own or WORDLESS[language]["same" if was == now else "lost" if side else "new"]
            lines.append(f"    {language}: {json.dumps(words, ensure_ascii=False) if known or side else ''}".rstrip())
    return "\n".join(lines) + "\n"


def _together(words):
    return "; ".join(dict.fromkeys(one for one in words if one))


def _as_sealed(root: Path, base: Book | None, book: Book, year: str) -> Book | None:
    """Give the project as it was when a year was sealed; None where neither main nor history has that."""
    if base and _is_as_sealed(base, book, year):
        return base
    for commit in git.told(root, "log", f"--max-count={COMMITS}", "--format=%H", "--", SEALED.file).split():
        try:
            before, _read = at(root, commit)
        except Problems:
            continue
        if before and _is_as_sealed(before, book, year):
            return before
    return None


def _is_as_sealed(before, book, year):
    """Say whether a year was as it was when it was sealed; the figures of its editions may not have come along."""
    if year not in before.seals:
        return False
    then, sealed = before.seals[year].today, book.seals[year].kept
    return all(then.get(name) == sealed.get(name) for name in then | sealed if not is_edition(name))


def _said(before: Book | None, after: Book, year: str, change: Change) -> Iterator[Sides]:
    """Yield what a change is in the words that readers see."""
    sides = []
    for book in (before, after):
        if book is None:
            sides.append(("", ""))
        elif change.name:
            sides.append(tuple(_value_said(book, year, str(change.name), language) for language in LANGUAGES))
    if change.name:
        yield sides[0], sides[1]
    elif change.file.endswith(".md"):
        yield from _page_said(before, after, year, change.file)
    else:
        yield _file_said(before, after, year, change.file)


def _file_said(before, after, year, file):
    """Give what a picture or a document beside a page was, and what it is now, as readers are told of it."""
    seal = after.seals[year]
    was, now = (file in files for files in (seal.kept, seal.today))
    kind = "document" if file.lower().endswith(DOCUMENT) else "picture"
    old, new = ("earlier", "new") if was and now else ("", "")
    return (
        tuple(_file_called(before, file, kind, old, one) for one in LANGUAGES) if before and was else ("", ""),
        tuple(_file_called(after, file, kind, new, one) for one in LANGUAGES) if now else ("", ""),
    )


def _file_called(book, file, kind, state, language):
    """Give what a page in a language says of a file beside it, with what it is."""
    name = re.escape(PurePosixPath(file).name)
    pages = (page.body for page in book.pages if page.language == language)
    found = next(
        (match[1] for body in pages if (match := re.search(rf"\[([^\]\n]+)\]\([^()\n]*{name}[^()\n]*\)", body))), ""
    )
    words = " ".join(filter(None, (_FILE[language][state], _FILE[language][kind])))
    return capitalised(words) + (f" “{found}”" if found else "")


def _value_said(book, year, name, language):
    """Give a number with what it is of, or a text, as readers see it; empty where there is none such."""
    one, renderer = book.names[year].get(name), Renderer(book, language)
    if isinstance(one, Figure):
        label = called(book, year, name)
        words = renderer.label("not_stated") if one.value is None else one.written(language)
        return single_spaced(f"{read(renderer, label, year)} – {words}" if label else words)
    found = [one] if one is not None else _items(book, year, name)
    if kin := referred(book, Name(year, name)):
        found = [_called(each.found(book.site)) for each in kin]
    texts = (read(renderer, each, year) if isinstance(each, Text) else str(each) for each in found)
    return "; ".join(single_spaced(text) for text in texts)


def _called(one):
    """Give what a key stands for, as readers see it: a name by itself, or that of an entry."""
    return getattr(one, "name", one)


def _items(book, year, name):
    """Give what has this name but is shown nowhere, or all that stands in a list of this name."""
    own = [leaf for one, leaf in book.leaves if one.year == year and name in (str(one), str(one.above))]
    return [leaf for leaf in own if leaf is not None]


def _page_said(before, after, year, file):
    """Yield what has changed in the words of a page, paragraph by paragraph, in its language."""
    language = file.split("/")[1]
    old, new = (_paragraphs(book, file) for book in (before, after))
    for what, begin, end, first, last in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            was = " ".join(_read(before, language, words, year) for words in old[begin:end])
            now = " ".join(_read(after, language, words, year) for words in new[first:last])
            yield tuple(tuple(side if one == language else "" for one in LANGUAGES) for side in (was, now))


def _paragraphs(book, file):
    """Give the words of the paragraphs of a page as they are typed, without those that are only a call."""
    blocks = (block for page in (book.pages if book else ()) if page.file == file for block in page.blocks.worded)
    typed = (" ".join(words for _line, words in block.lines) for block in blocks)
    return [words for words in typed if SPAN.sub("", words).strip()]


def _read(book, language, words, year):
    """Give the words of a paragraph as readers see them, or with “…” for its calls where these cannot be shown.

    A picture is what is said of it for those who cannot see it.
    """
    words = _PICTURE.sub(rf"{_FILE[language]['picture'].capitalize()} “\1”", words)
    calls, odd = calls_in(words, "")
    if odd or any(call.macro in _WHOLE or any(faults(book, call, year)) for call in calls):
        return single_spaced(SPAN.sub("…", words))
    return single_spaced(Renderer(book, language).words(words, year))
