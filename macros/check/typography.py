"""Rules about signs: quotation marks, dashes, spaces, decimal signs, full stops, in both languages."""

import re
from collections.abc import Iterator
from functools import partial

from macros.check.habits import HABITS
from macros.data.schema import LANGUAGES, Text
from macros.html.fonts import lacking
from macros.remembered import remembered
from macros.report.book import Book
from macros.report.prose import ADDRESS, FIGURE
from macros.words.problems import Problem
from macros.words.signs import CAPITAL, squeezed

_SHOWN = str.maketrans({FIGURE: "…", ADDRESS: "…"})
_BEFORE = re.compile(r"\S*\Z")
_AFTER = re.compile(r"\S*")
_QUOTES = re.compile("[“”]")
_INNER = re.compile(r"“[^“”]*“([^“”]*)”")
_LINK_ALONE = re.compile(r"\s*!?\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?\s*\Z")
_SIGNS = re.compile(r"[\W_]")
_LABELS = {"item", "row", "caption", "source"}
_SENTENCES = re.compile(rf"[^\W\d_]{{3}}[”)]*[.!?] +“?{CAPITAL}")
_ENDED = re.compile(rf"[.!?…:;{FIGURE}{ADDRESS}][”)]*\s*\Z")
LONGEST = 60  # signs of a word that are shown
_HEADS = {"words", "heads", "heading", "caption"}  # in the data: labels of the program, heads of columns
SENTENCE = 4  # words; less is a label


def signs_are_those_of_the_language(book: Book) -> Iterator[Problem]:
    """Signs are written as each language writes them: “ ”, –, …, one space, a comma or a point before decimals."""
    for language in LANGUAGES:
        prose = book.prose[language]
        for passage, words in prose.shown:
            told = set()  # as often as it is so in a line
            for start, *found, number in findings(words, language):
                habit, end = HABITS[number], start + len(found[0])
                pairs = zip(passage.words[start:end], words[start:end], strict=True)
                hidden = tuple(sign for sign, shown in pairs if shown == FIGURE)
                if (hidden, *found, number) in told:
                    continue
                told.add((hidden, *found, number))
                typed, write = (_with(hidden, one) for one in found)
                yield passage.problem(
                    f"“{typed}” vietā rakstiet “{write}”: {habit.lv}.",
                    f"Write “{write}” for “{typed}”: {habit.en}.",
                )


@remembered
def findings(text: str, language: str) -> tuple[tuple[int, str, str, int], ...]:
    """Give `(offset, what is typed, what to write, number in HABITS)` for all habits found in a text, in order.

    What is typed and what to write are whole words, from space to space; the offset is that of the first.
    """
    found: list[tuple[int, tuple[int, str, str, int]]] = []
    taken: set[int] = set()
    for number, habit in enumerate(HABITS):
        if language not in habit.languages:
            continue
        for match in habit.typed.finditer(text):
            write = match.expand(habit.write)
            if write == match[0] or not taken.isdisjoint(range(*match.span())):
                continue
            taken.update(range(*match.span()))
            before = _BEFORE.findall(text, max(0, match.start() - LONGEST), match.start())[0]
            after = _AFTER.findall(text, match.end(), match.end() + LONGEST)[0]
            typed, write = (f"{before}{signs}{after}" for signs in (match[0], write))
            found.append((match.start(), (match.start() - len(before), typed, write, number)))
    return tuple(one for _at, one in sorted(found, key=lambda one: one[0]))


def _with(hidden, words):
    """Give words with the signs that are hidden in them, in their order; what stands for a call is “…”."""
    left = iter(hidden)
    return "".join(next(left, sign) if sign == FIGURE else sign for sign in words).translate(_SHOWN)


def mended(words: str, language: str) -> str:
    """Give words with the signs that their language writes; where letters or digits would change, it is as it was."""
    for habit in HABITS:
        if language in habit.languages:
            words = habit.typed.sub(partial(_signs, habit), words)
    return words


