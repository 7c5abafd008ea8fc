"""Plain words as HTML: abbreviations are explained, Latvian names are marked in English sentences, spaces hold."""

import html
import re

from macros.data.schema import Site
from macros.words.spaces import no_breaks

_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_WHOLE = re.compile(r"\w+(?:\(-\w+\)|/-\w+)|\b[^\W\d_]{1,8}-\d{1,3}\b")
"""What browsers would break behind the hyphen: a second ending, “metode(-es)” or “programmē/-s”, and a “UTF-8”."""
BOXES = {"NOTE": "note", "TIP": "tip", "IMPORTANT": "info", "WARNING": "warning", "CAUTION": "danger"}
"""What GitHub calls a box → what Material does."""


def inert(text: str) -> str:
    """Give text of which no script can make HTML by mistake, as Material's do of titles and of what menus cut off.

    Behind a `<` with which a tag could begin stands a word joiner, which nobody sees.
    """
    return _TAG.sub("<\u2060", text)


def plain_words(markup: str) -> str:
    """Give the plain words of our own HTML."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


class Words:
    """What a language does with plain words: known names and abbreviations are marked, spaces do not break."""

    def __init__(self, site: Site, language: str) -> None:
        """Take the site's terms and names."""
        self.language = language
        labels = site.words.labels
        self.boxes = {kind: html.escape(labels.said(f"box_{kind}", language)) for kind in BOXES.values()}
        self._marked: dict[str, str] = {}
        for term in site.terms.terms.values():
            if term.short:
                short, title = term.short.in_(language), html.escape(inert(term.term.in_(language)))
                self._marked[short] = f'<abbr title="{title}">{html.escape(short)}</abbr>'
        for name in site.latvian_names if language == "en" else ():
            self._marked[name] = f'<span lang="lv">{html.escape(no_breaks(name, language), quote=False)}</span>'
        known = "|".join(map(re.escape, sorted(self._marked, key=len, reverse=True)))
        self._known = re.compile(rf"(?<!\w)({known})(?!\w)" if known else r"(?!)()")

    def html(self, words: str) -> str:
        """Give the HTML of plain words."""
        return "".join(
            self._marked[part] if index % 2 else self._plain(part)
            for index, part in enumerate(self._known.split(words))
        )

    def _plain(self, words):
        escaped = html.escape(no_breaks(words, self.language), quote=False)
        return _WHOLE.sub(r'<span class="whole">\g<0></span>', escaped)
