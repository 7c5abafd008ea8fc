"""What a book holds in plain words, in both languages; nothing for what is not stated, or not translated."""

from functools import cached_property

from macros.data.schema import LANGUAGES, Text
from macros.html.render import Renderer
from macros.html.share import cited
from macros.html.speaker import Speaker
from macros.report.book import Book
from macros.report.compute import Figure
from macros.show.tables.declared import ABSENT
from macros.show.tables.shape import Blank, Content, Named, OfYear, Stack
from macros.words.spaces import plain_spaces


class Told:
    """Says in plain words what tables of a year hold, and of which figures."""

    def __init__(self, book: Book, year: str) -> None:
        """Take a book, and the year of what has none of its own."""
        self.book, self.year = book, year

    @cached_property
    def _speakers(self):
        return {language: Speaker(Renderer(self.book, language), self.year) for language in LANGUAGES}

    def cited(self) -> Text:
        """Give the words to cite the report of the year by."""
        return Text(**{one: plain_spaces(cited(Renderer(self.book, one), self.year, "")) for one in LANGUAGES})

    def words(self, content: Content, language: str) -> str:
        """Give a content in words."""
        if isinstance(content, Stack):
            items = [words for item in content.items if (words := self.words(item, language))]
            return "\n".join(f"{at}. {words}" if content.ordered else words for at, words in enumerate(items, 1))
        if isinstance(content, OfYear):
            return Told(self.book, content.year).words(content.content, language)
        if isinstance(content, Named):
            return self._named(content, language)
        if content in (None, ABSENT) or isinstance(content, Blank):
            return ""
        if isinstance(content, Text) and not getattr(content, language):
            return ""
        return plain_spaces(self._speakers[language].words(content))

    def _named(self, named, language):
        found = self.book.names[named.year or self.year][named.name]
        if not isinstance(found, Figure):
            return self.words(found, language)
        return "" if found.value is None else plain_spaces(found.written(language))

    def each(self, content: Content) -> tuple[str | None, ...]:
        """Give a content in the words of each language, None where there are none."""
        return tuple(self.words(content, language) or None for language in LANGUAGES)

    def text(self, content: Content) -> Text:
        """Give a content that has words as a text."""
        return Text(**{language: self.words(content, language) for language in LANGUAGES})

    def figure(self, content: Content) -> Figure | None:
        """Give the figure that a cell shows, None where it shows anything else."""
        if isinstance(content, OfYear):
            return Told(self.book, content.year).figure(content.content)
        found = self.book.names[content.year or self.year].get(content.name) if isinstance(content, Named) else None
        return found if isinstance(found, Figure) else None

    def is_of_few(self, content: Content) -> bool:
        """Say whether a cell shows a figure that tells of few people."""
        if isinstance(content, OfYear):
            return Told(self.book, content.year).is_of_few(content.content)
        return isinstance(content, Named) and content.name in self.book.small_groups[content.year or self.year]
