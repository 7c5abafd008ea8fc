"""Values and tables become safe, readable HTML, the same in every build."""

import re
from dataclasses import replace
from decimal import Decimal

import lxml.html
import pytest
from project import GOLDEN, add_to, checked, edit

from macros.data.schema import Percent
from macros.html.page import PageMaker
from macros.html.render import Renderer, converter
from macros.html.table import table
from macros.report.opened import read_book
from macros.show import outline
from macros.show.tables import build
from macros.show.tables.shape import Row, one_group
from macros.words.spaces import no_breaks

KINDS = (
    "key_figures",
    "learners_change",
    "targets",
    "priorities.cooperation",
    "criteria.support.indicators",
    "survey",
    "signatures.document",
)


@pytest.mark.parametrize(
    ("call", "lv", "en"),
    [
        (("learners.movement.left", "learner"), "331\u00a0audzēknis", "331\u00a0learners"),
        (("learners.movement.joined", "learner"), "599\u00a0audzēkņi", "599\u00a0learners"),
        (("fees.relief_learners", "learner.dative"), "525\u00a0audzēkņiem", "525\u00a0learners"),
        (("staff.development.hours_per_employee", "hour"), "10,98\u00a0stundas", "10.98\u00a0hours"),
        (("staff.turnover_two_years",), "14,8\u00a0%", "14.8%"),
        (
            ("achievements.etwinning_years_running", "years_running"),
            "2.\u00a0gadu pēc kārtas",
            "the 2nd year running",
        ),
        (("targets.next.anniversary.figures.events",), "6–7", "6–7"),
        (("learners.start_date",), "01.10.2024.", "1\u00a0October 2024"),
        (("festival.figures.participants_riga",), "nav norādīts", "not stated"),
        (("learners.total_end",), "2771 (aprēķināts)", "2771 (calculated)"),
        (("signatures.head.person",), "Aina Jansone", "Aina Jansone"),
    ],
)
def test_value(renderer, call, lv, en):
    """A value reads as its language wants it, with the right form of the noun."""
    shown = re.sub(r"<[^>]+>", "", renderer.value(*call))
    assert shown == (lv if renderer.language == "lv" else en)


@pytest.mark.parametrize("noun", ["teacher", "teacher.genitive", "teacher.dative"])
def test_a_noun_after_a_percentage_is_that_of_many(book, noun):
    """“1 % pedagogu”: what stands after a share does not follow its number."""
    report = book.site.years["2024-2025"]
    staff = report.staff.model_copy(update={"turnover_two_years": Percent(Decimal(21))})
    site = book.site.model_copy(update={"years": {"2024-2025": report.model_copy(update={"staff": staff})}})
    changed = replace(book, loaded=replace(book.loaded, site=site))
    shown = [
        re.sub(r"<[^>]+>", "", Renderer(changed, lang).value("staff.turnover_two_years", noun)) for lang in ("lv", "en")
    ]
    assert shown == ["21\u00a0%\u00a0pedagogu", "21%\u00a0teachers"]


def test_an_unknown_number_with_its_noun(book):
    """Where the number is not stated, it is said of what, which reads well in any sentence."""
    report = book.site.years["2024-2025"]
    staff = report.staff.model_copy(update={"teachers": None})
    site = book.site.model_copy(update={"years": {"2024-2025": report.model_copy(update={"staff": staff})}})
    unknown = replace(book, loaded=replace(book.loaded, site=site))
    shown = [
        re.sub(r"<[^>]+>", "", Renderer(unknown, lang).value("staff.teachers", "teacher")) for lang in ("lv", "en")
    ]
    assert shown == ["(pedagogu skaits nav norādīts)", "(number of teachers not stated)"]


def test_a_value_names_itself(renderer):
    """A figure in the page says which figure it is, for checks and for readers who ask."""
    assert 'data-name="learners.total_end"' in renderer.value("learners.total_end")
    assert 'value="2771"' in renderer.value("learners.total_end")


def test_what_is_signed_leaves_lines_to_write_on(renderer):
    """Signatures have lines for a pen in Latvian only; what the document lacks is said, as its lines are on the cover."""
    signatures, document = table(renderer, "signatures"), table(renderer, "signatures.document")
    lines = 2 if renderer.language == "lv" else 0
    assert [html.count('<span class="blank">') for html in (signatures, document)] == [lines, 0]
    assert [html.count('<span class="missing">') for html in (signatures, document)] == [0, 3]


