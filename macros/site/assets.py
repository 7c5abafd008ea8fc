"""What all pages share: one style sheet, one script, and what comes once a person turns to it.

Each file bears the hash of its content in its name, so that a browser never asks for it again. All languages share
them, but for the words of the search.
"""

import hashlib
import posixpath
import re
from functools import partial
from pathlib import Path

import material

from macros import kept
from macros.html.found import NotFound, without
from macros.html.policy import IMMUTABLE
from macros.pages.address import language_folder
from macros.site.sheet import for_paper, joined, trimmed
from macros.state import state

_THEIRS = Path(material.__path__[0], "templates/assets")
_OURS = Path("theme/assets")
PAPER = ("stylesheets/print.css", "stylesheets/paper.css")
"""The sheet of the print editions, and the one that it brings in, which holds for the pages on paper, too."""
IMPORT = '@import url("paper.css");'
_LUNR = "javascripts/lunr/min/lunr"
_SHEETS = ("report", "figures", "access", "numbers")
_SCRIPTS = ("page", "numbers", "share")
_LATER = ("search", "beside")
_REMARK = re.compile(r"^\s*(?:/\*.*?\*/|//[^\n]*)\n|(?<=;) //[^\n\"'`]*(?=\n)", re.DOTALL | re.MULTILINE)
_HASH = re.compile(r"\.[0-9a-f]{12}(?=\.\w+\Z)")


def assets(root: Path) -> dict[str, bytes]:
    """Give what is shared in the site of the project at `root`: path within the site → content. Raises NotFound."""
    return kept.files_made(root, kept.key("assets", state(root, of=("theme",))), partial(_made, root))


def names(root: Path) -> dict[str, str]:
    """Give the paths of what is shared by what it is called without a hash, such as `report.css`."""
    return {_HASH.sub("", posixpath.basename(path)): path for path in assets(root)}


def named(name: str, content: bytes) -> str:
    """Give the path at which a content is to lie for ever."""
    stem, ending = posixpath.splitext(name)
    return f"{IMMUTABLE}/{stem}.{hashlib.sha256(content).hexdigest()[:12]}{ending}"


def _made(root):
    ours = root / _OURS
    sheets = sheets_of_material()
    sheets += [(ours / "stylesheets" / f"{name}.css").read_text("utf-8") for name in _SHEETS]
    edition, paper = ((ours / name).read_text("utf-8") for name in PAPER)
    scripts = [(ours / "javascripts" / f"{name}.js").read_text("utf-8") for name in _SCRIPTS]
    files = {
        "report.css": _report_css(*sheets, for_paper(paper)),
        "print.css": joined([paper, without(edition, IMPORT, PAPER[0])]),
        "report.js": "".join(map(_lean, scripts)),
        **{f"{name}.js": _lean((ours / f"javascripts/{name}.js").read_text("utf-8")) for name in _LATER},
    }
    return {named(name, content.encode()): content.encode() for name, content in files.items()}


def _report_css(*sheets):
    """Give the style sheet of all pages. Projects whose theme is the same have one, which is kept with the program."""
    key = kept.own_key("report.css", *sheets)
    return kept.made(kept.HOME, key, lambda: trimmed("\n".join(sheets)).encode()).decode()


def sheets_of_material() -> list[str]:
    """Give Material's style sheets, where the focus is what browsers call so, and no class that a script sets."""
    sheets = [_of_material(f"stylesheets/{name}.*.css") for name in ("main", "palette")]
    return [sheet.replace(".focus-visible", ":focus-visible") for sheet in sheets]


def _lean(script):
    """Give a script of ours without remarks, on lines of their own or behind a statement, and without indents."""
    return "".join(f"{line.strip()}\n" for line in _REMARK.sub("", script).splitlines() if line.strip())


def _of_material(pattern):
    """Give the words of the one file of Material's that a pattern names. Raises NotFound."""
    found = sorted(_THEIRS.glob(pattern))
    if len(found) != 1:
        raise NotFound(f"Material: found {len(found)} of {pattern}, which has to be there once")
    return found[0].read_text("utf-8")


def worker_with(words: str) -> str:
    """Give Material's search worker together with the script `words`, which knows a language. Raises NotFound.

    The worker would fetch the latter, and what stems other languages, from beside it.
    """
    own = _of_material("javascripts/workers/search.*.min.js").partition("\n//# sourceMappingURL")[0]
    return "\n".join(["self.importScripts = () => {};", own, _of_material(f"{_LUNR}.stemmer.support.min.js"), words])


def way_up(language: str, folder: Path) -> str:
    """Give the way from a language's site, which lies in `folder`, to that of all languages.

    A language that is built for itself somewhere else is a site of its own.
    """
    own = language_folder(language).rstrip("/")
    return "../" if own and Path(folder).name == own else ""
