"""Where the program meets MkDocs; besides this only `hook`, `build` and `draft` know of it.

mkdocs-macros loads it as `module_name: macros/site/engine` and calls `define_env`; MkDocs loads `macros/site/hook.py`,
which builds English after Latvian. Both plain builds give the same site without the hook.
"""

import html
import re
import unicodedata
from pathlib import Path

import mkdocs_macros.plugin
from jinja2.sandbox import ImmutableSandboxedEnvironment
from mkdocs.exceptions import PluginError
from mkdocs.utils import get_relative_url

from macros.check import open_book
from macros.html.illustrate import illustrate, write_figures
from macros.html.preview import HEIGHT, PICTURE, TOUCH_ICON, WIDTH, card, write_icons, write_pictures
from macros.html.render import Renderer
from macros.html.wording import Fragments, extensions
from macros.report.book import CORRECTIONS, DISCREPANCIES, NUMBERS
from macros.report.downloads import write_downloads
from macros.site.search import part_rows, write_search
from macros.words.problems import Problems

# The plugin makes its environment right after `define_env`, under this name; nothing of a page may run (see `pages`).
mkdocs_macros.plugin.Environment = ImmutableSandboxedEnvironment


_BRANCH = re.compile(r"edit/([^/]+)/")
_HEADING = re.compile(r"^# .*$", re.MULTILINE)
LAST = 0.2
"""How much a page counts in the search that is to come after the others."""
RANKS = {"glossary": 2, DISCREPANCIES: LAST, CORRECTIONS: LAST}
"""How much pages count that do not count 1: who types an abbreviation first wants to know what it means."""


def define_env(env):
    """Give pages `value`, `table`, `figure`, `note` and `literal`, after proving that data and pages agree.

    Raises PluginError with all problems at once, so that MkDocs ends cleanly. A `draft` brings the book along,
    whatever is wrong with it.
    """
    language = env.conf["theme"]["language"]
    book = getattr(env.conf, "book", None) or _book(Path(env.project_dir))
    renderer = Renderer(
        book,
        language,
        address=lambda path: get_relative_url(path, env.page.url),
        repository=_repository(env.conf),
        reasons=getattr(env.conf, "reasons", False),
    )
    fragments = Fragments()
    env.conf["markdown_extensions"].extend(extensions(book.site, language, fragments))
    if language != "lv":  # SITE_URL is the whole site's; English lives below it
        env.conf["site_url"] = env.conf["site_url"].rstrip("/") + f"/{language}/"
    env.conf["extra"]["report"] = {
        "words": {key: html.escape(text.in_(language)) for key, text in book.site.words.labels},
        "centre": {key: renderer.value(f"centre.{key}") for key in ("name", "short_name")},
        "website": book.site.centre.website,
        "previews": {
            year: {"address": f"{year}/{PICTURE}", "alt": html.escape(card(renderer, year).alt)}
            for year in book.site.years
        },
        "preview_size": (WIDTH, HEIGHT),
        "latest": book.site.latest,
        "touch_icon": TOUCH_ICON,
    }

    env.macros.clear()  # the plugin's own macros tell of the machine and the time

    def year_of_page(year):
        folder = env.page.file.src_uri.split("/")[0]
        return year or (folder if folder in book.site.years else None)

    @env.macro
    def value(name, noun=None, year=None):
        return fragments.keep(renderer.value(name, noun, year_of_page(year)))

    @env.macro
    def table(name, year=None):
        return fragments.keep(renderer.table(name, year_of_page(year)))

    @env.macro
    def figure(name, year=None):
        return fragments.keep(illustrate(renderer, name, year_of_page(year)))

    @env.macro
    def note(name, year=None):
        return fragments.keep(renderer.note(name, year_of_page(year)))

    @env.macro
    def literal(words, reason):
        return fragments.keep(renderer.literal(words, reason))

    def notice():
        """The English page at hand may have to say that its Latvian has changed; English lies one folder below it."""
        url = env.page.url
        shown = renderer.notice(env.page.file.src_uri, "../" * (url.count("/") + 1) + url)
        return f"\n\n{fragments.keep(shown)}\n" if shown else ""

    env.report_renderer, env.report_notice = renderer, notice


def _book(root):
    try:
        return open_book(root)
    except Problems as problems:
        raise PluginError(f"\n{problems}") from None


def _repository(conf):
    """Give the address below which the repository shows its files, or None where no edit links lead there."""
    branch = _BRANCH.match(conf["edit_uri"] or "")
    return f"{conf['repo_url'].rstrip('/')}/blob/{branch[1]}/" if branch and conf["repo_url"] else None


def on_pre_page_macros(env):
    """Put the notice below the page's heading, in the Markdown, so that the print edition has it too.

    Search passes over the page that repeats all figures, so that it finds those where they are told of. It puts pages
    of earlier years, and those that tell of the data, after the others.
    """
    site, year = env.report_renderer.site, env.page.url.split("/")[0]
    if env.page.file.name == NUMBERS:
        env.page.meta["search"] = {"exclude": True}
    else:
        earlier = year in site.years.keys() - {site.latest}
        env.page.meta["search"] = {"boost": LAST if earlier else RANKS.get(env.page.file.name, 1)}
    env.markdown = unicodedata.normalize("NFC", env.markdown)
    env.markdown = _HEADING.sub(lambda heading: heading[0] + env.report_notice(), env.markdown, count=1)


def on_post_build(env):
    """Put the data of each year and its picture beside its pages, and the icons where pages look for them."""
    folder = Path(env.conf["site_dir"])
    write_downloads(env.report_renderer.site, folder)
    write_figures(env.report_renderer, folder)
    write_pictures(env.report_renderer, folder)
    write_icons(env.report_renderer.site, env.report_renderer.language, folder)
    write_search(env.report_renderer.site, env.report_renderer.language, folder)
    part_rows(folder)
