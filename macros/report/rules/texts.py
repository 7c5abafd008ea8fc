"""Rules about texts of the data. They look at the Latvian words: Latvian is the text of record."""

import re
from itertools import pairwise

from macros.data.schema.rules import Includes, Mentions, NoFigures, Numbered, OneMinimum, Silent
from macros.pages.calls import Call, split
from macros.report.compute import Figure
from macros.report.kind import DATE, RANGE
from macros.report.rules.facts import Facts, Finding, kind, plain, say

_NUMBERED = re.compile(r"^\s*(\d+)\.\s", re.MULTILINE)


@kind("mentions")
def a_text_answers_what_it_is_about(rule: Mentions, facts: Facts) -> list[Finding]:
    """A Latvian text speaks of what it has to answer: one of the words, or their beginnings, is in it."""
    words = facts.words(rule.text)
    if not words or any(_speaks_of(words, word) for word in rule.words):
        return []
    words_lv, words_en = (glue.join(f"“{word}…”" for word in rule.words) for glue in (" vai ", " or "))
    return [
        Finding(
            f"{rule.text} – {', '.join(rule.words)}",
            f"Tekstā “{rule.text}” nav vārda {words_lv}.",
            f"The text “{rule.text}” does not have the word {words_en}.",
            (rule.text,),
        )
    ]


@kind("silent")
def a_text_does_not_count_on_what_there_is_none_of(rule: Silent, facts: Facts) -> list[Finding]:
    """While a figure is zero, a Latvian text does not count on what there is none of."""
    zero = facts.figure(rule.while_zero)
    words = [word for word in rule.words if _speaks_of(facts.words(rule.text), word)]
    if zero.value != 0 or not words:
        return []
    return [
        Finding(
            f"{plain(zero)} – {', '.join(words)}",
            f"“{zero.name}” ir 0, bet tekstā “{rule.text}” ir minēts “{words[0]}…”.",
            f"“{zero.name}” is 0, but the text “{rule.text}” mentions “{words[0]}…”.",
            (rule.text,),
        )
    ]


def _speaks_of(words, beginning):
    return re.search(rf"(?<!\w){re.escape(beginning)}", words, re.IGNORECASE) is not None


@kind("numbered")
def each_expected_result_is_answered_in_one_run(rule: Numbered, facts: Facts) -> list[Finding]:
    """A numbered list of results has an item for each that was expected, numbered in one run."""
    expected, result = ([int(n) for n in _NUMBERED.findall(facts.words(name))] for name in (rule.expected, rule.result))
    if result == list(range(1, len(expected) + 1)):
        return []
    given = ", ".join(map(str, result)) or "–"
    return [
        Finding(
            f"{len(expected)} ≠ {given}",
            f"Gaidīto rezultātu skaits tekstā “{rule.expected}” ir {len(expected)}, bet komentāri tekstā "
            f"“{rule.result}” numurēti šādi: {given}.",
            f"The number of results expected in “{rule.expected}” is {len(expected)}, but the comments in "
            f"“{rule.result}” are numbered {given}.",
            (rule.result,),
        )
    ]


@kind("includes")
def what_one_list_names_is_in_the_other(rule: Includes, facts: Facts) -> list[Finding]:
    """What is named in one list is also in the other."""
    missing = [key for key in facts.keys(rule.items) if key not in facts.keys(rule.among)]
    if not missing:
        return []
    names = ", ".join(missing)
    return [
        Finding(
            f"{names} ∉ {rule.among}",
            f"Sarakstā “{rule.among}” trūkst tā, kas ir sarakstā “{rule.items}”: {names}.",
            f"The list “{rule.among}” lacks what the list “{rule.items}” has: {names}.",
            (f"{rule.items}.{missing[0]}",),
        )
    ]


@kind("no_figures")
def a_qualitative_text_holds_no_figures(rule: NoFigures, facts: Facts) -> list[Finding]:
    """Texts under a qualitative heading hold no figures."""
    found = []
    for name in (name for pattern in rule.texts for name in facts.expand(pattern)):
        shown = [figure for figure in _shown(facts, name) if figure.kind is not DATE]
        found += [
            Finding(
                f"{name} – {plain(figure)}",
                f"Kvalitatīvajā tekstā “{name}” ir skaitlis {say(figure, 'lv')} (“{figure.name}”).",
                f"The qualitative text “{name}” contains the figure {say(figure, 'en')} (“{figure.name}”).",
                (name,),
            )
            for figure in shown
        ]
    return found


@kind("one_minimum")
def a_minimum_is_one_number(rule: OneMinimum, facts: Facts) -> list[Finding]:
    """After “vismaz” comes one number: “at least 6–7” says two things."""
    found = []
    for name in (name for pattern in rule.texts for name in facts.expand(pattern)):
        pieces = split(facts.words(name), "")[0]
        for before, piece in pairwise(pieces):
            figure = facts.names.get(piece.get("name") or "") if isinstance(piece, Call) else None
            minimum = isinstance(before, str) and before.rstrip().lower().endswith("vismaz")
            if minimum and isinstance(figure, Figure) and figure.kind is RANGE:
                found.append(
                    Finding(
                        f"vismaz {plain(figure)}",
                        f"Tekstā “{name}” ir “vismaz {say(figure, 'lv')}”, bet aiz “vismaz” jābūt vienam skaitlim.",
                        f"The text “{name}” says “at least {say(figure, 'en')}”, but “at least” takes one number.",
                        (name,),
                    )
                )
    return found


def _shown(facts, name):
    """Give the figures that a text shows."""
    calls = [piece for piece in split(facts.words(name), "")[0] if isinstance(piece, Call)]
    return [facts.names[call.get("name")] for call in calls if isinstance(facts.names.get(call.get("name")), Figure)]
