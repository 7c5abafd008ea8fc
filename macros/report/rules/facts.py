"""What rules look at: figures and texts by name, each figure with the interval that its last digit leaves open."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache, cached_property
from itertools import chain
from typing import TypeVar, get_args, get_type_hints

from macros.data.hints import hint
from macros.data.name import Name, with_keys
from macros.data.schema import Text
from macros.data.schema.kinds import Model, ReportStatus, Status
from macros.data.schema.rules import Rule
from macros.report.compute import Figure, Names
from macros.report.kind import COUNT, DATE, MONTH, SHARE, Measure, ends
from macros.report.rules.called import Called, called
from macros.report.rules.each import of_item
from macros.words.language import NBSP
from macros.words.problems import Sentences


@dataclass(frozen=True)
class Finding:
    """What disagrees: as a formula without language, and as a sentence in each.

    `names` are those to look at, the one where the remedy is likely first.
    """

    formula: str
    lv: str
    en: str
    names: tuple[str, ...]
    blank: bool = False
    """Nothing disagrees, but `names` are not stated, so nothing can be compared."""
    lead: Sentences | None = None
    """What is said once before all findings that share it; `lv` and `en` then are items of a list, without a stop."""


KINDS: dict[str, Callable[..., list[Finding]]] = {}
"""Kind of rule → function of a rule of this kind and of the facts that gives what it finds."""
_Function = TypeVar("_Function", bound=Callable[..., list[Finding]])


def kind(word: str) -> Callable[[_Function], _Function]:
    """Register a function as the kind of rule called `word`."""

    def register(function: _Function) -> _Function:
        KINDS[word] = function
        return function

    return register


@dataclass(frozen=True)
class Facts:
    """All names of a year, and the smallest group of people that may be told of."""

    names: Names
    smallest_group: int
    empty: frozenset[str] = frozenset()
    """The names of lists in which there is nothing yet."""

    @cached_property
    def _called(self) -> Called:
        return called(tuple(self.names))

    def expand(self, pattern: str) -> tuple[str, ...]:
        """Give the names that a pattern stands for, in the order of the data: `learners.areas.*.end` for each area."""
        return self._called.expand(pattern)

    def keys(self, place: str) -> tuple[str, ...]:
        """Give the keys of the list at a place: `places.addresses` has `gaismas_9` and so on."""
        return self._called.keys(place)

    def figure(self, name: str) -> Figure:
        """Give the figure of a name. Raises TypeError where it is none: see `unfit`."""
        found = self.names[name]
        if not isinstance(found, Figure):
            raise TypeError(name)
        return found

    def figures(self, *patterns: str) -> list[Figure]:
        """Give the figures of all names that the patterns stand for."""
        return [self.figure(name) for pattern in patterns for name in self.expand(pattern)]

    def words(self, name: str) -> str:
        """Give the Latvian words of a text; nothing where it is empty."""
        found = self.names[name]
        return found.lv if isinstance(found, Text) else ""

    def groups(self, patterns: Iterable[str], whole: str | None) -> list[tuple[list[Figure], Figure | None]]:
        """Give the figures of patterns with what they are parts of; a star in `whole` is the same key in both."""
        together: dict[str | None, list[Figure]] = {}
        for pattern in patterns:
            for name in self.expand(pattern):
                of = with_keys(whole, Name(None, name).matches(pattern) or ()) if whole else None
                together.setdefault(of, []).append(self.figure(name))
        return [(figures, self.figure(of) if of else None) for of, figures in together.items()]

    def compared_with(self, patterns: Iterable[str], other: str) -> list[tuple[Figure, Figure]]:
        """Give the figures of patterns, each with the one it is compared with: see `groups`."""
        return [(one, than) for figures, than in self.groups(patterns, other) for one in figures if than is not None]

    def pairs(self, one: str, other: str) -> list[tuple[Figure, Figure]]:
        """Give the figures of two names that share a star, key by key: those that have both."""
        if "*" not in one:
            return [(self.figure(one), self.figure(other))] if {one, other} <= self.names.keys() else []
        found = [(name, with_keys(other, Name(None, name).matches(one) or ())) for name in self.expand(one)]
        return [(self.figure(first), self.figure(second)) for first, second in found if second in self.names]

    def has_nothing_yet(self, name: str) -> bool:
        """Say whether a name or a pattern is that of a list in which there is nothing."""
        return name.split(".*", maxsplit=1)[0] in self.empty

    def one_by_one(self, rule: Rule) -> list[Rule]:
        """Give a claim as it is for each item of the list of which it is said one by one."""
        return [of_item(rule, item) for item in self.keys(rule.each)] if rule.each else [rule]

    def unfit(self, rule: Rule) -> Iterator[tuple[str, str]]:
        """Yield `(name, role)` for what a rule names and there is not: a figure, a text, a list where it says so."""
        if rule.each and self.keys(rule.each):
            for one in self.one_by_one(rule):
                yield from self.unfit(one)
            return
        for role, name in names_in(rule):
            if self.has_nothing_yet(name):
                continue
            found = [self.names[one] for one in self.expand(name)]
            fits = bool(self.keys(name)) if role == "list" else bool(found) and all(_FITS[role](one) for one in found)
            if not fits or (role in _ONE and "*" in name):
                yield name, role

    def incomparable(self, rule: Rule) -> Iterator[tuple[str, str]]:
        """Yield `(names, why)` for what a rule that names what there is cannot compare.

        Why is “keys” where stars have no key in common, “few” where there is nothing to compare with, “units” where
        people would be compared with percent, “of” where a group in percent has no whole.
        """
        if rule.each:
            for one in self.one_by_one(rule):
                yield from self.incomparable(one)
            return
        for names in rule.compared():
            if any(map(self.has_nothing_yet, names)):
                continue
            together = self.pairs(*names) if rule.by_key else [self.figures(*names)]
            if not together:
                yield ", ".join(names), "keys"
            elif any(len(one) < rule.fewest for one in together):
                yield ", ".join(names), "few"
            elif any(len(_units(one)) > 1 for one in together):
                yield ", ".join(names), "units"
        if rule.kind == "group":
            units = _units(self.figures(*rule.people))
            if units - {COUNT.unit} and (units != {SHARE.unit} or rule.of is None):
                yield ", ".join(rule.people), "of" if units == {SHARE.unit} else "units"

    def can_judge(self, rule: Rule) -> bool:
        """Say whether there is all that a rule names, and it can be compared."""
        return not any(True for _ in chain(self.unfit(rule), self.incomparable(rule)))


def _units(figures):
    return {figure.kind.unit for figure in figures if figure.value is not None}


def names_in(rule: Model) -> Iterator[tuple[str, str]]:
    """Yield `(role, name)` for each name in a rule; the roles are those of `schema.rule`."""
    for field, role in _roles(type(rule)):
        value = getattr(rule, field)
        if isinstance(value, tuple) and value and isinstance(value[0], Model):
            for part in value:
                yield from names_in(part)
        elif role and value is not None:
            yield from ((role, name) for name in ([value] if isinstance(value, str) else value))


@cache
def _roles(model):
    """Give `(field, role)` of a part of a rule; the role is None where it is no name."""
    return [(field, _role(annotation)) for field, annotation in get_type_hints(model, include_extras=True).items()]


def _role(annotation):
    said = getattr(annotation, "__metadata__", (None,))[0]
    if isinstance(said, str):
        return said
    return next(filter(None, map(_role, get_args(annotation))), None)


def _is_figure(value):
    return isinstance(value, Figure) and value.kind is not DATE


def _is_number(value):
    return _is_figure(value) and value.kind.is_number


def _is_count(value):
    return _is_figure(value) and (value.value is None or (value.kind.is_number and value.kind.unit == COUNT.unit))


def _is_share(value):
    return _is_figure(value) and (value.value is None or (value.kind.is_number and value.kind.is_share))


def _is_text(value):
    return isinstance(value, Text) or (isinstance(value, Figure) and value.value is None)


def _is_status(value):
    return value in STATUSES or (isinstance(value, Figure) and value.value is None)


STATUSES = (*get_args(Status), *get_args(ReportStatus))
_FITS: dict[str, Callable[[object], bool]] = {
    "any": lambda _value: True,
    "count": _is_count,
    "counts": _is_count,
    "totals": lambda value: _is_share(value) and isinstance(value, Figure) and value.operation == "sum",
    "share": _is_share,
    "shares": _is_share,
    "number": _is_number,
    "numbers": _is_number,
    "figure": _is_figure,
    "figures": _is_figure,
    "text": _is_text,
    "texts": _is_text,
    "status": _is_status,
    "statuses": _is_status,
}
_ONE = ("any", "count", "share", "number", "figure", "text", "status")


def interval(figure: Figure) -> tuple[Fraction, Fraction]:
    """Give `(low, high)` of a printed figure: counts are exact, a share or hours may be off by half the last digit."""
    low, high = map(Fraction, ends(figure.value))
    half = Fraction(0)
    if figure.kind.rounded and isinstance(figure.value, Decimal):
        half = Fraction(Decimal((0, (5,), int(figure.value.as_tuple().exponent) - 1)))
    return low - half, high + half


def say(figure: Figure, language: str) -> str:
    """Write a figure for a sentence, or say that it is not stated."""
    if figure.value is None:
        return "nav norādīts" if language == "lv" else "not stated"
    return figure.written(language)


def spoken(status: str) -> Sentences:
    """Give what a status means, such as “daļēji sasniegts” of `partly`."""
    return hint(f"rules.*.mark.{status}")


def plain(figure: Figure) -> str:
    """Write a figure for a formula, the same in both languages: `14.8%`, `6–7`, `10` for October, `?` if not stated."""
    if figure.value is None:
        return "?"
    return str(figure.value) if figure.kind is MONTH else figure.written("en").replace(NBSP, "")


def names_of(*figures: Figure) -> tuple[str, ...]:
    """Give the names of figures."""
    return tuple(figure.name for figure in figures)


def count(figure: Figure) -> int:
    """Give the value of a figure that is a count and stated. Raises TypeError for any other."""
    if not isinstance(figure.value, int):
        raise TypeError(figure.name)
    return figure.value


def like(figure: Figure, value: Measure) -> Figure:
    """Give a figure of the same kind with another value, to write it."""
    return replace(figure, value=value)


def not_stated(*figures: Figure) -> list[Finding]:
    """Give the finding that something cannot be compared as a list, empty where all figures are stated."""
    blank = names_of(*(figure for figure in figures if figure.value is None))
    if not blank:
        return []
    names = ", ".join(f"“{name}”" for name in blank)
    lv = f"Salīdzināt nevar, jo nav norādīts: {names}."
    en = f"Nothing can be compared, as this is not stated: {names}."
    return [Finding(", ".join(blank) + " = ?", lv, en, blank, blank=True)]
