"""What people type in Word, or paste into it, comes as they mean it, or it is asked what they mean."""

import io

import pytest
from documents import page, png, proposed, saved, told
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from macros.office.word.links import address


def test_signs_of_lists_that_word_keeps_become_items(small):
    """Those of its own typefaces, the letter o before a tab, and such as people paste."""
    items = ["\uf0b7\tcimdi;", "o\tzeķes;", "◦ šalle;", "➢\tcepure."]
    assert "\n\n- cimdi;\n- zeķes;\n- šalle;\n- cepure.\n" in page(small, saved(told("Līdzi:", *items)))


def test_signs_that_nobody_sees_do_not_come(small):
    """Where Word may break a word; else no search would find it."""
    document = told("pašno\u00advērtē\u200bjums ")
    hyphen = parse_xml(f"<w:r {nsdecls('w')}><w:t>kup</w:t><w:softHyphen/><w:t>enas</w:t></w:r>")
    document.paragraphs[-1]._p.append(hyphen)  # noqa: SLF001 – python-docx writes none
    assert "pašnovērtējums kupenas\n" in page(small, saved(document))


def test_a_number_before_a_line_alone_may_be_a_heading(small):
    """Word makes an item of it, so it is asked; items of a list, and sentences, are none."""
    lines = ["1.\tLedus joma", "Kūst.", "1.2. Sniega joma", "Snieg.", "1. ej", "2. nāc", "5. maijā snieg.", "12 pikas"]
    proposal = proposed(small, saved(told(*lines)))
    assert [lv.partition("?")[0] for lv, _en in proposal.told] == [
        "Vai “1. Ledus joma” ir virsraksts",
        "Vai “1.2. Sniega joma” ir virsraksts",
    ]
    assert "1. Ledus joma\n\nKūst.\n" in proposal.files["docs/lv/2020-2021/learners.md"].decode()


def test_words_that_tabs_part_may_be_a_table(small):
    """Told once; what tabs only indent is none."""
    proposal = proposed(small, saved(told("\tLedus.", "Pikas\t12", "Krūzes\t3")))
    assert [lv for lv, _en in proposal.told] == [
        "Te vārdus šķir tabulators: “Pikas 12”. Ja tā ir tabula, programmā Word to ievietojiet kā tabulu."
    ]
    assert "Ledus.\n\nPikas 12\n\nKrūzes 3\n" in proposal.files["docs/lv/2020-2021/learners.md"].decode()


@pytest.mark.parametrize("style", [None, "Caption"])
def test_captions_are_known_by_their_words(small, style):
    """That of a picture says what is seen on it; that of a table is its own, without the number; none is an item."""
    document = told("Skat.")
    document.add_picture(io.BytesIO(png()))
    document.add_paragraph("1. attēls. Bērni veļ kupenu", style)
    document.add_paragraph("2. tabula. Kas silda", style)
    table = document.add_table(2, 2)
    for row, column, words in ((0, 0, "Kas"), (0, 1, "Cik"), (1, 0, "Krūze"), (1, 1, "3")):
        table.cell(row, column).text = words
    proposal = proposed(small, saved(document))
    text = proposal.files["docs/lv/2020-2021/learners.md"].decode()
    assert '![Bērni veļ kupenu](learners-1.png)\n\n{{ table("kas_silda") }}\n' in text
    assert [lv for lv, _en in proposal.told] == [
        "Tabula “Kas silda”: jauna tabula (1), data/2020-2021/tables.yml: kas_silda."
    ]


def test_cells_stay_below_their_heading_where_others_go_over_several(small):
    """Over rows and over columns, as those of Excel do; nothing of a table within a cell is there twice."""
    document = told("Ledus.")
    table = document.add_table(4, 3)
    for row, line in enumerate((("Joma", "Puse", "Bērni"), ("Ledus", "A", "12"), ("", "B", "88"), ("Kopā", "", "27"))):
        for column, words in enumerate(line):
            table.cell(row, column).text = words
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(3, 1))
    inner = table.cell(1, 1).add_table(1, 1)
    inner.cell(0, 0).text = "ēna"
    lines = page(small, saved(document)).split("| --- | --- | --- |\n")[1].split("\n")
    assert [line.replace("; ēna", "") for line in lines[:3]] == [
        "| Ledus | A | 12 |",
        "|  | B | 88 |",
        "| Kopā |  | 27 |",
    ]
    assert lines[3] == ""


