"""What a reader waits for: little, once for both languages, and nothing that moves what is there already."""

import gzip
import re
from urllib.parse import urljoin

import brotli
import pytest
from addresses import EDITION, KINDS, is_paper
from bench.projects import of_years
from browsers import until
from project import LANGUAGES, ROOT, files

from macros.report.opened import read_book
from macros.site.assets import assets, names
from macros.site.language import Language
from macros.site.twins import ENDINGS, TWINS, twins_of

pytestmark = pytest.mark.slow

READ = [kind for kind in KINDS if kind != EDITION]
SHIFTED = """window.shifts = [];
    new PerformanceObserver(list => shifts.push(...list.getEntries().flatMap(
        one => one.sources.map(({ node }) => `${one.value.toFixed(4)} ${node?.outerHTML?.slice(0, 80)}`))))
        .observe({ type: "layout-shift", buffered: true })"""
PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0"


def test_all_pages_share_one_sheet_and_one_script(built):
    """Both languages have the same files, whose names tell their content; no page waits for another."""
    shared = {name: f"https://x.invalid/{path}" for name, path in names(ROOT).items()}
    for path, page in built.pages.items():
        loaded = page.xpath("//link[@rel='stylesheet']/@href | //script/@src")
        found = [urljoin(f"https://x.invalid/{path}", one) for one in loaded]
        wanted = ["print.css"] if is_paper(path) else ["report.css", "report.js"]
        assert found == ([] if path == "pieklustamibas-pazinojums/" else [shared[name] for name in wanted]), path


def test_there_is_nothing_else_beside_pages(built):
    """Of Material's files the site has none but what it made of them; a language adds the words of its search."""
    found = {name for name in files(built.folder) if "assets/" in name and not name.endswith(tuple(TWINS))}
    icons = {"assets/images/favicon.svg", "assets/images/touch-icon.png"}
    workers = {name for name in found if re.search(r"^(en/)?assets/immutable/worker\.\w+\.js$", name)}
    assert len(workers) == 2
    assert found == {*assets(ROOT), *icons, *workers}
    assert not list(built.folder.rglob("*.map"))


HEADER = bytes.fromhex("1f8b 08 00 00000000 02 03")
"""How a gzip begins that bears neither name nor time, is as small as it gets and made on Unix: with any Python the same."""


def test_each_text_has_its_compressed_twins(built):
    """They say the same, take less, and bear neither time nor name; what is compressed as it is has none."""
    site = files(built.folder)
    texts = {name: text for name, text in site.items() if name.endswith(ENDINGS) and "sitemap.xml" not in name}
    assert len(texts) > 100
    for name, text in texts.items():
        assert brotli.decompress(site[f"{name}.br"]) == text
        assert gzip.decompress(site[f"{name}.gz"]) == text
        assert site[f"{name}.gz"][:10] == HEADER
    twins = {name for name in site if name.endswith(tuple(TWINS))} - {"sitemap.xml.gz", "en/sitemap.xml.gz"}
    assert twins == {name + ending for name in texts for ending in TWINS}


LATER, FIRST = 12_000, 30_000
"""How much a page may take, and how much with sheet, script and icon, which are not asked for again."""


def shared(folder, page=""):
    """Give how much sheet, script and icon of a page take; what looks like paper has but its sheet."""
    asked = [*(names(ROOT)[name] for name in ("report.css", "report.js")), "assets/images/favicon.svg"]
    return sum(
        (folder / f"{name}.br").stat().st_size for name in ([names(ROOT)["print.css"]] if is_paper(page) else asked)
    )


@pytest.mark.parametrize("years", [1, 2])
def test_a_visit_is_light(built, years, request):
    """All pages of both languages, of a report and of one that had a year before it: at first, and later.

    The print edition, which is all of them, is as light as a first visit.
    """
    folder = built.folder if years == 1 else request.getfixturevalue("opened_site") / "site"
    found = [file.relative_to(folder).as_posix() for file in folder.rglob("index.html")]
    sizes = {page: (folder / f"{page}.br").stat().st_size for page in found}
    assert len(sizes) > 60
    assert {page: size for page, size in sizes.items() if size + shared(folder, page) > FIRST} == {}
    assert {page: size for page, size in sizes.items() if size > LATER and "/print/" not in page} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_years_do_not_weigh(built, tmp_path, language):
    """After five years, of which each has all figures, the pages of the last and those of no year take no more."""
    book, _found = read_book(of_years(tmp_path / "many", 5))
    made = Language(book, tmp_path / "many", language)
    sizes = {
        page.path: len(twins_of(made.page(page), ".html")[".br"])
        for page in made.pages
        if page.year in (None, max(book.site.years))
    }
    assert {"all-figures.md", "years.md", "data.md", "2024-2025/numbers.md"} <= sizes.keys()
    assert {path: size for path, size in sizes.items() if size > min(LATER, FIRST - shared(built.folder))} == {}


