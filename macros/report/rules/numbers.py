"""Rules about figures. A printed share is an interval of half its last digit: 39 % is anything from 38.5 to 39.5."""

from fractions import Fraction

from macros.data.schema.rules import (
    Above,
    Below,
    Differ,
    Flow,
    Largest,
    ListCount,
    Marked,
    Met,
    Missing,
    Nothing,
    NotLower,
    Part,
    Ratio,
    Same,
    Some,
    Sum,
)
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
    number,
    plain,
    say,
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
    of_whole = number(whole)
    of_parts = type(of_whole)(sum(map(number, parts)))
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


@kind("not_lower")
def a_figure_is_no_lower_than_another(rule: NotLower, facts: Facts) -> list[Finding]:
    """A figure is no lower than another; `*` stands for the same key in both."""
    found = []
    for value, than in facts.pairs(rule.value, rule.than):
        if not not_stated(value, than) and interval(value)[1] < interval(than)[0]:
            found.append(
                Finding(
                    f"{value.name}: {plain(value)} < {plain(than)}",
                    f"“{value.name}” ir {say(value, 'lv')}; tas ir mazāk nekā “{than.name}”, kas ir {say(than, 'lv')}.",
                    f"“{value.name}” is {say(value, 'en')}, less than “{than.name}”, which is {say(than, 'en')}.",
                    names_of(value, than),
                )
            )
    return found


@kind("largest")
def a_figure_is_the_largest(rule: Largest, facts: Facts) -> list[Finding]:
    """A figure is larger than all others among which it stands."""
    first = facts.figure(rule.value)
    others = [figure for figure in facts.figures(rule.among) if figure.name != rule.value]
    if blank := not_stated(first, *others):
        return blank
    return [
        Finding(
            f"{first.name}: {plain(first)} ≤ {plain(other)}",
            f"“{first.name}” ir {say(first, 'lv')}; tas nav vairāk nekā “{other.name}”, kas ir {say(other, 'lv')}.",
            f"“{first.name}” is {say(first, 'en')}, no more than “{other.name}”, which is {say(other, 'en')}.",
            names_of(first, other),
        )
        for other in others
        if interval(first)[0] <= interval(other)[1]
    ]


@kind("above")
def each_is_higher(rule: Above, facts: Facts) -> list[Finding]:
    """Each figure is higher than another; `*` in both stands for the same key."""
    return [
        finding
        for value, than in facts.compared_with(rule.values, rule.than)
        for finding in not_stated(value, than) or _unordered(value, than, "≤", "lielāks", "higher")
    ]


@kind("below")
def each_is_lower(rule: Below, facts: Facts) -> list[Finding]:
    """Each figure is lower than another; `*` in both stands for the same key."""
    return [
        finding
        for value, than in facts.compared_with(rule.values, rule.than)
        for finding in not_stated(value, than) or _unordered(value, than, "≥", "mazāks", "lower")
    ]


def _unordered(value, than, sign, lv, en):
    """Give what is wrong where a figure is not surely on the other side of another one than `sign` says."""
    ours, theirs = interval(value), interval(than)
    if (ours[0] > theirs[1]) if sign == "≤" else (ours[1] < theirs[0]):
        return []
    return [
        Finding(
            f"{value.name}: {plain(value)} {sign} {plain(than)}",
            f"“{value.name}” ir {say(value, 'lv')}; tas nav {lv} par “{than.name}”, kas ir {say(than, 'lv')}.",
            f"“{value.name}” is {say(value, 'en')}; it is not {en} than “{than.name}”, which is {say(than, 'en')}.",
            names_of(value, than),
        )
    ]


@kind("differ")
def the_figures_are_not_all_the_same(rule: Differ, facts: Facts) -> list[Finding]:
    """The figures are not all the same."""
    figures = facts.figures(*rule.values)
    if blank := not_stated(*figures):
        return blank
    if len({interval(figure) for figure in figures}) > 1:
        return []
    first = figures[0]
    names = ", ".join(f"“{figure.name}”" for figure in figures)
    return [
        Finding(
            " = ".join(map(plain, figures)),
            f"Visi šie skaitļi ir vienādi ({say(first, 'lv')}): {names}.",
            f"All of these are the same ({say(first, 'en')}): {names}.",
            names_of(*figures),
        )
    ]


@kind("some")
def there_is_at_least_one(rule: Some, facts: Facts) -> list[Finding]:
    """There is at least one: the count is not zero."""
    figure = facts.figure(rule.value)
    if blank := not_stated(figure):
        return blank
    if figure.value:
        return []
    return [Finding(f"{figure.name} = 0", f"“{figure.name}” ir 0.", f"“{figure.name}” is 0.", names_of(figure))]


@kind("none")
def there_is_none(rule: Nothing, facts: Facts) -> list[Finding]:
    """There is none: the count is zero."""
    figure = facts.figure(rule.value)
    if blank := not_stated(figure):
        return blank
    if not figure.value:
        return []
    lv, en = (f"“{figure.name}” {verb} {say(figure, one)}." for one, verb in (("lv", "ir"), ("en", "is")))
    return [Finding(f"{figure.name} = {plain(figure)}", lv, en, names_of(figure))]


@kind("not_stated")
def it_is_not_stated(rule: Missing, facts: Facts) -> list[Finding]:
    """What has this name is not stated."""
    found = facts.names[rule.value]
    if isinstance(found, Figure) and found.value is None:
        return []
    lv, en = f"“{rule.value}” tagad ir norādīts.", f"“{rule.value}” is stated now."
    return [Finding(f"{rule.value} = !", lv, en, (rule.value,))]


@kind("marked")
def all_are_marked_so(rule: Marked, facts: Facts) -> list[Finding]:
    """All statuses but those of `but` are the one that is said."""
    but = {name for pattern in rule.but for name in facts.expand(pattern)}
    names = [name for pattern in rule.statuses for name in facts.expand(pattern) if name not in but]
    found = []
    for name in names:
        status = facts.names[name]
        if isinstance(status, Figure):
            found += not_stated(status)
        elif status != rule.mark:
            lv = f"“{name}” ir “{status}”, nevis “{rule.mark}”."
            en = f"“{name}” is “{status}”, not “{rule.mark}”."
            found.append(Finding(f"{name}: {status} ≠ {rule.mark}", lv, en, (name,)))
    return found


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
        found.append(
            Finding(
                f"{status}: {', '.join(plain(target) for target, _result in goals)}",
                f"Visi skaitliskie mērķi ir sasniegti, bet atzīme “{rule.status}” ir “{status}”.",
                f"All numerical targets have been met, but the status “{rule.status}” is “{status}”.",
                (rule.status,),
            )
        )
    return found


def _goal(goal, facts):
    if goal.items:
        counted = Figure(goal.items, len(facts.keys(goal.items)), COUNT)
        return [(target, counted) for target in facts.figures(goal.target)]
    return facts.pairs(goal.target, goal.result)
