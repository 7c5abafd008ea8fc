"""How a page, a table or a chart is passed on: its files, an address that stays, and words to cite it by."""

import html
from collections.abc import Iterable

from macros.html.render import Renderer
from macros.html.templates import fill, ours
from macros.html.wording import plain_words
from macros.pages.address import address
from macros.words import language as words_of

EDITION = '<span class="edition" data-year="{year}">{words}</span>'
"""Where the number of the edition stands in the words that cite it: see `paper.cited`."""
_EDITION = "\ue003"
File = tuple[str, str]
"""The label of a file, and the way to it."""


def share(renderer: Renderer, year: str | None, what: str, place: str = "", files: Iterable[File] = ()) -> str:
    """Give the HTML of what is folded below something of a year, or on a page of none.

    `what` is what it is called, as HTML: “Figure 1. …”; `place` is its id on the page at hand, of which there is none
    for the page itself.
    """
    link = f"#{place}" if place else renderer.address(renderer.here)
    whole = f"{renderer.home}{renderer.here}{f'#{place}' if place else ''}" if renderer.home else ""
    label = renderer.label
    return fill(
        "share.html",
        share=ours(label("share" if place else "share_page")),
        what=plain_words(what) if place else "",
        files=[(ours(label(key)), there) for key, there in files],
        address_label=ours(label("share_address")),
        link=link,
        address=whole or ours(label("link_to_heading")),
        cite_label=ours(label("cite")),
        cited=ours(_with_place(f"{cited(renderer, year, plain_words(what), _EDITION)} {whole}".strip(), year)),
        copy=ours(label("copy_it")),
        copied=ours(label("copied")),
    )


def _with_place(words, year):
    """Give words as HTML, with a place in which the number of the edition is put once that is known."""
    place = EDITION.format(year=html.escape(year or ""), words="")
    return html.escape(words, quote=False).replace(_EDITION, place)


def cited(renderer: Renderer, year: str | None, what: str, edition: str = "") -> str:
    """Give the words that cite something of a year: whose, of which edition and date; `what` are plain words.

    The number of the `edition` follows from all its pages, and is known only when these are there. The date is that of
    the last correction, else of the signature; where there is neither yet, this is said. What stands on a page of no
    year has neither: the title of the page is said.
    """
    language = renderer.language
    if year is None:
        reports = renderer.site.years[renderer.site.latest].report.title
        named = (renderer.site.centre.name.in_(language), reports.in_(language), _title(renderer), what)
        return " ".join(f"{words.strip().rstrip('.')}." for words in named if words)
    report = renderer.site.years[year]
    signed, corrected = report.signatures.document.date, report.last_corrected
    if corrected:
        date = renderer.label("cite_corrected", date=words_of.date(corrected, language))
    elif signed:
        date = renderer.label("cite_signed", date=words_of.date(signed, language))
    else:
        date = renderer.label("cite_unsigned")
    words = renderer.label(
        "cite_as",
        centre=renderer.site.centre.name.in_(language),
        title=report.report.title.in_(language),
        year=renderer.site.words.labels.said("school_year", language, year=words_of.school_year(year, language)),
        status=renderer.label(f"status_{report.report.status}") + edition,
        date=date,
        what=f"{what.strip().rstrip('.')}." if what else "",
    )
    return plain_words(words).strip()


def _title(renderer):
    """Give the title of the page at hand, nothing for the front page of the site."""
    path = next((page.path for page in renderer.book.whole.pages if address(page.path) == renderer.here), "")
    return renderer.title(path, renderer.language) if renderer.here and path else ""
