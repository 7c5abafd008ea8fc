"""A chart as HTML: its message, what is measured, the drawing, the same in words and as a table, the source."""

import html
import re

from macros.data.name import Name
from macros.data.schema import Text
from macros.html.cell import cell
from macros.html.chart import NARROW, WIDE, draw
from macros.html.origin import edit
from macros.html.render import Renderer, id_of
from macros.html.share import share
from macros.html.speaker import Speaker
from macros.html.table import Frame, table_of
from macros.html.templates import fill, ours
from macros.show import charts
from macros.show.outline import chart_numbers
from macros.show.published import chart_file
from macros.show.tables.shape import Named, only_section
from macros.words.language import number
from macros.words.signs import capitalised
from macros.words.spaces import no_breaks

FILES = ("svg", "png", "csv", "xlsx")
"""How the files of a chart end: its drawing, and its data."""


def illustrate(renderer: Renderer, name: str, year: str | None = None) -> str:
    """Give the HTML of the chart called `name`. Raises KeyError where there is none.

    It is drawn twice, for wide screens and paper and for phones; style sheets show one of them. What is folded for the
    eye is there for a screen reader, which hears the heading and the description once: of the drawing no more is said
    than where that is.
    """
    year = year or renderer.site.latest
    book, speaker = renderer.book, Speaker(renderer, year)
    chart, message = charts.build(book, year, name), charts.message(book, year, name)
    if message.heading is None or message.measured is None:
        raise KeyError(name)
    identity = id_of("figure", name)
    to_data = edit(renderer, "edit_data", charts.place(book, year, name))
    if charts.is_blank(book, year, name):
        return fill(
            "table-empty.html", id=identity, words=ours(renderer.label("figure_blank")), edit=ours(to_data), more=[]
        )
    count = chart_numbers(book, year).get(name)
    words = " ".join(f"<span>{_said(sentence, renderer, year)}</span>" for sentence in chart.sentences(book, year))
    data = renderer.label("figure_data", number=count) if count else renderer.label("figure_data_alone")
    own = not charts.of_all_years(book, year, name)
    to_heading = edit(renderer, "edit_heading", Name(year, "figures", name)) if own else ""
    links = [to_heading, to_data]
    numbered = renderer.label("figure", number=count) if count else ""
    alt = speaker.label("figure_alt", what=numbered.rstrip(".") or speaker.words(message.heading))
    heading = renderer.inline(message.heading, year, linked=False)
    files = [(f"file_{kind}", renderer.address(chart_file(name, kind, year))) for kind in FILES]
    return fill(
        "chart.html",
        id=identity,
        number=ours(numbered),
        heading=ours(heading),
        measured=ours(renderer.inline(message.measured, year)),
        wide=ours(draw(chart, speaker, alt, WIDE)),
        narrow=ours(draw(chart, speaker, alt, NARROW)),
        words=ours(words),
        data=ours(data),
        table=ours(table_of(renderer, chart.table(book), year, Frame(f"{identity}-data", data))),
        share=ours(share(renderer, year, f"{numbered} {heading}", identity, files)),
        source_label=ours(renderer.label("source")),
        source=ours(renderer.inline(message.source, year) if message.source else ""),
        section=only_section(message.source),
        links=[ours(link) for link in links if link],
    )


def _said(sentence, renderer, year):
    """Give the HTML of a sentence, in which figures lead to their sources and texts stand without links."""
    words = no_breaks(sentence.label.in_(renderer.language), renderer.language)
    marks = {f"{{{mark}}}": pieces for mark, pieces in sentence.marks.items()}
    said = ""
    for part in re.split(r"(\{\w+\})", words):
        said += "".join(_piece(piece, renderer, year) for piece in marks.get(part, (part,)))
    return capitalised(said)


def _piece(piece, renderer, year):
    if isinstance(piece, str):
        return html.escape(no_breaks(piece, renderer.language))
    if piece is None or isinstance(piece, Named):
        return cell(renderer, piece, year)
    if isinstance(piece, Text):
        return re.sub(r"</?strong>", "", renderer.inline(piece, year, linked=False))
    return html.escape(number(piece, renderer.language))
