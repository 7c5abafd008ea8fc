"""How a calculated figure was calculated, written with its numbers: `1283 + 509 + 366 + 613 = 2771`."""

from macros.data.schema.words import Labels
from macros.report.compute import Figure, Names
from macros.words.language import number, rounded

SIGNS = {"lv": (":", "·"), "en": ("÷", "×")}
"""Divided by, times."""


def formula(figure: Figure, names: Names, labels: Labels, language: str) -> str | None:
    """Give the formula in a language, or None where nothing was calculated: a typed figure, a part not stated.

    `names` are all of the year, `labels` the program's own.
    """
    if figure.operation is None or figure.value is None:
        return None
    parts = [names[part] for part in figure.parts] if figure.operation in _WRITTEN else figure.parts
    if figure.operation == "count":
        return labels.said("formula_count", language, count=figure.value)
    if figure.operation == "chosen":
        return labels.said("formula_chosen", language, count=figure.value, all=len(parts))
    return _WRITTEN[figure.operation](figure, parts, language)


def _sum(figure, parts, language):
    return f"{' + '.join(part.written(language) for part in parts)} = {figure.written(language)}"


def _difference(figure, parts, language):
    before, after = (part.written(language) for part in parts)
    return f"{after} − {before} = {figure.written(language)}"


def _ratio(figure, parts, language):
    part, whole = (number(part.value, language) for part in parts)
    divided, times = SIGNS[language]
    equals = "=" if rounded(figure.value) == figure.value else "≈"
    part = f"({part})" if part.startswith("−") else part
    return f"{part} {divided} {whole} {times} 100 {equals} {figure.written(language)}"


def _growth(figure, parts, language):
    divided, times = SIGNS[language]
    before, after = (number(part.value, language) for part in parts)
    equals = "=" if rounded(figure.value) == figure.value else "≈"
    return f"({after} − {before}) {divided} {before} {times} 100 {equals} {figure.written(language)}"


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
