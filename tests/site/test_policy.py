"""Words of a stranger stay words in a reader's browser; did they not, the browser would still run and fetch nothing."""

import shutil
from dataclasses import replace
from itertools import cycle

import pytest
from addresses import KINDS, is_paper
from browsers import serving
from project import edit

from macros import build as building
from macros.html.policy import COLOURS, HEADERS, ON_PAGES, ON_PAPER, hashed
from macros.report.opened import read_book

pytestmark = pytest.mark.slow

POLICY = "string(//meta[@http-equiv = 'Content-Security-Policy']/@content)"
HEARD = """window.heard = [];
    addEventListener("securitypolicyviolation", e => heard.push([e.violatedDirective, e.blockedURI, e.sample].join(" ")))"""
RUN = "window.ran = 1"
TAG = f"<img/src/onerror={RUN.replace(' ', '')}>"
"""What a stranger would like a reader's browser to take for HTML."""
TYPED = {
    "named": TAG.replace("<", "&lt;").replace(">", "&gt;"),
    "without semicolon": TAG.replace("<", "&lt").replace(">", "&gt"),
    "decimal": TAG.replace("<", "&#60;"),
    "hexadecimal": TAG.replace("<", "&#x3C;").replace("/", "&#47;"),
    "code": f"`{TAG}`",
    "escaped": TAG.replace("<", "\\<"),
    "script": "&lt;svg/onload=window.ran=1&gt;",
}
LONG = "Bērni ziemas dienā un visi viņu vecāki kopā "


def opened(browser, address, **how):
    """Open a page in a window of its own that remembers what its policy kept from being done."""
    page = browser.new_context(viewport={"width": 1280, "height": 844}, **how).new_page()
    page.add_init_script(HEARD)
    page.goto(address)
    return page


def test_each_page_says_what_it_runs(built):
    """Each page has the policy of its kind; the one script that stands in it is known by its hash."""
    assert len(built.pages) > 50
    for path, page in built.pages.items():
        paper = is_paper(path)
        forwards = bool(page.xpath("//meta[@http-equiv = 'refresh']"))
        assert forwards or page.xpath(POLICY) == (ON_PAPER if paper else ON_PAGES), path
        assert page.xpath(POLICY).startswith("default-src 'none'; "), path
        scripts = page.xpath("//script[not(@src)][not(contains(@type, 'json'))]")
        assert [hashed(script.text) for script in scripts] == ([] if paper or forwards else [COLOURS]), path
        assert page.xpath("//style | //@style | //@*[starts-with(name(), 'on')]") == [], path


def used(page):
    """Point at what explains a word or names a number's source, and open that."""
    for what in ("article abbr[title]", ".md-nav--secondary .md-ellipsis", "article a.bound"):
        if page.locator(f"{what}:visible").count():
            page.locator(f"{what}:visible").first.hover()
    if page.locator("article a.bound:visible").count():
        page.locator("article a.bound:visible").first.click()


@pytest.fixture(scope="module")
def strict(built):
    """The address of the built site where the server, too, says the policy."""
    with serving(built.folder, HEADERS) as address:
        yield address


@pytest.mark.parametrize("place", ["server", "strict", "folder"])
def test_nothing_we_do_is_kept_from_being_done(browser, server, strict, unpacked, place):
    """No page of ours needs more than its policy allows, from a server or from a folder, whatever a reader does."""
    heard, server = [], strict if place == "strict" else server
    for path in (*KINDS, "en/", "en/2024-2025/learners/"):
        page = opened(browser, server + path if place != "folder" else (unpacked / path / "index.html").as_uri())
        used(page)
        heard += [(path, one) for one in page.evaluate("heard")]
        if path == "en/":
            search = page.locator(".md-search__input")
            for _ in range(100):  # its script may still be on its way
                search.click()
                page.wait_for_timeout(100)
                if page.locator("#__search").is_checked():
                    break
                search.blur()
            page.keyboard.type("learners")
            page.wait_for_selector(".md-search-result__item a")
            heard += page.evaluate("heard")
        page.context.close()
    assert heard == []


