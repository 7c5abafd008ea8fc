"""What a browser may load and run on a page of ours: its Content-Security-Policy.

A second wall behind the checks: words of a stranger that became a script all the same would not be run, nothing is
fetched from another site, and nothing is sent to one.
"""

import base64
import hashlib
from collections.abc import Iterable

from macros.data.schema import LANGUAGES
from macros.pages.address import language_folder
from macros.show.published import FOLDER as DATA

COLOURS = "'sha256-FbNMvNZmIeMgnGDCm0VqMcgB2cdWjc6hP1ByJLWbMOE='"
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


FOR_EVER = "public, max-age=31536000, immutable"
"""What is said of a file whose name is another as soon as its content is: no browser asks for it again."""
IMMUTABLE = "assets/immutable"
"""The folder of such files in the site of each language."""
TO_ALL = {"Access-Control-Allow-Origin": "*"}
"""What is said of the data besides: other sites may show what anybody may read."""


def for_netlify(hidden: Iterable[str] = ()) -> bytes:
    """Give the file `_headers`, by which Netlify and Cloudflare Pages know what to say of each file.

    Search engines are told to pass over what lies in the folders `hidden`, PDFs among them.
    """
    lines = ["/*\n", *(f"  {name}: {words}\n" for name, words in HEADERS.items())]
    lines += [f"/{language_folder(one)}{IMMUTABLE}/*\n  Cache-Control: {FOR_EVER}\n" for one in LANGUAGES]
    for place in (f"/{DATA}/*", "/*/data.json"):
        lines += [f"{place}\n", *(f"  {name}: {words}\n" for name, words in TO_ALL.items())]
    return "".join([*lines, *(f"/{folder}/*\n  X-Robots-Tag: noindex\n" for folder in hidden)]).encode()


def for_nginx() -> str:
    """Give what nginx is told to say of each file, to include in its `server { … }`.

    It also takes the compressed files that lie beside others; those of Brotli with a module that not every nginx has.
    """
    for_ever = _place(f"^/(.*/)?{IMMUTABLE}/", {"Cache-Control": FOR_EVER})
    types = "include mime.types;", "types { text/csv csv; application/ld+json jsonld; }"
    data = _place(rf"^/(.*/)?({DATA}/|[0-9-]+/data\.json$)", TO_ALL, *types)
    twins = ["gzip_static on;", "gzip_vary on;", "# brotli_static on;  # libnginx-mod-http-brotli-static"]
    return "".join(f"{line}\n" for line in [*twins, *_said(HEADERS), *for_ever, *data])


def _place(pattern, own, *more):
    """Give what is said of files by a pattern; a place that has a header of its own has no others but its own."""
    return [f"location ~ {pattern} {{", *(f"  {line}" for line in [*more, *_said(HEADERS | own)]), "}"]


def _said(headers):
    return [f'add_header {name} "{words}" always;' for name, words in headers.items()]
