"""Lists of Word keep their numbers, also where words stand between their items; python-docx writes the files."""

import pytest
from documents import page, saved, told
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def listed(document, words, number=None, level=0):
    """Add an item of the list with a number, or of that of the style."""
    paragraph = document.add_paragraph(words, style="List Number")
    if number:
        marks = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(marks))  # noqa: SLF001 – python-docx has no lists


def below(root, document):
    """Give the blocks that the page gets below its heading."""
    text = page(root, saved(document)).split("# Audzēkņi { #learners }\n\n")[1]
    return text.split("\n\n## ")[0].split("\n\n")


def begun_anew(document, start):
    """Give the number of a list that is the one of the style begun anew, as Word writes it."""
    lists = document.part.numbering_part.element
    style = document.styles["List Number"].element.pPr.numPr.numId.val
    (kind,) = lists.xpath(f'./w:num[@w:numId="{style}"]/w:abstractNumId/@w:val')
    begins = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    words = f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="{kind}"/>{begins}</w:num>'
    lists.append(parse_xml(words))
    return 77


def test_a_list_goes_on_behind_a_paragraph(small):
    document = told()
    for words in ("cimdi", "zeķes"):
        listed(document, words)
    document.add_paragraph("Un arī:")
    listed(document, "")
    for words in ("šalle", "cepure"):
        listed(document, words)
    document.add_paragraph("Un pēdējais:")
    listed(document, "krūze")
    assert below(small, document) == [
        "1. cimdi\n2. zeķes",
        "Un arī:",
        "3. šalle\n4. cepure",
        "Un pēdējais:",
        "5. krūze",
    ]


@pytest.mark.parametrize(("start", "first"), [("1", 1), ("4", 4), ("9999999999", 1), ("x", 1)])
def test_a_list_begins_anew_where_the_file_says_so(small, start, first):
    document = told()
    listed(document, "cimdi")
    document.add_paragraph("Un arī:")
    other = begun_anew(document, start)
    for words in ("šalle", "cepure"):
        listed(document, words, other)
    assert below(small, document) == ["1. cimdi", "Un arī:", f"{first}. šalle\n{first + 1}. cepure"]


def test_a_list_within_begins_anew_below_each_item(small):
    document = told()
    for words, level in (("silti", 0), ("cimdi", 1), ("zeķes", 1), ("auksti", 0), ("sniegs", 1)):
        listed(document, words, several(document), level)
    document.add_paragraph("Un arī:")
    listed(document, "ledus", several(document), 1)
    listed(document, "lāsteka", several(document), 1)
    assert below(small, document) == [
        "1. silti\n   1. cimdi\n   2. zeķes\n2. auksti\n   1. sniegs",
        "Un arī:",
        "2. ledus\n3. lāsteka",
    ]


def several(document):
    """Give the number of a list of two levels, made where it is not there."""
    lists = document.part.numbering_part.element
    if not lists.xpath('./w:num[@w:numId="88"]'):
        look = '<w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        levels = "".join(f'<w:lvl w:ilvl="{level}">{look}</w:lvl>' for level in (0, 1))
        kind = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="88">{levels}</w:abstractNum>'
        lists.insert(0, parse_xml(kind))
        lists.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="88"><w:abstractNumId w:val="88"/></w:num>'))
    return 88


def test_a_bookmark_of_word_s_own_makes_no_other_table(small):
    """Word leaves such marks wherever something was copied; a table with one is a table of the data like any other."""
    document = told()
    table = document.add_table(2, 2)
    for row, column, cell in ((0, 0, "Prece"), (0, 1, "Cena"), (1, 0, "Krūze"), (1, 1, "Laba")):
        table.cell(row, column).text = cell
    plain = page(small, saved(document))
    mark = f'<w:bookmarkStart {nsdecls("w")} w:id="0" w:name="_Hlk1"/>'
    table.cell(1, 0).paragraphs[0]._p.insert(0, parse_xml(mark))  # noqa: SLF001 – python-docx has no bookmarks
    assert "{{ table(" in plain.split("## ")[0]
    assert page(small, saved(document)) == plain
