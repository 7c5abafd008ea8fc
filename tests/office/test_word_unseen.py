"""What is in a file of Word and does not come onto a page is told."""

import io
import zipfile

import pytest
from documents import page, proposed, saved, told, with_parts
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def test_what_word_hides_or_crosses_out_does_not_come_and_is_told(small):
    """Nor do charts and formulas, which are no pictures."""
    document = told("Ledus ")
    line = document.paragraphs[-1]
    for words, mark in (("noslēpums ", "hidden"), ("kūst ", "strike"), ("tek ", "double_strike"), ("turas.", "bold")):
        setattr(line.add_run(words).font, mark, True)
    line.add_run(" Jā.").font.hidden = False
    chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    drawing = f'<w:p {nsdecls("w", "a")}><w:r><w:drawing><a:graphicData uri="{chart}"/></w:drawing></w:r></w:p>'
    document.element.body.insert(0, parse_xml(drawing))
    proposal = proposed(small, saved(document))
    text = proposal.files["docs/lv/2020-2021/learners.md"].decode()
    assert "Ledus **turas.** Jā.\n" in text
    assert "noslēpums" not in f"{text}{proposal.told}"
    hidden, struck, drawn = [lv for lv, _en in proposal.told]
    assert hidden == "Paslēpto tekstu neņēma."
    assert struck.startswith("Pārsvītroto neņēma: “kūst tek”.")
    assert drawn.startswith("Neņēma, jo tas nav attēls: diagrammas (1).")


