"""Quotes round a text of the data: the curly ones of who wrote it, and the straight ones by which YAML knows it."""

_CURLY = "“”„‟«»‘’"


def in_curly_quotes(text: str) -> str | None:
    """Give what stands in the curly quotes that are round all of a text, None where they are not."""
    inside = text[1:-1]
    return inside if text[0] in _CURLY and text[-1] in _CURLY and not set(inside) & set(_CURLY) else None


def quoted(text: str) -> str:
    """Give a text in straight quotes as it has to be typed: in single ones where double ones would spoil it."""
    return single_quoted(text) if {'"', "\\"} & set(text) else f'"{text}"'


def single_quoted(text: str) -> str:
    """Give a text in single straight quotes as it has to be typed, each of those in it twice."""
    return "'" + text.replace("'", "''") + "'"
