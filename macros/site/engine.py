"""Where MkDocs is handed what the program has made: mkdocs-macros loads this file and calls `define_env`.

A page's content comes from `html.page`, what stands beside the pages from `outputs`; MkDocs puts Material's templates
round it. So does `frames`, which `report build` goes by: it is quicker, and the site is the same.
"""

import shutil
from functools import partial
from pathlib import Path

from markdown.extensions import Extension
from mkdocs.exceptions import PluginError
from mkdocs_macros.plugin import MacrosPlugin

from macros.check import open_book
from macros.html.page import PageMaker
from macros.html.render import Renderer
from macros.pages.address import address
from macros.site.assets import assets, way_up
from macros.site.dress import unfilled, year_in_search
from macros.site.frames import NOT_FOUND, addresses, dress, prepare, tight
from macros.site.outputs import outputs, write
from macros.site.search import part_rows, worker_from_index
from macros.words.problems import Problems


def define_env(env: MacrosPlugin) -> None:
    """Make ready one language of the site, after proving that data and pages agree.

    Raises PluginError with all problems at once, so that MkDocs ends cleanly.
    """
    conf = env.conf
    language = conf["theme"]["language"]
    site_url, repository = addresses(conf, language)
    root = Path(env.project_dir)
    renderer = Renderer(_sound(root), language, repository, site_url=site_url)
    made = _Made(renderer)
    conf["markdown_extensions"][:] = [made]
    prepare(conf, renderer)
    env.macros.clear()  # the plugin's own macros tell of the machine and the time
    env.pre_macro_functions.append(partial(_hand_over, made))
    env.post_build_functions.append(lambda env: _add_outputs(renderer, root, Path(env.conf["site_dir"])))


def _add_outputs(renderer, root, folder):
    """Add what stands beside the pages, in the place of what MkDocs has copied of the theme."""
    shutil.rmtree(folder / "assets", ignore_errors=True)
    write(outputs(renderer).items(), folder)
    write(assets(root).items(), folder / way_up(renderer.language, folder))
    nav = renderer.book.nav
    years = {address(path): year_in_search(renderer.site, path, renderer.language) for path in nav}
    part_rows(
        folder,
        worker_from_index(renderer),
        years,
        {address(path): unfilled(renderer.book, path) for path in nav},
    )
    for page in (NOT_FOUND, *(f"{address(path)}index.html" for path in nav)):
        (folder / page).write_text(tight((folder / page).read_text("utf-8")), "utf-8")


def _sound(root):
    try:
        return open_book(root)
    except Problems as problems:
        raise PluginError(f"\n{problems}") from None


class _Made(Extension):
    """Gives MkDocs the content that `html.page` has made, in the place of its own rendering; `path` is the page's."""

    def __init__(self, renderer):
        super().__init__()
        self.renderer, self._maker = renderer, PageMaker(renderer)
        self.path = None

    def extendMarkdown(self, md):  # noqa: N802 – the library's name
        """MkDocs makes a Markdown for each page and asks it to convert; that is the one thing it is asked for."""
        renderer = self.renderer

        def convert(_text):
            try:
                content = self._maker.content(renderer.book.page(renderer.language, self.path))
            except Problems as problems:
                raise PluginError(f"\n{problems}") from None
            md.toc_tokens = content.headings
            return content.html

        md.convert = convert


def _hand_over(made, env):
    """Say which page is at hand and what stands at its top; nothing in it is for Jinja to run, whatever it says."""
    made.path = env.page.file.src_uri
    dress(env.page, made.renderer)
