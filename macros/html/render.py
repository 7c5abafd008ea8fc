"""The words and numbers of a book as HTML, in one language: what stands within a sentence.

Texts of the data go through `markdown.converter`, which leaves nothing of HTML alive; all else is escaped here.
"""

import html
import re
from copy import copy

from macros.data.schema import Text
from macros.html.markdown import converter
from macros.html.wording import plain_words
from macros.pages.address import way
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.kind import ends
from macros.show.outline import NUMBERS, listed_figures
from macros.words import language as words_of
from macros.words.spaces import no_breaks


class Renderer:
    """Renders the values and texts of a book in one language; `table`, `notes` and `illustrate` render through it."""

    def __init__(self, book: Book, language: str, repository: str | None = None, *, reasons: bool = False) -> None:
        """Take what is to be rendered: data and pages that agree.

        `repository` is the address below which files of the project are shown, or None. `reasons` marks words that are
        literal, and gives the reason, which readers do not see.
        """
        self.book = book
        self.site = book.site
        self.language = language
        self.here = ""
        self.repository = repository
        self.reasons = reasons
        self._convert = converter(self.site, self.language)

    def at(self, here: str) -> "Renderer":
        """Give the same renderer for the page at the address `here`, such as `2024-2025/learners/`."""
        moved = copy(self)
        moved.here = here
        return moved

    def address(self, there: str) -> str:
        """Give the way from the page at hand, or from the front page, to a path of the site."""
        return way(self.here, there)

    def title(self, path: str, language: str) -> str:
        """Give the title of the page at `path`."""
        page = self.book.page(language, path)
        if page is None or page.front_matter is None:
            raise KeyError(path)
        return page.front_matter["title"]

    def label(self, key: str, **values: object) -> str:
        """Give one of the program's own labels, escaped, with `{name}` replaced by a given value."""
        return html.escape(no_breaks(self.site.words.labels.said(key, self.language, **values), self.language))

    def value(
        self, name: str, noun: str | None = None, year: str | None = None, *, marked: bool = True, linked: bool = True
    ) -> str:
        """Give the HTML of a named value or text inside a sentence.

        `noun` is `noun` or `noun.case` of `words.yml`: its right form follows the number. `marked` adds “calculated”
        to a figure that the source does not print. `linked` lets a number lead to its row among the year's figures and
        their sources, where there is such a page. Raises KeyError for names that do not exist.
        """
        found = self.book.names[year or self.site.latest][name]
        if not isinstance(found, Figure):
            return self.inline(found, year, linked=linked)
        number = 0 if found.value is None else found.value  # “nav norādīts audzēkņu”, as after nothing
        if noun and found.kind.is_share:  # “21 % pedagogu”, whatever the number and the case
            noun, number = noun.partition(".")[0], 0
        counted = f"{words_of.NBSP}{html.escape(self._noun(noun, number))}" if noun else ""
        if found.value is None:
            shown = f'<span class="missing" data-name="{html.escape(name)}">{self.label("not_stated")}</span>'
            return (self._to_row(shown, name, year) if linked else shown) + counted
        kind = "calculated" if found.calculated else "stated"
        mark = f' <small class="mark">({self.label("calculated")})</small>' if found.calculated and marked else ""
        shown = (
            f'<data class="{kind}" value="{found.plain}" data-name="{html.escape(name)}">'
            f"{found.written(self.language)}</data>"
        )
        return (self._to_row(shown, name, year) if linked else shown) + counted + mark

    def _to_row(self, shown, name, year):
        """Wrap a number in the link to its row on the page of figures and their sources, if it has one."""
        year = year or self.site.latest
        if name not in listed_figures(self.book)[year]:
            return shown
        row = html.escape(f"{self.address(f'{year}/{NUMBERS}/')}#{row_id(name)}")
        return f'<a class="bound" href="{row}">{shown}</a>'

    def _noun(self, noun, value):
        word, _, case = noun.partition(".")
        forms = self.site.words.nouns[word]
        form = words_of.plural(ends(value)[1], self.language)
        return forms.en[form] if self.language == "en" else forms.lv[case or "nominative"][form]

    def literal(self, words: str, reason: str) -> str:
        """Give the HTML of words with a number that is no figure of the report."""
        shown = html.escape(words)
        return f'<span class="literal" title="{html.escape(reason)}">{shown}</span>' if self.reasons else shown

    def text(self, text: Text | str, year: str | None, *, reviewed: bool = True, linked: bool = True) -> str:
        """Give the block HTML of a text of the data (`Text` with calls of `value` in it, or a plain str without).

        `reviewed` adds the words for a text whose translation has to be reviewed; `linked` is that of `value`.
        """
        typed = text.in_(self.language) if isinstance(text, Text) else text
        return self._convert(
            typed,
            lambda call, alone: self._called(call, year, linked and alone),
            self._under_review(text) if reviewed else "",
        )

    def _under_review(self, text):
        """Give the mark for the words after a text whose Latvian has changed since it was translated."""
        origin = getattr(text, "origin", text)
        if self.language == "lv" or not isinstance(text, Text) or origin not in self.book.translation.under_review:
            return ""
        return f' <small class="mark mark--words">({self.label("text_under_review")})</small>'

    def _called(self, call, year, linked):
        """Give the HTML of a call in a text of the data."""
        if call.macro == "literal":
            return self.literal(call.get("words"), call.get("reason"))
        year = call.get("year") or year
        return self.value(call.get("name"), call.get("noun"), year, marked=False, linked=linked)

    def words(self, text: Text | str, year: str | None, *, reviewed: bool = True) -> str:
        """Give a text of the data as plain words, its figures filled in."""
        shown = self.text(text, year, reviewed=reviewed, linked=False)
        return re.sub(r"[ \n\t]+", " ", plain_words(shown)).strip()

    def inline(self, text: Text | str, year: str | None, *, linked: bool = True) -> str:
        """Give the HTML of a text without the paragraph round it, where it is just one."""
        block = self.text(text, year, linked=linked)
        inner = block.removeprefix("<p>").removesuffix("</p>")
        return inner if "<p>" not in inner and block.startswith("<p>") and block.endswith("</p>") else block


def row_id(name: str) -> str:
    """Give the id of the row that is called `name`."""
    return "row-" + re.sub(r"[^a-z0-9]", "-", name)
