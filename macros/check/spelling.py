"""Rules about words: spelling by the dictionaries of hunspell, and slips that `data/spelling.yml` lists."""

import re
from collections.abc import Iterator

from macros.check.untranslated import POSSESSIVE, of_another_language
from macros.data.name import Name, leaves
from macros.data.schema import LANGUAGES
from macros.report.book import Book
from macros.report.once import once_per_data, once_per_part
from macros.report.prose import WORD, phrases
from macros.words.dictionary import Word, suggestions, unknown, were_asked
from macros.words.problems import Problem
from macros.words.signs import CAPITAL, SMALL, capitalised

FILE = "data/spelling.yml"
NAMED = {"lv": ("Latviešu", "Latvian"), "en": ("Angļu", "English")}
ALLOWED = {"lv": "latvian", "en": "english"}
"""The list in the file with words that are right."""
PACKAGES = {"lv": "hunspell hunspell-lv", "en": "hunspell hunspell-en-gb"}
_KEPT = {
    "lv": ("angliski", "English", FILE, "latvian"),
    "en": ("latviski", "Latvian", "data/terms.yml", "latvian_names"),
}
"""What words of the other language are in one, and where names of it that stay as they are have their place."""
SUGGESTED = 12  # words that get suggestions; a page in the wrong language would take minutes

_ROMAN = re.compile(r"[IVXLC]+")
_AFTER_DASH = re.compile(rf" – ({CAPITAL}{SMALL}+)")
_IZE = re.compile(r"\b([^\W\d_]+[iy])z(e|es|ed|er|ers|ing|ation|ations|ational|able)\b")
_MARK = re.compile(r"\{\w+\}")
"""Where a number stands in a phrase."""


def words_are_in_the_dictionary(book: Book) -> Iterator[Problem]:
    """Each word is in the dictionary of its language, the glossary or `data/spelling.yml`; told once in each file."""
    missing = _missing(book)
    wrong: dict[tuple[str, str, str], tuple[str, int, int | None]] = {}
    for language in LANGUAGES:
        absent = missing[language]
        if absent is None:
            yield _unchecked(language)
            continue
        entries = (*_entries(book, language), *book.site.spelling.abbreviations)
        right = re.compile("|".join([*map(_allowed, entries), _ROMAN.pattern]))
        slips = [pattern for pattern, _right in _slips(book, language)]
        for word, (file, line), offset in _words(book, language):
            bare = _bare(word, language)
            if word in absent and not right.fullmatch(bare) and not any(s.search(word) for s in slips):
                wrong.setdefault((language, bare.lower(), file), (bare, line, offset))
    places = {(key[0], at) for key, (_word, _line, at) in wrong.items() if at is not None}
    names = of_another_language(book, places, missing)
    yield from _left_as_they_are(wrong, names)
    rest = {key: (word, line) for key, (word, line, at) in wrong.items() if (key[0], at) not in names}
    wanted = list(dict.fromkeys((key[0], word) for key, (word, _line) in rest.items()))[:SUGGESTED]
    suggested = suggestions(frozenset(wanted)) if wanted else {}
    for (language, _lower, file), (word, line) in rest.items():
        better = suggested.get((language, word), ())
        meant = "”, “".join(word.replace("'", "’") for word in better)
        lv = f" Varbūt “{meant}”?" if better else ""
        en = f" Perhaps “{meant}”?" if better else ""
        yield Problem(
            file,
            line,
            f"Vārda “{word}” vārdnīcā nav.{lv} Izlabojiet to vai, ja tas ir pareizs, pievienojiet failā {FILE} pie "
            f"“{ALLOWED[language]}”.",
            f"The word “{word}” is not in the dictionary.{en} Correct it or, if it is right, add it to "
            f"“{ALLOWED[language]}” in {FILE}.",
        )


def _left_as_they_are(wrong, names):
    """Yield each name, or other words, of the one language in the other, once in each file."""
    told = {(key, names[key[0], at]): line for key, (_word, line, at) in wrong.items() if (key[0], at) in names}
    seen = set()
    for ((language, _word, file), name), line in told.items():
        if (file, name) in seen:
            continue
        seen.add((file, name))
        other_lv, other_en, place, key = _KEPT[language]
        yield Problem(
            file,
            line,
            f"“{name}” te ir {other_lv}. Iztulkojiet to vai, ja tas ir nosaukums, ko netulko, pievienojiet to failā "
            f"{place} pie “{key}”.",
            f"“{name}” is {other_en} here. Translate it or, if it is a name that stays as it is, add it to “{key}” in "
            f"{place}.",
        )


def _unchecked(language):
    lv, en = NAMED[language]
    return Problem(
        "hunspell",  # after all files, right above the count
        0,
        f"{lv} vārdu pareizrakstība nav pārbaudīta: šajā datorā nav hunspell vai tā vārdnīcas. "
        f"Uzstādiet: sudo apt-get install {PACKAGES[language]}",
        f"{en} spelling was not checked: this machine has no hunspell, or not its dictionary. "
        f"Install: sudo apt-get install {PACKAGES[language]}",
        "todo",
    )


def allowed_words_are_needed(book: Book) -> Iterator[Problem]:
    """Each entry of the lists in `data/spelling.yml` allows something that is written somewhere, once.

    Whether a dictionary knows it is not asked: that of a newer system may, where another does not yet.
    """
    for language in LANGUAGES:
        entries, several = book.site.spelling.allowed(language), phrases(book.site.spelling, language)
        written = "\n".join(passage.words for passage in book.passages if passage.language == language)
        words = "\n".join({_bare(word, language) for word, _place, _offset in _words(book, language)})
        for index, entry in enumerate(entries):
            alone = re.compile(rf"^{_allowed(entry)}$", re.MULTILINE)
            is_written = entry.removesuffix("*") in written if entry in several else alone.search(words) is not None
            if not is_written or entry in entries[:index]:
                yield book.problem(
                    Name(None, "spelling", ALLOWED[language], index),
                    f"“{entry}” te nav vajadzīgs: tekstos tā nav, vai arī tas ierakstīts divreiz. Izdzēsiet šo rindu.",
                    f"“{entry}” is not needed: no text has it, or it is listed twice. Delete this line.",
                    "todo",
                )


