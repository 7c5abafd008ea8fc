"""Whatever a person means for a mark takes, as it does on GitHub, or is told with what to write instead."""

import pytest

from macros.html.markdown import Writer
from macros.html.wording import Words
from macros.pages.scan import Scan, scan
from macros.pages.untaken import untaken

TOLD = {
    "HTML te nelieto": ["<b>x</b>", "a <br> b", "x <img src=y>", "<!-- x -->", "- <i>x</i>", "| a |\n| - |\n| <u>b</u> |"],
    "rakstiet **vārdi**": ["<b>x <i>y</i></b>", "x</strong>", "</B>"],
    "rakstiet **zila kupena**": ["<b>zila kupena</b>", "a <strong>zila kupena</strong>.", "> <b>zila kupena</b>"],
    "rakstiet *x*": ["<i>x</i>", "a <em>x</em>"],
    "rakstiet - x": ["<li>x</li>", "a <li>x</li>"],
    "rakstiet ## x { #adrese }": ["<h2>x</h2>", "<h1>x</h1>"],
    "starp rindkopām tukšu rindu": ["x<br>y", "<p>x</p>", '<div class="a">'],
    "rindas sākumā “- ”": ["<ul>", "</ul>", "<OL>"],
    "aiz # virsrakstā": ["#Ledus", "##Ledus { #a }", "> ###Ledus"],
    "Tabulai nav virsraksta": ["| a |\n| - |\n| b |", "Tabula\n\n| a |\n| - |", "Tabula: x\n\ny\n\n| a |\n| - |"],
    "vēres te nelieto": ["Ledus[^1].", "Ledus[^a]\n\n[^a]: Piezīme.", "> x[^vēre]", "| a[^1] |\n| - |"],
    "> [!NOTE]": ["> [!PIEZIME]\n> x", '!!! note "x"', '??? tip "x"', "???+ x", "::: x", '=== "Cilne"', "[!NOTE]"],
    "lodziņus": ["- [ ] darbs", "- [x] darbs", "1. [X] a\n2. b", "[] darbs"],
    "saite nav izdevusies": [
        "[a] (https://b.lv/)", "[a](https://b.lv/ “c”)", "[a](b c.md)", "![a](b c.png)", "[[a]]", "[a][b]",
        "x [a](\n", "[a] (b.md)", "![a] (b.png)",
    ],
    "zvaigznītes te neko": ["Bija **ledus **sniegs.", "a ** b ** c", "**a", "Ir *svarīgi.", "__a", "- x**"],
    "pārsvītrojumu": ["~~a~~", "H~2~O", "a ~b c~ d"],
    "iekrāsojumu": ["==a==", "++ctrl+p++", "x ==a b=="],
    "emocijzīmes": [":smile: x", "x :+1:", "x (:heart:)"] ,
    "formulas": ["$a$", "$$b$$", "x $a + b$ y"],
    "kodam vajag": ["`kods", "x ` y", "a``b"],
    "slīpsvītru": ["C:\\Users", "x \\", "\\alfa"],
    "rakstiet pašu zīmi": ["a&nbsp;b", "x &lt;b&gt;", "&#8211; y", "| &amp; |\n| - |"],
    "viens otrā tik dziļi": ["> " * 30 + "a", "- " * 12 + "a", "\n".join(f"{'  ' * depth}- a" for depth in range(12))],
    "tas nav skaidrojums": ["Termins\n:   Skaidrojums", "Termins\n:  x", ":   x"],
    "tas nav saraksts": [
        "• a\n• b", "·\ta\n·\tb", "– a\n– b", "a) x\nb) y", "Šādi:\n• a", "▪ a", "●a", "x\n— y", "ā) a\nb) b",
    ],
    "kā kopējot no Excel": ["Joma\tSkaits\nledus\tdaudz", "a\tb", "x\ty\tz\n1\t2\t3"],
    "| Joma | Skaits | ⏎ | --- | --- | ⏎ | ledus | daudz |": ["Joma\tSkaits\nledus\tdaudz"],
    "zem virsraksta vajag rindu": ["| a | b |\n| c | d |", "a | b", "|a|\n|---|---|\n|b|"],
    "un liekās pazustu": ["| a | b |\n| - | - |\n| c | d | e |", "a | b\n--- | ---\nc | d | e", "| a |\n| - |\n| b | |"],
    "aiz tabulas atstājiet": ["| a |\n| - |\n| b |\nTeksts.", "a | b\n--- | ---\nTeksts", "| a |\n| - |\nx"],
    "neraksta ar pasvītrojumu": ["Ledus\n---", "Ledus\n===", "a\nb\n-----"],
    "lasītājs neredzēs": ["[a]: b.md", "x\n\n[a]: <b c.md>", "> [a]: https://b.lv"],
    "Attēlam nav apraksta": ["![](a.png)", "![ ](a.png)", "x ![](<b c.png>)"],
    "aiz adreses pēdiņās": ['[a](b.md "c")', "![a](b.png 'c')", "[a](b.md (c))"],
    "četrām vai vairāk": ["    a", "x\n\n     b", "- a\n\n          b", "\ta"],
    "kam nav beigu": ["```", "```\na", "~~~\na\n```", "> ```\n> a\n\nb"],
    "bet neviena vārda ar zvaigznīti": ["* Dati.", "x\n\n* Dati.", "**a** b\n\n* Dati."],
}  # fmt: skip
TAKEN = {
    "- a\n  - b\n  - c": "<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul>",
    "1. a\n   - b\n2. c": "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>",
    "- a\n1. b\n2. c": "<ul><li>a</li></ul><ol><li>b</li><li>c</li></ol>",
    "x:\n- a\n- b": "<p>x:</p><ul><li>a</li><li>b</li></ul>",
    "x:\n\nTabula: x\n| a |\n| - |\n| b |": "<p>x:</p><p>x</p><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
    "1) a\n2) b": "<ol><li>a</li><li>b</li></ol>",
    "2025. gadā a.": "<p>2025. gadā a.</p>",
    "x\n\n1. klases bērni.": "<p>x</p><p>1. klases bērni.</p>",
    "- x\n\n2024. gadā\n2025. gadā": "<ul><li>x</li></ul><p>2024. gadā\n2025. gadā</p>",
    "Skaits* ir.\n\n* Dati.": "<p>Skaits* ir.</p><p>* Dati.</p>",
    "Table: x\n\n| a* |\n| - |\n| b |\n\n* Dati.": "<p>x</p><table><thead><tr><th>a*</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><p>* Dati.</p>",
    "https://a.lv/ un www.b.lv": '<p><a href="https://a.lv/">https://a.lv/</a> un <a href="http://www.b.lv">www.b.lv</a></p>',
    "> [!TIP]\n> a": '<div class="admonition tip"><p class="admonition-title">Padoms</p><p>a</p></div>',
    "> [!important]\n> - a": '<div class="admonition info"><p class="admonition-title">Svarīgi</p><ul><li>a</li></ul></div>',
    "a\\\nb": "<p>a<br>\nb</p>",
    "```\n**a** <b>\n```": "<pre><code>**a** &lt;b&gt;</code></pre>",
    "\\*a\\* \\| \\[ ] \\`": "<p>*a* | [ ] `</p>",
    "`**a**` ~100 un ~200, 10:30, 5 < 6": "<p><code>**a**</code> ~100 un ~200, 10:30, 5 &lt; 6</p>",
    "3 * 4 = 12 & 5 > 3": "<p>3 * 4 = 12 &amp; 5 &gt; 3</p>",
    "*a* **b** ***c***": "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em></p>",
    "Tabula: x\n\n| a \\| b |\n| :-: |\n| c |": '<p>x</p><table><thead><tr><th align="center">a | b</th></tr></thead><tbody><tr><td align="center">c</td></tr></tbody></table>',
}  # fmt: skip
IN_DATA = {
    "virsrakstus te nelieto": ["## Ledus", "x\n\n# a"],
    "citātus te nelieto": ["> Sniegs.", "x\n> y"],
    "līnijas te nelieto": ["---", "x\n\n***"],
    "saites un attēlus": ["[a](b.md)", "![a](b.png)", "x [a](https://b.lv/)"],
    "adreses un klases": ["{: .x }", "a { #b }"],
    "rakstiet pašu zīmi": ["a&nbsp;b", "&lt;b&gt;", "&#8211;"],
    "kodam vajag": ["`x`"],
    "zem virsraksta vajag rindu": ["| a | b |\n| - | - |\n| c | d |"],
    "zvaigznītes": ["**ledus **"],
    "pārsvītrojumu": ["~~a~~"],
    "tas nav saraksts": ["• a\n• b", "a) x\nb) y"],
    "HTML te nelieto": ["<b>x</b>"],
}


