"""Pages and data come from strangers: whatever they type, nothing of it runs, in our program or in a reader's browser.

Each attack is put into the tiny report, which is then built; where the checks refuse it, nothing is built at all.
What is built is searched for anything alive.
"""

import datetime
import re

import lxml.html
import pytest
import yaml
from project import LANGUAGES, ROOT, SMALL, add_to, build, checked

from macros.html.markdown import UnsafeAddress, Writer
from macros.html.wording import Words
from macros.pages.scan import scan
from macros.report.opened import read_book
from macros.site.language import Language
from macros.words.problems import Problems


class Loose(yaml.SafeLoader):
    """Reads a configuration as it is, but for what only MkDocs knows."""


Loose.add_multi_constructor("!", lambda *_rest: None)

PAGE_ATTACKS = {
    "script": "<script>alert(1)</script>",
    "multi-line tag": "<img\nsrc=x onerror=alert(1)>",
    "raw": "{%\nraw\n%}{{ <script>alert(1)</script> }}{%\nendraw\n%}",
    "braces": '{{ "<script>alert(1)</script>" }}',
    "literal": '{{ literal("1 <script>alert(1)</script>", "x") }}',
    "split link": "[x](\njavascript:alert(1))",
    "definition": "[x][y]\n\n[y]:\n  javascript:alert(1)",
    "definition in quote": "[x][y]\n\n> [y]: javascript:alert(1)",
    "entity link": "[x](java&#115;cript:alert(1))",
    "tab in link": "[x](<java\tscript:alert(1)>)",
    "attributes": '*x*{: onclick="{}alert(1)" }',
    "heading attributes": '## X { #x onclick="alert(1)" style="color:red" }',
    "foreign image": "![x](\nhttps://evil.example/x.png)",
    "foreign image 2": "![[a]](https://evil.example/x.png)",
    "foreign image 3": "![a\nb](//evil.example/x.png)",
    "reference image": "![x][y]\n\n[y]: https://evil.example/x.png",
    "autolink": "<javascript:alert(1)>",
    "data link": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "fragment mark": "\ue0000\ue001 \ue000999\ue001",
    "comment": "<!-- --!><script>alert(1)</script> -->",
    "fence": "```<script>\nalert(1)\n```",
    "box": "> [!NOTE]\n> <script>alert(1)</script>",
    "box of no kind": "> [!<script>alert(1)</script>]\n> x",
    "abbreviation": '*[x]: "><script>alert(1)</script>\n\nx',
}
REFUSED = {name for name in PAGE_ATTACKS if "link" in name or "definition" in name or "image" in name}
"""Those whose address no page is made with, checked or not."""
FRONT_MATTER_ATTACKS = {
    "other end": "title: x\ndescription: y\n...\n# <script>alert(1)</script> { #z }\n",
    "html in title": "title: <img src=x onerror=alert(1)>\ndescription: y\n",
    "html in description": "title: x\ndescription: 'x\"><script>alert(1)</script>'\n",
    "braces in title": "title: '{{ 7 * 7 }}'\ndescription: y\n",
    "quoted key": 'title: x\ndescription: y\n"template": main.html\n',
    "flow": "{title: x, description: y, template: main.html}\n",
}
TEXT_ATTACKS = [
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<script>alert(1)</script>",
    "x <img src=x onerror=alert(1)> y",
    '{{ "\\x3cscript\\x3ealert(1)\\x3c/script\\x3e" }}',
    "{\\{ 7 * 7 }\\}",
    '{{ literal("1 <script>alert(1)</script>", "x") }}',
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "<https://evil.example>",
    '" onmouseover="alert(1)" x="',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\ue0000\ue001",
    "x\n\n<script>alert(1)</script>\n\n- <b onclick=alert(1)>y</b>",
]


ALIVE = (
    "//article//*[self::script or self::iframe or self::object or self::embed or self::style or self::form or self::b]"
    "|//*[self::script or self::style][not(contains(@type, 'json'))][contains(., 'alert(1)')]"
    "|//title//*|//img[not(ancestor::article)]"
)


