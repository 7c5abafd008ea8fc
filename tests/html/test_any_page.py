"""Any page that a grammar of Markdown, HTML, attributes and odd signs can write is read, told of, and harmless."""

import time

import lxml.html
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

from macros.html.markdown import UnsafeAddress, Writer
from macros.html.wording import Words
from macros.pages.dialect import LONGEST_TEXT
from macros.pages.markup import CLASSES
from macros.pages.scan import Scan
from macros.pages.untaken import untaken

WORDS = st.sampled_from(
    ["sniegs", "Ledus*", "2025.", "1.", "a\\*b", "<b>", "</b>", "<script>alert(1)</script>", "&lt;img&gt;", "&amp;", "“x”",
     "\u202e", "\x0c", "\ue0000\ue001", "|", "`x`", "`", "``", "*", "**", "_a_", "***", "~~x~~", "==", ":smile:", "[ ]",
     "[^1]", "[a](b.md)", "[a](javascript:x)", "![a](b.png)", "![](c d.png)", '[a](b.md "t")', "[a][b]", "[a]: b.md",
     "<https://a.lv>", "www.a.lv", "https://a.lv/x", "a@b.lv", "{ #a }", "{: .answer }", "{ .edit #__config }", "{.x",
     '{{ value("a") }}', "{{ value(", '{{ table("a") }}', "}}", "\\", "\t", "$x$", "!", "#", "-"]
)  # fmt: skip
LINE = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
BEGINNING = st.sampled_from(
    ["", "", "# ", "## ", "#", "- ", "* ", "1. ", "2) ", "> ", "> [!NOTE]\n> ", "> [!X]\n> ", "    ", "  - ", "```\n", "~~~",
     "| ", "| a | b |\n| - | -: |\n| ", "Tabula: ", "Avots: ", "---\n", "===\n", "\t", "!!! note ", "• ", "a) ", "[^1]: "]
)  # fmt: skip
TEXT = st.lists(st.tuples(BEGINNING, LINE, st.sampled_from(["\n", "\n\n", "\n\n", ""])), max_size=12).map(
    lambda lines: "".join(map("".join, lines))
)
TAGS = {
    "main", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "div", "table", "thead", "tbody", "tr",
    "th", "td", "pre", "code", "hr", "br", "a", "img", "em", "strong", "abbr", "span", "data",
}  # fmt: skip
ATTRIBUTES = {"id", "class", "title", "lang", "alt", "align", "start", "href", "src"}
OWN = {*CLASSES, "admonition", "admonition-title", "headerlink", "note", "tip", "info", "warning", "danger", "ours"}


def rendered(book, read, *, called='<data class="ours">7</data>'):
    """Give the HTML of what was read; an address that is refused ends it."""
    try:
        return Writer(Words(book.site, "en"), lambda *_: called, read.kept, to_heading="x").write(read.tokens)
    except UnsafeAddress:
        return ""


@settings(max_examples=400, derandomize=True, deadline=None)
@given(TEXT)
def test_nothing_foreign_is_in_the_result(book, text):
    """Only elements, attributes, classes and ids of the allow-list are in it, whatever was typed, and soon."""
    begin = time.process_time()
    read = Scan(text)
    assert all(0 <= line <= text.count("\n") for line, _said in untaken(read))
    read.blocks(1)
    page = lxml.html.fromstring(f"<main>{rendered(book, read)}</main>")
    assert time.process_time() - begin < 5  # a hundredth of it where nothing else runs
    assert {element.tag for element in page.iter()} <= TAGS
    assert {value.attrname for value in page.xpath("//@*")} <= ATTRIBUTES
    assert set(" ".join(page.xpath("//@class")).split()) <= OWN
    assert not [one for one in page.xpath("//@id") if "_" in one or one != one.lower()]
    assert not [one for one in page.xpath("//@href | //@src") if one.lower().startswith(("javascript:", "data:", "//"))]
    assert "\ue000" not in page.text_content().replace("\ue0000\ue001", "")


def github(text):
    """Give the HTML that GitHub makes of a text, by the same library as it is sold: none of our rules."""
    options = {"html": True, "alerts": True, "strikethrough_single_tilde": True, "tasklists": True}
    return MarkdownIt("commonmark", options).enable(["table", "strikethrough"]).use(gfm_autolink_plugin).render(text)


def blocks(html):
    """Give the elements of HTML, in order, with how deep they stand, but for what stands round a text."""
    page = lxml.html.fromstring(f"<main>{html}</main>")
    return [
        (len([*element.iterancestors()]), element.tag)
        for element in page.iter()
        if element.tag != "a" or element.get("class") != "headerlink"
    ]


def said(html):
    """Give the words of HTML, which has marks of ours beside headings."""
    return lxml.html.fromstring(f"<main>{html}</main>").text_content().replace("¶", "").split()


PLAIN = st.sampled_from(["sniegs", "Ledus*", "2025", "“x”", "`x`", "*a*", "**b**", "[a](b.md)", "![a](b.png)", "<https://a.lv>",
                         "www.a.lv", "https://a.lv/x", "5 < 6", "–", "10:30", "~100"])  # fmt: skip
STARTS = st.sampled_from(["", "", "## ", "- ", "  - ", "    - ", "1. ", "2. ", "3) ", "> ", "> - ", "> [!NOTE]\n> ", "```\n", "---\n",
                          "| a | b |\n| - | -: |\n| "])  # fmt: skip


@settings(max_examples=400, derandomize=True, deadline=None)
@given(
    st.lists(
        st.tuples(STARTS, st.lists(PLAIN, min_size=1, max_size=4).map(" ".join), st.sampled_from(["\n", "\n\n"])),
        max_size=8,
    ).map(lambda lines: "".join(map("".join, lines)))
)
def test_github_shows_the_same_or_it_is_told(book, text):
    """Block by block, what GitHub shows is what readers get, unless the author is told."""
    read = Scan(text)
    told = [lv for _line, (lv, _en) in untaken(read) if "Tabulai nav virsraksta" not in lv]
    alone = any(token.type == "inline" and token.content[:2].rstrip(".)").isdigit() for token in read.tokens)
    if not told and not alone and len(text) < LONGEST_TEXT:
        ours, theirs = rendered(book, read), github(text)
        assert blocks(ours) == blocks(theirs)
        assert said(ours) == said(theirs)
