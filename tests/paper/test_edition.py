"""The print edition holds what the pages hold."""

import re
from copy import deepcopy
from dataclasses import replace

import lxml.html
import pytest
from addresses import ON_PAPER
from project import LANGUAGES, build, words

from macros.paper.edition import Cover, Proof, assemble, edition_id
from macros.paper.section import Section, printed

COVER = Cover(
    language="lv",
    title="Ziņojums",
    centre="Centrs",
    centre_html="Centrs",
    year="2020./2021. mācību gads",
    status="melnraksts",
    written="latviešu valodā",
    edition="izdevums",
    document=(("Numurs", "1-2/3"), ("Vieta", "")),
    note="",
    contents="Saturs",
)
LEADS = {name: f"https://x.lv/y/{name}/" for name in ("a", "b", "c-a")}
PROOF = Proof("https://x.lv/editions/0/", "Skaitļi", "Izdevums: {address}", LEADS, "Ved uz {address}", "{}")
TWO = [
    Section("y/a", "https://x.lv/y/a/", "A", '<article><h1 id="a">A <a class="headerlink" href="#a">¶</a></h1><p><a href="../b/#c">b</a> <a href="../../d/">d</a></p></article>'),
    Section("y/b", "https://x.lv/y/b/", "B", '<article><h1 id="b">B</h1><h2 id="c">C</h2></article>'),
]  # fmt: skip


def document(*sections, cover=COVER):
    """Give the number of the edition of some sections, and its page."""
    made = [printed(section, [one.path for one in sections]) for section in sections]
    return edition_id(cover, made), lxml.html.fromstring(assemble(cover, made, "0", "print.css", PROOF))


def test_links_and_ids_of_an_edition():
    """Links between the pages lead within the document, others are written out, headings go one level down."""
    page = document(*TWO)[1]
    assert page.xpath("//main//a/@href") == ["#b--c", "https://x.lv/d/"]
    assert page.xpath("//main//h2/@id|//main//h3/@id") == ["a--a", "b--b", "b--c"]
    assert page.xpath("//nav//a/@href") == ["#a", "#b"]
    assert [words(heading) for heading in page.xpath("//main//h2")] == ["A", "B"]


def test_the_cover_has_lines_to_fill_in():
    """What is known of the document stands on the cover, what is not has an empty line."""
    page = document(*TWO)[1]
    lines = page.xpath("//header//p[@class='cover__line']")
    assert [words(line) for line in lines] == ["Numurs 1-2/3", "Vieta"]
    assert [words(line.find_class("cover__entry")[0]) for line in lines] == ["1-2/3", ""]


