"""A figure as HTML: its message, what is measured, the drawing, the same in words and as a table, the source."""

import csv
import html
import io
import re

from macros.html.draw import NARROW, WIDE, draw
from macros.html.markdown import unbound
from macros.show.figures import TOPICS, source
from macros.show.figures import drawing as drawing_of
from macros.show.figures.describe import describe
from macros.show.figures.tabulate import tabulate
from macros.show.outline import chart_numbers
from macros.show.tables.shape import Named
from macros.words import language as words_of
from macros.words.language import with_years
from macros.words.spaces import no_breaks

FORMULA = ("=", "+", "-", "@")
"""A spreadsheet takes words that begin like this for something to run."""


def illustrate(renderer, name, year=None):
    """Give the HTML of the figure called `name`. Raises KeyError where there is none.

    The drawing stands there twice, for wide screens and paper and for phones; style sheets show one of them. What is
    folded for the eye is there for a screen reader.
    """
    year = year or renderer.site.latest
    drawing = drawing_of(name, renderer.site, year)
    told, measured = renderer.site.years[year].figures[name], renderer.site.words.figures[name].measured
    voice = _Voice(renderer, year)
    identity = "figure-" + re.sub(r"[^a-z0-9]", "-", name)
    heading = unbound(renderer.inline(told.heading, year))
    number = chart_numbers(renderer.book)[year, name]
    numbered = renderer.label("figure", number=number)
    title = voice.label("figure_alt", heading=voice.words(told.heading))
    pictures = "".join(
        f'<div class="figure__drawing figure__drawing--{kind}">{draw(drawing, voice, title, width)}</div>'
        for kind, width in (("wide", WIDE), ("narrow", NARROW))
    )
    table, data = tabulate(drawing, renderer.site), renderer.label("figure_data", number=number)
    rows = renderer.built(table, f"{identity}-data", data, year)
    file = html.escape(renderer.address(f"{year}/{csv_name(name)}"))
    place = ("years", year, "figures", name)
    edit = [renderer.edit("edit_heading", place), renderer.edit("edit_data", ("years", year, TOPICS[name]))]
    sections = renderer.inline(source(name, renderer.site, year), year)
    return (
        f'<figure class="figure" id="{identity}">\n'
        f'<figcaption><span class="figure__number">{numbered}</span> {heading}</figcaption>\n'
        f'<p class="figure__measured">{renderer.inline(voice.with_years(measured), year)}</p>\n'
        f"{pictures}\n"
        f'<p class="figure__words">{describe(drawing, voice)}</p>\n'
        f'<details class="figure__data"><summary>{data}</summary>\n{rows}</details>\n'
        f'<p class="figure__file"><a href="{file}">{renderer.label("figure_csv")}</a></p>\n'
        f'<p class="table-source">{renderer.label("source")}: {" ".join(filter(None, [sections, *edit]))}</p>\n'
        "</figure>"
    )


def csv_name(name):
    """Give the name of the file with a figure's data, which lies beside the pages of its year."""
    return f"figure-{name}.csv"


def figure_files(renderer):
    """Give the data of each figure that pages call for: the path of its CSV → bytes."""
    return {f"{year}/{csv_name(name)}": figure_csv(renderer, name, year) for year, name in chart_numbers(renderer.book)}


def figure_csv(renderer, name, year):
    """Give the data of a figure as UTF-8 CSV with a byte order mark, which spreadsheets need to see Latvian letters.

    Its rows are those of the table, its numbers are exact, with a decimal point; what is not stated is empty.
    """
    table, voice = tabulate(drawing_of(name, renderer.site, year), renderer.site), _Voice(renderer, year)
    grouped = any(group.heading is not None for group in table.groups)
    lines = [[*([voice.label("figure_question")] if grouped else []), *map(voice.words, table.columns)]]
    for group in table.groups:
        heading = [voice.words(group.heading)] if grouped else []
        lines += [[*heading, *(voice.cell(cell) for cell in (row.head, *row.cells))] for row in group.rows]
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    return text.getvalue().encode("utf-8-sig")


class _Voice:
    """Says the words and numbers of a drawing and of its description in the renderer's language."""

    def __init__(self, renderer, year):
        self.renderer = renderer
        self.year = year

    def with_years(self, text):
        """Put the school years into a text of the program."""
        return type(text)(**{lang: with_years(text.in_(lang), self.year, lang) for lang in ("lv", "en")})

    def words(self, text):
        """Give a `Text`, or a plain str, as plain words without emphasis."""
        return self.renderer.words(text, self.year, reviewed=False)

    def inline(self, text):
        """Give the HTML of the same without links, in the sentence of a description."""
        return unbound(re.sub(r"</?strong>", "", self.renderer.inline(text, self.year)))

    def exact(self, name, year=None):
        """Give the exact value of a named figure, or None where it is not stated."""
        return self._named(name, year).value

    value = exact

    def shown(self, name, year=None):
        """Give a named figure as plain words."""
        figure = self._named(name, year)
        if figure.value is None:
            return self.label("not_stated")
        return figure.written(self.renderer.language)

    def number(self, name, year=None):
        """Give the HTML of a named figure."""
        return self.renderer.value(name, year=year or self.year, marked=False)

    def plain_number(self, value):
        """Give a number that has no name."""
        return html.escape(words_of.number(value, self.renderer.language))

    def cell(self, content):
        """Give what a cell of a table holds as plain words, a number as programs read it."""
        if not isinstance(content, Named):
            words = self.words(content)
            return f"'{words}" if words.startswith(FORMULA) else words
        plain = self._named(content.name, content.year).plain
        return "" if plain is None else str(plain)

    def label(self, key, **values):
        """Give one of the program's labels as plain words."""
        return html.unescape(self.renderer.label(key, **values))

    def sentence(self, key, **values):
        """Give the HTML of a label, with HTML in the place of its marks."""
        words = getattr(self.renderer.site.words.labels, key).in_(self.renderer.language)
        pieces = re.split(r"(\{\w+\})", no_breaks(words, self.renderer.language))
        said = "".join(values[piece[1:-1]] if piece[1:-1] in values else html.escape(piece) for piece in pieces)
        return said[:1].upper() + said[1:]

    def _named(self, name, year):
        return self.renderer.book.names[year or self.year][name]
