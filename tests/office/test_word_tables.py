"""Tables written in Word become tables of the data, which pages call."""

import pytest
from documents import blank, saved
from documents import proposed as proposed_in
from project import checked, edit, files

from macros.office.word import propose, the_page
from macros.report.opened import read_book

YEAR = "2024-2025"
FILE = f"data/{YEAR}/tables.yml"
PARTNERS = [
    ("Nr.", "Partneris", "Sadarbības saturs", "Sadarbība kopš", "Noslēgts līgums", "Kopīgi pasākumi:",
     "Iesaistītie audzēkņi"),
    ("1.", "Ābeļu skola", "Kopīgi koncerti", "01.09.2019.", "Jā", "3", "1 200"),
    ("2.", "Ziemeļu bibliotēka", "Lasītāju klubs", "", "nē", "–", "40"),
]  # fmt: skip
IN_ENGLISH = [
    ("Partner", "Subject of the cooperation", "Cooperating since", "Agreement", "Joint events", "Learners involved"),
    ("Apple Tree School", "Concerts together", "1.9.2019", "yes", "3", "1200"),
    ("Northern Library", "Readers’ club", "", "no", "–", "40"),
]
HEADING = "5. Sadarbība"
CLUBS = [("Klubs", "Dalībnieki", "Meitenes", "Dibināts", "No gada"), ("Saule", "31", "55 %", "01.10.2024", "2019"),
         ("Mēness", "1 025", "44,5%", "02.10.2024", "2020")]  # fmt: skip


def document(heading, *tables):
    """Give a document with tables, each a caption and rows of cells, below a heading and a sentence."""
    made = blank()
    made.add_heading(heading, 1)
    made.add_paragraph("Par to stāsta tabula." if heading == HEADING else "See the table.")
    for caption, rows in tables:
        if caption:
            made.add_paragraph(caption, style="Caption")
        table = made.add_table(len(rows), max(map(len, rows)))
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                table.cell(number, column).text = words
    return made


def take(root, made, name="agreements", language="lv"):
    """Write what a document makes of a page, and give it."""
    book = read_book(root)[0]
    proposal = propose(book, root, saved(made), the_page(book, name, YEAR, language))
    for file, content in proposal.files.items():
        (root / file).write_bytes(content)
    return proposal


def errors(root):
    """Give the errors that the check finds."""
    return [str(problem) for problem in checked(root)[1] if problem.level == "error"]


def test_a_table_with_the_headings_of_a_declared_one_fills_it(real):
    """In both languages; the pages call it, nothing is wrong then, and the same files change nothing."""
    latvian = document(HEADING, ("1. tabula. Partneri", PARTNERS))
    told = take(real, latvian).told
    assert [lv for lv, _en in told] == [f"Tabula “Partneri”: rindas ierakstītas (2), {FILE}: partners."]
    page = (real / f"docs/lv/{YEAR}/agreements.md").read_text("utf-8")
    assert 'Par to stāsta tabula.\n\n{{ table("partners") }}\n' in page
    assert "Tabula:" not in page
    english = document("5. Cooperation", ("Table 1. Partners", IN_ENGLISH))
    assert (
        take(real, english, language="en").told[0][1] == f"Table “Partners”: rows were entered (2), {FILE}: partners."
    )
    assert (real / FILE).read_text("utf-8") == (
        "# yaml-language-server: $schema=../../schemas/tables.json\npartners:\n  rows:\n    abelu_skola:\n"
        "      partner:\n        lv: Ābeļu skola\n        en: Apple Tree School\n"
        "      subject:\n        lv: Kopīgi koncerti\n        en: Concerts together\n"
        "      since: 2019-09-01\n      agreement: jā\n      events: 3\n      learners: 1200\n"
        "    ziemelu_biblioteka:\n"
        "      partner:\n        lv: Ziemeļu bibliotēka\n        en: Northern Library\n"
        "      subject:\n        lv: Lasītāju klubs\n        en: Readers’ club\n"
        "      since:\n      agreement: nē\n      events:\n      learners: 40\n"
    )
    assert errors(real) == []
    before = files(real / "data"), files(real / "docs")
    assert take(real, latvian).files == take(real, english, language="en").files == {}
    assert (files(real / "data"), files(real / "docs")) == before


def test_another_becomes_a_new_table(real):
    """With columns of the kinds that all their cells are of; the English comes with the English file."""
    latvian = document(HEADING, ("Klubi", CLUBS))
    assert take(real, latvian).told[0][0] == f"Tabula “Klubi”: jauna tabula (2), {FILE}: klubi."
    columns = read_book(real)[0].site.years[YEAR].tables["klubi"].columns
    assert [(key, one.kind) for key, one in columns.items()] == [
        ("klubs", None), ("dalibnieki", "count"), ("meitenes", "percent"), ("dibinats", "date"), ("no_gada", "count"),
    ]  # fmt: skip
    row = read_book(real)[0].site.years[YEAR].tables["klubi"].rows["meness"]
    assert (row.klubs.lv, row.klubs.en, row.dalibnieki, str(row.meitenes)) == ("Mēness", "", 1025, "44.5")
    heads = ("Club", "Members", "Girls", "Founded", "Since")
    english = document("5. Cooperation", ("Clubs", [heads, ("Sun", *CLUBS[1][1:]), ("Moon", *CLUBS[2][1:])]))
    take(real, english, language="en")
    table = read_book(real)[0].site.years[YEAR].tables["klubi"]
    assert (table.caption.en, table.rows["meness"].klubs.en) == ("Clubs", "Moon")
    assert [one.heading.en for one in table.columns.values()] == [*heads]
    assert errors(real) == []
    assert take(real, latvian).files == take(real, english, language="en").files == {}