def rendered(book, text):
    """Give the HTML of a page's text, without line breaks between tags."""
    read = scan(text)
    html = Writer(Words(book.site, "lv"), lambda call, _linked: str(call), read.kept).write(read.tokens)
    return html.replace(">\n", ">").replace("\n<", "<").replace("<br>", "<br>\n").replace("\u00a0", " ")


@pytest.mark.parametrize(("said", "text"), [(said, text) for said, texts in TOLD.items() for text in texts])
def test_what_did_not_take_is_told(said, text):
    """The sentence says what is wrong and what to write."""
    assert any(said in lv for _line, (lv, _en) in untaken(scan(text)))


@pytest.mark.parametrize(("said", "text"), [(said, text) for said, texts in IN_DATA.items() for text in texts])
def test_what_did_not_take_in_the_data_is_told(said, text):
    """A text of the data has paragraphs, lists and emphasis."""
    assert any(said in lv for _line, (lv, _en) in untaken(Scan(text, data=True), data=True))


@pytest.mark.parametrize("text", TAKEN)
def test_what_takes_is_shown_and_not_told(book, text):
    """What GitHub shows is what readers get."""
    assert rendered(book, text) == TAKEN[text]
    assert [*untaken(scan(text))] == []


@pytest.mark.parametrize("mark", ["> ", "- ", "1. a\n   ", "- > "])
@pytest.mark.parametrize("times", [*range(1, 13), 19, 20, 21, 40])
def test_no_words_are_lost(book, mark, times):
    """However deep they stand, readers see them or the author is told."""
    text = mark * times + "vārds"
    assert "vārds" in rendered(book, text) or [*untaken(scan(text))]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\nb ~~c~~", 1),
        ("- a\n\n  b\n  `c", 3),
        ("Tabula: x\n\n| a |\n| - |\n| b |\n| ~~c~~ |", 5),
        ('{{ value("a",\n"b") }}\n~~c~~', 2),
    ],
)
def test_it_is_told_where_it_stands(text, line):
    """The line is that of the file, whatever stands above."""
    assert [at for at, _said in untaken(scan(text))] == [line]
