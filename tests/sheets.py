"""What stands on the sheets of a PDF, read as any program reads it."""

import re
import unicodedata
from functools import cache


def tight(text):
    """Give a text without any spaces, since every program puts others into a PDF."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@cache
def sheets(file):
    """Give the words of each sheet of a PDF that stays as it is."""
    from pypdf import PdfReader  # noqa: PLC0415 – it loads slowly

    return tuple(sheet.extract_text() for sheet in PdfReader(file).pages)


def stranded(printed, page):
    """Give the headings, captions, heads of tables and statuses of a page that end one of the sheets that are printed."""
    found = page.xpath("//main//*[self::h2|self::h3|self::h4|self::h5|self::caption]|//main//thead//th")
    heads = {tight(element.text_content()).removesuffix("¶") for element in found}
    for row in page.xpath("//main//tr[td/div[1][.//strong]/following-sibling::div]"):
        heads.add(tight(row.xpath("string(th)") + row.xpath("string(td/div[.//strong])")))
    titles = {tight(title) for title in page.xpath("//@data-title")}
    wrong = []
    front = 2 if page.find_class("contents") else 0
    for number, sheet in enumerate(printed[front:], front + 1):
        lines = [line for line in map(tight, sheet.splitlines()) if line]
        for margin in ({f"{number}/{len(printed)}"}, titles):
            if lines[-1] in margin:
                lines.pop()
        while re.fullmatch(r"[•–]|\d+\.", lines[-1]):  # the marks of lists are told last
            lines.pop()
        wrong += [end for count in range(1, 9) if (end := "".join(lines[-count:])) in heads]
    return wrong
