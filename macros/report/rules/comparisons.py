"""Rules that compare figures, and tell of statuses and of what there is: most of them are conditions of claims."""

from macros.data.schema.comparisons import (
    Above,
    Below,
    Differ,
    Largest,
    Marked,
    Missed,
    Missing,
    Nothing,
    NotLower,
    Some,
)
from macros.report.compute import Figure
from macros.report.kind import ends
from macros.report.rules.facts import Facts, Finding, interval, kind, names_of, not_stated, plain, say, spoken


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


@kind("missed")
def a_result_is_less_than_its_target(rule: Missed, facts: Facts) -> list[Finding]:
    """A result is less than its target, both as they are printed: a target is not rounded."""
    return [
        finding
        for result, target in facts.pairs(rule.result, rule.target)
        for finding in not_stated(result, target) or _reached(result, target)
    ]


def _reached(result, target):
    if ends(result.value)[0] < ends(target.value)[0]:
        return []
    return [
        Finding(
            f"{result.name}: {plain(result)} ≥ {plain(target)}",
            f"“{result.name}” ir {say(result, 'lv')}; tas nav mazāk par mērķi “{target.name}”, kas ir "
            f"{say(target, 'lv')}.",
            f"“{result.name}” is {say(result, 'en')}; it is not less than the target “{target.name}”, which is "
            f"{say(target, 'en')}.",
            names_of(result, target),
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
            (is_lv, is_en), (not_lv, not_en) = spoken(str(status)), spoken(rule.mark)
            lv = f"“{name}” ir “{is_lv}”, nevis “{not_lv}”."
            en = f"“{name}” is “{is_en}”, not “{not_en}”."
            found.append(Finding(f"{name}: {status} ≠ {rule.mark}", lv, en, (name,)))
    return found
