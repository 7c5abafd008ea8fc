"""Everything that can be called by name on a page of the latest year: the line to paste and what it shows."""

from macros.compute import Figure
from macros.language import written
from macros.render import Renderer
from macros.schema import LANGUAGES

WIDEST = 90
"""How many characters of a value are shown."""


def listed(book, word):
    """Give as plain text what has a word in its name or value, in both languages; all for an empty word."""
    year, word, lines = book.site.latest, word.lower(), []
    renderers = [Renderer(book, language) for language in LANGUAGES]
    for name, value in book.names[year].items():
        shown = " · ".join(dict.fromkeys(_shown(value, renderer, year) for renderer in renderers))
        if word in f"{name} {shown}".lower():
            lines.append(f'{{{{ value("{name}") }}}}  {shown}\n')
    for macro, named in (("table", book.tables), ("figure", book.figures)):
        lines += [f'{{{{ {macro}("{name}") }}}}\n' for name in named[year] if word in name]
    return "".join(lines)


def _shown(value, renderer, year):
    if isinstance(value, Figure):
        return "–" if value.value is None else written(value, renderer.language)
    words = renderer.words(value, year, reviewed=False)
    return words if len(words) <= WIDEST else words[: WIDEST - 1] + "…"
