"""Every figure of a year: what it is, its value, how it was calculated, where it comes from, what it was a year ago."""

import re
from typing import get_args, get_type_hints

from macros.data.name import Name, leaves
from macros.data.schema import LANGUAGES, Site, Text
from macros.pages.calls import SPAN, calls_in
from macros.report.book import Book, once_per_book
from macros.report.compute import ABOUT_THE_DATA, Figure
from macros.report.kind import DATE, KINDS
from macros.show.tables.shape import Content, Formula, Named, Place, Row, Table, filled, one_group, stack
from macros.words.language import year_after

_NOT_OF_THE_YEAR = ("centre", "corrections", "signatures")
"""Where names begin that are no figures of the school year."""
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[\"“(]?[^\W\d_a-zāčēģīķļņšūž]|\{\{)|\n\s*(?:-|\d+\.)?\s*")


def numbers(book: Book, year: str) -> Table:
    """A row for each figure; the last column is there only if the site has the year before."""
    report = book.site.years[year]
    before = year_after(year, -1)
    earlier = book.names.get(before, {})
    told = _told_in(report)
    rows = []
    for name in figures(book, year):
        source = getattr(getattr(report, Name(year, name).topic, None), "source", None)
        cells: list[Content] = [Named(name), Formula(name), stack(*filter(None, [source]), Place(name))]
        if before in book.names:
            cells.append(Named(name, before) if isinstance(earlier.get(name), Figure) else "–")
        rows.append(Row(_description(book, year, name, told), tuple(cells), name=name))
    columns = book.site.words.tables["numbers"].columns[: len(rows[0].cells) + 1] if rows else ()
    return one_group(rows, numeric=frozenset({1}), layout="stacked", columns=columns, plain_numbers=True)


@once_per_book
def figures(book: Book, year: str) -> dict[str, Figure]:
    """Give `name → Figure` of all numbers of a year, those not stated among them; dates are none."""
    return {
        name: figure
        for name, figure in book.names[year].items()
        if isinstance(figure, Figure)
        and figure.kind is not DATE
        and Name(year, name).topic not in (*_NOT_OF_THE_YEAR, *ABOUT_THE_DATA)
        and figure.operation != "same"
        and (figure.operation != "sum" or len(figure.parts) > 1)
        and (figure.value is not None or figure.operation or _is_for_a_number(book.site, Name(year, name)))
    }


def _is_for_a_number(site, name):
    """Tell whether an empty place of the data is one for a number."""
    if name.topic == "form":  # what it may leave out are words
        return False
    place = name.above.value(site)
    if isinstance(place, dict):
        return True
    wanted = get_type_hints(type(place)).get(name.keys[-1]) if not isinstance(place, tuple) else None
    return bool({kind.type for kind in KINDS if kind.is_number} & set(get_args(wanted)))


def _told_in(report):
    """Give `name → Text` of the first sentence of the year's report that tells of a figure."""
    told: dict[str, Text] = {}
    for where, text in leaves(report, whole=Text):
        if isinstance(text, Text) and where.topic not in ABOUT_THE_DATA:
            for call in calls_in(text.lv, "")[0]:
                if call.macro == "value" and (name := call.get("name")):
                    told.setdefault(name, text)
    return told


def _description(book, year, name, told):
    """Give what a figure is: in words of the program, or as the report itself tells of it, or else its name."""
    numbers, keys = book.site.words.numbers, Name(year, name).keys
    pattern, _keys = Name(year, name).among(numbers)
    if pattern is None:
        return _sentence(told[name], name) if name in told else name
    stars = [at for at, part in enumerate(pattern.split("."), 1) if part == "*"]
    among = [called(book.site, Name(year, *keys[:at])) for at in stars]
    marks = {lang: {"{name}": ": ".join(one.in_(lang) for one in among)} for lang in LANGUAGES}
    return filled(numbers[pattern], **marks)


def called(site: Site, name: Name) -> Text:
    """Give how readers call what has a name in the data: an area, a target, a question, an answer."""
    if keys := name.matches("resources.by_area.*"):
        name = Name(name.year, "learners.areas", *keys)
    place = name.value(site)
    found: Text = next(getattr(place, word) for word in ("name", "question", "answer") if hasattr(place, word))
    return found


def _sentences(words):
    """Cut words into sentences and items of lists; what stands in quotation marks or in a call stays whole."""
    sentences, begin = [], 0
    for end in _SENTENCE.finditer(SPAN.sub(lambda call: "{{" + "_" * (len(call[0]) - 2), words)):
        sentence = words[begin : end.start()]
        if sentence.count("“") == sentence.count("”"):
            sentences.append(sentence.strip(" \n-"))
            begin = end.end()
    return [*sentences, words[begin:].strip(" \n-")]


def _sentence(text, name):
    """Cut a text down to its first sentence that calls for a name, without its emphasis."""
    cut = {}
    for language in LANGUAGES:
        sentences = _sentences(text.in_(language))
        cut[language] = next((one for one in sentences if f'"{name}"' in one), text.in_(language)).replace("**", "")
    return filled(text, **{language: {text.in_(language): words} for language, words in cut.items()})