@pytest.mark.parametrize(
    ("target", "plain"),
    [
        ("https://a.lv/b?utm_source=fb&id=5&fbclid=Iw&gclid=1#c", "https://a.lv/b?id=5#c"),
        ("https://a.lv/?utm_source=fb", "https://a.lv/"),
        ("https://a.lv/?q=fbclid=1", "https://a.lv/?q=fbclid=1"),
        ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.lv%2F&data=05", "https://a.lv/"),
        ("https://a.lv/b(c) d", "https://a.lv/b%28c%29%20d"),
        ("mailto:a@b.lv", "mailto:a@b.lv"),
        ("javascript:alert(1)", None),
        ("https://eur01.safelinks.protection.outlook.com/?url=javascript%3Aalert(1)", None),
        ('https://a.lv/"onclick', None),
        ("file:///C:/plans.docx", None),
        ("www.a.lv", None),
    ],
)
def test_addresses_come_without_what_follows_those_who_click(target, plain):
    """And nothing comes that leads elsewhere than to the web or a mailbox."""
    assert address(target) == plain


def test_a_link_that_does_not_come_is_told(small):
    """Its words stay; an address that is shown is shown as it is linked, and links within the document are none."""
    document = told("Skat. ")
    line = document.paragraphs[-1]
    for target, words in (
        ("file:///C:/plans.docx", "plāns "),
        ("https://a.lv/?utm_source=x", "https://a.lv/?utm_source=x"),
    ):
        relation = document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:hyperlink>'
        line._p.append(parse_xml(link))  # noqa: SLF001 – python-docx writes no links
    line._p.append(parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="a"><w:r><w:t> šeit</w:t></w:r></w:hyperlink>'))  # noqa: SLF001
    proposal = proposed(small, saved(document))
    assert "Skat. plāns [https://a.lv/](https://a.lv/) šeit" in proposal.files["docs/lv/2020-2021/learners.md"].decode()
    assert [lv for lv, _en in proposal.told] == ["No “plāns” paliek tikai vārdi: saites adresei jāsākas ar https://."]


def test_lists_with_brackets_and_stars_become_lists(small):
    """Of all that people type, our Markdown knows but numbers with a stop, and dashes."""
    text = page(small, saved(told("Un tad:", "1) ej;", "2) nāc.", "Līdzi:", "* cimdi;", "* zeķes.")))
    assert "Un tad:\n\n1. ej;\n2. nāc.\n\nLīdzi:\n\n- cimdi;\n- zeķes.\n" in text


def test_headings_that_are_alike_in_word_are_so_on_the_page(small):
    """Bold lines, as many as there are, are none below another."""
    document = told("Ledus.")
    for level, words in ((2, "Siltāk"), (0, "Cimdi"), (0, "Zeķes"), (3, "Šalle"), (2, "Aukstāk"), (0, "Salna")):
        if level:
            document.add_heading(words, level)
        else:
            document.add_paragraph().add_run(words).bold = True
        document.add_paragraph("Teksts.")
    text = page(small, saved(document))
    found = [line.partition(" {")[0] for line in text.split("\n") if line.startswith("##")]
    assert found[:6] == ["## Siltāk", "### Cimdi", "### Zeķes", "### Šalle", "## Aukstāk", "### Salna"]


def test_a_table_of_one_cell_is_but_a_frame(small):
    """What is in it stands in the text."""
    document = told("Ledus.")
    document.add_table(1, 1).cell(0, 0).text = "Kastē"
    proposal = proposed(small, saved(document))
    assert "Ledus.\n\nKastē\n" in proposal.files["docs/lv/2020-2021/learners.md"].decode()
    assert proposal.told == ()
