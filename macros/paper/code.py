"""The square codes (QR, ISO/IEC 18004) that lead from paper to the site."""

import lxml.html

from macros.remembered import remembered


def code(address: str, words: str) -> str:
    """Give the HTML of the code of an address; `words` say where it leads, with `{address}` for the address."""
    drawing = lxml.html.fragment_fromstring(_squares(address))
    title = drawing.makeelement("title")
    title.text = words.replace("{address}", address)
    drawing.insert(0, title)
    drawing.set("role", "img")
    return lxml.html.tostring(drawing, encoding="unicode", with_tail=False)


@remembered
def _squares(address: str) -> str:
    import segno  # noqa: PLC0415 – most addresses are known

    drawing: str = segno.make_qr(address, error="l").svg_inline(border=0, omitsize=True, svgclass="way", lineclass=None)
    return drawing
