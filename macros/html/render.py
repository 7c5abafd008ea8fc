"""The words and numbers of a book as HTML, in one language: what stands within a sentence.

Texts of the data go through `converter`, which leaves nothing of HTML alive; all else is escaped here.
"""

import html
import re
from collections.abc import Callable
from copy import copy
from typing import Self

from macros.data.name import Name
from macros.data.schema import Text
from macros.data.schema.words import NUMBER, ORDINAL
from macros.html.markdown import SILENT, Answer, Writer
from macros.html.wording import Words, plain_words
from macros.pages.address import language_folder, way
from macros.pages.scan import scan
from macros.report.book import Book
from macros.report.compute import Figure
from macros.report.kind import ends
from macros.report.once import once_per_data
from macros.show import charts
from macros.show.outline import NUMBERS, listed_figures
from macros.show.tables.numbers import words_of as called
from macros.words import language as words_of
from macros.words.spaces import STANDS_IN, no_breaks

_WEBSITE = "centre.website"
"""The one address in the data."""
_HEADING = re.compile(r"figures\.\w+\.heading")


class Renderer:
    """Renders the values and texts of a book in one language; `table`, `notes` and `illustrate` render through it."""

    def __init__(
        self, book: Book, language: str, repository: str | None = None, *, reasons: bool = False, site_url: str = ""
    ) -> None:
        """Take what is to be rendered: data and pages that agree.

        `repository` is the address below which files of the project are shown, or None. `reasons` marks words that are
        literal, and gives the reason, which readers do not see. `site_url` is the address of the site in Latvian.
        """
        self.book = book
        self.site = book.site
        self.language = language
        self.here = ""
        self.repository = repository
        self.reasons = reasons
        self.site_url = site_url
        self.is_plain = False
        self._convert = converter(book, language)

    @property
    def home(self) -> str:
        """The address of the language's site; it is empty where that is not known."""
        return self.site_url and f"{self.site_url}{language_folder(self.language)}"

    def at(self, here: str) -> "Renderer":
        """Give the same renderer for the page at the address `here`, such as `2024-2025/learners/`."""
        moved = copy(self)
        moved.here = here
        return moved

    def plain(self) -> Self:
        """Give one that says nothing of translations: for files, drawings and messages."""
        if self.is_plain:
            return self
        told = copy(self)
        told.is_plain = True
        return told

    def address(self, there: str) -> str:
        """Give the way from the page at hand, or from the front page, to a path of the site."""
        return way(self.here, there)

    def shared(self, there: str) -> str:
        """Give the way from the page at hand to what all languages share."""
        return way(f"{language_folder(self.language)}{self.here}", there)

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
        their sources, where there is such a page. A name with a star gives all that it stands for, one after another.
        Raises KeyError for names that do not exist.
        """
        if "*" in name:
            return self._all(name, year, linked)
        found = self.book.names[year or self.site.latest][name]
        if _HEADING.fullmatch(name):
            return self._heading(name.split(".")[1], year or self.site.latest, linked=linked)
        if not isinstance(found, Figure):
            shown = self.inline(found, year, linked=linked)
            return f'<a href="https://{shown}/">{shown}</a>' if name == _WEBSITE and linked else shown
        number = 0 if found.value is None else found.value
        if noun and found.value is None and (of := self._of_what(noun)):
            return self._missing(name, self.label("number_not_stated", of=of))
        if noun and found.kind.is_share:  # “21 % pedagogu”, whatever the number and the case
            noun, number = noun.partition(".")[0], 0
        is_marked = found.calculated and marked and found.value is not None
        mark = f' <small class="mark">({self.label("calculated")})</small>' if is_marked else ""
        shown = self._figure(name, found)
        shown = self._to_row(shown, name, year) if linked else shown
        return self._phrase(noun, number, shown) + mark

    def _figure(self, name, found):
        """Give the HTML of a figure alone."""
        if found.value is None:
            return self._missing(name, self.label("not_stated"))
        kind, shown = "calculated" if found.calculated else "stated", found.written(self.language)
        return f'<data class="{kind}" value="{found.plain}" data-name="{html.escape(name)}">{shown}</data>'

    @staticmethod
    def _missing(name, said):
        return f'<span class="missing" data-name="{html.escape(name)}">{said}</span>'

    def _of_what(self, noun):
        """Give the words for several, whatever the case, by which a number that is not stated is called.

        There are none where a number stands amid its words.
        """
        forms = self.site.words.phrases[noun.partition(".")[0]]
        several = words_of.plural(0, self.language)
        words = forms.en[several] if self.language == "en" else forms.lv.get("nominative", {several: ""})[several]
        return "" if "{" in words else words

    def _heading(self, chart, year, *, linked):
        """Give the heading of a chart, that of the year only where no number of it is missing."""
        said, of_the_year = charts.heading(self.book, year, chart)
        if said is None:
            raise KeyError(chart)
        shown = self.inline(said, year, linked=linked)
        return shown if of_the_year else f'{shown} – <span class="missing">{self.label("not_stated")}</span>'

    def _all(self, pattern, year, linked):
        """Give all that a pattern stands for: numbers with what they are of, “sports – 366; STEM – 509”, or words."""
        items = self._items(pattern, year, linked)
        if not items:
            return f'<span class="missing">{self.label("not_stated")}</span>'
        if any(head for head, _shown in items):
            return "; ".join(f"{head} – {shown}" for head, shown in items)
        *first, last = (shown for _head, shown in items)
        return f"{', '.join(first)} {self.label('last_of_several')} {last}" if first else last

    def _items(self, pattern, year, linked):
        """Give what a pattern stands for, and what the numbers among it are of."""
        year = year or self.site.latest
        facts = self.book.facts[year]
        names = [Name(year, name) for name in facts.expand(pattern)]
        if not names and not facts.has_nothing_yet(pattern):
            raise KeyError(pattern)
        shown = [self.value(str(name), year=year, marked=False, linked=linked) for name in names]
        numbers = [isinstance(self.book.names[year][str(name)], Figure) for name in names]
        heads = [called(self.site, name) if counted else None for name, counted in zip(names, numbers, strict=True)]
        return [(self.inline(head, year) if head else "", one) for head, one in zip(heads, shown, strict=True)]

    def listed(self, pattern: str, year: str | None, *, linked: bool = True) -> str:
        """Give the HTML of a list of all that a pattern stands for. Raises KeyError where there is no such list."""
        items = [" – ".join(filter(None, item)) for item in self._items(pattern, year, linked)]
        if not items:
            return f'<p class="missing">{self.label("not_stated")}</p>'
        return "<ul>\n<li>" + ";</li>\n<li>".join(items) + ".</li>\n</ul>"

    def claim(self, name: str, year: str | None, *, linked: bool = True) -> str:
        """Give the HTML of what a claim says of the data, `SILENT` where that is nothing.

        What it says of each item is a span, and style sheets make lines of their own of many of these.
        """
        year = year or self.site.latest
        claim = self.book.claims[year][name]
        said = [self.inline(one, year, linked=linked) for one in claim.said]
        if self.site.years[year].claims[name].each and claim.broken is None:
            said = [f'<span class="each">{one}</span>' for one in said]
        return " ".join(said) or SILENT

    def _to_row(self, shown, name, year):
        """Wrap a number in the link to its row on the page of figures and their sources, if it has one."""
        year = year or self.site.latest
        if name not in listed_figures(self.book)[year]:
            return shown
        row = html.escape(f"{self.address(f'{year}/{NUMBERS}/')}#{id_of('row', name)}")
        return f'<a class="bound" href="{row}">{shown}</a>'

    def _phrase(self, noun, value, shown):
        """Give a number with the words that it bends: behind it, or round the place where they have it."""
        if not noun:
            return shown
        word, _, case = noun.partition(".")
        forms = self.site.words.phrases[word]
        form = words_of.plural(ends(value)[1], self.language)
        words = html.escape(forms.en[form] if self.language == "en" else forms.lv[case or "nominative"][form])
        if "{" not in words:
            return f"{shown}{words_of.NBSP}{words}"
        stands_in = STANDS_IN[1]  # what `no_breaks` takes for a digit
        words = words.replace(NUMBER, stands_in).replace(f"{stands_in} ", stands_in + words_of.NBSP)
        words = no_breaks(words, self.language)
        return words.replace(ORDINAL, shown + words_of.ordinal_ending(ends(value)[1])).replace(stands_in, shown)

    def literal(self, words: str, reason: str) -> str:
        """Give the HTML of words with a number that is no figure of the report."""
        shown = html.escape(no_breaks(words, self.language))
        return f'<span class="literal" title="{html.escape(reason)}">{shown}</span>' if self.reasons else shown

    def text(self, text: Text | str, year: str | None, *, linked: bool = True) -> str:
        """Give the block HTML of a text of the data (`Text` with calls of `value` in it, or a plain str without).

        Behind one whose translation has to be reviewed stands that it has; `linked` is that of `value`.
        """
        if self._is_untranslated(text):
            block = self._latvian().text(text, year, linked=linked)
            return f'<div lang="lv">{block}</div>{self._not_translated()}'
        typed = text.in_(self.language) if isinstance(text, Text) else text
        return self._convert(
            typed,
            lambda call, alone: self._called(call, year, linked and alone),
            self._under_review(text, year),
        )

    def _is_untranslated(self, text):
        return self.language == "en" and isinstance(text, Text) and not text.en

    def _not_translated(self):
        return "" if self.is_plain else f' <small class="mark mark--words">({self.label("not_translated")})</small>'

    def _latvian(self):
        """Give the renderer of Latvian texts on this very page."""
        told = copy(self)
        told.language, told._convert = "lv", converter(self.book, "lv")  # noqa: SLF001 – it is one of these
        return told

    def _under_review(self, text, year):
        """Give the mark for the words after a text whose Latvian has changed since it was translated."""
        origin = getattr(text, "origin", text)
        is_read = self.is_plain or self.language == "lv" or not isinstance(text, Text)
        if is_read or not self.book.is_under_review(origin, year):
            return ""
        return f' <small class="mark mark--words">({self.label("text_under_review")})</small>'

    def _called(self, call, year, linked):
        """Give the HTML of a call in a text of the data."""
        year = call.get("year") or year
        match call.macro:
            case "literal":
                return self.literal(call.get("words"), call.get("reason"))
            case "claim":
                return self.claim(call.get("name"), year, linked=linked)
            case "list":
                return self.listed(call.get("name"), year, linked=linked)
        return self.value(call.get("name"), call.get("noun"), year, marked=False, linked=linked)

    def words(self, text: Text | str, year: str | None) -> str:
        """Give a text of the data as plain words, its figures filled in."""
        shown = self.plain().text(text, year, linked=False)
        return re.sub(r"[ \n\t]+", " ", plain_words(shown)).strip()

    def inline(self, text: Text | str, year: str | None, *, linked: bool = True) -> str:
        """Give the HTML of a text without the paragraph round it, where it is just one."""
        if self._is_untranslated(text):
            shown = self._latvian().inline(text, year, linked=linked)
            return f'<span lang="lv">{shown}</span>{self._not_translated()}'
        block = self.text(text, year, linked=linked)
        inner = block.removeprefix("<p>").removesuffix("</p>")
        return inner if "<p>" not in inner and block.startswith("<p>") and block.endswith("</p>") else block


@once_per_data
def converter(book: Book, language: str) -> Callable[..., str]:
    """Give the function from a text of the data to HTML: paragraphs, lists, emphasis, nothing else.

    It takes the text, the `Answer` to its calls and what stands behind its last words.
    """
    words = Words(book.site, language)
    known: dict[str, str] = {}  # what calls for nothing is the same wherever it stands

    def convert(text: str, answer: Answer, end: str = "") -> str:
        if text in known and not end:
            return known[text]
        scanned = scan(text, data=True)
        written = Writer(words, answer, scanned.kept).write(scanned.tokens, end)
        if not scanned.kept and not end:
            known[text] = written
        return written

    return convert


def id_of(kind: str, name: str) -> str:
    """Give the id of the row, table or figure, which is its `kind`, that is called `name`."""
    return f"{kind}-" + re.sub(r"[^a-z0-9]", "-", name)
