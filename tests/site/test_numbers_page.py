"""Every number of a page leads to its source: a row of the page of all figures, shown on the spot where scripts run."""

import re
import shutil
from decimal import Decimal
from fractions import Fraction
from urllib.parse import urljoin, urlsplit

import pytest
from addresses import BASE, PAGES
from project import LANGUAGES, words

from macros.check import inspect
from macros.html.markdown import Writer
from macros.html.render import Renderer, id_of
from macros.html.table import table
from macros.html.wording import Words
from macros.pages.scan import scan
from macros.report.formula import formula
from macros.report.opened import read_book
from macros.show.tables.numbers import figures

YEAR = "2024-2025"


def rows(built, language):
    """Give `id → row` of the page of all figures."""
    return {row.get("id"): row for row in built.article(language, f"{YEAR}/numbers/").findall(".//tbody/tr")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_number_leads_to_a_row_that_shows_it(built, language):
    """The row that a number leads to has the same number; only dates, heads, folded data and the page itself lead nowhere."""
    goals = rows(built, language)
    seen = 0
    for path in PAGES:
        here = BASE + ("en/" if language == "en" else "") + path
        for number in built.article(language, path).xpath(".//data"):
            link = number.getparent()
            if link.get("class") != "bound":
                assert (
                    number.xpath("ancestor::th|ancestor::caption|ancestor::figcaption|ancestor::details")
                    or path.endswith("/numbers/")
                    or number.get("data-name").startswith("discrepancies.")  # which tell of the report, not of the year
                    or (re.fullmatch(r"\d{4}-\d\d-\d\d", number.get("value")))
                ), (path, words(number))
                continue
            target = urlsplit(urljoin(here, link.get("href")))
            assert target.path == ("/en" if language == "en" else "") + f"/{YEAR}/numbers/"
            shown = goals[target.fragment].find("td/data")
            assert (target.fragment, words(shown)) == (id_of("row", number.get("data-name")), words(number))
            seen += 1
    assert seen > 200


def test_no_link_stands_in_a_link_or_a_heading(built):
    """Numbers in headings, in heads and captions of tables and in other links are plain."""
    for html in built.pages.values():
        assert not html.xpath(
            "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::th or self::caption]//a[@class='bound']|//a//a"
        )


def test_both_languages_have_the_same_rows(built):
    """The page of figures lists the same figures in the same order."""
    lv, en = (rows(built, language) for language in LANGUAGES)
    assert list(lv) == list(en)
    assert len(lv) > 100
    for row in (*lv.values(), *en.values()):
        assert all(words(cell) for cell in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_formulas_are_true(book, language):
    """What a formula says, worked out again from its own characters, is the value."""
    names, seen = book.names[YEAR], set()
    for figure in figures(book, YEAR).values():
        written = formula(figure, names, book.site.words.labels, language)
        assert (written is None) == (figure.operation is None or figure.value is None)
        if written is None:
            continue
        seen.add(figure.operation)
        plain = written.replace("\u00a0", "").replace("%", "").replace(" ", "")
        plain = plain.replace(",", ".") if language == "lv" else plain.replace(",", "")
        if figure.operation in ("sum", "difference", "ratio"):
            left, result = re.split("[=≈]", plain)
            assert _worked_out(left) == Fraction(figure.value), written
            assert abs(Fraction(Decimal(result.replace("−", "-"))) - Fraction(figure.value)) <= Fraction(1, 20), written
            assert ("≈" in plain) == (Fraction(Decimal(result.replace("−", "-"))) != figure.value), written
        elif figure.operation == "met":
            pairs = [re.split("([≥<])", pair) for pair in plain.split(";")]
            assert all((Fraction(one) >= Fraction(other)) == (sign == "≥") for one, sign, other in pairs)
            assert sum(sign == "≥" for _one, sign, _other in pairs) == figure.value
        elif figure.operation == "month":
            assert written.endswith(f" → {figure.written(language)}")
        else:
            assert str(figure.value) in re.findall(r"\d+", written)
    assert seen == {"sum", "difference", "ratio", "met", "chosen", "count", "month"}


def _worked_out(left):
    if "100" in left and (match := re.fullmatch(r"\(?(−?[\d.]+)\)?[:÷]([\d.]+)[·×]100", left)):
        return Fraction(match[1].replace("−", "-")) / Fraction(match[2]) * 100
    first, *rest = re.split("([+−])", left)
    total = Fraction(first)
    for sign, part in zip(rest[::2], rest[1::2], strict=True):
        total += Fraction(part) if sign == "+" else -Fraction(part)
    return total


@pytest.mark.parametrize(
    ("name", "lv", "en"),
    [
        ("learners.total_end", "1283 + 509 + 366 + 613 = 2771", "1283 + 509 + 366 + 613 = 2771"),
        ("learners.change", "2771 − 2503 = +268", "2771 − 2503 = +268"),
        ("learners.change_percent", "268 : 2503 · 100 ≈ +10,7\u00a0%", "268 ÷ 2503 × 100 ≈ +10.7%"),
        (
            "targets.met",
            "2802 ≥ 2700; 55\u00a0% ≥ 55\u00a0%; 90\u00a0% < 100\u00a0%",
            "2802 ≥ 2700; 55% ≥ 55%; 90% < 100%",
        ),
        ("priorities.achieved", "7 no 8", "7 of 8"),
        ("survey.questions.emotional_violence.respondents", None, None),
        ("learners.start_month", "01.10.2024. → oktobris", "1\u00a0October 2024 → October"),
    ],
)
def test_formulas_read_as_their_language_wants(book, name, lv, en):
    """A formula is written with the numbers as readers see them."""
    names = book.names[YEAR]
    assert [formula(names[name], names, book.site.words.labels, language) for language in LANGUAGES] == [lv, en]


def test_a_typed_figure_names_its_file_and_line(built):
    """Its source is the section of the report and the line in the repository."""
    source = rows(built, "lv")["row-learners-areas-stem-end"][3]
    assert words(source) == "pašnovērtējuma ziņojums, 1.1. punkts learners.yml, 26. rinda"
    assert source.find(".//a").get("href").endswith(f"/blob/main/data/{YEAR}/learners.yml#L26")


def test_without_the_page_numbers_are_plain(small):
    """A report that has no such page, as the tiny one, shows its numbers without links."""
    book, _found = read_book(small)
    assert "bound" not in Renderer(book, "lv").value("learners.total_end")


def test_last_year_stands_beside_this_year(small):
    """Where the data have the year before, its value of the same name stands in a column of its own."""
    shutil.copytree(small / "data/2020-2021", small / "data/2021-2022")
    book, found = inspect(small)
    assert book, found
    shown = table(Renderer(book, "en"), "numbers", "2021-2022")
    assert ">2020/21 school year<" in shown.replace("\u00a0", " ")
    row = re.search(r'<tr id="row-learners-total-end".*?</tr>', shown, re.DOTALL)[0]
    assert row.count("<data ") - row.count(" data-name=") == 2  # of the row itself, and of none that it is the sum of
    assert ">2019/20<" not in table(Renderer(book, "en"), "numbers", "2020-2021")


def test_nothing_of_it_is_printed(built):
    """The print edition has the numbers without their links, and not the page of figures."""
    for language in LANGUAGES:
        edition = built.page(language, f"{YEAR}/print/")
        assert not edition.find_class("bound")
        assert not edition.xpath("//section[@id='numbers']")
        assert edition.xpath("//main//data")


def test_a_number_is_a_link_only_where_it_is_asked_to_be(book):
    """The link stands round the same words."""
    linked, alone = (Renderer(book, "lv").value("learners.areas.stem.end", linked=linked) for linked in (True, False))
    assert linked == f'<a class="bound" href="{YEAR}/numbers/#row-learners-areas-stem-end">{alone}</a>'


def test_a_number_in_a_link_is_plain(book):
    """Of a number whose place decides, one is made for each place; the link that it stands in stays."""
    scanned = scan('## {{ value("x") }}\n\n{{ value("x") }} [b **{{ value("x") }}**](../about.md)')
    writer = Writer(Words(book.site, "lv"), lambda _call, linked: "linked" if linked else "alone", scanned.kept)
    assert writer.write(scanned.tokens) == (
        '<h2>alone</h2>\n<p>linked <a href="../about.md">b <strong>alone</strong></a></p>'
    )