def slips_are_mended(book: Book) -> Iterator[Problem]:
    """No text has a phrase that `data/spelling.yml` lists as a slip; English is British: -ise, not -ize."""
    for language in LANGUAGES:
        prose = book.prose[language]
        for pattern, right in _slips(book, language, prose.text.lower()):
            for match in pattern.finditer(prose.text):
                better = match.expand(right)
                if match[0][0].isupper():
                    better = capitalised(better)
                if better == match[0]:
                    continue
                passage = prose.at(match.start())
                yield passage.problem(
                    f"“{match[0]}” vietā rakstiet “{better}”; ja tieši te tas ir pareizi, pievienojiet to kopā ar "
                    f"blakus vārdu failā {FILE} pie “{ALLOWED[language]}”.",
                    f"Write “{better}” for “{match[0]}”; if it is right in this place, add it with the word beside it "
                    f"to “{ALLOWED[language]}” in {FILE}.",
                )


def a_dash_does_not_begin_a_sentence(book: Book) -> Iterator[Problem]:
    """After a dash a Latvian sentence goes on with a small letter, unless a name follows."""
    missing = _missing(book)["lv"]
    prose = book.prose["lv"]
    for match in _AFTER_DASH.finditer(prose.text):
        # A dictionary knows “visu”, but no “daugavpils”: that is a name.
        if missing is not None and match[1].lower() not in missing:
            passage = prose.at(match.start())
            yield passage.problem(
                f"“– {match[1]}”: pēc domuzīmes teikums turpinās ar mazo burtu: “– {match[1].lower()}”; ja tas ir "
                f"nosaukums, pievienojiet “– {match[1]}” failā {FILE} pie “latvian”.",
                f"“– {match[1]}”: after a dash the sentence goes on with a small letter: “– {match[1].lower()}”; if it "
                f"is a name, add “– {match[1]}” to “latvian” in {FILE}.",
            )


@once_per_part
def _missing(book: Book) -> dict[str, frozenset[str] | None]:
    """Give what the dictionaries lack of all that some rule asks about: one question for all rules, at first of all."""
    if not were_asked():
        unknown(_asked(book.whole))
    return unknown(_asked(book))


def _asked(book: Book) -> frozenset[Word]:
    after_dash = {("lv", word.lower()) for word in _AFTER_DASH.findall(book.prose["lv"].text)}
    written = {(own, word) for own in LANGUAGES for word, _offset in book.prose[own].words}
    return frozenset({*after_dash, *written, *((own, word) for own, word, _name in _nouns(book))})


@once_per_part
def _words(book: Book, language: str) -> list[tuple[str, tuple[str, int], int | None]]:
    """Give each word with its `(file, line)`: of all that is written, and of the counted nouns, which no year has.

    The last is its offset in what is written.
    """
    prose = book.prose[language]
    written = ((word, prose.at(offset), offset) for word, offset in prose.words)
    nouns = [(word, book.loaded.where(name)) for own, word, name in _nouns(book) if own == language and book.has(None)]
    found = ((word, (passage.file, passage.line), offset) for word, passage, offset in written)
    return [*found, *((word, place, None) for word, place in nouns)]


@once_per_data
def _nouns(book: Book) -> list[tuple[str, str, Name]]:
    """Give `(language, word, name)` for all forms of the counted nouns, which are no `Text`."""
    forms = leaves(book.site.words.phrases, Name(None, "words.phrases"))
    return [(name.keys[3], word, name) for name, form in forms for word in WORD.findall(_MARK.sub("", form))]


def _bare(word, language):
    """Give a word without what English puts after a name."""
    return word.removesuffix(POSSESSIVE) if language == "en" else word


def _entries(book, language):
    short = [term.short.in_(language) for term in book.site.terms.terms.values() if term.short]
    return [*book.site.spelling.allowed(language), *(word for words in short for word in words.split())]


def _allowed(entry):
    """Give a pattern for an entry: `pašvērtēšan*` for all its endings; a small first letter may also be a capital."""
    stem = re.escape(entry.removesuffix("*"))
    first = f"[{entry[0]}{entry[0].upper()}]{stem[1:]}" if entry[0].islower() else stem
    return first + (r"\w*" if entry.endswith("*") else "")


def _slips(book, language, text=None):
    """Give `(pattern, what to write)` for each slip of a language, or those that can be in a text of small letters."""
    spelling = book.site.spelling
    listed = spelling.slips if language == "lv" else spelling.american
    found = []
    for slip in listed:
        stem, ending = slip.wrong.removesuffix("*"), slip.wrong.endswith("*")
        if text is not None and stem.lower() not in text:
            continue
        end = r"(\w*)" if ending else r"(?!\w)" if stem[-1].isalnum() else ""
        right = slip.right.removesuffix("*").replace("\\", r"\\") + (r"\1" if ending else "")
        found.append((re.compile(rf"(?<!\w){re.escape(stem)}{end}", re.IGNORECASE), right))
    if language == "en":
        ize = "|".join(map(_allowed, spelling.ize)) or r"\Z"
        found.append((re.compile(rf"(?!(?:{ize})\b){_IZE.pattern}"), r"\1s\2"))
    return found
