"""What a chart holds, in plain words: for its drawing and for its file."""

import html
from decimal import Decimal
from fractions import Fraction

from macros.data.schema import Text
from macros.html.cell import cell
from macros.html.figures import marked
from macros.html.render import Renderer
from macros.html.wording import plain_words
from macros.report.compute import Figure
from macros.show.tables.shape import Content, Named, figure_of


class Speaker:
    """Says in plain words what a chart holds, in the language of a renderer and for a year."""

    def __init__(self, renderer: Renderer, year: str) -> None:
        """Take the renderer, and the year of what has none of its own."""
        self.renderer = renderer
        self.year = year
        self._plain, self._marking = renderer.plain(), _Marking(renderer.book, renderer.language).plain()

    def words(self, content: Content) -> str:
        """Give what stands on a chart or in its table as plain words without emphasis."""
        return self._words(self._plain, content)

    def drawn(self, content: Content) -> str:
        """Give the same for a drawing: its figures are `marked`."""
        return self._words(self._marking, content)

    def _words(self, renderer, content):
        if isinstance(content, Text | str):
            return renderer.words(content, self.year)
        return plain_words(cell(renderer, content, self.year, linked=False))

    def figure(self, named: Named) -> Figure:
        """Give the `Figure` that is meant by a `Named`."""
        return figure_of(self.renderer.book, named, self.year)

    def value(self, content: Content) -> float:
        """Give how much a `Named` figure is worth; nothing where it is not stated, or is no figure."""
        value = self.figure(content).value if isinstance(content, Named) else None
        return float(value) if isinstance(value, int | Decimal | Fraction) else 0.0

    def label(self, key: str, **values: object) -> str:
        """Give one of the program's labels."""
        return html.unescape(self.renderer.label(key, **values))


class _Marking(Renderer):
    """Renders figures as they stand in the words of drawings."""

    def _figure(self, name, found):
        words = self.label("not_stated") if found.value is None else found.written(self.language)
        return html.escape(marked(words, name, found.plain))
