"""A page may hold Markdown and calls of our own macros, nothing else."""

import pytest

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