def test_a_table_that_the_page_shows_of_the_data_is_not_doubled(real):
    """As pasted from the report of the year before: it stays where it is, and who wrote it is told where to enter it."""
    heads = (
        "Izglītības programmas nosaukums",
        "Īstenošanas vietas adrese (ja atšķiras no juridiskās adreses)",
        "Izglītojamo skaits, uzsākot programmas apguvi vai uzsākot 2023./2024. mācību gadu (01.10.2023.)",
        "Izglītojamo skaits, noslēdzot sekmīgu programmas apguvi vai noslēdzot 2023./2024. mācību gadu (31.05.2024.)",
    )
    pasted = document("1.1. Izglītojamo skaits", ("1. tabula. Programmas", [heads, ("STEM", "Ledus iela 1", "4", "5")]))
    proposal = take(real, pasted, "learners")
    assert [*proposal.files] == [f"docs/lv/{YEAR}/learners.md"]
    page = (real / f"docs/lv/{YEAR}/learners.md").read_text("utf-8")
    assert page.count('{{ table("learners") }}') == 1
    ((lv, _en),) = proposal.told
    assert lv.startswith("Tabula “Programmas”: lapa to jau rāda no datiem, tāpēc no šīs neko neņēma; jauno ierakstiet ")
    assert lv.endswith(f" Excel tabulā vai failā data/{YEAR}/learners.yml.")


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([PARTNERS[0], (*PARTNERS[1][:5], "daudz", "3"), PARTNERS[2]], "“daudz” neder: te jābūt veselam skaitlim"),
        ([("Klubs", ""), ("Saule", "31")], "tai vajag aiļu virsrakstus"),
        ([("Klubs", "Skaits")], "tai vajag aiļu virsrakstus"),
    ],
)
def test_what_cannot_go_into_the_data_stays_on_the_page(real, rows, why):
    """As a table of Markdown; it is told why, and the data stay as they are."""
    before = files(real / "data")
    proposal = take(real, document(HEADING, ("Klubi", rows)))
    assert why in proposal.told[0][0]
    assert f"| {' | '.join(rows[0])} |" in (real / f"docs/lv/{YEAR}/agreements.md").read_text("utf-8")
    assert files(real / "data") == before


def test_rows_are_known_by_what_they_begin_with(real):
    """One that was changed changes, also of two that begin alike; one that is there no more stays, and that is told."""
    alike = [CLUBS[0], CLUBS[1], ("Saule", *CLUBS[2][1:]), CLUBS[2]]
    take(real, document(HEADING, ("Klubi", alike)))
    assert take(real, document(HEADING, ("Klubi", alike))).files == {}
    changed = [*alike[:2], ("Saule", "1 030", *CLUBS[2][2:])]
    told = take(real, document(HEADING, ("Klubi", changed))).told
    rows = read_book(real)[0].site.years[YEAR].tables["klubi"].rows
    assert [row.dalibnieki for row in rows.values()] == [31, 1030, 1025]
    assert told[1][0] == "Tabula “Klubi”: datos ir arī rindas, kuru te nav, un tās paliek: Mēness."


def test_english_needs_the_rows_that_are_there(real):
    """Other numbers, or another number of rows, are another table."""
    take(real, document(HEADING, ("Partneri", PARTNERS)))
    before = files(real / "data")
    other = [IN_ENGLISH[0], IN_ENGLISH[2], IN_ENGLISH[1]]
    for rows, why in ((other, "is not what the data have"), (IN_ENGLISH[:2], "the data have no such table")):
        proposal = take(real, document("5. Cooperation", ("Partners", rows)), language="en")
        assert why in proposal.told[0][1]
        assert "| Partner |" in (real / f"docs/en/{YEAR}/agreements.md").read_text("utf-8")
    assert files(real / "data") == before


def test_a_table_that_another_section_calls_is_not_called_again(real):
    """The rows go in; the call stays where it is."""
    page = real / f"docs/lv/{YEAR}/agreements.md"
    edit(page, '{{ value("agreements.partners") }}', 'Ir šādi.\n\n## Tabula { #table }\n\n{{ table("partners") }}')
    take(real, document(HEADING, ("Partneri", PARTNERS)))
    assert page.read_text("utf-8").count("table(") == 1
    assert len(read_book(real)[0].site.years[YEAR].tables["partners"].rows) == 2


def test_words_of_cells_are_nothing_but_words(small):
    """What YAML or Markdown would make of them."""
    cells = ["a: b", "{ c }", "# d", "| e", "yes", "<script>"]
    made = document("Audzēkņi", ("Zīmes", [("Kas", "Kā"), *((cell, cell) for cell in cells)]))
    proposal = proposed_in(small, saved(made))
    for name, content in proposal.files.items():
        (small / name).write_bytes(content)
    rows = read_book(small)[0].site.years["2020-2021"].tables["zimes"].rows
    assert [row.kas.lv for row in rows.values()] == cells


def test_merged_cells_stay_on_the_page(real):
    """Where a cell goes over several columns or rows, it is not clear what it is of."""
    for row, column in ((1, 2), (2, 1)):
        made = document(HEADING, ("Klubi", CLUBS))
        made.tables[0].cell(1, 1).merge(made.tables[0].cell(row, column))
        assert "palika lapā" in take(real, made).told[0][0]
    assert not (real / FILE).exists()
