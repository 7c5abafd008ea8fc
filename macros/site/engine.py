"""Where MkDocs is handed what the program has made: mkdocs-macros loads this file and calls `define_env`.

A page's content comes from `html.page`, what stands beside the pages from `outputs`; MkDocs puts Material's templates
round it.
"""

import html
import re
from functools import partial
from pathlib import Path, PurePosixPath

from markdown.extensions import Extension
from mkdocs.config.config_options import PathSpec
from mkdocs.exceptions import PluginError
from mkdocs_macros.plugin import MacrosPlugin

from macros.check import open_book
from macros.data.schema import Site
from macros.html.page import PageMaker
from macros.html.palette import BRAND
from macros.html.policy import ON_PAGES
from macros.html.preview import HEIGHT, PICTURE, TOUCH_ICON, WIDTH, card
from macros.html.render import Renderer
from macros.html.wording import inert
from macros.pages.address import language_folder
from macros.pages.files import FILES
from macros.show.outline import CORRECTIONS, DISCREPANCIES, NUMBERS
from macros.site.given import GIVEN
from macros.site.outputs import write_outputs
from macros.words.language import school_year
from macros.words.problems import Problems

_BRANCH = re.compile(r"edit/([^/]+)/")
_YEARS = re.compile(r"\b(\d{4})/(\d{4})\b")
LAST = 0.2
"""How much a page counts in the search that is to come after the others."""
RANKS = {"glossary": 2, DISCREPANCIES: LAST, CORRECTIONS: LAST}
"""How much pages count that do not count 1: who types an abbreviation first wants to know what it means."""


def define_env(env: MacrosPlugin) -> None:
    """Make ready one language of the site, after proving that data and pages agree.

    Raises PluginError with all problems at once, so that MkDocs ends cleanly. Where the book is given (`given`), it is
    taken as it is.
    """
    given, conf = GIVEN.get(), env.conf
    book, reasons = (given.book, given.reasons) if given else (_sound(Path(env.project_dir)), False)
    language = conf["theme"]["language"]
    renderer = Renderer(book, language, _repository(conf), reasons=reasons)
    made = _Made(renderer)
    conf["markdown_extensions"][:] = [made]
    files = "\n".join(f"*{ending}" for ending in FILES)
    conf["exclude_docs"] = PathSpec().run_validation(files)  # what pages show of them comes from `outputs`
    if folder := language_folder(language):  # SITE_URL is the whole site's; English lives below it
        conf["site_url"] = conf["site_url"].rstrip("/") + f"/{folder}"
    conf["nav"] = _titled(conf["nav"], language)
    conf["extra"]["report"] = _for_templates(renderer)
    env.macros.clear()  # the plugin's own macros tell of the machine and the time
    env.pre_macro_functions.append(partial(_hand_over, made))
    env.post_build_functions.append(lambda env: write_outputs(renderer, Path(env.conf["site_dir"])))


def _sound(root):
    try:
        return open_book(root)
    except Problems as problems:
        raise PluginError(f"\n{problems}") from None


def _repository(conf):
    """Give the address below which the repository shows its files, or None where no edit links lead there."""
    branch = _BRANCH.match(conf["edit_uri"] or "")
    return f"{conf['repo_url'].rstrip('/')}/blob/{branch[1]}/" if branch and conf["repo_url"] else None


def _titled(nav, language):
    """Give a list of pages whose titles write school years as the language does; all languages share the list."""
    if isinstance(nav, list):
        return [_titled(one, language) for one in nav]
    if not isinstance(nav, dict):
        return nav
    return {
        _YEARS.sub(lambda years: school_year("-".join(years.groups()), language), str(title)): _titled(pages, language)
        for title, pages in nav.items()
    }


def _for_templates(renderer):
    """Give what the templates of theme/ show of the report."""
    site, language = renderer.site, renderer.language
    return {
        "words": {key: html.escape(text.in_(language)) for key, text in site.words.labels},
        "centre": {key: renderer.value(f"centre.{key}") for key in ("name", "short_name")},
        "website": site.centre.website,
        "previews": {
            year: {"address": f"{year}/{PICTURE}", "alt": html.escape(card(renderer, year).alt)} for year in site.years
        },
        "preview_size": (WIDTH, HEIGHT),
        "latest": site.latest,
        "touch_icon": TOUCH_ICON,
        "theme_color": BRAND,
        "policy": ON_PAGES,
        "preparing": sorted(site.preparing),
    }


class _Made(Extension):
    """Gives MkDocs the content that `html.page` has made, in the place of its own rendering; `path` is the page's."""

    def __init__(self, renderer):
        super().__init__()
        self._maker = PageMaker(renderer)
        self.book, self.language = renderer.book, renderer.language
        self.path = None

    def extendMarkdown(self, md):  # noqa: N802 – the library's name
        """MkDocs makes a Markdown for each page and asks it to convert; that is the one thing it is asked for."""

        def convert(_text):
            try:
                content = self._maker.content(self.book.page(self.language, self.path))
            except Problems as problems:
                raise PluginError(f"\n{problems}") from None
            md.toc_tokens = content.headings
            return content.html

        md.convert = convert


def _hand_over(made, env):
    """Say which page is at hand and what stands at its top; nothing in it is for Jinja to run, whatever it says."""
    made.path = env.page.file.src_uri
    page = made.book.page(made.language, made.path)
    words = {key: html.escape(inert(value)) for key, value in (page.front_matter or {}).items()}
    if page.year in made.book.site.preparing:
        mark = f" – {html.escape(made.book.site.words.labels.status_preparing.in_(made.language))}"
        if env.page.is_index:
            words["title"] = words.get("title", "") + mark
            if env.page.parent and not env.page.parent.title.endswith(mark):
                env.page.parent.title += mark
    _pass_over(env.page, made.book.site)
    env.page.meta.clear()
    env.page.meta.update(words, render_macros=False, search=in_search(made.book.site, made.path))


def _pass_over(page, site):
    """Let no arrow lead from a page to a year that is being prepared, unless it is of that year."""

    def hidden(other):
        year = other and site.year_of(other.file.src_uri)
        return year in site.preparing and year != site.year_of(page.file.src_uri)

    while hidden(page.next_page):
        page.next_page = page.next_page.next_page
    while hidden(page.previous_page):
        page.previous_page = page.previous_page.previous_page


def in_search(site: Site, path: str) -> dict[str, float]:
    """Give what Material's search makes of the page at `path`: nothing, or how much it counts.

    It passes over a year that is being prepared, and over the page that repeats all figures, so that it finds those
    where they are told of. It puts pages of earlier years, and those that tell of the data, after the others.
    """
    page = PurePosixPath(path)
    if page.stem == NUMBERS or site.year_of(path) in site.preparing:
        return {"exclude": True}
    return {"boost": LAST if str(page.parent) in site.years.keys() - {site.latest} else RANKS.get(page.stem, 1)}
