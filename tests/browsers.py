"""The browser that pages are opened in, what serves them, and the script that judges whether everybody can use them."""

import functools
import http.server
import shutil
import threading
import time
from contextlib import contextmanager
from importlib.resources import files

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")  # the first has least to start
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
MISSING = "Chromium is not installed: sudo apt-get install chromium"
AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
# That a link is called what is seen of it (WCAG 2.2, 2.5.3) is judged by a rule that is off in axe 4: that joins words of
# blocks without a space, so it is mistaken about the links to the pages before and after.
FAULTS = """rules => axe.run(document, {
    runOnly: rules, resultTypes: ["violations"], rules: {"label-content-name-mismatch": {enabled: true}},
}).then(found => found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target}`)))
    .then(told => told.filter(one => !one.startsWith("label-content-name-mismatch: .md-footer__link")))"""
BUT_COLOURS = FAULTS.replace("rules: {", 'rules: {"color-contrast": {enabled: false}, ')
# Words of one colour, size and weight on the same grounds are as easy to see: of each page the first such are judged.
SEEN = """rules => {
    const seen = new Set(), style = e => getComputedStyle(e), new_ = look => seen.size < seen.add(look).size;
    const own = ({color, fill, fontSize, fontWeight}) => [color, fill, fontSize, fontWeight].join();
    const on = e => e ? style(e).backgroundColor + style(e).backgroundImage + style(e).opacity + on(e.parentElement) : "";
    const words = e => e.checkVisibility() && [...e.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    const include = [...document.querySelectorAll("body *")].filter(e => words(e) && new_(own(style(e)) + on(e)));
    return (RUN)(rules);
}""".replace("RUN", FAULTS.replace("axe.run(document", "axe.run({include}"))

# What WCAG 2.2, 1.4.12 lets a reader set.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def __init__(self, headers_of_all, *request, **options):
        self.headers_of_all = headers_of_all
        super().__init__(*request, **options)

    def end_headers(self):
        for name, words in self.headers_of_all.items():
            self.send_header(name, words)
        super().end_headers()

    def log_message(self, *_words):
        pass


@contextmanager
def serving(folder, headers=None):
    """Serve a folder on this machine as any host would, with headers of its own; give its address."""
    handler = functools.partial(_Quiet, headers or {}, directory=folder)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_address[1]}/"
        listening.shutdown()


def until(page, expression, patience=30):
    """Wait until something is so on a page; Playwright's own way is one that the policy of our pages forbids."""
    end = time.monotonic() + patience
    while not page.evaluate(expression):
        assert time.monotonic() < end, expression
        page.wait_for_timeout(20)


def tab_to(page, selector):
    """Press Tab until what the selector names has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


@contextmanager
def chromium():
    """Run Chromium; give it to open pages with."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 – only where there is a browser

    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
