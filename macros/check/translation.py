"""Rules for the English: made from the Latvian of today, with the words of the glossary."""

from collections.abc import Iterator

from macros.data.schema import Text
from macros.report.book import Book
from macros.report.glossary import Glossary, english
from macros.report.prose import plain, words_of
from macros.report.records import TRANSLATED
from macros.report.translated import of_a_correction
from macros.words.problems import Problem


def translations_are_fresh(book: Book) -> Iterator[Problem]:
    """Each English page and text is known to be made from the Latvian of today."""
    if not book.entries:  # that the file is missing has been told
        return
    for source, before in book.translation.stale:
        if before and of_a_correction(before):  # its own rule tells of it
            continue
        if isinstance(source.content, str):
            name = source.content
            lv, en = f"lapu docs/lv/{name}", f"the page docs/lv/{name}"
        else:
            name = source.name
            lv, en = "tekstu “lv:” blakus", "the text “lv:” beside it"
        line = f"“{source.fingerprint}  {source.name}”"
        if before:
            lv = (
                f"Latviešu teksts pēc tulkošanas ir mainīts: salīdziniet tulkojumu ar {lv}, izlabojiet un tad "
                f"izpildiet “.venv/bin/report translated {name}” (vai failā {TRANSLATED} šī nosaukuma rindā "
                f"{before.fingerprint} aizstājiet ar {source.fingerprint})."
            )
            en = (
                f"The Latvian text has changed since this was translated: compare the translation with {en}, correct "
                f"it, then run “.venv/bin/report translated {name}” (or, in the line of {TRANSLATED} with this name, "
                f"replace {before.fingerprint} by {source.fingerprint})."
            )
        else:
            lv = (
                f"Nav pierakstīts, no kura latviešu teksta šis ir tulkots: salīdziniet tulkojumu ar {lv} un tad "
                f"izpildiet “.venv/bin/report translated {name}” (vai pievienojiet failam {TRANSLATED} rindu {line})."
            )
            en = (
                f"It is not recorded which Latvian text this was translated from: compare the translation with {en}, "
                f"then run “.venv/bin/report translated {name}” (or add the line {line} to {TRANSLATED})."
            )
        yield Problem(source.file, source.line, lv, en, "todo")
    for entry in book.translation.gone:
        if of_a_correction(entry):  # its own rule tells of it
            continue
        yield Problem(
            TRANSLATED.file,
            entry.line,
            f"Šī rinda vairs nekam neatbilst: “{entry.name}” vairs nav, vai tā latviešu teksts ir mainījies; izdzēsiet "
            "rindu.",
            f"This line matches nothing any more: “{entry.name}” is gone or its Latvian text has changed; delete the "
            "line.",
            "todo",
            about=entry.name,
        )


def terms_are_translated_as_in_the_glossary(book: Book) -> Iterator[Problem]:
    """A term of `terms.yml` stands in English as it is there; what it says is never right stands nowhere."""
    glossary = Glossary(book.site.terms)
    for latvian, words, file, line in _pairs(book):
        written = english(words)
        wrong = [(wording, never) for wording in glossary.wordings for form, never in wording.never if form in written]
        for wording, never in wrong:
            yield Problem(
                file,
                line,
                f"Jēdzienu “{wording.lv}” netulko kā “{never}”; rakstiet “{wording.en}” ({_place(book, wording)}).",
                f"The term “{wording.lv}” is not translated as “{never}”; write “{wording.en}” "
                f"({_place(book, wording)}).",
            )
        told = {wording.lv for wording, _never in wrong}
        for wording in dict.fromkeys(glossary.used(latvian)):
            if wording.lv not in told and not any(form in written for form in wording.accepted):
                yield Problem(
                    file,
                    line,
                    f"Latviešu tekstā te ir “{wording.lv}”; jēdzienu sarakstā ({_place(book, wording)}) tas angliski "
                    f"ir “{wording.en}”, bet tulkojumā tā nav. Rakstiet kā sarakstā vai, ja te pareizi ir citi vārdi, "
                    "pievienojiet tos tur: “also: […]”.",
                    f"The Latvian has “{wording.lv}”; the glossary ({_place(book, wording)}) has “{wording.en}” for "
                    "it, but the translation does not. Write it as in the glossary or, if other words are right here, "
                    "add them there: “also: […]”.",
                    "todo",
                )


def _place(book, wording):
    file, line = book.loaded.where(wording.name)
    return f"{file}:{line}"


def _pairs(book):
    """Yield `(Latvian, English, file and line of the English)` of passages that say the same in both languages."""
    for page in book.pages:
        latvian = book.page("lv", page.path)
        if page.language == "en" and latvian:
            yield from _passages(latvian, page)
    for name, text in book.leaves:
        if isinstance(text, Text) and name.topic != "terms":  # which explains the terms
            yield plain(text.lv), plain(text.en), *book.loaded.where(name.below("en"))


def _passages(latvian, page):
    """Block by block; a section with more of them in one language is compared as a whole."""
    for key, words in (page.front_matter or {}).items():
        yield (latvian.front_matter or {}).get(key, ""), words, page.file, page.front_lines.get(key, 1)
    for ours, theirs in zip(latvian.blocks.sections, page.blocks.sections, strict=False):
        if len(ours) == len(theirs):
            pairs = zip(ours, theirs, strict=True)
            yield from ((words_of(left), words_of(right), page.file, right.first) for left, right in pairs)
        elif theirs:
            yield *(" ".join(map(words_of, blocks)) for blocks in (ours, theirs)), page.file, theirs[0].first
