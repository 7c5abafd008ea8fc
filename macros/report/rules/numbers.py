"""Rules about figures. A printed share is an interval of half its last digit: 39 % is anything from 38.5 to 39.5."""

from fractions import Fraction

from macros.data.schema.rules import Flow, ListCount, Met, Part, Ratio, Same, Sum
from macros.report.compute import Figure
from macros.report.kind import COUNT, SHARE
from macros.report.rules.facts import (
    Facts,
    Finding,
    count,
    interval,
    kind,
    like,
    names_of,
    not_stated,
    plain,
    say,
    spoken,
)


def _joined(figures, language):
    return " + ".join(say(figure, language) for figure in figures)


@kind("sum")
def the_parts_add_up(rule: Sum, facts: Facts) -> list[Finding]:
    """The parts add up to the whole."""
    parts, whole = facts.figures(*rule.parts), facts.figure(rule.whole)
    if blank := not_stated(*parts, whole):
        return blank
    spans = [interval(part) for part in parts]
    low, high = sum(span[0] for span in spans), sum(span[1] for span in spans)
    stated = interval(whole)
    if low <= stated[1] and stated[0] <= high:
        return []
    of_whole = whole.number
    of_parts = type(of_whole)(sum(part.number for part in parts))
    total, difference = like(whole, of_parts), like(whole, max(of_whole, of_parts) - min(of_whole, of_parts))
    formula = f"{' + '.join(map(plain, parts))} = {plain(total)} ≠ {plain(whole)}"
    return [
        Finding(
            formula,
            f"{_joined(parts, 'lv')} = {say(total, 'lv')}, bet “{rule.whole}” ir {say(whole, 'lv')}; starpība ir "
            f"{say(difference, 'lv')}.",
            f"{_joined(parts, 'en')} = {say(total, 'en')}, but “{rule.whole}” is {say(whole, 'en')}; the difference is "
            f"{say(difference, 'en')}.",
            names_of(whole, *parts),
        )
    ]


@kind("same")
def the_same_fact_is_the_same_everywhere(rule: Same, facts: Facts) -> list[Finding]:
    """The same fact, stated in several places, is the same in all of them."""
    figures = facts.figures(*rule.values)
    if blank := not_stated(*figures):
        return blank
    first = figures[0]
    for other in figures[1:]:
        ours, theirs = interval(first), interval(other)
        rounded = first.kind.rounded or other.kind.rounded
        agree = (ours[0] <= theirs[1] and theirs[0] <= ours[1]) if rounded else ours == theirs
        if not agree:
            return [
                Finding(
                    " ≠ ".join(map(plain, figures)),
                    "; ".join(f"“{figure.name}” ir {say(figure, 'lv')}" for figure in figures) + "; tie nesakrīt.",
                    "; ".join(f"“{figure.name}” is {say(figure, 'en')}" for figure in figures) + "; they differ.",
                    names_of(other, *(figure for figure in figures if figure is not other)),
                )
            ]
    return []


@kind("part")
def a_part_is_no_larger_than_its_whole(rule: Part, facts: Facts) -> list[Finding]:
    """Each part is no larger than the whole."""
    whole = facts.figure(rule.whole)
    found = []
    for part in facts.figures(*rule.parts):
        if blank := not_stated(part, whole):
            found += blank
        elif interval(part)[0] > interval(whole)[1]:
            found.append(
                Finding(
                    f"{part.name}: {plain(part)} > {plain(whole)}",
                    f"“{part.name}” ir {say(part, 'lv')}, bet “{whole.name}” – {say(whole, 'lv')}, lai gan "
                    "pirmais ir daļa no otrā.",
                    f"“{part.name}” is {say(part, 'en')}, but it is a part of “{whole.name}”, "
                    f"which is {say(whole, 'en')}.",
                    names_of(part, whole),
                )
            )
    return found