def alive(page):
    """Give what a stranger brought to life on a page: elements as their tags, attributes as name and value."""
    attributes = [(value.attrname, re.sub(r"[\s\x00-\x20]", "", value).lower()) for value in page.xpath("//@*")]
    return [element.tag for element in page.xpath(ALIVE)] + [
        (name, value)
        for name, value in attributes
        if name.startswith("on")
        or (name == "style" and "red" in value)
        or (name in ("href", "src") and re.match(r"(javascript|data|vbscript):", value))
        or (name == "src" and "evil.example" in value)
    ]


def survives(small, monkeypatch):
    """Build whatever the checks let through and give what is alive in it."""
    monkeypatch.setenv("PDF", "0")
    _book, found = checked(small)
    if any(problem.level == "error" for problem in found):
        return []
    if build(small, small / "site") != 0:
        return []
    pages = [lxml.html.fromstring(file.read_text("utf-8")) for file in sorted((small / "site").rglob("*.html"))]
    return [thing for page in pages for thing in alive(page)]


def unchecked(small):
    """Give the pages as they would be, were it not for the checks; none where what was typed cannot even be read."""
    book, _read = read_book(small)
    if book is None:
        return []
    files = [file for language in LANGUAGES for file in Language(book, small, language).files()]
    return [lxml.html.fromstring(content.decode()) for path, content in files if path.endswith(".html")]


def brought_to_life(small):
    """Give what is alive on the pages as they would be, of which there are some."""
    pages = unchecked(small)
    assert pages
    return [thing for page in pages for thing in alive(page)]


def of_page(book, typed, called=""):
    """Give the HTML of what is typed on a page, where each call gives `called`; nothing for an address that is refused."""
    scanned = scan(typed)
    try:
        return Writer(Words(book.site, "en"), lambda *_: called, scanned.kept, to_heading="x").write(scanned.tokens)
    except UnsafeAddress:
        return "<p></p>"


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGE_ATTACKS)
def test_pages(small, monkeypatch, name):
    """Nothing that a page's author types is alive on the page, even where no check saw it."""
    for language in LANGUAGES:
        add_to(small / f"docs/{language}/2020-2021/learners.md", f"\n{PAGE_ATTACKS[name]}\n")
    assert survives(small, monkeypatch) == []
    if name in REFUSED:
        with pytest.raises(Problems, match="neatļautu adresi"):
            unchecked(small)
    else:
        assert brought_to_life(small) == []


@pytest.mark.parametrize("name", PAGE_ATTACKS)
def test_markdown_alone(book, name):
    """The Markdown of pages is harmless by itself, without any check before it."""
    html = of_page(book, PAGE_ATTACKS[name])
    assert alive(lxml.html.fromstring(f"<html><body><article>{html}</article></body></html>")) == []


@pytest.mark.parametrize(
    "typed",
    [
        "x { .edit }",
        "x\n{: .edit .figure__drawing--narrow #__config }",
        "## x { #__search .md-content__button }",
        "*x*{ .edit #readIndex }",
        "> [!NOTE] { .edit }\n> x",
        "> [!NOTE]\n> x\n> { .edit #__config }",
        "[x](y.md){ .edit #__config }",
        "```\n\nx\n{ .edit #__palette_0 }",
        "- x { .figure__file #_x }",
    ],
)
def test_no_class_and_no_address_of_the_program(book, typed):
    """A page's words have neither, whatever was typed and whether a check saw it or not."""
    page = lxml.html.fromstring(f"<main>{of_page(book, typed)}</main>")
    assert "x" in page.text_content()
    assert set(" ".join(page.xpath("//@class")).split()) <= {"admonition", "admonition-title", "note"}
    assert [one for one in page.xpath("//@id") if one != "x"] == []