def test_a_table_without_some_columns():
    """Columns that are left out take their cells with them, and columns of numbers stay columns of numbers."""
    rows = [Row("a", ("1", "2", "3"))]
    table = replace(one_group(rows, numeric=frozenset({1, 3})), columns=("A", "B", "C", "D"))
    narrow = table.without({1, 2})
    assert (narrow.columns, narrow.groups[0].rows[0].cells, narrow.numeric) == (("A", "D"), ("3",), frozenset({1}))


def test_all_tables_of_the_year_can_be_built(book):
    """Every table that a page may call for is there, with a caption and as many heads as columns."""
    for name in outline.tables(book)["2024-2025"]:
        table = build(book, "2024-2025", name)
        assert table.caption
        for group in table.groups:
            assert {len(row.cells) + 1 for row in group.rows} <= {len(table.columns)}
        assert table.has_rows or table.empty


@pytest.mark.parametrize("name", KINDS)
def test_golden_tables(renderer, name, request):
    """Each kind of table looks in HTML as it was last looked at."""
    html = table(renderer, name, "2024-2025").replace("><", ">\n<") + "\n"
    golden = GOLDEN / f"{name}.{renderer.language}.html"
    if request.config.getoption("--renew"):
        golden.write_text(html, "utf-8")
    assert golden.read_text("utf-8") == html


def test_what_a_row_is_about_stands_above(renderer):
    """Of a discrepancy that is its title and where it is told of; both have heads above those of the other cells."""
    found = lxml.html.fromstring(table(renderer, "discrepancies")).find(".//table")
    heads = found.findall("thead/tr")
    assert [len(row) for row in heads] == [2, 2]
    names = [heads[0][1].get("id"), *(head.get("id") for head in heads[1])]
    for body in found.findall("tbody"):
        lead, cells = body
        assert [cell.tag for cell in (*lead, *cells)] == ["th", "td", "td", "td"]
        assert [cell.get("headers") for cell in (lead[1], *cells)] == [f"{name} {lead[0].get('id')}" for name in names]


def of_data(book, language, text):
    """Give the HTML of a text of the data."""
    return converter(book, language)(text, lambda call, _linked: str(call))


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "a <img src=x onerror=y>", "[x](javascript:y)", "![x](y)", "<https://x.lv>",
     "&lt;script&gt;", "`<b>`", "x\n\n    <b>code</b>", "[x]: javascript:y\n\n[x]"],
)  # fmt: skip
def test_texts_of_the_data_cannot_hold_html(book, text):
    """Whatever is typed in the data stays text: no tags, no links."""
    html = of_data(book, "lv", text)
    assert not re.search(r"<(?!/?(p|ul|ol|li|em|strong|abbr|br)\b)", html)
    assert "href" not in html


def test_texts_may_hold_paragraphs_and_lists(book):
    """Cells hold several paragraphs and lists."""
    html = of_data(book, "lv", "Viens.\n\n- a\n- b")
    assert html == "<p>Viens.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"


def test_a_list_stands_right_below_a_sentence_and_in_another(book):
    """Two spaces make a level, as the guide says, and no empty line is needed."""
    html = of_data(book, "lv", "Paveikts:\n- a;\n  - b;\n    1. c;\n    2. d;\n- e.").replace("\n", "")
    assert html == "<p>Paveikts:</p><ul><li>a;<ul><li>b;<ol><li>c;</li><li>d;</li></ol></li></ul></li><li>e.</li></ul>"


def test_a_list_begins_with_the_number_that_is_typed(book):
    """A list taken up again, or a sentence that begins with a year, does not begin with 1."""
    html = of_data(book, "lv", "1. a\n2. b\n\nTeksts.\n\n3. c\n4. d")
    assert '<ol start="3">' in html


@pytest.mark.parametrize(
    "text",
    [
        "2024. gada rudenī.",
        "1. klases bērni.",
        "* Dati uz gada beigām.",
        "2024. gadā viens.\n2025. gadā otrs.",
        "31. maijā",
    ],
)
def test_a_sentence_that_begins_like_a_list_stays_one(book, text):
    """A year, or a number or a star without a second item, begins a sentence."""
    for before in ("", "Teksts.\n\n", "- a\n- b\n\nTeksts.\n\n"):
        assert of_data(book, "lv", before + text).endswith(f"<p>{no_breaks(text, 'lv')}</p>")


@pytest.mark.parametrize("word", ["metode(-es)", "programmē/-s", "UTF-8"])
def test_a_word_with_two_endings_or_a_number_is_not_broken(book, word):
    """A line does not end behind the hyphen; elsewhere it may."""
    assert of_data(book, "lv", f"Viena {word}, e-klase") == f'<p>Viena <span class="whole">{word}</span>, e-klase</p>'


