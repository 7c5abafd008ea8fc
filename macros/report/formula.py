"""How a calculated figure was calculated, written with its numbers: `1283 + 509 + 366 + 613 = 2771`."""

from macros.data.schema.words import Labels
from macros.report.compute import Figure, Names
from macros.words.language import number, rounded

SIGNS = {"lv": (":", "·"), "en": ("÷", "×")}
"""Divided by, times."""


def formula(figure: Figure, names: Names, labels: Labels, language: str) -> str | None:
    """Give the formula in a language; None of what is typed, of another name of it, and where a part is not stated.

    `names` are all of the year, `labels` the program's own.
    """
    if figure.operation in (None, "same") or figure.value is None:
        return None
    if figure.operation == "count":
        return labels.said("formula_count", language, count=figure.value)
    if figure.operation == "chosen":
        return labels.said("formula_chosen", language, count=figure.value, all=len(figure.parts))
    return _WRITTEN[figure.operation](figure, [names[part] for part in figure.parts], language)


def _sum(figure, parts, language):
    return f"{' + '.join(part.written(language) for part in parts)} = {figure.written(language)}"


def _difference(figure, parts, language):
    before, after = (part.written(language) for part in parts)
    return f"{after} − {before} = {figure.written(language)}"


def _ratio(figure, parts, language):
    part, whole = (number(part.value, language) for part in parts)
    return _in_percent(figure, f"({part})" if part.startswith("−") else part, whole, language)


def _growth(figure, parts, language):
    before, after = (number(part.value, language) for part in parts)
    return _in_percent(figure, f"({after} − {before})", before, language)


def _in_percent(figure, part, whole, language):
    divided, times = SIGNS[language]
    equals = "=" if rounded(figure.value) == figure.value else "≈"
    return f"{part} {divided} {whole} {times} 100 {equals} {figure.written(language)}"


def _met(_figure, parts, language):
    """Compare each result with its target; the figure says how many are no lower."""
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return "; ".join(
        f"{result.written(language)} {'≥' if result.value >= target.value else '<'} {target.written(language)}"
        for result, target in pairs
    )


def _month(figure, parts, language):
    return f"{parts[0].written(language)} → {figure.written(language)}"


_WRITTEN = {"sum": _sum, "difference": _difference, "ratio": _ratio, "growth": _growth, "met": _met, "month": _month}
