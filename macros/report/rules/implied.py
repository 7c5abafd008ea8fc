"""Rules that nobody has to write: what was set is compared with what was reached, where both are called so."""

from collections.abc import Iterator

from macros.data.schema import Report, Text
from macros.data.schema.kinds import Figures
from macros.data.schema.rules import Goal, Met, Rule
from macros.report.rules.facts import Facts, names_in

_SAYS = Text(
    lv="Sasniegtais nav mazāks par noteikto, un atzīme, ja tā ir, tam atbilst.",
    en="What was reached is no lower than what was set, and the status, if there is one, agrees.",
)


def all_rules(report: Report, facts: Facts) -> dict[str, Rule]:
    """Give the rules of a year by their keys: those that are written, and those that need not be.

    Of a target in words, or half a priority, each figure called `events_set` is compared with `events_reached` or
    `events` beside it, and `events` with `events_reached`, unless a written rule compares it, or the status.
    """
    compared = met_by(report.rules, facts)
    rules: dict[str, Rule] = {}
    for key, place, figures, status in _places(report):
        targets = [f"{place}.figures.{name}" for name in figures]
        pairs = [(one, result) for one in targets if one not in compared and (result := result_of(one, facts))]
        if pairs and status not in compared:
            goals = tuple(Goal(target=target, result=result) for target, result in pairs)
            rule = Met(says=_SAYS, kind="met", goals=goals, status=status)
            rules |= {key: rule} if facts.can_judge(rule) else {}
    return {**rules, **report.rules}


def met_by(rules: dict[str, Rule], facts: Facts) -> set[str]:
    """Give the names of the figures and statuses that rules of the kind `met` compare."""
    named = [name for rule in rules.values() if rule.kind == "met" for _role, name in names_in(rule)]
    return {*named, *(name for one in named for name in facts.expand(one))}


def is_set(key: str) -> bool:
    """Say whether a figure called so was set: `events_set`, or just `set`."""
    return f"_{key}".endswith("_set")


def result_of(name: str, facts: Facts) -> str | None:
    """Give the name of what was reached of what was set, None where nothing beside it is called so."""
    if is_set(name.rpartition(".")[2]):
        begins = name.removesuffix("set")
        called = [f"{begins}reached", begins.removesuffix("_")]
    else:
        called = [f"{name}_reached"] if f"{name}_set" not in facts.names else []
    return next((one for one in called if one in facts.names), None)


def _places(report: Report) -> Iterator[tuple[str, str, Figures, str | None]]:
    """Yield where something is set: the key of its rule, the name, the figures, and the name of the status if any."""
    for key, target in report.targets.other.items():
        yield f"{key}_as_set", f"targets.other.{key}", target.figures, None
    for key, item in report.priorities.items.items():
        for half, part in (("quantitative", item.quantitative), ("qualitative", item.qualitative)):
            place = f"priorities.items.{key}.{half}"
            yield f"{key}_{half}_as_set", place, part.figures, f"{place}.status"
