"""Rules for the English: made from the Latvian of today, with the words of the glossary."""

from collections.abc import Iterator

from macros.data.schema import Text
from macros.report.book import Book
from macros.report.corrected import WORDLESS
from macros.report.glossary import Glossary, english
from macros.report.once import once_per_data
from macros.report.prose import plain, words_of
from macros.report.translated import of_a_correction
from macros.words.problems import Problem
from macros.words.spaces import single_spaced

_WORDLESS = {words for said in WORDLESS.values() for words in said.values()}
SENTENCE = 4
"""Words; less is a label, which may well be the same for two in English."""
SHOWN = 60
"""How many signs of a text a message shows."""


def translations_are_fresh(book: Book) -> Iterator[Problem]:
    """The English of a page or text was looked at when its Latvian last changed."""
    for source, before in book.translation.stale:
        if of_a_correction(before):  # its own rule tells of it
            continue
        if isinstance(source.content, str):
            name = source.content
            lv, en = f"lapu docs/lv/{name}", f"the page docs/lv/{name}"
        else:
            name = source.name
            lv, en = "tekstu “lv:” blakus", "the text “lv:” beside it"
        yield Problem(
            source.file,
            source.line,
            f"Latviešu teksts ir mainīts, angļu – nav: salīdziniet tulkojumu ar {lv} un, ja vajag, izlabojiet. Ja tas "
            f"joprojām der, GitHub cilnē “Actions” palaidiet “Darbi” ar “translated” un “{name}” (datorā: "
            f"“.venv/bin/report translated {name}”).",
            f"The Latvian text has changed, the English has not: compare the translation with {en} and, if need be, "
            f"correct it. If it still fits, run “Darbi” in the tab “Actions” of GitHub with “translated” and “{name}” "
            f"(on a computer: “.venv/bin/report translated {name}”).",
            "todo",
        )


def texts_are_translated(book: Book) -> Iterator[Problem]:
    """Each text of the data is there in English; in a draft of a year it may be missing for a while."""
    for name, text in book.leaves:
        if isinstance(text, Text) and not text.en:
            yield book.problem(
                name,
                f"Trūkst angļu teksta; zem “lv:” ierakstiet “en:”. Līdz tam angļu lapās redzams latviešu teksts: "
                f"“{_begun(text)}”",
                f"The English text is missing; write “en:” below “lv:”. Until then, English pages show the Latvian: "
                f"“{_begun(text)}”",
                "todo" if name.year else "error",
            )


def a_copied_entry_is_changed_in_both_languages(book: Book) -> Iterator[Problem]:
    """Two texts of one kind in a year's file that differ in Latvian differ in English: else it was left in a copy."""
    first: dict[tuple[str, str, str, str], tuple[int, str]] = {}
    for name, text in book.leaves:
        if not (name.year and isinstance(text, Text) and text.en and len(text.en.split()) >= SENTENCE):
            continue
        place = name.below("en")
        there = book.loaded.where(place)[1]
        line, latvian = first.setdefault((name.year, name.topic, name.keys[-1], text.en), (there, text.lv))
        if latvian != text.lv:
            yield book.problem(
                place,
                f"Angļu teksts te ir tāds pats kā {line}. rindā, bet latviešu teksts – cits. Ja ieraksts ir nokopēts, "
                "iztulkojiet jauno latviešu tekstu; ja tekstiem jābūt vienādiem, izlabojiet latviešu tekstu.",
                f"The English is the same as on line {line}, but the Latvian is not. If the entry was copied, "
                "translate the new Latvian; if the texts are to be the same, correct the Latvian.",
                "todo",
            )


def _begun(text):
    """Give the beginning of a Latvian text."""
    words = single_spaced(text.lv)
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rsplit(' ', 1)[0]} …"


def terms_are_translated_as_in_the_glossary(book: Book) -> Iterator[Problem]:
    """A term of `terms.yml` stands in English as it is there; what it says is never right stands nowhere."""
    glossary = _glossary(book)
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


@once_per_data
def _glossary(book: Book) -> Glossary:
    return Glossary(book.site.terms)


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
        if not isinstance(text, Text) or text.lv in _WORDLESS or text.en in _WORDLESS:  # neither translates the other
            continue
        if text.en and name.topic != "terms":  # which explains the terms
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
