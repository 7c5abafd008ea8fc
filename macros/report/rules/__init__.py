"""Whether the rules of a year hold: arithmetic with rounding intervals, targets and statuses, what texts answer.

`evaluate` gives what each broken rule found, `claims` what is said of the data. Each kind of rule is a function in
`numbers`, `comparisons`, `shares` or `texts`, whose docstring is the rule.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from macros.data.schema import Report, Text
from macros.data.schema.rules import Discrepancy, Rule
from macros.report.compute import Figure
from macros.report.rules import comparisons, numbers, shares, texts  # noqa: F401 – they register their kinds
from macros.report.rules.facts import KINDS, Facts, Finding, names_in
from macros.report.rules.implied import all_rules

__all__ = [
    "KINDS",
    "NOT_STATED",
    "Broken",
    "Claim",
    "Facts",
    "all_rules",
    "blank",
    "claims",
    "evaluate",
    "known",
    "names_in",
    "said",
]

NOT_STATED = "not_stated"
"""What a record has in the place of a rule, so that values may stay empty: the finding is the name of each."""
PARTS = "; "
"""What parts the findings of a rule in a record."""


@dataclass(frozen=True)
class Broken:
    """A rule that does not hold: its key and all that it found."""

    rule: str
    findings: tuple[Finding, ...]

    @property
    def found(self) -> str:
        """Everything found as one line, the same in both languages: what a record keeps."""
        return PARTS.join(finding.formula for finding in self.findings)

    @property
    def blank(self) -> bool:
        """Whether it is only not stated what should be compared."""
        return all(finding.blank for finding in self.findings)

    @property
    def names(self) -> tuple[str, ...]:
        """All names to look at, each once."""
        return tuple(dict.fromkeys(name for finding in self.findings for name in finding.names))

    def in_(self, language: str) -> str:
        """Give what was found as sentences."""
        return said(self.findings, language)


@dataclass(frozen=True)
class Claim:
    """What is said of the data of a year, sentence by sentence; and why the claim does not hold, if so."""

    said: tuple[Text, ...]
    broken: Broken | None = None
    otherwise: bool = False
    """Whether it has other words, or nothing, for when it does not hold."""

    @property
    def untrue(self) -> bool:
        """Whether it does not hold; a claim that has other words for this is never untrue."""
        return self.broken is not None and not self.broken.blank and not self.otherwise


def said(findings: Iterable[Finding], language: str) -> str:
    """Give findings as sentences; those that share a lead are one list behind it."""
    sentences: list[str] = []
    for lead, group in groupby(findings, key=lambda finding: finding.lead):
        words = [getattr(finding, language) for finding in group]
        sentences += [f"{lead[language == 'en']} {'; '.join(words)}."] if lead else words
    return " ".join(sentences)


def evaluate(rules: Mapping[str, Rule], facts: Facts) -> dict[str, Broken]:
    """Give the broken ones of rules by their keys; rules that name what there is not are left out."""
    broken = {}
    for key, rule in rules.items():
        if facts.can_judge(rule):
            findings = tuple(KINDS[rule.kind](rule, facts))
            if findings:
                broken[key] = Broken(key, findings)
    return broken


def blank(facts: Facts) -> Broken:
    """Give what is not stated though it could be, each value and each list as a finding of its own."""
    values = (name for name, one in facts.names.items() if isinstance(one, Figure) and one.value is None)
    findings = (
        Finding(name, f"“{name}” nav norādīts.", f"“{name}” is not stated.", (name,), blank=True)
        for name in (*values, *sorted(facts.empty))
    )
    return Broken(NOT_STATED, tuple(findings))


def claims(report: Report, facts: Facts) -> dict[str, Claim]:
    """Give the claims of a year by their keys; what cannot be compared, as it is not stated, is not said."""
    said: dict[str, tuple[Text, ...]] = {}
    broken: dict[str, Broken] = {}
    for key, rule in report.claims.items():
        items = {f"{key} {at}": one for at, one in enumerate(facts.one_by_one(rule))} if facts.can_judge(rule) else {}
        found = evaluate(items, facts)
        said[key] = tuple(one.says for at, one in items.items() if at not in found)
        if len(found) == len(items):
            broken[key] = Broken(key, tuple(finding for one in found.values() for finding in one.findings))
    for key, rule in report.claims.items():
        others = [broken[other] for other in rule.together_with if other in broken]
        if key not in broken and others:
            broken[key] = others[0]
    return {
        key: Claim((rule.otherwise,) if rule.otherwise else (), broken[key], "otherwise" in rule.model_fields_set)
        if key in broken
        else Claim(said[key])
        for key, rule in report.claims.items()
    }


def known(record: Discrepancy, broken: Mapping[str, Broken]) -> list[Finding]:
    """Give what a record tells of and rules still find."""
    return [
        finding
        for rule, found in record.found.items()
        if rule in broken
        for finding in broken[rule].findings
        if finding.formula in found.split(PARTS)
    ]
