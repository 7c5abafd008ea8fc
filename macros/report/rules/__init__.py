"""Whether the rules of a year hold: arithmetic with rounding intervals, targets and statuses, what texts answer.

`evaluate` gives what each broken rule found. Each kind of rule is a function in `numbers`, `shares` or `texts`, whose
docstring is the rule.
"""

from dataclasses import dataclass

from macros.data.schema import Report
from macros.report.rules import numbers, shares, texts  # noqa: F401 – they register their kinds
from macros.report.rules.facts import KINDS, Facts, Finding, names_in

__all__ = ["KINDS", "Broken", "Facts", "evaluate", "names_in"]


@dataclass(frozen=True)
class Broken:
    """A rule that does not hold: its key and all that it found."""

    rule: str
    findings: tuple[Finding, ...]

    @property
    def found(self) -> str:
        """Everything found as one line, the same in both languages: what a record keeps."""
        return "; ".join(finding.formula for finding in self.findings)

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
        return " ".join(getattr(finding, language) for finding in self.findings)


def evaluate(report: Report, facts: Facts) -> dict[str, Broken]:
    """Give the broken rules of a year by their keys; rules that name what there is not are left out."""
    broken = {}
    for key, rule in report.rules.items():
        if not list(facts.unfit(rule)) and not list(facts.incomparable(rule)):
            findings = tuple(KINDS[rule.kind](rule, facts))
            if findings:
                broken[key] = Broken(key, findings)
    return broken