def test_names_stay_latvian_in_english(book):
    """A screen reader is told that a Latvian name in an English sentence is Latvian."""
    assert of_data(book, "en", "At Saules iela 7") == '<p>At <span lang="lv">Saules iela\u00a07</span></p>'
    assert of_data(book, "lv", "Saules iela 7") == "<p>Saules iela\u00a07</p>"


def test_abbreviations_are_explained(book):
    """An abbreviation of terms.yml carries its full name, as a whole word only."""
    assert '<abbr title="Daugavpils Inovāciju centrs">DIC</abbr>' in of_data(book, "lv", "DIC telpās")
    assert "<abbr" not in of_data(book, "lv", "DICE")


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_table_typed_on_a_page_is_as_good_as_another(small, language):
    """It has its number among the others, a caption, scopes, a card for a phone and a source; what is set right is a number."""
    for file, (above, below) in {"lv": ("Tabula", "Avots"), "en": ("Table", "Source")}.items():
        page = small / f"docs/{file}/2020-2021/learners.md"
        typed = f'\n{above}: *A*\n\n| a | b {{{{ value("learners.total_end") }}}} |\n| - | - |\n| {{{{ value("learners.total_end") }}}} | d |\n\n{below}: e.\n'
        edit(
            page,
            '{{ table("learners_change") }}',
            typed + '\n{{ table("learners_change") }}\n' + typed.replace("| - | - |", "| - | --: |"),
        )
    book, _found = read_book(small)
    html = PageMaker(Renderer(book, language)).content(book.page(language, "2020-2021/learners.md")).html
    page = lxml.html.fromstring(html)
    numbers = [int(re.search(r"\d+", one.text)[0]) for one in page.find_class("data-table__number")]
    assert numbers == [*range(numbers[0], numbers[0] + len(numbers))]
    first, second = page.xpath("//div[contains(@id, 'learners-md')]")
    assert first.xpath(".//th/@scope") == ["col", "col", "row"]
    assert "A" in first.xpath("string(.//caption/@id)") + first.xpath("string(.//caption//em)")
    assert first.xpath("string(.//p[@class='table-source'])") == {"lv": "Avots: e.", "en": "Source: e."}[language]
    assert [first.get("class"), second.get("class")] == [
        "data-table data-table--stacked",
        "data-table data-table--scroll",
    ]
    assert [one[:4] for one in first.xpath(".//td/@data-label")] == ["b 51"]
    assert (first.xpath(".//thead//a"), len(first.xpath(".//tbody//data"))) == ([], 1)
    assert second.xpath("string(.//td/@class)") == "number"


def test_a_text_in_latvian_alone_is_shown_as_such(small):
    """English readers see the Latvian, its numbers and nouns in Latvian, too, and that it is not yet translated."""
    goal = small / "data/2020-2021/projects.yml"
    text = goal.read_text("utf-8")
    alone = re.sub(r"summary: .*", 'summary: { lv: \'Bija {{ value("learners.total_end", "learner") }}.\', en: }', text)
    assert alone != text
    goal.write_text(alone, "utf-8")
    book, found = checked(small)
    assert {problem.rule for problem in found if "projects.yml" in problem.file} == {"texts_are_translated"}
    summary = next(iter(book.site.years["2020-2021"].projects.items.values())).summary
    shown = Renderer(book, "en").inline(summary, "2020-2021")
    assert shown.startswith('<span lang="lv">Bija <')
    assert " audzēknis.</span> <small" in shown.replace("\u00a0", " ")
    assert shown.endswith("(not yet translated)</small>")
    assert "translated" not in Renderer(book, "lv").inline(summary, "2020-2021")


def test_a_list_in_which_there_is_nothing_is_not_stated(small):
    """What pages call is there, though nothing stands in it: in the data, or in what follows from them."""
    edit(small / "data/2020-2021/learners.yml", "places: [ledus_1, salnas_2]", "places: [salnas_2]")
    edit(small / "data/2020-2021/fees.yml", "entitled:\n  - { lv: visi, en: all }", "entitled: []")
    for language in ("lv", "en"):
        page = small / f"docs/{language}/2020-2021/rest.md"
        edit(page, '- {{ value("fees.entitled.0") }}\n', '- {{ value("places.everywhere.*") }}\n')
        add_to(page, '\n{{ list("fees.entitled.*") }}\n')
    book, found = checked(small)
    assert [problem for problem in found if problem.level == "error"] == []
    assert "data/2020-2021/fees.yml" in {problem.file for problem in found if problem.rule == "blanks_are_filled"}
    html = PageMaker(Renderer(book, "lv")).content(book.page("lv", "2020-2021/rest.md")).html
    assert '<li><span class="missing">nav norādīts</span></li>' in html
    assert '<p class="missing">nav norādīts</p>' in html