@kind("ratio")
def a_printed_share_is_what_part_and_whole_give(rule: Ratio, facts: Facts) -> list[Finding]:
    """The printed share is what part and whole give, rounded to its last digit."""
    part, whole, share = (facts.figure(name) for name in (rule.part, rule.whole, rule.share))
    if blank := not_stated(part, whole, share):
        return blank
    quotient = Fraction(100 * count(part), count(whole)) if whole.value else None
    exact = None if quotient is None else Figure("", quotient, SHARE)
    low, high = interval(share)
    if quotient is not None and low <= quotient <= high:
        return []
    shown = {language: say(exact, language) if exact else "–" for language in ("lv", "en")}
    return [
        Finding(
            f"{plain(part)} : {plain(whole)} = {plain(exact) if exact else '–'} ≠ {plain(share)}",
            f"{say(part, 'lv')} no {say(whole, 'lv')} ir {shown['lv']}, bet “{share.name}” ir {say(share, 'lv')}.",
            f"{say(part, 'en')} of {say(whole, 'en')} is {shown['en']}, but “{share.name}” is {say(share, 'en')}.",
            names_of(share, part, whole),
        )
    ]


@kind("flow")
def who_joined_and_left_explains_the_change(rule: Flow, facts: Facts) -> list[Finding]:
    """Start + joined − left = end."""
    start, joined, left, end = (facts.figure(name) for name in (rule.start, rule.joined, rule.left, rule.end))
    if blank := not_stated(start, joined, left, end):
        return blank
    total = like(end, count(start) + count(joined) - count(left))
    if total.value == end.value:
        return []
    terms = [f"{say(start, language)} + {say(joined, language)} − {say(left, language)}" for language in ("lv", "en")]
    return [
        Finding(
            f"{plain(start)} + {plain(joined)} − {plain(left)} = {plain(total)} ≠ {plain(end)}",
            f"{terms[0]} = {say(total, 'lv')}, bet “{end.name}” ir {say(end, 'lv')}.",
            f"{terms[1]} = {say(total, 'en')}, but “{end.name}” is {say(end, 'en')}.",
            names_of(end, start, joined, left),
        )
    ]


@kind("count")
def a_list_has_as_many_items_as_stated(rule: ListCount, facts: Facts) -> list[Finding]:
    """A list has as many items as stated."""
    stated, items = facts.figure(rule.stated), len(facts.keys(rule.items))
    if blank := not_stated(stated):
        return blank
    if items == stated.value:
        return []
    return [
        Finding(
            f"{items} ≠ {plain(stated)}",
            f"Vienību skaits sarakstā “{rule.items}” ir {items}, bet “{stated.name}” ir {say(stated, 'lv')}.",
            f"The number of items in the list “{rule.items}” is {items}, but “{stated.name}” is {say(stated, 'en')}.",
            (stated.name,),
        )
    ]


@kind("met")
def targets_are_met_as_the_status_says(rule: Met, facts: Facts) -> list[Finding]:
    """The result of each target is stated and no lower than the target, and the status says the same."""
    status = facts.names[rule.status] if rule.status else None
    goals = [pair for goal in rule.goals for pair in _goal(goal, facts)]
    short, found = [], []
    for target, result in goals:
        blank = not_stated(target, result)
        if blank:
            found += blank
            short.append((target, result))
        elif interval(result)[0] < interval(target)[0]:
            short.append((target, result))
    below = [(target, result) for target, result in short if None not in (target.value, result.value)]
    if below and status in (None, "achieved"):
        for target, result in below:
            verdict = ("atzīme ir “sasniegts”, bet ", "the status is “achieved”, but ") if status else ("", "")
            found.append(
                Finding(
                    f"{target.name}: {plain(result)} < {plain(target)}",
                    f"“{target.name}”: {verdict[0]}mērķis ir {say(target, 'lv')}, rezultāts – {say(result, 'lv')}.",
                    f"“{target.name}”: {verdict[1]}the target is {say(target, 'en')} and the result "
                    f"{say(result, 'en')}.",
                    names_of(target, result),
                )
            )
    if rule.status and not short and status in ("partly", "not_achieved"):
        lv, en = spoken(status)
        found.append(
            Finding(
                f"{status}: {', '.join(plain(target) for target, _result in goals)}",
                f"Visi skaitliskie mērķi ir sasniegti, bet atzīme “{rule.status}” ir “{lv}”.",
                f"All numerical targets have been met, but the status “{rule.status}” is “{en}”.",
                (rule.status,),
            )
        )
    return found


def _goal(goal, facts):
    if goal.items:
        counted = Figure(goal.items, len(facts.keys(goal.items)), COUNT)
        return [(target, counted) for target in facts.figures(goal.target)]
    return facts.pairs(goal.target, goal.result)