def late(pattern, page):
    """Let files come half a second late."""
    page.route(pattern, lambda route: (page.wait_for_timeout(500), route.continue_()))


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("slow", [False, True])
def test_nothing_moves(browser, server, width, slow):
    """Whether its script comes at once or late, nothing on a page jumps."""
    wrong = []
    for path in READ:
        page = browser.new_context(viewport={"width": width, "height": 844}).new_page()
        page.add_init_script(SHIFTED)
        if slow:
            late("**/report.*.js", page)
        page.goto(server + path)
        until(page, PAINTED)
        page.wait_for_timeout(300)
        wrong += [(path, shift) for shift in page.evaluate("shifts")]
        page.context.close()
    assert wrong == []


def test_the_measure_sees_what_moves(browser, server):
    """What is put above the text once that is seen is told of."""
    page = browser.new_page()
    page.add_init_script(SHIFTED)
    page.goto(f"{server}2024-2025/learners/")
    until(page, PAINTED)
    page.evaluate("() => document.querySelector('article').prepend(document.createElement('hr'))")
    until(page, "shifts.length > 0")


def test_a_page_asks_for_four_files(browser, server):
    """Page, sheet, script and icon are all that a first visit asks for; the next page, and the other language, itself."""
    with browser.new_context() as context:
        page, asked = context.new_page(), []
        page.on("response", lambda answer: answer.from_service_worker or asked.append(answer.url.removeprefix(server)))
        page.goto(server + "2024-2025/learners/")
        page.wait_for_timeout(500)
        assert len(asked) <= 4
        page.goto(server + "en/2024-2025/learners/")
        page.wait_for_timeout(500)
        assert {re.sub(r".*assets/", "assets/", one) for one in asked[4:]} - {*asked} == set()


def test_what_a_person_turns_to_comes_then(browser, server):
    """What explains words and numbers, the source of a number and the search are fetched when asked for, and once."""
    page, asked = browser.new_page(), []
    page.on("request", lambda request: asked.append(re.sub(r"\.\w{12}(?=\.js)", "", request.url.rpartition("/")[2])))
    late("**/beside.*.js", page)
    page.goto(f"{server}2024-2025/learners/")
    page.wait_for_timeout(500)
    asked.clear()
    page.locator("article abbr[title]").first.hover()
    page.wait_for_selector(".tip:visible")
    page.locator("article a.bound").first.click()
    page.wait_for_selector(".number-source:visible")
    page.keyboard.press("Escape")
    assert asked == ["beside.js", ""]
    page.locator(".md-search__input").focus()
    page.keyboard.type("audzekniem")
    page.wait_for_selector(".md-search-result__item a")
    assert {*asked[2:]} == {"search.js", "worker.js", "search_index.json"}
    page.close()


def test_a_number_leads_to_its_source_though_nothing_comes(browser, server):
    """Where the script does not come, its link is followed."""
    page = browser.new_page()
    page.route("**/beside.*.js", lambda route: route.abort())
    page.goto(f"{server}2024-2025/learners/")
    page.locator("article a.bound").first.click()
    page.wait_for_url(f"{server}2024-2025/numbers/#row-*")
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_slow_search_finds_what_was_typed_meanwhile(browser, server, width):
    """The search opens at once; words typed before what searches has come are looked for when it comes."""
    page = browser.new_context(viewport={"width": width, "height": 844}).new_page()
    late("**/search.*.js", page)
    page.goto(f"{server}2024-2025/targets/")
    page.locator(".md-search__input").focus()
    assert page.locator("#__search").is_checked()
    page.keyboard.type("audzekniem")
    page.wait_for_selector(".md-search-result__item a")
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()


def test_all_is_read_without_scripts(browser, server):
    """Pages, menu and links are there, and nothing that only a script could make work."""
    with browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto(f"{server}2024-2025/learners/")
        assert page.locator("article table").first.is_visible()
        assert page.locator(".md-search:visible, .number-tools:visible, .md-top:visible").count() == 0
        page.click("header [for=__drawer]")
        page.click(".md-nav--primary >> text=1.2. >> visible=true")
        page.wait_for_url(f"{server}2024-2025/targets/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_reader(browser, server, scheme):
    """A page has the colours of the system from the first moment, and those chosen on all pages of both languages."""
    other = {"light": "slate", "dark": "default"}[scheme]
    own = {"light": "default", "dark": "slate"}[scheme]
    with browser.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(server)
        seen = "[document.body.dataset.mdColorScheme, document.querySelector('[name=color-scheme]').content]"
        assert page.evaluate(seen) == [own, scheme]
        page.locator("header [data-md-component=palette] label:visible").click()
        assert page.evaluate("document.body.dataset.mdColorScheme") == other
        page.goto(f"{server}en/about/")
        assert page.evaluate("document.body.dataset.mdColorScheme") == other
