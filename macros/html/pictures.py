"""Which pictures stand for the site elsewhere: of a year or page that is shared, of the site in a browser's tab.

As drawing them takes its time, they are kept; what draws them, `preview`, is loaded only for one that is not there.
"""

import re

from macros import kept
from macros.html.card import Card, card, card_of_page
from macros.html.render import Renderer
from macros.pages.address import PREVIEW, address

WIDTH, HEIGHT = 1200, 630
"""What networks ask for: 1.91 to 1."""
FAVICON, TOUCH_ICON = "assets/images/favicon.svg", "assets/images/touch-icon.png"


def pictures(renderer: Renderer, year: str) -> dict[str, bytes]:
    """Give the pictures of a year, and of its pages that have a figure of their own: `<page>/preview.png` → bytes."""
    book, language = renderer.book, renderer.language
    cards = {f"{year}/": card(book, language, year)}
    for path in (path for path in book.nav if book.site.year_of(path) == year):
        if own := card_of_page(book, language, path):
            cards[address(path)] = own
    return {f"{folder}{PREVIEW}": picture(one) for folder, one in cards.items()}


def picture(card: Card) -> bytes:
    """Give the PNG of a card, `WIDTH` by `HEIGHT`."""

    def make():
        from macros.html.preview import drawn  # noqa: PLC0415 – see above

        return drawn(card)

    return kept.made(kept.HOME, kept.own_key("picture", repr(card)), make)


def icons(renderer: Renderer) -> dict[str, bytes]:
    """Give the two icons of the site: path → bytes."""
    letter = initial(renderer.site.centre.short_name.in_(renderer.language))

    def make():
        from macros.html.preview import favicon, touch_icon  # noqa: PLC0415 – see above

        return {FAVICON: favicon(letter).encode(), TOUCH_ICON: touch_icon(letter)}

    return kept.files_made(kept.HOME, kept.own_key("icons", letter), make)


def initial(name: str) -> str:
    """Give the letter that stands for a centre: the first one of the name in quotes, else of the whole name."""
    quoted = re.search(r"“\W*(\w)", name) or re.search(r"(\w)", name)
    return quoted[1].upper() if quoted else "•"
