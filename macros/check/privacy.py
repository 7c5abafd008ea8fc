"""Rules that keep people out of the report: no codes, telephone numbers, addresses or birth dates of persons.

Groups of people that are too small are found by the rules of the kind “group” in rules.yml.
"""

import re

from macros.problems import Problem

_ANY = re.compile(r"[@\d]")
_MONTH = r"(?:janv|jan|febr|feb|mar|apr|mai|may|jūn|jun|jūl|jul|aug|sept|okt|oct|nov|dec)\w*"
_DAY = rf"(?:\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}}|(?:\d{{4}}\.\s?gada\s)?\d{{1,2}}\.?\s{_MONTH})"
_BORN = r"(?:dzim(?:is|us\w+|uš\w+|šan\w+)|born|birth\w*)"
_PATTERNS = (
    (re.compile(r"(?<!\d)\d{6}[-–]\d{5}(?!\d)"), "personas kods", "a personal code"),
    (re.compile(r"(?<!\w)[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "e-pasta adrese", "an e-mail address"),
    # Latvian numbers have eight digits, of which the first is 2 or 6; foreign ones are known by their +.
    (
        re.compile(r"(?<![\w./+-])(?<!\+371 )(?!20\d\d[ -]20\d\d)[26]\d(?:[ -]?\d){6}(?![\w-])"),
        "tālruņa numurs",
        "a telephone number",
    ),
    (re.compile(r"(?<![\w+])\+\d{1,3}(?:[ ()-]{0,2}\d){6,12}(?!\d)"), "tālruņa numurs", "a telephone number"),
    (re.compile(rf"\b{_BORN}\b.{{0,20}}?{_DAY}", re.IGNORECASE), "dzimšanas datums", "a date of birth"),
    (re.compile(rf"{_DAY}\s(?:\w+\s)?{_BORN}\b", re.IGNORECASE), "dzimšanas datums", "a date of birth"),
)


def nothing_about_persons(book):
    """No page, text or name of the data holds a personal code, telephone number, e-mail address or birth date.

    The centre's own telephone numbers and addresses stand under `contacts` in privacy.yml.
    """
    contacts = {_bare(contact) for contact in book.site.privacy.contacts}
    for passage in (passage for passage in book.passages if _ANY.search(passage.raw)):
        for pattern, lv, en in _PATTERNS:
            for match in pattern.finditer(passage.raw):
                if _bare(match[0]) not in contacts:
                    yield Problem(
                        passage.file,
                        passage.line,
                        f"Te ir {lv}: “{match[0]}”. Izdzēsiet to; paša centra tālruni vai e-pastu ierakstiet failā "
                        "data/privacy.yml pie “contacts”.",
                        f"This is {en}: “{match[0]}”. Delete it; a telephone number or e-mail address of the centre "
                        "itself goes under “contacts” in data/privacy.yml.",
                    )


def _bare(text):
    return re.sub(r"[\s()-]", "", text).lower()
