"""What a page consists of: its blocks, each with its lines, as GitHub sees them and with what is ours."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.pages.page import LONGEST_LINE, read_pages
from macros.pages.scan import LONGEST, read_blocks, scan
from macros.pages.untaken import untaken

TOP = "---\ntitle: X\ndescription: Y\n---\n# X { #x }\n\n"
FIRST = TOP.count("\n") + 1
"""The line of a page below its heading."""


def outline(text):
    """Give each block as `kind first-last words`, indented as it stands in others."""
    return [
        f"{'  ' * len(around)}{block.kind} {block.first}-{block.last} {block.words}".rstrip(" ")
        for *around, block in read_blocks(text).all
    ]


@pytest.fixture
def read(tmp_path):
    """Give a function that reads a Latvian page with this text below its heading: the page, and the problems."""

    def page(text):
        for language in ("lv", "en"):
            (tmp_path / "docs" / language).mkdir(parents=True)
        (tmp_path / "docs/lv/a.md").write_text(TOP + text, "utf-8")
        pages, problems = read_pages(tmp_path)
        return (pages or [None])[0], problems

    return page


def test_a_remark_in_code_is_no_heading(read):
    """A line `# …` of code is code, whatever it looks like."""
    page, problems = read("```\n# komentārs\n```\n\n~~~\n## vēl viens\n~~~\n\n## Y { #y }\n")
    assert [(heading.level, heading.text, heading.line) for heading in page.headings] == [(1, "X", 5), (2, "Y", 15)]
    assert problems == []


def test_a_link_in_code_leads_nowhere(read):
    """What is code shows a link, or an image, and is none."""
    page, problems = read("Raksta `[vārdi](lapa.md)`.\n\n```\n![x](y.png)\n[z](z.md)\n```\n\n[Saite](īsta.md)\n")
    assert page.links == ((FIRST + 7, "īsta.md"),)
    assert problems == []


def test_code_needs_no_full_stop(read):
    """Lines of code are in code, all others are not."""
    page, _problems = read("Teksts\n\n```\nrinda\n\n# rinda\n```\n\nTeksts\n")
    assert page.blocks.code == {*range(FIRST + 2, FIRST + 7)}


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# X { #a }\n\nTeksts\nun vēl\n{: .answer }\n", ["heading 1-1 X", "paragraph 3-5 Teksts\nun vēl\n"]),
        ("X\n===\n", ["heading 1-2 X"]),
        (
            "- a\n  - b\n    turpinās\n\n1. c\n\n   d\n2. e\n",
            [
                "list 1-3",
                "  item 1-3",
                "    paragraph 1-1 a",
                "    list 2-3",
                "      item 2-3",
                "        paragraph 2-3 b\nturpinās",
                "list 5-8",
                "  item 5-7",
                "    paragraph 5-5 c",
                "    paragraph 7-7 d",
                "  item 8-8",
                "    paragraph 8-8 e",
            ],
        ),
        ("> a\n>\n> # b\nc\n", ["quote 1-3", "  paragraph 1-1 a", "  heading 3-3 b", "paragraph 4-4 c"]),
        (
            "| a | b |\n| - | - |\n| 1 | 2 | 3 |\nTeksts\n",
            ["table 1-4", "  row 1-1 | a | b |", "  row 3-3 | 1 | 2 | 3 |", "  row 4-4 Teksts"],
        ),
        (
            "Tabula: x\n\n| a |\n| - |\n\nAvots: y\nz\n",
            ["caption 1-1 x", "table 3-4", "  row 3-3 | a |", "source 6-7 y\nz"],
        ),
        ("```py\n# a\n\n```\n***\n", ["fence 1-4 # a\n", "rule 5-5"]),
        ("[a]: b.md\n", ["definition 1-1 [a]: b.md"]),
        ("    nav kods\n\n<b>HTML</b>\n", ["indented 1-1 nav kods", "paragraph 3-3 <b>HTML</b>"]),
        (
            "> [!NOTE]\n> Teksts\n>\n> - a\n\nārā\n",
            [
                "box 1-4",
                "  paragraph 2-2 Teksts",
                "  list 4-4",
                "    item 4-4",
                "      paragraph 4-4 a",
                "paragraph 6-6 ārā",
            ],
        ),
        ("1. c\n\n   d\n", ["paragraph 1-1 1. c", "paragraph 3-3 d"]),
        ("2024. gadā\n2025. gadā\n", ["paragraph 1-2 2024. gadā\n2025. gadā"]),
        ("* piezīme\n\n- a\n", ["paragraph 1-1 * piezīme", "list 3-3", "  item 3-3", "    paragraph 3-3 a"]),
        (
            "Teksts:\n- a\n1. b\n2. c\n",
            [
                "paragraph 1-1 Teksts:",
                "list 2-2",
                "  item 2-2",
                "    paragraph 2-2 a",
                "list 3-4",
                "  item 3-3",
                "    paragraph 3-3 b",
                "  item 4-4",
                "    paragraph 4-4 c",
            ],
        ),
        ("- > [!TIP]\n  > x\n", ["list 1-2", "  item 1-2", "    box 1-2", "      paragraph 2-2 x"]),
        ("> [!CITS]\n> x\n", ["quote 1-2", "  paragraph 1-2 [!CITS]\nx"]),
        ("\u00a0\nTeksts\n", ["paragraph 1-2 \u00a0\nTeksts"]),
    ],
)
def test_blocks(text, blocks):
    """Each block has its lines and its words, and stands in those around it."""
    assert outline(text) == blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ('{{ table("x") }}\n\n{{ value("x") }}\n', ['call 1-1 {{ table("x") }}', 'paragraph 3-3 {{ value("x") }}']),
        ('a {{ literal("*b*\n\\n# c", "d") }} e\nf\n', ['paragraph 1-3 a {{ literal("*b* \\n# c", "d") }} e\n\nf']),
        (
            '| {{ literal("a|b", "c") }} | d |\n| - | - |\n',
            ["table 1-2", '  row 1-1 | {{ literal("a|b", "c") }} | d |'],
        ),
        ('a {{ value("x" }\n\n# b\n\n{{ value("y") }}\n', ['paragraph 1-1 a {{ value("x" }', "heading 3-3 b", 'paragraph 5-5 {{ value("y") }}']),
        ("\ue0000\ue001 {{ a }}\n", ["paragraph 1-1 \ue0000\ue001 {{ a }}"]),
    ],
)  # fmt: skip
def test_calls_are_no_markdown(text, blocks):
    """A call is a word, whatever signs and lines it has; one that is not closed takes nothing along."""
    assert outline(text) == blocks


@pytest.mark.parametrize(
    ("words", "attributes", "id_"),
    [
        ("## X { #a }", "#a", "a"),
        ("## X {: #a-b }", "#a-b", "a-b"),
        ("## X { #a } ##", "#a", "a"),
        ("## X { .way #a }", ".way #a", None),
        ("## X", "", None),
        ("## X { }", "", None),
        ("Teksts\n{: .answer }", ".answer", None),
        ("[x](y.md){ .way }", "", None),
    ],
)
def test_attributes(words, attributes, id_):
    """Single braces at the end of a heading, or on the last line of a paragraph, are attributes; one may be an id."""
    (block,) = read_blocks(words).top
    assert (block.attributes, block.id) == (attributes, id_)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("a\n[b](c.md#d) ![e](f.png 'g')\n", [(2, "c.md#d", False), (2, "f.png", True)]),
        ("- a\n  [![b](c.png)](d.md)\n", [(2, "d.md", False), (2, "c.png", True)]),
        ("a `\n` [b](c.md)\n", [(2, "c.md", False)]),
        ("| a |\n| - |\n| [b](c.md) |\n", [(3, "c.md", False)]),
        ("[a]\n\n[a]: b.md\n", [(1, "b.md", False)]),
        ("<https://a.b>\n", [(1, "https://a.b", False)]),
        ("[a](b(1).md)\n", [(1, "b(1).md", False)]),
        ("a\n[b](c d.md) ![e](f g.png)\n", []),
        ("a\nb https://a.b\n", [(2, "https://a.b", False)]),
        ("[a](%2e%2e/b.md)\n", [(1, "%2e%2e/b.md", False)]),
    ],
)
def test_links(text, links):
    """Links and images have their line and their address as typed."""
    assert [(link.line, link.target, link.image) for link in read_blocks(text).links] == links


def test_cells_beyond_the_head_are_in_no_cell():
    """A row tells the cells that are shown apart from what is typed."""
    *_, row = (around[-1] for around in read_blocks("| a |\n| - |\n| b | c |\n").all)
    assert (row.cells, row.words) == (("b",), "| b | c |")


@given(st.text(st.sampled_from('ab \t\n#>-*+1.|:`~[](){}!"\\=_<&\u00a0\ue000\ue001\v'), max_size=200))
def test_whatever_is_typed_has_lines(text):
    """No text ends in an error, and no block has a line that the text has not, or one that another has."""
    blocks = read_blocks(text, 5)
    lines = [line for block in blocks.worded for line, _words in block.lines]
    assert lines == sorted(set(lines))
    assert {*lines, *blocks.at} <= {*range(5, 6 + text.count("\n"))}
    assert all(
        around[0].first <= block.first <= block.last <= around[0].last for *around, block in blocks.all if around
    )


@pytest.mark.parametrize(
    "sign",
    [">", "> ", "- ", "[", "![", "](", "[a](", "*", "`", "<", "{{", "{", "|", "# ", "    ", "> [!NOTE]\n", "- a\n ",
     ">" * 30 + "a\nb\n", "\\", "&", ":a:", "[]: ", "[[a", "==a", "~a ", "www.", "\ue000", "\t", "```\n", "a\n", "|a|\n|-|\n"],
)  # fmt: skip
def test_nothing_takes_long(sign):
    """However often a sign is repeated, in one line or on many, the page is read."""
    text = sign * 200_000
    for typed in (text[:LONGEST_LINE], "\n".join(text[:200_000].split("\n")[:LONGEST])):
        start = time.process_time()
        read = scan(typed)
        assert len([*untaken(read)]) <= LONGEST >= len(read.blocks(1).at)
        assert time.process_time() - start < 10  # a second where nothing else runs


def test_a_long_line_is_told(read):
    """A line is not longer than patterns can look through."""
    _page, (problem,) = read("a\n\n" + "a" * (LONGEST_LINE + 1))
    assert problem.lv == "Rinda ir garāka par 5000 zīmēm; sadaliet to rindkopās."


def test_a_long_paragraph_is_told(read):
    """In a paragraph of too many signs no marks are looked for."""
    _page, problems = read("[a " * 501 + "\n\n" + "vārdi vārdi\n" * 2000)
    assert [(problem.line, problem.lv[:26]) for problem in problems] == [
        (FIRST, "Rindkopa ir pārāk gara, va"),
        (FIRST + 2, "Rindkopa ir pārāk gara, va"),
    ]


def test_a_page_of_too_many_lines_is_told(read):
    """A page that has more lines than the parser is to look at is not read."""
    _page, (problem,) = read("a\n" * LONGEST)
    assert problem.lv == "Lapā ir vairāk par 10\u00a0000 rindām; sadaliet to."


def test_what_is_deep_is_left_out():
    """Blocks stand no deeper in each other than the parser reads."""
    blocks = read_blocks("\n".join(f"{'  ' * depth}- a" for depth in range(1000)))
    assert max(map(len, blocks.all)) < 100
