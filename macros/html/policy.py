"""What a browser may load and run on a page of ours: its Content-Security-Policy.

A second wall behind the checks: words of a stranger that became a script all the same would not be run, nothing is
fetched from another site, and nothing is sent to one.
"""

import base64
import hashlib
from collections.abc import Iterable

COLOURS = "'sha256-Xa1tkExeXf+jZRXKyW5BUantruynYW/zcAYGr5jTzqo='"
"""The one script that stands in each page: it shows the reader’s colours before anything is painted."""


def hashed(text: str) -> str:
    """Give the name under which a policy allows a script or a style that stands in the page."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """Give the policy of a page that holds scripts and styles of these names, besides files of the site.

    A page without `scripts` runs none.
    """
    allowed = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *scripts] if scripts else ["'none'"],
        "style-src": ["'self'", *styles],
        "img-src": ["'self'", "data:"],  # Material's icons stand in its style sheet
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(f"{what} {' '.join(sources)}" for what, sources in allowed.items())


ON_PAGES = policy([COLOURS])
"""That of the pages that Material frames."""
ON_PAPER = policy()
"""That of the print editions, which have no script."""
HEADERS = {
    "Content-Security-Policy": f"{ON_PAGES}; frame-ancestors 'none'",  # which a page cannot say of itself
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
"""What a server may say of each file, so that a browser is as strict before it has read a word."""


def for_netlify(hidden: Iterable[str] = ()) -> bytes:
    """Give the file `_headers`, by which Netlify and Cloudflare Pages know what to say of each file.

    Search engines are told to pass over what lies in the folders `hidden`, PDFs among them.
    """
    lines = ["/*\n", *(f"  {name}: {words}\n" for name, words in HEADERS.items())]
    return "".join([*lines, *(f"/{folder}/*\n  X-Robots-Tag: noindex\n" for folder in hidden)]).encode()


def for_nginx() -> str:
    """Give what nginx is told to say of each file, to include in its `server { … }`."""
    return "".join(f'add_header {name} "{words}" always;\n' for name, words in HEADERS.items())
