"""Texts written in Word become texts of a page; python-docx writes the files, as Word does."""

import io
import zipfile

import pytest
from documents import blank, page, png, proposed, saved, told, with_parts
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image
from project import add_to, checked

from macros.office.unzipped import WORD, Refused, unzipped


def test_what_a_heading_of_both_has_is_replaced_and_the_rest_stays(small):
    document = told("Ziema bija auksta.")
    document.add_heading("Ko darīsim", 2)
    document.add_paragraph("Pērks ragavas.")
    text = page(small, saved(document))
    assert text.startswith("---\ntitle: Audzēkņi\ndescription: Par audzēkņiem.\n---\n# Audzēkņi { #learners }\n\nZiema")
    assert text.endswith(
        "Ziema bija auksta.\n\n## Ko darīsim { #ko-darisim }\n\nPērks ragavas.\n\n"
        '## Pārmaiņas { #change }\n\n{{ table("learners_change") }}\n'
    )


def test_a_new_heading_comes_behind_all_that_is_under_the_one_before_it(small):
    add_to(small / "docs/lv/2020-2021/learners.md", "\n### Sīkāk { #more }\n\nŠis un tas.\n")
    document = blank()
    for level, words in ((1, "Audzēkņi"), (2, "Pārmaiņas"), (2, "Ko darīsim")):
        document.add_heading(words, level)
    document.add_paragraph("Pērks ragavas.")
    assert page(small, saved(document)).endswith(
        "### Sīkāk { #more }\n\nŠis un tas.\n\n## Ko darīsim { #ko-darisim }\n\nPērks ragavas.\n"
    )


def test_a_new_heading_has_the_address_that_it_has_in_the_other_language(small):
    add_to(small / "docs/lv/2020-2021/learners.md", "\n## Ko darīsim { #ko-darisim }\n\nPērks ragavas.\n")
    document = blank()
    document.add_heading("What we shall do", 2)
    document.add_paragraph("Buy sledges.")
    document.add_heading("And then", 2)
    text = page(small, saved(document), language="en")
    assert "## What we shall do { #ko-darisim }\n\nBuy sledges.\n" in text
    assert "## And then { #and-then }\n" in text


def test_tables_and_figures_of_the_data_stay_behind_new_words(small):
    document = blank()
    document.add_heading("2. Pārmaiņas!", 3)
    document.add_paragraph("Par pārmaiņām.")
    assert '## Pārmaiņas { #change }\n\nPar pārmaiņām.\n\n{{ table("learners_change") }}\n' in page(
        small, saved(document)
    )


def test_what_word_has_words_for_has_markdown(small):
    document = told()
    words = document.add_paragraph("Ir ")
    words.add_run("ļoti ").bold = True
    words.add_run("auksts").italic = True
    words.add_run(".")
    for style in ("List Bullet", "List Number"):
        for item in ("cimdi", "zeķes"):
            document.add_paragraph(item, style=style)
    document.add_paragraph("1. tabula. Kas silda", style="Caption")
    table = document.add_table(2, 2)
    for row, column, cell in ((0, 0, "Kas"), (0, 1, ""), (1, 0, "Krūze | kauss"), (1, 1, "labi")):
        table.cell(row, column).text = cell
    document.add_paragraph().add_run("Vēl siltāk").bold = True
    document.add_paragraph("Pirmā rinda.\nOtrā rinda.")
    assert page(small, saved(document)).split("# Audzēkņi { #learners }\n\n")[1].split("\n\n")[:7] == [
        "Ir **ļoti** *auksts*.",
        "- cimdi\n- zeķes",
        "1. cimdi\n2. zeķes",
        "Tabula: Kas silda",
        "| Kas |  |\n| --- | --- |\n| Krūze \\| kauss | labi |",
        "## Vēl siltāk { #vel-siltak }",
        "Pirmā rinda.",
    ]


