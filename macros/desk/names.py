"""Everything that can be called by name on a page of a year: the line to paste and what it shows."""

from macros.check.calls import read
from macros.data.schema import LANGUAGES
from macros.html.render import Renderer
from macros.report.book import Book
from macros.report.compute import Figure
from macros.show import outline
from macros.words.spaces import shortened

WIDEST = 90
"""How many characters of a value are shown."""


def listed(book: Book, word: str, year: str) -> str:
    """Give as plain text what of a year has a word in its name or value, in both languages; all for an empty word."""
    word, lines = word.lower(), []
    renderers = [Renderer(book, language) for language in LANGUAGES]
    for name, value in book.names[year].items():
        shown = " · ".join(dict.fromkeys(_shown(value, renderer, year) for renderer in renderers))
        if word in f"{name} {shown}".lower():
            lines.append(f'{{{{ value("{name}") }}}}  {shown}\n')
    for macro, named in (("table", outline.tables(book)), ("figure", outline.charts(book))):
        lines += [f'{{{{ {macro}("{name}") }}}}\n' for name in named[year] if word in name]
    return "".join(lines)


def _shown(value, renderer, year):
    if isinstance(value, Figure):
        return "–" if value.value is None else value.written(renderer.language)
    return shortened(read(renderer, value, year), WIDEST)
