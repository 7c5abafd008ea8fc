"""Where a figure comes from: its formula, the file and line that it stands in, the link to edit it there."""

import html

from macros.data.name import Name
from macros.html.render import Renderer
from macros.report.formula import formula
from macros.show.tables.shape import Named, figure_of
from macros.words.language import NBSP


def calculation(renderer: Renderer, name: str, year: str) -> str:
    """Give how a figure is calculated, with its numbers; a dash where it is not."""
    book, figure = renderer.book, figure_of(renderer.book, Named(name), year)
    return html.escape(formula(figure, book.names[year], book.site.words.labels, renderer.language) or "–")


def origin(renderer: Renderer, name: str, year: str) -> str:
    """Give where in the data a figure stands: the file and, where it is typed, the line, with a link to it.

    Where scripts run, numbers.js adds the link to edit it there: on a page of all figures it takes as much as they.
    """
    calculated = figure_of(renderer.book, Named(name), year).calculated
    file, line = renderer.book.loaded.where(Name(year, name))
    words = html.escape(file.rpartition("/")[2])
    if not calculated:
        words += ", " + renderer.label("line", line=line).replace(" ", NBSP)
    if not renderer.repository:
        return words
    target = f"{renderer.repository}{file}" + ("" if calculated else f"#L{line}")
    return f'<a href="{html.escape(target)}">{words}</a>'


def edit(renderer: Renderer, key: str, name: Name) -> str:
    """Give a link, with the label `key` as its words, to where what has a `Name` is edited."""
    if not renderer.repository:
        return ""
    file, line = renderer.book.loaded.where(name)
    target = html.escape(f"{renderer.repository.replace('/blob/', '/edit/')}{file}#L{line}")
    where = f"{renderer.label(key)}: {html.escape(file.rpartition('/')[2])}"
    return f'<a class="edit" href="{target}" aria-label="{where}" data-search-exclude="1">{renderer.label(key)}</a>'
