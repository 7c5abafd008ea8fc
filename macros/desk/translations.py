"""The texts whose translation has to be reviewed: what has changed in the Latvian, and the English below it."""

from collections.abc import Iterable
from pathlib import Path

from macros.data.schema import LANGUAGES
from macros.history.latvian import changed, latvian_before
from macros.report.book import Book
from macros.report.translated import Source


def translations(root: Path, book: Book, chosen: Iterable[Source]) -> str:
    """Give those of the `chosen` sources that are stale as plain text: where they stand, what both say, what to do."""
    standing, chosen = book.translation, set(chosen)
    parts = []
    for source, entry in standing.stale:
        if source not in chosen:
            continue
        if isinstance(source.content, str):
            both = [page for language in LANGUAGES if (page := book.page(language, source.content))]
            where, said = "\n".join(page.file for page in both), [page.body for page in both]
        else:
            where, said = f"{source.file}:{source.line}", [source.content.lv, source.content.en]
        before = latvian_before(root, source, entry)
        lost = "" if before else "  iepriekšējais teksts vēsturē nav atrodams / the history has no earlier text\n"
        pairs = changed(before, *said) if before else [(said[0], said[1])]
        if not any(english for _latvian, english in pairs):
            pairs.append(("", said[1]))
        lines = (line for pair in pairs for line in zip(LANGUAGES, pair, strict=True))
        words = "\n".join(f"  {language}: {_said(text)}" for language, text in lines if text)
        done = source.content if isinstance(source.content, str) else source.name
        parts.append(f"{where}\n{lost}{words}\n  report translated {done}\n")
    fresh = len(chosen) - len(parts)
    total = f"Jāpārskata: {len(parts)}; atbilst: {fresh}. / To review: {len(parts)}; up to date: {fresh}.\n"
    return "\n".join([*parts, total])


def _said(text):
    return "\n      ".join(line.rstrip() for line in text.strip().splitlines() if line.strip())