def _signs(habit, match):
    write = match.expand(habit.write)
    return write if _SIGNS.sub("", write) == _SIGNS.sub("", match[0]) else match[0]


def signs_can_be_printed(book: Book) -> Iterator[Problem]:
    """Every sign of pages and data is one that the PDF’s fonts have."""
    whole = [*(page.body for page in book.pages), *(words for _name, words in _all_typed(book))]
    for file, line, words in _all_words(book) if lacking(squeezed("\n".join(whole))) else ():
        for sign in lacking(squeezed(words)):
            yield Problem(
                file,
                line,
                f"Zīmi “{sign}” nevar nodrukāt: PDF fontos tādas nav; izsakiet to ar vārdiem.",
                f"The character “{sign}” cannot be printed, as the PDF’s fonts lack it; say it in words.",
            )


def _all_words(book):
    """Yield `(file, line, words)` of all that may be shown, code, names and quotations too."""
    for page in book.pages:
        for number, words in page.lines:
            yield page.file, number, words
    for name, words in _all_typed(book):
        yield *book.loaded.where(name), words


def _all_typed(book):
    """Yield `(name, words)` of all words of the data."""
    for name, leaf in book.leaves:
        if isinstance(leaf, Text):
            yield from ((name.below(language), words) for language, words in vars(leaf).items() if words)
        elif isinstance(leaf, str):
            yield name, leaf


def quotation_marks_are_closed(book: Book) -> Iterator[Problem]:
    """Each “ is closed by a ” in the same paragraph, and no ” stands alone."""
    for lines, words in book.paragraphs:
        place = _alone(words)
        if place is None or any(
            _QUOTES.search(HABITS[number].write) for *_, number in findings(words, lines[0].language)
        ):
            continue  # all pair, or `signs_are_those_of_the_language` says how to write them
        excerpt = words[max(0, place - 20) : place + 20].strip().translate(_SHOWN)
        yield lines[0].problem(
            f"Pie “{excerpt}” pēdiņām trūkst pāra: “ un ” vienmēr lieto pa pāriem.",
            f"At “{excerpt}” a quotation mark has no partner: “ and ” always come in pairs.",
        )


def _alone(words):
    """Give where a quotation mark stands without its other half, or None."""
    opened = []
    for match in _QUOTES.finditer(words):
        if match[0] == "“":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            return match.start()
    return opened[-1] if opened else None


def quotation_marks_inside_others_are_single(book: Book) -> Iterator[Problem]:
    """What is quoted within a quotation stands in ‘ ’."""
    for lines, words in book.paragraphs:
        for inner in _INNER.findall(words):
            shown = inner.translate(_SHOWN)
            yield lines[0].problem(
                f"Pēdiņās “ ” iekšējās pēdiņas ir ‘ ’: “{shown}” vietā rakstiet ‘{shown}’.",
                f"Within the quotation marks “ ”, the inner ones are ‘ ’: write ‘{shown}’ for “{shown}”.",
            )


def sentences_end_with_a_full_stop(book: Book) -> Iterator[Problem]:
    """A paragraph of a page, and each text of two or more sentences, ends with a full stop or the like."""
    for lines, words in book.paragraphs:
        first = lines[0]
        if first.is_heading or _ENDED.search(words) or not _HEADS.isdisjoint(first.name.keys if first.name else ()):
            continue
        if (_is_label(first) or len(re.findall(r"[^\W\d_]+", words)) < SENTENCE) and not _SENTENCES.search(words):
            continue
        yield lines[-1].problem(
            f"Teikuma beigās trūkst punkta; pievienojiet to: “…{words[-30:].translate(_SHOWN)}”.",
            f"The full stop at the end is missing; add it: “…{words[-30:].translate(_SHOWN)}”.",
        )


def _is_label(passage):
    """Say whether what begins here may end without a full stop: a text of data, an item, a row, a link, a picture."""
    begins = any(block.kind in _LABELS and block.first == passage.line for block in passage.blocks)
    return passage.name or begins or _LINK_ALONE.match(passage.raw)
