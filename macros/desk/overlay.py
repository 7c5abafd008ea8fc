"""What is wrong, as HTML on top of the page that a person is writing: see `serve`."""

import html
import re
from dataclasses import dataclass

from macros.words.problems import Problem

LONGEST = 200
"""How many letters of a line that is wrong are shown."""
BARE = (
    '<!doctype html>\n<html lang="lv">\n<head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<link rel="icon" href="data:,">'
    "<title>Pašnovērtējuma ziņojums</title></head>\n<body></body>\n</html>\n"
)
"""The page where there is none that could be shown."""
_STYLE = """
.preview { position: fixed; inset: auto auto 0 0; z-index: 99; max-width: 100vw; max-height: 45vh; overflow: auto;
  color-scheme: light dark; background: Canvas; color: CanvasText; border-top: 4px solid #d8973a;
  box-shadow: 0 0 16px #0006; font: 16px/1.5 system-ui, sans-serif; }
.preview--errors { right: 0; border-top-color: #d32f2f; }
.preview--bare { position: static; max-height: none; border-top-color: #d32f2f; box-shadow: none; }
body:has(> .preview--errors > [open]) { padding-bottom: 45vh; }
.preview summary { padding: 8px 16px; font-weight: bold; cursor: pointer; }
.preview summary:focus-visible { outline: 3px solid; outline-offset: -3px; }
.preview p, .preview pre { margin: 4px 0; }
.preview > p, .preview > details > p, .preview ol { margin: 0 16px 16px; padding: 0; }
.preview ol { list-style: none; }
.preview li + li { border-top: 1px solid GrayText; margin-top: 12px; padding-top: 8px; }
.preview pre { overflow: auto; padding: 4px 8px; border-left: 4px solid GrayText;
  font: 14px/1.5 ui-monospace, monospace; }
.preview [lang=en] { opacity: .8; }
@media print { .preview { display: none; } }
"""
_MISSING = (
    '<p>Šādas lapas nav. <a href="/">Sākumlapa</a></p>'
    '<p lang="en">There is no such page. <a href="/en/" hreflang="en">Front page</a></p>'
)
_SCRIPT = """
{
  let edits;
  const listen = () => {
    edits?.close();
    if (document.hidden) return;
    edits = new EventSource("%s");
    edits.onmessage = ({ data }) => data === "%d" || location.reload();
  };
  addEventListener("visibilitychange", listen);
  addEventListener("beforeunload", () => edits?.close());
  listen();
}
"""


@dataclass(frozen=True)
class Seen:
    """A page as it is seen while it is being written."""

    exists: bool
    """Whether there is a page at the address."""
    fresh: bool
    """Whether it is as it was saved last; else it could not be made, and `html` is of an earlier time."""
    html: str
    errors: tuple[Problem, ...]
    """All that is wrong anywhere."""
    todo: tuple[Problem, ...]
    """What is still to be done about this page."""


def overlaid(seen, root, edits, version):
    """Give the HTML of a page with what is wrong; it loads anew when the address `edits` tells of another `version`."""
    panel = ""
    if seen.errors:
        panel = _panel(seen, "Kļūdas: {}", "Errors: {}", seen.errors, root)
    elif not seen.exists:
        panel = f'<aside class="preview preview--bare" lang="lv">{_MISSING}</aside>'
    elif seen.todo:
        panel = _panel(seen, "Šajā lapā vēl darāms: {}", "To do on this page: {}", seen.todo, root)
    added = f"<style>{_STYLE}</style>{panel}<script>{_SCRIPT % (edits, version)}</script>"
    page = re.sub(r"<body[^>]*>", lambda body: body[0] + added, seen.html, count=1)
    return page.replace("<title>", f"<title>Kļūdas: {len(seen.errors)} – ", 1) if seen.errors else page


def _panel(seen, lv, en, problems, root):
    kind = "" if not seen.errors else " preview--bare" if seen.html == BARE else " preview--errors"
    words = _both(lv.format(len(problems)), en.format(len(problems)))
    stale = _both("Kamēr tas nav izlabots, lapa ir tāda, kāda bija.", "Until this is corrected, the page is as it was.")
    stale = f"<p>{stale}</p>" if kind == " preview--errors" and not seen.fresh else ""
    items = "".join(_item(problem, root) for problem in problems)
    return (
        f'<aside class="preview{kind}" lang="lv" aria-label="{html.escape(lv.format(len(problems)))}">'
        f"<details{' open' if seen.errors else ''}><summary>{words}</summary>{stale}<ol>{items}</ol></details></aside>"
    )


def _item(problem, root):
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    line = _line(root / problem.file, problem.line)
    typed = f"<pre>{html.escape(line)}</pre>" if line else ""
    lv, en = (html.escape(words) for words in (problem.lv, problem.en))
    return f'<li><p><strong>{html.escape(place)}</strong></p>{typed}<p>{lv}</p><p lang="en">{en}</p></li>'


def _line(file, number):
    """Give a line of a file of the project as it was typed, as far as it is shown."""
    try:
        lines = file.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _both(lv, en):
    return f'{html.escape(lv)} <span lang="en">{html.escape(en)}</span>'
