"""What MkDocs and Material put round the content of a page: its frame, in which there is a place for the content.

Plain `mkdocs build` goes by `engine`; it is the same as is done here for all pages, and takes longer.
"""

import logging
import re
import tempfile
from collections.abc import Callable, Iterator
from copy import copy
from pathlib import Path
from typing import Any, TypeVar

from mkdocs.commands.build import _build_theme_template, get_context
from mkdocs.config import load_config
from mkdocs.config.config_options import PathSpec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure import StructureItem
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import Navigation, Section, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.yaml import yaml_load

from macros.data.schema import Site
from macros.html.pictures import FAVICON, TOUCH_ICON
from macros.html.render import Renderer
from macros.html.templates import compiled
from macros.pages.address import language_folder
from macros.pages.files import FILES
from macros.show.joined import stands_aside
from macros.site.assets import names, way_up
from macros.site.dress import belongs, in_search, mark, of_page, of_site, of_years, titled
from macros.site.language import NotBuilt

_BRANCH = re.compile(r"edit/([^/]+)/")
NOT_FOUND = "404.html"
"""What the theme makes that is a page, too."""
_Made = TypeVar("_Made")
_logger = logging.getLogger("mkdocs")


class _Listener(logging.Handler):
    """Hears what MkDocs complains of, which then writes it nowhere."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.heard = []

    def emit(self, record):
        self.heard.append(f"{record.levelname}: {record.getMessage()}\n")


def strictly(make: Callable[[], _Made], *, strict: bool = True) -> _Made:
    """Give what `make` makes with MkDocs. Raises NotBuilt where that ends, or, if `strict`, complains of anything."""
    listener, made = _Listener(), None
    _logger.handlers, _logger.propagate = [listener], False
    _logger.setLevel(logging.INFO)
    try:
        made = make()
    except (SystemExit, MkDocsException) as end:
        raise NotBuilt("".join([*listener.heard, f"{end}\n"])) from None
    if strict and listener.heard:
        raise NotBuilt("".join(listener.heard))
    return made


def settings(file: Path, site_url: str | None = None) -> MkDocsConfig:
    """Give what MkDocs makes of a file of settings, without the plugin that calls `engine`. Raises as MkDocs does."""
    with file.open("rb") as typed:
        told = yaml_load(typed)
    plugins = (told.get("plugins") if isinstance(told, dict) else None) or {}
    if isinstance(plugins, dict):
        others: Any = {name: options for name, options in plugins.items() if name != "macros"}
    else:
        others = [one for one in plugins if one != "macros" and "macros" not in one]
    return load_config(str(file), hooks=[], plugins=others, strict=True, site_url=site_url)


def addresses(config: MkDocsConfig, language: str) -> tuple[str, str]:
    """Give the address of the whole site, and that below which the repository shows its files.

    Where no edit links lead there, the latter is empty.
    """
    branch = _BRANCH.match(config["edit_uri"] or "")
    repository = f"{config['repo_url'].rstrip('/')}/blob/{branch[1]}/" if branch and config["repo_url"] else ""
    return (config["site_url"] or "").removesuffix(language_folder(language)), repository


def prepare(config: MkDocsConfig, renderer: Renderer) -> None:
    """Let MkDocs know of a language of the report."""
    config["exclude_docs"] = PathSpec().run_validation("\n".join(f"*{ending}" for ending in FILES))  # see `outputs`
    folder = language_folder(renderer.language)
    if folder and config["site_url"]:  # SITE_URL is the whole site's; English lives below it
        config["site_url"] = config["site_url"].rstrip("/") + f"/{folder}"
    config["nav"] = titled(config["nav"], renderer.site, renderer.language)
    shown = of_site(renderer) | of_years(renderer)
    up = way_up(renderer.language, Path(config["site_dir"]))
    shared = {name: up + path for name, path in names(Path(config["config_file_path"]).parent).items()}
    config["theme"]["favicon"] = up + FAVICON
    own = {"assets": shared, "touch_icon": up + TOUCH_ICON, "menu": lambda nav, page: menu(renderer.site, nav, page)}
    config["extra"]["report"] = shown | own


def dress(page: Page, renderer: Renderer) -> None:
    """Tell MkDocs what stands at the top of a page, and what the search makes of it."""
    site, path, marked = renderer.site, page.file.src_uri, mark(renderer.site, renderer.language)
    page.meta.clear()
    page.meta.update(of_page(renderer, path), render_macros=False, search=in_search(site, path))
    page.title = page.meta["title"]
    if page.is_index and page.meta["preparing"] and page.parent:
        page.parent.title = page.parent.title.removesuffix(marked) + marked


def menu(site: Site, nav: Navigation, page: Page | None) -> Navigation:
    """Give the pages that `belong` in the menu of a page, and let its arrows lead no further, nor to what is aside."""
    stands = belongs(site, page.file.src_uri if page else None)
    items = [*_standing(nav.items, stands)]
    own = Navigation(items, [*_pages(items)])
    if page in own.pages:
        way = [one for one in own.pages if one is page or not stands_aside(one.file.src_uri)]
        at = way.index(page)
        page.previous_page, page.next_page = [None, *way][at], [*way, None][at + 1]
    return own


def _standing(items: list[StructureItem], stands: Callable[[str], bool]) -> Iterator[StructureItem]:
    """Yield what is left of a menu of the pages that stand in it."""
    for item in items:
        if isinstance(item, Section):
            if inside := [*_standing(item.children, stands)]:
                section = copy(item)
                section.children = inside
                yield section
        elif not isinstance(item, Page) or stands(item.file.src_uri):
            yield item


def _pages(items: list[StructureItem]) -> Iterator[Page]:
    for item in items:
        if isinstance(item, Page):
            yield item
        elif isinstance(item, Section):
            yield from _pages(item.children)


def tight(page: str) -> str:
    """Give a page, or a frame, without the empty lines and indents that its templates leave, but for its article."""
    before, mark, rest = page.partition("<article")
    article, end, after = rest.rpartition("</article>")
    return "".join([_lines(before), mark, article, end, _lines(after)])


def _lines(html):
    return "\n".join(line for line in (line.strip(" \t\r") for line in html.split("\n")) if line)


class Frames:
    """MkDocs and Material, set up for a language: they make frames, and what else the theme makes."""

    def __init__(self, renderer: Renderer, config: MkDocsConfig) -> None:
        """Take the renderer, and the settings of its language."""
        self.config = config
        prepare(config, renderer)
        self._files = get_files(self.config)
        set_exclusions(self._files, self.config)
        self._nav = get_navigation(self._files, self.config)
        self._documents = self._files.documentation_pages()
        self._pages = {file.src_uri: file.page for file in self._documents if file.page}
        for page in self._pages.values():
            dress(page, renderer)
        self._templates = self.config.theme.get_env()
        self._templates.bytecode_cache = compiled()

    def frame(self, path: str, headings: list[Any], place: str) -> str:
        """Give what stands round the content of the page at `path`, in which `place` stands for it."""
        page = self._pages[path]
        page.content, page.toc = place, get_toc(headings)
        page.active = True
        try:
            context = get_context(self._nav, self._documents, self.config, page)
            return tight(self._templates.get_template("main.html").render(context))
        finally:
            page.active = False

    def others(self) -> dict[str, bytes]:
        """Give what the theme makes besides pages; in its index for the search there is nothing yet."""
        with tempfile.TemporaryDirectory() as folder:
            self.config.site_dir = folder
            self.config.plugins.on_config(self.config)
            for name in self.config.theme.static_templates:
                _build_theme_template(name, self._templates, self._files, self.config, self._nav)
            self.config.plugins.on_post_build(config=self.config)
            files = [file for file in Path(folder).rglob("*") if file.is_file()]
            made = {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(files)}
            return made | {NOT_FOUND: tight(made[NOT_FOUND].decode()).encode()}
