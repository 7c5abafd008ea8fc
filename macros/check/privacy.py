"""Rules that keep people out of the report: no codes, telephone numbers, addresses or birth dates of persons.

Groups of people that are too small are found by the rules of the kind “group” in rules.yml.
"""

import html
import re
from collections.abc import Iterator

from macros.remembered import remembered
from macros.report.book import Book
from macros.words.problems import Problem
from macros.words.signs import INVISIBLE

_ANY = re.compile(r"[@\d]")
_PLAIN = str.maketrans("\u00a0\u2007\u2009\u202f\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "    -------", "*_`\\")
"""Other spaces and hyphens as plain ones; marks of Markdown hide nothing."""
_MONTH = r"(?:janv|jan|febr|feb|mar|apr|mai|may|jūn|jun|jūl|jul|aug|sept|okt|oct|nov|dec)\w*"
_DAY = (
    rf"(?:\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?\d{{4}}|\d{{4}}-\d\d-\d\d|(?:\d{{4}}\.\s?gada\s)?\d{{1,2}}\.?\s{_MONTH}"
    rf"|{_MONTH}\s\d{{1,2}},? \d{{4}})"
)
_BORN = r"(?:dzim(?:is|us\w+|uš\w+|šan\w+)|dzim\.|dz\.|born|birth\w*|DOB)"
_LATVIAN = r"(?:\([26]\d\) ?\d{6}|[26]\d(?:\d{6}|\d\d[ -]\d{4}|[ .-]\d{3}[ .-]\d{3}|(?:[ .-]\d\d){3}))"
_NO_PHONE = r"\d\d 000|20\d\d[ -]20"  # 25 000 000, 2024-2025
_PATTERNS = (
    (re.compile(r"(?<![\d/-])(?:\d{6}(?: ?- ?| )\d{5}|\d{11})(?![\d-])"), "personas kods", "a personal code"),
    (re.compile(r"(?<!\w)[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "e-pasta adrese", "an e-mail address"),
    # Latvian numbers have eight digits, of which the first is 2 or 6; foreign ones are known by their +.
    (
        re.compile(rf"(?<![\w/+-])(?<!\d\.)(?<!\+371 )(?<!\d )(?!{_NO_PHONE})(?:00371 ?)?{_LATVIAN}(?! ?\d)(?![\w-])"),
        "tālruņa numurs",
        "a telephone number",
    ),
    (re.compile(r"(?<![\w+])\+\d{1,3}(?:[ ()-]{0,2}\d){6,12}(?!\d)"), "tālruņa numurs", "a telephone number"),
    (re.compile(rf"(?<!\w){_BORN}(?!\w).{{0,60}}?{_DAY}", re.IGNORECASE), "dzimšanas datums", "a date of birth"),
    (re.compile(rf"{_DAY}\s(?:\w+\s)?{_BORN}(?!\w)", re.IGNORECASE), "dzimšanas datums", "a date of birth"),
)
_OF_A_PERSON = ("personas kods", "dzimšanas datums")


def nothing_about_persons(book: Book) -> Iterator[Problem]:
    """No line of a page or data file, remarks too, holds a personal code, telephone, e-mail address or birth date.

    The centre's own telephone numbers and addresses stand under `contacts` in privacy.yml.
    """
    contacts = {_bare(contact) for contact in book.site.privacy.contacts}
    for file, number, (lv, en, words) in _all_personal(book):
        if lv not in _OF_A_PERSON and _bare(words) in contacts:
            continue
        more_lv, more_en = ("", "")
        if lv not in _OF_A_PERSON:
            more_lv = " Paša centra tālruni vai adresi pierakstiet failā data/privacy.yml pie “contacts”."
            more_en = " The centre’s own telephone number or address goes under “contacts” in data/privacy.yml."
        yield Problem(
            file,
            number,
            f"Te ir {lv}: “{words}”. Par cilvēkiem tādu ziņu te nedrīkst būt; izdzēsiet to.{more_lv}",
            f"This is {en}: “{words}”. Nothing of the kind may be said about people here; delete it.{more_en}",
        )


def _all_personal(book):
    """Yield `(file, line, found)` of all lines of pages, of what stands at their top, and of data."""
    for page in book.pages:
        for key, value in (page.front_matter or {}).items():
            yield from ((page.file, page.front_lines.get(key, 1), found) for _number, found in _personal(value))
        yield from ((page.file, page.first_line + number, found) for number, found in _personal(page.body))
    for file, text in book.sources.items():
        yield from ((file, number + 1, found) for number, found in _personal(text))


@remembered
def _personal(text):
    """Give what the lines of a text, counted from 0, hold about a person: its kind in both languages, and the words."""
    lines = ((number, line) for number, line in enumerate(text.split("\n")) if _ANY.search(line) or "&#" in line)
    plain = [(number, INVISIBLE.sub("", html.unescape(line)).translate(_PLAIN)) for number, line in lines]
    return tuple(
        (number, (lv, en, match[0]))
        for number, words in plain
        for pattern, lv, en in _PATTERNS
        for match in pattern.finditer(words)
    )


def _bare(text):
    return re.sub(r"[\s()-]", "", text).lower()
