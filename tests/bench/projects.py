"""The projects that are measured: the report as several years, and its words as a plain project of MkDocs would have them."""

import json
import re
import shutil
import sys
from pathlib import Path

import lxml.html

from macros.history.new_year.pages import set_side_by_side
from macros.show.joined import FIGURES_OF_YEARS, YEARS

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from first_year import closed_again  # noqa: E402 – beside the tests

NEWEST = 2024
LANGUAGES = ("lv", "en")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?:(\.?/)(20)?(\d\d)(?!\d))?(?!\d)")


def earlier(text: str, by: int) -> str:
    """Give a text with all its years, and school years, so much earlier."""

    def shifted(found: re.Match[str]) -> str:
        year, mark, century, second = found.groups()
        if not mark:
            return f"{int(year) - by}"
        return f"{int(year) - by}{mark}{century or ''}{(int(second) - by) % 100:02d}"

    return _YEAR.sub(shifted, text)


def of_years(folder: Path, count: int) -> Path:
    """Make the project at a `folder` that has so many years, all as the newest but for their dates."""
    for name in ("data", "docs", "theme", "macros"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / name, folder)
    closed_again(folder)
    newest = f"{NEWEST}-{NEWEST + 1}"
    for by in range(1, count):
        year = earlier(newest, by).replace(f"-{NEWEST + 1}", f"-{NEWEST + 1 - by}")
        for above in (folder / "data", *(folder / "docs" / language for language in LANGUAGES)):
            for file in sorted((above / newest).rglob("*")):
                copy = above / year / file.relative_to(above / newest)
                if file.is_file():
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    is_text = file.suffix in (".md", ".yml") and file.name != "report.yml"
                    copy.write_bytes(earlier(file.read_text("utf-8"), by).encode() if is_text else file.read_bytes())
        _told(folder, newest, year, by)
    if count > 1:
        menu = folder / "mkdocs.yml"
        first = f"  - {newest.replace('-', '/')}:"
        joined = f"  - {YEARS}\n  - {FIGURES_OF_YEARS}\n{first}"
        menu.write_text(menu.read_text("utf-8").replace(first, joined), "utf-8")
        for language in LANGUAGES:
            set_side_by_side(folder / "docs" / language)
    for language in LANGUAGES:  # of drafts, the site leads with the first
        front = folder / "docs" / language / "index.md"
        before, mark, rest = front.read_text("utf-8").partition("\n## ")
        leading, years, after = rest.partition("\n## ")
        front.write_text(before + mark + earlier(leading, count - 1) + years + after, "utf-8")
    return folder


def _told(folder, newest, year, by):
    """Name a year in the menu and in the list of years, below all that are there."""
    menu = folder / "mkdocs.yml"
    text = menu.read_text("utf-8")
    own = re.search(rf"  - {newest.replace('-', '/')}:\n(?:      - .*\n)+", text)[0]
    whole = "".join(re.findall(r"  - 20\d\d/20\d\d:\n(?:      - .*\n)+", text))
    menu.write_text(
        text.replace(
            whole, whole + own.replace(newest, year).replace(newest.replace("-", "/"), year.replace("-", "/"))
        ),
        "utf-8",
    )
    for language in LANGUAGES:
        front = folder / "docs" / language / "index.md"
        lines = front.read_text("utf-8")
        entries = re.findall(r"^- \[.*\]\(20\d\d-20\d\d/index\.md\)\n", lines, re.MULTILINE)
        front.write_text(lines.replace(entries[-1], entries[-1] + earlier(entries[0], by)), "utf-8")


SETTINGS = """site_name: Same words
site_url: https://example.org/
docs_dir: docs/{language}
site_dir: site/{language}
theme: {{ name: material, language: {language}, font: false, features: [navigation.footer, navigation.indexes, toc.follow] }}
plugins: [search, {{ macros: {{ module_name: {language} }} }}]
markdown_extensions: [admonition, attr_list, md_in_html, sane_lists, tables, {{ toc: {{ permalink: true }} }}]
"""
MACROS = '''"""Macros as they are usually written."""

import json
from pathlib import Path

import yaml

HERE = Path(__file__).parent


def define_env(env):
    """Read all data once, and show what is there already."""
    folders = [folder for folder in sorted((HERE / "data").iterdir()) if folder.is_dir()]
    data = {folder.name: {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in folder.glob("*.yml")} for folder in folders}
    shown = json.loads((HERE / "shown-LANGUAGE.json").read_text("utf-8"))

    def here():
        return shown.get(env.page.url.strip("/"), {})

    @env.macro
    def value(name, noun=None, year=None):
        at = data.get(year or env.page.url.split("/")[0], data[max(data)])
        for key in name.split("."):
            at = at.get(key, {}) if isinstance(at, dict) else {}
        words = at.get("LANGUAGE", "123") if isinstance(at, dict) else at
        return f"{words} {noun}" if noun else str(words)

    @env.macro
    def table(name, year=None):
        return here().get("table-" + name.replace("_", "-").replace(".", "-"), "")

    @env.macro
    def figure(name, year=None):
        return here().get("figure-" + name.replace("_", "-").replace(".", "-"), "")

    @env.macro
    def claim(name, year=None):
        return f"Claim {name} holds."

    @env.macro
    def literal(words, reason):
        return words

    env.variables["list"] = lambda name, year=None: "- one\\n- two"
'''


def plain(project: Path, site: Path, folder: Path) -> Path:
    """Make a plain project of the pages of one that is built at `site`: the same words, calls, tables and charts."""
    shutil.copytree(project / "data", folder / "data")
    for language in LANGUAGES:
        shutil.copytree(project / "docs" / language, folder / "docs" / language)
        (folder / f"{language}.py").write_text(MACROS.replace("LANGUAGE", language), "utf-8")
        (folder / f"{language}.yml").write_text(SETTINGS.format(language=language), "utf-8")
        shown = json.dumps(dict(_shown(site, language)), ensure_ascii=False)
        (folder / f"shown-{language}.json").write_text(shown, "utf-8")
    return folder


def _shown(site, language):
    """Yield the address of each page with its tables in Markdown and its charts as they are."""
    top = site / "en" if language == "en" else site
    for file in sorted(top.rglob("index.html")):
        path = file.parent.relative_to(top)
        if "print" in path.parts or (language == "lv" and path.parts[:1] == ("en",)):
            continue
        page = lxml.html.parse(str(file)).getroot()
        parts = {table.get("id"): _markdown(table) for table in page.find_class("data-table")}
        for chart in page.find_class("figure"):
            parts[chart.get("id")] = lxml.html.tostring(chart, encoding="unicode", with_tail=False).replace("\n", " ")
        yield path.as_posix().strip("."), parts


def _markdown(table):
    rows = [[_words(cell) for cell in row.xpath("./td|./th")] for row in table.iter("tr")]
    width = max(map(len, rows), default=1)
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    captions = [f"**{_words(caption)}**\n" for caption in table.iter("caption")]
    return "\n".join([*captions, *lines[:1], "|" + "---|" * width, *lines[1:]])


def _words(element):
    return " ".join(element.text_content().split()).replace("|", "/")
