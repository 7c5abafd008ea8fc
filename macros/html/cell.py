"""What a cell of a table holds, as HTML."""

import html

from macros.data.schema import LANGUAGES
from macros.html.origin import calculation, origin
from macros.html.render import Renderer, id_of
from macros.html.spark import series
from macros.html.wording import plain_words
from macros.pages.address import address
from macros.show.tables.shape import (
    Blank,
    Content,
    Download,
    Formula,
    Link,
    Linked,
    Mark,
    Named,
    OfYear,
    Place,
    Series,
    SiteLink,
    Stack,
    Told,
    ToldAlike,
    Translated,
)
from macros.words.spaces import no_breaks


def cell(renderer: Renderer, content: Content, year: str, *, marked: bool = False, linked: bool = True) -> str:
    """Give the HTML of the content of a cell; `marked` and `linked` are those of `Renderer.value`."""
    if content is None or (isinstance(content, Blank) and renderer.language != "lv"):
        return f'<span class="missing">{renderer.label("not_stated")}</span>'
    if isinstance(content, Translated):
        other = next(language for language in LANGUAGES if language != renderer.language)
        return f'<span lang="{other}">{html.escape(content.text.in_(other))}</span>'
    if isinstance(content, Blank):
        return '<span class="blank"></span>'
    if isinstance(content, Linked):
        return _link(renderer, content, year)
    if isinstance(content, Named):
        return renderer.value(content.name, year=content.year or year, marked=marked, linked=linked)
    if isinstance(content, Formula | Place):
        return {Formula: calculation, Place: origin}[type(content)](renderer, content.name, year)
    if isinstance(content, OfYear):
        return cell(renderer, content.content, content.year, marked=True, linked=linked)
    if isinstance(content, Series):
        return series(renderer.book, content)
    if isinstance(content, Stack):
        return _stack(renderer, content, year, marked=marked, linked=linked)
    words = renderer.inline(content.shown if isinstance(content, Mark) else content, year, linked=linked)
    of = content.of if isinstance(content, Told | ToldAlike) else ""
    return f'<span data-says="{html.escape(of)}">{words}</span>' if of else words


def _stack(renderer, stack, year, **how):
    parts = [cell(renderer, item, year, **how) for item in stack.items]
    if stack.ordered:
        return "<ol>" + "".join(f"<li>{part}</li>" for part in parts) + "</ol>"
    return "\n".join(f"<div>{part}</div>" for part in parts)


def _link(renderer, content, year):
    if isinstance(content, Download):
        words = content.text.in_(renderer.language)
        about = plain_words(cell(renderer, content.of, year, linked=False)) if content.of else ""
        return _leading(renderer.shared(content.path), words, f"{words}: {about}" if about else "")
    if isinstance(content, Link):
        target, words = f"{year}/{content.address}", content.text.in_(renderer.language)
    elif isinstance(content, SiteLink):
        target, words = content.path, content.text.in_(renderer.language)
        if target.endswith(".md"):
            target = address(target)
        if content.row:
            return _leading(f"{renderer.address(target)}#{id_of('row', content.row)}", words)
    else:
        path = f"{year}/{content.page}.md"
        target, words = address(path), no_breaks(renderer.title(path, renderer.language), renderer.language)
        if content.section:
            return _leading(f"{renderer.address(target)}#{content.section}", words)
    return _leading(renderer.address(target), words)


def _leading(target, words, called=""):
    label = f' aria-label="{html.escape(called)}"' if called else ""
    return f'<a href="{html.escape(target)}"{label}>{html.escape(words)}</a>'