def test_a_code_says_where_it_leads():
    """Below the title of a section is a drawing of where it leads, described in words."""
    page = document(*TWO)[1]
    codes = page.xpath("//section/h2/following-sibling::*[1][self::svg][@role='img']")
    assert [code.findtext("title") for code in codes] == [
        "Ved uz https://x.lv/y/a/",
        "Ved uz https://x.lv/y/b/",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cover_is_stamped(built, language):
    """The cover says year, status, language and edition; only the Latvian, which is signed, has lines to fill in."""
    header = built.page(language, "2024-2025/print/").find(".//header")
    stamp = {
        "lv": "2024./2025. mācību gads · melnraksts · latviešu valodā · izdevums",
        "en": "2024/25 school year · draft · in English · edition",
    }
    assert re.fullmatch(re.escape(stamp[language]) + " [0-9a-f]{12}", words(header.find_class("cover__stamp")[0]))
    assert len(header.find_class("cover__line")) == (3 if language == "lv" else 0)


def test_what_is_folded_is_open_on_paper():
    """A part that is closed on the screen is open in the edition."""
    folded = Section(
        "y/a", "https://x.lv/y/a/", "A", "<article><h1>A</h1><details><summary>b</summary>c</details></article>"
    )
    page = document(folded)[1]
    assert page.xpath("count(//details[@open])") == 1


def test_a_space_before_an_element_is_set_apart():
    """WeasyPrint would break the line before words that have room, but for the space behind them; drawings stay."""
    drawing = "<svg><text>a <tspan>1</tspan></text></svg>"
    article = f"<article><h1>A</h1><p>a <b>1</b>, b\u00a0<i>2</i> c</p>{drawing}</article>"
    page = document(Section("y/a", "https://x.lv/y/a/", "A", article))[1]
    (paragraph,) = page.xpath("//main//p")
    assert lxml.html.tostring(paragraph, encoding="unicode", with_tail=False) == (
        "<p>a<span> </span><b>1</b>, b<span>\u00a0</span><i>2</i> c</p>"
    )
    assert page.xpath("//svg[not(@class)]//span") == []


def test_the_edition_number_follows_the_content():
    """The same words give the same number at any address; other words, or another status, give another."""
    number = document(*TWO)[0]
    moved = [
        replace(one, address=one.address.replace("x.lv", "y.lv"), html=one.html.replace("<p>", '<p class="z">'))
        for one in TWO
    ]
    assert document(*moved)[0] == number
    assert document(*TWO[:1])[0] != number
    assert document(*TWO, cover=replace(COVER, status="galīgais"))[0] != number
    assert document(TWO[0], replace(TWO[1], html=TWO[1].html.replace("C", "D")))[0] != number


def test_no_word_is_lost_to_the_edition():
    """Marks of possible breaks go, as they are no letters; what an author made a button stays."""
    page = replace(
        TWO[0], html='<article><h1 id="a">A</h1><p>kupe\u00adna <a class="md-button" href="../b/">te</a></p></article>'
    )
    main = document(page)[1].find(".//main")
    main.find(".//svg").drop_tree()
    assert words(main) == "Akupena te"


def test_pictures_are_found_from_the_edition():
    """The address of a picture leads to it from the page that it is printed on."""
    picture = replace(
        TWO[0], html='<article><h1 id="a">A</h1><p><img alt="x" src="../../img/%C4%81.png"></p></article>'
    )
    page = document(picture)[1]
    assert page.xpath("//img/@src") == ["../../img/%C4%81.png"]
    deep = replace(picture, path="y/c/a", address="https://x.lv/en/y/c/a/")
    assert document(deep)[1].xpath("//img/@src") == ["../img/%C4%81.png"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_print_edition_holds_all_sections(built, language):
    """Each table, figure and heading of the year's sections is in the print edition, in the same order.

    Of the data and the words of charts only those are there that nothing beside them says; words that are not describe
    the drawing.
    """
    edition = built.page(language, "2024-2025/print/").find(".//main")
    pages = [deepcopy(built.article(language, f"2024-2025/{section}")) for section in ON_PAPER]
    gone, described = [], []
    for page in pages:
        for data in page.find_class("figure__data"):
            told = "//@*[name() = 'data-name' or name() = 'data-says']"
            tables = page.xpath(f".//table[not(ancestor::details[@class='figure__data'])]{told}")
            beside = {*tables, *data.getparent().xpath(f"p[@class='figure__words']{told}")}
            own = data.xpath(f".{told}")
            if own and beside.issuperset(own):
                data.drop_tree()
                gone.append(data.xpath("string(.//caption/@id)"))
        for figure in page.find_class("figure"):
            (told,) = figure.find_class("figure__words")
            named, texts = told.xpath(".//@data-name"), [figure.find(".//svg"), *page.iter("table")]
            drawn = {*figure.xpath(".//svg//@data-name"), *page.xpath(".//table//@data-name")}
            beside = {*re.findall(r"\w+", " ".join(text for one in texts for text in one.itertext()).lower())}
            if named and drawn.issuperset(named) and beside.issuperset(re.findall(r"\w+", words(told).lower())):
                described.append((figure.get("id"), words(told)))
                told.drop_tree()
    for what in (".//caption", ".//data", ".//td", ".//*[self::h1 or self::h2 or self::h3 or self::h4]"):
        wanted = [words(element).removesuffix(" ¶").removesuffix("¶") for page in pages for element in page.xpath(what)]
        assert [words(element) for element in edition.xpath(what)] == wanted
    assert {"figure-places-data-caption", "figure-priorities-data-caption"} <= set(gone)  # said in words, not figures
    assert [name for name, _told in described] == ["figure-targets", "figure-survey"]
    titles = {words(title) for title in edition.iter("title")}
    assert titles.issuperset(told for _name, told in described)


PLACES = '<th data-says="x.places">A</th>', "<td>B</td>"
STATUS = "<th>A</th>", '<td><b data-says="x.status">B</b></td>'


@pytest.mark.parametrize(
    ("columns", "beside", "stay"),
    [
        ((PLACES,), ("x.places",), False),
        ((PLACES, STATUS), ("x.status", "x.places"), False),
        ((PLACES, ("<th>A</th>", "<td>–</td>")), ("x.places",), False),
        ((PLACES, STATUS), ("x.places",), True),
        ((PLACES, ("<th>A</th>", "<td>B</td>")), ("x.places",), True),
        ((("<th>A</th>", "<td>B</td>"),), ("x.places",), True),
        ((PLACES,), (), True),
    ],
)
def test_data_of_a_chart_that_nothing_else_says_stay(columns, beside, stay):
    """What a chart says in words is on paper as its data, unless tables of the page say all of it under the same names."""
    heads, cells = map("".join, zip(*columns, strict=True))
    data = f"<table><thead><tr><th>C</th>{heads}</tr></thead><tbody><tr><th>D</th>{cells}</tr></tbody></table>"
    others = "".join(f'<table><tr><td><span data-says="{name}">A</span></td></tr></table>' for name in beside)
    figure = f'<figure><details class="figure__data"><summary>E</summary>{data}</details></figure>'
    section = Section("y/a", "https://x.lv/y/a/", "A", f"<article><h1>A</h1>{others}{figure}</article>")
    assert ("figure__data" in printed(section, ["y/a"]).html) == stay


FIGURE = '<figure><svg><title>A</title><text>B</text><text data-name="x.a">1</text></svg><p class="figure__words">{words}</p></figure>'


@pytest.mark.parametrize(
    ("told", "stay"),
    [
        ('B: <data data-name="x.a">1</data>', False),
        ('b – <data data-name="x.a">1</data>.', False),
        ('Most: B (<data data-name="x.a">1</data>)', True),
        ('B: <data data-name="x.a">1</data>, <data data-name="x.b">2</data>', False),
        ('B: <data data-name="x.a">1</data>, <data data-name="x.c">3</data>', True),
        ('B: <data data-name="x.a">1</data>; with 2 others', True),
        ("B: 1", True),
    ],
)
def test_words_of_a_chart_that_nothing_else_says_stay(told, stay):
    """Others, of which the drawing or a table of the page has each word, describe it to those who do not see it."""
    table = '<table><tr><td data-name="x.b">2</td></tr></table>'
    section = Section(
        "y/a", "https://x.lv/y/a/", "A", f"<article><h1>A</h1>{table}{FIGURE.format(words=told)}</article>"
    )
    made = lxml.html.fromstring(printed(section, ["y/a"]).html)
    assert bool(made.find_class("figure__words")) == stay
    assert words(made.find(".//title")) == ("A" if stay else words(lxml.html.fromstring(f"<p>{told}</p>")))
    assert "figure__words" in printed(section, ["y/a"], whole=True).html


@pytest.mark.parametrize(
    ("headings", "section", "stays"),
    [
        ("<h1>3.4. A</h1>", "3.4", False),
        ("<h1>3.4. A</h1><h2>3.4.3. B</h2><h3>C</h3>", "3.4.3", False),
        ("<h1>3.4. A</h1><h2>3.4.2. B</h2><h2>3.4.3. C</h2>", "3.4.2", True),
        ("<h1>3.4. A</h1>", "3", True),
        ("<h1>11. A</h1>", "1", True),
        ("<h1>1. A</h1>", "", True),
    ],
)
def test_a_source_that_a_heading_names_is_not_said_again(headings, section, stays):
    """On paper, a table in section 3.4.3 need not say that it is from section 3.4.3."""
    named = f' data-section="{section}"' if section else ""
    source = f'<p class="table-source"{named}>Source</p>'
    made = printed(Section("y/a", "https://x.lv/y/a/", "A", f"<article>{headings}{source}</article>"), ["y/a"]).html
    assert ("table-source" in made) == stays
    assert "data-section" not in made


def test_the_part_of_the_form_is_said_once():
    """Sections that follow each other and belong to the same part say so with the first of them."""
    parts = ("One", "Two", "Two", "One", None, "One")
    lines = [f'<p class="form-section">{part}</p>' if part else "" for part in parts]
    sections = [
        printed(Section(f"y/a{at}", f"https://x.lv/y/a{at}/", "A", f"<article><h1>A</h1>{line}</article>"), [])
        for at, line in enumerate(lines)
    ]
    page = lxml.html.fromstring(assemble(COVER, sections, "0123456789ab", "print.css"))
    said = [section.xpath("string(p)") for section in page.iter("section")]
    assert said == ["One", "Two", "", "One", "", "One"]


def test_corrections_are_on_paper_where_there_are_some(small_built, monkeypatch):
    """The page of corrections is in the print edition and its contents, but not while there are none."""

    def corrections(folder):
        page = lxml.html.fromstring((small_built / "site" / folder / "2020-2021/print/index.html").read_text("utf-8"))
        listed = [words(link) for link in page.xpath("//nav//a[@href='#corrections']")]
        return listed, [words(row) for row in page.xpath("//section[@id='corrections']//tbody/tr")]

    for folder, listed, first in (
        ("", ["Labojumi"], "Nr. 1 01.09.2021. Audzēkņi Gada sākumā bija 41 bērns. Gada sākumā bija 40 bērnu. Viens"),
        ("en", ["Corrections"], "No. 1 1 September 2021 Learners There were 41 children at the start. There were 40"),
    ):
        contents, lines = corrections(folder)
        assert contents == listed
        assert len(lines) == 2
        assert lines[0].startswith(first)
    (small_built / "data/2020-2021/corrections.yml").write_text("# none yet\n", "utf-8")
    remembered = small_built / "data/records/translated.txt"  # they were never published
    lines = remembered.read_text("utf-8").splitlines(keepends=True)
    remembered.write_text("".join(line for line in lines if "/corrections.yml:" not in line), "utf-8")
    monkeypatch.setenv("PDF", "0")
    assert build(small_built, small_built / "site") == 0
    for folder in ("", "en"):
        assert corrections(folder) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_print_edition_stands_alone(built, language):
    """Its ids are unique, its links within lead somewhere, and nothing of the screen is left."""
    page = built.page(language, "2024-2025/print/")
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    assert [link for link in page.xpath("//a/@href") if link.startswith("#") and link[1:] not in ids] == []
    assert language == "lv" or page.xpath("//header//span[@lang='lv']/text()") == ["Jaunība"]
    assert "¶" not in page.text_content()
    assert not page.xpath("//script[not(@type='application/ld+json')]|//*[contains(@class, 'headerlink')]")
    assert not page.xpath("//main//*[@tabindex and not(@role='region' and @aria-labelledby)]")
