"""The texts whose translation has to be reviewed, the Latvian and the English one under the other."""

from collections.abc import Iterable

from macros.data.schema import LANGUAGES
from macros.report.book import Book
from macros.report.translated import Source


def translations(book: Book, chosen: Iterable[Source]) -> str:
    """Give those of the `chosen` sources that are stale as plain text: where they stand, what both say, what to do."""
    standing, chosen = book.translation, set(chosen)
    parts = []
    for source, before in standing.stale:
        if source not in chosen:
            continue
        if isinstance(source.content, str):
            both = [page for language in LANGUAGES if (page := book.page(language, source.content))]
            where, said = "\n".join(page.file for page in both), [page.body for page in both]
        else:
            where, said = f"{source.file}:{source.line}", [source.content.lv, source.content.en]
        why = "mainīts / changed" if before else "jauns / new"
        words = "\n".join(f"  {name}: {_said(text)}" for name, text in zip(("lv", "en"), said, strict=True))
        done = source.content if isinstance(source.content, str) else source.name
        parts.append(f"{where}\n  {why}\n{words}\n  report translated {done}\n")
    fresh = len(chosen) - len(parts)
    total = f"Jāpārskata: {len(parts)}; atbilst: {fresh}. / To review: {len(parts)}; up to date: {fresh}.\n"
    return "\n".join([*parts, total])


def _said(text):
    return "\n      ".join(line.rstrip() for line in text.strip().splitlines() if line.strip())
