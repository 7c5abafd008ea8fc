"""A page may hold Markdown and calls of our own macros, nothing else."""

import time

import pytest
from project import checked

from macros.pages.calls import calls_in
from macros.pages.page import read_pages


def pages_of(tmp_path, text):
    for language in ("lv", "en"):
        (tmp_path / "docs" / language).mkdir(parents=True)
    (tmp_path / "docs/lv/a.md").write_text(text, "utf-8")
    return read_pages(tmp_path)


def test_calls_are_found_with_their_lines():
    """All calls of a page are known before anything is rendered."""
    calls, problems = calls_in('x\n{{ value("a.b", "learner", year="2023-2024") }} {{ table("t") }}\n', "f")
    assert problems == []
    assert [(str(call), call.line) for call in calls] == [
        ('{{ value("a.b", "learner", year="2023-2024") }}', 2),
        ('{{ table("t") }}', 2),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{{ config }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ value('a').__class__ }}",
        '{{ value("a") | safe }}',
        "{{ value(name) }}",
        '{{ value("a", "b", "c") }}',
        '{{ value("a", other="b") }}',
        "{{ value(*x) }}",
        "{{ value() }}",
        "{{ value(1) }}",
        "{{ now() }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{% for x in range(9) %}{% endfor %}",
        "{% set x = 1 %}",
        "{% include 'x' %}",
        "{% raw %}{% endraw %}{{ 7 * 7 }}",
        "{{ value('a' }}",
        "{# hidden #}",
        "## Heading {#id}",
    ],
)
def test_nothing_else_may_stand_in_braces(text):
    """Every other use of braces is a problem, before anything runs."""
    _calls, problems = calls_in(text, "f")
    assert problems


@pytest.mark.parametrize("sign", ["(", "[", "{ ", "<", "value(", 'value("', 'value("a"'])
def test_calls_are_looked_for_once(sign):
    """However often what a call may begin with is repeated, it is not gone through from each of them to the last."""
    begin = time.process_time()
    calls_in(sign * (20_000 // len(sign)), "f")
    assert time.process_time() - begin < 2  # a fiftieth of it where nothing else runs


@pytest.mark.parametrize(
    "line",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "text <b>bold</b>",
        "<!-- hidden -->",
        "</div>",
        "<a\nhref=x>",
        "[x](javascript:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](data:text/html,x)",
        "[x]: javascript:alert(1)",
        "> [x]: javascript:alert(1)",
        "<<<<<<< HEAD",
        "##Virsraksts",
        "[Piezīme]: teksts",
        'Teksts {{ table("learners") }} turpinās',
        "[x](//evil.example/x)",
        "![x](//evil.example/x.png)",
        "![x](https://evil.example/x.png)",
        "# Heading { onclick=alert(1) }",
        "*x*{: style=color:red }",
    ],
)
def test_pages_hold_no_html_and_no_scripts(tmp_path, line):
    """HTML, attributes other than an id or a class, and links that run something are refused."""
    _pages, problems = pages_of(tmp_path, f"---\ntitle: x\ndescription: y\n---\n# X {{ #x }}\n\n{line}\n")
    assert [problem.line for problem in problems if problem.file == "docs/lv/a.md"][:1] == [7]


@pytest.mark.parametrize(
    "line",
    [
        "Skaits < 5 un > 3",
        "[x](../about.md#what){ .md-button }",
        "[x](https://www.tiesibsargs.lv)",
        "[x](mailto:centrs@example.lv)",
        "> [!NOTE]\n> Piezīme",
        "Tabula: x\n\n| a | b |\n| --- | --- |",
        "> citāts",
        "<https://www.jauniba.lv>",
        "- a\n- b\n  turpinās\n- c",
    ],
)
def test_ordinary_markdown_is_welcome(tmp_path, line):
    """What an author needs is allowed."""
    _pages, problems = pages_of(tmp_path, f"---\ntitle: x\ndescription: y\n---\n# X {{ #x }}\n\n{line}\n")
    assert problems == []


@pytest.mark.parametrize("key", ["render_macros: no", "template: x.html", "value: x", "hide: [toc]"])
def test_front_matter_is_closed(tmp_path, key):
    """Nothing but a title and a description stands at the top: other keys switch checks off or shadow macros."""
    _pages, problems = pages_of(tmp_path, f"---\ntitle: x\ndescription: y\n{key}\n---\n# X {{ #x }}\n")
    assert problems


@pytest.mark.parametrize(
    "title",
    ["no", "yes", "true", "2025-05-31", "=", "12:30", "0123", "1e3", "0x1f", "[a]b", '"null"', "'a # b'", "a#b"],
)
def test_a_title_is_words(tmp_path, title):
    """What YAML would take for a date, a number or yes and no is a title as it is typed."""
    pages, problems = pages_of(tmp_path, f"---\ntitle: {title}\ndescription: y\n---\n# X {{ #x }}\n")
    if title == "[a]b":
        assert [problem.line for problem in problems] == [2]
    else:
        assert problems == []
        assert pages[0].front_matter == {"title": title.strip("\"'"), "description": "y"}


@pytest.mark.parametrize(
    "top",
    [
        "title: a # b",
        "title: a #b",
        "title: a\ntitle: b",
        '"title": a\ntitle: b',
        "title: ~",
        "title: null",
        "title:",
        "title: { a: b }",
        "title: |\n  a\n  b",
        "title: *a",
        "title: &a b",
        "title: !!int 1",
        "title: a\u0085b",
        "title: 20\u200b24",
        "titel: a",
        "Title: a",
        "- title",
        "title",
        "? title",
        "%YAML 1.1",
        "||||||| merged\ntitle: a",
        "title: " + "[" * 300,
    ],
)
def test_a_mistake_at_the_top_is_told_once(tmp_path, top):
    """Whatever is wrong at the top of a page, it is told in one message, and nothing of it is used."""
    pages, problems = pages_of(tmp_path, f"---\n{top}\ndescription: y\n---\n# X {{ #x }}\n")
    assert len(problems) == 1
    assert pages[0].front_matter is None


@pytest.mark.parametrize("raw", ["# Ā\n".encode("cp1257"), "# Ā\n".encode("utf-16"), b"a" * 300_000, b"\n" * 30_000])
@pytest.mark.parametrize("file", ["docs/lv/2020-2021/rest.md", "docs/en/2020-2021/index.md"])
def test_a_page_that_cannot_be_read_is_not_missing(small, told_before, raw, file):
    """One message tells of it; neither its other language nor links to it call it missing."""
    (small / file).write_bytes(raw)
    told = [(problem.file, problem.rule) for problem in checked(small)[1] if problem not in told_before]
    assert told == [(file, "shape")]