def test_lists_typed_by_hand_become_lists(small):
    text = page(small, saved(told("Līdzi jāņem:", "- cimdi;", "– zeķes.", "Un tad:", "1. ej;", "2. nāc.")))
    assert "Līdzi jāņem:\n\n- cimdi;\n- zeķes.\n\nUn tad:\n\n1. ej;\n2. nāc.\n" in text


def test_signs_become_those_of_the_language(small):
    assert "No “krūzēm” – siltums, 5 % vairāk." in page(small, saved(told('No "krūzēm" - siltums, 5% vairāk.')))
    assert "“Mugs” – 12 % more" in page(small, saved(told("„Mugs” - 12 % more")), "rest", "en").replace("12%", "12 %")
    call = '{{ value("learners.total_end") }}'
    assert f"Ir “{call}”." in page(small, saved(told(f'Ir "{call}".')))


def test_a_number_of_the_data_becomes_a_call_with_its_noun(small):
    content = saved(told("Gadu beidza 51 audzēknis, bet ragavu bija 77. Pikas meta 21."))
    proposal = proposed(small, content)
    assert (
        'Gadu beidza {{ value("learners.total_end", "learner") }}, bet ragavu bija 77. '
        'Pikas meta {{ value("learners.areas.snow.end") }}.'
    ) in proposal.files["docs/lv/2020-2021/learners.md"].decode()
    assert [lv for lv, _en in proposal.told] == [
        "“51 audzēknis” tagad ņem no datiem: “Audzēkņi mācību gada noslēgumā, visas jomas kopā” (learners.total_end).",
        "“21” tagad ņem no datiem: “Sniega joma: audzēkņi mācību gada noslēgumā” (learners.areas.snow.end).",
    ]


def test_a_small_number_that_meets_by_chance_stays_for_a_person_to_choose(small):
    assert "4 pingvīni" in page(small, saved(told("Uz ledus bija 4 pingvīni.")), "warmth")


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "a_b_c *d* [e](f) `g`", "{# h #} {% i %}", "# j", "{: .k }"]
)
def test_words_stay_words(small, words):
    """What is no call is never anything but what a reader of Word reads."""
    content = saved(told(f"Vārdi {words} beidzas.", words))
    file = small / "docs/lv/2020-2021/learners.md"
    file.write_bytes(page(small, content).encode())
    book, found = checked(small)
    blocks = book.page("lv", "2020-2021/learners.md").blocks
    assert [block.kind for block in blocks.top][:3] == ["heading", "paragraph", "paragraph"]
    assert not any(problem.file == "docs/lv/2020-2021/learners.md" and "HTML" in problem.lv for problem in found)


def test_a_call_that_somebody_typed_stays(small):
    assert '{{ value("learners.total_end") }} bērns' in page(
        small, saved(told('{{ value("learners.total_end") }} bērns'))
    )


def test_pictures_come_along_drawn_anew(small):
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Anna no 3. klases"
    Image.new("RGB", (40, 30), "teal").save(file, "JPEG", exif=exif)
    document = told("Skat.")
    document.add_picture(io.BytesIO(file.getvalue()))
    proposal = proposed(small, saved(document))
    picture = proposal.files["docs/lv/2020-2021/learners-1.jpg"]
    assert b"Anna" in file.getvalue()
    assert b"Anna" not in picture
    assert b"](learners-1.jpg)" in proposal.files["docs/lv/2020-2021/learners.md"]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_stands_where_the_text_speaks_of_it(small, kind):
    """In brackets; that of a heading as a paragraph below it."""
    document = told("Ledus kūst")
    mark = f'<w:r {nsdecls("w")}><w:{kind}Reference w:id="1"/></w:r>'
    document.paragraphs[-1]._p.append(parse_xml(mark))  # noqa: SLF001 – python-docx writes no notes
    document.add_heading("Ko darīsim", 2)._p.append(parse_xml(mark))  # noqa: SLF001
    document.add_paragraph("Pērks ragavas.")
    text = page(small, noted(saved(document), kind, "Pavasarī."))
    assert "Ledus kūst (Pavasarī)\n\n## Ko darīsim { #ko-darisim }\n\nPavasarī.\n\nPērks ragavas.\n" in text