def test_no_other_site_shows_a_page_within_its_own(browser, strict, server):
    """Where the server says so; a page cannot say it of itself."""
    for address, shown in ((strict, False), (server, True)):
        page = browser.new_page()
        page.set_content(f'<iframe src="{address}"></iframe>', wait_until="load")
        page.wait_for_timeout(500)
        assert any(frame.title() for frame in page.frames[1:]) == shown
        page.close()


SCRIPTS = (
    f'<img src="x.png" onerror="{RUN}">',
    f'<details open ontoggle="{RUN}"></details>',
    f'<iframe srcdoc="<script>parent.{RUN}</script>"></iframe>',
    f'<iframe src="javascript:parent.{RUN}"></iframe>',
)
ERRANDS = (
    '<img src="https://evil.example/x.png">',
    '<link rel="stylesheet" href="https://evil.example/x.css">',
    '<iframe src="https://evil.example/"></iframe>',
    '<form action="https://evil.example/"><button>x</button></form>',
)


def brought(page, html):
    """Bring HTML into a page as a script would that takes words for it; give why each request for it failed."""
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.failure))
    page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", html)
    page.evaluate("document.querySelector('body > form button')?.click()")
    page.wait_for_timeout(300)
    return failed


@pytest.mark.parametrize("path", ["2024-2025/learners/", "2024-2025/print/"])
def test_what_a_stranger_brings_in_is_not_done(browser, server, path):
    """HTML that gets into a page all the same runs nothing, fetches nothing and sends nothing."""
    for html in (*SCRIPTS, *ERRANDS):
        page = opened(browser, server + path)
        assert set(brought(page, html)) <= {"csp"}, html
        assert page.evaluate("window.ran") is None, html
        assert page.url == server + path
        page.context.close()


def test_without_a_policy_it_would_be_done(browser, server):
    """The measure sees what the policy prevents."""
    for html in SCRIPTS:
        page = opened(browser, server + "2024-2025/learners/", bypass_csp=True)
        brought(page, html)
        assert page.evaluate("window.ran") == 1, html
        page.context.close()


@pytest.fixture(scope="module")
def attacked(prepared, tmp_path_factory):
    """The address of the tiny report with tags in all that the theme's scripts take as HTML, though no check let it by."""
    root = shutil.copytree(prepared, tmp_path_factory.mktemp("attacked") / "small", symlinks=True)
    headings = "".join(f"\n## {LONG}{typed} {{ #a-{number} }}\n" for number, typed in enumerate(TYPED.values()))
    titled = "".join(f'\n[x](index.md "{typed}")\n' for typed in TYPED.values() if "`" not in typed)
    for language in ("lv", "en"):
        page = root / f"docs/{language}/2020-2021/learners.md"
        page.write_text(page.read_text("utf-8") + headings + titled + "\nZBC.\n", "utf-8")
    edit(root / "data/terms.yml", "lv: Ziemas bērnu centrs", f'lv: "Ziemas {TYPED["named"]} {TYPED["decimal"]}"')
    book, _found = read_book(root)
    pages = [
        replace(page, front_matter={**page.front_matter, "title": f"{LONG}{typed} {page.front_matter['title']}"})
        for page, typed in zip(book.pages, cycle(TYPED.values()), strict=False)
    ]
    book = replace(book, pages=tuple(pages))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PDF", "0")
        assert building.build(book, root, root / "site") == 0
    with serving(root / "site") as address:
        yield address


def test_titles_stay_words(browser, attacked):
    """Whatever a reader points at, a heading, a title or a word explained, is no HTML, even without any policy."""
    page = opened(browser, attacked + "2020-2021/learners/", bypass_csp=True)
    shown = page.locator(".md-nav .md-ellipsis:visible, article [title]:visible")
    assert shown.count() > 2 * len(TYPED)
    tooltips = 0
    for element in shown.all():
        page.mouse.move(0, 0)
        element.hover(force=True)
        page.wait_for_timeout(300)
        tooltips += page.locator(".tip:visible").count()
        assert page.locator(".tip *").count() == 0
        assert page.evaluate("window.ran") is None, element.evaluate("e => e.outerHTML")
    assert tooltips >= len(TYPED)