def test_what_a_style_hides_or_crosses_out_does_not_come_either(small):
    """A style of words or of paragraphs, also one that it follows; what switches it off again comes."""
    document = told("Ledus ")
    line = document.paragraphs[-1]
    for name, kind, mark in (("A", "CHARACTER", "hidden"), ("B", "CHARACTER", "strike"), ("C", "PARAGRAPH", "strike")):
        setattr(document.styles.add_style(name, getattr(WD_STYLE_TYPE, kind)).font, mark, True)
    document.styles.add_style("D", WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["C"]
    for words, style in (("noslēpums ", "A"), ("kūst ", "B"), ("turas.", None)):
        line.add_run(words, style)
    document.add_paragraph("tek ", "D").add_run("Jā.").font.strike = False
    for content in (saved(document), strict(saved(document))):
        proposal = proposed(small, content)
        text = proposal.files["docs/lv/2020-2021/learners.md"].decode()
        assert "# Audzēkņi { #learners }\n\nLedus turas.\n\nJā.\n" in text
        hidden, struck = [lv for lv, _en in proposal.told]
        assert hidden == "Paslēpto tekstu neņēma."
        assert struck.startswith("Pārsvītroto neņēma: “kūst tek”.")


def strict(content):
    """Give a file as Word saves it as “Strict Open XML”, as far as words and styles go."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts = {name: file.read(name) for name in ("word/document.xml", "word/styles.xml")}
    usual, other = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
        b"http://purl.oclc.org/ooxml/wordprocessingml/",
    )
    return with_parts(content, {name: words.replace(usual, other) for name, words in parts.items()})


def test_what_was_tracked_or_remarked_is_told_without_its_words(small):
    """What was added comes, what was deleted does not; remarks may be for no one else."""
    document = told("Ledus ")
    line = document.paragraphs[-1]
    for words in (
        "<w:ins {}><w:r><w:t>kūst</w:t></w:r></w:ins>",
        "<w:del {}><w:r><w:delText>tek</w:delText></w:r></w:del>",
    ):
        line._p.append(parse_xml(words.format(nsdecls("w"))))  # noqa: SLF001 – python-docx does not track changes
    document.add_comment(line.runs, text="Anna domā citādi.")
    proposal = proposed(small, saved(document))
    assert "\n\nLedus kūst\n\n" in proposal.files["docs/lv/2020-2021/learners.md"].decode()
    tracked, remarked = [lv for lv, _en in proposal.told]
    assert tracked.startswith("Failā ir labojumi, kas vēl nav pieņemti: pievienoto ņēma, izdzēsto neņēma.")
    assert remarked.startswith("Komentārus neņēma (1).")
    assert "Anna" not in str(proposal.told)


def test_a_text_box_comes_or_is_told(small):
    """As Word writes it, once also for older programs, it comes; else its words are told, and shapes that are drawn."""
    shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    words = "<w:txbxContent><w:p><w:r><w:t>Kastē</w:t></w:r></w:p></w:txbxContent>"
    box, arrow = (
        f'<w:drawing><a:graphicData uri="{shape}"><wps:wsp xmlns:wps="{shape}">{one}</wps:wsp></a:graphicData></w:drawing>'
        for one in (words, "")
    )
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<v:textbox>{words}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    for drawn, said in (
        (both, []),
        (box, ["Tekstlodziņu neņēma: “Kastē”. Ierakstiet to parastā rindkopā un nododiet failu vēlreiz."]),
        (
            arrow,
            ["Neņēma, jo tas nav attēls: zīmētas figūras (1). Saglabājiet to kā attēlu (.png) un ielieciet tekstā."],
        ),
    ):
        document = told("Ledus.")
        run = parse_xml(f"<w:r {nsdecls('w', 'a')}>{drawn}</w:r>")
        document.paragraphs[-1]._p.append(run)  # noqa: SLF001 – python-docx draws no shapes
        proposal = proposed(small, saved(document))
        assert [lv for lv, _en in proposal.told] == said
        text = proposal.files["docs/lv/2020-2021/learners.md"].decode()
        assert ("Ledus.\n\nKastē\n" in text) == (said == [])


@pytest.mark.parametrize(
    ("look", "part", "seen"),
    [
        ('w:firstRow="1"', None, ""),
        ('w:firstRow="1"', "firstRow", "abc"),
        ('w:val="0020"', "firstRow", "abc"),
        ('w:firstRow="0"', "firstRow", "Kasabc"),
        ('w:lastColumn="1"', "lastCol", "Kasa"),
        ('w:firstRow="1" w:noHBand="0" w:noVBand="1"', "band2Horz", "Kasa"),
        ('w:noHBand="1" w:noVBand="1"', "band1Horz", "Kasabc"),
    ],
)
def test_what_the_style_of_a_table_crosses_out_does_not_come_either(small, look, part, seen):
    """As a whole or in a part that the table shows; what is switched off again comes."""
    struck = "<w:rPr><w:strike/></w:rPr>"
    struck = f'<w:tblStylePr w:type="{part}">{struck}</w:tblStylePr>' if part else struck
    style = f'<w:style {nsdecls("w")} w:type="table" w:styleId="S"><w:name w:val="S"/>{struck}</w:style>'
    document = told("Ledus.")
    document.styles.element.append(parse_xml(style))
    table = document.add_table(3, 2)
    made = table._tbl.tblPr  # noqa: SLF001 – python-docx writes no parts of styles
    for old in made.xpath("w:tblStyle | w:tblLook"):
        made.remove(old)
    for new in ('w:tblStyle w:val="S"', f"w:tblLook {look}"):
        made.append(parse_xml(f"<{new} {nsdecls('w')}/>"))
    for row, words in enumerate(("Kas", "a", "bc")):
        table.cell(row, row // 2).text = words
    table.cell(2, 0).paragraphs[0].add_run("!").font.strike = False
    text = page(small, saved(document))
    assert "".join(word for word in ("Kas", "a", "bc") if f" {word} " in text) == seen
    assert " ! " in text


def test_words_at_the_edge_of_the_paper_are_told(small):
    """Once, however many headers say them; the number of a sheet is nothing to tell."""
    document = told("Ledus.")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    for header in (section.header, section.first_page_header):
        header.paragraphs[0].text = "Iesniegts 5. maijā"
    section.footer.paragraphs[0].text = "12"
    proposal = proposed(small, saved(document))
    assert [lv for lv, _en in proposal.told] == [
        "Galveni vai kājeni neņēma: “Iesniegts 5. maijā”. Ja tas jāraksta lapā, ierakstiet to tekstā."
    ]


def test_what_a_field_shows_comes(small):
    """Such as the number of a caption, or a date."""
    document = told("Sākums: ")
    shown = f'<w:fldSimple {nsdecls("w")} w:instr="DATE"><w:r><w:t>05.09.2020</w:t></w:r></w:fldSimple>'
    document.paragraphs[-1]._p.append(parse_xml(shown))  # noqa: SLF001 – python-docx writes no fields
    assert "Sākums: 05.09.2020" in page(small, saved(document))