def noted(content, kind, words):
    """Give a file with a note that has the number 1."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        relations, types = (
            file.read(name).decode() for name in ("word/_rels/document.xml.rels", "[Content_Types].xml")
        )
    relation = f'<Relationship Id="rIdN" Type="{office}/{kind}s" Target="{kind}s.xml"/></Relationships>'
    override = f'<Override PartName="/word/{kind}s.xml" ContentType="{listed}.{kind}s+xml"/></Types>'
    note = f'<w:{kind} w:id="1"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:{kind}>'
    return with_parts(
        content,
        {
            "word/_rels/document.xml.rels": relations.replace("</Relationships>", relation),
            "[Content_Types].xml": types.replace("</Types>", override),
            f"word/{kind}s.xml": f"<w:{kind}s {nsdecls('w')}>{note}</w:{kind}s>",
        },
    )


def test_taken_twice_it_changes_nothing(small):
    document = told("Ziema bija auksta.", "Bija 51 audzēknis.")
    document.add_heading("Ko darīsim", 2)
    document.add_paragraph("Pērks ragavas.")
    document.add_picture(io.BytesIO(png()))
    first = proposed(small, saved(document))
    for name, content in first.files.items():
        (small / name).write_bytes(content)
    assert proposed(small, saved(document)).files == {}


REFUSED = {
    "not a document": lambda: b"Teksts",
    "old": lambda: b"\xd0\xcf\x11\xe0" + bytes(100),
    "broken": lambda: saved(told("x"))[:-40],
    "empty": lambda: saved(blank()),
    "macros": lambda: with_parts(saved(told("x")), {"word/vbaProject.bin": b"x"}),
    "bomb": lambda: with_parts(saved(told("x")), {"word/media/x.png": bytes(WORD.largest_inside + 1)}),
    "entities": lambda: with_parts(
        saved(told("x")), {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}
    ),
    "no XML": lambda: with_parts(saved(told("x")), {"word/document.xml": b"<w:document"}),
    "deep": lambda: with_parts(saved(told("x")), {"word/document.xml": b"<a>" * 100_000 + b"</a>" * 100_000}),
    "many parts": lambda: with_parts(saved(told("x")), {f"word/{n}.xml": b"<a/>" for n in range(400)}),
    "a workbook": lambda: with_parts(saved(told("x")), {"[Content_Types].xml": b"spreadsheetml.sheet.main+xml"}),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_text_is_refused_in_a_sentence(small, kind):
    with pytest.raises(Refused) as refused:
        proposed(small, REFUSED[kind]())
    assert all(words[-1] in ".?" and len(words) < 200 for words in refused.value.sentences)


def test_a_page_that_is_not_there_is_told(small):
    with pytest.raises(Refused, match="learners"):
        proposed(small, saved(told("x")), "learner")


def test_links_to_other_files_are_not_followed(small, tmp_path):
    """A picture that lies outside the document is never read."""
    secret = tmp_path / "secret.png"
    secret.write_bytes(png())
    document = told("x")
    document.add_picture(io.BytesIO(png()))
    content = saved(document)
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        relations = file.read("word/_rels/document.xml.rels").decode()
        words = file.read("word/document.xml").decode()
    target = relations.split('Target="media/')[1].split('"')[0]
    relations = relations.replace(f'Target="media/{target}"', f'Target="file://{secret}" TargetMode="External"')
    content = with_parts(
        content,
        {
            "word/_rels/document.xml.rels": relations,
            "word/document.xml": words.replace("r:embed=", "r:link="),
        },
    )
    try:
        files = proposed(small, content).files
    except Refused:
        return
    assert not any(name.endswith(".png") for name in files)


def test_only_a_bounded_part_of_the_file_is_unpacked():
    with pytest.raises(Refused):
        unzipped(bytes(WORD.largest + 1), WORD)
