"""Numbers in running words: digits and number words of both languages, and where they only name or order something.

Words for one and half count only before a noun that the report counts (`data/words.yml`): “viena skola”, not
“viens otru”. Both, once and ordinals in words count nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Protocol

from macros.remembered import remembered
from macros.words.endings import ENDINGS, any_of
from macros.words.number_words import WORD, WORDS, together
from macros.words.signs import CAPITAL, MONTHS, SMALL

_STREET = r"(?:iel\w{1,3}|prospekt\w*|bulvār\w*|laukum\w*|šosej\w*|gatv\w*|alej\w*)"
_TIME = "in|since|until|from|by|before|after|during|end of|start of|year|spring|summer|autumn|winter"
_NUMBERED = "section|point|paragraph|chapter|page|table|figure|grade|goal|level|annex|article|step|part|item"
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_SECTION = r"\d{1,2}(?:\.\d{1,2})*"

_ALWAYS = (
    rf"{_YEAR}\.?/(?:20)?\d\d\b\.?|{_YEAR}[-–]{_YEAR}(?!\d)",  # 2024./2025. 2024/25 2024-2025
    r"\d{1,2}\.\d{1,2}\.\d{4}\b\.?|\d{4}-\d\d-\d\d|\d{1,2}:\d\d\b",  # 01.10.2024. 2024-10-01 12:30
    r"\d{1,2}(?:\.\d{1,2}){2,}\b\.?",  # 3.2.3.
    rf"(?m:^)[ ]*“?{_SECTION}\.(?=\s)|“{_SECTION}\.(?=\s)",  # the number of a heading or a title
    rf"\d+{CAPITAL}\w*|(?<!\w)[^\W\d_]+-?\d\w*",  # 3D, B2, COVID-19, LV-5401
    r"\b(?:Nr|No|Nos)\.\s?\d[\d./-]*(?:(?:,| un| and) (?:(?:Nr|No)\.\s?)?\d[\d./-]*)*",
    r"\+\d[\d \u00a0]{6,}\d",  # a telephone number
    rf"[(©]\s?{_YEAR}\b",
)
_ALWAYS_IN = {
    "lv": (
        r"\d{1,2}\.\d{1,2}\.(?!\d)",  # 1.1. 18.12.
        rf"\d+\.(?=[ \u00a0]?(?:{SMALL}|[–-][ ]?\d+\.)|[,;:)/])",  # 18. decembrī, 1.–4. klase, 2., 3.
        r"\d+(?:\.\d+)*(?=[ \u00a0](?:apakš)?(?:punkt|sadaļ|nodaļ|tabul|pant)\w*)",
        r"plkst\.\s?\d{1,2}(?:\.\d\d)?",
    ),
    "en": (
        rf"\d{{1,2}}(?:(?:, | and |[-–])\d{{1,2}})*\s{MONTHS['en']}(?:\s\d{{4}})?",
        rf"{MONTHS['en']}\s\d{{1,2}}\b(?!,?\d)(?:, \d{{4}})?",
        r"\d+(?:st|nd|rd|th)\b",
        rf"\d+[a-z]?\s{CAPITAL}\w+\s(?:Street|Avenue|Road|Square)\b",
    ),
}
_UNLESS_COUNTED = (
    rf"“{CAPITAL}[^“”\n]{{0,60}}”",  # a name
    rf"\b{CAPITAL}\w+\s{_STREET}\s\d+\s?[a-z]?\b(?:[-/]\d+\b)?",
    r"\b(?:WCAG|ISO|IEC|EN|HTML|CSS|PDF|UTF|CC BY(?:-\w\w)*|EUPL|version|versij\w+)[ \u00a0/-]?\d+(?:[. -]\d+)*\b",
)
_UNLESS_COUNTED_IN = {
    "lv": (),
    "en": (
        rf"(?i:\b(?:{_TIME}|{MONTHS['en']})\s{_YEAR}(?:(?: and | or | to |, ){_YEAR})*)\b",
        rf"(?i:\b(?:{_NUMBERED}|priority|criterion)\s{_SECTION})\b",
        rf"(?i:\b(?:(?:{_NUMBERED})s|priorities|criteria)\s{_SECTION}(?:(?:, | and | or |[-–]){_SECTION})*)\b",
    ),
}
_COMPILED = {
    language: (
        re.compile(rf"(?<!\d)(?:{'|'.join((*_ALWAYS, *_ALWAYS_IN[language]))})"),
        re.compile("|".join((*_UNLESS_COUNTED, *_UNLESS_COUNTED_IN[language]))),
    )
    for language in ("lv", "en")
}

_KINDS = (
    ("date", re.compile(rf"\d\.\d{{1,2}}\.\d{{4}}|\d{{4}}-\d\d-\d\d|\d:\d\d|plkst|{MONTHS['en']}")),
    ("year", re.compile(_YEAR)),
    ("number", re.compile(rf"\b(?:Nr|No|Nos)\.|\b(?:{_NUMBERED}|priorit|criteri)|\A[^A-Za-z]*\Z", re.IGNORECASE)),
    ("name", re.compile("")),
)
"""What digits that count nothing may be, the first that fits: `number` of a section, a class, an order."""

_DIGITS = {
    "lv": re.compile(r"(?<![\d.,])[+−]?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?)"),
    "en": re.compile(r"(?<![\d.,])[+−]?(?:\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"),
}
_PERCENT = re.compile(r"[ \u00a0]?(?:%|procent\w*|per ?cent\b)")
LONGEST = 20
"""Digits of a number that are looked at; Python refuses to read thousands of them."""
_TO = re.compile(r"\s?[-–]\s?|\s(?:vai|līdz|or|to)\s")

_ONE_OR_HALF = re.compile(r"(?:vien\w+|pus(?:e|i|ei|ē)|one|half.*)\Z", re.IGNORECASE)
_BETWEEN = {
    "lv": r"(?:[ \u00a0](?!no\b|un\b|vai\b|ar\b|par\b|pie\b|otr|cit|pat[si]\b|kas\b|kur)[^\W\d_]+)?",
    "en": r"(?:[ \u00a0](?!of\b|and\b|or\b|to\b|for\b|in\b|on\b|at\b|by\b|with\b|from\b|that\b|which\b|who\b|is\b|was\b"
    r"|another\b|the\b)[^\W\d_]+)?",
}
_ENDING = {"lv": re.compile(rf"{any_of(ENDINGS)}\Z"), "en": re.compile(r"(?:e?s|e)\Z")}


@dataclass(frozen=True)
class Number:
    """A number in a text: how it is written, what it is worth (`low` alone, or from `low` to `high`), where it stands.

    A `share` is worth so many per cent.
    """

    words: str
    low: Fraction
    start: int
    end: int
    share: bool = False
    high: Fraction | None = None


class Noun(Protocol):
    """A noun that the report counts, as `words.yml` gives it."""

    @property
    def lv(self) -> dict[str, dict[str, str]]:
        """Its forms by case and plural form."""

    @property
    def en(self) -> dict[str, str]:
        """Its forms by plural form."""


class Nouns:
    """The nouns that the report counts, in one language, to find them after a number."""

    def __init__(self, nouns: Mapping[str, Noun], language: str) -> None:
        """Take `nouns` of `words.yml`."""
        self.language = language
        self.forms: dict[str, list[tuple[str, str]]] = {}
        """Form → `(noun as a call names it, plural form)`, the nominative first."""
        for name, noun in nouns.items():
            for case, forms in noun.lv.items() if language == "lv" else [("nominative", noun.en)]:
                for plural, form in ((plural, form) for plural, form in forms.items() if "{" not in form):
                    call = name if case == "nominative" else f"{name}.{case}"
                    self.forms.setdefault(form.lower(), []).append((call, plural))
        exact = "|".join(map(re.escape, sorted(self.forms, key=len, reverse=True)))  # the longest first
        self._exact = re.compile(rf"[ \u00a0](?P<form>{exact or '(?!)'})\b", re.IGNORECASE)
        stems = {_ENDING[language].sub("", form.split()[-1]) for form in self.forms}
        ending = any_of(ENDINGS) if language == "lv" else "(?:s|es)?"
        any_form = rf"[ \u00a0](?:{'|'.join(map(re.escape, sorted(stems))) or '(?!)'}){ending}\b"
        self._near = re.compile(_BETWEEN[language] + any_form, re.IGNORECASE)

    def after(self, words: str, end: int) -> re.Match[str] | None:
        """Give the match of a form right after a number that ends at `end`, or None; its group is `form`."""
        return self._exact.match(words, end)

    def near(self, words: str, end: int) -> bool:
        """Say whether one of the nouns, in any case, comes next or after one more word."""
        return self._near.match(words, end) is not None


@remembered
def holds_number(words: str, language: str) -> bool:
    """Say whether there is any digit or number word, whatever it does."""
    return bool(re.search(r"\d", words) or WORD[language].search(words))


def numbers(words: str, language: str, nouns: Nouns) -> list[Number]:
    """Give each `Number` that counts or measures; dates, school years, names and numbers of sections are none."""
    if not holds_number(words, language):
        return []
    always, unless_counted = _COMPILED[language]
    masked = always.sub(lambda match: "\0" * len(match[0]), words)
    named = [match.span() for match in unless_counted.finditer(masked)]
    found = sorted([*_in_digits(masked, language), *_in_words(masked, language)], key=lambda number: number.start)
    return [number for number in _ranges(found, words) if _counts(number, words, nouns, named)]


def uncounted(words: str, language: str, nouns: Nouns) -> list[tuple[int, int, str]]:
    """Give `(start, end, kind)` of the digits that count nothing, in their order; the kinds are those of `_KINDS`."""
    always, unless_counted = _COMPILED[language]
    found = [(*match.span(), match[0]) for match in always.finditer(words)]
    masked = always.sub(lambda match: "\0" * len(match[0]), words)
    named = {match.span(): match[0] for match in unless_counted.finditer(masked)}
    for number in _in_digits(masked, language):
        if not _counts(number, words, nouns, named):
            whole = next(text for (start, end), text in named.items() if start <= number.start < end)
            found.append((number.start, number.end, whole))
    return [(start, end, _kind(text)) for start, end, text in sorted(found)]


def _kind(text):
    return next(kind for kind, pattern in _KINDS if pattern.search(text))


def _counts(number, words, nouns, named):
    if _ONE_OR_HALF.match(number.words):
        return nouns.near(words, number.end)
    return nouns.after(words, number.end) or not any(
        start <= number.start and number.end <= end for start, end in named
    )


def _in_digits(text, language):
    for match in _DIGITS[language].finditer(text):
        digits = re.sub(r"[ \u00a0\u202f+−]", "", match[0])
        digits = digits.replace(",", ".") if language == "lv" else digits.replace(",", "")
        yield _whole(Number(match[0], Fraction(digits[:LONGEST]), *match.span()), text)


def _in_words(text, language):
    last = None
    for match in WORD[language].finditer(text):
        value = WORDS[language][int(str(match.lastgroup)[1:])][1]
        sum_ = last and together(last.low, value, text[last.end : match.start()])
        if sum_ is not None and last:
            last = replace(last, words=text[last.start : match.end()], low=sum_, end=match.end())
            continue
        if last:
            yield _whole(last, text)
        last = Number(match[0], Fraction(value), *match.span())
    if last:
        yield _whole(last, text)


def _whole(number, text):
    """Give a number with the “%” or “procenti” after it, and a half or a third as a share."""
    if match := _PERCENT.match(text, number.end):
        return replace(number, words=number.words + match[0], end=match.end(), share=True)
    in_words = number.words[-1].isalpha()
    return replace(number, low=100 * number.low, share=True) if in_words and 0 < number.low < 1 else number


def _ranges(found, words):
    """Give the numbers with “6–7” and “two or three” as one."""
    joined: list[Number] = []
    for number in found:
        last = joined[-1] if joined else None
        if last and last.high is None and last.low < number.low and _TO.fullmatch(words, last.end, number.start):
            whole = words[last.start : number.end]
            joined[-1] = replace(number, words=whole, start=last.start, low=last.low, high=number.low)
        else:
            joined.append(number)
    return joined