IN_ODD_PLACES = (
    "\tBeigās @.",
    "`@`",
    "```\n@\n```",
    ">     @",
    "- a\n\n          @",
    "| x |\n| --- |\n| `@` |",
    "**`@`**",
)
IN_ATTRIBUTES = (
    "![Adrese: @](b.png)",
    '[x](index.md "@")',
    "<https://example.org/@>",
    "[@](index.md)",
    "![`@`](b.png)",
)


@pytest.mark.parametrize("typed", [*IN_ODD_PLACES, *IN_ATTRIBUTES])
def test_our_own_html_stands_where_it_may_or_is_words(book, typed):
    """A number is shown in code and in what was pasted with an indent; within an attribute it is its words."""
    html = of_page(
        book, typed.replace("@", '{{ value("x") }}'), '<a class="bound" href="../n/">9" onload="alert(1)" x="y</a>'
    )
    assert not re.search("[\ue000\ue001]", html)
    page = lxml.html.fromstring(f"<html><body><article>{html}</article></body></html>")
    assert alive(page) == []
    if typed in IN_ODD_PLACES:
        assert page.xpath("string(//a[@class = 'bound'])") == '9" onload="alert(1)" x="y'
    else:
        assert page.xpath("count(//a//a)") == 0


@pytest.mark.slow
@pytest.mark.parametrize("name", FRONT_MATTER_ATTACKS)
def test_front_matter(small, monkeypatch, name):
    """The top of a page can neither switch a template nor reach the page's head or the menu."""
    for language in LANGUAGES:
        page = small / f"docs/{language}/index.md"
        body = page.read_text("utf-8").split("---\n", 2)[2]
        page.write_text(f"---\n{FRONT_MATTER_ATTACKS[name]}---\n{body}", "utf-8")
    assert survives(small, monkeypatch) == []
    assert brought_to_life(small) == []


@pytest.mark.slow
@pytest.mark.parametrize("attack", TEXT_ATTACKS)
def test_texts_and_names_of_the_data(small, monkeypatch, attack):
    """No text, name or label of the data is alive, wherever it is shown."""
    for file in [*small.glob("data/*.yml"), *small.glob("data/2020-2021/*.yml")]:
        if file.name != "words.yml":
            data = poisoned(yaml.load(file.read_text("utf-8"), yaml.BaseLoader), attack)  # noqa: S506
            file.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    text = (small / "data/words.yml").read_text("utf-8")
    label = yaml.safe_dump(attack, allow_unicode=True, default_style='"').strip()
    (small / "data/words.yml").write_text(text.replace('"nav norādīts"', label).replace('"Avots"', label), "utf-8")
    assert survives(small, monkeypatch) == []
    assert [thing for page in unchecked(small) for thing in alive(page)] == []


def poisoned(value, attack, key=""):
    """Give the data with the attack at the end of each text and name; numbers, dates and references stay."""
    if isinstance(value, dict):
        # Headings of the form have to stand on pages word for word, or nothing is built at all.
        return {
            name: poisoned(item, "" if name in ("parts", "sections") else attack, name) for name, item in value.items()
        }
    if isinstance(value, list):
        return [poisoned(item, attack, key) for item in value]
    if key in ("lv", "en", "person", "ledus_1", "salnas_2", "number"):
        return f"{value} {attack}"
    if re.fullmatch(r"[0-9]+", value):
        return int(value)
    return float(value) if re.fullmatch(r"[0-9]+\.[0-9]+", value) else _plain(value)


def _plain(value):
    if value in ("true", "false"):
        return value == "true"
    return datetime.date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else value or None


def test_the_tiny_report_has_all_that_readers_have():
    """It is framed with the features of the real one, so that what they make of words is seen."""
    real, tiny = (yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loose) for root in (ROOT, SMALL))  # noqa: S506
    for part in ("plugins", "extra"):
        assert tiny[part] == real[part]
    assert {key: real["theme"][key] for key in tiny["theme"]} == tiny["theme"]
    assert real["theme"].keys() - tiny["theme"].keys() == {"icon"}
